/** A file that is used with the workbook that is shown: an earlier one, or decisions of a meeting. */

import { byId, element } from "../../map/page/script/dom.js";
import { wishes } from "./choices.js";
import { drawProblems } from "./problem_list.js";
import { say, withStatus } from "./status_line.js";
import { ask, putFiles } from "./worker_calls.js";

/**
 * Let a reader choose such a file, and show what comes of it.
 *
 * @param {string} input  the id of the field
 * @param {string} call
 * @param {string} status  what is said while it is used
 * @param {string} place  the id of the element where it is shown, or why it is refused
 * @param {(file: File, answer: any) => Node[]} draw
 */
export function mountBeside(input, call, status, place, draw) {
  const field = /** @type {HTMLInputElement} */ (byId(input));
  field.addEventListener("change", () => {
    const [file] = field.files ?? [];
    if (!file) return;
    withStatus(async () => {
      say(status, { name: file.name }, true);
      await putFiles("beside", [file]);
      field.value = "";
      const answer = await ask(call, wishes());
      byId(place).replaceChildren(
        ...(answer.refused ? [element("p", { className: "notice" }, answer.refused), ...drawProblems(answer.problems)] : draw(file, answer)),
      );
      say("made", { name: file.name });
    });
  });
}
