/**
 * Search as you type, among names, ids, sectors, types and arenas. It forgives how a word is spelt and
 * bent, and what is in the open view comes first.
 *
 * @import {Index, MapNode, View} from "./data.js"
 *
 * @typedef {object} SearchEntry
 * @property {MapNode} node
 * @property {string} name  its words, folded, with a space before each
 * @property {string} rest  its id, sector and type, likewise
 * @property {string} arenas  the arenas that it takes part in, likewise
 *
 * @typedef {(entry: SearchEntry, word: string) => number} Cost  of a word of the query; Infinity where it does not match
 */
import { compareText, foldCase } from "./text.js";
import { beginsNearly, firstPartOf, stemOf } from "./word_forms.js";

/** @type {WeakMap<Index, SearchEntry[]>} Created at the first search. */
const ENTRIES = new WeakMap();
/** What a bent word costs more than the word as it stands. */
const BENT = 10;
/** @type {readonly Cost[]} From the strictest: the next is tried only where nothing is found. */
const COSTS = [costOfWord, costOfFirstPart, costOfSlip];

/**
 * Return the nodes that match every word of the query, best first: at the start of the name, then at
 * the start of a word of the name, then of a word of the rest; last, within a word. A word may have
 * another ending. Where nothing is found so, its first part is enough, and then what is nearly the word.
 *
 * @param {Index} index
 * @param {string} query
 * @param {View} [openView]  whose nodes come before all others
 * @returns {MapNode[]}
 */
export function search(index, query, openView) {
  const folded = foldedWords(query);
  const words = folded.split(" ").slice(1);
  if (!words.length) return [];
  const isElsewhere = (/** @type {MapNode} */ { key }) => Number(Boolean(openView) && !Object.hasOwn(openView?.nodes ?? {}, key));
  for (const cost of COSTS) {
    const found = entriesOf(index)
      .map((entry) => ({ node: entry.node, cost: costOf(entry, folded, words, cost) }))
      .filter((match) => match.cost < Infinity)
      .sort((a, b) => isElsewhere(a.node) - isElsewhere(b.node) || a.cost - b.cost);
    if (found.length) return found.map(({ node }) => node);
  }
  return [];
}

/**
 * @param {string} text
 * @returns {string}
 */
function foldedWords(text) {
  return (foldCase(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ` ${word}`).join("");
}

/**
 * @param {SearchEntry} entry
 * @param {string} query  folded
 * @param {string[]} words
 * @param {Cost} cost
 */
function costOf(entry, query, words, cost) {
  if (entry.name === query) return -1;
  return words.reduce((sum, word) => sum + cost(entry, word), 0);
}

/** @type {Cost} */
function costOfWord(entry, word) {
  const asItStands = costOfPart(entry, word);
  return asItStands < Infinity ? asItStands : BENT + costOfPart(entry, stemOf(word));
}

/** @type {Cost} */
function costOfFirstPart(entry, word) {
  return costOfPart(entry, firstPartOf(word));
}

/** @type {Cost} */
function costOfSlip(entry, word) {
  const isThere = costOfWord(entry, word) < Infinity;
  return isThere || entry.name.split(" ").some((part) => beginsNearly(word, part)) ? 0 : Infinity;
}

/** @type {Cost} */
function costOfPart({ name, rest, arenas }, word) {
  if (name.startsWith(` ${word}`)) return 0;
  if (name.includes(` ${word}`)) return 1;
  if (rest.includes(` ${word}`)) return 2;
  if (name.includes(word)) return 3;
  if (rest.includes(word)) return 4;
  return arenas.includes(` ${word}`) ? 5 : Infinity;
}

/**
 * @param {Index} index
 * @returns {SearchEntry[]} sorted by name
 */
function entriesOf(index) {
  let entries = ENTRIES.get(index);
  if (!entries) {
    entries = index.data.nodes.map((node) => entryOf(index, node));
    entries.sort((a, b) => compareText(a.name, b.name) || compareText(a.node.key, b.node.key));
    ENTRIES.set(index, entries);
  }
  return entries;
}

/**
 * @param {Index} index
 * @param {MapNode} node
 * @returns {SearchEntry}
 */
function entryOf(index, node) {
  const { words } = index.data;
  const rest = [
    node.key,
    node.sector && (words.sector[node.sector] ?? node.sector),
    node.type && (words.type[node.type] ?? node.type),
  ];
  const seats = index.chainView ? index.tiesOf(index.chainView.id, node.key) : [];
  const arenas = seats.filter(({ kind, from }) => kind === "takes_part" && from === node.key).map(({ to }) => index.node(to)?.name);
  return { node, name: foldedWords(node.name), rest: foldedWords(rest.join(" ")), arenas: foldedWords(arenas.join(" ")) };
}
