/** Those that are hidden, each with a button that brings it back. */

import { byId, element } from "./dom.js";

/** @param {import("./main.js").App} app */
export function mountHidden(app) {
  const { index, store, text } = app;
  const list = byId("hidden-list");

  /** @param {string} key */
  function bringBack(key) {
    const name = index.node(key)?.name ?? key;
    const place = [...list.children].findIndex((item) => /** @type {HTMLElement} */ (item).dataset.key === key);
    store.set({ hidden: store.get().hidden.filter((one) => one !== key) }, { undo: true });
    const next = list.children[Math.min(place, list.children.length - 1)]?.querySelector("button");
    (next ?? byId("side")).focus();
    app.say(text("panel", "back", { name }));
  }

  function show() {
    const { hidden } = store.get();
    byId("hidden").hidden = !hidden.length;
    list.replaceChildren(
      ...hidden.map((key) => {
        const name = index.node(key)?.name ?? key;
        return element(
          "li",
          { "data-key": key },
          element("button", { type: "button", onclick: () => bringBack(key) }, text("panel", "bring_back", { name })),
        );
      }),
    );
  }

  store.subscribe((now, before) => {
    if (now.hidden !== before.hidden) show();
  });
  show();
}
