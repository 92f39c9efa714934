/**
 * Keeps the long table on its canvas as the state says, while it is the view that is open.
 *
 * @typedef {import("./state.js").ReadonlyState} ReadonlyState
 * @typedef {import("./main.js").App} App
 */

import { byId } from "./dom.js";
import { mountPanning } from "./panning.js";
import { TableCanvas } from "./table_canvas.js";

/** @param {App} app */
export function mountNetwork(app) {
  const { index, store } = app;
  const stage = byId("map");
  /** @type {TableCanvas|null} */
  let canvas = null;

  /** The canvas while it is seen. */
  function open() {
    return index.view(store.get().view).isTable ? canvas : null;
  }

  /** @param {ReadonlyState} state */
  function draw(state) {
    const view = index.view(state.view);
    stage.hidden = !view.isTable;
    if (state.view === "tables" || !view.isTable) return;
    if (canvas) canvas.update(state);
    else canvas = new TableCanvas(app, stage, view);
  }

  store.subscribe((state, previous) => {
    const { meeting, agenda, decisions, drawer, projector, ...drawn } = previous;
    if (Object.entries(drawn).some(([name, value]) => state[/** @type {keyof ReadonlyState} */ (name)] !== value)) draw(state);
  });
  draw(store.get());
  new ResizeObserver(() => canvas?.resize()).observe(stage);
  mountPanning(stage, () => canvas?.network ?? null, () => canvas?.leaveWhole());
  return {
    zoom: (/** @type {number} */ factor) => open()?.zoom(factor),
    showWhole: () => open()?.showWhole(),
    centre: (/** @type {string} */ key) => open()?.centre(key),
    follow: (/** @type {string} */ key) => open()?.follow(key),
    move: (/** @type {string} */ key, /** @type {import("./data.js").Point} */ step) => open()?.move(key, step),
    position: (/** @type {string} */ key) => open()?.position(key) ?? null,
  };
}
