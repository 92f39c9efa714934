/**
 * Which nodes and ties of the open view are shown, and why.
 *
 * @import {Finding, Index, MapNode, Tie, View} from "./data.js"
 * @import {Filter, Off, ReadonlyState} from "./state.js"
 * @import {Chain} from "./chain.js"
 *
 * @typedef {object} Shown
 * @property {Set<string>} nodes
 * @property {Tie[]} ties
 * @property {Map<string, Finding>} strongest  of each shown gap, by the id of the tie: its strongest finding that is on
 * @property {Chain|null} chain  the chain that is shown, when one was asked for and exists
 * @property {number} gaps  how many of `allGaps`, the possible missing links, are shown
 * @property {number} allGaps
 * @property {number} unknown  how many of `allUnknown`, the pairs that cannot be assessed, are shown
 * @property {number} allUnknown
 */
import { AIMS, aimChain } from "./aim_chain.js";
import { shortestChain } from "./chain.js";
import { FILTERS } from "./state.js";

/** @type {Partial<Record<MapNode["kind"], readonly ("sector"|"type"|"level"|"arenaKind")[]>>} */
const FILTERS_OF_KIND = {
  unit: ["sector", "type"],
  external: ["sector", "type"],
  sector: ["sector"],
  arena: ["level", "arenaKind"],
};

/** @type {WeakMap<Off, IsOn>} Cached: each node needs it, each time the picture is drawn. */
const SWITCH_TESTS = new WeakMap();

/** The fields of a state that what is shown depends on; it does not depend on the selection, say. */
const RELEVANT_FIELDS = /** @type {const} */ (["view", "hidden", "off", "chain", "focus"]);
/** @type {WeakMap<Index, {state: ReadonlyState, part: Shown}>} The latest result: several scripts need the same one. */
const LATEST = new WeakMap();

/**
 * A chain is shown in full, whatever is switched off, but goes around what is hidden. Without a chain,
 * filters and hiding come first, and a focus then shows a node with its remaining neighbours.
 *
 * @param {Index} index
 * @param {ReadonlyState} state
 * @returns {Shown}
 */
export function shown(index, state) {
  const latest = LATEST.get(index);
  if (latest && RELEVANT_FIELDS.every((name) => latest.state[name] === state[name])) return latest.part;
  const part = computeShown(index, state);
  LATEST.set(index, { state, part });
  return part;
}

/**
 * @param {Index} index
 * @param {ReadonlyState} state
 * @returns {Shown}
 */
function computeShown(index, state) {
  const view = index.view(state.view);
  const hidden = new Set(state.hidden);
  const isOn = switchTest(state);
  const part =
    state.chain && view.hasChains
      ? chainPart(index, view, state.chain, hidden)
      : { ...focusPart(index, view, filteredPart(index, view, hidden, isOn), state.focus), chain: null };
  return {
    ...part,
    strongest: strongestFindings(index, part.ties, isOn),
    gaps: countPairs(index, part.ties, "missing"),
    allGaps: countPairs(index, view.ties, "missing"),
    unknown: countPairs(index, part.ties, "not_assessed"),
    allUnknown: countPairs(index, view.ties, "not_assessed"),
  };
}

/**
 * The words of a filter that occur in a view; switching off any other word changes nothing.
 *
 * @param {Index} index
 * @param {View} view
 * @param {Filter} filter
 * @returns {Set<string>}
 */
export function wordsIn(index, view, filter) {
  if (filter === "tie") return new Set(view.ties.map((tie) => tie.kind));
  if (filter === "rule" || filter === "basis" || filter === "confidence") {
    const findings = view.ties.flatMap((tie) => tie.findings ?? []).flatMap((number) => index.finding(number) ?? []);
    return new Set(findings.map((finding) => finding[filter]));
  }
  const nodes = Object.keys(view.nodes).flatMap((key) => index.node(key) ?? []);
  const filtered = nodes.filter((node) => FILTERS_OF_KIND[node.kind]?.includes(filter));
  return new Set(filtered.map((node) => node[filter] ?? ""));
}

/**
 * @typedef {(filter: Filter, word: string) => boolean} IsOn
 *
 * @param {ReadonlyState} state
 * @returns {IsOn}
 */
function switchTest({ off }) {
  let isOn = SWITCH_TESTS.get(off);
  if (!isOn) {
    const words = new Map(FILTERS.map((filter) => [filter, new Set(off[filter])]));
    isOn = (filter, word) => !words.get(filter)?.has(word);
    SWITCH_TESTS.set(off, isOn);
  }
  return isOn;
}

/**
 * @param {Index} index
 * @param {View} view
 * @param {readonly [string, string]} ends
 * @param {ReadonlySet<string>} hidden
 */
function chainPart(index, view, ends, hidden) {
  const chain = shortestChain(index, view, ...ends, hidden);
  const unconnected = ends.filter((key) => index.node(key) && !hidden.has(key));
  return { nodes: new Set(chain?.nodes ?? unconnected), ties: chain?.ties ?? [], chain };
}

/**
 * @param {Index} index
 * @param {View} view
 * @param {ReadonlySet<string>} hidden
 * @param {IsOn} isOn
 */
