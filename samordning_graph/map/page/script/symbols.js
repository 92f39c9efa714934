/**
 * The symbols of a legend, drawn as in the picture itself.
 *
 * @typedef {import("./data.js").MapNode} MapNode
 * @typedef {import("./data.js").Point} Point
 * @typedef {import("./data.js").Stroke} Stroke
 * @typedef {import("./data.js").NodeStyle} NodeStyle
 */

import { rounded, svgElement } from "./dom.js";
import { INK, nodeStyle } from "./style.js";

/** The size of every symbol. */
export const SYMBOL = { width: 42, height: 18 };
const SHAPE_ORDER = [
  "unit",
  "external",
  "sector",
  "arena",
  "aside",
  "duty",
  "overview",
  "challenge",
  "goal",
  "strategy",
  "measure",
  "plan",
];

/** @type {Record<string, Partial<NodeStyle>>} How rows and arenas look at the long table. */
const TABLE_LOOKS = {
  unit: { width: 11, height: 11, radius: 0, fill: INK, border: INK },
  external: { width: 11, height: 11, radius: 5.5, fill: INK, border: INK, borderWidth: 1 },
  arena: { width: 36, height: 14, radius: 7, fill: "#f1f3f5", border: "#5a6570", borderWidth: 1 },
  aside: { width: 36, height: 14, radius: 7, fill: "#ffffff", border: "#8a8a8a", dashes: [4, 4] },
};

/**
 * A symbol for each shape among some nodes; an arena that does not count as a working arena has its own.
 *
 * @param {import("./data.js").MapData} data
 * @param {MapNode[]} nodes
 * @returns {{id: string, symbol: SVGElement}[]}
 */
export function shapeSymbols(data, nodes) {
  const nodeOf = new Map(nodes.map((node) => [shapeOf(node), node]));
  return SHAPE_ORDER.flatMap((id) => {
    const node = nodeOf.get(id);
    if (!node) return [];
    const { sector, ...uncoloured } = node; // colours have a list of their own
    const look = nodeStyle(data, uncoloured);
    if (Object.hasOwn(TABLE_LOOKS, id)) return { id, symbol: nodeShape({ ...look, ...TABLE_LOOKS[id] }, [SYMBOL.width / 2, SYMBOL.height / 2]) };
    const small = look.shape === "box" ? { width: 36, height: 14, radius: (look.radius * 14) / look.height } : { width: 17, height: 17 };
    return { id, symbol: nodeShape({ ...look, ...small }, [SYMBOL.width / 2, SYMBOL.height / 2]) };
  });
}

/** @param {MapNode} node */
function shapeOf(node) {
  return node.kind === "arena" && node.working === false ? "aside" : node.kind;
}

/** @param {Stroke} stroke */
export function lineSymbol(stroke) {
  const y = SYMBOL.height / 2;
  const tip = SYMBOL.width - 1;
  const line = svgElement("path", { d: `M1 ${y}H${stroke.arrow ? tip - arrowLength(stroke) : tip}`, ...lineStroke(stroke) });
  return svgElement("g", {}, line, ...(stroke.arrow ? [arrowHead([tip, y], 0, stroke)] : []));
}

/** @param {string} fill */
export function colourSymbol(fill) {
  return svgElement("rect", { x: 13, y: 3, width: 16, height: 12, fill, stroke: INK });
}

/**
 * @param {NodeStyle} look
 * @param {Point} middle
 */
function nodeShape(look, [x, y]) {
  const paint = {
    fill: look.fill,
    stroke: look.border,
    "stroke-width": look.borderWidth,
    ...dashed(look.dashes),
  };
  const { width, height } = look;
  if (look.shape === "box") {
    return svgElement("rect", { x: x - width / 2, y: y - height / 2, width, height, rx: Math.min(look.radius, height / 2), ...paint });
  }
  const reach = width / 2;
  const rise = (reach * Math.sqrt(3)) / 2;
  const corners =
    look.shape === "diamond"
      ? [[x, y - reach], [x + reach, y], [x, y + reach], [x - reach, y]]
      : [[x + reach, y], [x + reach / 2, y + rise], [x - reach / 2, y + rise], [x - reach, y], [x - reach / 2, y - rise], [x + reach / 2, y - rise]];
  return svgElement("polygon", { points: corners.map((corner) => corner.map(rounded).join(",")).join(" "), ...paint });
}

/** @param {Stroke} stroke */
export function lineStroke(stroke) {
  return { fill: "none", stroke: stroke.colour, "stroke-width": rounded(stroke.width), ...dashed(stroke.dashes) };
}

/** @param {Stroke} stroke */
function arrowLength(stroke) {
  return 7 + 1.6 * stroke.width;
}

/**
 * @param {Point} tip
 * @param {number} angle  in which it points, in radians
 * @param {Stroke} stroke
 */
export function arrowHead([x, y], angle, stroke) {
  const back = arrowLength(stroke);
  const wings = [angle + 0.4, angle - 0.4].map((side) => [x - back * Math.cos(side), y - back * Math.sin(side)]);
  const points = [[x, y], ...wings].map((corner) => corner.map(rounded).join(",")).join(" ");
  return svgElement("polygon", { points, fill: stroke.colour });
}

/**
 * @param {number[]} dashes
 * @returns {Record<string, string>}
 */
function dashed(dashes) {
  return dashes.length ? { "stroke-dasharray": dashes.join(" ") } : {};
}
