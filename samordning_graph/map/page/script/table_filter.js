/**
 * Which rows of the tables are shown: those of what the map shows. Ties that are switched off only so
 * that the picture is not too full still have their rows: a table has room for them.
 *
 * @import {Index} from "./data.js"
 * @import {ReadonlyState} from "./state.js"
 * @import {Shown} from "./filter.js"
 */
import { passesFindingFilters, shown } from "./filter.js";

/**
 * Return a test of whether a row is shown, by the key of a node or the id of a tie, and by the number
 * of a finding. What several views have is looked up in the first of them.
 *
 * @param {Index} index
 * @param {ReadonlyState} state
 * @returns {(id: string, number?: number) => boolean}
 */
export function rowFilter(index, state) {
  const off = { ...state.off, tie: [] };
  /** @type {Map<string, Set<string>>} */
  const shownIds = new Map(
    index.data.views.map((view) => [view.id, idsOf(shown(index, { ...state, view: view.id, off }))]),
  );
  const isShown = (/** @type {string} */ id) => shownIds.get(index.firstViewWith(id)?.id ?? "")?.has(id) ?? true;
  return (id, number) => {
    if (number === undefined) return isShown(id);
    const finding = index.finding(number);
    return Boolean(finding && passesFindingFilters(finding, state) && finding.about.every(isShown));
  };
}

/** @param {Shown} part */
function idsOf({ nodes, ties }) {
  return new Set([...nodes, ...ties.map((tie) => tie.id)]);
}
