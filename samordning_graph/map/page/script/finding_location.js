/**
 * Where on the map a finding is.
 *
 * @import {Finding, Index} from "./data.js"
 */
import { identityKey } from "./data.js";

/**
 * What to select in a view to see a finding: the tie that stands for it, or else the finding itself.
 *
 * @param {Index} index
 * @param {string} view
 * @param {Finding} finding
 */
export function selectionFor(index, view, finding) {
  return tieOf(index, view, finding)?.id ?? identityKey(finding.identity);
}

/**
 * The view that shows a finding best, the open one if it can: one that draws its tie, or else one that
 * has all the nodes it is about.
 *
 * @param {Index} index
 * @param {string} open
 * @param {Finding} finding
 */
export function viewFor(index, open, finding) {
  const closed = index.data.views.map(({ id }) => id).filter((id) => id !== open);
  const views = [open, ...closed].filter((id) => index.view(id).id === id);
  return (
    views.find((id) => tieOf(index, id, finding)) ??
    views.find((id) => finding.about.length && finding.about.every((key) => key in index.view(id).nodes)) ??
    views[0]
  );
}

/**
 * @param {Index} index
 * @param {string} view
 * @param {Finding} finding
 */
function tieOf(index, view, finding) {
  const number = index.data.findings.indexOf(finding);
  return finding.about
    .flatMap((key) => index.tiesOf(view, key))
    .find((tie) => tie.findings?.includes(number));
}
