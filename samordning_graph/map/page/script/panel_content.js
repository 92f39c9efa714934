/**
 * What the panel says about a node, a tie or a finding.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Finding} Finding
 * @typedef {import("./data.js").MapNode} MapNode
 * @typedef {import("./data.js").Tie} Tie
 *
 * @typedef {{name: string, kind: string, parts: HTMLElement[]}} PanelContent
 */
import { decisionSentence } from "./decisions.js";
import { element } from "./dom.js";
import { findingDetails } from "./evidence.js";
import { isGap } from "./filter.js";
import { selectionFor } from "./finding_location.js";
import { matterOf } from "./matters.js";
import { nodeActions } from "./node_actions.js";
import { compareText, foldCase } from "./text.js";

/**
 * @param {App} app
 * @param {string} selected
 * @returns {PanelContent|null}
 */
export function panelContent(app, selected) {
  const { index } = app;
  const node = index.node(selected);
  if (node) return nodeContent(app, node);
  const tie = index.tie(selected);
  if (tie) return tieContent(app, tie);
  const finding = index.findingByKey(selected);
  return finding ? findingContent(app, finding) : null;
}

/**
 * @param {App} app
 * @param {Finding} finding
 * @returns {PanelContent}
 */
function findingContent(app, finding) {
  return {
    name: finding.title,
    kind: ruleTitle(app, finding),
    parts: [nodeButtons(app, finding.about), ...findingSections(app, [finding])],
  };
}

/**
 * @param {App} app
 * @param {Tie} tie
 * @returns {PanelContent}
 */
function tieContent(app, tie) {
  const { data, index } = app;
  const findings = (tie.findings ?? []).flatMap((number) => index.finding(number) ?? []);
  const names = [tie.from, tie.to].map((key) => index.node(key)?.name ?? key);
  return {
    name: names.join(data.strokes[tie.kind]?.arrow ? " → " : " – "),
    kind: data.words.tie[tie.kind],
    parts: [nodeButtons(app, [tie.from, tie.to]), ...(findings.length ? findingSections(app, findings) : [factList(tie.facts)])],
  };
}

/**
 * @param {App} app
 * @param {MapNode} node
 * @returns {PanelContent}
 */
function nodeContent(app, node) {
  const { data, index, text } = app;
  const findings = index.findingsAbout(node.key);
  const undetermined = findings.filter((finding) => finding.status === "not_assessed");
  const accepted = findings.filter((finding) => finding.accepted);
  const unassessedRules = (node.open ?? []).map((rule) => data.words.rule[rule] ?? rule);
  const buttons = (/** @type {Finding[]} */ listed) => listed.map((finding) => findingButton(app, finding));
  return {
    name: node.name,
    kind: "",
    parts: [
      factList(node.facts),
      nodeActions(app, node),
      ...headedList(text("panel", "gaps"), buttons(app.gapsOf(node.key))),
      ...headedList(text("panel", "open"), [
        ...buttons(undetermined),
        ...unassessedRules.map((title) => element("span", {}, title)),
      ]),
      ...headedList(text("panel", "accepted"), buttons(accepted)),
      ...neighbours(app, node),
    ],
  };
}

// Findings

/**
 * Findings in full, all but the first one collapsed.
 *
 * @param {App} app
 * @param {Finding[]} findings  strongest first
 */
function findingSections(app, findings) {
  return findings.map((finding, i) =>
    element(
      "details",
      { open: i === 0, className: "finding" },
      element("summary", {}, ruleTitle(app, finding), " ", basisMark(app, finding)),
      findingDetails(app, finding),
      ...decisionAbout(app, finding),
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
function ruleTitle({ data }, { rule }) {
  return `${rule} ${data.words.rule[rule]}`;
}

/**
 * @param {App} app
 * @param {Finding} finding
 */
function decisionAbout({ data, index, store, text, decisionText }, finding) {
  const decision = store.get().decisions[matterOf(data, finding)?.key ?? ""];
  if (!decision) return [];
  const sentence = decisionSentence(index, decision, decisionText);
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
  const { index, store } = app;
  return element(
    "button",
    { type: "button", onclick: () => store.set({ selected: selectionFor(index, store.get().view, finding) }) },
    element("span", {}, finding.title),
    element("span", { className: "small" }, `${ruleTitle(app, finding)} `, basisMark(app, finding)),
  );
}

// Nodes

/**
 * @param {App} app
 * @param {string[]} keys
 */
function nodeButtons(app, keys) {
  const known = keys.filter((key) => app.index.node(key));
  return element("ul", { className: "choices" }, ...known.map((key) => element("li", {}, nodeButton(app, key))));
}

/**
 * @param {App} app
 * @param {string} key
 * @param {string} [arrow]
 */
function nodeButton(app, key, arrow = "") {
  const name = app.index.node(key)?.name ?? key;
  return element("button", { type: "button", onclick: () => app.store.set({ selected: key }) }, `${arrow}${name}`);
}

/**
 * The neighbours of a node in the open view, by the kind of tie; gaps are not ties.
 *
 * @param {App} app
 * @param {MapNode} node
 */
function neighbours(app, node) {
  const { data, index, store } = app;
  /** @type {Map<string, Map<string, HTMLElement>>} By kind, then by name. */
  const kinds = new Map();
  for (const tie of index.tiesOf(store.get().view, node.key).filter((candidate) => !isGap(candidate))) {
    const isOutgoing = tie.from === node.key;
    const key = isOutgoing ? tie.to : tie.from;
    const arrow = data.strokes[tie.kind]?.arrow ? (isOutgoing ? "→ " : "← ") : "";
    const buttons = kinds.get(tie.kind) ?? kinds.set(tie.kind, new Map()).get(tie.kind);
    buttons?.set(`${foldCase(index.node(key)?.name ?? key)} ${arrow}${key}`, nodeButton(app, key, arrow));
  }
  return [...kinds].flatMap(([kind, buttons]) =>
    headedList(data.words.tie[kind], [...buttons].sort((a, b) => compareText(a[0], b[0])).map(([, button]) => button)),
  );
}

// Lists

/**
 * A list with a heading, or nothing if it is empty.
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
  return element("ul", { className: "facts-of" }, ...sentences.map((sentence) => element("li", {}, sentence)));
}
