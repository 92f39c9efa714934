/** Whether a text that should name a role seems to name a person. */

import { foldCase } from "./text.js";

/** @import {Index} from "./data.js" */

/** @type {WeakMap<Index, Set<string>>} */
const KNOWN_WORDS = new WeakMap();
const TWO_CAPITALISED = /(?<![\p{L}\p{M}])(\p{Lu}[\p{Ll}\p{M}'’-]+(?:-\p{Lu}\p{Ll}+)?)\s+(?:\p{Lu}\.\s+)?(?=(\p{Lu}[\p{Ll}\p{M}'’-]+))/gu;

/**
 * Two words with a capital beside each other, neither of them a word of a name on the map.
 *
 * @param {Index} index
 * @param {string} text
 */
export function seemsToNameAPerson(index, text) {
  const known = knownWords(index);
  return [...text.matchAll(TWO_CAPITALISED)].some((words) =>
    [words[1], words[2]].every((word) => !known.has(foldCase(word))),
  );
}

/** @param {Index} index */
function knownWords(index) {
  let words = KNOWN_WORDS.get(index);
  if (!words) {
    const names = [...index.data.nodes.map((node) => node.name), ...Object.values(index.data.words.sector ?? {})];
    words = new Set(names.flatMap((name) => name.split(/[^\p{L}\p{M}'’-]+/u)).map(foldCase));
    KNOWN_WORDS.set(index, words);
  }
  return words;
}
