/**
 * What is painted upon the canvas while something is in focus: a veil over everything, and above it, in
 * full ink, what is in focus. Widths are in pixels of the screen, whatever the scale of the map.
 *
 * @typedef {import("./data.js").Point} Point
 * @typedef {import("./data.js").Stroke} Stroke
 * @typedef {import("./data.js").Tie} Tie
 * @typedef {import("./focus.js").Focus} Focus
 * @typedef {import("./focus.js").Weight} Weight
 * @typedef {import("./style.js").NodeLook} NodeLook
 *
 * @typedef {object} Drawn  how the canvas draws things
 * @property {(tie: Tie) => Stroke} stroke
 * @property {(key: string) => Point} middle
 * @property {(key: string) => NodeLook} look
 * @property {(context: CanvasRenderingContext2D, key: string) => void} paintNode
 * @property {number} pixel  how wide a pixel of the screen is on the map
 */

import { bend } from "./style.js";

const DOCUMENTED = "#14496f";
const OF_OTHERS = "#7c9cb5";
const MAY_BE_MISSING = "#c23b00";
/** What is not in focus keeps 15 % of its ink. */
const VEIL = "rgb(255 255 255 / 85%)";
const RING = { width: 3, gap: 6 };
const PATH_WIDTH = 4.5;
/** @type {readonly Weight[]} The strongest is painted last. */
const PAINTED = ["around", "own", "path", "chosen"];

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Focus} focus
 * @param {Drawn} drawn
 */
export function paintFocus(context, focus, drawn) {
  paintVeil(context);
  for (const weight of PAINTED) {
    for (const [tie, weightOfTie] of focus.ties) if (weightOfTie === weight) paintTie(context, tie, strokeFor(tie, weight, focus, drawn), drawn);
  }
  paintStepsWithoutTie(context, focus, drawn);
  for (const key of focus.nodes) drawn.paintNode(context, key);
  for (const key of focus.rings) paintRing(context, drawn.look(key), drawn.middle(key), focus.isPair ? MAY_BE_MISSING : DOCUMENTED, drawn.pixel);
}

/** @param {CanvasRenderingContext2D} context */
function paintVeil(context) {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = VEIL;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}

/**
 * @param {Tie} tie
 * @param {Weight} weight
 * @param {Focus} focus
 * @param {Drawn} drawn
 * @returns {Stroke}
 */
function strokeFor(tie, weight, { isPair }, { stroke, pixel }) {
  const usual = stroke(tie);
  const isSeat = tie.kind === "takes_part" || tie.kind === "loose";
  if (weight === "chosen") return thicker(usual, 2 * pixel);
  if (weight === "path") return { ...usual, colour: DOCUMENTED, width: PATH_WIDTH * pixel, dashes: [] };
  if (weight === "around") return { ...usual, colour: OF_OTHERS, width: (isPair ? 2 : 1.3) * pixel };
  return isSeat ? { ...usual, colour: DOCUMENTED, width: 2.6 * pixel } : usual;
}

/**
 * A thicker line with the same dashes, as a drawing that is enlarged.
 *
 * @param {Stroke} stroke
 * @param {number} more
 * @returns {Stroke}
 */
function thicker(stroke, more) {
  const width = stroke.width + more;
  return { ...stroke, width, dashes: stroke.dashes.map((dash) => (dash * width) / stroke.width) };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Tie} tie
 * @param {Stroke} stroke
 * @param {Drawn} drawn
 */
function paintTie(context, tie, stroke, { middle }) {
  const [from, to] = [middle(tie.from), middle(tie.to)];
  const via = bend(from, to, stroke.curve)?.via;
  paintLine(context, from, via ?? null, to, stroke);
}

/**
 * A unit and the one below it that sits in its place have no tie on the map, but are a step of the way.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Focus} focus
 * @param {Drawn} drawn
 */
function paintStepsWithoutTie(context, { path, ties }, { middle, pixel }) {
  const drawnSteps = [...ties].filter(([, weight]) => weight === "path").map(([tie]) => [tie.from, tie.to]);
  path.slice(1).forEach((key, i) => {
    const ends = [path[i], key];
    if (drawnSteps.some((step) => step.every((end) => ends.includes(end)))) return;
    paintLine(context, middle(path[i]), null, middle(key), { colour: DOCUMENTED, width: PATH_WIDTH * pixel, dashes: [] });
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Point} from
 * @param {Point|null} via
 * @param {Point} to
 * @param {Pick<Stroke, "colour"|"width"|"dashes">} stroke
 */
function paintLine(context, from, via, to, { colour, width, dashes }) {
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
 * A ring around a node, with a white one inside it: visible on any colour, from across a room.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {NodeLook} look
 * @param {Point} middle
 * @param {string} colour
 * @param {number} pixel
 */
function paintRing(context, { width, height }, [x, y], colour, pixel) {
  context.save();
  const inner = { gap: (RING.gap - RING.width) * pixel, ink: "#ffffff" };
  for (const { gap, ink } of [inner, { gap: RING.gap * pixel, ink: colour }]) {
    context.beginPath();
    context.roundRect(x - width / 2 - gap, y - height / 2 - gap, width + 2 * gap, height + 2 * gap, gap + 4 * pixel);
    Object.assign(context, { strokeStyle: ink, lineWidth: RING.width * pixel });
    context.stroke();
  }
  context.restore();
}
