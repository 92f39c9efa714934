/**
 * The pairs as a list, strongest first: what the keyboard comes to beside the long table, and what a narrow
 * screen shows instead of it, with everybody below.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Tie} Tie
 */

import { byId, element } from "./dom.js";
import { shown } from "./filter.js";
import { numberOfTie } from "./matters.js";
import { pairsOfView, tableOfView } from "./table_scene.js";

/** Nobody reads more; the tables have all. */
const MOST_LISTED = 100;

/** @param {App} app */
export function mountPairList(app) {
  const { index, store } = app;
  const list = byId("pairs");

  function show() {
    const view = index.view(store.get().view);
    list.hidden = !view.isTable;
    if (!view.isTable) return;
    const areShown = new Set(shown(index, store.get()).ties);
    const pairs = pairsOfView(app, view).filter((tie) => areShown.has(tie)).slice(0, MOST_LISTED);
    list.replaceChildren(
      element("h2", {}, app.text("table", pairs.length ? "pairs" : "no_pairs")),
      element("ol", {}, ...pairs.map((tie) => element("li", {}, pairButton(app, tie)))),
      ...placesLists(app),
    );
    mark();
  }

  function mark() {
    const { selected } = store.get();
    for (const button of list.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.key === selected));
  }

  list.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    if (!button?.dataset.key) return;
    store.set({ selected: button.dataset.key });
    if (byId("map").offsetParent) byId("map").focus();
    else byId("strip").scrollIntoView({ block: "end" });
  });
  store.subscribe((state, previous) => {
    const relevant = /** @type {const} */ (["view", "off", "hidden", "focus", "chain", "moved"]);
    if (relevant.some((name) => state[name] !== previous[name])) show();
    else if (state.selected !== previous.selected) mark();
  });
  show();
}

/**
 * @param {App} app
 * @param {Tie} tie
 */
function pairButton({ data, index, text }, tie) {
  const findings = (tie.findings ?? []).flatMap((number) => index.finding(number) ?? []);
  const grounds = [...new Set(findings.flatMap((finding) => finding.grounds.map((ground) => ground.text)))];
  const [first, second] = [tie.from, tie.to].map((key) => index.node(key)?.name ?? key);
  return element(
    "button",
    { type: "button", "data-key": tie.id },
    element("b", {}, `${numberOfTie(data, tie) ?? "–"} `),
    text("table", "pair", { first: first ?? "", second: second ?? "" }),
    element("span", { className: "why" }, (grounds.length ? grounds : tie.facts).join(" · ")),
  );
}

/**
 * Everybody, by sector in the order of the table, and the arenas.
 *
 * @param {App} app
 */
function placesLists(app) {
  const { data, index, store, text } = app;
  const view = index.view(store.get().view);
  const { nodes } = shown(index, store.get());
  const table = tableOfView(app, view, store.get());
  const group = (/** @type {string} */ heading, /** @type {string[]} */ keys) => {
    const drawn = keys.filter((key) => nodes.has(key));
    return drawn.length ? [placesList(app, heading, drawn)] : [];
  };
  return [
    ...[...table.left, ...table.right].flatMap(({ sector, rows }) =>
      group(text("table", "sector", { sector: data.words.sector[sector] ?? sector, n: rows.length }), rows),
    ),
    ...group(text("table", "arena_list", { n: table.arenas.length }), table.arenas),
  ];
}

/**
 * @param {App} app
 * @param {string} heading
 * @param {string[]} keys
 */
function placesList({ index }, heading, keys) {
  const item = (/** @type {string} */ key) =>
    element("li", {}, element("button", { type: "button", "data-key": key }, index.node(key)?.name ?? key));
  return element("details", { className: "places" }, element("summary", {}, heading), element("ul", {}, ...keys.map(item)));
}
