/** The tabs: one view at a time, with the same selection in all of them. */

import { byId } from "./dom.js";

/** @param {import("./main.js").App} app */
export function mountTabs(app) {
  const tabs = /** @type {HTMLButtonElement[]} */ ([...byId("tabs").children]);
  const panels = [byId("picture"), byId("tables")];
  // Set here: without JavaScript there are no tabs, and these are plain sections.
  for (const panel of panels) panel.setAttribute("role", "tabpanel");

  function show() {
    const { view } = app.store.get();
    const isTables = view === "tables";
    for (const tab of tabs) {
      const isSelected = tab.dataset.view === view;
      tab.setAttribute("aria-selected", String(isSelected));
      tab.tabIndex = isSelected ? 0 : -1;
      if (isSelected) for (const panel of panels) panel.setAttribute("aria-labelledby", tab.id);
    }
    document.body.dataset.view = view;
    byId("picture").hidden = isTables;
    byId("tables").hidden = !isTables;
    const { nodes, meaning } = app.index.view(view);
    const empty = byId("empty");
    empty.hidden = isTables || Object.keys(nodes).length > 0;
    empty.textContent = app.text("status", "none", { meaning });
  }

  /** @param {HTMLButtonElement|undefined} tab */
  function select(tab) {
    if (!tab?.dataset.view) return;
    app.store.set({ view: tab.dataset.view });
    tab.focus();
  }

  byId("tabs").addEventListener("click", (event) => {
    select(/** @type {HTMLElement} */ (event.target).closest("button") ?? undefined);
  });
  byId("tabs").addEventListener("keydown", (event) => {
    const current = tabs.findIndex((tab) => tab.tabIndex === 0);
    const next = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    select(tabs.at(next % tabs.length));
  });
  app.store.subscribe((state, previous) => {
    if (state.view !== previous.view) show();
  });
  show();
}
