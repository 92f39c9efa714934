/**
 * What a scene of the long table consists of, as marks in the order of painting. The canvas and the saved
 * picture only differ in how they draw a mark.
 *
 * @typedef {import("./data.js").Point} Point
 * @typedef {import("./data.js").Stroke} Stroke
 * @typedef {import("./data.js").Tie} Tie
 * @typedef {import("./table_layout.js").PlacedSector} PlacedSector
 * @typedef {import("./table_scene.js").TableScene} TableScene
 * @typedef {import("./table_scene.js").Way} Way
 *
 * @typedef {{way: Way, colour: string, width: number, dashes: number[], tip?: boolean}} LineMark
 * @typedef {{left: number, top: number, width: number, height: number, radius: number}} BoxShape
 * @typedef {{fill?: string, border?: string, borderWidth?: number, dashes?: number[]}} Paint
 * @typedef {{box: BoxShape} & Paint} BoxMark
 * @typedef {{circle: {middle: Point, radius: number}} & Paint} CircleMark
 * @typedef {{text: string, x: number, y: number, size: number, fill: string, align: "start"|"middle"|"end", isBold?: boolean, isItalic?: boolean}} TextMark  `y` is the middle
 * @typedef {LineMark|BoxMark|CircleMark|TextMark} Mark
 */

import { largestWeights, shareOf, tieLook } from "./style.js";
import { MARK_REACH, NAME_DISTANCE, TABLE_MARGIN } from "./table_letters.js";
import { BADGE_RADIUS } from "./table_routes.js";

const STRIPE = { width: 6, distance: 6, inset: 3, border: "#595959", borderWidth: 0.75 };
export const PILL = { fill: "#f1f3f5", border: "#5a6570", dashes: [4, 4], borderOfExcluded: "#8a8a8a", radius: 14, padding: 12 };
const MARK_SIZES = { strong: 5.5, quiet: 4, largestShare: 5 };
const LEADINGS = { name: 1.1, arena: 1.18, heading: 1.1 };
const MORE_SIZE = 14;
const HALO_WIDTH = 4;
export const FRAME_OF_ALONE = { border: "#444444", borderWidth: 1.5, dashes: [4, 3], radius: 5, reach: 9 };
/** Documented ties are quiet where all of them are drawn. */
const QUIET_SEAT = { colour: "#8c8c8c", width: 1.2 };

// Where names stand

/**
 * The box around a name with its mark, or around an arena.
 *
 * @param {TableScene} scene
 * @param {string} key
 * @returns {BoxShape|null}
 */
export function boxInScene({ layout }, key) {
  const pill = layout.pills.get(key);
  if (pill) return { left: pill.x - pill.width / 2, top: pill.y - pill.height / 2, width: pill.width, height: pill.height, radius: pillRadius(pill) };
  const row = layout.rows.get(key);
  if (!row) return null;
  const [inner, outer] = [MARK_REACH + 2, NAME_DISTANCE + row.width + 6];
  const height = Math.min(layout.rowHeight - 2, layout.letters.font * (1.6 + LEADINGS.name * (row.lines.length - 1)));
  const left = row.side === "left" ? row.x - outer : row.x - inner;
  return { left, top: row.y - height / 2, width: inner + outer, height, radius: 5 };
}

/** @param {{height: number}} pill */
function pillRadius({ height }) {
  return Math.min(PILL.radius, height / 2);
}

/**
 * The box around the heading of a sector.
 *
 * @param {TableScene} scene
 * @param {PlacedSector} sector
 * @returns {BoxShape}
 */
export function headingBox({ layout }, { side, top, bottom }) {
  const width = layout.letters.headingWidth + 2 * STRIPE.distance + STRIPE.width;
  return { left: side === "left" ? TABLE_MARGIN : layout.width - TABLE_MARGIN - width, top, width, height: bottom - top, radius: 4 };
}

/**
 * The box around the line that says how many more a sector has.
 *
 * @param {TableScene} scene
 * @param {PlacedSector} sector
 * @returns {BoxShape}
 */
export function foldBox({ layout }, { side, foldedAt }) {
  const { left, right, rowHeight, letters } = layout;
  const edge = side === "left" ? left - NAME_DISTANCE - letters.nameWidth : right + NAME_DISTANCE;
  return { left: edge, top: foldedAt - rowHeight / 2, width: letters.nameWidth, height: rowHeight, radius: 4 };
}

/**
 * The box around the line that says how many more arenas there are; null where all are shown.
 *
 * @param {TableScene} scene
 * @returns {BoxShape|null}
 */
export function moreArenasBox({ layout }) {
  if (!layout.arenasLeftOut) return null;
  const last = layout.gaps[layout.gaps.length - 1];
  const middle = Math.min(layout.height - 12, last.y + last.height / 2 + 10);
  const width = layout.spineRight - layout.spineLeft;
  return { left: layout.spineLeft, top: middle - 10, width, height: 20, radius: 4 };
}

// Marks

/**
 * Stripes, headings, and what says that there is more.
 *
 * @param {TableScene} scene
 * @returns {Mark[]}
 */
