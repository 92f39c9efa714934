/**
 * Blocks of a document, drawn as elements.
 *
 * @typedef {object} Block  by its `kind`
 * @property {"heading"|"message"|"figures"|"paragraph"|"bullets"|"table"} kind
 * @property {number} level
 * @property {string} text
 * @property {boolean} quiet
 * @property {string} lead
 * @property {string} rest
 * @property {number[]} parts
 * @property {string[]} texts
 * @property {string[]} items
 * @property {boolean} numbered
 * @property {string} caption
 * @property {string[]} header
 * @property {string[][]} rows
 */

import { element } from "../../map/page/script/dom.js";

const PARTS = ["documented", "missing", "unknown"];

/** @type {Record<string, (block: Block) => HTMLElement>} */
const drawings = {
  heading: ({ level, text }) => element(level < 3 ? "h3" : "h4", {}, text),
  message: ({ lead, rest }) => element("p", { className: "message" }, ...(lead ? [element("b", {}, lead), " "] : []), rest),
  figures: drawFigures,
  paragraph: ({ text, quiet }) => element("p", { className: quiet ? "quiet" : "" }, text),
  bullets: ({ items, numbered }) => element(numbered ? "ol" : "ul", {}, ...items.map((item) => element("li", {}, item))),
  table: drawTable,
};

/** @param {Block[]} blocks */
export function drawBlocks(blocks) {
  return blocks.map((block) => drawings[block.kind](block));
}

/** @param {Block} block */
function drawFigures({ parts, texts }) {
  const whole = parts.map((part, i) => {
    const bar = element("i", { className: PARTS[i] });
    bar.style.flexGrow = String(part);
    bar.hidden = !part;
    return bar;
  });
  const inWords = texts.map((text, i) => element("span", {}, element("i", { className: PARTS[i] }), text));
  return element("div", { className: "figures" }, element("div", { className: "whole", "aria-hidden": "true" }, ...whole), element("p", {}, ...inWords));
}

/** @param {Block} block */
function drawTable({ caption, header, rows }) {
  const head = element("tr", {}, ...header.map((cell) => (cell ? element("th", { scope: "col" }, cell) : element("td"))));
  const body = rows.map((row) => element("tr", {}, ...row.map((cell) => element("td", {}, cell))));
  return element("table", {}, element("caption", {}, caption), element("thead", {}, head), element("tbody", {}, ...body));
}
