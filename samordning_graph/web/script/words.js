/** The words of the page in the language that is chosen. */

import { byId } from "../../map/page/script/dom.js";

/** @type {Record<string, Record<string, string>>} */
let texts = {};

/** @returns {string} the language that is chosen */
export function language() {
  return document.documentElement.lang;
}

/**
 * Return a text of the page.
 *
 * @param {string} key
 * @param {Record<string, string>} [values]
 */
export function words(key, values = {}) {
  return texts[language()][key].replace(/\{(\w+)\}/g, (_all, name) => values[name]);
}

/**
 * Read the texts, and let a reader choose the language.
 *
 * @param {() => void} onChange
 */
export function mountWords(onChange) {
  texts = JSON.parse(byId("texts").textContent ?? "{}");
  byId("languages").addEventListener("click", (event) => {
    const chosen = /** @type {HTMLElement} */ (event.target).closest("button")?.lang;
    if (!chosen || chosen === language()) return;
    document.documentElement.lang = chosen;
    show();
    onChange();
  });
}

function show() {
  document.title = words("title");
  for (const button of byId("languages").querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.lang === language()));
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = words(element.getAttribute("data-text") ?? "");
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", words(element.getAttribute("data-label") ?? ""));
}
