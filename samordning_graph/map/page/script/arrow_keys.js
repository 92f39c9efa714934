/**
 * Where the arrow keys lead on the map.
 *
 * @import {Point} from "./data.js"
 * @typedef {"up"|"down"|"left"|"right"} Direction
 * @typedef {ReadonlyMap<string, Point>} Positions  by key
 */

/** @type {Readonly<Record<Direction, Point>>} */
export const UNIT_VECTORS = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] };

/**
 * Return the key of the nearest position in a direction, or null at the edge. What lies ahead, within
 * 45 degrees to each side, comes before what lies further to the side.
 *
 * @param {Direction} direction
 * @param {Point} from
 * @param {Positions} positions
 */
export function nearestInDirection(direction, from, positions) {
  const [right, down] = UNIT_VECTORS[direction];
  return keyOfLeastCost(positions, ([x, y]) => {
    const ahead = (x - from[0]) * right + (y - from[1]) * down;
    const sideways = Math.abs((x - from[0]) * down) + Math.abs((y - from[1]) * right);
    return ahead > 0 ? [Number(sideways > ahead), Math.hypot(ahead, sideways)] : null;
  });
}

/**
 * Return the key of the nearest position in any direction.
 *
 * @param {Point} from
 * @param {Positions} positions
 */
export function nearestTo(from, positions) {
  return keyOfLeastCost(positions, ([x, y]) => [Math.hypot(x - from[0], y - from[1]), 0]);
}

/**
 * Return the key of the topmost position, of several the leftmost: where reading begins.
 *
 * @param {Positions} positions
 */
export function topmost(positions) {
  return keyOfLeastCost(positions, ([x, y]) => [y, x]);
}

/**
 * @param {Positions} positions
 * @param {(position: Point) => [number, number]|null} costOf  null for what does not count
 * @returns {string|null}
 */
function keyOfLeastCost(positions, costOf) {
  let best = null;
  let least = [Infinity, Infinity];
  for (const [key, position] of positions) {
    const cost = costOf(position);
    if (cost && (cost[0] - least[0] || cost[1] - least[1]) < 0) [best, least] = [key, cost];
  }
  return best;
}
