/**
 * The strip below the map. It says what the picture shows: at first how much is documented, and with
 * something in focus what that is, what there is today, and what to ask.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").MapNode} MapNode
 * @typedef {import("./data.js").Tie} Tie
 *
 * @typedef {{name: string, kind?: string, lines?: string[], today?: string, notCounted?: string, question?: string}} Caption
 */

import { AIMS } from "./aim_chain.js";
import { isActor } from "./data.js";
import { byId, element } from "./dom.js";
import { shown } from "./filter.js";
import { drawsChains, openGrid } from "./grid.js";
import { focusOf } from "./focus.js";
import { numberOfTie } from "./matters.js";
import { pairsOfView } from "./table_scene.js";
import { waySentence } from "./way_sentence.js";

/** Nobody reads more names than these in one line. */
const MOST_NAMES = 8;

/**
 * @param {App} app
 * @param {() => void} back  one step back
 */
export function mountCaption(app, back) {
  const { index, store, text } = app;
  const strip = byId("caption");

  function show() {
    const { selected } = store.get();
    const isShown = selected !== null && (focusOf(index, store.get()) || openGrid());
    const caption = isShown ? captionOf(app, selected) : null;
    strip.hidden = !caption;
    byId("status").classList.toggle("unseen", Boolean(caption));
    strip.replaceChildren(...(caption ? [captionWords(caption), buttons()] : []));
  }

  function buttons() {
    const open = () => {
      store.set({ drawer: true });
      byId("panel").focus();
    };
    return element(
      "div",
      { className: "caption-buttons" },
      ...chainButton(),
      element("button", { type: "button", "data-do": "evidence", onclick: open }, text("focus", "evidence")),
      element("button", { type: "button", "data-do": "back", onclick: back }, text("focus", "back")),
    );
  }

  /** To the chain of what is selected, where it can be drawn. */
  function chainButton() {
    const { selected, focus } = store.get();
    const canDraw = selected !== null && selected !== focus && AIMS.includes(index.node(selected)?.kind ?? "") && drawsChains(openGrid());
    return canDraw ? [element("button", { type: "button", "data-do": "chain", onclick: () => store.set({ focus: selected }) }, text("grid", "chain"))] : [];
  }

  store.subscribe(show);
  show();
}

/** @param {Caption} caption */
function captionWords({ name, kind, lines = [], today, notCounted, question }) {
  const way = [today, ...(notCounted ? [element("span", {}, ` ${notCounted}`)] : [])].filter((part) => part !== undefined);
  return element(
    "div",
    { className: "caption-words" },
    element("h2", { id: "caption-name" }, name, ...(kind ? [element("span", { className: "kind" }, kind)] : [])),
    ...lines.filter(Boolean).map((line) => element("p", {}, line)),
    ...(today || notCounted ? [element("p", { className: "way" }, ...way)] : []),
    ...(question ? [element("p", { className: "ask" }, question)] : []),
  );
}

/**
 * @param {App} app
 * @param {string} selected
 * @returns {Caption|null}
 */
function captionOf(app, selected) {
  const { index } = app;
  const tie = index.tie(selected);
  if (tie) return captionOfTie(app, tie);
  const finding = index.findingByKey(selected);
  if (finding) return { name: finding.title, lines: [finding.observation], question: finding.question };
  const node = index.node(selected);
  return node ? captionOfNode(app, node) : null;
}

/**
 * @param {App} app
 * @param {Tie} tie
 * @returns {Caption}
 */
function captionOfTie(app, tie) {
  const { data, index } = app;
  const duty = [tie.from, tie.to].map((key) => index.node(key)).find((node) => node?.kind === "duty");
  if (duty) return captionOfNode(app, duty);
  const findings = [...(tie.findings ?? [])].sort((a, b) => a - b).flatMap((number) => index.finding(number) ?? []);
  const grounds = unique(findings.flatMap((finding) => finding.grounds.map((ground) => ground.text)));
  return {
    name: [tie.from, tie.to].map((key) => index.node(key)?.name ?? key).join(" – "),
    kind: data.words.tie[tie.kind],
    lines: [(grounds.length ? grounds : tie.facts).join(" · "), ...sectorLines(app, tie)],
    today: waySentence(app, tie),
    notCounted: tie.notCounted,
    question: findings[0]?.question,
  };
}

