/** Text in a picture: broken into lines by what it measures, since SVG alone does not break it. */

import { drawn } from "./dom.js";
import { FACE, INK } from "./style.js";

/**
 * @typedef {object} Style
 * @property {number} size
 * @property {boolean} [bold]
 * @property {string} [fill]
 * @property {"start"|"middle"} [anchor]
 * @property {number} [leading]  from line to line, in sizes
 */

const LEADING = 1.25;
const TO_BASE = 0.35; // from the middle of a line to where its letters stand, in sizes
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** @type {CanvasRenderingContext2D|null} */
let ruler = null;

/**
 * @param {string} text
 * @param {Style} style
 */
export function measured(text, { size, bold }) {
  ruler ??= document.createElement("canvas").getContext("2d");
  if (!ruler) return text.length * size * 0.55;
  ruler.font = `${bold ? "bold " : ""}${size}px ${FACE}`;
  return ruler.measureText(text).width;
}

/**
 * @param {string} text
 * @param {number} width
 * @param {Style} style
 * @param {number} [most]  lines; the last one ends with «…» when there were more
 * @returns {string[]}
 */
export function wrapped(text, width, style, most = Infinity) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean).flatMap((one) => broken(one, width, style))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measured(longer, style) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line) lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]} …`];
}

/**
 * A word in pieces that are not wider than a line.
 *
 * @param {string} word
 * @param {number} width
 * @param {Style} style
 * @returns {string[]}
 */
function broken(word, width, style) {
  if (measured(word, style) <= width) return [word];
  const letters = [...word];
  let fits = 1;
  while (measured(letters.slice(0, fits + 1).join(""), style) <= width) fits += 1;
  return [letters.slice(0, fits).join(""), ...broken(letters.slice(fits).join(""), width, style)];
}

/**
 * @param {string[]} lines
 * @param {Style} style
 */
export function heightOf(lines, { size, leading = LEADING }) {
  return lines.length * size * leading;
}

/**
 * Lines of text below each other.
 *
 * @param {string[]} lines
 * @param {number} x
 * @param {number} top
 * @param {Style} style
 * @param {Record<string, string|number>} [more]  attributes
 */
export function lettered(lines, x, top, style, more = {}) {
  const { size, bold = false, fill = INK, anchor = "start", leading = LEADING } = style;
  const base = (/** @type {number} */ i) => rounded(top + size * ((i + 0.5) * leading + TO_BASE));
  return drawn(
    "text",
    {
      "font-size": size,
      "font-weight": bold ? "bold" : "normal",
      "text-anchor": anchor,
      fill,
      ...more,
    },
    ...lines.map((line, i) => drawn("tspan", { x: rounded(x), y: base(i) }, writable(line))),
  );
}

/**
 * A text without what an XML file cannot hold.
 *
 * @param {string} text
 */
export function writable(text) {
  return text.replace(NOT_IN_XML, "\ufffd");
}

/** @param {number} number */
export function rounded(number) {
  return Math.round(number * 100) / 100;
}
