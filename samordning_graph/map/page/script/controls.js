/**
 * The legend, which is the filters too: what each line, shape and colour means, how many there are,
 * and a switch for each.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./state.js").Filter} Filter
 * @typedef {{id: string, name: string, count: number, sample?: Node, meaning?: string}} Choice
 */

import { byId, drawn, element } from "./dom.js";
import { colourSign, lineSign, shapeSigns, SIGN } from "./legend.js";

/** What may be missing comes first. */
const KIND_ORDER = ["missing", "not_assessed"];

/** @param {App} app */
export function mountControls(app) {
  const legend = byId("legend");
  let shownView = "";

  function rebuild() {
    const { view } = app.store.get();
    if (view === "tables") return;
    shownView = view;
    legend.replaceChildren(...sections(app));
    check();
  }

  /** Set every switch as the state is: it may have been undone, or come with a link. */
  function check() {
    const { off, figure, weigh } = app.store.get();
    for (const box of legend.querySelectorAll("input[data-filter]")) {
      const input = /** @type {HTMLInputElement} */ (box);
      const { filter = "", word = "" } = input.dataset;
      input.checked = !off[/** @type {Filter} */ (filter)].includes(word);
    }
    const select = /** @type {HTMLSelectElement|null} */ (legend.querySelector("#figure"));
    if (select) select.value = figure;
    const weight = /** @type {HTMLInputElement|null} */ (legend.querySelector("#weigh"));
    if (weight) weight.checked = weigh;
  }

  app.store.subscribe((now) => {
    if (now.view !== shownView) rebuild();
    else check();
  });
  rebuild();
}

/** @param {App} app */
function sections(app) {
  const { data, text } = app;
  const view = app.index.view(app.store.get().view);
  const nodes = Object.keys(view.nodes).flatMap((key) => app.index.node(key) ?? []);
  const findings = [...new Set(view.ties.flatMap((tie) => tie.findings ?? []))].flatMap(
    (number) => app.index.finding(number) ?? [],
  );
  const counted = (/** @type {string} */ filter, /** @type {(string|undefined)[]} */ values) =>
    choices(data.words[/** @type {keyof typeof data.words} */ (filter)], values);
  return [
    section(app, "tie", tieChoices(app, view), true),
    section(app, "basis", basisChoices(app, findings.map((one) => one.basis)), true),
    section(app, "rule", ruleChoices(app, findings.map((one) => one.rule))),
    section(app, "confidence", counted("confidence", findings.map((one) => one.confidence))),
    section(app, "sector", sectorChoices(app, nodes.map((node) => node.sector)), view.opensSectorLegend),
    section(app, "type", counted("type", nodes.map((node) => node.type))),
    section(app, "level", withNone(app, counted("level", arenas(nodes).map((node) => node.level)), arenas(nodes), "level")),
    section(app, "arenaKind", withNone(app, counted("arenaKind", arenas(nodes).map((node) => node.arenaKind)), arenas(nodes), "arenaKind")),
    figures(app, nodes),
    shapes(app, nodes, view),
    element("p", { className: "meaning" }, view.meaning),
    ...(view.explainsBadges ? [element("p", { className: "meaning" }, text("controls", "badge"))] : []),
  ].filter((one) => one !== null);
}

/** @param {import("./data.js").MapNode[]} nodes */
function arenas(nodes) {
  return nodes.filter((node) => node.kind === "arena");
}

/**
 * @param {import("./data.js").Names} names
 * @param {(string|undefined)[]} values
 * @returns {Choice[]}
 */
function choices(names, values) {
  return Object.entries(names)
    .map(([id, name]) => ({ id, name, count: values.filter((value) => value === id).length }))
    .filter((choice) => choice.count);
}

/**
 * @param {App} app
 * @param {Choice[]} some
 * @param {import("./data.js").MapNode[]} nodes
 * @param {"level"|"arenaKind"} attribute
 */
function withNone(app, some, nodes, attribute) {
  const count = nodes.filter((node) => !node[attribute]).length;
  return count ? [...some, { id: "", name: app.text("controls", "not_stated"), count }] : some;
}

/**
 * @param {App} app
 * @param {import("./data.js").View} view
 */
