/**
 * The projector: one matter at a time fills the screen, to be read from the back of a room. The first
 * step is the whole map, the last what was decided.
 *
 * @typedef {import("./main.js").App} App
 */

import { byId, focusPicture } from "./dom.js";
import { firstStep, projectorSteps } from "./projector_steps.js";
import { decidedSlide, matterSlide, wholeSlide } from "./projector_slides.js";
import { changeToReveal } from "./show_hidden.js";
import { mountSwipe } from "./swipe.js";

/** What leads to another step; a remote control sends the page keys. */
const STEP_KEYS = new Map([["ArrowRight", 1], ["PageDown", 1], [" ", 1], ["ArrowLeft", -1], ["PageUp", -1]]);

/** @param {App} app */
export function mountProjector(app) {
  const { index, store } = app;
  const screen = byId("projector");
  const opener = /** @type {HTMLElement} */ (byId("tools").querySelector("[data-do=projector]"));

  /** @param {number} to */
  function goTo(to) {
    const { projector } = store.get();
    const last = projectorSteps(index, store.get()).length + 1;
    const step = Math.min(Math.max(to, 0), last);
    if (step === projector) return;
    // The whole map is as it was opened; what was on the way to it is none of the projector's.
    store.set(step ? { projector: step } : { projector: 0, view: app.data.start, selected: null, chain: null });
    app.announce(screen.querySelector(".slide")?.textContent ?? "");
  }

  function show() {
    const { projector } = store.get();
    const isOpening = screen.hidden && projector !== null;
    const isClosing = !screen.hidden && projector === null;
    screen.hidden = projector === null;
    if (projector === null) delete document.body.dataset.projector;
    else document.body.dataset.projector = projector ? "slide" : "map";
    if (projector !== null) byId("projector-slide").replaceChildren(slide(app, projector));
    if (isOpening) screen.focus();
    if (isClosing) focusAfter();
  }

  function focusAfter() {
    if (byId("picture").offsetParent) focusPicture();
    else opener.focus({ preventScroll: true });
  }

  const actions = {
    previous: () => goTo((store.get().projector ?? 0) - 1),
    next: () => goTo((store.get().projector ?? 0) + 1),
    leave: () => leaveProjector(app),
  };
  opener.addEventListener("click", () => goTo(firstStep(projectorSteps(index, store.get()), store.get().selected)));
  screen.addEventListener("click", (event) => {
    const name = /** @type {HTMLElement} */ (event.target).closest("button")?.dataset.do ?? "";
    if (Object.hasOwn(actions, name)) actions[/** @type {keyof typeof actions} */ (name)]();
  });
  mountSwipe(screen, (direction) => goTo((store.get().projector ?? 0) + direction));
  // Before the map, which would go from node to node by the same keys.
  document.addEventListener("keydown", (event) => {
    const { projector } = store.get();
    const step = STEP_KEYS.get(event.key);
    const isButton = event.key === " " && /** @type {Element} */ (event.target).closest("button");
    const isOther = !step || isButton || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
    if (projector === null || isOther || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(projector + step);
  }, { capture: true });
  store.subscribe((state, previous) => {
    if (state.projector !== previous.projector) show();
  });
  show();
}

/**
 * Leave the projector for the map, with in focus what was shown.
 *
 * @param {App} app
 */
export function leaveProjector({ index, store }) {
  const state = store.get();
  const step = projectorSteps(index, state)[(state.projector ?? 0) - 1];
  if (step) {
    const { view, selected } = step;
    const change = changeToReveal(index, { ...state, view }, selected) ?? { view, selected };
    store.set(change, { undo: change.off !== undefined });
  }
  store.set({ projector: null });
}

/**
 * @param {App} app
 * @param {number} step
 */
function slide(app, step) {
  const all = projectorSteps(app.index, app.store.get());
  if (!step) return wholeSlide(app, all.length);
  const current = all[step - 1];
  return current ? matterSlide(app, current, step, all.length) : decidedSlide(app);
}