function filteredPart(index, view, hidden, isOn) {
  const nodes = new Set(
    Object.keys(view.nodes).filter((key) => {
      const node = index.node(key);
      return node && !hidden.has(key) && isNodeOn(index, view, node, isOn);
    }),
  );
  const ties = view.ties.filter(
    (tie) => nodes.has(tie.from) && nodes.has(tie.to) && isTieOn(index, tie, isOn),
  );
  return { nodes, ties };
}

/**
 * A node with those around it; of a goal, where its chain is drawn, the whole chain.
 *
 * @param {Index} index
 * @param {View} view
 * @param {{nodes: Set<string>, ties: Tie[]}} part
 * @param {string|null} focus  ignored when it is not among what is shown
 */
function focusPart(index, view, part, focus) {
  if (focus === null || !part.nodes.has(focus)) return part;
  if (!view.isTable && AIMS.includes(index.node(focus)?.kind ?? "")) {
    const chain = aimChain(index, part.ties, focus);
    return { nodes: chain, ties: part.ties.filter((tie) => !isGap(tie) && chain.has(tie.from) && chain.has(tie.to)) };
  }
  const ties = part.ties.filter((tie) => tie.from === focus || tie.to === focus);
  return { nodes: new Set([focus, ...ties.flatMap((tie) => [tie.from, tie.to])]), ties };
}

/**
 * @param {Index} index
 * @param {View} view
 * @param {MapNode} node
 * @param {IsOn} isOn
 */
function isNodeOn(index, view, node, isOn) {
  if (node.kind === "duty") {
    const gaps = index.tiesOf(view.id, node.key);
    return (
      gaps.some((tie) => strongestOn(index, tie, isOn)) ||
      index.findingsAbout(node.key).some((finding) => isFindingOn(finding, isOn))
    );
  }
  return hasWordsOn(node, isOn);
}

/**
 * @param {MapNode} node
 * @param {IsOn} isOn
 */
function hasWordsOn(node, isOn) {
  return (FILTERS_OF_KIND[node.kind] ?? []).every((filter) => isOn(filter, node[filter] ?? ""));
}

/**
 * @param {Index} index
 * @param {Tie} tie
 * @param {IsOn} isOn
 */
function isTieOn(index, tie, isOn) {
  return isOn("tie", tie.kind) && (!isGap(tie) || Boolean(strongestOn(index, tie, isOn)));
}

/** @param {Tie} tie */
export function isGap(tie) {
  return tie.kind === "missing" || tie.kind === "not_assessed";
}

/**
 * @param {Index} index
 * @param {Tie[]} ties
 * @param {IsOn} isOn
 * @returns {Map<string, Finding>}
 */
function strongestFindings(index, ties, isOn) {
  const found = new Map();
  for (const tie of ties.filter(isGap)) found.set(tie.id, strongestOn(index, tie, isOn));
  return found;
}

/**
 * @param {Index} index
 * @param {Tie} tie
 * @param {IsOn} isOn
 * @returns {Finding|undefined}
 */
function strongestOn(index, tie, isOn) {
  return [...(tie.findings ?? [])]
    .sort((a, b) => a - b)
    .flatMap((number) => index.finding(number) ?? [])
    .find((finding) => isFindingOn(finding, isOn));
}

/**
 * The findings about a node that are on and not accepted, strongest first.
 *
 * @param {Index} index
 * @param {ReadonlyState} state
 * @param {string} key
 */
export function findingsOn(index, state, key) {
  const isOn = switchTest(state);
  return index
    .findingsAbout(key)
    .filter((finding) => finding.status === "found" && !finding.accepted && isFindingOn(finding, isOn));
}

/**
 * Whether the rule, the basis and the confidence of a finding are on.
 *
 * @param {Finding} finding
 * @param {ReadonlyState} state
 */
export function passesFindingFilters(finding, state) {
  return isFindingOn(finding, switchTest(state));
}

/**
 * What a meeting may discuss, strongest first, as numbers in `MapData.findings`: what is on and not accepted,
 * is not about anything hidden or switched off, and is about the node in focus, if any. What was found
 * comes first, then what cannot be assessed. Kinds of ties that are off are discussed all the same.
 *
 * @param {Index} index
 * @param {ReadonlyState} state
 * @returns {number[]}
 */
export function findingsToDiscuss(index, state) {
  const isOn = switchTest(state);
  const isNodeShown = (/** @type {string} */ key) => {
    const node = index.node(key);
    return !state.hidden.includes(key) && (!node || hasWordsOn(node, isOn));
  };
  const isOnAgenda = (/** @type {Finding} */ finding) =>
    !finding.accepted &&
    isFindingOn(finding, isOn) &&
    finding.about.every(isNodeShown) &&
    (state.focus === null || finding.about.includes(state.focus));
  return index.data.findings.flatMap((finding, number) => (isOnAgenda(finding) ? [number] : []));
}

/**
 * @param {Finding} finding
 * @param {IsOn} isOn
 */
function isFindingOn(finding, isOn) {
  return (
    isOn("rule", finding.rule) && isOn("basis", finding.basis) && isOn("confidence", finding.confidence)
  );
}

/**
 * How many pairs there are of a kind. The ties of a duty are not pairs: one contact across it is enough.
 *
 * @param {Index} index
 * @param {Tie[]} ties
 * @param {string} kind
 */
function countPairs(index, ties, kind) {
  return ties.filter((tie) => tie.kind === kind && index.node(tie.from)?.kind !== "duty").length;
}
