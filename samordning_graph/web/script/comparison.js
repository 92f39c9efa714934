/** What has changed: since the workbook that was shown before, and since an earlier file. */

import { byId, element } from "../../map/page/script/dom.js";
import { mountBeside } from "./beside.js";
import { drawBlocks } from "./blocks.js";
import { words } from "./words.js";

/** @param {import("./blocks.js").Block[]} changes  since what was shown before */
export function showChangesSinceLast(changes) {
  byId("compared").replaceChildren();
  byId("since-last").replaceChildren(...(changes.length ? [element("h3", {}, words("changes_since")), ...drawBlocks(changes)] : []));
}

/** Let a reader choose an earlier file. */
export function mountComparison() {
  mountBeside("earlier", "compare", "comparing", "compared", (file, { changes }) => [
    element("h3", {}, words("changed", { name: file.name })),
    ...drawBlocks(changes),
  ]);
}
