/** What the worker needs: in the page itself, or fetched from beside it. */

import { byId } from "../../map/page/script/dom.js";

/**
 * Return a part, and let its text in the page go.
 *
 * @param {string} name
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function takePart(name) {
  const inside = document.getElementById(`part-${name}`);
  if (!inside) {
    const addresses = JSON.parse(byId("fetched").textContent ?? "{}");
    return new Uint8Array(await (await fetch(addresses[name])).arrayBuffer());
  }
  const bytes = fromBase64(inside.textContent ?? "");
  inside.remove();
  return bytes;
}

/** @param {string} text */
function fromBase64(text) {
  const quick = /** @type {any} */ (Uint8Array).fromBase64;
  return quick ? quick.call(Uint8Array, text) : Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
export async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
