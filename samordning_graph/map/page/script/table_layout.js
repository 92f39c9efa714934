/**
 * Where each name of the long table stands on a screen or sheet of any size, in pixels. The same as
 * `drawing/table_layout.py`, held to the same cases.
 *
 * @typedef {import("./long_table.js").SectorRows} SectorRows
 * @typedef {import("./long_table.js").Side} Side
 * @typedef {import("./table_letters.js").TableInput} TableInput
 * @typedef {import("./table_letters.js").TableLetters} TableLetters
 *
 * @typedef {object} PlacedRow
 * @property {Side} side
 * @property {number} x  of its mark
 * @property {number} y  its middle
 * @property {number} width  of the widest of its lines
 * @property {string[]} lines
 * @property {boolean} isBold
 *
 * @typedef {{x: number, y: number, width: number, height: number, lines: string[]}} PlacedPill  by its middle
 *
 * @typedef {object} PlacedSector
 * @property {string} sector
 * @property {Side} side
 * @property {number} top
 * @property {number} bottom
 * @property {string[]} lines
 * @property {number} folded
 * @property {number} foldedAt  the middle of the row that says how many more there are, if there are any
 *
 * @typedef {{y: number, height: number}} FreeGap  between two arenas, by its middle
 *
 * @typedef {object} TableLayout
 * @property {number} width
 * @property {number} height
 * @property {number} rowHeight
 * @property {TableLetters} letters
 * @property {number} left  the x of the marks
 * @property {number} right
 * @property {number} spineLeft
 * @property {number} spineRight
 * @property {Map<string, PlacedRow>} rows
 * @property {PlacedSector[]} sectors
 * @property {Map<string, PlacedPill>} pills
 * @property {FreeGap[]} gaps
 * @property {number} arenasLeftOut
 */

import { BETWEEN_SECTORS, rowKeys, sectorHeight, SIDES, TABLE_PAD, weightOf } from "./long_table.js";
import { FEW_ROWS, largestLetters, PILL_PADDING } from "./table_letters.js";
import { linesOf, shortenedText, withoutParenthesis } from "./wrapped_text.js";

const LARGEST_ROWS = { many: 56, few: 72 };
/** Between two arenas, where lines go under the spine. */
const GAP_HEIGHTS = { smallest: 11, largest: 46, largestOfFew: 60 };
/** How far beside the arenas a line already runs straight: so it is seen to pass them. */
const BESIDE_SPINE = 20;
/** Below the spine, where it says how many arenas are left out. */
const ROOM_FOR_MORE = 20;

/**
 * @param {TableInput} given
 * @returns {TableLayout}
 */
export function layOut(given) {
  const { table, width, height, areFew } = given;
  const units = Math.max(unitsOf(table.left), unitsOf(table.right), 1);
  const largestRow = areFew || units < FEW_ROWS ? LARGEST_ROWS.few : LARGEST_ROWS.many;
  const rowHeight = Math.min(largestRow, (height - 2 * TABLE_PAD) / units);
  const letters = largestLetters(given, rowHeight, units);
  return {
    width,
    height,
    rowHeight,
    letters,
    left: letters.left,
    right: width - letters.left,
    spineLeft: width / 2 - letters.pillWidth / 2 - BESIDE_SPINE,
    spineRight: width / 2 + letters.pillWidth / 2 + BESIDE_SPINE,
    rows: new Map(placedRows(given, letters, rowHeight)),
    sectors: placedSectors(given, letters, rowHeight),
    ...placedSpine(given, letters),
  };
}

/**
 * The height of a column, in rows.
 *
 * @param {SectorRows[]} column
 */
function unitsOf(column) {
  return column.reduce((sum, sector) => sum + sectorHeight(sector), 0) + BETWEEN_SECTORS * Math.max(0, column.length - 1);
}

/**
 * Each sector of a column with the y of its top; the column stands in the middle.
 *
 * @param {SectorRows[]} column
 * @param {number} height
 * @param {number} rowHeight
 * @returns {[SectorRows, number][]}
 */
function topsOf(column, height, rowHeight) {
  let top = (height - unitsOf(column) * rowHeight) / 2;
  return column.map((sector) => {
    const at = top;
    top += (sectorHeight(sector) + BETWEEN_SECTORS) * rowHeight;
    return [sector, at];
  });
}

/**
 * @param {TableInput} given
 * @param {TableLetters} letters
 * @param {number} rowHeight
 * @returns {[string, PlacedRow][]}
 */
