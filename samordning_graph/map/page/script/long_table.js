/**
 * The long table: who sits where. Sectors stand in two columns, a service a row, and arenas as a spine
 * between. The same as `drawing/long_table.py` and `drawing/table_folding.py`, held to the same cases.
 *
 * @typedef {"left"|"right"} Side
 * @typedef {{sector: string, rows: string[], folded: number}} SectorRows  from the top; `folded` more are folded away
 * @typedef {{left: SectorRows[], right: SectorRows[], arenas: string[], arenasLeftOut: number}} LongTable
 * @typedef {Record<string, number>} Weights  how much each arena matters
 */

/** @type {readonly Side[]} */
export const SIDES = ["left", "right"];
/** In rows. */
export const BETWEEN_SECTORS = 0.5;
/** Above the first row and below the last, in pixels. */
export const TABLE_PAD = 10;
const SMALLEST_ROW = 20;
const MOST_ARENAS = 14;

/**
 * The keys of all rows, down the left column and then the right.
 *
 * @param {LongTable} table
 */
export function rowKeys({ left, right }) {
  return [...left, ...right].flatMap((sector) => sector.rows);
}

/**
 * The height of a sector in rows: those that are folded share one.
 *
 * @param {SectorRows} sector
 */
export function sectorHeight({ rows, folded }) {
  return rows.length + Number(folded > 0);
}

/**
 * How many rows a column has room for, the space between sectors included.
 *
 * @param {number} height  in pixels
 */
export function rowsThatFit(height) {
  return (height - 2 * TABLE_PAD) / SMALLEST_ROW;
}

/**
 * A table that fits, with the rows that are wanted most; a column that has room is left as it is.
 *
 * @param {LongTable} table
 * @param {number} capacity  how many rows a column has room for
 * @param {readonly string[]} wanted  rows, those wanted most first; those not named come last
 * @param {Weights} weights
 * @param {string|null} [opened]  the sector that is unfolded: the others beside it are a line each
 * @returns {LongTable}
 */
export function foldTable(table, capacity, wanted, weights, opened = null) {
  const arenas = heaviestArenas(table.arenas, weights);
  return {
    left: foldedColumn(table.left, capacity, wanted, opened),
    right: foldedColumn(table.right, capacity, wanted, opened),
    arenas,
    arenasLeftOut: table.arenasLeftOut + table.arenas.length - arenas.length,
  };
}

/**
 * The table of some rows and arenas alone, in the same order; nothing is folded away.
 *
 * @param {LongTable} table
 * @param {ReadonlySet<string>} keys
 * @returns {LongTable}
 */
export function onlyOfTable(table, keys) {
  const [left, right] = SIDES.map((side) =>
    table[side].flatMap(({ sector, rows }) => {
      const kept = rows.filter((key) => keys.has(key));
      return kept.length ? [{ sector, rows: kept, folded: 0 }] : [];
    }),
  );
  return { left, right, arenas: table.arenas.filter((key) => keys.has(key)), arenasLeftOut: 0 };
}

/**
 * The arenas that matter most, in the order that they stand in.
 *
 * @param {string[]} arenas
 * @param {Weights} weights
 */
function heaviestArenas(arenas, weights) {
  const byWeight = arenas.map((_arena, i) => i).sort((a, b) => weightOf(weights, arenas[b]) - weightOf(weights, arenas[a]));
  return byWeight
    .slice(0, MOST_ARENAS)
    .sort((a, b) => a - b)
    .map((i) => arenas[i]);
}

/**
 * @param {Weights} weights
 * @param {string} arena
 */
export function weightOf(weights, arena) {
  return Object.hasOwn(weights, arena) ? weights[arena] : 0;
}

/**
 * @param {SectorRows[]} column
 * @param {number} capacity
 * @param {readonly string[]} wanted
 * @param {string|null} opened
 * @returns {SectorRows[]}
 */
function foldedColumn(column, capacity, wanted, opened) {
  const room = capacity - BETWEEN_SECTORS * Math.max(0, column.length - 1);
  const home = new Map(column.flatMap((sector) => sector.rows.map((key) => [key, sector.sector])));
  if (home.size <= room) return column;
  const size = new Map(column.map(({ sector, rows }) => [sector, rows.length]));
  const kept = new Map(column.map(({ sector }) => [sector, 0]));
  /** @type {Set<string>} */
  const chosen = new Set();
  let height = column.length;
  for (const key of new Set([...wanted.filter((each) => home.has(each)), ...home.keys()])) {
    const sector = /** @type {string} */ (home.get(key));
    const count = kept.get(sector) ?? 0;
    if (opened !== null && size.has(opened) && sector !== opened) continue;
    // The last row of a sector takes the place of the line that says how many more there are.
    const more = count === (size.get(sector) ?? 0) - 1 ? 0 : 1;
    if (height + more > room) continue;
    height += more;
    kept.set(sector, count + 1);
    chosen.add(key);
  }
  return column.map(({ sector, rows }) => ({
    sector,
    rows: rows.filter((key) => chosen.has(key)),
    folded: rows.length - (kept.get(sector) ?? 0),
  }));
}
