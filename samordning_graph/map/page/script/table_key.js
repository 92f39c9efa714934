/**
 * The key below the long table: what its lines and marks say. The bases that occur, in their own strokes.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").View} View
 * @typedef {{symbol?: SVGElement, symbolWidth?: number, text: string}} KeyEntry
 */

import { byId, element, svgElement } from "./dom.js";
import { numberOfTie } from "./matters.js";
import { FRAME_OF_ALONE, PILL } from "./table_marks.js";
import { pairsOfView } from "./table_scene.js";
import { lineSymbol, SYMBOL } from "./symbols.js";

const FRAMES = {
  alone: { width: 18, radius: 3, border: FRAME_OF_ALONE.border, dashes: FRAME_OF_ALONE.dashes },
  excluded: { width: 26, radius: 6, border: PILL.borderOfExcluded, dashes: PILL.dashes },
};
/** What is told together, and the stroke that stands for it. */
const GROUPS = [
  { text: "basis_local", bases: ["required", "conditional", "local"] },
  { text: "basis_recommended", bases: ["recommended"] },
  { text: "basis_hint", bases: ["hint"] },
];

/** @param {App} app */
export function mountTableKey(app) {
  const { index, store } = app;
  const key = byId("key");

  function show() {
    const view = index.view(store.get().view);
    key.hidden = !view.isTable;
    document.body.toggleAttribute("data-table", Boolean(view.isTable) && store.get().view !== "tables");
    if (view.isTable && !key.childElementCount) key.replaceChildren(...keyElements(app, view));
  }

  store.subscribe((state, previous) => {
    if (state.view !== previous.view) show();
  });
  show();
}

/**
 * @param {App} app
 * @param {View} view
 */
function keyElements(app, view) {
  return keyEntries(app, view).map(({ symbol, symbolWidth = 0, text }) => {
    const size = { width: symbolWidth, height: SYMBOL.height };
    const image = symbol ? [svgElement("svg", { class: "sample", ...size, "aria-hidden": "true" }, symbol)] : [];
    return element("span", {}, ...image, text);
  });
}

/**
 * What the key says, a symbol and its words each: the bases that occur, and the marks.
 *
 * @param {App} app
 * @param {View} view
 * @returns {KeyEntry[]}
 */
export function keyEntries(app, view) {
  const { data, index, text } = app;
  const used = new Set(pairsOfView(app, view).map((tie) => index.finding(Math.min(...(tie.findings ?? [])))?.basis));
  const grounds = GROUPS.flatMap((group) => {
    const basis = group.bases.find((each) => used.has(each));
    return basis ? [{ symbol: lineSymbol(data.basisStrokes[basis]), symbolWidth: SYMBOL.width, text: text("table", group.text) }] : [];
  });
  const nodes = Object.keys(view.nodes).flatMap((each) => index.node(each) ?? []);
  const others = numbersOfOthers(app, view);
  const words = [
    "marks",
    ...(nodes.some(({ asked }) => asked === false) ? ["not_asked"] : []),
    ...(nodes.some(isArena) ? ["count"] : []),
  ];
  return [
    ...(grounds.length ? [{ text: text("table", "basis") }, ...grounds] : []),
    ...words.map((word) => ({ text: text("table", word) })),
    ...(nodes.some((node) => isArena(node) && node.working === false) ? [frameEntry("excluded", text("table", "excluded"))] : []),
    ...(nodes.some(({ alone }) => alone) ? [frameEntry("alone", text("table", "alone"))] : []),
    ...(grounds.length && nodes.some(isArena) ? [{ text: text("table", "past") }] : []),
    ...(others.length ? [{ text: text("table", "not_pairs", { numbers: others.join(", ") }) }] : []),
  ];
}

/** @param {import("./data.js").MapNode} node */
function isArena({ kind }) {
  return kind === "arena";
}

/**
 * The numbers up to the highest of a pair that are of what is no pair; they have no line.
 *
 * @param {App} app
 * @param {View} view
 */
function numbersOfOthers(app, view) {
  const ofPairs = new Set(pairsOfView(app, view).map((tie) => numberOfTie(app.data, tie) ?? 0));
  const most = Math.max(0, ...ofPairs);
  const numbers = app.data.matters.flatMap(({ number }) => (number !== null && number < most && !ofPairs.has(number) ? [number] : []));
  return numbers.sort((a, b) => a - b);
}

/**
 * @param {keyof typeof FRAMES} kind
 * @param {string} text
 * @returns {KeyEntry}
 */
function frameEntry(kind, text) {
  const { width, radius, border, dashes } = FRAMES[kind];
  const frame = { x: 1, y: 3, width: width - 2, height: 12, rx: radius, fill: "none", stroke: border };
  return { symbol: svgElement("rect", { ...frame, "stroke-width": 1.5, "stroke-dasharray": dashes.join(" ") }), symbolWidth: width, text };
}
