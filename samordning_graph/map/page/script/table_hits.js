/** What of a scene of the long table is at a place, besides the nodes, which vis-network finds. */

import { traceWay } from "./mark_painter.js";

/** @typedef {{x: number, y: number}} Spot */

/** @type {CanvasRenderingContext2D|null} */
let hitContext = null;

/**
 * The id of the line at a place, of several the one that is painted last; null where there is none.
 *
 * @param {import("./table_scene.js").TableScene} scene
 * @param {Spot} at
 * @param {number} width  how wide a line is to a finger or a mouse
 */
export function tieInScene({ focus, numbers, ties, ways }, { x, y }, width) {
  hitContext ??= document.createElement("canvas").getContext("2d");
  const context = hitContext;
  if (!context) return null;
  context.lineWidth = width;
  const isHit = (/** @type {string} */ id) => {
    const way = ways.get(id);
    if (!way) return false;
    const path = new Path2D();
    traceWay(path, way);
    return context.isPointInStroke(path, x, y);
  };
  const drawn = focus ? [...focus.ties.keys(), ...ties.filter((tie) => numbers.has(tie.id))] : ties;
  return drawn.filter(({ id }) => isHit(id)).at(-1)?.id ?? null;
}

/**
 * @param {import("./table_marks.js").BoxShape|null} box
 * @param {Spot} at
 */
export function isInBox(box, { x, y }) {
  return box !== null && x > box.left && x < box.left + box.width && y > box.top && y < box.top + box.height;
}
