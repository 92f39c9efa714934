/** The tabs of what a municipality gives. What a tab holds is made when it is first opened. */

import { byId } from "../../map/page/script/dom.js";

/** @type {Record<string, () => void>} what fills each tab, until it is filled */
let toFill = {};

/** @returns {HTMLButtonElement[]} */
function tabs() {
  return /** @type {HTMLButtonElement[]} */ ([...byId("tabs").children]);
}

/** Let the tabs be opened by mouse and arrow keys. */
export function mountResultTabs() {
  byId("tabs").addEventListener("click", (event) => {
    const tab = /** @type {HTMLElement} */ (event.target).closest("button");
    if (tab) openTab(tab.getAttribute("aria-controls") ?? "");
  });
  byId("tabs").addEventListener("keydown", (event) => {
    const all = tabs();
    const current = all.findIndex((tab) => tab.tabIndex === 0);
    const next = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const tab = all.at(next % all.length);
    openTab(tab?.getAttribute("aria-controls") ?? "");
    tab?.focus();
  });
}

/** @param {string} id  of the panel */
export function openTab(id) {
  for (const tab of tabs()) {
    const panel = tab.getAttribute("aria-controls") ?? "";
    tab.setAttribute("aria-selected", String(panel === id));
    tab.tabIndex = panel === id ? 0 : -1;
    byId(panel).hidden = panel !== id;
  }
  document.body.dataset.tab = id;
  const fill = toFill[id];
  delete toFill[id];
  fill?.();
}

/**
 * Say anew what fills the tabs, and open the one that was open.
 *
 * @param {Record<string, () => void>} fills
 */
export function refillTabs(fills) {
  toFill = fills;
  openTab(document.body.dataset.tab ?? "answer");
}
