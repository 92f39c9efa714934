/** What a meeting decided: rows in a copy of the workbook, and minutes. */

import { element } from "../../map/page/script/dom.js";
import { mountBeside } from "./beside.js";
import { fileRows } from "./file_list.js";
import { madeFile } from "./worker_calls.js";

/** Let a reader choose a file of decisions. */
export function mountDecided() {
  mountBeside("decisions", {
    call: "decide",
    status: "reading_decisions",
    place: "decided",
    draw: (_name, { sentences, files }) => [
      element("ul", {}, ...sentences.map((/** @type {string} */ text) => element("li", {}, text))),
      fileRows(files, madeFile),
    ],
  });
}
