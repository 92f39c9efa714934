/**
 * What is painted upon the canvas while something is in focus: a veil over everything, and above it, in
 * full ink, what is in focus. Widths are in pixels of the screen, whatever the scale of the map.
 *
 * @typedef {import("./data.js").Stroke} Stroke
 * @typedef {import("./data.js").Tie} Tie
 * @typedef {import("./focus.js").Focus} Focus
 * @typedef {import("./focus.js").Weight} Weight
 *
 * @typedef {object} Drawn  how the canvas draws things
 * @property {import("./data.js").Palette} palette
 * @property {number} pixel  how wide a pixel of the screen is on the map
 * @property {(tie: Tie) => Stroke} stroke
 * @property {(context: CanvasRenderingContext2D, tie: Tie, stroke: Stroke) => void} paintTie
 * @property {(context: CanvasRenderingContext2D, from: string, to: string, line: Line) => void} paintStep  of the way, where no tie is drawn
 * @property {(context: CanvasRenderingContext2D, key: string) => void} paintNode
 * @property {(key: string) => import("./data.js").Box|null} box  around a node
 *
 * @typedef {Pick<Stroke, "colour"|"width"|"dashes">} Line
 */

const OF_OTHERS = "#7c9cb5";
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
  const { palette, pixel } = drawn;
  paintVeil(context);
  for (const weight of PAINTED) {
    for (const [tie, weightOfTie] of focus.ties) {
      if (weightOfTie === weight) drawn.paintTie(context, tie, strokeFor(tie, weight, focus, drawn));
    }
  }
  paintStepsWithoutTie(context, focus, drawn);
  for (const key of focus.nodes) drawn.paintNode(context, key);
  for (const key of focus.rings) paintRing(context, drawn.box(key), focus.isPair ? palette.missing : palette.documented, pixel);
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
function strokeFor(tie, weight, { isPair }, { palette, stroke, pixel }) {
  const usual = stroke(tie);
  const isSeat = tie.kind === "takes_part" || tie.kind === "loose";
  if (weight === "chosen") return thicker(usual, 2 * pixel);
  if (weight === "path") return { ...usual, colour: palette.documented, width: PATH_WIDTH * pixel, dashes: [] };
  if (weight === "around") return { ...usual, colour: OF_OTHERS, width: (isPair ? 2 : 1.3) * pixel };
  return isSeat ? { ...usual, colour: palette.documented, width: 2.6 * pixel } : usual;
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
 * A unit and the one below it that sits in its place have no tie on the map, but are a step of the way.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Focus} focus
 * @param {Drawn} drawn
 */
function paintStepsWithoutTie(context, { path, ties }, { palette, paintStep, pixel }) {
  const drawnSteps = [...ties].filter(([, weight]) => weight === "path").map(([tie]) => [tie.from, tie.to]);
  path.slice(1).forEach((key, i) => {
    const ends = [path[i], key];
    if (drawnSteps.some((step) => step.every((end) => ends.includes(end)))) return;
    paintStep(context, path[i], key, { colour: palette.documented, width: PATH_WIDTH * pixel, dashes: [] });
  });
}

/**
 * A ring around a node, with a white one inside it: visible on any colour, from across a room.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {import("./data.js").Box|null} box
 * @param {string} colour
 * @param {number} pixel
 */
function paintRing(context, box, colour, pixel) {
  if (!box) return;
  context.save();
  const inner = { gap: (RING.gap - RING.width) * pixel, ink: "#ffffff" };
  for (const { gap, ink } of [inner, { gap: RING.gap * pixel, ink: colour }]) {
    context.beginPath();
    context.roundRect(box.left - gap, box.top - gap, box.width + 2 * gap, box.height + 2 * gap, gap + 4 * pixel);
    Object.assign(context, { strokeStyle: ink, lineWidth: RING.width * pixel });
    context.stroke();
  }
  context.restore();
}
