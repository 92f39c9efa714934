/**
 * The way of each line of the long table: through the free channels, never through a name. A line across
 * goes through a gap between two arenas; one within a column bends out into its channel and back. The same
 * as `drawing/table_routes.py`, held to the same cases.
 *
 * @typedef {import("./data.js").Point} Point
 * @typedef {import("./table_layout.js").PlacedRow} PlacedRow
 * @typedef {import("./table_layout.js").TableLayout} TableLayout
 *
 * @typedef {{id: string, first: string, second: string}} TableLine  to be drawn between two rows
 * @typedef {Point[]} Segment  the points after the start: one for a straight line, three for a cubic curve
 * @typedef {{id: string, start: Point, segments: Segment[], badge: Point}} TableRoute  a number may stand at `badge`
 * @typedef {Map<string, Map<string, number>>} Ports  the y at which a line begins, by its row and its other end
 */

import { SIDES } from "./long_table.js";
import { MARK_REACH } from "./table_letters.js";
import { compareText } from "./text.js";

/** Between lines that begin at a row and that go through a gap, and what a line should have in one, in pixels. */
const LINE_DISTANCES = { ports: 4.5, gap: 9, wanted: 7 };
/** Of each line that is in a gap already, and of each pixel that a gap is too narrow, in pixels of detour. */
const GAP_COSTS = { company: 6, crowding: 40 };
/** How far a line within a column reaches out at least, and how near to the spine at most, in pixels. */
const ARC_DEPTHS = { shallowest: 36, freeOfSpine: 4 };
export const BADGE_RADIUS = 11;
/** Where along its curve a line may carry a number, the best place first. */
const BADGE_SHARES = [0.62, 0.5, 0.38, 0.74, 0.26];
const BADGE_SHARES_OF_ARC = [0.5, 0.4, 0.6, 0.3, 0.7];

/**
 * The ways of lines, in the given order; one whose ends are not both shown has none. Lines that come first
 * choose their gap first.
 *
 * @param {TableLayout} layout
 * @param {TableLine[]} lines
 * @returns {TableRoute[]}
 */
export function routeLines(layout, lines) {
  const drawn = lines.filter(({ first, second }) => layout.rows.has(first) && layout.rows.has(second) && first !== second);
  const ports = portsOf(layout, drawn);
  const isAcross = (/** @type {TableLine} */ { first, second }) => rowOf(layout, first).side !== rowOf(layout, second).side;
  const levels = levelsOf(layout, drawn.filter(isAcross), ports);
  const depths = depthsOf(layout, drawn.filter((line) => !isAcross(line)));
  /** @type {TableRoute[]} */
  const routes = [];
  for (const line of drawn) {
    const level = levels.get(line.id);
    const way = level === undefined ? arcWay(layout, line, ports, depths.get(line.id) ?? 0) : wayAcross(layout, line, ports, level);
    routes.push({ id: line.id, ...way, badge: badgePlace(way, routes.map(({ badge }) => badge)) });
  }
  return routes;
}

/**
 * The way from a row to the nearer side of an arena.
 *
 * @param {TableLayout} layout
 * @param {string} key
 * @param {string} arena
 * @returns {Pick<TableRoute, "start"|"segments">}
 */
export function membershipWay(layout, key, arena) {
  const row = rowOf(layout, key);
  const pill = /** @type {import("./table_layout.js").PlacedPill} */ (layout.pills.get(arena));
  const outward = outwardOf(row);
  const start = row.x + outward * MARK_REACH;
  const end = pill.x - (outward * pill.width) / 2;
  const half = (start + end) / 2;
  return { start: [start, row.y], segments: [[[half, row.y], [half, pill.y], [end, pill.y]]] };
}

/**
 * The point at a share, 0 to 1, of a cubic curve, or of a straight line.
 *
 * @param {Point} start
 * @param {Segment} segment
 * @param {number} share
 * @returns {Point}
 */
