/**
 * The sheet that people take with them: what is seen, with title, date, data basis, legend and what
 * it leaves out, so that it can be read without the page.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").View} View
 * @typedef {import("./filter.js").Shown} Shown
 * @typedef {import("./svg_text.js").Style} Style
 *
 * @typedef {{width: number, height: number}} Size
 * @typedef {{text: string, style: Style, most?: number}} Paragraph
 * @typedef {{element: SVGElement, height: number}} Block  with its left top corner at 0, 0
 * @typedef {{element: SVGElement, box: import("./data.js").Box}} Picture
 * @typedef {{sign?: SVGElement, text: string}} Entry
 */

import { drawn } from "./dom.js";
import { badgeShape, drawing } from "./drawing.js";
import { shown } from "./filter.js";
import { colourSign, lineSign, shapeSigns, SIGN } from "./legend.js";
import { matrixDrawing, matrixKey } from "./matrix_drawing.js";
import { heightOf, lettered, rounded, wrapped, writable } from "./svg_text.js";
import { statusSentences, switchedOff } from "./status.js";
import { FACE } from "./style.js";

export const SCREEN = { width: 1600, height: 900 };
const MARGIN = 28;
const SPACE = 14;
const LEGEND_WIDTH = 306;
const LEGEND_SCALES = [1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5];
const LARGEST = 1.7; // a picture with few nodes does not fill the sheet
const MOST_LINES = { title: 2, footer: 5 };
const DIGEST_SHOWN = 12;
const QUIET_TEXT = "#4a4a4a";
const TEXT = { size: 14 };
const BOLD = { size: 14, bold: true };
const SMALL = { size: 13, fill: QUIET_TEXT };

/**
 * The picture as the text of an SVG file.
 *
 * @param {App} app
 * @param {Size} [size]
 * @returns {string}
 */
