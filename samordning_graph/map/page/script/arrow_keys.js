/**
 * The way over the map by arrow keys.
 *
 * @import {Point} from "./data.js"
 * @typedef {"up"|"down"|"left"|"right"} Direction
 * @typedef {ReadonlyMap<string, Point>} Places  by key
 */

/** @type {Readonly<Record<Direction, Point>>} */
export const STEPS = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] };

/**
 * The key of the nearest place in a direction, or null at the edge. What lies ahead, within 45
 * degrees to each side, comes before what is only further that way.
 *
 * @param {Direction} direction
 * @param {Point} from
 * @param {Places} places
 */
export function nearestIn(direction, from, places) {
  const [right, down] = STEPS[direction];
  return leastOf(places, ([x, y]) => {
    const ahead = (x - from[0]) * right + (y - from[1]) * down;
    const aside = Math.abs((x - from[0]) * down) + Math.abs((y - from[1]) * right);
    return ahead > 0 ? [Number(aside > ahead), Math.hypot(ahead, aside)] : null;
  });
}

/**
 * The key of the nearest place, wherever it lies.
 *
 * @param {Point} from
 * @param {Places} places
 */
export function nearestTo(from, places) {
  return leastOf(places, ([x, y]) => [Math.hypot(x - from[0], y - from[1]), 0]);
}

/**
 * The key of the place where reading begins: the uppermost, of several the one to the left.
 *
 * @param {Places} places
 */
export function firstOf(places) {
  return leastOf(places, ([x, y]) => [y, x]);
}

/**
 * @param {Places} places
 * @param {(place: Point) => [number, number]|null} cost  null for what does not count
 * @returns {string|null}
 */
function leastOf(places, cost) {
  let best = null;
  let least = [Infinity, Infinity];
  for (const [key, place] of places) {
    const cost_ = cost(place);
    if (cost_ && (cost_[0] - least[0] || cost_[1] - least[1]) < 0) [best, least] = [key, cost_];
  }
  return best;
}
