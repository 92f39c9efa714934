/**
 * What must change so that a node or a tie can be seen: it may be in another view, hidden or switched
 * off.
 *
 * @import {Index} from "./data.js"
 * @import {Filter, ReadonlyState, State} from "./state.js"
 */
import { shown } from "./filter.js";
import { FILTERS, initialState } from "./state.js";

/**
 * Return the change that selects a node or a tie and shows it, or null when no view has it. It stays
 * in the open view if that has it, and undoes no more than what is in the way.
 *
 * @param {Index} index
 * @param {ReadonlyState} state
 * @param {string} id
 * @returns {Partial<State>|null}
 */
export function changeToReveal(index, state, id) {
  const openView = index.view(state.view);
  const view = Object.hasOwn(openView.nodes, id) ? openView : index.firstViewWith(id);
  if (!view) return null;
  const selection = { view: view.id, selected: id };
  const part = shown(index, { ...state, ...selection });
  if (part.nodes.has(id) || part.ties.some((tie) => tie.id === id)) return selection;
  const { ends, words } = requirements(index, id);
  return {
    ...selection,
    focus: null,
    chain: null,
    hidden: state.hidden.filter((key) => !ends.includes(key)),
    off: initialState("", Object.fromEntries(
      FILTERS.map((name) => [name, state.off[name].filter((word) => !words.get(name)?.includes(word))]),
    )).off,
  };
}

/**
 * The nodes that must not be hidden, and the words that must be on.
 *
 * @param {Index} index
 * @param {string} id
 * @returns {{ends: string[], words: Map<Filter, string[]>}}
 */
function requirements(index, id) {
  const tie = index.tie(id);
  const ends = tie ? [tie.from, tie.to] : [id];
  const nodes = ends.flatMap((key) => index.node(key) ?? []);
  const gaps = tie
    ? (tie.findings ?? []).flatMap((number) => index.finding(number) ?? [])
    : nodes.some((node) => node.kind === "duty") ? index.findingsAbout(id) : [];
  /** @type {Map<Filter, string[]>} */
  const words = new Map([["tie", tie ? [tie.kind] : []]]);
  for (const name of /** @type {const} */ (["sector", "type", "level", "arenaKind"])) {
    words.set(name, nodes.map((node) => node[name] ?? ""));
  }
  for (const name of /** @type {const} */ (["rule", "basis", "confidence"])) {
    words.set(name, gaps.slice(0, 1).map((finding) => finding[name]));
  }
  return { ends, words };
}
