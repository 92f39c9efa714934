/**
 * The sheet that is exported as a picture and on paper: what is seen, with title, date, data basis,
 * and what is left out, so that it can be read without the page.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").View} View
 * @typedef {import("./sheet_parts.js").Paragraph} Paragraph
 * @typedef {import("./sheet_parts.js").Size} Size
 *
 * @typedef {import("./grid_drawing.js").Drawing} Drawing
 */

import { byId, rounded, svgElement, translated } from "./dom.js";
import { openGrid } from "./grid.js";
import { gridDrawing } from "./grid_drawing.js";
import { footerOf, MAX_TITLE_LINES, SHEET_MARGIN, SHEET_SPACE, textBlock } from "./sheet_parts.js";
import { FACE } from "./style.js";
import { QUIET_TEXT, stripInvalidXml, TEXT } from "./svg_text.js";
import { tableSheet } from "./table_sheet.js";

export const SCREEN_SIZE = { width: 1600, height: 900 };
const LARGEST_MAGNIFICATION = 1.7; // a drawing with few nodes does not fill the sheet

/**
 * The sheet as the text of an SVG file.
 *
 * @param {App} app
 * @returns {string}
 */
export function sheetSvg(app) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(exportSheet(app, SCREEN_SIZE))}`;
}

/**
 * @param {App} app
 * @param {Size} size
 * @returns {SVGElement}
 */
export function exportSheet(app, { width, height }) {
  const { data, index, store } = app;
  const view = index.view(store.get().view);
  if (view.isTable) return tableSheet(app, view, { width, height });
  const contentWidth = width - 2 * SHEET_MARGIN;
  const header = textBlock(headerOf(app, view), contentWidth);
  const footer = textBlock(footerOf(app, view), contentWidth);
  const top = SHEET_MARGIN + header.height + SHEET_SPACE;
  const contentHeight = height - top - SHEET_MARGIN - footer.height - SHEET_SPACE;
  const grid = openGrid();
  const picture = grid ? scaledToFit(gridDrawing(grid), contentWidth, contentHeight) : svgElement("g", {});
  const title = stripInvalidXml(data.title);
  return svgElement(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FACE, role: "img", "aria-label": title },
    svgElement("title", {}, title),
    svgElement("rect", { width, height, fill: "#ffffff" }),
    translated(header.element, SHEET_MARGIN, SHEET_MARGIN),
    translated(picture, SHEET_MARGIN, top),
    translated(footer.element, SHEET_MARGIN, height - SHEET_MARGIN - footer.height),
  );
}

/**
 * @param {App} app
 * @param {View} view
 * @returns {Paragraph[]}
 */
function headerOf({ data }, view) {
  const message = byId("grid-message").textContent ?? "";
  return [
    { text: data.title, style: { size: 28, bold: true }, maxLines: MAX_TITLE_LINES },
    ...(message ? [{ text: message, style: { size: 20, bold: true }, maxLines: MAX_TITLE_LINES }] : []),
    { text: data.facts.join(" · "), style: { ...TEXT.plain, fill: QUIET_TEXT } },
    { text: data.honest, style: TEXT.bold },
    { text: view.name, style: TEXT.plain },
  ];
}

/**
 * @param {Drawing} drawing
 * @param {number} width
 * @param {number} height
 */
function scaledToFit({ element, box }, width, height) {
  const scale = Math.min(width / box.width, height / box.height, LARGEST_MAGNIFICATION);
  const left = (width - box.width * scale) / 2 - box.left * scale;
  const top = (height - box.height * scale) / 2 - box.top * scale;
  element.setAttribute("transform", `translate(${rounded(left)} ${rounded(top)}) scale(${scale.toFixed(5)})`);
  return svgElement("g", {}, element);
}