function placedRows({ table, nameOf, strong, width, height, measure }, letters, rowHeight) {
  const bareNames = rowKeys(table).map((key) => withoutParenthesis(nameOf(key)));
  const uses = new Map();
  for (const bare of bareNames) uses.set(bare, (uses.get(bare) ?? 0) + 1);
  return SIDES.flatMap((side) =>
    topsOf(table[side], height, rowHeight).flatMap(([sector, top]) =>
      sector.rows.map((key, i) => {
        const isBold = strong.has(key);
        const name = nameOf(key);
        const bare = withoutParenthesis(name);
        const choices = uses.get(bare) === 1 ? [name, bare] : [name];
        const lines = linesOfName(choices, { width: letters.nameWidth, font: letters.font, measure, isBold }, rowHeight);
        /** @type {PlacedRow} */
        const row = {
          side,
          x: side === "left" ? letters.left : width - letters.left,
          y: top + (i + 0.5) * rowHeight,
          width: Math.max(...lines.map((line) => measure(line, letters.font, isBold))),
          lines,
          isBold,
        };
        return /** @type {[string, PlacedRow]} */ ([key, row]);
      }),
    ),
  );
}

/**
 * A name as it stands in its row: whole, without its parenthesis, on two lines or cut.
 *
 * @param {string[]} choices
 * @param {import("./wrapped_text.js").TextRoom} room
 * @param {number} rowHeight
 */
function linesOfName(choices, room, rowHeight) {
  const { width, font, measure, isBold = false } = room;
  const fitting = choices.find((name) => measure(name, font, isBold) <= width);
  if (fitting !== undefined) return [fitting];
  const shortest = choices[choices.length - 1];
  return rowHeight >= 2.3 * font ? linesOf(shortest, 2, room) : [shortenedText(shortest, room)];
}

/**
 * @param {TableInput} given
 * @param {TableLetters} letters
 * @param {number} rowHeight
 * @returns {PlacedSector[]}
 */
function placedSectors({ table, sectorName, height, measure }, letters, rowHeight) {
  const font = letters.headingFont;
  return SIDES.flatMap((side) =>
    topsOf(table[side], height, rowHeight).map(([sector, top]) => {
      const tall = sectorHeight(sector) * rowHeight;
      const most = Math.max(1, Math.min(3, Math.trunc((tall + BETWEEN_SECTORS * rowHeight) / (1.1 * font))));
      return {
        sector: sector.sector,
        side,
        top,
        bottom: top + tall,
        lines: linesOf(sectorName(sector.sector), most, { width: letters.headingWidth + 4, font, measure, isBold: true }),
        folded: sector.folded,
        foldedAt: top + (sectorHeight(sector) - 0.5) * rowHeight,
      };
    }),
  );
}

/**
 * The arenas that have room, the gaps around them, and how many are left out.
 *
 * @param {TableInput} given
 * @param {TableLetters} letters
 * @returns {Pick<TableLayout, "pills"|"gaps"|"arenasLeftOut">}
 */
function placedSpine(given, { arenaFont, pillWidth }) {
  const { table, nameOf, width, height, measure } = given;
  const room = { width: pillWidth - PILL_PADDING, font: arenaFont, measure };
  const lines = new Map(table.arenas.map((arena) => [arena, linesOf(nameOf(arena), 3, room)]));
  const heights = new Map([...lines].map(([arena, { length }]) => [arena, length * arenaFont * 1.18 + 8]));
  const { shown, gap, leftOut } = arenasWithRoom(given, heights);
  const filled = sumOf(heights, shown) + gap * (shown.length + 1);
  let y = (height - (leftOut ? ROOM_FOR_MORE : 0) - filled) / 2;
  const pills = new Map();
  const gaps = [];
  for (const arena of shown) {
    const tall = heights.get(arena) ?? 0;
    gaps.push({ y: y + gap / 2, height: gap });
    y += gap;
    pills.set(arena, { x: width / 2, y: y + tall / 2, width: pillWidth, height: tall, lines: lines.get(arena) ?? [] });
    y += tall;
  }
  gaps.push({ y: y + gap / 2, height: gap });
  return { pills, gaps, arenasLeftOut: leftOut };
}

/**
 * @param {TableInput} given
 * @param {Map<string, number>} heights
 */
function arenasWithRoom({ table, height, areFew, weights }, heights) {
  const shown = [...table.arenas];
  let leftOut = table.arenasLeftOut;
  for (;;) {
    const room = height - 2 * TABLE_PAD - (leftOut ? ROOM_FOR_MORE : 0) - sumOf(heights, shown);
    const gap = Math.min(areFew ? GAP_HEIGHTS.largestOfFew : GAP_HEIGHTS.largest, room / (shown.length + 1));
    if (gap >= GAP_HEIGHTS.smallest || !shown.length) return { shown, gap, leftOut };
    // Of equals, the last: the first stands at the top, where reading begins.
    const least = Math.min(...shown.map((arena) => weightOf(weights, arena)));
    shown.splice(shown.map((arena) => weightOf(weights, arena)).lastIndexOf(least), 1);
    leftOut += 1;
  }
}

/**
 * @param {Map<string, number>} heights
 * @param {string[]} keys
 */
function sumOf(heights, keys) {
  return keys.reduce((sum, key) => sum + (heights.get(key) ?? 0), 0);
}