export function groundMarks(scene) {
  return [...scene.layout.sectors.flatMap((sector) => sectorMarks(scene, sector)), ...spineMarks(scene)];
}

/**
 * @param {TableScene} scene
 * @param {PlacedSector} sector
 * @returns {Mark[]}
 */
export function sectorMarks({ app, layout }, { sector, side, top, bottom, lines, folded, foldedAt }) {
  const { headingWidth, headingFont, font } = layout.letters;
  const { palette, colours } = app.data;
  const inner = TABLE_MARGIN + headingWidth;
  const isLeft = side === "left";
  const stripe = isLeft ? inner + STRIPE.distance : layout.width - inner - STRIPE.distance - STRIPE.width;
  const align = isLeft ? "end" : "start";
  const x = isLeft ? inner : layout.width - inner;
  const more = { x: isLeft ? layout.left - NAME_DISTANCE : layout.right + NAME_DISTANCE, y: foldedAt };
  return [
    {
      box: { left: stripe, top: top + STRIPE.inset, width: STRIPE.width, height: bottom - top - 2 * STRIPE.inset, radius: 0 },
      fill: colours[sector]?.fill ?? palette.quiet,
      border: STRIPE.border,
      borderWidth: STRIPE.borderWidth,
    },
    ...lines.map((text, i) => /** @type {Mark} */ ({
      text,
      x,
      y: top + Math.min(layout.rowHeight, 2 * headingFont) / 2 + i * headingFont * LEADINGS.heading,
      size: headingFont,
      fill: palette.ink,
      align,
      isBold: true,
    })),
    ...(folded
      ? [/** @type {Mark} */ ({ text: app.text("table", "more", { n: folded }), ...more, size: Math.max(MORE_SIZE, font * 0.9), fill: palette.quiet, align, isItalic: true })]
      : []),
  ];
}

/**
 * @param {TableScene} scene
 * @returns {Mark[]}
 */
function spineMarks(scene) {
  const { app, layout, table } = scene;
  const say = (/** @type {string} */ text, /** @type {number} */ y) =>
    /** @type {Mark} */ ({ text, x: layout.width / 2, y, size: MORE_SIZE, fill: app.data.palette.quiet, align: "middle", isItalic: true });
  if (!table.arenas.length && layout.rows.size) return [say(app.text("table", "no_arenas"), layout.height - 12)];
  const box = moreArenasBox(scene);
  return box ? [say(app.text("table", "more_arenas", { n: layout.arenasLeftOut }), box.top + box.height / 2)] : [];
}

/**
 * @param {TableScene} scene
 * @param {string} key
 * @returns {Mark[]}
 */
export function nodeMarks(scene, key) {
  if (scene.layout.rows.has(key)) return rowMarks(scene, key);
  if (scene.layout.pills.has(key)) return pillMarks(scene, key);
  return scene.duties.has(key) ? dutyMarks(scene, key) : [];
}

/**
 * @param {TableScene} scene
 * @param {string} key
 * @returns {Mark[]}
 */
function rowMarks(scene, key) {
  const { app, layout, state, focus } = scene;
  const row = /** @type {import("./table_layout.js").PlacedRow} */ (layout.rows.get(key));
  const node = app.index.node(key);
  const { ink, quiet } = app.data.palette;
  const isPlain = row.isBold || focus?.nodes.has(key);
  const share = node ? (shareOf(app.data, node, state.figure) ?? 0) : 0;
  const reach = (row.isBold ? MARK_SIZES.strong : MARK_SIZES.quiet) + share * MARK_SIZES.largestShare;
  const colour = isPlain ? ink : "#6f6f6f";
  const paint = { fill: node?.asked ? colour : "#ffffff", border: colour, borderWidth: 2 };
  const away = row.side === "left" ? -NAME_DISTANCE : NAME_DISTANCE;
  const frame = node?.alone ? boxInScene(scene, key) : null;
  return [
    ...(frame ? [/** @type {Mark} */ ({ box: { ...frame, radius: FRAME_OF_ALONE.radius }, ...FRAME_OF_ALONE })] : []),
    node?.kind === "external"
      ? { circle: { middle: [row.x, row.y], radius: reach }, ...paint }
      : { box: { left: row.x - reach, top: row.y - reach, width: 2 * reach, height: 2 * reach, radius: 0 }, ...paint },
    ...row.lines.map((text, i) => /** @type {Mark} */ ({
      text,
      x: row.x + away,
      y: row.y + (i - (row.lines.length - 1) / 2) * layout.letters.font * LEADINGS.name,
      size: layout.letters.font,
      fill: isPlain ? ink : quiet,
      align: row.side === "left" ? "end" : "start",
      isBold: row.isBold,
    })),
  ];
}

/**
 * @param {TableScene} scene
 * @param {string} key
 * @returns {Mark[]}
 */
