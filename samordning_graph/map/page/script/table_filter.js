/**
 * Which rows of the tables are shown: those of what the map shows. Lines that are switched off only
 * because the picture would be too full are an exception: in a table they have a place of their own.
 *
 * @import {Index} from "./data.js"
 * @import {Chosen} from "./state.js"
 * @import {Shown} from "./filter.js"
 */
import { isAskedFor, shown } from "./filter.js";

/**
 * Return what says of a row whether it is shown: by the key of a node or the id of a tie, and by the
 * place of a finding. A node of several views is looked for in the first of them.
 *
 * @param {Index} index
 * @param {Chosen} state
 * @returns {(id: string, place?: number) => boolean}
 */
export function rowsShown(index, state) {
  const off = { ...state.off, tie: [] };
  /** @type {Map<string, Set<string>>} */
  const parts = new Map(
    index.data.views.map((view) => [view.id, idsOf(shown(index, { ...state, view: view.id, off }))]),
  );
  const has = (/** @type {string} */ id) => parts.get(index.viewOf(id)?.id ?? "")?.has(id) ?? true;
  return (id, place) => {
    if (place === undefined) return has(id);
    const finding = index.finding(place);
    return Boolean(finding && isAskedFor(finding, state) && finding.about.every(has));
  };
}

/** @param {Shown} part */
function idsOf({ nodes, ties }) {
  return new Set([...nodes, ...ties.map((tie) => tie.id)]);
}
