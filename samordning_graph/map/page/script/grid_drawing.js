/**
 * A view that is a table as SVG: boxes, marks and words where the page has them.
 *
 * @typedef {{element: SVGElement, box: import("./data.js").Box}} Drawing
 */

import { rounded, svgElement } from "./dom.js";
import { textElement } from "./svg_text.js";

const CLEAR = /^(transparent|rgba\(.*, 0\))$/;
const EDGES = /** @type {const} */ (["Top", "Right", "Bottom", "Left"]);

/**
 * @param {HTMLElement} grid
 * @returns {Drawing}
 */
export function gridDrawing(grid) {
  const { left, top } = grid.getBoundingClientRect();
  const origin = { left: left - grid.scrollLeft, top: top - grid.scrollTop };
  const box = { left: 0, top: 0, width: grid.scrollWidth, height: grid.scrollHeight };
  return { element: svgElement("g", {}, ...[...grid.children].flatMap((child) => partsOf(child, origin))), box };
}

/** @typedef {{left: number, top: number}} Origin */

/**
 * @param {Element} part
 * @param {Origin} origin
 * @returns {SVGElement[]}
 */
function partsOf(part, origin) {
  const style = getComputedStyle(part);
  if (style.display === "none" || style.visibility === "hidden" || part.matches(".unseen, .to-rows, tr[hidden]")) return [];
  if (part instanceof SVGSVGElement) return [copyOfSvg(part, origin)];
  const own = boxParts(part, style, origin);
  const inside = [...part.childNodes].flatMap((child) => {
    if (child instanceof Element) return partsOf(child, origin);
    return child instanceof Text ? textLines(child, style, origin) : [];
  });
  return [...own, ...inside];
}

/**
 * @param {Element} part
 * @param {CSSStyleDeclaration} style
 * @param {Origin} origin
 */
function boxParts(part, style, origin) {
  const rect = part.getBoundingClientRect();
  if (!rect.width || !rect.height) return [];
  const [x, y] = [rect.left - origin.left, rect.top - origin.top];
  const widths = EDGES.map((side) => parseFloat(style[`border${side}Width`]));
  const isFramed = widths.every((width) => width > 0);
  const isHatched = style.backgroundImage !== "none";
  const found = [];
  if (!CLEAR.test(style.backgroundColor) || isHatched || isFramed) {
    const radius = Math.min(parseFloat(style.borderTopLeftRadius) * (style.borderTopLeftRadius.endsWith("%") ? rect.width / 100 : 1), rect.width / 2, rect.height / 2);
    /** @type {Record<string, string>} */
    const dashes = style.borderTopStyle === "dashed" || (isHatched && !isFramed) ? { "stroke-dasharray": "3 2" } : {};
    const edge = isFramed ? style.borderTopColor : isHatched ? style.color : "none";
    const inset = edge === "none" ? 0 : 0.5;
    found.push(
      svgElement("rect", {
        x: rounded(x + inset),
        y: rounded(y + inset),
        width: rounded(rect.width - 2 * inset),
        height: rounded(rect.height - 2 * inset),
        rx: rounded(radius || 0),
        fill: CLEAR.test(style.backgroundColor) ? "#ffffff" : style.backgroundColor,
        stroke: edge,
        ...dashes,
      }),
    );
  }
  if (!isFramed && widths[2]) found.push(svgElement("path", { d: `M${rounded(x)} ${rounded(y + rect.height)}h${rounded(rect.width)}`, stroke: style.borderBottomColor, "stroke-width": widths[2] ?? 1 }));
  return found;
}

/**
 * The words of a text, on the lines that the browser broke them into.
 *
 * @param {Text} node
 * @param {CSSStyleDeclaration} style
 * @param {Origin} origin
 */
function textLines(node, style, origin) {
  const size = parseFloat(style.fontSize);
  const look = { size, fill: style.color, bold: Number(style.fontWeight) > 500, leading: 1 };
  /** @type {{x: number, middle: number, words: string[]}[]} */
  const lines = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const rect = range.getBoundingClientRect();
    const middle = rect.top + rect.height / 2 - origin.top;
    const last = lines.at(-1);
    if (last && Math.abs(last.middle - middle) < size / 2) last.words.push(word);
    else lines.push({ x: rect.left - origin.left, middle, words: [word] });
  }
  return lines.map(({ x, middle, words }) => textElement([words.join(" ")], x, middle - size / 2, look));
}

/**
 * @param {SVGSVGElement} svg
 * @param {Origin} origin
 */
function copyOfSvg(svg, origin) {
  const { left, top } = svg.getBoundingClientRect();
  const copy = svgElement("g", { transform: `translate(${rounded(left - origin.left)} ${rounded(top - origin.top)})` });
  for (const shape of svg.querySelectorAll("rect, path, polygon, circle")) {
    const style = getComputedStyle(shape);
    const drawn = /** @type {SVGElement} */ (shape.cloneNode(false));
    const isHatched = style.fill.startsWith("url");
    drawn.removeAttribute("class");
    drawn.setAttribute("fill", isHatched ? "#ffffff" : style.fill);
    drawn.setAttribute("stroke", style.stroke);
    if (isHatched) drawn.setAttribute("stroke-dasharray", "2 2");
    copy.append(drawn);
  }
  return copy;
}