export function pictureOf(app, size = SCREEN) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(sheet(app, size))}`;
}

/**
 * @param {App} app
 * @param {Size} size
 * @returns {SVGElement}
 */
export function sheet(app, { width, height }) {
  const { data } = app;
  const view = app.index.view(app.store.get().view);
  const part = shown(app.index, app.store.get());
  const across = width - 2 * MARGIN;
  const header = column(headerOf(app, view), across);
  const footer = column(footerOf(app, view), across);
  const top = MARGIN + header.height + SPACE;
  const room = height - top - MARGIN - footer.height - SPACE;
  const legend = legendOf(app, view, part, room);
  const picture = pictures([drawing(app, view, part), ...matrices(view)], across - LEGEND_WIDTH - 2 * SPACE, room);
  return drawn(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FACE, role: "img", "aria-label": writable(data.title) },
    drawn("title", {}, writable(data.title)),
    drawn("rect", { width, height, fill: "#ffffff" }),
    moved(header.element, MARGIN, MARGIN),
    moved(picture, MARGIN, top),
    moved(legend, width - MARGIN - LEGEND_WIDTH, top),
    moved(footer.element, MARGIN, height - MARGIN - footer.height),
  );
}

/**
 * @param {App} app
 * @param {View} view
 * @returns {Paragraph[]}
 */
function headerOf({ data }, view) {
  return [
    { text: data.title, style: { size: 28, bold: true }, most: MOST_LINES.title },
    { text: data.facts.join(" · "), style: { ...TEXT, fill: QUIET_TEXT } },
    { text: data.honest, style: BOLD },
    { text: `${view.name}: ${view.meaning}`, style: TEXT },
  ];
}

/**
 * @param {App} app
 * @param {View} view
 * @returns {Paragraph[]}
 */
function footerOf(app, view) {
  const { data } = app;
  const texts = [
    [...statusSentences(app), switchedOff(app, view)].join(" · "),
    data.leftOut.join(" "),
    [`${data.tool.name} ${data.tool.version}`, data.digest.slice(0, DIGEST_SHOWN)].filter(Boolean).join(" · "),
  ];
  return texts.filter(Boolean).map((text) => ({ text, style: SMALL, most: MOST_LINES.footer }));
}

/**
 * Paragraphs below each other.
 *
 * @param {Paragraph[]} paragraphs
 * @param {number} width
 * @returns {Block}
 */
function column(paragraphs, width) {
  const element = drawn("g", {});
  let height = 0;
  for (const { text, style, most } of paragraphs) {
    const lines = wrapped(text, width, style, most);
    element.append(lettered(lines, 0, height, style));
    height += heightOf(lines, style) + 2;
  }
  return { element, height };
}

/** @param {View} view */
function matrices(view) {
  const table = view.hasMatrix && matrixTable();
  return table ? [matrixDrawing(table)] : [];
}

function matrixTable() {
  return /** @type {HTMLTableElement|null} */ (document.getElementById("table-matrix"));
}

/**
 * Pictures beside each other.
 *
 * @param {Picture[]} some
 * @param {number} width
 * @param {number} height
 */
function pictures(some, width, height) {
  const each = (width - (some.length - 1) * 2 * SPACE) / some.length;
  return drawn("g", {}, ...some.map((one, i) => moved(fitted(one, each, height), i * (each + 2 * SPACE), 0)));
}

/**
 * @param {Picture} picture
 * @param {number} width
 * @param {number} height
 */
function fitted({ element, box }, width, height) {
  const scale = Math.min(width / box.width, height / box.height, LARGEST);
  const left = (width - box.width * scale) / 2 - box.left * scale;
  const top = (height - box.height * scale) / 2 - box.top * scale;
  element.setAttribute("transform", `translate(${rounded(left)} ${rounded(top)}) scale(${scale.toFixed(5)})`);
  return drawn("g", {}, element);
}

/**
 * @param {SVGElement} element
 * @param {number} x
 * @param {number} y
 */
function moved(element, x, y) {
  element.setAttribute("transform", `translate(${rounded(x)} ${rounded(y)})`);
  return element;
}

/**
 * As large as there is room for.
 *
 * @param {App} app
 * @param {View} view
 * @param {Shown} part
 * @param {number} room
 */
function legendOf(app, view, part, room) {
  const sections = legendSections(app, view, part);
  for (const scale of LEGEND_SCALES) {
    const { element, height } = legendColumn(sections, LEGEND_WIDTH / scale);
    element.setAttribute("transform", `scale(${scale})`);
    if (height * scale <= room || scale === LEGEND_SCALES.at(-1)) return drawn("g", {}, element);
  }
  return drawn("g", {});
}

/**
 * @param {[string, Entry[]][]} sections  headings and what is under them
 * @param {number} width
 * @returns {Block}
 */
function legendColumn(sections, width) {
  const element = drawn("g", {});
  let height = 0;
  for (const [heading, entries] of sections) {
    const title = wrapped(heading, width, BOLD);
    element.append(lettered(title, 0, height, BOLD));
    height += heightOf(title, BOLD) + 3;
    for (const { sign, text } of entries) {
      const left = sign ? SIGN.width + 8 : 0;
      const lines = wrapped(text, width - left, sign ? TEXT : SMALL);
      if (sign) element.append(moved(drawn("g", {}, sign), 0, height));
      element.append(lettered(lines, left, height, sign ? TEXT : SMALL));
      height += Math.max(heightOf(lines, TEXT), SIGN.height) + 2;
    }
    height += 7;
  }
  return { element, height };
}

/**
 * Only what is in the picture.
 *
 * @param {App} app
 * @param {View} view
 * @param {Shown} part
 * @returns {[string, Entry[]][]}
 */
function legendSections(app, view, part) {
  const { text } = app;
  const nodes = [...part.nodes].flatMap((key) => app.index.node(key) ?? []);
  /** @type {[string, Entry[]][]} */
  const sections = [
    [text("controls", "heading_tie"), lineEntries(app, part)],
    [text("controls", "heading_basis"), basisEntries(app, view, part)],
    [text("controls", "heading_sector"), sectorEntries(app, nodes)],
    ...matrixSections(view),
    [text("controls", "heading_shapes"), shapeEntries(app, view, nodes)],
    [text("controls", "heading_figures"), sizeEntries(app)],
  ];
  return sections.filter(([, entries]) => entries.length);
}

/**
 * @param {View} view
 * @returns {[string, Entry[]][]}
 */
function matrixSections(view) {
  const table = view.hasMatrix && matrixTable();
  if (!table) return [];
  const sign = (/** @type {string} */ mark) => lettered([mark], SIGN.width / 2, 0, { ...TEXT, anchor: "middle" });
  return [[table.caption?.textContent ?? "", matrixKey(table).map(({ mark, words }) => ({ sign: sign(mark), text: words }))]];
}

/**
 * @param {App} app
 * @param {Shown} part
 * @returns {Entry[]}
 */
function lineEntries({ data }, part) {
  const used = new Set(part.ties.map((tie) => tie.kind));
  return Object.entries(data.words.tie)
    .filter(([kind]) => used.has(kind) && kind !== "missing")
    .map(([kind, name]) => ({ sign: lineSign(data.strokes[kind]), text: name }));
}

/**
 * @param {App} app
 * @param {View} view
 * @param {Shown} part
 * @returns {Entry[]}
 */
function basisEntries({ data, text }, view, part) {
  const gaps = part.ties.filter((tie) => tie.kind === "missing");
  const used = new Set(gaps.map((tie) => part.strongest.get(tie.id)?.basis));
  const entries = Object.entries(data.words.basis)
    .filter(([basis]) => used.has(basis))
    .map(([basis, name]) => ({ sign: lineSign(data.basisStrokes[basis]), text: name }));
  return entries.length && view.gapsArePairs ? [...entries, { text: text("controls", "missing") }] : entries;
}

/**
 * @param {App} app
 * @param {import("./data.js").MapNode[]} nodes
 * @returns {Entry[]}
 */
function sectorEntries({ data }, nodes) {
  const used = new Set(nodes.map((node) => node.sector));
  return Object.entries(data.words.sector)
    .filter(([sector]) => used.has(sector))
    .map(([sector, name]) => ({ sign: colourSign(data.colours[sector].fill), text: name }));
}

/**
 * @param {App} app
 * @param {View} view
 * @param {import("./data.js").MapNode[]} nodes
 * @returns {Entry[]}
 */
function shapeEntries({ data, gapsOf, text }, view, nodes) {
  /** @type {Entry[]} */
  const entries = shapeSigns(data, nodes, view).map(({ id, sign }) => ({ sign, text: text("controls", `shape_${id}`) }));
  if (nodes.some((node) => gapsOf(node.key).length)) {
    entries.push({ sign: badgeShape(3, [SIGN.width / 2, SIGN.height / 2]), text: text("controls", "badge") });
  }
  return entries;
}

/**
 * @param {App} app
 * @returns {Entry[]}
 */
function sizeEntries({ data, store, text }) {
  const { figure, weigh } = store.get();
  const name = data.figures.find(({ id }) => id === figure)?.name;
  return [
    ...(name ? [{ text: `${text("controls", "size")}: ${name}` }] : []),
    ...(weigh ? [{ text: text("controls", "width") }] : []),
  ];
}
