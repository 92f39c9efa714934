/**
 * The map by keyboard. Keys that are a single letter work only while the map has the focus: people who
 * dictate, or hit a key by accident, would trigger them elsewhere (WCAG 2.2, 2.1.4).
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./go_to_node.js").Viewport} Viewport
 * @typedef {import("./arrow_keys.js").Direction} Direction
 *
 * @typedef {object} Command
 * @property {string} name  the key of its texts: what it does, and what its keys are called
 * @property {readonly string[]} keys
 * @property {(key: string) => void} run
 * @property {boolean} [isAnywhere]  whether it works in every view, not on the map alone
 */

import { nearestInDirection, nearestTo, topmost, UNIT_VECTORS } from "./arrow_keys.js";
import { byId, element } from "./dom.js";
import { isGap, shown } from "./filter.js";
import { numberOfTie } from "./matters.js";
import { stepBack } from "./step_back.js";

const NUMBERS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

/**
 * @param {App} app
 * @param {Viewport} viewport
 */
export function mountKeyboard(app, viewport) {
  const { store, text } = app;
  const stage = byId("map");
  const commands = commandsOf(app, viewport);
  const help = mountHelp(app, commands);
  const byKey = new Map(commands.flatMap((command) => command.keys.map((key) => [key, command])));

  function setLabel() {
    const { view } = store.get();
    if (view !== "tables") stage.setAttribute("aria-label", text("keyboard", "map", { view: app.index.view(view).name }));
  }

  byId("stage").addEventListener("keydown", (event) => {
    const key = keyOf(event);
    const command = byKey.get(key);
    const isOfGrid = /** @type {Element} */ (event.target).closest("[data-grid]") !== null;
    if (!command || event.defaultPrevented || !(event.target === stage || (isOfGrid && command.isAnywhere))) return;
    event.preventDefault();
    command.run(key);
  });
  document.addEventListener("keydown", (event) => {
    if (keyOf(event) !== "Ctrl+z" || help.open || isTyping(event.target)) return;
    event.preventDefault();
    store.undo();
  });
  store.subscribe(setLabel);
  setLabel();
}

/**
 * In the order of the help.
 *
 * @param {App} app
 * @param {Viewport} viewport
 * @returns {Command[]}
 */
function commandsOf(app, viewport) {
  const navigator = new MapNavigator(app, viewport);
  return [
    { name: "go", keys: ARROWS, run: (key) => navigator.goTo(directionOf(key)) },
    { name: "first", keys: ["Home"], run: () => navigator.goToFirst() },
    { name: "open", keys: ["Enter", " "], run: () => navigator.openEvidence() },
    { name: "gap", keys: ["g"], run: () => navigator.goToNextGap() },
    { name: "number", keys: NUMBERS, run: (key) => navigator.goToNumber(Number(key)) },
    { name: "focus", keys: ["f"], run: () => navigator.toggleFocus() },
    { name: "hide", keys: ["h"], run: () => navigator.hide() },
    { name: "move", keys: ARROWS.map((key) => `Shift+${key}`), run: (key) => navigator.move(directionOf(key)) },
    { name: "undo", keys: ["u"], isAnywhere: true, run: () => app.store.undo() },
    { name: "zoom", keys: ["+", "-"], run: (key) => clickButton(key === "+" ? "zoom-in" : "zoom-out") },
    { name: "whole", keys: ["0"], run: () => clickButton("whole") },
    { name: "drawer", keys: ["l"], isAnywhere: true, run: () => clickButton("drawer") },
    { name: "back", keys: ["Escape"], run: () => stepBack(app, viewport) },
    { name: "search", keys: ["/"], isAnywhere: true, run: () => byId("search").focus() },
    { name: "projector", keys: ["p"], isAnywhere: true, run: () => clickButton("projector") },
    { name: "all_ties", keys: ["a"], run: () => clickButton("all-ties") },
    { name: "meeting", keys: ["m"], isAnywhere: true, run: () => clickButton("meeting") },
    { name: "help", keys: ["?"], isAnywhere: true, run: () => clickButton("help") },
  ];
}

/** @param {string} action  of a button of the toolbar */
function clickButton(action) {
  /** @type {HTMLElement|null} */ (document.querySelector(`#tools [data-do=${action}]`))?.click();
}

