/**
 * The chain that a goal, a strategy or a measure stands in: up to the overview and the plans that it rests
 * on, and down to who owns it, what realises it and where it is followed up.
 *
 * @import {Index, Tie} from "./data.js"
 */

/** @type {readonly string[]} */
export const AIMS = ["goal", "strategy", "measure"];
const UPWARDS = ["answers", "identified_in", "anchored_in", "part_of"];
const DOWNWARDS = ["realises", "owns", "contributes", "follows_up"];

/**
 * The keys of the chain of an aim, among some ties.
 *
 * @param {Index} index
 * @param {readonly Tie[]} ties
 * @param {string} aim
 * @returns {Set<string>}
 */
export function aimChain(index, ties, aim) {
  const below = follow([aim], (key) =>
    AIMS.includes(index.node(key)?.kind ?? "") ? ties.flatMap((tie) => (tie.to === key && DOWNWARDS.includes(tie.kind) ? [tie.from] : [])) : [],
  );
  const aims = [...below].filter((key) => AIMS.includes(index.node(key)?.kind ?? ""));
  return new Set([...below, ...follow(aims, (key) => ties.flatMap((tie) => (tie.from === key && UPWARDS.includes(tie.kind) ? [tie.to] : [])))]);
}

/**
 * @param {string[]} starts
 * @param {(key: string) => string[]} next
 */
function follow(starts, next) {
  const reached = new Set(starts);
  for (const key of reached) for (const other of next(key)) reached.add(other);
  return reached;
}