function pillMarks(scene, key) {
  const { app, layout } = scene;
  const pill = /** @type {import("./table_layout.js").PlacedPill} */ (layout.pills.get(key));
  const counts = app.index.node(key)?.working !== false;
  const { ink, quiet } = app.data.palette;
  const size = layout.letters.arenaFont;
  const box = /** @type {BoxShape} */ (boxInScene(scene, key));
  return [
    counts
      ? { box, fill: PILL.fill, border: PILL.border, borderWidth: 1 }
      : { box, fill: "#ffffff", border: PILL.borderOfExcluded, borderWidth: 1.5, dashes: PILL.dashes },
    ...pill.lines.map((text, i) => /** @type {Mark} */ ({
      text,
      x: box.left + PILL.padding,
      y: pill.y + (i - (pill.lines.length - 1) / 2) * size * LEADINGS.arena,
      size,
      fill: counts ? ink : quiet,
      align: "start",
    })),
    { text: String(participantsOf(scene, key)), x: box.left + box.width - PILL.padding, y: pill.y, size, fill: quiet, align: "end" },
  ];
}

/**
 * How many take part in an arena, in whatever role.
 *
 * @param {TableScene} scene
 * @param {string} key
 */
function participantsOf({ app, view }, key) {
  const seats = app.index.tiesOf(view.id, key).filter(({ kind }) => kind === "takes_part" || kind === "loose");
  return new Set(seats.map(({ from, to }) => (from === key ? to : from))).size;
}

/**
 * A duty in focus: where its lines meet.
 *
 * @param {TableScene} scene
 * @param {string} key
 * @returns {Mark[]}
 */
function dutyMarks({ app, duties }, key) {
  const middle = /** @type {Point} */ (duties.get(key));
  return [{ circle: { middle, radius: 6 }, fill: "#ffffff", border: app.data.palette.missing, borderWidth: 2.5 }];
}

// Lines

/**
 * How a tie is drawn.
 *
 * @param {TableScene} scene
 * @param {Tie} tie
 * @returns {Stroke}
 */
export function strokeInScene({ app, view, state, part }, tie) {
  const basis = part.strongest.get(tie.id)?.basis ?? null;
  return tieLook(app.data, tie, basis, largestWeights(app.data, state.weigh ? view.ties : [], state.weigh).get(tie.kind));
}

/**
 * The lines that are drawn when nothing is in focus, pairs with a white edge above the others.
 *
 * @param {TableScene} scene
 * @returns {Mark[]}
 */
export function lineMarks(scene) {
  return scene.ties.flatMap((tie) => {
    const way = scene.ways.get(tie.id);
    if (!way) return [];
    const stroke = strokeInScene(scene, tie);
    const isSeat = tie.kind === "takes_part" || tie.kind === "loose";
    const look = isSeat && !scene.state.weigh ? { ...stroke, ...QUIET_SEAT } : stroke;
    return scene.numbers.has(tie.id) ? pairMarks(way, look) : [{ way, ...lineOf(look) }];
  });
}

/**
 * A line with a white edge, so that it can be followed where it crosses others.
 *
 * @param {Way} way
 * @param {Stroke} stroke
 * @returns {Mark[]}
 */
export function pairMarks(way, stroke) {
  return [
    { way, colour: "#ffffff", width: stroke.width + HALO_WIDTH, dashes: [] },
    { way, ...lineOf(stroke) },
  ];
}

/** @param {Stroke} stroke */
export function lineOf({ colour, width, dashes, arrow }) {
  return { colour, width, dashes, tip: arrow };
}

/**
 * A dashed frame around the arena that one of a chosen pair could be invited to.
 *
 * @param {TableScene} scene
 * @returns {Mark[]}
 */
export function proposalMarks(scene) {
  const { app, focus } = scene;
  const chosen = [...(focus?.ties ?? [])].find(([tie, weight]) => weight === "chosen" && tie.findings);
  const findings = (chosen?.[0].findings ?? []).flatMap((number) => app.index.finding(number) ?? []);
  const arena = findings.find(({ seat }) => seat)?.seat?.arena;
  const box = arena === undefined ? null : boxInScene(scene, arena);
  if (!box) return [];
  const around = { left: box.left - 5, top: box.top - 5, width: box.width + 10, height: box.height + 10, radius: box.radius + 5 };
  return [{ box: around, border: app.data.palette.ink, borderWidth: 2, dashes: [6, 4] }];
}

/**
 * The number of each pair, by which report, agenda and tables know it.
 *
 * @param {TableScene} scene
 * @param {(id: string) => boolean} [isShown]
 * @returns {Mark[]}
 */
export function numberMarks({ app, badges, numbers }, isShown = () => true) {
  return [...numbers]
    .filter(([id, number]) => number !== null && badges.has(id) && isShown(id))
    .flatMap(([id, number]) => {
      const [x, y] = /** @type {Point} */ (badges.get(id));
      return /** @type {Mark[]} */ ([
        { circle: { middle: [x, y], radius: BADGE_RADIUS }, fill: app.data.palette.missing, border: "#ffffff", borderWidth: 2 },
        { text: String(number), x, y, size: MORE_SIZE, fill: "#ffffff", align: "middle", isBold: true },
      ]);
    });
}