/** Moves around on the map, from node to node, and changes what is selected. */
class MapNavigator {
  /**
   * @param {App} app
   * @param {Viewport} viewport
   */
  constructor(app, viewport) {
    this.app = app;
    this.viewport = viewport;
    /** @type {string|null} The node that was selected last; one of its gaps may have been selected since. */
    this.lastNode = null;
    const remember = () => {
      const { selected } = app.store.get();
      if (selected === null || app.index.node(selected)) this.lastNode = selected;
    };
    app.store.subscribe(remember);
    remember();
  }

  shownPart() {
    return shown(this.app.index, this.app.store.get());
  }

  /** The positions of the nodes that are shown, by key. */
  positions() {
    /** @type {Map<string, import("./data.js").Point>} */
    const positions = new Map();
    for (const key of this.shownPart().nodes) {
      const position = this.viewport.position(key);
      if (position) positions.set(key, position);
    }
    return positions;
  }

  /** The node to start from, with its position; null when none is selected and shown. */
  current() {
    const key = this.lastNode;
    const position = key !== null && this.shownPart().nodes.has(key) ? this.viewport.position(key) : null;
    return key !== null && position ? { key, position } : null;
  }

  /** @param {string|null} key */
  select(key) {
    if (key === null) return;
    this.app.store.set({ selected: key });
    this.viewport.follow(key);
  }

  goToFirst() {
    this.select(topmost(this.positions()));
  }

  /** @param {Direction} direction */
  goTo(direction) {
    const current = this.current();
    if (!current) return this.goToFirst();
    const next = nearestInDirection(direction, current.position, this.positions());
    if (next === null) this.app.announce(this.app.text("keyboard", "edge"));
    else this.select(next);
  }

  /** @param {Direction} direction */
  move(direction) {
    const current = this.current();
    if (!current) return this.announceNothing();
    this.viewport.move(current.key, UNIT_VECTORS[direction]);
    this.viewport.follow(current.key);
  }

  /** Go to the evidence of what is selected. */
  openEvidence() {
    if (this.app.store.get().selected === null) return this.announceNothing();
    this.app.store.set({ drawer: true });
    byId("panel").focus();
  }

  /** Go through the gaps of the same node, the strongest first. */
  goToNextGap() {
    const { store, announce, text } = this.app;
    const current = this.current();
    if (!current) return this.announceNothing();
    const gaps = this.shownPart().ties.filter((tie) => isGap(tie) && [tie.from, tie.to].includes(current.key));
    gaps.sort((a, b) => Math.min(...(a.findings ?? [])) - Math.min(...(b.findings ?? [])));
    const next = gaps[(gaps.findIndex((tie) => tie.id === store.get().selected) + 1) % gaps.length];
    if (next) store.set({ selected: next.id });
    else announce(text("keyboard", "no_gap"));
  }

  /** Go to the pair whose line has a number. @param {number} number */
  goToNumber(number) {
    const { data, store, announce, text } = this.app;
    const tie = this.shownPart().ties.find((each) => each.kind === "missing" && numberOfTie(data, each) === number);
    if (tie) store.set({ selected: tie.id });
    else announce(text("keyboard", "no_number", { n: number }));
  }

  toggleFocus() {
    const { store } = this.app;
    const current = this.current();
    if (!current) return this.announceNothing();
    store.set({ focus: store.get().focus === current.key ? null : current.key }, { undo: true });
  }

  hide() {
    const { index, announce, store, text } = this.app;
    const current = this.current();
    if (!current) return this.announceNothing();
    const { key, position } = current;
    const positions = this.positions();
    positions.delete(key);
    store.set({ hidden: [...store.get().hidden, key] }, { undo: true });
    this.select(nearestTo(position, positions));
    announce(text("keyboard", "hidden", { name: index.node(key)?.name ?? key }));
  }

  announceNothing() {
    this.app.announce(this.app.text("announcer", "nothing"));
  }
}

/**
 * The dialog that lists the keys.
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
 * The name of a key with its modifiers. A character is itself, with or without Shift.
 *
 * @param {KeyboardEvent} event
 */
function keyOf(event) {
  if (event.altKey) return "";
  const isCharacter = event.key.length === 1;
  const modifiers = `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.shiftKey && !isCharacter ? "Shift+" : ""}`;
  return modifiers + (isCharacter ? event.key.toLowerCase() : event.key);
}

/** @param {string} key */
function directionOf(key) {
  return /** @type {Direction} */ (key.replace(/^(Shift\+)?Arrow/, "").toLowerCase());
}

/** @param {EventTarget|null} target */
function isTyping(target) {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select");
}
