/**
 * The long table as it is seen: which rows there is room for, where they stand, and which lines are drawn.
 * Screen, picture and paper are all drawn from a scene.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Point} Point
 * @typedef {import("./data.js").Tie} Tie
 * @typedef {import("./data.js").View} View
 * @typedef {import("./filter.js").Shown} Shown
 * @typedef {import("./focus.js").Focus} Focus
 * @typedef {import("./long_table.js").LongTable} LongTable
 * @typedef {import("./state.js").ReadonlyState} ReadonlyState
 * @typedef {import("./table_layout.js").TableLayout} TableLayout
 * @typedef {import("./table_routes.js").Segment} Segment
 *
 * @typedef {{start: Point, segments: Segment[]}} Way
 * @typedef {{width: number, height: number, roomyHeight: number}} SceneSize  `roomyHeight` is that of the
 *   picture when nothing is told below it: by it rows are folded, so that they stay when something is chosen
 *
 * @typedef {object} TableScene
 * @property {App} app
 * @property {View} view
 * @property {ReadonlyState} state
 * @property {Shown} part
 * @property {LongTable} table  all rows that may be shown
 * @property {TableLayout} layout
 * @property {Focus|null} focus
 * @property {Tie[]} ties  what is drawn when nothing is in focus, the strongest pairs last
 * @property {Map<string, number|null>} numbers  of the pairs that are drawn, by the id of the tie
 * @property {Map<string, Way>} ways  by the id of the tie
 * @property {Map<string, Point>} badges  where the number of a pair stands
 * @property {Map<string, Point>} duties  where a duty is drawn when it is in focus
 */

import { isActor } from "./data.js";
import { shown } from "./filter.js";
import { focusOf } from "./focus.js";
import { foldTable, onlyOfTable, rowKeys, rowsThatFit } from "./long_table.js";
import { numberOfTie } from "./matters.js";
import { positionOf } from "./style.js";
import { textWidth } from "./svg_text.js";
import { MARK_REACH } from "./table_letters.js";
import { layOut } from "./table_layout.js";
import { tableFromPlaces } from "./table_order.js";
import { membershipWay, routeLines } from "./table_routes.js";

/** Pairs up to which all are drawn, and how many are drawn of more: nobody can follow more lines. */
const DRAWN_PAIRS = { all: 24, ofMore: 20 };
/** Lines up to which memberships are drawn at once. */
const MOST_LINES = 24;
/** More than any arena weighs otherwise. */
const WEIGHT_IN_FOCUS = 1e6;
const WEIGHT_OF_STRONG = 1000;

/**
 * @param {App} app
 * @param {View} view
 * @param {SceneSize} size
 * @returns {TableScene}
 */
export function tableScene(app, view, size) {
  const { index, store } = app;
  const state = store.get();
  const part = shown(index, { ...state, view: view.id });
  const table = tableOfView(app, view, state);
  const focus = focusOf(index, state);
  const pairs = drawnPairs(app, view, part);
  const folded = foldedTable({ app, view, state, part, table, focus, pairs }, size);
  const layout = layOut({
    ...folded,
    nameOf: (key) => index.node(key)?.name ?? key,
    sectorName: (sector) => app.data.words.sector[sector] ?? sector,
    width: size.width,
    height: size.height,
    measure: measureName,
  });
  const duties = dutyPlaces(app, view, part, layout);
  const isDrawn = (/** @type {Tie} */ { from, to }) => [from, to].every((key) => layout.rows.has(key) || layout.pills.has(key));
  const ties = [...quietTies(part, pairs, folded.areFew, state, isDrawn), ...pairs.filter(isDrawn).reverse()];
  const ways = waysOf(layout, pairs, duties, [...ties, ...(focus?.ties.keys() ?? [])]);
  return { app, view, state, part, table, layout, focus, ties, duties, numbers: new Map(pairs.map((tie) => [tie.id, numberOfTie(app.data, tie)])), ...ways };
}

/**
 * The order of a view, with what the reader has moved.
 *
 * @param {App} app
 * @param {View} view
 * @param {ReadonlyState} state
 */
export function tableOfView({ index }, view, state) {
  const nodes = Object.keys(view.nodes).flatMap((key) => index.node(key) ?? []);
  return tableFromPlaces(nodes, (key) => positionOf(view, key, state));
}

/** @type {Map<string, number>} Measuring is slow, and a width grows with the size. */
const WIDTHS = new Map();
const MEASURED_SIZE = 100;

