/**
 * Two between whom something may be missing, drawn large: on the projector, and beside what a meeting decides.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Tie} Tie
 */

import { element } from "./dom.js";
import { waySentence } from "./way_sentence.js";

/** More steps than these between the two are told in words: side by side they could not be read. */
const MOST_DRAWN = 5;
/** More than these are drawn smaller. */
const MOST_LARGE = 3;

/**
 * The two with a broken line between them, and below it the way that goes today.
 *
 * @param {App} app
 * @param {Tie} pair
 */
export function pairPicture(app, pair) {
  const { text } = app;
  const apart = pair.kind === "missing" ? "apart" : "not_known";
  const [from, to] = [pair.from, pair.to].map((key) => pairName(app, key));
  const between = (pair.path ?? []).slice(1, -1);
  const isDrawn = between.length > 0 && between.length <= MOST_DRAWN;
  return [
    element(
      "h2",
      { className: "ends" },
      element("span", {}, from),
      element("span", { className: `between ${apart}` }, text("projector", apart)),
      element("span", {}, to),
    ),
    isDrawn
      ? element(
          "div",
          { className: "today" },
          element("p", {}, text("projector", "today")),
          element(
            "ol",
            { className: between.length > MOST_LARGE ? "many" : "" },
            ...between.map((key) => element("li", { className: app.index.node(key)?.kind ?? "" }, pairName(app, key))),
          ),
        )
      : element("p", { className: "told" }, waySentence(app, pair)),
  ];
}

/**
 * @param {App} app
 * @param {string} key
 */
function pairName({ index }, key) {
  return index.node(key)?.name ?? key;
}
