/** The files to keep: each is made when it is asked for. */

import { byId, element } from "../../map/page/script/dom.js";
import { download } from "../../map/page/script/files.js";
import { say, withStatus } from "./status_line.js";
import { words } from "./words.js";
import { made } from "./worker_calls.js";

/**
 * @typedef {object} OfferedFile
 * @property {string} id
 * @property {string} path  where it lies, if it is made already
 * @property {string} name
 * @property {string} purpose
 */

/**
 * Make a file, and give it to the reader.
 *
 * @param {string} name  as it is called while it is made
 * @param {() => Promise<import("./worker_calls.js").MadeFile>} make
 */
export function keep(name, make) {
  return withStatus(async () => {
    say("making", { name }, true);
    const file = await make();
    download(file.name, "application/octet-stream", file.bytes);
    say("made", { name: file.name });
  });
}

/**
 * Return a list of files, each with its button.
 *
 * @param {OfferedFile[]} files
 * @param {(file: OfferedFile) => Promise<import("./worker_calls.js").MadeFile>} make
 */
export function fileRows(files, make) {
  const rows = files.map((file) => {
    const { name, purpose } = file;
    const button = element("button", { type: "button", "aria-label": `${words("keep")}: ${name}`, onclick: () => keep(name, () => make(file)) }, words("keep"));
    return element("li", {}, element("span", {}, element("strong", {}, purpose), ` (${name})`), button);
  });
  return element("ul", { className: "files" }, ...rows);
}

/** @param {OfferedFile[]} files */
export function showFiles(files) {
  const all = element("button", { type: "button", onclick: () => keep("zip", () => made("make", { file: "all" })) }, words("keep_all"));
  byId("files").replaceChildren(fileRows(files, ({ id }) => made("make", { file: id })), element("p", {}, all));
}
