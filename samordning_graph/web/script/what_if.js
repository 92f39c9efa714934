/** What would change if all suggested steps were taken. */

import { byId, element } from "../../map/page/script/dom.js";
import { drawBlocks } from "./blocks.js";
import { say, withStatus } from "./status_line.js";
import { words } from "./words.js";
import { ask } from "./worker_calls.js";

/** Let a reader ask. */
export function mountWhatIf() {
  byId("ask-what-if").addEventListener("click", () =>
    withStatus(async () => {
      say("calculating", {}, true);
      const { changes } = await ask("what_if");
      byId("what-if").replaceChildren(element("h3", {}, words("what_if")), element("p", {}, words("what_if_lead")), ...drawBlocks(changes));
      say("calculated");
    }),
  );
}

/** Forget what was answered: other data are shown. */
export function forgetWhatIf() {
  byId("what-if").replaceChildren();
}
