/**
 * The legend, which also holds the filters: what each line, shape and colour means, how many there
 * are, and a switch for each.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./state.js").Filter} Filter
 * @typedef {{id: string, name: string, count: number, symbol?: Node, meaning?: string}} Choice
 */

import { byId, element, svgElement } from "./dom.js";
import { colourSymbol, lineSymbol, shapeSymbols, SYMBOL } from "./symbols.js";

/** What may be missing heads the list of lines. */
const FIRST_KINDS = ["missing", "not_assessed"];

/** @param {App} app */
export function mountLegend(app) {
  const legend = byId("legend");
  let shownView = "";

  function rebuild() {
    const { view } = app.store.get();
    if (view === "tables") return;
    shownView = view;
    legend.replaceChildren(...legendSections(app));
    syncSwitches();
  }

  /** Set every switch from the state, which an undo or a link may have changed. */
  function syncSwitches() {
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

  app.store.subscribe(({ view }) => {
    if (view !== shownView) rebuild();
    else syncSwitches();
  });
  rebuild();
}

/** @param {App} app */
function legendSections(app) {
  const { data } = app;
  const view = app.index.view(app.store.get().view);
  const nodes = Object.keys(view.nodes).flatMap((key) => app.index.node(key) ?? []);
  const findings = [...new Set(view.ties.flatMap((tie) => tie.findings ?? []))].flatMap(
    (number) => app.index.finding(number) ?? [],
  );
  const counted = (/** @type {string} */ filter, /** @type {(string|undefined)[]} */ values) =>
    choices(data.words[/** @type {keyof typeof data.words} */ (filter)], values);
  return [
    section(app, "tie", tieChoices(app, view), true),
    section(app, "basis", basisChoices(app, findings.map(({ basis }) => basis)), true),
    section(app, "rule", ruleChoices(app, findings.map(({ rule }) => rule))),
    section(app, "confidence", counted("confidence", findings.map(({ confidence }) => confidence))),
    section(app, "sector", sectorChoices(app, nodes.map(({ sector }) => sector)), view.opensSectorLegend),
    section(app, "type", counted("type", nodes.map(({ type }) => type))),
    section(app, "level", arenaChoices(app, nodes, "level")),
    section(app, "arenaKind", arenaChoices(app, nodes, "arenaKind")),
    ...(view.isTable ? [sizeControls(app, nodes), shapeList(app, nodes)] : []),
    element("p", { className: "meaning" }, view.meaning),
    ...(view.counted ? [element("p", { className: "meaning" }, view.counted.sentence)] : []),
  ].filter((part) => part !== null);
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
 * @param {import("./data.js").MapNode[]} nodes
 * @param {"level"|"arenaKind"} attribute
 */
function arenaChoices({ data, text }, nodes, attribute) {
  const values = nodes.filter((node) => node.kind === "arena").map((arena) => arena[attribute]);
  const stated = choices(data.words[attribute], values);
  const count = values.filter((value) => !value).length;
  return count ? [...stated, { id: "", name: text("controls", "not_stated"), count }] : stated;
}

/**
 * @param {App} app
 * @param {import("./data.js").View} view
 */
function tieChoices(app, { ties, gapsArePairs }) {
  const { data, text } = app;
  const rank = (/** @type {Choice} */ { id }) => (FIRST_KINDS.includes(id) ? FIRST_KINDS.indexOf(id) : FIRST_KINDS.length);
  return choices(data.words.tie, ties.map((tie) => tie.kind))
    .sort((a, b) => rank(a) - rank(b))
    .map((choice) => ({
      ...choice,
      symbol: symbolImage(lineSymbol(data.strokes[choice.id])),
      meaning: FIRST_KINDS.includes(choice.id) && gapsArePairs ? text("controls", choice.id) : "",
    }));
}

/**
 * @param {App} app
 * @param {string[]} values
 */
function basisChoices({ data }, values) {
  return choices(data.words.basis, values).map((choice) => ({
    ...choice,
    symbol: symbolImage(lineSymbol(data.basisStrokes[choice.id])),
  }));
}

/**
 * @param {App} app
 * @param {string[]} values
 */
function ruleChoices(app, values) {
  return choices(app.data.words.rule, values).map((choice) => ({ ...choice, name: `${choice.id} ${choice.name}` }));
}

/**
 * @param {App} app
 * @param {(string|undefined)[]} values
 */
function sectorChoices({ data }, values) {
  return choices(data.words.sector, values).map((choice) => ({
    ...choice,
    symbol: symbolImage(colourSymbol(data.colours[choice.id].fill)),
  }));
}

/**
 * @param {App} app
 * @param {Filter} filter
 * @param {Choice[]} listed
 * @param {boolean} [open]
 */
function section(app, filter, listed, open = false) {
  if (!listed.length) return null;
  return element(
    "details",
    { open },
    element("summary", {}, app.text("controls", `heading_${filter}`)),
    element("ul", {}, ...listed.map((choice) => switchItem(app, filter, choice))),
  );
}

/**
 * @param {App} app
 * @param {Filter} filter
 * @param {Choice} choice
 */
function switchItem(app, filter, choice) {
  const box = element("input", {
    type: "checkbox",
    "data-filter": filter,
    "data-word": choice.id,
    onchange: () => setSwitch(app, filter, choice.id, box.checked),
  });
  return element(
    "li",
    {},
    element("label", {}, box, ...(choice.symbol ? [choice.symbol] : []), element("span", {}, `${choice.name} (${choice.count})`)),
    ...(choice.meaning ? [element("span", { className: "meaning" }, choice.meaning)] : []),
  );
}

/**
 * @param {App} app
 * @param {Filter} filter
 * @param {string} word
 * @param {boolean} isOn
 */
function setSwitch({ store }, filter, word, isOn) {
  const { off } = store.get();
  const remaining = off[filter].filter((value) => value !== word);
  store.set({ off: { ...off, [filter]: isOn ? remaining : [...remaining, word] } }, { undo: true });
}

/**
 * What the size of nodes and the width of lines show.
 *
 * @param {App} app
 * @param {import("./data.js").MapNode[]} nodes
 */
function sizeControls({ data, store, text }, nodes) {
  const available = data.figures.filter(({ id }) => nodes.some((node) => node.figures?.[id] !== undefined));
  if (!available.length) return null;
  const select = element(
    "select",
    { id: "figure", onchange: () => store.set({ figure: select.value }, { undo: true }) },
    element("option", { value: "" }, text("controls", "same_size")),
    ...available.map(({ id, name }) => element("option", { value: id }, name)),
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
 */
function shapeList({ data, text }, nodes) {
  const symbols = shapeSymbols(data, nodes);
  if (!symbols.length) return null;
  return element(
    "details",
    { open: true },
    element("summary", {}, text("controls", "heading_shapes")),
    element(
      "ul",
      {},
      ...symbols.map(({ id, symbol }) =>
        element("li", { className: "entry" }, symbolImage(symbol), element("span", {}, text("controls", `shape_${id}`))),
      ),
    ),
  );
}

/** @param {SVGElement} symbol */
function symbolImage(symbol) {
  return svgElement("svg", { class: "sample", ...SYMBOL, "aria-hidden": "true" }, symbol);
}
