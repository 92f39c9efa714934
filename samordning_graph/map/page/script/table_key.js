/**
 * The key below the long table: what its lines and marks say. The bases that occur, in their own strokes.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").View} View
 * @typedef {{symbol?: SVGElement, symbolWidth?: number, text: string}} KeyEntry
 */

import { byId, element, svgElement } from "./dom.js";
import { pairsOfView } from "./table_scene.js";
import { lineSymbol, SYMBOL } from "./symbols.js";

const FRAME_WIDTH = 18;
/** Frames as they are drawn: of an actor nobody is known to work with, and of an arena that does not count. */
const ALONE = { stroke: "#444444", rx: 3, "stroke-dasharray": "4 3" };
const ASIDE = { stroke: "#8a8a8a", rx: 6, "stroke-dasharray": "4 4" };
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
  const words = [
    "marks",
    ...(nodes.some(({ asked }) => asked === false) ? ["not_asked"] : []),
    ...(nodes.some(isArena) ? ["count"] : []),
  ];
  return [
    ...(grounds.length ? [{ text: text("table", "basis") }, ...grounds] : []),
    ...words.map((word) => ({ text: text("table", word) })),
    ...(nodes.some(isAside) ? [{ symbol: frameSymbol(ASIDE), symbolWidth: FRAME_WIDTH, text: text("table", "aside") }] : []),
    ...(nodes.some(({ alone }) => alone) ? [{ symbol: frameSymbol(ALONE), symbolWidth: FRAME_WIDTH, text: text("table", "alone") }] : []),
    ...(grounds.length && nodes.some(isArena) ? [{ text: text("table", "past") }] : []),
    ...(grounds.length && data.numbering ? [{ text: data.numbering }] : []),
  ];
}

/** @param {import("./data.js").MapNode} node */
function isArena({ kind }) {
  return kind === "arena";
}

/** @param {import("./data.js").MapNode} node */
function isAside(node) {
  return isArena(node) && node.working === false;
}

/** @param {{stroke: string, rx: number, "stroke-dasharray": string}} look */
function frameSymbol(look) {
  return svgElement("rect", { x: 1, y: 3, width: FRAME_WIDTH - 2, height: 12, fill: "none", "stroke-width": 1.5, ...look });
}