/**
 * @param {string} text
 * @param {number} size
 * @param {boolean} isBold
 */
function measureName(text, size, isBold) {
  const key = `${isBold ? "b" : "r"}${text}`;
  let width = WIDTHS.get(key);
  if (width === undefined) {
    width = textWidth(text, { size: MEASURED_SIZE, bold: isBold });
    WIDTHS.set(key, width);
  }
  return (width * size) / MEASURED_SIZE;
}

// What is shown

/**
 * The pairs between which something may be missing, in the order of their numbers.
 *
 * @param {App} app
 * @param {View} view
 */
export function pairsOfView({ data, index }, view) {
  const place = (/** @type {Tie} */ tie) => numberOfTie(data, tie) ?? Infinity;
  return view.ties
    .filter((tie) => tie.kind === "missing" && [tie.from, tie.to].every((key) => isActor(index.node(key))))
    .sort((a, b) => place(a) - place(b) || 0);
}

/**
 * @param {App} app
 * @param {View} view
 * @param {Shown} part
 */
function drawnPairs(app, view, part) {
  const areShown = new Set(part.ties);
  const pairs = pairsOfView(app, view).filter((tie) => areShown.has(tie));
  return pairs.length > DRAWN_PAIRS.all ? pairs.slice(0, DRAWN_PAIRS.ofMore) : pairs;
}

/**
 * What is drawn besides the pairs when nothing is in focus: what was asked for, and all where that is little.
 *
 * @param {Shown} part
 * @param {Tie[]} pairs
 * @param {boolean} areFew
 * @param {ReadonlyState} state
 * @param {(tie: Tie) => boolean} isDrawn
 */
function quietTies(part, pairs, areFew, state, isDrawn) {
  const arePairs = new Set(pairs);
  const others = part.ties.filter((tie) => !arePairs.has(tie) && tie.kind !== "missing" && isDrawn(tie));
  if (areFew || state.allTies) return others;
  const unknown = others.filter((tie) => tie.kind === "not_assessed");
  const seats = others.filter((tie) => tie.kind === "takes_part" || tie.kind === "loose");
  return pairs.length + unknown.length + seats.length <= MOST_LINES ? [...seats, ...unknown] : unknown;
}

/**
 * @typedef {object} Choice  what rows are chosen from
 * @property {App} app
 * @property {View} view
 * @property {ReadonlyState} state
 * @property {Shown} part
 * @property {LongTable} table
 * @property {Focus|null} focus
 * @property {Tie[]} pairs
 */

/**
 * The rows that there is room for. A chain, and somebody with those around it, are shown alone.
 *
 * @param {Choice} choice
 * @param {SceneSize} size
 */
function foldedTable(choice, { roomyHeight }) {
  const { state, part, table, focus, pairs } = choice;
  const strong = new Set(pairs.flatMap(({ from, to }) => [from, to]));
  const isAlone = Boolean(part.chain) || (state.focus !== null && part.nodes.has(state.focus));
  const visible = onlyOfTable(table, part.nodes);
  const weights = arenaWeights(choice, strong);
  const capacity = rowsThatFit(roomyHeight);
  const atRest = foldTable(visible, capacity, wantedRows(choice, [...strong]), weights, state.unfolded);
  const areFew = isAlone && rowKeys(atRest).length === rowKeys(visible).length;
  const core = focus ? coreOf(focus) : [];
  const seen = new Set(rowKeys(atRest));
  const needsRoom = core.some((key) => isActor(choice.app.index.node(key)) && !seen.has(key));
  for (const key of core) if (Object.hasOwn(weights, key)) weights[key] += WEIGHT_IN_FOCUS;
  const wanted = wantedRows(choice, [...(needsRoom ? core : []), ...strong]);
  const shownTable = focus ? foldTable(visible, capacity, wanted, weights, needsRoom ? null : state.unfolded) : atRest;
  return { table: shownTable, strong, weights, areFew };
}

/**
 * What must be seen of a focus: what was chosen, the way between the two, and what is tied to it itself.
 *
 * @param {Focus} focus
 */
function coreOf(focus) {
  const own = [...focus.ties].filter(([, weight]) => weight !== "around").flatMap(([{ from, to }]) => [from, to]);
  return [...new Set([...focus.rings, ...focus.path, ...own])];
}

/**
 * All rows, those to be seen first: the given ones, then those with most seats.
 *
 * @param {Choice} choice
 * @param {string[]} first
 */
