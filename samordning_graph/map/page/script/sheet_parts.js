/**
 * The text around the picture on an exported sheet.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").View} View
 * @typedef {import("./svg_text.js").TextStyle} TextStyle
 *
 * @typedef {{width: number, height: number}} Size
 * @typedef {{text: string, style: TextStyle, maxLines?: number}} Paragraph
 * @typedef {{element: SVGElement, height: number}} Block  with its top left corner at 0, 0
 */

import { svgElement } from "./dom.js";
import { statusText, switchedOffSentence } from "./status.js";
import { TEXT, textElement, textHeight, wrapText } from "./svg_text.js";

export const SHEET_MARGIN = 28;
export const SHEET_SPACE = 14;
export const MAX_TITLE_LINES = 2;
const MAX_FOOTER_LINES = 5;
const DIGEST_SHOWN = 12; // characters

/**
 * @param {App} app
 * @param {View} view
 * @returns {Paragraph[]}
 */
export function footerOf(app, view) {
  const { data } = app;
  const texts = [
    [statusText(app), switchedOffSentence(app, view)].join(" · "),
    data.leftOut.join(" "),
    [`${data.tool.name} ${data.tool.version}`, data.digest.slice(0, DIGEST_SHOWN)].filter(Boolean).join(" · "),
  ];
  return texts.filter(Boolean).map((text) => ({ text, style: TEXT.small, maxLines: MAX_FOOTER_LINES }));
}

/**
 * Paragraphs, one below the next.
 *
 * @param {Paragraph[]} paragraphs
 * @param {number} width
 * @returns {Block}
 */
export function textBlock(paragraphs, width) {
  const element = svgElement("g", {});
  let height = 0;
  for (const { text, style, maxLines } of paragraphs) {
    const lines = wrapText(text, width, style, maxLines);
    element.append(textElement(lines, 0, height, style));
    height += textHeight(lines, style) + 2;
  }
  return { element, height };
}
