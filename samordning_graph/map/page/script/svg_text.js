/** Text in SVG, which does not wrap text by itself: it is measured and broken into lines here. */

import { rounded, svgElement } from "./dom.js";
import { FACE, INK } from "./style.js";

/**
 * @typedef {object} TextStyle
 * @property {number} size
 * @property {boolean} [bold]
 * @property {string} [fill]
 * @property {"start"|"middle"|"end"} [anchor]
 * @property {number} [leading]  from line to line, as a multiple of the size
 */

export const QUIET_TEXT = "#4a4a4a";
/** The text styles of an exported sheet. */
export const TEXT = {
  plain: { size: 14 },
  bold: { size: 14, bold: true },
  small: { size: 13, fill: QUIET_TEXT },
};
const LEADING = 1.25;
const BASELINE_OFFSET = 0.35; // from the middle of a line to its baseline, as a multiple of the size
const INVALID_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** @type {CanvasRenderingContext2D|null} */
let measuringContext = null;

/**
 * @param {string} text
 * @param {TextStyle} style
 */
export function textWidth(text, { size, bold }) {
  measuringContext ??= document.createElement("canvas").getContext("2d");
  if (!measuringContext) return text.length * size * 0.55;
  measuringContext.font = `${bold ? "bold " : ""}${size}px ${FACE}`;
  return measuringContext.measureText(text).width;
}

/**
 * @param {string} text
 * @param {number} width
 * @param {TextStyle} style
 * @param {number} [maxLines]  the last line ends with «…» when there were more
 * @returns {string[]}
 */
export function wrapText(text, width, style, maxLines = Infinity) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean).flatMap((long) => breakWord(long, width, style))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, style) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line) lines.push(line);
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), `${lines[maxLines - 1]} …`];
}

/**
 * Break a word into pieces that fit into a line.
 *
 * @param {string} word
 * @param {number} width
 * @param {TextStyle} style
 * @returns {string[]}
 */
function breakWord(word, width, style) {
  if (textWidth(word, style) <= width) return [word];
  const letters = [...word];
  let fits = 1;
  while (textWidth(letters.slice(0, fits + 1).join(""), style) <= width) fits += 1;
  return [letters.slice(0, fits).join(""), ...breakWord(letters.slice(fits).join(""), width, style)];
}

/**
 * @param {string[]} lines
 * @param {TextStyle} style
 */
export function textHeight(lines, { size, leading = LEADING }) {
  return lines.length * size * leading;
}

/**
 * Lines of text, one below the next, as one element.
 *
 * @param {string[]} lines
 * @param {number} x
 * @param {number} top
 * @param {TextStyle} style
 * @param {Record<string, string|number>} [attributes]
 */
export function textElement(lines, x, top, style, attributes = {}) {
  const { size, bold = false, fill = INK, anchor = "start", leading = LEADING } = style;
  const baseline = (/** @type {number} */ i) => rounded(top + size * ((i + 0.5) * leading + BASELINE_OFFSET));
  return svgElement(
    "text",
    {
      "font-size": size,
      "font-weight": bold ? "bold" : "normal",
      "text-anchor": anchor,
      fill,
      ...attributes,
    },
    ...lines.map((line, i) => svgElement("tspan", { x: rounded(x), y: baseline(i) }, stripInvalidXml(line))),
  );
}

/**
 * Replace the characters that XML cannot hold.
 *
 * @param {string} text
 */
export function stripInvalidXml(text) {
  return text.replace(INVALID_IN_XML, "\ufffd");
}
