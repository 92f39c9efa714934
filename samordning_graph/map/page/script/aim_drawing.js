/**
 * The chain of one goal, drawn when it is asked for: who holds it above, from overview to plan from left to
 * right, and below where it is followed up. Lines run between the boxes, never through one.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").MapNode} MapNode
 * @typedef {import("./data.js").Tie} Tie
 * @typedef {import("./filter.js").Shown} Shown
 */

import { AIMS } from "./aim_chain.js";
import { isActor } from "./data.js";
import { element, rounded, svgElement } from "./dom.js";
import { shown } from "./filter.js";
import { lineStroke, lineSymbol, SYMBOL } from "./symbols.js";

const COLUMNS = [["overview"], ["challenge"], ["goal", "strategy"], ["measure"], ["plan"]];
/** How far from a box a line turns. */
const TURN = 14;

/**
 * @param {App} app
 * @param {HTMLElement} grid  one that draws chains
 */
export function mountAimDrawing(app, grid) {
  const { index, store } = app;
  const place = /** @type {HTMLElement} */ (grid.querySelector(".chain-of"));
  const rows = /** @type {HTMLElement} */ (grid.querySelector(".rows"));
  /** @type {string|null} */
  let drawn = null;

  function show() {
    const state = store.get();
    const isDrawn = state.view === grid.dataset.grid && state.focus !== null && AIMS.includes(index.node(state.focus)?.kind ?? "");
    place.hidden = !isDrawn;
    rows.hidden = isDrawn;
    if (!isDrawn || !state.focus) return;
    if (drawn !== state.focus) place.replaceChildren(...chainParts(app, state.focus, shown(index, state)));
    drawn = state.focus;
    for (const button of place.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.key === state.selected));
    drawLines(app, place, shown(index, state).ties);
  }

  store.subscribe(show);
  new ResizeObserver(() => {
    if (!place.hidden) drawLines(app, place, shown(index, store.get()).ties);
  }).observe(place);
  show();
}

/**
 * @param {App} app
 * @param {string} aim
 * @param {Shown} part
 */
function chainParts(app, aim, { nodes, ties }) {
  const { data, index, store, text } = app;
  const all = [...nodes].flatMap((key) => index.node(key) ?? []);
  const band = (/** @type {MapNode[]} */ members) => element("div", { className: "band" }, ...members.map((node) => box(node, aim)));
  const columns = COLUMNS.map((kinds) => {
    const members = all.filter(({ kind }) => kinds.includes(kind));
    return element(
      "div",
      {},
      ...(members.length ? [element("h3", {}, text("controls", `shape_${members[0]?.kind}`))] : []),
      ...members.map((node) => box(node, aim)),
    );
  });
  const kinds = [...new Set(ties.map(({ kind }) => kind))];
  return [
    element("h2", {}, index.node(aim)?.name ?? aim),
    element("button", { type: "button", className: "to-rows", onclick: () => store.set({ focus: null }) }, text("grid", "rows")),
    band(all.filter(isActor)),
    element("div", { className: "columns" }, ...columns),
    band(all.filter(({ kind }) => kind === "arena")),
    element(
      "p",
      { className: "key" },
      ...kinds.map((kind) => element("span", {}, svgElement("svg", { ...SYMBOL, "aria-hidden": "true" }, lineSymbol({ ...data.strokes[kind], arrow: false })), data.words.tie[kind])),
    ),
    svgElement("svg", { class: "lines", "aria-hidden": "true" }),
  ];
}

/**
 * @param {MapNode} node
 * @param {string} aim
 */
function box({ key, name, kind }, aim) {
  return element("button", { type: "button", className: `box ${kind}${key === aim ? " chosen" : ""}`, "data-key": key }, name);
}

/**
 * @typedef {object} Placed  a box, measured from the corner of the drawing
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 * @property {number} x  of its middle
 * @property {number} y
 * @property {number} column  from the left; -1 in a band
 * @property {boolean} isFirst  whether nothing stands above it in its column
 * @property {boolean} isLast
 */

/**
 * @param {App} app
 * @param {HTMLElement} place
 * @param {Tie[]} ties
 */
function drawLines({ data }, place, ties) {
  const svg = place.querySelector("svg.lines");
  const { left, top, width, height } = place.getBoundingClientRect();
  if (!svg || !width) return;
  svg.setAttribute("viewBox", `0 0 ${rounded(width)} ${rounded(height)}`);
  const columns = [...place.querySelectorAll(".columns > div")];
  const boxes = new Map(
    [.../** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll(".box"))].map((each) => {
      const at = each.getBoundingClientRect();
      /** @type {Placed} */
      const placed = {
        left: at.left - left,
        right: at.right - left,
        top: at.top - top,
        bottom: at.bottom - top,
        x: at.left - left + at.width / 2,
        y: at.top - top + at.height / 2,
        column: columns.findIndex((column) => column.contains(each)),
        isFirst: each.previousElementSibling?.matches("button") !== true,
        isLast: !each.nextElementSibling,
      };
      return [each.dataset.key, placed];
    }),
  );
  const below = Math.max(...[...boxes.values()].filter(({ column }) => column >= 0).map(({ bottom }) => bottom)) + TURN;
  svg.replaceChildren(
    ...ties.flatMap((tie, i) => {
      const [from, to] = [boxes.get(tie.from), boxes.get(tie.to)];
      return from && to ? [svgElement("path", { d: wayBetween(from, to, below + 3 * (i % 5)), ...lineStroke(data.strokes[tie.kind]) })] : [];
    }),
  );
}

/**
 * From column to column across the gap between them, past a column below all of them, in a column along its
 * side; from a band to the edge of a column, or along its side.
 *
 * @param {Placed} from
 * @param {Placed} to
 * @param {number} below  a height below all columns
 */
function wayBetween(from, to, below) {
  const [before, after] = from.column <= to.column ? [from, to] : [to, from];
  if (before.column < 0) return wayFromBand(before, after);
  if (after.column === before.column) return `M${before.left} ${before.y}C${before.left - TURN} ${before.y} ${before.left - TURN} ${after.y} ${after.left} ${after.y}`;
  if (after.column === before.column + 1) {
    const half = (before.right + after.left) / 2;
    return `M${before.right} ${before.y}C${half} ${before.y} ${half} ${after.y} ${after.left} ${after.y}`;
  }
  return `M${before.right} ${before.y}h${TURN}V${below}H${after.left - TURN}V${after.y}h${TURN}`;
}

/**
 * @param {Placed} band
 * @param {Placed} member
 */
function wayFromBand(band, member) {
  const isAbove = band.y < member.y;
  const start = isAbove ? band.bottom : band.top;
  if (isAbove ? member.isFirst : member.isLast) {
    const end = isAbove ? member.top : member.bottom;
    const half = (start + end) / 2;
    return `M${band.x} ${start}C${band.x} ${half} ${member.x} ${half} ${member.x} ${end}`;
  }
  return `M${band.x} ${start}v${isAbove ? TURN : -TURN}H${member.left - TURN}V${member.y}h${TURN}`;
}
