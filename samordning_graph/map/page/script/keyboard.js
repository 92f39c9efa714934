/**
 * The map by keyboard. Keys that are one letter work while the map has the focus and nowhere else:
 * people who dictate, or hit a key by accident, would set them off (WCAG 2.2, 2.1.4).
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./go_to_node.js").Picture} Picture
 * @typedef {import("./arrow_keys.js").Direction} Direction
 *
 * @typedef {object} Command
 * @property {string} name  of its texts: what it does, and which keys those are
 * @property {readonly string[]} keys
 * @property {(key: string) => void} run
 */

import { firstOf, nearestIn, nearestTo, STEPS } from "./arrow_keys.js";
import { byId, element } from "./dom.js";
import { isGap, shown } from "./filter.js";
import { movedTo } from "./state.js";

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
const STEP = 20; // pixels of the map that a node is moved

/**
 * @param {App} app
 * @param {Picture} picture
 */
export function mountKeyboard(app, picture) {
  const { store, text } = app;
  const stage = byId("map");
  const hand = new Hand(app, picture);
  const commands = commandsOf(app, hand);
  const help = mountHelp(app, commands);
  const byKey = new Map(commands.flatMap((one) => one.keys.map((key) => [key, one])));

  function name() {
    const { view } = store.get();
    if (view !== "tables") stage.setAttribute("aria-label", text("keyboard", "map", { view: app.index.view(view).name }));
  }

  stage.addEventListener("keydown", (event) => {
    const key = keyOf(event);
    const command = byKey.get(key);
    if (!command) return;
    event.preventDefault();
    command.run(key);
  });
  document.addEventListener("keydown", (event) => {
    if (keyOf(event) !== "Ctrl+z" || help.open || isTyping(event.target)) return;
    event.preventDefault();
    store.undo();
  });
  store.subscribe(name);
  name();
}

/**
 * In the order of the help.
 *
 * @param {App} app
 * @param {Hand} hand
 * @returns {Command[]}
 */
function commandsOf(app, hand) {
  return [
    { name: "go", keys: ARROWS, run: (key) => hand.go(directionOf(key)) },
    { name: "first", keys: ["Home"], run: () => hand.first() },
    { name: "open", keys: ["Enter", " "], run: () => hand.open() },
    { name: "gap", keys: ["g"], run: () => hand.nextGap() },
    { name: "focus", keys: ["f"], run: () => hand.focus() },
    { name: "hide", keys: ["h"], run: () => hand.hide() },
    { name: "move", keys: ARROWS.map((key) => `Shift+${key}`), run: (key) => hand.move(directionOf(key)) },
    { name: "undo", keys: ["u"], run: () => app.store.undo() },
    { name: "zoom", keys: ["+", "-"], run: (key) => press(key === "+" ? "zoom-in" : "zoom-out") },
    { name: "whole", keys: ["0"], run: () => press("whole") },
    { name: "clear", keys: ["Escape"], run: () => app.store.set({ selected: null }) },
    { name: "search", keys: ["/"], run: () => byId("search").focus() },
    { name: "meeting", keys: ["m"], run: () => press("meeting") },
    { name: "help", keys: ["?"], run: () => press("help") },
  ];
}

/** @param {string} action  of a button of the toolbar */
function press(action) {
  /** @type {HTMLElement|null} */ (document.querySelector(`#tools [data-do=${action}]`))?.click();
}

/** What the keys do to the map. */
class Hand {
  /**
   * @param {App} app
   * @param {Picture} picture
   */
  constructor(app, picture) {
    this.app = app;
    this.picture = picture;
    /** @type {string|null} The node that was selected last: it is left for its gaps, and come back to. */
    this.node = null;
    const note = () => {
      const { selected } = app.store.get();
      if (selected === null || app.index.node(selected)) this.node = selected;
    };
    app.store.subscribe(note);
    note();
  }

  shown() {
    return shown(this.app.index, this.app.store.get());
  }

