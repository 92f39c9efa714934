/**
 * What vis-network is told: how it behaves, and how each node and each tie of a view is drawn.
 *
 * @typedef {import("./data.js").MapNode} MapNode
 * @typedef {import("./data.js").Point} Point
 * @typedef {import("./data.js").Stroke} Stroke
 * @typedef {import("./data.js").Tie} Tie
 * @typedef {import("./style.js").NodeLook} NodeLook
 */

import { element } from "./dom.js";
import { bend, FACE } from "./style.js";

/** Above this, ties are not drawn while a node is dragged or the map zoomed: it must keep up with the hand. */
const MANY_TIES = 1500;

/**
 * @param {import("./data.js").NodeStyle} box  a box with a name, as most nodes are
 * @param {number} tieCount
 * @param {boolean} isTouchScreen
 */
export function networkOptions(box, tieCount, isTouchScreen) {
  const isLarge = tieCount > MANY_TIES;
  return {
    autoResize: false, // it looks once a second
    physics: false,
    layout: { randomSeed: 1, improvedLayout: false },
    nodes: {
      shape: box.shape,
      font: { multi: false, size: box.fontSize, face: FACE },
      labelHighlightBold: false,
      margin: 3,
      widthConstraint: { minimum: box.width, maximum: box.width },
      heightConstraint: { minimum: box.height },
    },
    edges: { selectionWidth: 1.5, hoverWidth: 1, smooth: false, color: { inherit: false } },
    interaction: {
      dragNodes: true,
      dragView: isTouchScreen,
      hover: !isLarge,
      hideEdgesOnDrag: isLarge,
      hideEdgesOnZoom: isLarge,
      multiselect: false,
      selectConnectedEdges: false,
      tooltipDelay: 250,
      // A wheel scrolls the page; with Ctrl, or by touch, it zooms.
      zoomView: isTouchScreen,
      keyboard: false,
    },
  };
}

/**
 * What vis-network is told of a table: it keeps the nodes, and draws nothing by itself.
 *
 * @param {boolean} isTouchScreen
 */
export function tableOptions(isTouchScreen) {
  return {
    autoResize: false,
    physics: false,
    layout: { randomSeed: 1, improvedLayout: false },
    nodes: { font: { size: 1 } },
    interaction: { dragNodes: true, dragView: isTouchScreen, hover: true, multiselect: false, tooltipDelay: 250, zoomView: isTouchScreen, keyboard: false },
  };
}

/**
 * @param {MapNode} node
 * @param {NodeLook} look
 * @param {Point} middle
 * @param {{isHidden: boolean, isNew: boolean}} status
 */
export function nodeOptions(node, look, [x, y], { isHidden, isNew }) {
  const paint = { background: look.fill, border: look.border };
  return {
    id: node.key,
    label: node.label,
    hidden: isHidden,
    x,
    y,
    color: { ...paint, highlight: paint, hover: paint },
    borderWidth: look.borderWidth,
    borderWidthSelected: look.borderWidth + 3,
    shapeProperties: { borderRadius: look.radius, borderDashes: look.dashes.length ? look.dashes : false },
    ...(look.shape === "box" ? boxOptions(look, isNew) : markOptions(look)),
  };
}

/**
 * What a box has besides the default options: each option costs time, and most boxes are alike. A box that
 * has been drawn before may have had another size.
 *
 * @param {NodeLook} look
 * @param {boolean} isNew
 */
function boxOptions(look, isNew) {
  if (isNew && look.scale === 1) return { font: { color: look.ink } };
  return {
    font: { color: look.ink, size: look.fontSize },
    widthConstraint: { minimum: look.width, maximum: look.width },
    heightConstraint: { minimum: look.height },
  };
}

/**
 * A mark has its name below it, on top of whatever is drawn in that place.
 *
 * @param {NodeLook} look
 */
function markOptions(look) {
  return {
    shape: look.shape,
    size: look.width / 2,
    font: { color: look.ink, strokeWidth: 4, strokeColor: "#ffffff", vadjust: -3 },
    widthConstraint: false,
    heightConstraint: false,
  };
}

/**
 * @param {Tie} tie
 * @param {Stroke} stroke
 * @param {Point} from
 * @param {Point} to
 */
export function edgeOptions(tie, stroke, from, to) {
  const curve = bend(from, to, stroke.curve);
  return {
    id: tie.id,
    from: tie.from,
    to: tie.to,
    color: stroke.colour,
    width: stroke.width,
    // Only what differs from the default: each option costs time, and there may be thousands of ties.
    ...(stroke.dashes.length && { dashes: stroke.dashes }),
    ...(stroke.arrow && { arrows: { to: { enabled: true, scaleFactor: 0.6 } } }),
    ...(curve && { smooth: { enabled: true, type: curve.type, roundness: stroke.curve } }),
  };
}

/**
 * vis-network parses a tooltip that is a string as HTML, so it is given elements.
 *
 * @param {string[]} lines
 */
export function tooltip(lines) {
  return element("div", {}, ...lines.map((line) => element("p", {}, line)));
}
