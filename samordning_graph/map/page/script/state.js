/**
 * What the reader has chosen: one immutable state, changed in one place, that can be undone and linked to.
 *
 * @typedef {"tie"|"sector"|"type"|"level"|"arenaKind"|"rule"|"basis"|"confidence"} Filter
 * @typedef {Readonly<Record<Filter, readonly string[]>>} Off  what is switched off; "" is «not stated»
 *
 * @typedef {object} State
 * @property {string} view
 * @property {string|null} selected  the key of a node, the id of a tie, or the `identityKey` of a finding
 * @property {string|null} focus
 * @property {readonly [string, string]|null} chain
 * @property {readonly string[]} hidden
 * @property {Off} off
 * @property {Readonly<Record<string, Readonly<Record<string, import("./data.js").Point>>>>} moved
 * @property {string} figure
 * @property {boolean} weigh
 * @property {number|null} meeting  which finding is talked about, as its place in `MapData.findings`
 * @property {Readonly<Record<string, import("./decisions.js").Decision>>} decisions  by `identityKey`
 *
 * @typedef {Readonly<State>} Chosen
 * @typedef {(now: Chosen, before: Chosen) => void} Listener
 *
 * @typedef {object} Store
 * @property {() => Chosen} get
 * @property {(change: Partial<State>, options?: {undo?: boolean}) => void} set  with `undo` it can be undone
 * @property {() => void} undo
 * @property {() => boolean} canUndo
 * @property {(listener: Listener) => () => void} subscribe  returns how to stop it
 */

/** @type {readonly Filter[]} */
export const FILTERS = ["tie", "sector", "type", "level", "arenaKind", "rule", "basis", "confidence"];
const UNDO_STEPS = 100;

/**
 * @param {string} view
 * @param {Partial<Off>} [off]
 * @returns {State}
 */
export function startState(view, off = {}) {
  return {
    view,
    selected: null,
    focus: null,
    chain: null,
    hidden: [],
    off: withAll(off),
    moved: {},
    figure: "",
    weigh: false,
    meeting: null,
    decisions: {},
  };
}

/**
 * @param {Partial<Off>} off
 * @returns {Off}
 */
function withAll(off) {
  return /** @type {Off} */ (Object.fromEntries(FILTERS.map((name) => [name, off[name] ?? []])));
}

/**
 * @param {State} initial
 * @returns {Store}
 */
export function createStore(initial) {
  /** @type {Chosen} */
  let state = Object.freeze({ ...initial });
  /** @type {Partial<State>[]} What each undoable change replaced, and nothing else: a selection made since stays. */
  const replaced = [];
  /** @type {Set<Listener>} */
  const listeners = new Set();

  /** @param {Partial<State>} change */
  function become(change) {
    const before = state;
    state = Object.freeze({ ...before, ...change });
    for (const listener of [...listeners]) listener(state, before);
  }

  return {
    get: () => state,
    set(change, { undo = false } = {}) {
      const names = /** @type {(keyof State)[]} */ (Object.keys(change)).filter(
        (name) => !Object.is(change[name], state[name]),
      );
      if (!names.length) return;
      if (undo) {
        replaced.push(Object.fromEntries(names.map((name) => [name, state[name]])));
        if (replaced.length > UNDO_STEPS) replaced.shift();
      }
      become(change);
    },
    undo() {
      const earlier = replaced.pop();
      if (earlier) become(earlier);
    },
    canUndo: () => replaced.length > 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * What a link says of a state, as lists of words.
 *
 * @type {Record<string, (state: Chosen) => readonly string[]>}
 */
const SAID = {
  view: (state) => [state.view],
  selected: (state) => (state.selected === null ? [] : [state.selected]),
  focus: (state) => (state.focus === null ? [] : [state.focus]),
  chain: (state) => state.chain ?? [],
  hidden: (state) => state.hidden,
  ...Object.fromEntries(
    FILTERS.map((name) => [`off.${name}`, (/** @type {Chosen} */ state) => state.off[name]]),
  ),
  figure: (state) => (state.figure ? [state.figure] : []),
  weigh: (state) => (state.weigh ? ["yes"] : []),
  meeting: (state) => (state.meeting === null ? [] : [String(state.meeting)]),
};

/**
 * How what a link says is understood; `off` apart.
 *
 * @type {Record<string, (words: string[]) => Partial<State>>}
 */
const UNDERSTOOD = {
  view: ([id]) => (id ? { view: id } : {}),
  selected: ([key]) => ({ selected: key || null }),
  focus: ([key]) => ({ focus: key || null }),
  chain: ([one, other]) => ({ chain: one && other ? [one, other] : null }),
  hidden: (keys) => ({ hidden: keys }),
  figure: ([id]) => ({ figure: id ?? "" }),
  weigh: ([word]) => ({ weigh: word === "yes" }),
  meeting: ([place]) => ({ meeting: /^\d{1,6}$/.test(place ?? "") ? Number(place) : null }),
};

/**
 * The change that moves a node of the view to another place.
 *
 * @param {Chosen} state
 * @param {string} key
 * @param {number} x
 * @param {number} y
 * @returns {Pick<State, "moved">}
 */
export function movedTo({ view, moved }, key, x, y) {
  return { moved: { ...moved, [view]: { ...moved[view], [key]: [Math.round(x), Math.round(y)] } } };
}

/**
 * The link to a state, `#view=actors&focus=nav&off.rule=LINK03,LINK04`: what differs from the start.
 * Places and decisions are not in it: they belong to the saved copy.
 *
 * @param {Chosen} state
 * @param {Chosen} [start]
 */
export function toHash(state, start = startState("")) {
  const parts = Object.entries(SAID).flatMap(([name, words]) => {
    const said = writeWords(words(state));
    return said === writeWords(words(start)) ? [] : [`${name}=${said}`];
  });
  return parts.length ? `#${parts.join("&")}` : "";
}

/**
 * The choices of a link. What is not understood is left out; nothing is ever thrown.
 *
 * @param {string} hash
 * @param {Chosen} [start]
 * @returns {Partial<State>}
 */
export function fromHash(hash, start = startState("")) {
  /** @type {Partial<State>} */
  const change = {};
  for (const part of hash.replace(/^#/, "").split("&")) {
    const [name = "", written = ""] = part.split("=", 2);
    const words = readWords(written);
    const filter = FILTERS.find((one) => name === `off.${one}`);
    if (!words) continue;
    if (filter) change.off = { ...(change.off ?? start.off), [filter]: words };
    else if (Object.hasOwn(UNDERSTOOD, name)) Object.assign(change, UNDERSTOOD[name]?.(words));
  }
  return change;
}

/** @param {readonly string[]} words */
function writeWords(words) {
  const reserved = /[%&=#,?+"<>\\^`{}\s\p{Cc}]/gu;
  return words.map((word) => word.replace(reserved, encodeURIComponent) || "?").join(",");
}

/**
 * @param {string} written
 * @returns {string[]|null}
 */
function readWords(written) {
  if (!written) return [];
  try {
    return written.split(",").map((word) => (word === "?" ? "" : decodeURIComponent(word)));
  } catch {
    return null;
  }
}
