/**
 * The views that are tables: one is shown at a time, a click or Enter chooses what a cell or a name is
 * about, and arrow keys lead from one to the nearest in that direction.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./arrow_keys.js").Direction} Direction
 */

import { mountAimDrawing } from "./aim_drawing.js";
import { nearestInDirection } from "./arrow_keys.js";
import { byId } from "./dom.js";
import { shown } from "./filter.js";

/** The grid of the view that is open; null where that is none. */
export function openGrid() {
  return /** @type {HTMLElement|null} */ (document.querySelector("[data-grid]:not([hidden])"));
}

/** Whether the chain of a goal can be drawn in a grid. @param {HTMLElement|null} grid */
export function drawsChains(grid) {
  return Boolean(grid?.querySelector(".chain-of"));
}

/** @param {App} app */
export function mountGrids(app) {
  const { index, store } = app;
  /** @type {HTMLElement[]|null} Not read until they are needed: they may hold thousands of marks. */
  let grids = null;

  function mounted() {
    if (grids) return grids;
    grids = parseGrids();
    byId("stage").append(...grids);
    for (const grid of grids) mountGrid(app, grid);
    return grids;
  }

  function show() {
    const state = store.get();
    const isGrid = state.view !== "tables" && !index.view(state.view).isTable;
    for (const grid of isGrid ? mounted() : (grids ?? [])) {
      grid.hidden = grid.dataset.grid !== state.view;
      if (grid.hidden) continue;
      const { nodes } = shown(index, state);
      for (const row of gridRows(grid)) row.hidden = !nodes.has(row.dataset.row ?? "");
      for (const button of gridButtons(grid)) button.setAttribute("aria-pressed", String(button.dataset.key === state.selected));
      performance.mark("drawn");
    }
    showHeadline();
  }

  store.subscribe(show);
  show();
}

/** A grid has a headline of its own, which takes the place of that of the pairs: one is read at a time. */
function showHeadline() {
  const own = openGrid()?.querySelector("h2")?.textContent ?? "";
  byId("grid-message").textContent = own;
  byId("grid-message").hidden = !own;
  byId("message").hidden = Boolean(own);
}

/** The grids inside `noscript`. They are parsed as HTML, in which Python has escaped all text. */
function parseGrids() {
  const parsed = new DOMParser().parseFromString(byId("grids-text").textContent ?? "", "text/html");
  return /** @type {HTMLElement[]} */ ([...parsed.querySelectorAll("[data-grid]")]);
}

/** @param {HTMLElement} grid */
function gridRows(grid) {
  return /** @type {NodeListOf<HTMLElement>} */ (grid.querySelectorAll("[data-row]"));
}

/** @param {HTMLElement} grid */
function gridButtons(grid) {
  return /** @type {NodeListOf<HTMLButtonElement>} */ (grid.querySelectorAll("button[data-key]"));
}

/**
 * @param {App} app
 * @param {HTMLElement} grid
 */
function mountGrid(app, grid) {
  const { store } = app;
  const table = grid.querySelector("table");
  if (drawsChains(grid)) mountAimDrawing(app, grid);

  /** Tab stops once in a table. @param {HTMLButtonElement|undefined} tabStop */
  function setTabStop(tabStop) {
    for (const button of table?.querySelectorAll("button") ?? []) button.tabIndex = button === tabStop ? 0 : -1;
  }

  grid.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    if (!button?.dataset.key) return;
    if (table?.contains(button)) setTabStop(button);
    const { key } = button.dataset;
    // What is touched again is opened.
    store.set(key === store.get().selected ? { drawer: true } : { selected: key });
  });
  table?.addEventListener("keydown", (event) => {
    const from = /** @type {Element} */ (event.target).closest("button");
    const direction = /^Arrow(Up|Down|Left|Right)$/.exec(event.key)?.[1]?.toLowerCase();
    if (!from || !direction) return;
    event.preventDefault();
    const buttons = new Map([...table.querySelectorAll("button")].filter((button) => button.offsetParent).map((button, i) => [String(i), button]));
    const places = new Map([...buttons].map(([id, button]) => [id, middleOfElement(button)]));
    const own = [...buttons].find(([, button]) => button === from)?.[0] ?? "";
    const next = buttons.get(nearestInDirection(/** @type {Direction} */ (direction), middleOfElement(from), places) ?? own);
    if (!next || next === from) return app.announce(app.text("keyboard", "edge"));
    setTabStop(next);
    next.focus();
  });
  setTabStop(table?.querySelector("button") ?? undefined);
}

/**
 * @param {Element} part
 * @returns {import("./data.js").Point}
 */
function middleOfElement(part) {
  const { left, top, width, height } = part.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
