/**
 * What the reader has chosen: one immutable state, changed in one place, which can be undone and linked to.
 *
 * @typedef {"tie"|"sector"|"type"|"level"|"arenaKind"|"rule"|"basis"|"confidence"} Filter
 * @typedef {Readonly<Record<Filter, readonly string[]>>} Off  what is switched off; "" is «not stated»
 *
 * @typedef {object} State
 * @property {string} view
 * @property {string|null} selected  the key of a node, the id of a tie, or the `identityKey` of a finding
 * @property {string|null} glimpse  the node that the search is at: in focus before it is selected
 * @property {string|null} focus  the only node that is shown, with those around it
 * @property {readonly [string, string]|null} chain
 * @property {readonly string[]} hidden
 * @property {Off} off
 * @property {Readonly<Record<string, Readonly<Record<string, import("./data.js").Point>>>>} moved
 * @property {string} figure
 * @property {boolean} weigh
 * @property {boolean} allTies  whether the table shows every tie at once, not only what may be missing
 * @property {string|null} unfolded  the sector of the table that has the room of its column
 * @property {boolean} drawer  whether the legend, the filters and the evidence are open beside the map
 * @property {number|null} projector  the step that fills the screen: 0 is the whole map
 * @property {number|null} meeting  the finding under discussion, as its number in `MapData.findings`
 * @property {readonly string[]|null} agenda  the keys of the matters that are on it; null: those proposed
 * @property {Readonly<Record<string, import("./decisions.js").Decision>>} decisions  by the key of the matter
 *
 * @typedef {Readonly<State>} ReadonlyState
 * @typedef {(state: ReadonlyState, previous: ReadonlyState) => void} Listener
 *
 * @typedef {object} Store
 * @property {() => ReadonlyState} get
 * @property {(change: Partial<State>, options?: {undo?: boolean}) => void} set  with `undo`, it can be undone
 * @property {() => void} undo
 * @property {() => boolean} canUndo
 * @property {(listener: Listener) => () => void} subscribe  returns how to unsubscribe
 */

/** @type {readonly Filter[]} */
export const FILTERS = ["tie", "sector", "type", "level", "arenaKind", "rule", "basis", "confidence"];
const MAX_UNDO_STEPS = 100;

/**
 * @param {string} view
 * @param {Partial<Off>} [off]
 * @returns {State}
 */
export function initialState(view, off = {}) {
  return {
    view,
    selected: null,
    glimpse: null,
    focus: null,
    chain: null,
    hidden: [],
    off: completeOff(off),
    moved: {},
    figure: "",
    weigh: false,
    allTies: false,
    unfolded: null,
    drawer: false,
    projector: null,
    meeting: null,
    agenda: null,
    decisions: {},
  };
}

/**
 * @param {Partial<Off>} off
 * @returns {Off}
 */
function completeOff(off) {
  return /** @type {Off} */ (Object.fromEntries(FILTERS.map((name) => [name, off[name] ?? []])));
}

/**
 * @param {State} initial
 * @returns {Store}
 */
