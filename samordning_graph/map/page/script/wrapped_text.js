/**
 * Names that fit a width: on several lines, or cut. The same as `drawing/wrapped_text.py`.
 *
 * @typedef {(text: string, size: number, isBold: boolean) => number} Measure  the width of a text, in pixels
 * @typedef {{width: number, font: number, measure: Measure, isBold?: boolean}} TextRoom
 */

/**
 * A name without the parenthesis it ends with.
 *
 * @param {string} name
 */
export function withoutParenthesis(name) {
  return name.replace(/\s*\([^()]*\)$/, "") || name;
}

/**
 * A text that fits into a width, ending with «…» where it was cut.
 *
 * @param {string} text
 * @param {TextRoom} room
 */
export function shortenedText(text, { width, font, measure, isBold = false }) {
  if (measure(text, font, isBold) <= width) return text;
  let kept = text;
  while (kept && measure(`${kept}…`, font, isBold) > width) kept = kept.slice(0, -1).trimEnd();
  return `${kept}…`;
}

/**
 * A text on at most so many lines, broken between words, each no wider than a width.
 *
 * @param {string} text
 * @param {number} most
 * @param {TextRoom} room
 */
export function linesOf(text, most, room) {
  const { width, font, measure, isBold = false } = room;
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer, font, isBold) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  const fitting = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(" ")] : lines;
  return fitting.map((each) => shortenedText(each, room));
}

/**
 * The width of the widest word in some texts; 0 where there are none.
 *
 * @param {string[]} texts
 * @param {{font: number, measure: Measure, isBold?: boolean}} type
 */
export function widestWord(texts, { font, measure, isBold = false }) {
  const words = texts.flatMap((text) => text.split(/\s+/).filter(Boolean));
  return Math.max(0, ...words.map((word) => measure(word, font, isBold)));
}
