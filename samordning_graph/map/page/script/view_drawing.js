/**
 * A view as SVG: regions, lines, nodes and badges, placed and styled as on the screen.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Box} Box
 * @typedef {import("./data.js").MapNode} MapNode
 * @typedef {import("./data.js").Point} Point
 * @typedef {import("./data.js").Tie} Tie
 * @typedef {import("./data.js").View} View
 * @typedef {import("./filter.js").Shown} Shown
 * @typedef {import("./style.js").NodeLook} NodeLook
 *
 * @typedef {{node: MapNode, look: NodeLook, middle: Point, lines: string[]}} PlacedNode
 * @typedef {[Point, Point, Point]} Curve  a quadratic Bézier curve: from, towards, to
 */

import { rounded, svgElement } from "./dom.js";
import { BADGE, badgePosition, badgeRadius, bend, largestWeights, middleOf, nodeLook, tieLook } from "./style.js";
import { stripInvalidXml, textElement, textHeight, textWidth, wrapText } from "./svg_text.js";
import { arrowHead, arrowLength, lineStroke, nodeShape } from "./symbols.js";

const HALO = { stroke: "#ffffff", "stroke-width": 4, "stroke-linejoin": "round" };
const NAME_GAP = 4; // between a mark and its name
const NAME_LEADING = 1.08; // a name is set tight
const NAME_MARGIN = 12;
const SMALLEST_NAME_SCALE = 0.8;
const BISECTION_STEPS = 14;

/**
 * @param {App} app
 * @param {View} view
 * @param {Shown} part
 * @returns {{element: SVGElement, box: Box}}
 */
export function viewDrawing(app, view, part) {
  const state = app.store.get();
  const placed = new Map([...part.nodes].map((key) => [key, placeNode(app, view, key, state)]));
  const largest = largestWeights(app.data, view.ties, state.weigh);
  const element = svgElement(
    "g",
    {},
    ...view.regions.map((region) => regionShape(region, app.data.regionStyle)),
    ...part.ties.flatMap((tie) => {
      const basis = part.strongest.get(tie.id)?.basis ?? null;
      const stroke = tieLook(app.data, tie, basis, largest.get(tie.kind));
      return tieLine(placed, tie, stroke);
    }),
    ...[...placed.values()].map(nodeDrawing),
    ...view.regions.flatMap((region) => regionHeading(region, app.data.regionStyle)),
    ...[...placed.values()].flatMap((node) => badge(app, node)),
  );
  return { element, box: boundingBox(view, placed.values()) };
}

/**
 * @param {App} app
 * @param {View} view
 * @param {string} key
 * @param {import("./state.js").ReadonlyState} state
 * @returns {PlacedNode}
 */
function placeNode(app, view, key, state) {
  const node = /** @type {MapNode} */ (app.index.node(key));
  const look = nodeLook(app.data, node, state.figure);
  const middle = middleOf(view, node, state);
  const lines = node.label.split("\n");
  if (look.shape !== "box") return { node, look, middle, lines };
  const fontSize = fittingFontSize(look, lines);
  const wrapped = lines.flatMap((line) => wrapText(line, look.width - NAME_MARGIN, { size: fontSize }));
  const height = Math.max(look.height, textHeight(wrapped, nameStyle({ ...look, fontSize })) + 4);
  return { node, look: { ...look, fontSize, height }, middle, lines: wrapped };
}

/**
 * The font size of a name in a box: a little smaller where that keeps the name in its lines.
 *
 * @param {NodeLook} look
 * @param {string[]} lines
 */
function fittingFontSize({ fontSize, width }, lines) {
  const widest = Math.max(1, ...lines.map((line) => textWidth(line, { size: fontSize })));
  return fontSize * Math.min(1, Math.max(SMALLEST_NAME_SCALE, (width - NAME_MARGIN) / widest));
}

/**
 * @param {NodeLook} look
 * @returns {import("./svg_text.js").TextStyle}
 */
function nameStyle({ fontSize, ink }) {
  return { size: rounded(fontSize), fill: ink, anchor: "middle", leading: NAME_LEADING };
}

/**
 * The box around everything, nodes that were moved included.
 *
 * @param {View} view
 * @param {Iterable<PlacedNode>} placed
 * @returns {Box}
 */
function boundingBox(view, placed) {
  const edges = [edgesOf(view.box)];
  for (const { look, middle, lines } of placed) {
    const nameHeight = look.shape === "box" ? 0 : NAME_GAP + textHeight(lines, nameStyle(look));
    const margin = look.shape === "box" ? 10 : 60; // half a name
    const reach = look.width / 2 + margin;
    const [top, bottom] = [middle[1] - look.height / 2 - 10, middle[1] + look.height / 2 + nameHeight];
    edges.push([middle[0] - reach, top, middle[0] + reach, bottom]);
  }
  const [left, top] = [0, 1].map((i) => Math.min(...edges.map((sides) => sides[i])));
  const [right, bottom] = [2, 3].map((i) => Math.max(...edges.map((sides) => sides[i])));
  return { left, top, width: right - left, height: bottom - top };
}

/** @param {Box} box */
function edgesOf({ left, top, width, height }) {
  return [left, top, left + width, top + height];
}

/**
 * @param {import("./data.js").Region} region
 * @param {import("./data.js").RegionStyle} style
 */
function regionShape({ left, top, width, height, colour, sector }, style) {
  /** @type {Record<string, string|number>} */
  const paint =
    sector === null
      ? { fill: "none", stroke: style.border, "stroke-width": style.borderWidth, "stroke-dasharray": style.dashes.join(" ") }
      : { fill: colour ?? style.fill, "fill-opacity": style.opacity };
  return svgElement("rect", { x: left, y: top, width, height, rx: style.radius, ...paint });
}