export function createStore(initial) {
  /** @type {ReadonlyState} */
  let state = Object.freeze({ ...initial });
  /** @type {Partial<State>[]} What each undoable change replaced, and no more: a selection made since stays. */
  const undoSteps = [];
  /** @type {Set<Listener>} */
  const listeners = new Set();

  /** @param {Partial<State>} change */
  function apply(change) {
    const previous = state;
    state = Object.freeze({ ...previous, ...change });
    for (const listener of [...listeners]) listener(state, previous);
  }

  return {
    get: () => state,
    set(change, { undo = false } = {}) {
      const names = /** @type {(keyof State)[]} */ (Object.keys(change)).filter(
        (name) => !Object.is(change[name], state[name]),
      );
      if (!names.length) return;
      if (undo) {
        undoSteps.push(Object.fromEntries(names.map((name) => [name, state[name]])));
        if (undoSteps.length > MAX_UNDO_STEPS) undoSteps.shift();
      }
      apply(change);
    },
    undo() {
      const earlier = undoSteps.pop();
      if (earlier) apply(earlier);
    },
    canUndo: () => undoSteps.length > 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * How each field of a state is written in a link, as a list of words.
 *
 * @type {Record<string, (state: ReadonlyState) => readonly string[]>}
 */
const SERIALIZE = {
  view: (state) => [state.view],
  selected: (state) => (state.selected === null ? [] : [state.selected]),
  focus: (state) => (state.focus === null ? [] : [state.focus]),
  chain: (state) => state.chain ?? [],
  hidden: (state) => state.hidden,
  ...Object.fromEntries(
    FILTERS.map((name) => [`off.${name}`, (/** @type {ReadonlyState} */ state) => state.off[name]]),
  ),
  figure: (state) => (state.figure ? [state.figure] : []),
  weigh: (state) => (state.weigh ? ["yes"] : []),
  allTies: (state) => (state.allTies ? ["yes"] : []),
  unfolded: (state) => (state.unfolded === null ? [] : [state.unfolded]),
  meeting: (state) => numberWords(state.meeting),
  projector: (state) => numberWords(state.projector),
};

/**
 * How each field of a link is read; the filters, `off.…`, are read by themselves.
 *
 * @type {Record<string, (words: string[]) => Partial<State>>}
 */
const PARSE = {
  view: ([id]) => (id ? { view: id } : {}),
  selected: ([key]) => ({ selected: key || null }),
  focus: ([key]) => ({ focus: key || null }),
  chain: ([start, end]) => ({ chain: start && end ? [start, end] : null }),
  hidden: (keys) => ({ hidden: keys }),
  figure: ([id]) => ({ figure: id ?? "" }),
  weigh: ([word]) => ({ weigh: word === "yes" }),
  allTies: ([word]) => ({ allTies: word === "yes" }),
  unfolded: ([sector]) => ({ unfolded: sector || null }),
  meeting: ([word]) => ({ meeting: numberIn(word) }),
  projector: ([word]) => ({ projector: numberIn(word) }),
};

/** @param {number|null} number */
function numberWords(number) {
  return number === null ? [] : [String(number)];
}

/** @param {string|undefined} word */
function numberIn(word) {
  return /^\d{1,6}$/.test(word ?? "") ? Number(word) : null;
}

/**
 * The link to a state, `#view=actors&focus=nav&off.rule=LINK03,LINK04`: what differs from the initial one.
 * What was moved and decided is not in it: that belongs to the saved copy of the page. Nor is the drawer.
 *
 * @param {ReadonlyState} state
 * @param {ReadonlyState} [initial]
 */
export function toHash(state, initial = initialState("")) {
  const parts = Object.entries(SERIALIZE).flatMap(([name, wordsOf]) => {
    const value = encodeWords(wordsOf(state));
    return value === encodeWords(wordsOf(initial)) ? [] : [`${name}=${value}`];
  });
  return parts.length ? `#${parts.join("&")}` : "";
}

/**
 * The choices in a link. What cannot be read is left out; no link makes it throw.
 *
 * @param {string} hash
 * @param {ReadonlyState} [initial]
 * @returns {Partial<State>}
 */
export function fromHash(hash, initial = initialState("")) {
  /** @type {Partial<State>} */
  const change = {};
  for (const part of hash.replace(/^#/, "").split("&")) {
    const [name = "", value = ""] = part.split("=", 2);
    const words = decodeWords(value);
    const filter = FILTERS.find((filterName) => name === `off.${filterName}`);
    if (!words) continue;
    if (filter) change.off = { ...(change.off ?? initial.off), [filter]: words };
    else if (Object.hasOwn(PARSE, name)) Object.assign(change, PARSE[name]?.(words));
  }
  return change;
}

/** @param {readonly string[]} words */
function encodeWords(words) {
  const reserved = /[%&=#,?+"<>\\^\x60{}\s\p{Cc}]/gu;
  return words.map((word) => word.replace(reserved, encodeURIComponent) || "?").join(",");
}

/**
 * @param {string} value
 * @returns {string[]|null} null for a malformed value
 */
function decodeWords(value) {
  if (!value) return [];
  try {
    return value.split(",").map((word) => (word === "?" ? "" : decodeURIComponent(word)));
  } catch {
    return null;
  }
}
