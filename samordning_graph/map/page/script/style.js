/**
 * What nodes and ties look like, on the screen and in a saved picture alike. Colour never stands alone:
 * kinds of nodes have their own shapes, and gaps their own dashes.
 *
 * @typedef {import("./data.js").MapData} MapData
 * @typedef {import("./data.js").MapNode} MapNode
 * @typedef {import("./data.js").Tie} Tie
 * @typedef {import("./data.js").Stroke} Stroke
 * @typedef {import("./data.js").NodeStyle} NodeStyle
 */

export const INK = "#1a1a1a";
export const FACE = 'Arial, "Liberation Sans", Helvetica, sans-serif';

/**
 * @param {MapData} data
 * @param {MapNode} node
 * @returns {NodeStyle}
 */
export function nodeStyle({ nodeStyles, colours }, node) {
  const kind = node.working === false ? "excluded_arena" : node.kind;
  const style = nodeStyles[kind];
  const colour = colours[node.sector ?? ""];
  return colour ? { ...style, fill: colour.fill, ink: colour.text } : style;
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

