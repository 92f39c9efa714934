/**
 * Search as you type, among names, ids, sectors and types of actors.
 *
 * @import {Index, MapNode} from "./data.js"
 *
 * @typedef {object} Entry  a node as it is searched
 * @property {MapNode} node
 * @property {string} name  folded words, a space before each
 * @property {string} rest
 */
import { byText, fold } from "./text.js";

/** @type {WeakMap<Index, Entry[]>} Made at the first search. */
const ENTRIES = new WeakMap();

/**
 * Return the nodes that hold every word of the query, best first: where the name starts with it,
 * then a word of the name, then a word of the rest; then those that have it within a word.
 *
 * @param {Index} index
 * @param {string} query
 * @returns {MapNode[]}
 */
export function search(index, query) {
  const wanted = foldedWords(query);
  const words = wanted.split(" ").slice(1);
  if (!words.length) return [];
  return entriesOf(index)
    .map((entry) => ({ node: entry.node, cost: costOf(entry, wanted, words) }))
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => a.cost - b.cost)
    .map(({ node }) => node);
}

/**
 * @param {string} text
 * @returns {string}
 */
function foldedWords(text) {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ` ${word}`).join("");
}

/**
 * @param {Entry} entry
 * @param {string} wanted
 * @param {string[]} words
 */
function costOf(entry, wanted, words) {
  if (entry.name === wanted) return -1;
  return words.reduce((sum, word) => sum + costOfWord(entry, word), 0);
}

/**
 * @param {Entry} entry
 * @param {string} word
 */
function costOfWord({ name, rest }, word) {
  if (name.startsWith(` ${word}`)) return 0;
  if (name.includes(` ${word}`)) return 1;
  if (rest.includes(` ${word}`)) return 2;
  if (name.includes(word)) return 3;
  return rest.includes(word) ? 4 : Infinity;
}

/**
 * @param {Index} index
 * @returns {Entry[]} by name
 */
function entriesOf(index) {
  const known = ENTRIES.get(index);
  if (known) return known;
  const made = index.data.nodes.map((node) => entryOf(index, node));
  made.sort((a, b) => byText(a.name, b.name) || byText(a.node.key, b.node.key));
  ENTRIES.set(index, made);
  return made;
}

/**
 * @param {Index} index
 * @param {MapNode} node
 * @returns {Entry}
 */
function entryOf({ data: { words } }, node) {
  const rest = [
    node.key,
    node.sector && (words.sector[node.sector] ?? node.sector),
    node.type && (words.type[node.type] ?? node.type),
  ];
  return { node, name: foldedWords(node.name), rest: foldedWords(rest.join(" ")) };
}
