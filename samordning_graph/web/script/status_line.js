/** The line that says what is going on, also to a screen reader; and what to do when the program breaks. */

import { byId, element } from "../../map/page/script/dom.js";
import { words } from "./words.js";

/** @type {() => string} */
let text = () => words("starting");

/**
 * Say something; while `busy`, that it goes on.
 *
 * @param {string} key
 * @param {Record<string, string>} [values]
 * @param {boolean} [busy]
 */
export function say(key, values = {}, busy = false) {
  text = () => words(key, values);
  byId("status").classList.toggle("busy", busy);
  showStatus();
}

/** Show it once more, in the language that was chosen. */
export function showStatus() {
  byId("status").textContent = text();
}

/**
 * Do something that takes time. What goes wrong in the program is shown, with what to send on.
 *
 * @param {() => Promise<void>} work
 */
export async function withStatus(work) {
  byId("broken").hidden = true;
  try {
    await work();
  } catch (error) {
    const details = String(error instanceof Error ? error.message : error);
    byId("broken").replaceChildren(
      element("p", {}, words("broken")),
      element("details", {}, element("summary", {}, words("broken_details")), element("pre", { tabIndex: 0 }, details)),
    );
    byId("broken").hidden = false;
    say("broken");
  }
}
