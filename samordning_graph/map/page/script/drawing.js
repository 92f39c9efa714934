/**
 * The view as SVG: regions, lines, nodes and numbers, in the places and with the looks of the screen.
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
 * @typedef {{node: MapNode, look: NodeLook, middle: Point, lines: string[]}} Placed
 * @typedef {[Point, Point, Point]} Curve  from, towards, to
 */

import { drawn } from "./dom.js";
import { arrowHead, arrowLength, lineStroke, nodeShape } from "./legend.js";
import { heightOf, lettered, measured, rounded, wrapped, writable } from "./svg_text.js";
import { BADGE, badgeAt, badgeRadius, bend, HEADING, heaviest, middleOf, nodeLook, REGION, tieLook } from "./style.js";

const HALO = { stroke: "#ffffff", "stroke-width": 4, "stroke-linejoin": "round" };
const UNDER_MARK = 4; // from a mark to its name
const NAME_LEADING = 1.08; // lines of a name stand close
const NAME_MARGIN = 12;
const SMALLEST_NAME = 0.8;
const HALVINGS = 14;

/**
 * @param {App} app
 * @param {View} view
 * @param {Shown} part
 * @returns {{element: SVGElement, box: Box}}
 */
export function drawing(app, view, part) {
  const state = app.store.get();
  const placed = new Map([...part.nodes].map((key) => [key, placedNode(app, view, key, state)]));
  const most = heaviest(view.ties, state.weigh);
  const element = drawn(
    "g",
    {},
    ...view.regions.map(regionShape),
    ...part.ties.flatMap((tie) => {
      const basis = part.strongest.get(tie.id)?.basis ?? null;
      const stroke = tieLook(app.data, tie, basis, most.get(tie.kind));
      return tieLine(placed, tie, stroke);
    }),
    ...[...placed.values()].map(nodeDrawing),
    ...view.regions.flatMap(regionHeading),
    ...[...placed.values()].flatMap((one) => badge(app, one)),
  );
  return { element, box: boxOf(view, placed.values()) };
}

/**
 * @param {App} app
 * @param {View} view
 * @param {string} key
 * @param {import("./state.js").Chosen} state
 * @returns {Placed}
 */
function placedNode(app, view, key, state) {
  const node = /** @type {MapNode} */ (app.index.node(key));
  const look = nodeLook(app.data, node, view, state.figure);
  const middle = middleOf(view, node, state);
  const lines = node.label.split("\n");
  if (look.shape !== "box") return { node, look, middle, lines };
  const font = fittingFont(look, lines);
  const broken = lines.flatMap((line) => wrapped(line, look.width - NAME_MARGIN, { size: font }));
  const height = Math.max(look.height, heightOf(broken, nameStyle({ ...look, font })) + 4);
  return { node, look: { ...look, font, height }, middle, lines: broken };
}

/**
 * A name that is a little too wide for its box is set smaller, so that it keeps its lines.
 *
 * @param {NodeLook} look
 * @param {string[]} lines
 */
function fittingFont({ font, width }, lines) {
  const widest = Math.max(1, ...lines.map((line) => measured(line, { size: font })));
  return font * Math.min(1, Math.max(SMALLEST_NAME, (width - NAME_MARGIN) / widest));
}

/**
 * @param {NodeLook} look
 * @returns {import("./svg_text.js").Style}
 */
function nameStyle({ font, ink }) {
  return { size: rounded(font), fill: ink, anchor: "middle", leading: NAME_LEADING };
}

/**
 * Everything is within it, moved nodes too.
 *
 * @param {View} view
 * @param {Iterable<Placed>} placed
 * @returns {Box}
 */
function boxOf(view, placed) {
  const edges = [edgesOf(view.box)];
  for (const { look, middle, lines } of placed) {
    const below = look.shape === "box" ? 0 : UNDER_MARK + heightOf(lines, nameStyle(look));
    const aside = look.shape === "box" ? 10 : 60; // half a name
    const width = look.width / 2 + aside;
    edges.push([middle[0] - width, middle[1] - look.height / 2 - 10, middle[0] + width, middle[1] + look.height / 2 + below]);
  }
  const [left, top] = [0, 1].map((i) => Math.min(...edges.map((one) => one[i])));
  const [right, bottom] = [2, 3].map((i) => Math.max(...edges.map((one) => one[i])));
  return { left, top, width: right - left, height: bottom - top };
}

/** @param {Box} box */
function edgesOf({ left, top, width, height }) {
  return [left, top, left + width, top + height];
}

/** @param {import("./data.js").Region} region */
function regionShape({ left, top, width, height, colour, sector }) {
  /** @type {Record<string, string|number>} */
  const paint =
    sector === null
      ? { fill: "none", stroke: REGION.border, "stroke-width": REGION.width, "stroke-dasharray": REGION.dashes.join(" ") }
      : { fill: colour ?? REGION.fill, "fill-opacity": REGION.opacity };
  return drawn("rect", { x: left, y: top, width, height, rx: REGION.radius, ...paint });
}

