/** The buttons of the toolbar that change the picture. */

import { byId } from "./dom.js";
import { startState } from "./state.js";

/**
 * @param {import("./main.js").App} app
 * @param {{zoom: (factor: number) => void, showWhole: () => void}} picture
 */
export function mountTools(app, picture) {
  const { store } = app;
  const undo = /** @type {HTMLButtonElement} */ (byId("tools").querySelector("[data-do=undo]"));
  /** @type {Record<string, () => void>} */
  const actions = {
    undo: () => store.undo(),
    "show-all": () => {
      const { off } = startState("");
      store.set({ focus: null, chain: null, hidden: [], off }, { undo: true });
    },
    "zoom-in": () => picture.zoom(1.25),
    "zoom-out": () => picture.zoom(0.8),
    whole: () => picture.showWhole(),
  };
  byId("tools").addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    actions[button?.dataset.do ?? ""]?.();
  });
  store.subscribe(() => {
    undo.disabled = !store.canUndo();
  });
}
