/** What has changed: since the workbook that was shown before, and since an earlier file. */

import { byId, element } from "../../map/page/script/dom.js";
import { mountBeside, useBeside } from "./beside.js";
import { drawBlocks } from "./blocks.js";
import { words } from "./words.js";

/** @param {import("./blocks.js").Block[]} changes  since what was shown before */
export function showChangesSinceLast(changes) {
  byId("compared").replaceChildren();
  byId("since-last").replaceChildren(...(changes.length ? [element("h3", {}, words("changes_since")), ...drawBlocks(changes)] : []));
}

/** @type {import("./beside.js").Use} */
const comparison = {
  call: "compare",
  status: "comparing",
  place: "compared",
  draw: (name, { changes }) => [element("h3", {}, words("changed", { name })), ...drawBlocks(changes)],
};

/** Let a reader choose an earlier file. */
export function mountComparison() {
  mountBeside("earlier", comparison);
}

/**
 * Compare with an earlier file that was given together with the workbook.
 *
 * @param {string} name
 */
export function compareWith(name) {
  return useBeside(comparison, name);
}
