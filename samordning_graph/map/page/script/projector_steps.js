/**
 * The steps of the projector: the whole map, one matter at a time, those of the agenda first, and what
 * was decided.
 *
 * @import {Index, Tie} from "./data.js"
 * @import {Matter} from "./matters.js"
 * @import {ReadonlyState} from "./state.js"
 *
 * @typedef {object} Step
 * @property {Matter} matter
 * @property {Tie|null} pair  the gap between two actors that it is about, if it is about one
 * @property {string} view  the view that shows it
 * @property {string} selected  what to select there
 */
import { selectionFor, viewFor } from "./finding_location.js";
import { meetingMatters, pairOf } from "./matters.js";

/**
 * Return what there is to talk about.
 *
 * @param {Index} index
 * @param {ReadonlyState} state
 * @returns {Step[]}
 */
export function projectorSteps(index, state) {
  const { agenda, others } = meetingMatters(index, state);
  return [...agenda, ...others].map((matter) => {
    const pair = pairOf(index, state, matter);
    const shown = matter.findings.find((finding) => pair?.findings?.includes(index.data.findings.indexOf(finding))) ?? matter.finding;
    const view = viewFor(index, state.view, shown) ?? state.view;
    return { matter, pair, view, selected: selectionFor(index, view, shown) };
  });
}

/**
 * Return the step to begin at: the matter that is selected, or else the whole map.
 *
 * @param {Step[]} all
 * @param {string|null} selected
 */
export function firstStep(all, selected) {
  return all.findIndex((step) => step.selected === selected) + 1;
}