export function pointOnSegment(start, segment, share) {
  const rest = 1 - share;
  const along = (/** @type {0|1} */ axis) =>
    segment.length === 1
      ? start[axis] + (segment[0][axis] - start[axis]) * share
      : rest ** 3 * start[axis] +
        3 * rest ** 2 * share * segment[0][axis] +
        3 * rest * share ** 2 * segment[1][axis] +
        share ** 3 * segment[2][axis];
  return [along(0), along(1)];
}

/**
 * @param {TableLayout} layout
 * @param {string} key
 */
function rowOf({ rows }, key) {
  return /** @type {PlacedRow} */ (rows.get(key));
}

/** @param {PlacedRow} row */
function outwardOf({ side }) {
  return side === "left" ? 1 : -1;
}

/**
 * Of several lines at a row, those upwards within the column come first, then those across by where they
 * lead, then those downwards: so they do not cross before they have begun.
 *
 * @param {TableLayout} layout
 * @param {TableLine[]} lines
 * @returns {Ports}
 */
function portsOf(layout, lines) {
  /** @type {Map<string, Set<string>>} */
  const partners = new Map();
  for (const { first, second } of lines) {
    for (const [key, other] of [[first, second], [second, first]]) {
      partners.set(key, (partners.get(key) ?? new Set()).add(other));
    }
  }
  return new Map([...partners].map(([key, others]) => [key, portsOfRow(layout, key, others)]));
}

/**
 * @param {TableLayout} layout
 * @param {string} key
 * @param {Set<string>} others
 */
function portsOfRow(layout, key, others) {
  const row = rowOf(layout, key);
  const turn = (/** @type {string} */ other) => turnTo(row, rowOf(layout, other));
  const ordered = [...others].sort((a, b) => turn(a)[0] - turn(b)[0] || turn(a)[1] - turn(b)[1] || compareText(a, b));
  const step = Math.min(LINE_DISTANCES.ports, (layout.rowHeight * 0.7) / ordered.length);
  return new Map(ordered.map((other, i) => [other, row.y + (i - (ordered.length - 1) / 2) * step]));
}

/**
 * The sort key of a line at a row. Within a column, the nearest is innermost.
 *
 * @param {PlacedRow} row
 * @param {PlacedRow} other
 */
function turnTo(row, other) {
  if (row.side !== other.side) return [0, other.y];
  return [other.y < row.y ? -1 : 1, row.y - other.y];
}

/**
 * @param {Ports} ports
 * @param {string} key
 * @param {string} other
 */
function portOf(ports, key, other) {
  return ports.get(key)?.get(other) ?? 0;
}

/**
 * The y at which each line goes under the spine.
 *
 * @param {TableLayout} layout
 * @param {TableLine[]} lines
 * @param {Ports} ports
 */
function levelsOf({ gaps }, lines, ports) {
  /** @type {{sum: number, rank: number, id: string}[][]} */
  const inGap = gaps.map(() => []);
  lines.forEach(({ id, first, second }, rank) => {
    const ends = [portOf(ports, first, second), portOf(ports, second, first)];
    const costs = gaps.map(
      (gap, i) =>
        Math.abs(ends[0] - gap.y) +
        Math.abs(ends[1] - gap.y) +
        GAP_COSTS.crowding * Math.max(0, (inGap[i].length + 1) * LINE_DISTANCES.wanted - gap.height) +
        GAP_COSTS.company * inGap[i].length,
    );
    inGap[costs.indexOf(Math.min(...costs))].push({ sum: ends[0] + ends[1], rank, id });
  });
  /** @type {Map<string, number>} */
  const levels = new Map();
  gaps.forEach((gap, g) => {
    const inside = inGap[g].sort((a, b) => a.sum - b.sum || a.rank - b.rank);
    const step = Math.min(LINE_DISTANCES.gap, gap.height / (inside.length + 0.5));
    inside.forEach(({ id }, i) => levels.set(id, gap.y + (i - (inside.length - 1) / 2) * step));
  });
  return levels;
}