function wantedRows({ app, view, table }, first) {
  const seats = (/** @type {string} */ key) => app.index.tiesOf(view.id, key).filter(isSeatTie).length;
  const count = new Map(rowKeys(table).map((key) => [key, seats(key)]));
  const others = [...count].sort(([a, x], [b, y]) => y - x || Number(a > b) - Number(a < b)).map(([key]) => key);
  return [...new Set([...first, ...others])];
}

/**
 * How much each arena matters: most, how many of a pair sit in it, then how many in all.
 *
 * @param {Choice} choice
 * @param {Set<string>} strong
 * @returns {Record<string, number>}
 */
function arenaWeights({ app, view, table }, strong) {
  const weigh = (/** @type {string} */ arena) =>
    app.index
      .tiesOf(view.id, arena)
      .filter(isSeatTie)
      .reduce((sum, { from, to }) => sum + (strong.has(from) || strong.has(to) ? WEIGHT_OF_STRONG : 1), 0);
  return Object.fromEntries(table.arenas.map((arena) => [arena, weigh(arena)]));
}

/** @param {Tie} tie */
function isSeatTie({ kind }) {
  return kind === "takes_part" || kind === "loose";
}

// Where it is

/**
 * The way of each tie. Pairs are routed first and alone, so that they stay where they are whatever else is shown.
 *
 * @param {TableLayout} layout
 * @param {Tie[]} pairs
 * @param {Map<string, Point>} duties
 * @param {Tie[]} ties
 */
function waysOf(layout, pairs, duties, ties) {
  /** @type {Map<string, Way>} */
  const ways = new Map();
  const line = (/** @type {Tie} */ { id, from, to }) => ({ id, first: from, second: to });
  const routes = routeLines(layout, pairs.map(line));
  const others = [...new Set(ties)].filter((tie) => !pairs.includes(tie));
  for (const { id, start, segments } of [...routes, ...routeLines(layout, others.map(line))]) ways.set(id, { start, segments });
  for (const { id, from, to } of others) {
    const [row, other] = layout.rows.has(from) ? [from, to] : [to, from];
    if (!layout.rows.has(row)) continue;
    const duty = duties.get(other);
    if (layout.pills.has(other)) ways.set(id, membershipWay(layout, row, other));
    else if (duty) ways.set(id, dutyWay(layout, row, duty));
  }
  return { ways, badges: new Map(routes.map(({ id, badge }) => [id, badge])) };
}

/**
 * The way from a row to a duty, through the gap in which the duty lies.
 *
 * @param {TableLayout} layout
 * @param {string} key
 * @param {Point} at
 * @returns {Way}
 */
function dutyWay(layout, key, at) {
  const row = /** @type {import("./table_layout.js").PlacedRow} */ (layout.rows.get(key));
  const [outward, edge] = row.side === "left" ? [1, layout.spineLeft] : [-1, layout.spineRight];
  const start = row.x + outward * MARK_REACH;
  const half = (start + edge) / 2;
  return { start: [start, row.y], segments: [[[half, row.y], [half, at[1]], [edge, at[1]]], [at]] };
}

/**
 * Each duty lies in a gap of the spine, near its parties, two in the same gap only where there is no other.
 *
 * @param {App} app
 * @param {View} view
 * @param {Shown} part
 * @param {TableLayout} layout
 */
function dutyPlaces({ index }, view, part, layout) {
  /** @type {Map<string, Point>} */
  const places = new Map();
  const used = new Set();
  for (const key of part.nodes) {
    if (index.node(key)?.kind !== "duty") continue;
    const heights = index.tiesOf(view.id, key).flatMap(({ from, to }) => layout.rows.get(from === key ? to : from)?.y ?? []);
    const wish = heights.length ? heights.reduce((sum, y) => sum + y, 0) / heights.length : layout.height / 2;
    const nearest = [...layout.gaps].sort((a, b) => Number(used.has(a)) - Number(used.has(b)) || Math.abs(a.y - wish) - Math.abs(b.y - wish))[0];
    used.add(nearest);
    places.set(key, [layout.width / 2, nearest.y]);
  }
  return places;
}

/**
 * The middle of what is drawn; null for what is folded away.
 *
 * @param {TableScene} scene
 * @param {string} key
 * @returns {Point|null}
 */
export function middleInScene({ layout, duties }, key) {
  const placed = layout.rows.get(key) ?? layout.pills.get(key);
  return placed ? [placed.x, placed.y] : (duties.get(key) ?? null);
}
