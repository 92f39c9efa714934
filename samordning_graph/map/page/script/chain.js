/**
 * The shortest way from one actor to another: who can introduce them to each other.
 *
 * @import {Index, Tie, View} from "./data.js"
 * @typedef {{nodes: string[], ties: Tie[]}} Chain  from one end to the other
 */
import { byText } from "./text.js";

const WAYS = ["takes_part", "link", "agreement"];

/**
 * Return the shortest chain over working arenas, links and agreements, or null when there is none.
 * Of several as short, the one whose keys come first; it is the same from both ends.
 *
 * @param {Index} index
 * @param {View} view
 * @param {string} one
 * @param {string} other
 * @param {ReadonlySet<string>} [without]  nodes that the chain goes around
 * @returns {Chain|null}
 */
export function shortestChain(index, view, one, other, without = new Set()) {
  if (one > other) {
    const chain = shortestChain(index, view, other, one, without);
    return chain && { nodes: chain.nodes.reverse(), ties: chain.ties.reverse() };
  }
  if (!Object.hasOwn(view.nodes, one) || without.has(one)) return null;
  /** @type {Map<string, {from: string, tie: Tie}|null>} How each was reached. */
  const reached = new Map([[one, null]]);
  // A Map can be walked while it grows: in order, so that the nearest come first.
  for (const from of reached.keys()) {
    if (from === other) break;
    for (const { to, tie } of steps(index, view, from)) {
      if (!reached.has(to) && !without.has(to)) reached.set(to, { from, tie });
    }
  }
  return reached.has(other) ? retraced(reached, other) : null;
}

/**
 * @param {Index} index
 * @param {View} view
 * @param {string} from
 */
function steps(index, view, from) {
  return index
    .tiesOf(view.id, from)
    .filter((tie) => WAYS.includes(tie.kind))
    .map((tie) => ({ to: tie.from === from ? tie.to : tie.from, tie }))
    .filter(({ to }) => index.node(to)?.kind !== "arena" || index.node(to)?.working)
    .sort((a, b) => byText(a.to, b.to) || byText(a.tie.id, b.tie.id));
}

/**
 * @param {Map<string, {from: string, tie: Tie}|null>} reached
 * @param {string} end
 * @returns {Chain}
 */
function retraced(reached, end) {
  const nodes = [end];
  const ties = [];
  for (let step = reached.get(end); step; step = reached.get(step.from)) {
    nodes.unshift(step.from);
    ties.unshift(step.tie);
  }
  return { nodes, ties };
}
