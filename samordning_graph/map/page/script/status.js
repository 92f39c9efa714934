/** The status line: how much is documented, how much of what may be missing is shown, and what is left out. */

import { byId } from "./dom.js";
import { shown, wordsIn } from "./filter.js";
import { FILTERS } from "./state.js";

/** @param {import("./main.js").App} app */
export function mountStatus(app) {
  function show() {
    byId("status").textContent = statusText(app);
    // The headline and the key say as much, until something is left out of the view.
    const isQuiet = statusSentences(app).length === 2 && !leavesOut(app);
    byId("status").classList.toggle("told", isQuiet);
  }

  app.store.subscribe(show);
  show();
}

/** @param {import("./main.js").App} app */
function leavesOut({ index, store }) {
  const part = shown(index, store.get());
  return part.gaps !== part.allGaps || store.get().allTies;
}

/** @param {import("./main.js").App} app */
export function statusText(app) {
  const view = app.index.view(app.store.get().view);
  return [view.counted?.sentence, statusSentences(app).join(" · ")].filter(Boolean).join(" ");
}

/**
 * @param {import("./main.js").App} app
 * @returns {string[]}
 */
function statusSentences({ index, store, text }) {
  const state = store.get();
  const part = shown(index, state);
  const sentences = [
    text("status", "gaps", { shown: part.gaps, all: part.allGaps }),
    text("status", "unknown", { shown: part.unknown, all: part.allUnknown }),
  ];
  const nameOf = (/** @type {string} */ key) => index.node(key)?.name ?? key;
  if (part.chain) {
    sentences.push(text("status", "chain", { chain: part.chain.nodes.map(nameOf).join(" → ") }));
  } else if (state.focus && part.nodes.has(state.focus)) {
    sentences.push(text("status", "focus", { name: nameOf(state.focus) }));
  }
  if (state.hidden.length) sentences.push(text("status", "hidden", { n: state.hidden.length }));
  return sentences;
}

/**
 * What is switched off in a view, as a sentence.
 *
 * @param {import("./main.js").App} app
 * @param {import("./data.js").View} view
 */
export function switchedOffSentence({ data, index, store, text }, view) {
  const { off } = store.get();
  const parts = FILTERS.flatMap((filter) => {
    const present = wordsIn(index, view, filter);
    const names = off[filter]
      .filter((word) => present.has(word))
      .map((word) => data.words[filter][word] ?? text("controls", "not_stated"));
    return names.length ? [`${text("controls", `heading_${filter}`)}: ${names.join(", ")}`] : [];
  });
  return parts.length ? text("status", "off", { parts: parts.join("; ") }) : text("status", "all_on");
}
