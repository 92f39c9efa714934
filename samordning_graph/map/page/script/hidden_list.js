/** The nodes that are hidden, each with a button that brings it back. */

import { byId, element } from "./dom.js";

/** @param {import("./main.js").App} app */
export function mountHiddenList(app) {
  const { index, store, text } = app;
  const list = byId("hidden-list");
  const nameOf = (/** @type {string} */ key) => index.node(key)?.name ?? key;

  /** @param {string} key */
  function bringBack(key) {
    const removed = [...list.children].findIndex((item) => /** @type {HTMLElement} */ (item).dataset.key === key);
    store.set({ hidden: store.get().hidden.filter((hiddenKey) => hiddenKey !== key) }, { undo: true });
    const next = list.children[Math.min(removed, list.children.length - 1)]?.querySelector("button");
    (next ?? byId("side")).focus();
    app.announce(text("panel", "back", { name: nameOf(key) }));
  }

  function show() {
    const { hidden } = store.get();
    byId("hidden").hidden = !hidden.length;
    list.replaceChildren(
      ...hidden.map((key) =>
        element(
          "li",
          { "data-key": key },
          element(
            "button",
            { type: "button", onclick: () => bringBack(key) },
            text("panel", "bring_back", { name: nameOf(key) }),
          ),
        ),
      ),
    );
  }

  store.subscribe((state, previous) => {
    if (state.hidden !== previous.hidden) show();
  });
  show();
}
