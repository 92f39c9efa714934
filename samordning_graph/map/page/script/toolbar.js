/** The buttons of the toolbar that change what is shown on the map. */

import { byId } from "./dom.js";
import { initialState } from "./state.js";

/**
 * @param {import("./main.js").App} app
 * @param {import("./go_to_node.js").Viewport} viewport
 */
export function mountToolbar({ data, index, store }, viewport) {
  const undo = /** @type {HTMLButtonElement} */ (byId("tools").querySelector("[data-do=undo]"));
  /** @type {Record<string, () => void>} */
  const actions = {
    undo: () => store.undo(),
    "show-all": () => {
      const { off } = initialState("");
      store.set({ focus: null, chain: null, hidden: [], off }, { undo: true });
    },
    "zoom-in": () => viewport.zoom(1.25),
    "zoom-out": () => viewport.zoom(0.8),
    whole: () => viewport.showWhole(),
    "all-ties": () => store.set({ allTies: !store.get().allTies }),
  };
  const allTies = /** @type {HTMLElement} */ (byId("tools").querySelector("[data-do=all-ties]"));
  byId("tools").addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    actions[button?.dataset.do ?? ""]?.();
  });
  function show() {
    const { allTies: areShown, view } = store.get();
    undo.disabled = !store.canUndo();
    allTies.hidden = !index.view(view).isTable;
    allTies.setAttribute("aria-pressed", String(areShown));
  }

  store.subscribe(show);
  show();
  mountDuties(data, store);
}

/**
 * The duties in the headline: a click leads to the first of them on the map, another to the next.
 *
 * @param {import("./data.js").MapData} data
 * @param {import("./state.js").Store} store
 */
function mountDuties({ nodes, views }, store) {
  const button = document.getElementById("duties");
  const keys = nodes.filter(({ kind }) => kind === "duty").map(({ key }) => key);
  const view = views.find((each) => keys.some((key) => Object.hasOwn(each.nodes, key)));
  if (!button || !view) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = keys[(keys.indexOf(store.get().selected ?? "") + 1) % keys.length];
    store.set({ view: view.id, selected: next });
  });
}
