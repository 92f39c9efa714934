/**
 * Calls to the worker, in which the program runs, so that the page can always be used. Each waits for
 * the one before it.
 *
 * @typedef {object} MadeFile
 * @property {string} name
 * @property {Uint8Array<ArrayBuffer>} bytes
 */

import { takePart, unpacked } from "./parts.js";
import { language } from "./words.js";

/** @type {Worker} */
let worker;
/** @type {Map<number, {resolve: (answer: any) => void, reject: (reason: Error) => void}>} */
const waiting = new Map();
let calls = 0;

/** Start the program. */
export async function startWorker() {
  const script = await unpacked(await takePart("worker"));
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  worker = new Worker(address);
  URL.revokeObjectURL(address);
  worker.onmessage = ({ data }) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.failed) call?.reject(new Error(data.failed));
    else call?.resolve(data.answer);
  };
  worker.onerror = (event) => {
    for (const call of waiting.values()) call.reject(new Error(event.message));
    waiting.clear();
  };
  /** @type {Record<string, Uint8Array<ArrayBuffer>>} */
  const parts = {};
  for (const name of ["runtime", "library", "packages", "program"]) parts[name] = await takePart(name);
  await post({ do: "start", parts }, Object.values(parts).map((part) => part.buffer));
}

/**
 * @param {object} message
 * @param {Transferable[]} [transferred]
 * @returns {Promise<any>}
 */
function post(message, transferred = []) {
  const id = ++calls;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, ...message }, transferred);
  });
}

/**
 * Put files where the program finds them.
 *
 * @param {"files"|"beside"} folder
 * @param {File[]} files
 */
export async function putFiles(folder, files) {
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await post({ do: "put", folder, name: file.name, bytes }, [bytes.buffer]);
  }
}

/**
 * Ask the program something: `answer_…` of its session.
 *
 * @param {string} name
 * @param {object} [given]
 * @returns {Promise<any>}
 */
export function ask(name, given = {}) {
  return post({ do: "ask", name, given: JSON.stringify({ language: language(), ...given }) });
}

/**
 * Let the program make a file.
 *
 * @param {string} name  of the call
 * @param {object} [given]
 * @returns {Promise<MadeFile>}
 */
export async function made(name, given = {}) {
  return madeFile(await ask(name, given));
}

/**
 * Return a file that the program has made.
 *
 * @param {{path: string, name: string}} file
 * @returns {Promise<MadeFile>}
 */
export async function madeFile({ path, name }) {
  return { name, bytes: await post({ do: "get", path }) };
}