function tieChoices(app, { ties, gapsArePairs }) {
  const { data, text } = app;
  const usual = choices(data.words.tie, ties.map((tie) => tie.kind));
  const rank = (/** @type {Choice} */ one) => (KIND_ORDER.includes(one.id) ? KIND_ORDER.indexOf(one.id) : KIND_ORDER.length);
  return usual
    .sort((a, b) => rank(a) - rank(b))
    .map((one) => ({
      ...one,
      sample: sample(lineSign(data.strokes[one.id])),
      meaning: KIND_ORDER.includes(one.id) && gapsArePairs ? text("controls", one.id) : "",
    }));
}

/**
 * @param {App} app
 * @param {string[]} values
 */
function basisChoices(app, values) {
  return choices(app.data.words.basis, values).map((one) => ({ ...one, sample: sample(lineSign(app.data.basisStrokes[one.id])) }));
}

/**
 * @param {App} app
 * @param {string[]} values
 */
function ruleChoices(app, values) {
  return choices(app.data.words.rule, values).map((one) => ({ ...one, name: `${one.id} ${one.name}` }));
}

/**
 * @param {App} app
 * @param {(string|undefined)[]} values
 */
function sectorChoices(app, values) {
  return choices(app.data.words.sector, values).map((one) => ({ ...one, sample: sample(colourSign(app.data.colours[one.id].fill)) }));
}

/**
 * @param {App} app
 * @param {Filter} filter
 * @param {Choice[]} some
 * @param {boolean} [open]
 */
function section(app, filter, some, open = false) {
  if (!some.length) return null;
  return element(
    "details",
    { open },
    element("summary", {}, app.text("controls", `heading_${filter}`)),
    element("ul", {}, ...some.map((one) => entry(app, filter, one))),
  );
}

/**
 * @param {App} app
 * @param {Filter} filter
 * @param {Choice} choice
 */
function entry(app, filter, choice) {
  const box = element("input", {
    type: "checkbox",
    "data-filter": filter,
    "data-word": choice.id,
    onchange: () => turn(app, filter, choice.id, box.checked),
  });
  return element(
    "li",
    {},
    element("label", {}, box, ...(choice.sample ? [choice.sample] : []), element("span", {}, `${choice.name} (${choice.count})`)),
    ...(choice.meaning ? [element("span", { className: "meaning" }, choice.meaning)] : []),
  );
}

/**
 * @param {App} app
 * @param {Filter} filter
 * @param {string} word
 * @param {boolean} on
 */
function turn(app, filter, word, on) {
  const { off } = app.store.get();
  const others = off[filter].filter((one) => one !== word);
  app.store.set({ off: { ...off, [filter]: on ? others : [...others, word] } }, { undo: true });
}

/**
 * @param {App} app
 * @param {import("./data.js").MapNode[]} nodes
 */
function figures(app, nodes) {
  const { data, store, text } = app;
  const here = data.figures.filter(({ id }) => nodes.some((node) => node.figures?.[id] !== undefined));
  if (!here.length) return null;
  const select = element(
    "select",
    { id: "figure", onchange: () => store.set({ figure: select.value }, { undo: true }) },
    element("option", { value: "" }, text("controls", "same_size")),
    ...here.map(({ id, name }) => element("option", { value: id }, name)),
  );
  const weigh = element("input", {
    id: "weigh",
    type: "checkbox",
    onchange: () => store.set({ weigh: weigh.checked }, { undo: true }),
  });
  return element(
    "details",
    {},
    element("summary", {}, text("controls", "heading_figures")),
    element("p", {}, element("label", { htmlFor: "figure" }, text("controls", "size")), select),
    element("p", {}, element("label", {}, weigh, element("span", {}, text("controls", "width")))),
  );
}

/**
 * @param {App} app
 * @param {import("./data.js").MapNode[]} nodes
 * @param {import("./data.js").View} view
 */
function shapes(app, nodes, view) {
  const { data, text } = app;
  const signs = shapeSigns(data, nodes, view);
  if (!signs.length) return null;
  return element(
    "details",
    { open: true },
    element("summary", {}, text("controls", "heading_shapes")),
    element(
      "ul",
      {},
      ...signs.map(({ id, sign }) =>
        element("li", { className: "entry" }, sample(sign), element("span", {}, text("controls", `shape_${id}`))),
      ),
    ),
  );
}

/** @param {SVGElement} sign */
function sample(sign) {
  return drawn("svg", { class: "sample", ...SIGN, "aria-hidden": "true" }, sign);
}