/** @param {import("./data.js").Region} region */
function regionHeading({ name, left, top, width }) {
  const room = width - 2 * HEADING.left;
  const usual = { size: HEADING.font, bold: true };
  const size = HEADING.font * Math.min(1, room / Math.max(measured(name, usual), 1));
  return haloed([name], left + HEADING.left, top + HEADING.top + (HEADING.font - size) / 2, { ...usual, size: rounded(size) });
}

/**
 * A text that can be read on lines.
 *
 * @param {string[]} lines
 * @param {number} x
 * @param {number} top
 * @param {import("./svg_text.js").Style} style
 */
function haloed(lines, x, top, style) {
  return [lettered(lines, x, top, style, { ...HALO, "aria-hidden": "true" }), lettered(lines, x, top, style)];
}

/** @param {Placed} placed */
function nodeDrawing({ node, look, middle: [x, y], lines }) {
  const style = nameStyle(look);
  const name =
    look.shape === "box"
      ? [lettered(lines, x, y - heightOf(lines, style) / 2, style)]
      : haloed(lines, x, y + look.height / 2 + UNDER_MARK, style);
  return drawn("g", {}, drawn("title", {}, writable(node.name)), nodeShape(look, [x, y]), ...name);
}

/**
 * @param {App} app
 * @param {Placed} placed
 */
function badge(app, { node, look, middle }) {
  const gaps = app.gapsOf(node.key).length;
  return gaps ? [badgeShape(gaps, badgeAt(look, middle))] : [];
}

/**
 * @param {number} gaps
 * @param {Point} middle
 */
export function badgeShape(gaps, [x, y]) {
  const style = /** @type {const} */ ({ size: BADGE.font, bold: true, fill: BADGE.ink, anchor: "middle", leading: 1 });
  const circle = { cx: rounded(x), cy: rounded(y), r: badgeRadius(gaps) };
  return drawn(
    "g",
    {},
    drawn("circle", { ...circle, fill: BADGE.fill, stroke: BADGE.border, "stroke-width": BADGE.width }),
    lettered([String(gaps)], x, y - BADGE.font / 2, style),
  );
}

/**
 * A line from the edge of one node to the edge of another; nothing where they cover each other.
 *
 * @param {Map<string, Placed>} placed
 * @param {Tie} tie
 * @param {import("./data.js").Stroke} stroke
 * @returns {SVGElement[]}
 */
function tieLine(placed, tie, stroke) {
  const from = /** @type {Placed} */ (placed.get(tie.from));
  const to = /** @type {Placed} */ (placed.get(tie.to));
  const via = bend(from.middle, to.middle, stroke.curve)?.via;
  const whole = /** @type {Curve} */ ([from.middle, via ?? between(from.middle, to.middle, 0.5), to.middle]);
  const start = leaves(from, whole);
  const end = 1 - leaves(to, [...whole].reverse());
  if (start >= end) return [];
  const tip = pointAt(whole, end);
  const neck = stroke.arrow ? end - Math.min(end - start, arrowLength(stroke) / lengthOf(whole)) : end;
  const [a, b, c] = cutCurve(whole, start, neck).map((point) => point.map(rounded).join(" "));
  const line = drawn("path", { d: via ? `M${a}Q${b} ${c}` : `M${a}L${c}`, ...lineStroke(stroke) });
  if (!stroke.arrow) return [line];
  const before = pointAt(whole, neck);
  return [line, arrowHead(tip, Math.atan2(tip[1] - before[1], tip[0] - before[0]), stroke)];
}

/**
 * How far along a curve that starts in the middle of a node its edge is: 0 to 1.
 *
 * @param {Placed} placed
 * @param {Point[]} curve
 */
function leaves({ look, middle }, curve) {
  let [inside, outside] = [0, 1];
  for (let i = 0; i < HALVINGS; i += 1) {
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
 * @param {Point} one
 * @param {Point} other
 * @param {number} share
 * @returns {Point}
 */
function between(one, other, share) {
  return [one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share];
}

/**
 * @param {Point[]} curve
 * @param {number} share
 */
function pointAt([from, via, to], share) {
  return between(between(from, via, share), between(via, to, share), share);
}

/**
 * The part of a curve from one share of it to another, as a curve.
 *
 * @param {Curve} curve
 * @param {number} start
 * @param {number} end
 * @returns {Curve}
 */
function cutCurve(curve, start, end) {
  const [from, via, to] = curve;
  const towards = between(between(from, via, start), between(via, to, start), end);
  return [pointAt(curve, start), towards, pointAt(curve, end)];
}

/** @param {Curve} curve */
function lengthOf([from, via, to]) {
  return Math.hypot(via[0] - from[0], via[1] - from[1]) + Math.hypot(to[0] - via[0], to[1] - via[1]);
}
