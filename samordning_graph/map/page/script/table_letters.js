/**
 * How large the letters of the long table can be, and the widths that follow from it, in pixels. The same
 * as `drawing/table_letters.py`.
 *
 * @typedef {import("./long_table.js").LongTable} LongTable
 * @typedef {import("./wrapped_text.js").Measure} Measure
 *
 * @typedef {object} TableInput  what is to be laid out, where
 * @property {LongTable} table
 * @property {(key: string) => string} nameOf
 * @property {(sector: string) => string} sectorName
 * @property {ReadonlySet<string>} strong  the rows that are bold
 * @property {number} width
 * @property {number} height
 * @property {Measure} measure
 * @property {import("./long_table.js").Weights} weights
 * @property {boolean} areFew  whether these were chosen out of many, and may fill the picture
 *
 * @typedef {object} TableLetters
 * @property {number} font
 * @property {number} headingFont
 * @property {number} arenaFont
 * @property {number} nameWidth
 * @property {number} headingWidth
 * @property {number} left  the x of the marks of the left column
 * @property {number} pillWidth
 */

import { rowKeys } from "./long_table.js";
import { widestWord } from "./wrapped_text.js";

/** From the middle of a mark to where its lines begin. */
export const MARK_REACH = 7;
/** From the middle of a mark to its name. */
export const NAME_DISTANCE = 16;
/** Outside a heading, and between it and its rows. */
export const TABLE_MARGIN = 12;
const STRIPE_ROOM = 14;
/** Nobody reads less on a projector. */
const SMALLEST_FONT = 14;
const LARGEST_FONTS = { many: 24, few: 28, heading: 18, arena: 18, arenaOfFew: 22 };
const FONT_STEP = 0.5;
export const FEW_ROWS = 10;
const SOME_ROWS = 14;
/** Of the width, for the names of a column and for lines on both sides of the spine. */
const WIDTH_SHARES = { names: 0.212, fewNames: 0.27, channels: 0.17 };
export const PILL_PADDING = 46;
const PILL_WIDTHS = { smallest: 90, largest: 232, largestOfFew: 300 };
/** Never less than this for lines on both sides of the spine. */
const BOTH_CHANNELS = 160;

/**
 * The largest letters in which the names fit and lines have room.
 *
 * @param {TableInput} given
 * @param {number} rowHeight
 * @param {number} units  the height of the taller column in rows
 * @returns {TableLetters}
 */
export function largestLetters(given, rowHeight, units) {
  const isFree = given.areFew || units < SOME_ROWS;
  const widthOfNames = given.width * (isFree ? WIDTH_SHARES.fewNames : WIDTH_SHARES.names);
  const largest = given.areFew || units < FEW_ROWS ? LARGEST_FONTS.few : LARGEST_FONTS.many;
  let font = Math.min(Math.max(SMALLEST_FONT, rowHeight * 0.6), largest);
  for (;;) {
    const widest = widestName(given, font);
    const letters = lettersOf(given, font, Math.min(widthOfNames, widest));
    const channels = given.width - 2 * letters.left - letters.pillWidth;
    const fits = widest <= widthOfNames && channels >= given.width * WIDTH_SHARES.channels;
    if (fits || font <= SMALLEST_FONT) return withChannels(given, letters);
    font = Math.max(SMALLEST_FONT, font - FONT_STEP);
  }
}

/**
 * @param {TableInput} given
 * @param {number} font
 */
function widestName({ table, nameOf, strong, measure }, font) {
  return Math.max(0, ...rowKeys(table).map((key) => measure(nameOf(key), font, strong.has(key))));
}

/**
 * @param {TableInput} given
 * @param {number} font
 * @param {number} widthOfNames
 * @returns {TableLetters}
 */
function lettersOf({ table, nameOf, sectorName, width, measure, areFew }, font, widthOfNames) {
  const headingFont = Math.min(Math.max(SMALLEST_FONT, 0.9 * font), LARGEST_FONTS.heading);
  const largestArenaFont = areFew ? LARGEST_FONTS.arenaOfFew : LARGEST_FONTS.arena;
  const arenaFont = Math.min(Math.max(SMALLEST_FONT, 0.92 * font), largestArenaFont);
  const headings = [...table.left, ...table.right].map(({ sector }) => sectorName(sector));
  const headingWidth = Math.min(
    Math.max(96, width * 0.075),
    widestWord(headings, { font: headingFont, measure, isBold: true }),
  );
  const nameWidth = 6 + widthOfNames;
  const left = TABLE_MARGIN + headingWidth + STRIPE_ROOM + nameWidth + NAME_DISTANCE;
  const least = widestWord(table.arenas.map(nameOf), { font: arenaFont, measure }) + PILL_PADDING;
  const largestPill = areFew ? PILL_WIDTHS.largestOfFew : PILL_WIDTHS.largest;
  const pillWidth = Math.max(least, Math.min(largestPill, (width - 2 * left) * 0.4));
  return { font, headingFont, arenaFont, nameWidth, headingWidth, left, pillWidth };
}

/**
 * The same with room for lines: names are cut rather than lines squeezed between them.
 *
 * @param {TableInput} given
 * @param {TableLetters} letters
 * @returns {TableLetters}
 */
function withChannels({ width }, letters) {
  const room = width - 2 * letters.left;
  const lacking = Math.max(0, PILL_WIDTHS.smallest + BOTH_CHANNELS - room) / 2;
  return {
    ...letters,
    nameWidth: letters.nameWidth - lacking,
    left: letters.left - lacking,
    pillWidth: Math.max(PILL_WIDTHS.smallest, Math.min(letters.pillWidth, room - BOTH_CHANNELS)),
  };
}
