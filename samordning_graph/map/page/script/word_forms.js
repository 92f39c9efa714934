/** The forms of a word as people type it: the Norwegian endings of nouns, compounds, and slips of the hand. */

const ENDING = /(?:ene|ane|ens|ets|et|en|er|a|e|s)$/;
/** The last part of what services are called: «barneverntjenesten» and «barnevernet» are the same. */
const LAST_PARTS = /(?:tjenest|kontor|avdeling|seksjon|enhet|senter|sentr|kommun|vesen|etat|vakt|team|gruppa|grupp)$/;
const SHORTEST_STEM = 4;
/** From this length a word may differ by a letter, and from the second by two. */
const MAY_DIFFER = [5, 9];

/**
 * A folded word without its ending: barnevern for barnevernet. Itself where too little would be left.
 *
 * @param {string} word
 */
export function stemOf(word) {
  return shortened(word, ENDING);
}

/**
 * A folded word without its ending and without the last part of what services are called.
 *
 * @param {string} word
 */
export function firstPartOf(word) {
  return shortened(stemOf(word), LAST_PARTS);
}

/**
 * @param {string} word
 * @param {RegExp} end
 */
function shortened(word, end) {
  const short = word.replace(end, "");
  return short.length < SHORTEST_STEM ? word : short;
}

/**
 * Whether a text begins as a word does, but for a letter or two that are wrong, missing or too many.
 *
 * @param {string} word
 * @param {string} text
 */
export function beginsNearly(word, text) {
  const mayDiffer = MAY_DIFFER.filter((length) => word.length >= length).length;
  if (!mayDiffer || text.length + mayDiffer < word.length) return false;
  const part = text.slice(0, word.length + mayDiffer);
  // The distance of Levenshtein from the word to every beginning of the text.
  let distances = Array.from({ length: part.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...word].entries()) {
    const next = [i + 1];
    for (let j = 0; j < part.length; j += 1) {
      next.push(Math.min(distances[j] + (letter === part[j] ? 0 : 1), distances[j + 1] + 1, next[j] + 1));
    }
    distances = next;
  }
  return Math.min(...distances) <= mayDiffer;
}
