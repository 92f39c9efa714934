/** The pages that the program writes (report, map, suggestions), shown inside this one. */

import { byId, element } from "../../map/page/script/dom.js";
import { say, withStatus } from "./status_line.js";
import { words } from "./words.js";
import { made } from "./worker_calls.js";

/** @type {Record<string, string>} the address of the page in each tab */
const addresses = {};

/**
 * Make a page, and show it in the tab of the same name.
 *
 * @param {string} id
 */
export function showPage(id) {
  const title = words(`tab_${id}`);
  return withStatus(async () => {
    say("making", { name: title }, true);
    const file = await made("make", { file: id });
    if (addresses[id]) URL.revokeObjectURL(addresses[id]);
    addresses[id] = URL.createObjectURL(new Blob([file.bytes], { type: "text/html" }));
    const link = element("a", { href: addresses[id], target: "_blank", rel: "noopener" }, words("own_tab"));
    const frame = element("iframe", { title, src: addresses[id], allow: "fullscreen; clipboard-write" });
    byId(`${id}-page`).replaceChildren(element("p", {}, link), frame);
    say("made", { name: title });
  });
}
