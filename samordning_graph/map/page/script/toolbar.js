/** The buttons of the toolbar that change what is shown on the map. */

import { byId } from "./dom.js";
import { initialState } from "./state.js";

/**
 * @param {import("./main.js").App} app
 * @param {import("./go_to_node.js").Viewport} viewport
 */
export function mountToolbar({ store }, viewport) {
  const undo = /** @type {HTMLButtonElement} */ (byId("tools").querySelector("[data-do=undo]"));
  /** @type {Record<string, () => void>} */
  const actions = {
    undo: () => store.undo(),
    "show-all": () => {
      const { off } = initialState("");
      store.set({ focus: null, chain: null, hidden: [], off }, { undo: true });
    },
    "zoom-in": () => viewport.zoom(1.25),
    "zoom-out": () => viewport.zoom(0.8),
    whole: () => viewport.showWhole(),
  };
  byId("tools").addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    actions[button?.dataset.do ?? ""]?.();
  });
  store.subscribe(() => {
    undo.disabled = !store.canUndo();
  });
}
