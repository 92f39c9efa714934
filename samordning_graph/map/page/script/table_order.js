/**
 * The order of the long table, read from the places of a map and written as such. The same as
 * `drawing/table_order.py` keeps of an earlier map, and as `drawing/table_places.py`.
 *
 * @import {MapNode, Point} from "./data.js"
 * @import {LongTable, SectorRows, Side} from "./long_table.js"
 */
import { isActor } from "./data.js";
import { rowKeys, SIDES } from "./long_table.js";
import { compareText } from "./text.js";

const PLACES = { columnX: 520, rowHeight: 26, pillHeight: 44, sectorHeading: 34 };

/**
 * Who sits where: each sector in the column that its rows are in, and everybody by height.
 *
 * @param {MapNode[]} nodes
 * @param {(key: string) => Point} placeOf
 * @returns {LongTable}
 */
export function tableFromPlaces(nodes, placeOf) {
  /** @type {Map<string, string[]>} */
  const sectors = new Map();
  for (const { key, sector = "" } of nodes.filter(isActor)) sectors.set(sector, [...(sectors.get(sector) ?? []), key]);
  const mean = (/** @type {string[]} */ keys, /** @type {0|1} */ axis) => keys.reduce((sum, key) => sum + placeOf(key)[axis], 0) / keys.length;
  const byPlace = (/** @type {string} */ a, /** @type {string} */ b) =>
    placeOf(a)[1] - placeOf(b)[1] || Math.abs(placeOf(a)[0]) - Math.abs(placeOf(b)[0]) || compareText(a, b);
  const placed = [...sectors]
    .map(([sector, keys]) => ({ sector, rows: keys.sort(byPlace), folded: 0, isRight: mean(keys, 0) > 0, y: mean(keys, 1) }))
    .sort((a, b) => a.y - b.y || compareText(a.sector, b.sector));
  const column = (/** @type {boolean} */ onRight) =>
    placed.filter(({ isRight }) => isRight === onRight).map(({ sector, rows, folded }) => ({ sector, rows, folded }));
  const arenas = nodes.filter(({ kind }) => kind === "arena").map(({ key }) => key);
  return { left: column(false), right: column(true), arenas: arenas.sort(byPlace), arenasLeftOut: 0 };
}

/**
 * The middle of each row and arena, as a map remembers it.
 *
 * @param {LongTable} table
 * @returns {Map<string, Point>}
 */
export function placesOfTable(table) {
  /** @type {Map<string, Point>} */
  const places = new Map();
  for (const side of SIDES) {
    let y = -roundedHalf(placedHeight(table[side]));
    for (const { rows } of table[side]) {
      y += PLACES.sectorHeading;
      for (const key of rows) {
        places.set(key, [side === "left" ? -PLACES.columnX : PLACES.columnX, y + PLACES.rowHeight / 2]);
        y += PLACES.rowHeight;
      }
    }
  }
  const height = Math.max(placedHeight(table.left), placedHeight(table.right), PLACES.pillHeight * table.arenas.length);
  table.arenas.forEach((arena, i) => {
    places.set(arena, [0, Math.round(((i + 0.5) * height) / table.arenas.length - height / 2)]);
  });
  return places;
}

/** @param {SectorRows[]} column */
function placedHeight(column) {
  return column.reduce((sum, { rows }) => sum + PLACES.sectorHeading + PLACES.rowHeight * rows.length, 0);
}

/** @param {number} height */
function roundedHalf(height) {
  return Math.round(height / 2);
}

/**
 * The table with a row or an arena before another one of its sector or of the spine; null for the last place.
 *
 * @param {LongTable} table
 * @param {string} key
 * @param {string|null} before
 * @returns {LongTable}
 */
export function withSeat(table, key, before) {
  const moved = (/** @type {string[]} */ keys) => {
    if (!keys.includes(key)) return keys;
    const others = keys.filter((other) => other !== key);
    const at = before === null ? others.length : others.indexOf(before);
    return at < 0 ? keys : [...others.slice(0, at), key, ...others.slice(at)];
  };
  const column = (/** @type {Side} */ side) => table[side].map((sector) => ({ ...sector, rows: moved(sector.rows) }));
  return { ...table, left: column("left"), right: column("right"), arenas: moved(table.arenas) };
}

/**
 * The table with a whole sector before another one of a column; null for the last place.
 *
 * @param {LongTable} table
 * @param {string} sector
 * @param {Side} side
 * @param {string|null} before
 * @returns {LongTable}
 */
export function withSector(table, sector, side, before) {
  const carried = [...table.left, ...table.right].find((each) => each.sector === sector);
  if (!carried || before === sector) return table;
  const without = (/** @type {Side} */ of) => table[of].filter((each) => each.sector !== sector);
  const target = without(side);
  const at = before === null ? target.length : target.findIndex((each) => each.sector === before);
  const filled = at < 0 ? [...target, carried] : [...target.slice(0, at), carried, ...target.slice(at)];
  return side === "left" ? { ...table, left: filled, right: without("right") } : { ...table, left: without("left"), right: filled };
}

/**
 * The keys among which one stands: the rows of its sector, or the arenas.
 *
 * @param {LongTable} table
 * @param {string} key
 */
export function seatsAround({ left, right, arenas }, key) {
  if (arenas.includes(key)) return arenas;
  return [...left, ...right].find(({ rows }) => rows.includes(key))?.rows ?? [];
}

/**
 * What has been moved, so that the places say the order of a table: only what is elsewhere than in the view.
 *
 * @param {Record<string, Point>} nodes
 * @param {LongTable} table
 * @returns {Record<string, Point>}
 */
export function movedFor(nodes, table) {
  const keys = new Set([...rowKeys(table), ...table.arenas]);
  const places = [...placesOfTable(table)].filter(([key, [x, y]]) => keys.has(key) && (nodes[key]?.[0] !== x || nodes[key]?.[1] !== y));
  return Object.fromEntries(places);
}
