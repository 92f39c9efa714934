/**
 * What nodes and ties look like, on the screen and in a saved picture alike. Colour never stands alone:
 * kinds of nodes have their own shapes, and gaps their own dashes.
 *
 * @typedef {import("./data.js").MapData} MapData
 * @typedef {import("./data.js").MapNode} MapNode
 * @typedef {import("./data.js").Tie} Tie
 * @typedef {import("./data.js").Stroke} Stroke
 * @typedef {import("./data.js").NodeStyle} NodeStyle
 * @typedef {NodeStyle & {scale: number}} NodeLook  where the size shows a figure, width, height and fontSize are scaled
 */

export const INK = "#1a1a1a";
export const FACE = 'Arial, "Liberation Sans", Helvetica, sans-serif';
const BOX_SCALES = { smallest: 0.72, largest: 1 };
const MARK_SCALES = { smallest: 9 / 13, largest: 20 / 13 };
export const BADGE = { font: 11, width: 1.5, fill: "#ffffff", border: "#c63d00", ink: "#8a2a00" };

/**
 * @param {MapData} data
 * @param {MapNode} node
 * @param {string} figure  the figure that the size shows, or ""
 * @returns {NodeLook}
 */
export function nodeLook(data, node, figure) {
  const style = nodeStyle(data, node);
  const share = shareOf(data, node, figure);
  const scales = style.shape === "box" ? BOX_SCALES : MARK_SCALES;
  const scale = share === null ? 1 : scales.smallest + (scales.largest - scales.smallest) * Math.sqrt(share);
  return {
    ...style,
    scale,
    width: style.width * scale,
    height: style.height * scale,
    fontSize: style.shape === "box" ? style.fontSize * scale : style.fontSize,
  };
}

/**
 * @param {MapData} data
 * @param {MapNode} node
 * @returns {NodeStyle}
 */
function nodeStyle({ nodeStyles, colours }, node) {
  const kind = node.working === false ? "excluded_arena" : node.kind;
  const style = nodeStyles[kind];
  const colour = colours[node.sector ?? ""];
  return colour ? { ...style, fill: colour.fill, ink: colour.text } : style;
}

/**
 * Where the middle of a node is drawn.
 *
 * @param {import("./data.js").View} view
 * @param {MapNode} node
 * @param {import("./state.js").ReadonlyState} state
 * @returns {import("./data.js").Point}
 */
export function middleOf(view, node, state) {
  return positionOf(view, node.key, state);
}

/**
 * @param {NodeLook} look
 * @param {import("./data.js").Point} middle
 * @returns {import("./data.js").Box}
 */
export function boxOf({ width, height }, [x, y]) {
  return { left: x - width / 2, top: y - height / 2, width, height };
}

/**
 * @param {import("./data.js").View} view
 * @param {string} key
 * @param {import("./state.js").ReadonlyState} state
 * @returns {import("./data.js").Point}
 */
export function positionOf(view, key, state) {
  return state.moved[view.id]?.[key] ?? /** @type {import("./data.js").Point} */ (view.nodes[key]);
}

/**
 * Where the number of possible gaps is drawn: at the upper right corner.
 *
 * @param {NodeLook} look
 * @param {import("./data.js").Point} middle
 * @returns {import("./data.js").Point}
 */
export function badgePosition(look, [x, y]) {
  return [x + look.width / 2 - 2, y - look.height / 2 + 1];
}

/** @param {number} gaps */
export function badgeRadius(gaps) {
  return gaps > 9 ? 10 : 8;
}

/**
 * The figure of a node as a share of the largest that any node has; null where the node has no such figure.
 *
 * @param {MapData} data
 * @param {MapNode} node
 * @param {string} figure
 */
export function shareOf(data, node, figure) {
  const value = node.figures?.[figure];
  if (!figure || value === undefined) return null;
  const largest = largestFigures(data).get(figure) ?? 0;
  return largest ? value / largest : 0;
}

/** @type {WeakMap<MapData, Map<string, number>>} Cached: each node needs it. */
const LARGEST_FIGURES = new WeakMap();

/** @param {MapData} data */
function largestFigures(data) {
  let largest = LARGEST_FIGURES.get(data);
  if (!largest) {
    largest = new Map();
    for (const node of data.nodes) {
      for (const [figure, value] of Object.entries(node.figures ?? {})) {
        largest.set(figure, Math.max(largest.get(figure) ?? 0, value));
      }
    }
    LARGEST_FIGURES.set(data, largest);
  }
  return largest;
}

/**
 * @param {MapData} data
 * @param {Tie} tie
 * @param {string|null} basis  the strongest basis of a gap that is on, or null
 * @param {number} [largestWeight]  of its kind, where the width shows the weight
 * @returns {Stroke}
 */
export function tieLook(data, tie, basis, largestWeight) {
  const stroke = (tie.kind === "missing" && basis && data.basisStrokes[basis]) || data.strokes[tie.kind];
  // One contact across a duty is enough: its ties are many, and none of them is a gap by itself.
  if (tie.from.startsWith("duty:")) return { ...stroke, width: stroke.width / 2, curve: 0 };
  if (!largestWeight || tie.weight === undefined) return stroke;
  return { ...stroke, width: 1 + 7 * Math.sqrt(tie.weight / largestWeight) };
}

/**
 * The largest weight of each kind of tie whose width shows the weight.
 *
 * @param {MapData} data
 * @param {Iterable<Tie>} ties
 * @param {boolean} weigh  whether the reader has asked for that in all kinds
 * @returns {Map<string, number>}
 */
export function largestWeights({ strokes }, ties, weigh) {
  const largest = new Map();
  for (const { kind, weight } of ties) {
    if (weight === undefined || !(weigh || strokes[kind].counts)) continue;
    largest.set(kind, Math.max(largest.get(kind) ?? 0, weight));
  }
  return largest;
}

/**
 * Which way a curved line bends, and its control point: towards the middle of the view, where fewer
 * boxes are in its way. null for a straight line.
 *
 * @param {import("./data.js").Point} from
 * @param {import("./data.js").Point} to
 * @param {number} curve
 * @returns {{type: "curvedCW"|"curvedCCW", via: import("./data.js").Point}|null}
 */
export function bend(from, to, curve) {
  if (!curve) return null;
  const cw = /** @type {const} */ ({ type: "curvedCW", via: viaPoint(from, to, curve) });
  const ccw = /** @type {const} */ ({ type: "curvedCCW", via: viaPoint(from, to, -curve) });
  return Math.hypot(...cw.via) <= Math.hypot(...ccw.via) ? cw : ccw;
}

/**
 * @param {import("./data.js").Point} from
 * @param {import("./data.js").Point} to
 * @param {number} curve
 * @returns {import("./data.js").Point}
 */
function viaPoint(from, to, curve) {
  const across = to[0] - from[0];
  const up = from[1] - to[1];
  const reach = (Math.abs(curve) * 0.5 + 0.5) * Math.hypot(across, up);
  const angle = Math.atan2(up, across) + (curve * 0.5 + 0.5) * Math.PI;
  return [from[0] + reach * Math.sin(angle), from[1] + reach * Math.cos(angle)];
}
