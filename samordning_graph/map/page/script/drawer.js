/** The drawer beside the map, closed at first: the legend with its filters, and the evidence. */

import { byId } from "./dom.js";

/** @param {import("./main.js").App} app */
export function mountDrawer({ store }) {
  const drawer = byId("side");
  const button = /** @type {HTMLElement} */ (byId("tools").querySelector("[data-do=drawer]"));

  function show() {
    const { drawer: isOpen } = store.get();
    drawer.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
  }

  button.addEventListener("click", () => store.set({ drawer: !store.get().drawer }));
  store.subscribe((state, previous) => {
    if (state.drawer !== previous.drawer) show();
  });
  show();
}
