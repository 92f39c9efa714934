/**
 * The legend of an exported sheet: only what is in the picture, as large as fits.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").MapNode} MapNode
 * @typedef {import("./data.js").View} View
 * @typedef {import("./filter.js").Shown} Shown
 *
 * @typedef {{symbol?: SVGElement, text: string}} LegendEntry
 * @typedef {[heading: string, entries: LegendEntry[]]} LegendSection
 */

import { svgElement, translated } from "./dom.js";
import { matrixTable } from "./matrix.js";
import { matrixKey } from "./matrix_drawing.js";
import { TEXT, textElement, textHeight, wrapText } from "./svg_text.js";
import { colourSymbol, lineSymbol, shapeSymbols, SYMBOL } from "./symbols.js";
import { badgeShape } from "./view_drawing.js";

export const LEGEND_WIDTH = 306;
const LEGEND_SCALES = [1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5];

/**
 * @param {App} app
 * @param {View} view
 * @param {Shown} part
 * @param {number} maxHeight
 */
export function sheetLegend(app, view, part, maxHeight) {
  const sections = sheetLegendSections(app, view, part);
  for (const scale of LEGEND_SCALES) {
    const { element, height } = legendColumn(sections, LEGEND_WIDTH / scale);
    element.setAttribute("transform", `scale(${scale})`);
    if (height * scale <= maxHeight || scale === LEGEND_SCALES.at(-1)) return svgElement("g", {}, element);
  }
  return svgElement("g", {});
}

/**
 * @param {LegendSection[]} sections
 * @param {number} width
 * @returns {import("./sheet_parts.js").Block}
 */
function legendColumn(sections, width) {
  const element = svgElement("g", {});
  let height = 0;
  for (const [heading, entries] of sections) {
    const title = wrapText(heading, width, TEXT.bold);
    element.append(textElement(title, 0, height, TEXT.bold));
    height += textHeight(title, TEXT.bold) + 3;
    for (const { symbol, text } of entries) {
      const left = symbol ? SYMBOL.width + 8 : 0;
      const style = symbol ? TEXT.plain : TEXT.small;
      const lines = wrapText(text, width - left, style);
      if (symbol) element.append(translated(svgElement("g", {}, symbol), 0, height));
      element.append(textElement(lines, left, height, style));
      height += Math.max(textHeight(lines, TEXT.plain), SYMBOL.height) + 2;
    }
    height += 7;
  }
  return { element, height };
}

/**
 * @param {App} app
 * @param {View} view
 * @param {Shown} part
 * @returns {LegendSection[]}
 */
function sheetLegendSections(app, view, part) {
  const { text } = app;
  const nodes = [...part.nodes].flatMap((key) => app.index.node(key) ?? []);
  /** @type {LegendSection[]} */
  const sections = [
    [text("controls", "heading_tie"), lineEntries(app, part)],
    [text("controls", "heading_basis"), basisEntries(app, view, part)],
    [text("controls", "heading_sector"), sectorEntries(app, nodes)],
    ...matrixSections(view),
    [text("controls", "heading_shapes"), shapeEntries(app, view, nodes)],
    [text("controls", "heading_figures"), sizeEntries(app)],
  ];
  return sections.filter(([, entries]) => entries.length);
}

/**
 * @param {View} view
 * @returns {LegendSection[]}
 */
function matrixSections(view) {
  const table = view.hasMatrix && matrixTable();
  if (!table) return [];
  const symbol = (/** @type {string} */ mark) => textElement([mark], SYMBOL.width / 2, 0, { ...TEXT.plain, anchor: "middle" });
  return [[table.caption?.textContent ?? "", matrixKey(table).map(({ mark, words }) => ({ symbol: symbol(mark), text: words }))]];
}

/**
 * @param {App} app
 * @param {Shown} part
 * @returns {LegendEntry[]}
 */
function lineEntries({ data }, part) {
  const used = new Set(part.ties.map((tie) => tie.kind));
  return Object.entries(data.words.tie)
    .filter(([kind]) => used.has(kind) && kind !== "missing")
    .map(([kind, name]) => ({ symbol: lineSymbol(data.strokes[kind]), text: name }));
}

/**
 * @param {App} app
 * @param {View} view
 * @param {Shown} part
 * @returns {LegendEntry[]}
 */
function basisEntries({ data, text }, view, part) {
  const gaps = part.ties.filter((tie) => tie.kind === "missing");
  const used = new Set(gaps.map((tie) => part.strongest.get(tie.id)?.basis));
  const entries = Object.entries(data.words.basis)
    .filter(([basis]) => used.has(basis))
    .map(([basis, name]) => ({ symbol: lineSymbol(data.basisStrokes[basis]), text: name }));
  return entries.length && view.gapsArePairs ? [...entries, { text: text("controls", "missing") }] : entries;
}

/**
 * @param {App} app
 * @param {MapNode[]} nodes
 * @returns {LegendEntry[]}
 */
function sectorEntries({ data }, nodes) {
  const used = new Set(nodes.map((node) => node.sector));
  return Object.entries(data.words.sector)
    .filter(([sector]) => used.has(sector))
    .map(([sector, name]) => ({ symbol: colourSymbol(data.colours[sector].fill), text: name }));
}

/**
 * @param {App} app
 * @param {View} view
 * @param {MapNode[]} nodes
 * @returns {LegendEntry[]}
 */
function shapeEntries({ data, gapsOf, text }, view, nodes) {
  /** @type {LegendEntry[]} */
  const entries = shapeSymbols(data, nodes, view.isTable).map(({ id, symbol }) => ({ symbol, text: text("controls", `shape_${id}`) }));
  if (nodes.some((node) => gapsOf(node.key).length)) {
    entries.push({ symbol: badgeShape(3, [SYMBOL.width / 2, SYMBOL.height / 2]), text: text("controls", "badge") });
  }
  return entries;
}

/**
 * @param {App} app
 * @returns {LegendEntry[]}
 */
function sizeEntries({ data, store, text }) {
  const { figure, weigh } = store.get();
  const name = data.figures.find(({ id }) => id === figure)?.name;
  return [
    ...(name ? [{ text: `${text("controls", "size")}: ${name}` }] : []),
    ...(weigh ? [{ text: text("controls", "width") }] : []),
  ];
}
