/** A file that is used with the workbook that is shown: an earlier one, or decisions of a meeting. */

import { byId, element } from "../../map/page/script/dom.js";
import { wishes } from "./choices.js";
import { drawProblems } from "./problem_list.js";
import { say, withStatus } from "./status_line.js";
import { ask, putFiles } from "./worker_calls.js";

/**
 * @typedef {object} Use  what comes of such a file
 * @property {string} call
 * @property {string} status  what is said while it is used
 * @property {string} place  the id of the element where it is shown, or why it is refused
 * @property {(name: string, answer: any) => Node[]} draw
 */

/**
 * Use the file that lies beside the workbook, and show what comes of it.
 *
 * @param {Use} use
 * @param {string} name  of the file
 */
export async function useBeside({ call, status, place, draw }, name) {
  say(status, { name }, true);
  const answer = await ask(call, wishes());
  byId(place).replaceChildren(
    ...(answer.refused ? [element("p", { className: "notice" }, answer.refused), ...drawProblems(answer.problems)] : draw(name, answer)),
  );
  say("made", { name });
}

/**
 * Let a reader choose such a file.
 *
 * @param {string} input  the id of the field
 * @param {Use} use
 */
export function mountBeside(input, use) {
  const field = /** @type {HTMLInputElement} */ (byId(input));
  field.addEventListener("change", () => {
    const [file] = field.files ?? [];
    if (!file) return;
    withStatus(async () => {
      await putFiles("beside", [file]);
      field.value = "";
      await useBeside(use, file.name);
    });
  });
}