/**
 * @param {import("./data.js").Region} region
 * @param {import("./data.js").RegionStyle} style
 */
function regionHeading({ name, left, top, width }, style) {
  const available = width - 2 * style.left;
  const text = { size: style.fontSize, bold: true };
  const size = style.fontSize * Math.min(1, available / Math.max(textWidth(name, text), 1));
  return haloed([name], left + style.left, top + style.top + (style.fontSize - size) / 2, { ...text, size: rounded(size) });
}

/**
 * A text with a white edge, to be read upon lines.
 *
 * @param {string[]} lines
 * @param {number} x
 * @param {number} top
 * @param {import("./svg_text.js").TextStyle} style
 */
function haloed(lines, x, top, style) {
  return [textElement(lines, x, top, style, { ...HALO, "aria-hidden": "true" }), textElement(lines, x, top, style)];
}

/** @param {PlacedNode} placed */
function nodeDrawing({ node, look, middle: [x, y], lines }) {
  const style = nameStyle(look);
  const name =
    look.shape === "box"
      ? [textElement(lines, x, y - textHeight(lines, style) / 2, style)]
      : haloed(lines, x, y + look.height / 2 + NAME_GAP, style);
  return svgElement("g", {}, svgElement("title", {}, stripInvalidXml(node.name)), nodeShape(look, [x, y]), ...name);
}

/**
 * @param {App} app
 * @param {PlacedNode} placed
 */
function badge(app, { node, look, middle }) {
  const gaps = app.gapsOf(node.key).length;
  return gaps ? [badgeShape(gaps, badgePosition(look, middle))] : [];
}

/**
 * @param {number} gaps
 * @param {Point} middle
 */
export function badgeShape(gaps, [x, y]) {
  const style = /** @type {const} */ ({ size: BADGE.font, bold: true, fill: BADGE.ink, anchor: "middle", leading: 1 });
  const circle = { cx: rounded(x), cy: rounded(y), r: badgeRadius(gaps) };
  return svgElement(
    "g",
    {},
    svgElement("circle", { ...circle, fill: BADGE.fill, stroke: BADGE.border, "stroke-width": BADGE.width }),
    textElement([String(gaps)], x, y - BADGE.font / 2, style),
  );
}

/**
 * A line from the edge of a node to the edge of the next; nothing where they cover each other.
 *
 * @param {Map<string, PlacedNode>} placed
 * @param {Tie} tie
 * @param {import("./data.js").Stroke} stroke
 * @returns {SVGElement[]}
 */
function tieLine(placed, tie, stroke) {
  const from = /** @type {PlacedNode} */ (placed.get(tie.from));
  const to = /** @type {PlacedNode} */ (placed.get(tie.to));
  const via = bend(from.middle, to.middle, stroke.curve)?.via;
  const whole = /** @type {Curve} */ ([from.middle, via ?? interpolate(from.middle, to.middle, 0.5), to.middle]);
  const start = shareInside(from, whole);
  const end = 1 - shareInside(to, [...whole].reverse());
  if (start >= end) return [];
  const tip = pointAt(whole, end);
  const neck = stroke.arrow ? end - Math.min(end - start, arrowLength(stroke) / curveLength(whole)) : end;
  const [a, b, c] = cutCurve(whole, start, neck).map((point) => point.map(rounded).join(" "));
  const line = svgElement("path", { d: via ? `M${a}Q${b} ${c}` : `M${a}L${c}`, ...lineStroke(stroke) });
  if (!stroke.arrow) return [line];
  const before = pointAt(whole, neck);
  return [line, arrowHead(tip, Math.atan2(tip[1] - before[1], tip[0] - before[0]), stroke)];
}

/**
 * The share of a curve, 0 to 1, that lies inside the node in whose middle it starts.
 *
 * @param {PlacedNode} placed
 * @param {Point[]} curve
 */
function shareInside({ look, middle }, curve) {
  let [inside, outside] = [0, 1];
  for (let i = 0; i < BISECTION_STEPS; i += 1) {
    const half = (inside + outside) / 2;
    if (covers(look, middle, pointAt(curve, half))) inside = half;
    else outside = half;
  }
  return outside;
}

/**
 * @param {NodeLook} look
 * @param {Point} middle
 * @param {Point} point
 */
function covers(look, middle, point) {
  const across = Math.abs(point[0] - middle[0]) / (look.width / 2);
  const down = Math.abs(point[1] - middle[1]) / (look.height / 2);
  if (look.shape === "box") return Math.max(across, down) < 1;
  return look.shape === "diamond" ? across + down < 1 : Math.hypot(across, down) < 1;
}

/**
 * @param {Point} from
 * @param {Point} to
 * @param {number} share
 * @returns {Point}
 */
function interpolate(from, to, share) {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/**
 * @param {Point[]} curve
 * @param {number} share
 */
function pointAt([from, via, to], share) {
  return interpolate(interpolate(from, via, share), interpolate(via, to, share), share);
}

/**
 * The part of a curve between two shares of it, as a curve.
 *
 * @param {Curve} curve
 * @param {number} start
 * @param {number} end
 * @returns {Curve}
 */
function cutCurve(curve, start, end) {
  const [from, via, to] = curve;
  const towards = interpolate(interpolate(from, via, start), interpolate(via, to, start), end);
  return [pointAt(curve, start), towards, pointAt(curve, end)];
}

/**
 * An upper bound, close for curves as flat as ours.
 *
 * @param {Curve} curve
 */
function curveLength([from, via, to]) {
  return Math.hypot(via[0] - from[0], via[1] - from[1]) + Math.hypot(to[0] - via[0], to[1] - via[1]);
}