/**
 * Of two sectors, the pairs between them that may be missing, with their numbers.
 *
 * @param {App} app
 * @param {Tie} tie
 */
function sectorLines(app, { from, to }) {
  const { data, index } = app;
  const sectors = [from, to].map((key) => (index.node(key)?.kind === "sector" ? index.node(key)?.sector : undefined));
  const table = data.views.find(({ isTable }) => isTable);
  if (!table || sectors.includes(undefined)) return [];
  const between = pairsOfView(app, table).filter((pair) => {
    const ends = [pair.from, pair.to].map((key) => index.node(key)?.sector);
    return sectors.every((sector) => ends.includes(sector));
  });
  const names = between.slice(0, MOST_NAMES).map((pair) => `${numberOfTie(data, pair) ?? "–"}. ${[pair.from, pair.to].map((key) => index.node(key)?.name ?? key).join(" – ")}`);
  const more = between.length > MOST_NAMES ? [`+ ${between.length - MOST_NAMES}`] : [];
  return between.length ? [app.text("grid", "missing", { n: between.length, names: [...names, ...more].join(" · ") })] : [];
}

/**
 * @param {App} app
 * @param {MapNode} node
 * @returns {Caption}
 */
function captionOfNode(app, node) {
  const { index, store } = app;
  if (node.kind === "duty") {
    const [finding] = index.findingsAbout(node.key);
    return { name: node.name, lines: [[...node.facts].reverse().join(" ")], question: finding?.question };
  }
  const state = store.get();
  const view = Object.hasOwn(index.view(state.view).nodes, node.key) ? state.view : (index.firstViewWith(node.key)?.id ?? state.view);
  // Who sits in an arena is in the view that has the seats.
  const seating = node.kind === "arena" ? (index.firstViewWith(node.key)?.id ?? view) : view;
  const ties = shown(index, { ...state, view: seating }).ties.filter(({ from, to }) => from === node.key || to === node.key);
  const others = (/** @type {string[]} */ ...kinds) =>
    unique(ties.filter(({ kind }) => kinds.includes(kind)).map(({ from, to }) => (from === node.key ? to : from)));
  const count = (/** @type {string} */ key, /** @type {string[]} */ keys) => countLine(app, key, keys);
  if (node.kind === "arena") return { name: node.name, lines: [node.facts.join(" · "), count("takes_part", others("takes_part"))] };
  if (!isActor(node)) return { name: node.name, lines: [node.facts.join(" · ")] };
  const arenas = others("takes_part").filter((key) => index.node(key)?.working);
  return {
    name: node.name,
    kind: node.facts.slice(0, 2).join(" · "),
    today: [count("meets_in", arenas), count("linked", others("link", "agreement"))].filter(Boolean).join(" "),
    lines: [count("missing", others("missing")), count("not_assessed", others("not_assessed"))],
  };
}

/**
 * How many there are of something, and what they are called; nothing where there are none.
 *
 * @param {App} app
 * @param {string} key  of the text
 * @param {string[]} keys
 */
function countLine({ index, text }, key, keys) {
  if (!keys.length) return "";
  const names = keys.slice(0, MOST_NAMES).map((each) => index.node(each)?.name ?? each);
  const more = keys.length > MOST_NAMES ? [`+ ${keys.length - MOST_NAMES}`] : [];
  return text("focus", key, { n: keys.length, names: [...names, ...more].join(", ") });
}

/** @param {string[]} keys */
function unique(keys) {
  return [...new Set(keys)];
}
