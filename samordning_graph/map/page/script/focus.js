/**
 * What is in focus: what has been chosen, and what it hangs together with. All the rest is dimmed.
 *
 * @import {Index, Tie, View} from "./data.js"
 * @import {ReadonlyState} from "./state.js"
 *
 * @typedef {"chosen"|"own"|"around"|"path"} Weight  how a tie stands out, the strongest first
 *
 * @typedef {object} Focus
 * @property {string[]} rings  the keys that get a ring
 * @property {boolean} isPair  whether the rings are those of two between whom something may be missing
 * @property {Set<string>} nodes  everything in full ink
 * @property {Map<Tie, Weight>} ties
 * @property {string[]} path  the keys on today's way from one to the other; empty where there is none
 */
import { isActor } from "./data.js";
import { isGap, shown } from "./filter.js";

/** @typedef {{view: View, nodes: ReadonlySet<string>, tiesOf: (key: string) => Tie[]}} Part  what is shown */

/** @type {WeakMap<Index, {state: ReadonlyState, focus: Focus|null}>} The latest result: it is drawn many times. */
const LATEST_FOCUS = new WeakMap();

/**
 * Return what is in focus in the open view; null where nothing is chosen, or where it is not shown.
 *
 * @param {Index} index
 * @param {ReadonlyState} state
 * @returns {Focus|null}
 */
export function focusOf(index, state) {
  const latest = LATEST_FOCUS.get(index);
  if (latest?.state === state) return latest.focus;
  const focus = computeFocus(index, state);
  LATEST_FOCUS.set(index, { state, focus });
  return focus;
}

/**
 * @param {Index} index
 * @param {ReadonlyState} state
 */
function computeFocus(index, state) {
  const chosen = state.glimpse ?? state.selected;
  if (chosen === null || state.view === "tables") return null;
  const { nodes, ties } = shown(index, state);
  const view = index.view(state.view);
  const areShown = new Set(ties);
  /** @type {Part} */
  const part = { view, nodes, tiesOf: (key) => index.tiesOf(view.id, key).filter((tie) => areShown.has(tie)) };
  const tie = ties.find(({ id }) => id === chosen);
  if (tie) return tieFocus(index, part, tie);
  const about = index.node(chosen) ? [chosen] : (index.findingByKey(chosen)?.about ?? []);
  const drawn = about.filter((key) => nodes.has(key));
  if (!drawn.length) return null;
  return index.node(drawn[0])?.kind === "duty" ? dutyFocus(index, part, drawn[0]) : nodesFocus(index, part, drawn);
}

/**
 * Some nodes, with their ties; around a single actor also those whom it meets.
 *
 * @param {Index} index
 * @param {Part} part
 * @param {string[]} keys
 * @returns {Focus}
 */
function nodesFocus(index, part, keys) {
  const focus = emptyFocus(keys);
  for (const key of keys) for (const tie of part.tiesOf(key)) addTie(focus, tie, "own");
  if (keys.length > 1 || index.node(keys[0])?.kind === "arena") return focus;
  for (const { from, to } of part.tiesOf(keys[0]).filter(isSeat)) {
    if (from !== keys[0] || !index.node(to)?.working) continue;
    for (const tie of part.tiesOf(to).filter(isSeat)) addTie(focus, tie, "around");
  }
  return focus;
}

/**
 * A duty with all its parties, also while such lines are off: whoever chooses it asks who they are. Who is
 * alone on a side has the ring.
 *
 * @param {Index} index
 * @param {Part} part
 * @param {string} duty
 * @returns {Focus}
 */
function dutyFocus(index, { view, nodes }, duty) {
  const lone = index.node(duty)?.lone;
  const focus = emptyFocus([lone !== undefined && nodes.has(lone) ? lone : duty]);
  focus.nodes.add(duty);
  for (const tie of index.tiesOf(view.id, duty)) {
    if (nodes.has(tie.from) && nodes.has(tie.to)) addTie(focus, tie, "own");
  }
  return focus;
}

/**
 * A tie with its two ends, and of two actors where they meet others; of a duty, all its parties.
 *
 * @param {Index} index
 * @param {Part} part
 * @param {Tie} tie
 * @returns {Focus}
 */
function tieFocus(index, part, tie) {
  const ends = [tie.from, tie.to];
  const duty = ends.find((key) => index.node(key)?.kind === "duty");
  if (duty) return dutyFocus(index, part, duty);
  const focus = emptyFocus(ends);
  focus.isPair = isGap(tie);
  addTie(focus, tie, "chosen");
  if (!ends.every((key) => isActor(index.node(key)))) return focus;
  for (const key of ends) {
    for (const seat of part.tiesOf(key).filter((each) => isMembership(index, each))) addTie(focus, seat, "around");
  }
  focus.path = (tie.path ?? []).every((key) => part.nodes.has(key)) ? (tie.path ?? []) : [];
  for (const [i, key] of focus.path.entries()) {
    focus.nodes.add(key);
    const next = focus.path[i + 1];
    const step = part.tiesOf(key).find((each) => !isGap(each) && next !== undefined && [each.from, each.to].includes(next));
    if (step) focus.ties.set(step, "path");
  }
  return focus;
}

/**
 * @param {string[]} rings
 * @returns {Focus}
 */
function emptyFocus(rings) {
  return { rings, isPair: false, nodes: new Set(rings), ties: new Map(), path: [] };
}

/**
 * @param {Focus} focus
 * @param {Tie} tie
 * @param {Weight} weight
 */
function addTie(focus, tie, weight) {
  focus.nodes.add(tie.from).add(tie.to);
  if (!focus.ties.has(tie)) focus.ties.set(tie, weight);
}

/** @param {Tie} tie */
function isSeat({ kind }) {
  return kind === "takes_part";
}

/**
 * Whether a tie is of somebody to an arena, in whatever role.
 *
 * @param {Index} index
 * @param {Tie} tie
 */
function isMembership(index, { from, to }) {
  return [from, to].some((key) => index.node(key)?.kind === "arena");
}
