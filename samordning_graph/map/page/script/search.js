/**
 * Search as you type, among names, ids, sectors and types of actors.
 *
 * @import {Index, MapNode} from "./data.js"
 *
 * @typedef {object} SearchEntry
 * @property {MapNode} node
 * @property {string} name  its words, folded, with a space before each
 * @property {string} rest  its id, sector and type, likewise
 */
import { compareText, foldCase } from "./text.js";

/** @type {WeakMap<Index, SearchEntry[]>} Created at the first search. */
const ENTRIES = new WeakMap();

/**
 * Return the nodes that match every word of the query, best first: at the start of the name, then at
 * the start of a word of the name, then of a word of the rest; last, within a word.
 *
 * @param {Index} index
 * @param {string} query
 * @returns {MapNode[]}
 */
export function search(index, query) {
  const folded = foldedWords(query);
  const words = folded.split(" ").slice(1);
  if (!words.length) return [];
  return entriesOf(index)
    .map((entry) => ({ node: entry.node, cost: costOf(entry, folded, words) }))
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => a.cost - b.cost)
    .map(({ node }) => node);
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
 */
function costOf(entry, query, words) {
  if (entry.name === query) return -1;
  return words.reduce((sum, word) => sum + costOfWord(entry, word), 0);
}

/**
 * @param {SearchEntry} entry
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
function entryOf({ data: { words } }, node) {
  const rest = [
    node.key,
    node.sector && (words.sector[node.sector] ?? node.sector),
    node.type && (words.type[node.type] ?? node.type),
  ];
  return { node, name: foldedWords(node.name), rest: foldedWords(rest.join(" ")) };
}
