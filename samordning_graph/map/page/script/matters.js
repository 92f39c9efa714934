/**
 * What a meeting talks about: each matter once, with all that was found on it.
 *
 * @import {Finding, Index, MapData, Tie} from "./data.js"
 * @import {ReadonlyState} from "./state.js"
 *
 * @typedef {object} Matter
 * @property {string} key
 * @property {number|null} number  the one that report and map have too; null for what cannot be assessed
 * @property {boolean} isProposed  whether it is on the agenda until somebody chooses another
 * @property {Finding} finding  the strongest on it
 * @property {Finding[]} findings  all on it
 * @property {number} place  of the strongest in `MapData.findings`
 */
import { findingsToDiscuss } from "./filter.js";
import { selectionFor, viewFor } from "./finding_location.js";

/** @type {WeakMap<MapData, {list: Matter[], ofFinding: Map<Finding, Matter>}>} */
const MATTERS = new WeakMap();

/**
 * All matters, those of the proposed agenda first.
 *
 * @param {MapData} data
 * @returns {Matter[]}
 */
export function mattersOf(data) {
  return indexed(data).list;
}

/**
 * The matter that a finding belongs to; an accepted one belongs to none.
 *
 * @param {MapData} data
 * @param {Finding|undefined} finding
 * @returns {Matter|undefined}
 */
export function matterOf(data, finding) {
  return finding && indexed(data).ofFinding.get(finding);
}

/** @param {MapData} data */
function indexed(data) {
  let known = MATTERS.get(data);
  if (!known) {
    const list = data.matters.map(({ key, number, findings, isProposed }) => {
      const all = findings.map((number) => data.findings[number]);
      return { key, number, isProposed, finding: all[0], findings: all, place: findings[0] };
    });
    known = { list, ofFinding: new Map(list.flatMap((matter) => matter.findings.map((finding) => [finding, matter]))) };
    MATTERS.set(data, known);
  }
  return known;
}

/**
 * The matters of which something is on, by what is on the agenda and what is not.
 *
 * @param {Index} index
 * @param {ReadonlyState} state
 * @returns {{agenda: Matter[], others: Matter[], leftOut: number}} `leftOut` is how many the filters leave out
 */
export function meetingMatters(index, state) {
  const { data } = index;
  const found = new Set(findingsToDiscuss(index, state).map((number) => matterOf(data, data.findings[number])));
  const on = mattersOf(data).filter((matter) => found.has(matter));
  const chosen = agendaKeys(data, state);
  return {
    agenda: chosen.flatMap((key) => on.find((matter) => matter.key === key) ?? []),
    others: on.filter(({ key }) => !chosen.includes(key)),
    leftOut: mattersOf(data).length - on.length,
  };
}

/**
 * The keys of the agenda in the order of the meeting.
 *
 * @param {MapData} data
 * @param {Pick<ReadonlyState, "agenda">} state
 * @returns {readonly string[]}
 */
export function agendaKeys(data, { agenda }) {
  return agenda ?? mattersOf(data).filter(({ isProposed }) => isProposed).map(({ key }) => key);
}

/**
 * The agenda with one matter put on it or taken off.
 *
 * @param {MapData} data
 * @param {ReadonlyState} state
 * @param {string} key
 * @param {boolean} isOn
 * @returns {string[]}
 */
export function withOnAgenda(data, state, key, isOn) {
  const others = agendaKeys(data, state).filter((other) => other !== key);
  return isOn ? [...others, key] : others;
}

/**
 * The agenda with one matter in another place.
 *
 * @param {MapData} data
 * @param {ReadonlyState} state
 * @param {string} key
 * @param {string|null} before  the key of the matter that comes after it; null: it comes last
 * @returns {string[]}
 */
export function withAgendaOrder(data, state, key, before) {
  const others = agendaKeys(data, state).filter((other) => other !== key);
  const at = before === null ? others.length : others.indexOf(before);
  return [...others.slice(0, at), key, ...others.slice(at)];
}

/**
 * The gap between two actors that a matter is about, if it is about one.
 *
 * @param {Index} index
 * @param {ReadonlyState} state
 * @param {Matter} matter
 * @returns {Tie|null}
 */
export function pairOf(index, state, { findings }) {
  const ties = findings.map((finding) => index.tie(selectionFor(index, viewFor(index, state.view, finding), finding)));
  return ties.find((tie) => tie?.path) ?? null;
}

/**
 * The number of the matter that a gap belongs to; null for one without a number.
 *
 * @param {MapData} data
 * @param {Tie} tie
 */
export function numberOfTie(data, { findings = [] }) {
  const numbers = findings.flatMap((place) => matterOf(data, data.findings[place])?.number ?? []);
  return numbers.length ? Math.min(...numbers) : null;
}

/**
 * A matter as it is listed: its number, if it has one, and what it is called.
 *
 * @param {Index} index
 * @param {ReadonlyState} state
 * @param {Matter} matter
 */
export function numberedTitle(index, state, matter) {
  const title = matterTitle(index, state, matter);
  return matter.number === null ? title : `${matter.number}. ${title}`;
}

/**
 * What a matter is called: the two it is about, or else what its strongest finding is called.
 *
 * @param {Index} index
 * @param {ReadonlyState} state
 * @param {Matter} matter
 */
export function matterTitle(index, state, matter) {
  const pair = pairOf(index, state, matter);
  return pair ? [pair.from, pair.to].map((key) => index.node(key)?.name ?? key).join(" – ") : matter.finding.title;
}
