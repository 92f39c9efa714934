/**
 * Where on the map a possible gap is.
 *
 * @import {Finding, Index} from "./data.js"
 */
import { identityKey } from "./data.js";

/**
 * What to select in a view to see a finding: the line that stands for it, else the finding itself.
 *
 * @param {Index} index
 * @param {string} view
 * @param {Finding} finding
 */
export function selectionFor(index, view, finding) {
  return lineOf(index, view, finding)?.id ?? identityKey(finding.identity);
}

/**
 * The view that shows a finding best, the one that is open if it can: one that has its line, else
 * one that has those it is about.
 *
 * @param {Index} index
 * @param {string} open
 * @param {Finding} finding
 */
export function viewFor(index, open, finding) {
  const others = index.data.views.map(({ id }) => id).filter((id) => id !== open);
  const views = [open, ...others].filter((id) => index.view(id).id === id);
  return (
    views.find((id) => lineOf(index, id, finding)) ??
    views.find((id) => finding.about.length && finding.about.every((key) => key in index.view(id).nodes)) ??
    views[0]
  );
}

/**
 * @param {Index} index
 * @param {string} view
 * @param {Finding} finding
 */
function lineOf(index, view, finding) {
  const place = index.data.findings.indexOf(finding);
  return finding.about
    .flatMap((key) => index.tiesOf(view, key))
    .find((tie) => tie.findings?.includes(place));
}
