/** Goes from a list to the map: a node or a tie is selected, made visible and centred. */

import { focusPicture } from "./dom.js";
import { changeToReveal } from "./show_hidden.js";

/**
 * @typedef {import("./main.js").App} App
 * @typedef {ReturnType<typeof import("./network.js").mountNetwork>} Viewport
 */

/**
 * @param {App} app
 * @param {Viewport} viewport
 * @param {string} id  the key of a node or the id of a tie
 */
export function goToNode({ index, store }, viewport, id) {
  const change = changeToReveal(index, store.get(), id);
  if (!change) return;
  store.set(change, { undo: change.off !== undefined });
  if (index.node(id)) viewport.centre(id);
  else viewport.showWhole();
  focusPicture();
}