  /** Where the shown nodes are. */
  places() {
    /** @type {Map<string, import("./data.js").Point>} */
    const places = new Map();
    for (const key of this.shown().nodes) {
      const place = this.picture.place(key);
      if (place) places.set(key, place);
    }
    return places;
  }

  /** The node to start from, when it is shown. */
  at() {
    return this.node !== null && this.shown().nodes.has(this.node) ? this.node : null;
  }

  /** @param {string|null} key */
  select(key) {
    if (key === null) return;
    this.app.store.set({ selected: key });
    this.picture.follow(key);
  }

  first() {
    this.select(firstOf(this.places()));
  }

  /** @param {Direction} direction */
  go(direction) {
    const at = this.at();
    const place = at === null ? null : this.picture.place(at);
    if (!place) return this.first();
    const next = nearestIn(direction, place, this.places());
    if (next === null) this.app.say(this.app.text("keyboard", "edge"));
    else this.select(next);
  }

  /** @param {Direction} direction */
  move(direction) {
    const { store } = this.app;
    const at = this.at();
    const place = at === null ? null : this.picture.place(at);
    if (at === null || !place) return this.nothing();
    const [right, down] = STEPS[direction];
    const there = movedTo(store.get(), at, place[0] + right * STEP, place[1] + down * STEP);
    store.set(there, { undo: true });
    this.picture.follow(at);
  }

  /** The evidence of what is selected. */
  open() {
    if (this.app.store.get().selected === null) return this.nothing();
    byId("panel").focus();
  }

  /** One gap after the other of the same node, the strongest first. */
  nextGap() {
    const { store, say, text } = this.app;
    const at = this.at();
    if (at === null) return this.nothing();
    const gaps = this.shown().ties.filter((tie) => isGap(tie) && (tie.from === at || tie.to === at));
    gaps.sort((a, b) => Math.min(...(a.findings ?? [])) - Math.min(...(b.findings ?? [])));
    const next = gaps[(gaps.findIndex((tie) => tie.id === store.get().selected) + 1) % gaps.length];
    if (next) store.set({ selected: next.id });
    else say(text("keyboard", "no_gap"));
  }

  focus() {
    const at = this.at();
    if (at === null) return this.nothing();
    this.app.store.set({ focus: this.app.store.get().focus === at ? null : at }, { undo: true });
  }

  hide() {
    const { index, say, store, text } = this.app;
    const at = this.at();
    const place = at === null ? null : this.picture.place(at);
    if (at === null || !place) return this.nothing();
    const places = this.places();
    places.delete(at);
    store.set({ hidden: [...store.get().hidden, at] }, { undo: true });
    this.select(nearestTo(place, places));
    say(text("keyboard", "hidden", { name: index.node(at)?.name ?? at }));
  }

  nothing() {
    this.app.say(this.app.text("announcer", "nothing"));
  }
}

/**
 * The dialog that lists the keys: those that there are.
 *
 * @param {App} app
 * @param {Command[]} commands
 */
function mountHelp(app, commands) {
  const { text } = app;
  const dialog = /** @type {HTMLDialogElement} */ (byId("help"));
  byId("help-keys").replaceChildren(
    ...commands.map(({ name }) =>
      element("tr", {}, element("th", { scope: "row" }, text("keys", name)), element("td", {}, text("keyboard", name))),
    ),
  );
  byId("tools").querySelector("[data-do=help]")?.addEventListener("click", () => dialog.showModal());
  return dialog;
}

/**
 * A key with what was held down. Signs are what they are, with or without Shift.
 *
 * @param {KeyboardEvent} event
 */
function keyOf(event) {
  if (event.altKey) return "";
  const isSign = event.key.length === 1;
  const held = `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.shiftKey && !isSign ? "Shift+" : ""}`;
  return held + (isSign ? event.key.toLowerCase() : event.key);
}

/** @param {string} key */
function directionOf(key) {
  return /** @type {Direction} */ (key.replace(/^(Shift\+)?Arrow/, "").toLowerCase());
}

/** @param {EventTarget|null} target */
function isTyping(target) {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select");
}
