/** One line that says how much of what may be missing is shown, and what is left out. */

import { byId } from "./dom.js";
import { shown } from "./filter.js";

/** @param {import("./main.js").App} app */
export function mountStatus(app) {
  const { data, index, store, text } = app;

  function tell() {
    const state = store.get();
    const part = shown(data, index, state);
    const sentences = [
      text("status", "gaps", { shown: part.gaps, all: part.allGaps }),
      text("status", "unknown", { shown: part.unknown, all: part.allUnknown }),
    ];
    const named = (/** @type {string} */ key) => index.node(key)?.name ?? key;
    if (part.chain) {
      sentences.push(text("status", "chain", { chain: part.chain.nodes.map(named).join(" → ") }));
    } else if (state.focus && part.nodes.has(state.focus)) {
      sentences.push(text("status", "focus", { name: named(state.focus) }));
    }
    if (state.hidden.length) sentences.push(text("status", "hidden", { n: state.hidden.length }));
    byId("status").textContent = sentences.join(" · ");
  }

  store.subscribe(tell);
  tell();
}
