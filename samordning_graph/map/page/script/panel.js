/**
 * The panel beside the map: what is known about what is selected, and what can be done with it.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Finding} Finding
 * @typedef {import("./data.js").MapNode} MapNode
 * @typedef {import("./data.js").Tie} Tie
 */
import { actorsOf, identityKey } from "./data.js";
import { told } from "./decisions.js";
import { byId, element } from "./dom.js";
import { toldWhole } from "./evidence.js";
import { isGap } from "./filter.js";
import { byText, fold } from "./text.js";
import { selectionFor } from "./finding_location.js";

/** @param {App} app */
export function mountPanel(app) {
  const { store } = app;
  const panel = byId("panel");
  /** @type {HTMLElement|null} Where the reader was before going into the panel. */
  let before = null;
  /** @type {string|null} */
  let shown = null;

  function close() {
    const wasHere = panel.contains(document.activeElement);
    store.set({ selected: null });
    if (wasHere) (before?.isConnected && before.offsetParent ? before : byId("side")).focus();
  }

  function show() {
    const active = /** @type {HTMLElement|null} */ (document.activeElement);
    const wasHere = panel.contains(active);
    const { selected } = store.get();
    const content = selected === null ? null : contentOf(app, selected);
    panel.hidden = !content;
    panel.replaceChildren(...(content ? [panelHead(app, content, close), ...content.parts] : []));
    if (!content) return;
    const same = panel.querySelector(`[data-do="${active?.dataset.do}"]`);
    if (wasHere) (same instanceof HTMLElement && shown === selected ? same : panel).focus({ preventScroll: true });
    if (shown !== selected) byId("side").scrollTop = panel.scrollTop = 0;
    shown = selected;
  }

  panel.addEventListener("focusin", (event) => {
    const from = /** @type {HTMLElement|null} */ (event.relatedTarget);
    if (from && !panel.contains(from)) before = from;
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = /** @type {Element} */ (event.target).closest("input, textarea, select, dialog");
    if (event.key === "Escape" && !event.defaultPrevented && !isTyping && !panel.hidden) close();
  });
  store.subscribe((now, was) => {
    if (now.selected !== was.selected || (!panel.hidden && !isSameIn(now, was))) show();
  });
  show();
}

/**
 * Whether a change of state leaves the panel as it is.
 *
 * @param {import("./state.js").Chosen} now
 * @param {import("./state.js").Chosen} was
 */
function isSameIn(now, was) {
  const told = /** @type {const} */ (["view", "focus", "chain", "off", "hidden", "decisions"]);
  return told.every((name) => now[name] === was[name]);
}

/** @typedef {{name: string, kind: string, parts: HTMLElement[]}} Content */

/**
 * @param {App} app
 * @param {Content} content
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

/**
 * @param {App} app
 * @param {string} selected
 * @returns {Content|null}
 */
function contentOf(app, selected) {
  const { index } = app;
  const node = index.node(selected);
  if (node) return ofNode(app, node);
  const tie = index.tie(selected);
  if (tie) return ofTie(app, tie);
  const finding = index.findingCalled(selected);
  return finding ? ofFinding(app, finding) : null;
}

/**
 * @param {App} app
 * @param {Finding} finding
 * @returns {Content}
 */
function ofFinding(app, finding) {
  return {
    name: finding.title,
    kind: `${finding.rule} ${app.data.words.rule[finding.rule]}`,
    parts: [nodeButtons(app, finding.about), ...toldFindings(app, [finding])],
  };
}

/**
 * @param {App} app
 * @param {Tie} tie
 * @returns {Content}
 */
function ofTie(app, tie) {
  const { data, index } = app;
  const about = (tie.findings ?? []).flatMap((place) => index.finding(place) ?? []);
  return {
    name: [tie.from, tie.to].map((key) => index.node(key)?.name ?? key).join(data.strokes[tie.kind]?.arrow ? " → " : " – "),
    kind: data.words.tie[tie.kind],
    parts: [nodeButtons(app, [tie.from, tie.to]), ...(about.length ? toldFindings(app, about) : [factList(tie.facts)])],
  };
}

/**
 * @param {App} app
 * @param {MapNode} node
 * @returns {Content}
 */
function ofNode(app, node) {
  const { data, index, text } = app;
  const about = index.findingsAbout(node.key);
  const open = (node.open ?? []).map((rule) => data.words.rule[rule] ?? rule);
  return {
    name: node.name,
    kind: "",
    parts: [
      factList(node.facts),
      nodeActions(app, node),
      ...headedList(text("panel", "gaps"), app.gapsOf(node.key).map((one) => findingButton(app, one))),
      ...headedList(text("panel", "open"), [
        ...about.filter((one) => one.status === "not_assessed").map((one) => findingButton(app, one)),
        ...open.map((title) => element("span", {}, title)),
      ]),
      ...headedList(text("panel", "accepted"), about.filter((one) => one.accepted).map((one) => findingButton(app, one))),
      ...neighbours(app, node),
    ],
  };
}

// Findings

/**
 * The first one told whole, the others folded.
 *
 * @param {App} app
 * @param {Finding[]} some  strongest first
 */
function toldFindings(app, some) {
  return some.map((finding, place) =>
    element(
      "details",
      { open: place === 0, className: "finding" },
      element("summary", {}, `${finding.rule} ${app.data.words.rule[finding.rule]}`, " ", basisMark(app, finding)),
      toldWhole(app, finding),
      ...decisionOn(app, finding),
      element(
        "button",
        { type: "button", onclick: () => app.store.set({ meeting: app.data.findings.indexOf(finding) }) },
        app.text("panel", "talk"),
      ),
    ),
  );
}

