/**
 * What is painted on the canvas below and above the nodes and ties of vis-network.
 *
 * @typedef {import("./data.js").Point} Point
 * @typedef {import("./data.js").Region} Region
 * @typedef {import("./data.js").RegionStyle} RegionStyle
 * @typedef {import("./style.js").NodeLook} NodeLook
 */

import { BADGE, badgePosition, badgeRadius, bend, FACE, INK } from "./style.js";

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Region[]} regions
 * @param {RegionStyle} style
 */
export function paintRegions(context, regions, style) {
  context.save();
  for (const region of regions) {
    context.beginPath();
    context.roundRect(region.left, region.top, region.width, region.height, style.radius);
    if (region.sector !== null) {
      context.globalAlpha = style.opacity;
      context.fillStyle = region.colour ?? style.fill;
      context.fill();
      context.globalAlpha = 1;
    } else {
      context.setLineDash(style.dashes);
      context.lineWidth = style.borderWidth;
      context.strokeStyle = style.border;
      context.stroke();
      context.setLineDash([]);
    }
  }
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Region[]} regions
 * @param {RegionStyle} style
 */
export function paintHeadings(context, regions, style) {
  context.save();
  const { left, top, fontSize } = style;
  Object.assign(context, { fillStyle: INK, strokeStyle: "#ffffff", lineWidth: 4, lineJoin: "round" });
  Object.assign(context, { font: `bold ${fontSize}px ${FACE}`, textAlign: "left", textBaseline: "top" });
  for (const region of regions) {
    context.strokeText(region.name, region.left + left, region.top + top, region.width - 2 * left);
    context.fillText(region.name, region.left + left, region.top + top, region.width - 2 * left);
  }
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Point} from
 * @param {Point} to
 * @param {{colour: string, width: number, dashes: number[], curve?: number}} stroke
 */
export function paintLine(context, from, to, { colour, width, dashes, curve = 0 }) {
  const via = bend(from, to, curve)?.via;
  context.save();
  context.beginPath();
  context.moveTo(...from);
  if (via) context.quadraticCurveTo(...via, ...to);
  else context.lineTo(...to);
  context.setLineDash(dashes);
  Object.assign(context, { strokeStyle: colour, lineWidth: width, lineCap: "butt" });
  context.stroke();
  context.restore();
}

/**
 * At the corner of a node, how many possible gaps it is part of.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{gaps: number, look: NodeLook, middle: Point}[]} badges
 */
export function paintBadges(context, badges) {
  context.save();
  Object.assign(context, { font: `bold ${BADGE.font}px ${FACE}`, textAlign: "center", textBaseline: "middle", lineWidth: BADGE.width });
  for (const { gaps, look, middle } of badges) {
    const [x, y] = badgePosition(look, middle);
    context.beginPath();
    context.arc(x, y, badgeRadius(gaps), 0, 2 * Math.PI);
    context.fillStyle = BADGE.fill;
    context.strokeStyle = BADGE.border;
    context.fill();
    context.stroke();
    context.fillStyle = BADGE.ink;
    context.fillText(String(gaps), x, y + 0.5);
  }
  context.restore();
}