/**
 * @param {TableLayout} layout
 * @param {TableLine} line
 * @param {Ports} ports
 * @param {number} level
 * @returns {Pick<TableRoute, "start"|"segments">}
 */
function wayAcross(layout, { first, second }, ports, level) {
  const [onLeft, onRight] = rowOf(layout, first).side === "left" ? [first, second] : [second, first];
  const [leftY, rightY] = [portOf(ports, onLeft, onRight), portOf(ports, onRight, onLeft)];
  const [left, right] = [layout.left + MARK_REACH, layout.right - MARK_REACH];
  const [halfLeft, halfRight] = [(left + layout.spineLeft) / 2, (layout.spineRight + right) / 2];
  return {
    start: [left, leftY],
    segments: [
      [[halfLeft, leftY], [halfLeft, level], [layout.spineLeft, level]],
      [[layout.spineRight, level]],
      [[halfRight, level], [halfRight, rightY], [right, rightY]],
    ],
  };
}

/**
 * How far each line within a column reaches out, so that short ones nest in long ones.
 *
 * @param {TableLayout} layout
 * @param {TableLine[]} lines
 */
function depthsOf(layout, lines) {
  const deepest = layout.spineLeft - layout.left - ARC_DEPTHS.freeOfSpine;
  const shallowest = Math.min(ARC_DEPTHS.shallowest, deepest);
  /** @type {Map<string, number>} */
  const depths = new Map();
  for (const side of SIDES) {
    const nested = lines
      .filter(({ first }) => rowOf(layout, first).side === side)
      .map(({ id, first, second }) => ({ id, span: Math.abs(rowOf(layout, first).y - rowOf(layout, second).y) }))
      .sort((a, b) => a.span - b.span);
    nested.forEach(({ id }, i) => {
      const share = nested.length > 1 ? i / (nested.length - 1) : 0.35;
      depths.set(id, shallowest + share * (deepest - shallowest));
    });
  }
  return depths;
}

/**
 * @param {TableLayout} layout
 * @param {TableLine} line
 * @param {Ports} ports
 * @param {number} depth
 * @returns {Pick<TableRoute, "start"|"segments">}
 */
function arcWay(layout, { first, second }, ports, depth) {
  const ends = [portOf(ports, first, second), portOf(ports, second, first)];
  const [top, bottom] = [Math.min(...ends), Math.max(...ends)];
  const row = rowOf(layout, first);
  const outward = outwardOf(row);
  const x = row.x + outward * MARK_REACH;
  // A cubic curve reaches three quarters of the way to its control points.
  const reach = x + (outward * (depth - MARK_REACH) * 4) / 3;
  return { start: [x, top], segments: [[[reach, top], [reach, bottom], [x, bottom]]] };
}

/**
 * Where a number stands on a line: on its steepest curve, free of the numbers before it.
 *
 * @param {Pick<TableRoute, "start"|"segments">} way
 * @param {Point[]} taken
 */
function badgePlace({ start, segments }, taken) {
  const last = segments[segments.length - 1];
  const beforeLast = segments[segments.length - 2]?.at(-1) ?? start;
  const rise = (/** @type {Point} */ from, /** @type {Segment} */ to) => Math.abs(to[to.length - 1][1] - from[1]);
  const isArc = segments.length === 1;
  const isLast = !isArc && rise(beforeLast, last) > rise(start, segments[0]);
  const shares = isArc ? BADGE_SHARES_OF_ARC : isLast ? BADGE_SHARES.map((share) => 1 - share) : BADGE_SHARES;
  const places = shares.map((share) => (isLast ? pointOnSegment(beforeLast, last, share) : pointOnSegment(start, segments[0], share)));
  const isFree = (/** @type {Point} */ [x, y]) =>
    taken.every(([otherX, otherY]) => Math.abs(x - otherX) >= 2 * BADGE_RADIUS + 2 || Math.abs(y - otherY) >= 2 * BADGE_RADIUS + 2);
  return places.find(isFree) ?? places[0];
}
