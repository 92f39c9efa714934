/**
 * The panel beside the map: what is known about what is selected, and what can be done with it.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./state.js").ReadonlyState} ReadonlyState
 */
import { byId, element, focusPicture } from "./dom.js";
import { panelContent } from "./panel_content.js";

/** @param {App} app */
export function mountPanel(app) {
  const { store } = app;
  const panel = byId("panel");
  /** @type {HTMLElement|null} What had the focus before the panel got it. */
  let focusedBefore = null;
  /** @type {string|null} */
  let shownSelection = null;

  function close() {
    const hadFocus = panel.contains(document.activeElement);
    store.set({ drawer: false });
    const canReturn = focusedBefore?.isConnected && focusedBefore.offsetParent;
    if (!hadFocus) return;
    if (canReturn) focusedBefore?.focus();
    else focusPicture();
  }

  function show() {
    const active = /** @type {HTMLElement|null} */ (document.activeElement);
    const hadFocus = panel.contains(active);
    const { selected } = store.get();
    const content = selected === null ? null : panelContent(app, selected);
    panel.hidden = !content;
    panel.replaceChildren(...(content ? [panelHead(app, content, close), ...content.parts] : []));
    if (!content) return;
    const sameButton = panel.querySelector(`[data-do="${active?.dataset.do}"]`);
    const target = sameButton instanceof HTMLElement && shownSelection === selected ? sameButton : panel;
    if (hadFocus) target.focus({ preventScroll: true });
    if (shownSelection !== selected) byId("side").scrollTop = panel.scrollTop = 0;
    shownSelection = selected;
  }

  panel.addEventListener("focusin", (event) => {
    const from = /** @type {HTMLElement|null} */ (event.relatedTarget);
    if (from && !panel.contains(from)) focusedBefore = from;
  });
  store.subscribe((state, previous) => {
    if (state.selected !== previous.selected || (!panel.hidden && affectsPanel(state, previous))) show();
  });
  show();
}

/**
 * Whether a change of state changes the panel of the same selection.
 *
 * @param {ReadonlyState} state
 * @param {ReadonlyState} previous
 */
function affectsPanel(state, previous) {
  const relevant = /** @type {const} */ (["view", "focus", "chain", "off", "hidden", "decisions"]);
  return relevant.some((name) => state[name] !== previous[name]);
}

/**
 * @param {App} app
 * @param {import("./panel_content.js").PanelContent} content
 * @param {() => void} close
 */
function panelHead({ text }, { name, kind }, close) {
  return element(
    "div",
    { className: "panel-head" },
    element("div", {}, element("h2", { id: "panel-name" }, name), ...(kind ? [element("p", { className: "kind" }, kind)] : [])),
    element("button", { type: "button", className: "close", "aria-label": text("panel", "close"), title: text("panel", "close"), onclick: close }, "×"),
  );
}
