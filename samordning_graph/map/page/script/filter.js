/**
 * What the view shows of all that is in it.
 *
 * @import {Finding, Index, MapNode, Tie, View} from "./data.js"
 * @import {Chosen, Filter, Off} from "./state.js"
 * @import {Chain} from "./chain.js"
 *
 * @typedef {object} Shown
 * @property {Set<string>} nodes
 * @property {Tie[]} ties
 * @property {Map<string, Finding>} strongest  of each shown gap, by the id of the tie: the strongest finding that is on
 * @property {Chain|null} chain  the chain that is shown, when one is asked for and there is one
 * @property {number} gaps  possible missing links that are shown, of `allGaps`
 * @property {number} allGaps
 * @property {number} unknown  pairs that cannot be assessed that are shown, of `allUnknown`
 * @property {number} allUnknown
 */
import { shortestChain } from "./chain.js";
import { FILTERS } from "./state.js";

/** @type {Partial<Record<MapNode["kind"], readonly ("sector"|"type"|"level"|"arenaKind")[]>>} */
const LOOKED_AT = {
  unit: ["sector", "type"],
  external: ["sector", "type"],
  sector: ["sector"],
  arena: ["level", "arenaKind"],
};

/** @type {WeakMap<Off, IsOn>} Every node asks, each time the picture is drawn. */
const SWITCHES = new WeakMap();

/** What of a state says what is shown; a selection, say, changes nothing of it. */
const SHOWN_BY = /** @type {const} */ (["view", "hidden", "off", "chain", "focus"]);
/** @type {WeakMap<Index, {state: Chosen, part: Shown}>} The latest answer: several ask for the same. */
const LATEST = new WeakMap();

/**
 * A chain is shown whole, whatever is switched off, and goes around what is hidden. Else filters
 * and hiding come first, and a focus shows a node with its neighbours among what is left.
 *
 * @param {Index} index
 * @param {Chosen} state
 * @returns {Shown}
 */
export function shown(index, state) {
  const latest = LATEST.get(index);
  if (latest && SHOWN_BY.every((name) => latest.state[name] === state[name])) return latest.part;
  const part = workedOut(index, state);
  LATEST.set(index, { state, part });
  return part;
}

/**
 * @param {Index} index
 * @param {Chosen} state
 * @returns {Shown}
 */
function workedOut(index, state) {
  const view = index.view(state.view);
  const hidden = new Set(state.hidden);
  const isOn = switches(state);
  const part =
    state.chain && view.hasChains
      ? chained(index, view, state.chain, hidden)
      : { ...focused(filtered(index, view, hidden, isOn), state.focus), chain: null };
  return {
    ...part,
    strongest: strongestFindings(index, part.ties, isOn),
    gaps: pairsOf(index, part.ties, "missing"),
    allGaps: pairsOf(index, view.ties, "missing"),
    unknown: pairsOf(index, part.ties, "not_assessed"),
    allUnknown: pairsOf(index, view.ties, "not_assessed"),
  };
}

/**
 * The words of a filter that something in a view has: switching off another one changes nothing.
 *
 * @param {Index} index
 * @param {View} view
 * @param {Filter} filter
 * @returns {Set<string>}
 */
export function wordsIn(index, view, filter) {
  if (filter === "tie") return new Set(view.ties.map((tie) => tie.kind));
  if (filter === "rule" || filter === "basis" || filter === "confidence") {
    const findings = view.ties.flatMap((tie) => tie.findings ?? []).flatMap((place) => index.finding(place) ?? []);
    return new Set(findings.map((finding) => finding[filter]));
  }
  const nodes = Object.keys(view.nodes).flatMap((key) => index.node(key) ?? []);
  const looked = nodes.filter((node) => LOOKED_AT[node.kind]?.includes(filter));
  return new Set(looked.map((node) => node[filter] ?? ""));
}

/**
 * @typedef {(filter: Filter, word: string) => boolean} IsOn
 *
 * @param {Chosen} state
 * @returns {IsOn}
 */
function switches({ off }) {
  let isOn = SWITCHES.get(off);
  if (!isOn) {
    const words = new Map(FILTERS.map((filter) => [filter, new Set(off[filter])]));
    isOn = (filter, word) => !words.get(filter)?.has(word);
    SWITCHES.set(off, isOn);
  }
  return isOn;
}

/**
 * @param {Index} index
 * @param {View} view
 * @param {readonly [string, string]} ends
 * @param {ReadonlySet<string>} hidden
 */
function chained(index, view, ends, hidden) {
  const chain = shortestChain(index, view, ...ends, hidden);
  const apart = ends.filter((key) => index.node(key) && !hidden.has(key));
  return { nodes: new Set(chain?.nodes ?? apart), ties: chain?.ties ?? [], chain };
}

/**
 * @param {Index} index
 * @param {View} view
 * @param {ReadonlySet<string>} hidden
 * @param {IsOn} isOn
 */
function filtered(index, view, hidden, isOn) {
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
 * @param {{nodes: Set<string>, ties: Tie[]}} part
 * @param {string|null} focus  ignored when it is not among what is shown
 */
function focused(part, focus) {
  if (focus === null || !part.nodes.has(focus)) return part;
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
  return (LOOKED_AT[node.kind] ?? []).every((filter) => isOn(filter, node[filter] ?? ""));
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
    .flatMap((place) => index.finding(place) ?? [])
    .find((finding) => isFindingOn(finding, isOn));
}

/**
 * The findings about a node that are on and not accepted, strongest first.
 *
 * @param {Index} index
 * @param {Chosen} state
 * @param {string} key
 */
export function findingsOn(index, state, key) {
  const isOn = switches(state);
  return index
    .findingsAbout(key)
    .filter((one) => one.status === "found" && !one.accepted && isFindingOn(one, isOn));
}

/**
 * Whether a finding is among those whose rule, basis and confidence are on.
 *
 * @param {Finding} finding
 * @param {Chosen} state
 */
export function isAskedFor(finding, state) {
  return isFindingOn(finding, switches(state));
}

/**
 * What a meeting talks about, in order, as places in `MapData.findings`: what is not accepted and is
 * on, about nobody that is hidden or off, and about the one in focus. What was found comes first,
 * then what cannot be assessed. Lines that are not drawn are talked about all the same.
 *
 * @param {Index} index
 * @param {Chosen} state
 * @returns {number[]}
 */
export function agenda(index, state) {
  const isOn = switches(state);
  const isNodeThere = (/** @type {string} */ key) => {
    const node = index.node(key);
    return !state.hidden.includes(key) && (!node || hasWordsOn(node, isOn));
  };
  const isIn = (/** @type {Finding} */ one) =>
    !one.accepted &&
    isFindingOn(one, isOn) &&
    one.about.every(isNodeThere) &&
    (state.focus === null || one.about.includes(state.focus));
  return index.data.findings.flatMap((finding, place) => (isIn(finding) ? [place] : []));
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
 * How many pairs there are of a kind. The lines of a duty are no pairs: one across is enough.
 *
 * @param {Index} index
 * @param {Tie[]} ties
 * @param {string} kind
 */
function pairsOf(index, ties, kind) {
  return ties.filter((tie) => tie.kind === kind && index.node(tie.from)?.kind !== "duty").length;
}
