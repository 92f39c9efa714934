/** What has changed: since the workbook that was shown before, and since an earlier file. */

import { byId, element } from "../../map/page/script/dom.js";
import { drawBlocks } from "./blocks.js";
import { wishes } from "./choices.js";
import { drawProblems } from "./problem_list.js";
import { say, withStatus } from "./status_line.js";
import { words } from "./words.js";
import { ask, putFiles } from "./worker_calls.js";

/** @param {import("./blocks.js").Block[]} changes  since what was shown before */
export function showChangesSinceLast(changes) {
  byId("compared").replaceChildren();
  byId("since-last").replaceChildren(...(changes.length ? [element("h3", {}, words("changes_since")), ...drawBlocks(changes)] : []));
}

/** Let a reader choose an earlier file. */
export function mountComparison() {
  const input = /** @type {HTMLInputElement} */ (byId("earlier"));
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) withStatus(() => compare(file));
    input.value = "";
  });
}

/** @param {File} file */
async function compare(file) {
  say("comparing", { name: file.name }, true);
  await putFiles("earlier", [file]);
  const answer = await ask("compare", wishes());
  const title = words("changed", { name: file.name });
  if (answer.refused) {
    byId("compared").replaceChildren(element("p", { className: "notice" }, answer.refused), ...drawProblems(answer.problems));
  } else {
    byId("compared").replaceChildren(element("h3", {}, title), ...drawBlocks(answer.changes));
  }
  say("made", { name: title });
}
