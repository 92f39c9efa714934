/**
 * Draws marks: on a canvas, or as elements of an SVG.
 *
 * @typedef {import("./table_marks.js").Mark} Mark
 * @typedef {import("./table_scene.js").Way} Way
 */

import { rounded, svgElement } from "./dom.js";
import { FACE } from "./style.js";
import { textElement } from "./svg_text.js";
import { arrowHead } from "./symbols.js";

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Iterable<Mark>} marks
 */
export function paintMarks(context, marks) {
  context.save();
  for (const mark of marks) {
    if ("text" in mark) paintText(context, mark);
    else if ("way" in mark) paintWay(context, mark);
    else paintShape(context, mark);
  }
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("./table_marks.js").TextMark} mark
 */
function paintText(context, { text, x, y, size, fill, align, isBold, isItalic }) {
  context.font = `${isItalic ? "italic " : ""}${isBold ? "bold " : ""}${size}px ${FACE}`;
  context.textBaseline = "middle";
  context.textAlign = align === "middle" ? "center" : align;
  context.fillStyle = fill;
  context.fillText(text, x, y + 0.5);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("./table_marks.js").LineMark} mark
 */
function paintWay(context, { way, colour, width, dashes, tip }) {
  context.beginPath();
  traceWay(context, way);
  context.setLineDash(dashes);
  Object.assign(context, { strokeStyle: colour, lineWidth: width, lineCap: "butt" });
  context.stroke();
  context.setLineDash([]);
  if (!tip) return;
  const { at, angle } = endOfWay(way);
  context.beginPath();
  context.moveTo(...at);
  for (const side of [angle + 0.4, angle - 0.4]) context.lineTo(at[0] - 9 * Math.cos(side), at[1] - 9 * Math.sin(side));
  context.fillStyle = colour;
  context.fill();
}

/**
 * @param {CanvasRenderingContext2D|Path2D} target
 * @param {Way} way
 */
export function traceWay(target, { start, segments }) {
  target.moveTo(...start);
  for (const segment of segments) {
    if (segment.length === 1) target.lineTo(...segment[0]);
    else target.bezierCurveTo(...segment[0], ...segment[1], ...segment[2]);
  }
}

/** @param {Way} way */
function endOfWay({ start, segments }) {
  const points = [start, ...segments.flat()];
  const [before, at] = points.slice(-2);
  return { at, angle: Math.atan2(at[1] - before[1], at[0] - before[0]) };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("./table_marks.js").BoxMark|import("./table_marks.js").CircleMark} mark
 */
function paintShape(context, mark) {
  context.beginPath();
  if ("box" in mark) context.roundRect(mark.box.left, mark.box.top, mark.box.width, mark.box.height, mark.box.radius);
  else context.arc(...mark.circle.middle, mark.circle.radius, 0, 2 * Math.PI);
  if (mark.fill) {
    context.fillStyle = mark.fill;
    context.fill();
  }
  if (!mark.border) return;
  context.setLineDash(mark.dashes ?? []);
  Object.assign(context, { strokeStyle: mark.border, lineWidth: mark.borderWidth ?? 1 });
  context.stroke();
  context.setLineDash([]);
}

/**
 * @param {Mark} mark
 * @returns {SVGElement[]}
 */
export function svgOfMark(mark) {
  if ("text" in mark) return [svgOfText(mark)];
  if ("way" in mark) return svgOfWay(mark);
  const paint = {
    fill: mark.fill ?? "none",
    ...(mark.border ? { stroke: mark.border, "stroke-width": mark.borderWidth ?? 1 } : {}),
    ...(mark.dashes?.length ? { "stroke-dasharray": mark.dashes.join(" ") } : {}),
  };
  if ("circle" in mark) {
    const [cx, cy] = mark.circle.middle.map(rounded);
    return [svgElement("circle", { cx, cy, r: rounded(mark.circle.radius), ...paint })];
  }
  const { left, top, width, height, radius } = mark.box;
  return [svgElement("rect", { x: rounded(left), y: rounded(top), width: rounded(width), height: rounded(height), rx: radius, ...paint })];
}

/** @param {import("./table_marks.js").TextMark} mark */
function svgOfText({ text, x, y, size, fill, align, isBold, isItalic }) {
  const style = { size: rounded(size), fill, bold: Boolean(isBold), leading: 1, anchor: align };
  return textElement([text], x, y - size / 2, style, isItalic ? { "font-style": "italic" } : {});
}

/**
 * @param {import("./table_marks.js").LineMark} mark
 * @returns {SVGElement[]}
 */
function svgOfWay({ way, colour, width, dashes, tip }) {
  const line = svgElement("path", {
    d: pathOfWay(way),
    fill: "none",
    stroke: colour,
    "stroke-width": rounded(width),
    ...(dashes.length ? { "stroke-dasharray": dashes.join(" ") } : {}),
  });
  if (!tip) return [line];
  const { at, angle } = endOfWay(way);
  return [line, arrowHead(at, angle, { colour, width, dashes, curve: 0, arrow: true, counts: false })];
}

/** @param {Way} way */
function pathOfWay({ start, segments }) {
  const words = (/** @type {import("./data.js").Point[]} */ points) => points.map((point) => point.map(rounded).join(" ")).join(" ");
  return `M${words([start])}${segments.map((segment) => (segment.length === 1 ? "L" : "C") + words(segment)).join("")}`;
}
