/**
 * The steps of the projector: the whole map, one matter at a time in the order of the meeting mode, and
 * what was decided.
 *
 * @import {Finding, Index, Tie} from "./data.js"
 * @import {ReadonlyState} from "./state.js"
 *
 * @typedef {object} Matter
 * @property {Finding} finding  the strongest on it
 * @property {Finding[]} findings  all on it
 * @property {Tie|null} pair  the gap between two actors that it is about, if it is about one
 * @property {string} view  the view that shows it
 * @property {string} selected  what to select there
 */
import { agenda } from "./filter.js";
import { selectionFor, viewFor } from "./finding_location.js";

/**
 * Return what there is to talk about. All grounds of two actors are one matter, at the place of the strongest.
 *
 * @param {Index} index
 * @param {ReadonlyState} state
 * @returns {Matter[]}
 */
export function matters(index, state) {
  /** @type {Map<string, Matter>} */
  const found = new Map();
  for (const number of agenda(index, state)) {
    const finding = /** @type {Finding} */ (index.finding(number));
    const view = viewFor(index, state.view, finding) ?? state.view;
    const selected = selectionFor(index, view, finding);
    const tie = index.tie(selected);
    const pair = tie?.path ? tie : null;
    const key = pair ? pair.id : String(number);
    const matter = found.get(key);
    if (matter) matter.findings.push(finding);
    else found.set(key, { finding, findings: [finding], pair, view, selected });
  }
  return [...found.values()];
}

/**
 * Return the step to begin at: the matter that is selected, or else the whole map.
 *
 * @param {Matter[]} all
 * @param {string|null} selected
 */
export function firstStep(all, selected) {
  return all.findIndex((matter) => matter.selected === selected) + 1;
}
