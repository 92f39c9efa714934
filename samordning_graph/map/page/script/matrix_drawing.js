/**
 * The heat matrix of the sectors as SVG, read from the table of the page: the same cells, marks and
 * colours.
 */

import { drawn } from "./dom.js";
import { lettered, measured, rounded } from "./svg_text.js";
import { INK } from "./style.js";

const CELL = { width: 54, height: 26 };
const NAME = { size: 13, bold: true };
const AROUND = 8;
const BORDER = { stroke: "#c8c8c8", "stroke-width": 1 };

/**
 * @param {HTMLTableElement} table
 * @returns {{element: SVGElement, box: import("./data.js").Box}}
 */
export function matrixDrawing(table) {
  const rows = [...table.tBodies[0].rows];
  const names = rows.map((row) => textOf(row.cells[0]));
  const room = Math.max(0, ...names.map((name) => measured(name, NAME))) + 2 * AROUND;
  const element = drawn(
    "g",
    {},
    ...names.map((name, i) => {
      const middle = room + (i + 0.5) * CELL.width;
      const column = lettered([name], 0, -NAME.size * 0.6, NAME);
      column.setAttribute("transform", `translate(${rounded(middle)} ${rounded(room - AROUND)}) rotate(-90)`);
      return column;
    }),
    ...rows.flatMap((row, i) => {
      const top = room + i * CELL.height;
      return [
        lettered([names[i]], 0, top + (CELL.height - NAME.size * 1.25) / 2, NAME),
        ...[...row.cells].slice(1).map((cell, j) => cellDrawing(cell, room + j * CELL.width, top)),
      ];
    }),
  );
  const box = { left: 0, top: 0, width: room + names.length * CELL.width, height: room + rows.length * CELL.height };
  return { element, box };
}

/**
 * What the marks mean, as they stand under the table.
 *
 * @param {HTMLTableElement} table
 */
export function matrixKey(table) {
  const key = table.parentElement?.querySelectorAll(".matrix-key > span") ?? [];
  return [...key].map((one) => {
    const mark = textOf(one.querySelector(".mark"));
    return { mark, words: textOf(one).slice(mark.length).trim() };
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
  return drawn(
    "g",
    {},
    drawn("rect", { x: rounded(left), y: rounded(top), ...CELL, fill: isClear ? "#ffffff" : backgroundColor, ...BORDER }),
    lettered([text], left + CELL.width / 2, top + (CELL.height - 15) / 2, style),
  );
}

/** @param {Element|null} element */
function textOf(element) {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}
