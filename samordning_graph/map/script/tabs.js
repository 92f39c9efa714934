/** The tabs: one view at a time, the same selection in all of them. */

import { byId } from "./dom.js";

/** @param {import("./main.js").App} app */
export function mountTabs(app) {
  const tabs = /** @type {HTMLButtonElement[]} */ ([...byId("tabs").children]);

  function show() {
    const { view } = app.store.get();
    for (const tab of tabs) {
      const chosen = tab.dataset.view === view;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
    const isTables = view === "tables";
    document.body.dataset.view = view;
    byId("picture").hidden = isTables;
    byId("tables").hidden = !isTables;
    const matrix = document.getElementById("matrix");
    if (matrix) matrix.hidden = view !== "sectors";
    const { nodes, meaning } = app.index.view(view);
    const empty = byId("empty");
    empty.hidden = isTables || Object.keys(nodes).length > 0;
    empty.textContent = app.text("status", "none", { meaning });
  }

  byId("tabs").addEventListener("click", (event) => {
    const tab = /** @type {HTMLElement} */ (event.target).closest("button");
    if (tab?.dataset.view) app.store.set({ view: tab.dataset.view });
  });
  byId("tabs").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.tabIndex === 0);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    app.store.set({ view: next.dataset.view });
    next.focus();
  });
  app.store.subscribe((now, before) => {
    if (now.view !== before.view) show();
  });
  show();
}
