/** From a list to the map: what was found is selected, shown and brought into the middle. */

import { byId } from "./dom.js";
import { reveal } from "./show_hidden.js";

/**
 * @typedef {import("./main.js").App} App
 * @typedef {ReturnType<typeof import("./network.js").mountNetwork>} Picture
 */

/**
 * @param {App} app
 * @param {Picture} picture
 * @param {string} id  the key of a node or the id of a tie
 */
export function goTo(app, picture, id) {
  const { index, store } = app;
  const change = reveal(index, store.get(), id);
  if (!change) return;
  store.set(change, { undo: change.off !== undefined });
  if (index.node(id)) picture.centre(id);
  else picture.showWhole();
  byId("map").focus();
}