/**
 * @param {App} app
 * @param {Finding} finding
 */
function decisionOn({ index, store, text, sayDecision }, finding) {
  const decision = store.get().decisions[identityKey(finding.identity)];
  if (!decision) return [];
  const sentence = told(index, decision, sayDecision);
  return [element("p", { className: "decided" }, text("panel", "decided", { decision: sentence }))];
}

/**
 * @param {App} app
 * @param {Finding} finding
 */
function basisMark({ data, text }, finding) {
  const words = finding.status === "not_assessed" ? text("panel", "unknown") : data.words.basis[finding.basis];
  return element("span", { className: "basis" }, words);
}

/**
 * @param {App} app
 * @param {Finding} finding
 */
function findingButton(app, finding) {
  const { data, index, store } = app;
  return element(
    "button",
    { type: "button", onclick: () => store.set({ selected: selectionFor(index, store.get().view, finding) }) },
    element("span", {}, finding.title),
    element("span", { className: "small" }, `${finding.rule} ${data.words.rule[finding.rule]} `, basisMark(app, finding)),
  );
}

// Nodes

/**
 * @param {App} app
 * @param {string[]} keys
 */
function nodeButtons(app, keys) {
  const there = keys.filter((key) => app.index.node(key));
  return element("ul", { className: "choices" }, ...there.map((key) => element("li", {}, nodeButton(app, key))));
}

/**
 * @param {App} app
 * @param {string} key
 * @param {string} [before]
 */
function nodeButton(app, key, before = "") {
  const name = app.index.node(key)?.name ?? key;
  return element("button", { type: "button", onclick: () => app.store.set({ selected: key }) }, `${before}${name}`);
}

/**
 * Those that a node is tied to in the view, by the kind of tie; gaps are no ties.
 *
 * @param {App} app
 * @param {MapNode} node
 */
function neighbours(app, node) {
  const { data, index, store } = app;
  /** @type {Map<string, Map<string, HTMLElement>>} By kind, by name. */
  const kinds = new Map();
  for (const tie of index.tiesOf(store.get().view, node.key).filter((one) => !isGap(one))) {
    const isOut = tie.from === node.key;
    const key = isOut ? tie.to : tie.from;
    const arrow = data.strokes[tie.kind]?.arrow ? (isOut ? "→ " : "← ") : "";
    const some = kinds.get(tie.kind) ?? kinds.set(tie.kind, new Map()).get(tie.kind);
    some?.set(`${fold(index.node(key)?.name ?? key)} ${arrow}${key}`, nodeButton(app, key, arrow));
  }
  return [...kinds].flatMap(([kind, some]) =>
    headedList(data.words.tie[kind], [...some].sort((a, b) => byText(a[0], b[0])).map(([, button]) => button)),
  );
}

/**
 * @param {App} app
 * @param {MapNode} node
 */
function nodeActions(app, node) {
  const { store, text } = app;
  const { focus, hidden } = store.get();
  const hide = () => {
    store.set({ hidden: [...hidden, node.key], selected: null }, { undo: true });
    app.say(text("panel", "hidden", { name: node.name }));
    byId("hidden-list").querySelector("button")?.focus();
  };
  return element(
    "div",
    { className: "actions" },
    element(
      "button",
      {
        type: "button",
        "data-do": "focus",
        "aria-pressed": String(focus === node.key),
        onclick: () => store.set({ focus: focus === node.key ? null : node.key }, { undo: true }),
      },
      text("panel", "focus"),
    ),
    ...(hidden.includes(node.key) ? [] : [element("button", { type: "button", onclick: hide }, text("panel", "hide"))]),
    ...chainChoice(app, node),
  );
}

/**
 * The shortest chain to somebody else, between actors.
 *
 * @param {App} app
 * @param {MapNode} node
 */
function chainChoice(app, node) {
  const { index, store, text } = app;
  const view = index.chainView;
  const actors = actorsOf(index);
  if (!view || !actors.some(({ key }) => key === node.key) || actors.length < 2) return [];
  const ends = store.get().chain;
  const other = ends?.includes(node.key) ? ends.find((key) => key !== node.key) : undefined;
  const select = element(
    "select",
    { id: "chain-end" },
    element("option", { value: "" }, text("panel", "choose")),
    ...actors.filter(({ key }) => key !== node.key).map(({ key, name }) => element("option", { value: key }, name)),
  );
  select.value = other && index.node(other) ? other : "";
  const show = () => {
    if (select.value) store.set({ chain: [node.key, select.value], focus: null, view: view.id }, { undo: true });
    else select.focus();
  };
  return [
    element(
      "div",
      { className: "chain" },
      element("label", { htmlFor: "chain-end" }, text("panel", "chain")),
      select,
      element("button", { type: "button", "data-do": "chain", onclick: show }, text("panel", "show_chain")),
      ...(ends
        ? [element("button", { type: "button", onclick: () => store.set({ chain: null }, { undo: true }) }, text("panel", "no_chain"))]
        : []),
    ),
  ];
}

// Parts

/**
 * A heading with a list, or nothing.
 *
 * @param {string} heading
 * @param {HTMLElement[]} items
 */
function headedList(heading, items) {
  if (!items.length) return [];
  return [
    element("h3", {}, `${heading} (${items.length})`),
    element("ul", { className: "choices" }, ...items.map((item) => element("li", {}, item))),
  ];
}

/** @param {string[]} sentences */
function factList(sentences) {
  return element("ul", { className: "facts-of" }, ...sentences.map((one) => element("li", {}, one)));
}
