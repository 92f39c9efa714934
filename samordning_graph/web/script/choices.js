/** The choices: how to look at the data, and for whom. */

import { byId } from "../../map/page/script/dom.js";

/** @returns {HTMLFormElement} */
function choiceForm() {
  return /** @type {HTMLFormElement} */ (byId("choices"));
}

/** Return what is chosen, as the program wants it: what is empty is not chosen. */
export function wishes() {
  const chosen = new FormData(choiceForm());
  /** @param {string} name */
  const number = (name) => (chosen.get(name) ? Number(chosen.get(name)) : null);
  return {
    as_of: chosen.get("as_of") || null,
    max_arena_size: number("max_arena_size"),
    min_meetings: number("min_meetings"),
    links: chosen.get("links"),
    reader: chosen.get("reader"),
    families: chosen.getAll("families"),
    anonymous: chosen.has("anonymous"),
  };
}

/** @param {() => void} onChange */
export function mountChoices(onChange) {
  choiceForm().addEventListener("submit", (event) => {
    event.preventDefault();
    onChange();
  });
}
