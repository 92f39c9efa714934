/**
 * Today's way from one of two actors to the other, in words.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Tie} Tie
 */

/**
 * Return the way as a sentence, or that there is none; empty for a tie that is no gap between two actors.
 *
 * @param {App} app
 * @param {Tie} tie
 */
export function waySentence({ index, text }, { path }) {
  if (!path) return "";
  if (!path.length) return text("focus", "no_way");
  return text("focus", "way", { way: path.map((key) => index.node(key)?.name ?? key).join(" → ") });
}
