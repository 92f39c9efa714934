/**
 * The shortest chain from one actor to another: who can introduce them to each other.
 *
 * @import {Index, Tie, View} from "./data.js"
 * @typedef {{nodes: string[], ties: Tie[]}} Chain  from one end to the other
 * @typedef {{from: string, tie: Tie}|null} Step  how a node was reached; null for the start
 */
import { compareText } from "./text.js";

/** The kinds of ties that a chain can follow. */
const CHAIN_TIES = ["takes_part", "link", "agreement"];

/**
 * Return the shortest chain over working arenas, links and agreements, or null when there is none.
 * Among equally short ones, the one whose keys come first; it is the same from both ends.
 *
 * @param {Index} index
 * @param {View} view
 * @param {string} start
 * @param {string} end
 * @param {ReadonlySet<string>} [avoided]  nodes that the chain goes around
 * @returns {Chain|null}
 */
export function shortestChain(index, view, start, end, avoided = new Set()) {
  if (start > end) {
    const chain = shortestChain(index, view, end, start, avoided);
    return chain && { nodes: chain.nodes.reverse(), ties: chain.ties.reverse() };
  }
  if (!Object.hasOwn(view.nodes, start) || avoided.has(start)) return null;
  /** @type {Map<string, Step>} */
  const reached = new Map([[start, null]]);
  // A Map may grow while it is iterated over, in the order of insertion: a breadth-first search.
  for (const from of reached.keys()) {
    if (from === end) break;
    for (const { to, tie } of stepsFrom(index, view, from)) {
      if (!reached.has(to) && !avoided.has(to)) reached.set(to, { from, tie });
    }
  }
  return reached.has(end) ? traceBack(reached, end) : null;
}

/**
 * @param {Index} index
 * @param {View} view
 * @param {string} from
 */
function stepsFrom(index, view, from) {
  return index
    .tiesOf(view.id, from)
    .filter((tie) => CHAIN_TIES.includes(tie.kind))
    .map((tie) => ({ to: tie.from === from ? tie.to : tie.from, tie }))
    .filter(({ to }) => index.node(to)?.kind !== "arena" || index.node(to)?.working)
    .sort((a, b) => compareText(a.to, b.to) || compareText(a.tie.id, b.tie.id));
}

/**
 * @param {Map<string, Step>} reached
 * @param {string} end
 * @returns {Chain}
 */
function traceBack(reached, end) {
  const nodes = [end];
  const ties = [];
  for (let step = reached.get(end); step; step = reached.get(step.from)) {
    nodes.unshift(step.from);
    ties.unshift(step.tie);
  }
  return { nodes, ties };
}
