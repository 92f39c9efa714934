/** The menu of what is seldom needed: it closes when something in it is chosen, and when one goes elsewhere. */

import { byId } from "./dom.js";

/** Buttons that are pressed several times. */
const STAYS_OPEN = /^zoom-/;

export function mountMenu() {
  const menu = /** @type {HTMLDetailsElement} */ (byId("menu"));
  const opener = /** @type {HTMLElement} */ (menu.querySelector("summary"));
  // Before what is chosen is done: a dialog gives the focus back to where it was when it opened.
  menu.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (!button || STAYS_OPEN.test(button.dataset.do ?? "")) return;
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) opener.focus();
  }, { capture: true });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.preventDefault();
    menu.open = false;
    opener.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  });
}
