/** The files to keep: each is made when it is asked for. */

import { byId, element } from "../../map/page/script/dom.js";
import { download } from "../../map/page/script/files.js";
import { say, withStatus } from "./status_line.js";
import { words } from "./words.js";
import { made } from "./worker_calls.js";

/**
 * Make a file, and give it to the reader.
 *
 * @param {string} name  as it is called while it is made
 * @param {string} call
 * @param {object} [given]
 */
export function keep(name, call, given) {
  return withStatus(async () => {
    say("making", { name }, true);
    const file = await made(call, given);
    download(file.name, "application/octet-stream", file.bytes);
    say("made", { name: file.name });
  });
}

/** @param {{id: string, name: string, purpose: string}[]} files */
export function showFiles(files) {
  const rows = files.map(({ id, name, purpose }) => {
    const button = element("button", { type: "button", "aria-label": `${words("keep")}: ${name}`, onclick: () => keep(name, "make", { file: id }) }, words("keep"));
    return element("li", {}, element("span", {}, element("strong", {}, purpose), ` (${name})`), button);
  });
  const all = element("button", { type: "button", onclick: () => keep("zip", "make", { file: "all" }) }, words("keep_all"));
  byId("files").replaceChildren(element("ul", { className: "files" }, ...rows), element("p", {}, all));
}
