/**
 * The heat matrix of the sectors as SVG, with the cells, marks and colours of the table in the page.
 */

import { rounded, svgElement } from "./dom.js";
import { INK } from "./style.js";
import { textElement, textWidth } from "./svg_text.js";

const CELL = { width: 54, height: 26 };
const NAME = { size: 13, bold: true };
const NAME_PADDING = 8;
const BORDER = { stroke: "#c8c8c8", "stroke-width": 1 };

/**
 * @param {HTMLTableElement} table
 * @returns {{element: SVGElement, box: import("./data.js").Box}}
 */
export function matrixDrawing(table) {
  const rows = [...table.tBodies[0].rows];
  const names = rows.map((row) => textOf(row.cells[0]));
  const nameWidth = Math.max(0, ...names.map((name) => textWidth(name, NAME))) + 2 * NAME_PADDING;
  const element = svgElement(
    "g",
    {},
    ...names.map((name, i) => {
      const middle = nameWidth + (i + 0.5) * CELL.width;
      const column = textElement([name], 0, -NAME.size * 0.6, NAME);
      column.setAttribute("transform", `translate(${rounded(middle)} ${rounded(nameWidth - NAME_PADDING)}) rotate(-90)`);
      return column;
    }),
    ...rows.flatMap((row, i) => {
      const top = nameWidth + i * CELL.height;
      return [
        textElement([names[i]], 0, top + (CELL.height - NAME.size * 1.25) / 2, NAME),
        ...[...row.cells].slice(1).map((cell, j) => cellDrawing(cell, nameWidth + j * CELL.width, top)),
      ];
    }),
  );
  const box = { left: 0, top: 0, width: nameWidth + names.length * CELL.width, height: nameWidth + rows.length * CELL.height };
  return { element, box };
}

/**
 * What the marks mean, from the key under the table.
 *
 * @param {HTMLTableElement} table
 */
export function matrixKey(table) {
  const key = table.parentElement?.querySelectorAll(".matrix-key > span") ?? [];
  return [...key].map((entry) => {
    const mark = textOf(entry.querySelector(".mark"));
    return { mark, words: textOf(entry).slice(mark.length).trim() };
  });
}

/**
 * @param {HTMLTableCellElement} cell
 * @param {number} left
 * @param {number} top
 */
function cellDrawing(cell, left, top) {
  const { backgroundColor, color, fontWeight } = getComputedStyle(cell);
  const text = [...cell.querySelectorAll("[aria-hidden]")].map(textOf).join(" ");
  const style = /** @type {const} */ ({ size: 12, bold: Number(fontWeight) > 500, fill: color || INK, anchor: "middle" });
  const isClear = /^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
  return svgElement(
    "g",
    {},
    svgElement("rect", { x: rounded(left), y: rounded(top), ...CELL, fill: isClear ? "#ffffff" : backgroundColor, ...BORDER }),
    textElement([text], left + CELL.width / 2, top + (CELL.height - 15) / 2, style),
  );
}

/** @param {Element|null} element */
function textOf(element) {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}
