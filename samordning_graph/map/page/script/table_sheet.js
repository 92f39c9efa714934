/**
 * The long table as a sheet: its message, the three figures as a bar, the table laid out for the sheet as for
 * a screen of that size, and its key.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").View} View
 * @typedef {import("./sheet_parts.js").Block} Block
 * @typedef {import("./sheet_parts.js").Size} Size
 * @typedef {import("./table_scene.js").TableScene} TableScene
 */

import { byId, rounded, svgElement, translated } from "./dom.js";
import { svgOfMark } from "./mark_painter.js";
import { footerOf, MAX_TITLE_LINES, SHEET_MARGIN, SHEET_SPACE, textBlock } from "./sheet_parts.js";
import { FACE } from "./style.js";
import { QUIET_TEXT, stripInvalidXml, TEXT, textElement, textWidth } from "./svg_text.js";
import { keyEntries } from "./table_key.js";
import { groundMarks, lineMarks, nodeMarks, numberMarks } from "./table_marks.js";
import { tableScene } from "./table_scene.js";

const BAR = { width: 260, height: 18, stroke: 1 };
const KEY = { line: 22, gap: 18, symbol: 8 };

/**
 * @param {App} app
 * @param {View} view
 * @param {Size} size
 * @returns {SVGElement}
 */
export function tableSheet(app, view, { width, height }) {
  const inner = width - 2 * SHEET_MARGIN;
  const header = textBlock(
    [
      { text: byId("message").textContent?.trim() ?? "", style: { size: 28, bold: true }, maxLines: MAX_TITLE_LINES },
      { text: [app.data.title, ...app.data.facts].join(" · "), style: { ...TEXT.plain, fill: QUIET_TEXT } },
      { text: app.data.honest, style: TEXT.bold },
      { text: `${view.name}: ${view.meaning}`, style: TEXT.plain },
    ],
    inner,
  );
  const figures = figuresBlock(app, view);
  const key = keyBlock(app, view, inner);
  const left = app.store.get().allTies ? [] : [{ text: app.text("table", "only_pairs"), style: TEXT.small }];
  const footer = textBlock([...left, ...footerOf(app, view)], inner);
  const top = SHEET_MARGIN + header.height + figures.height + SHEET_SPACE;
  const below = key.height + footer.height + SHEET_SPACE;
  const picture = height - top - below - SHEET_MARGIN;
  const scene = tableScene(app, view, { width: inner, height: picture, roomyHeight: picture });
  const title = stripInvalidXml(app.data.title);
  return svgElement(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FACE, role: "img", "aria-label": title },
    svgElement("title", {}, title),
    svgElement("rect", { width, height, fill: "#ffffff" }),
    translated(header.element, SHEET_MARGIN, SHEET_MARGIN),
    translated(figures.element, SHEET_MARGIN, SHEET_MARGIN + header.height + 4),
    translated(sceneDrawing(scene), SHEET_MARGIN, top),
    translated(key.element, SHEET_MARGIN, height - SHEET_MARGIN - below + SHEET_SPACE / 2),
    translated(footer.element, SHEET_MARGIN, height - SHEET_MARGIN - footer.height),
  );
}

/** @param {TableScene} scene */
function sceneDrawing(scene) {
  const keys = [...scene.layout.rows.keys(), ...scene.layout.pills.keys()];
  const node = (/** @type {string} */ key) =>
    svgElement(
      "g",
      {},
      svgElement("title", {}, stripInvalidXml(scene.app.index.node(key)?.name ?? key)),
      ...nodeMarks(scene, key).flatMap(svgOfMark),
    );
  return svgElement(
    "g",
    {},
    ...groundMarks(scene).flatMap(svgOfMark),
    ...lineMarks(scene).flatMap(svgOfMark),
    ...keys.map(node),
    ...numberMarks(scene).flatMap(svgOfMark),
  );
}

/**
 * The three figures as a bar in true proportion, with their words beside it.
 *
 * @param {App} app
 * @param {View} view
 * @returns {Block}
 */
function figuresBlock({ data }, { counted }) {
  const element = svgElement("g", {});
  if (!counted) return { element, height: 0 };
  const { documented, notDocumented, notKnown } = counted;
  const sum = documented + notDocumented + notKnown;
  if (!sum) return { element, height: 0 };
  let x = 0;
  for (const [number, paint] of /** @type {[number, Record<string, string|number>][]} */ ([
    [documented, { fill: data.palette.documented }],
    [notDocumented, { fill: data.palette.missing }],
    [notKnown, { fill: "#ffffff", stroke: data.palette.unknown, "stroke-width": BAR.stroke, "stroke-dasharray": "2 3" }],
  ])) {
    const width = (BAR.width * number) / sum;
    if (number) element.append(svgElement("rect", { x: rounded(x), y: 0, width: rounded(width), height: BAR.height, ...paint }));
    x += width;
  }
  element.append(textElement([counted.sentence], BAR.width + 12, 1, { size: 15 }));
  return { element, height: BAR.height + 8 };
}

/**
 * The key, its entries one after the other on as many lines as they need.
 *
 * @param {App} app
 * @param {View} view
 * @param {number} width
 * @returns {Block}
 */
function keyBlock(app, view, width) {
  const element = svgElement("g", {});
  let [x, y] = [0, 0];
  for (const { symbol, symbolWidth = 0, text } of keyEntries(app, view)) {
    const before = symbol ? symbolWidth + KEY.symbol : 0;
    const long = before + textWidth(text, TEXT.plain);
    if (x > 0 && x + long > width) [x, y] = [0, y + KEY.line];
    if (symbol) element.append(translated(svgElement("g", {}, symbol), x, y));
    element.append(textElement([text], x + before, y, TEXT.plain));
    x += long + KEY.gap;
  }
  return { element, height: y + KEY.line };
}
