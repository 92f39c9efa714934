/**
 * Esc: one step back, from wherever one is, until the map is as it was when it was opened. What has been
 * switched off, hidden and moved stays so: «Undo» and «Show all» bring that back.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./go_to_node.js").Viewport} Viewport
 */

import { byId, focusPicture } from "./dom.js";
import { leaveProjector } from "./projector.js";

/**
 * @param {App} app
 * @param {Viewport} viewport
 */
export function mountStepBack(app, viewport) {
  document.addEventListener("keydown", (event) => {
    const target = /** @type {Element} */ (event.target);
    // A dialog, and a field with text in it, have an Esc of their own.
    const isElsewhere = document.querySelector("dialog[open]") || target.closest("input:not([type=checkbox]), textarea");
    if (event.key !== "Escape" || event.defaultPrevented || isElsewhere) return;
    event.preventDefault();
    stepBack(app, viewport);
  });
}

/**
 * The projector leads to what it showed, the evidence to the map, and a focus to the whole map.
 *
 * @param {App} app
 * @param {Viewport} viewport
 */
export function stepBack(app, viewport) {
  const { data, store } = app;
  const { projector, drawer, selected, chain, focus, unfolded, view } = store.get();
  if (projector !== null) {
    leaveProjector(app);
  } else if (drawer && byId("side").contains(document.activeElement)) {
    store.set({ drawer: false });
    focusPicture();
  } else if (selected !== null || chain || focus !== null || unfolded !== null) {
    store.set({ selected: null, chain: null, focus: null, unfolded: null });
    viewport.showWhole();
  } else {
    store.set({ view: data.start, drawer: false, allTies: false });
    viewport.showWhole();
    if (view !== data.start) focusPicture();
  }
}
