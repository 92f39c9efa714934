/**
 * The meeting mode: one question at a time in large letters, and what the meeting decides about it.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Finding} Finding
 * @typedef {import("./decisions.js").Decision} Decision
 * @typedef {import("./decisions.js").Rows} Rows
 */
import { inOrder, lacking, lackingInWords, rowsOf, told, toNotes, toSheet, toYaml } from "./decisions.js";
import { mountDecisionForm } from "./decision_form.js";
import { byId, element } from "./dom.js";
import { citations } from "./evidence.js";
import { copyText, download } from "./files.js";
import { agenda } from "./filter.js";
import { reveal } from "./show_hidden.js";
import { today } from "./text.js";
import { selectionFor, viewFor } from "./finding_location.js";

/** @param {App} app */
export function mountMeeting(app) {
  const { index, store } = app;
  const dialog = /** @type {HTMLDialogElement} */ (byId("meeting"));
  const form = mountDecisionForm(app);
  const opener = /** @type {HTMLElement} */ (byId("tools").querySelector("[data-do=meeting]"));
  let latest = 0;

  /** Which question is on: the first one from where the meeting is, when that one is filtered away. */
  function current() {
    const places = agenda(index, store.get());
    const from = store.get().meeting ?? 0;
    const at = places.findIndex((place) => place >= from);
    return { places, at: at < 0 ? places.length - 1 : at };
  }

  /** @param {number} by */
  function step(by) {
    form.save();
    const { places, at } = current();
    const place = places[at + by];
    if (place === undefined) return;
    store.set({ meeting: place });
    say();
  }

  /** To a screen reader; the rest can be read in the dialog. */
  function say() {
    const finding = index.finding(store.get().meeting ?? -1);
    if (finding) app.say([byId("meeting-progress").textContent, finding.title, finding.observation, finding.question].join(". "));
  }

  function showOnMap() {
    form.save();
    const finding = index.finding(store.get().meeting ?? -1);
    if (!finding) return;
    const view = viewFor(index, store.get().view, finding);
    const selected = selectionFor(index, view, finding);
    const change = reveal(index, { ...store.get(), view }, selected) ?? { view, selected };
    store.set(change, { undo: change.off !== undefined });
    store.set({ meeting: null });
    byId("panel").focus();
  }

  function leave() {
    form.save();
    store.set({ meeting: null });
  }

  function show() {
    const { meeting } = store.get();
    if (meeting === null) {
      if (!dialog.open) return;
      dialog.close();
      opener.focus();
      return;
    }
    const { places, at } = current();
    const finding = index.finding(places[at] ?? -1);
    if (finding && places[at] !== meeting) {
      store.set({ meeting: places[at] });
      return;
    }
    const isAnother = latest !== meeting;
    latest = meeting;
    byId("meeting-question").hidden = !finding;
    byId("meeting-empty").hidden = Boolean(finding);
    byId("meeting-progress").textContent = meetingProgress(app, places, at);
    meetingButton(dialog, "previous").disabled = at <= 0;
    meetingButton(dialog, "next").disabled = at + 1 >= places.length;
    meetingButton(dialog, "show").disabled = !finding;
    if (finding) {
      showFinding(app, finding);
      form.show(finding);
    }
    showList(app);
    const isOpening = !dialog.open;
    if (isOpening) dialog.showModal();
    if (isOpening || isLost(dialog)) byId(finding ? "meeting-question" : "meeting-empty").focus({ preventScroll: true });
    if (isOpening || isAnother) dialog.scrollTop = 0;
  }

  const actions = {
    previous: () => step(-1),
    next: () => step(1),
    show: showOnMap,
    leave,
    list: () => {
      byId("meeting-list").scrollIntoView();
      byId("meeting-list").focus({ preventScroll: true });
    },
    undo: () => store.undo(),
    ...takeAway(app),
  };
  dialog.addEventListener("click", (event) => {
    const pressed = /** @type {HTMLElement} */ (event.target).closest("button")?.dataset.do ?? "";
    if (Object.hasOwn(actions, pressed)) actions[/** @type {keyof typeof actions} */ (pressed)]();
  });
  dialog.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const isTyping = /** @type {Element} */ (event.target).closest("input, textarea, select");
    if (!by || isTyping || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    step(by);
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave();
  });
  opener.addEventListener("click", () => store.set({ meeting: latest }));
  store.subscribe((now, before) => {
    const seen = /** @type {const} */ (["meeting", "decisions", "off", "hidden", "focus"]);
    if (seen.some((name) => now[name] !== before[name])) show();
  });
  show();
}

/**
 * Whether the focus is on a button that can no longer be pressed, or nowhere: keys would do nothing.
 *
 * @param {HTMLElement} dialog
 */
function isLost(dialog) {
  const active = /** @type {HTMLElement|null} */ (document.activeElement);
  return !active || !dialog.contains(active) || active.matches(":disabled") || !active.offsetParent;
}

/**
 * @param {HTMLElement} dialog
 * @param {string} name
 */
function meetingButton(dialog, name) {
  return /** @type {HTMLButtonElement} */ (dialog.querySelector(`[data-do=${name}]`));
}

/**
 * @param {App} app
 * @param {number[]} places
 * @param {number} at
 */
function meetingProgress({ data, text }, places, at) {
  if (!places.length) return "";
  const all = data.findings.filter((one) => !one.accepted).length;
  const left = all - places.length;
  return [
    text("meeting", "progress", { n: at + 1, all: places.length }),
    ...(left ? [text("meeting", "left_out", { n: left })] : []),
  ].join(" · ");
}

/**
 * @param {App} app
 * @param {Finding} finding
 */
function showFinding(app, finding) {
  const { data, text } = app;
  const isOpen = finding.status === "not_assessed";
  byId("meeting-title").textContent = finding.title;
  byId("meeting-observation").textContent = finding.observation;
  byId("meeting-ask").textContent = finding.question;
  const column = (/** @type {string} */ key, /** @type {(Node|string)[]} */ ...told) =>
    element("div", {}, element("h4", {}, text("evidence", key)), ...told);
  byId("meeting-more").replaceChildren(
    column("ground", element("p", {}, finding.ground), ...citations(app, finding)),
    column(
      "data_basis",
      element("p", {}, finding.dataBasis),
      element("p", { className: "cited" }, isOpen ? text("panel", "unknown") : data.words.basis[finding.basis]),
    ),
    column("next_step", element("p", {}, finding.nextStep)),
  );
  showSame(app, finding);
}

/**
 * What is decided about the same ones on another ground: it need not be talked about again.
 *
 * @param {App} app
 * @param {Finding} finding
 */
function showSame({ data, index, store, text, sayDecision }, finding) {
  const about = finding.about.join();
  const others = inOrder(data, store.get().decisions).filter(
    (one) => about && one.finding !== finding && one.finding.about.join() === about,
  );
  const sentences = [...new Set(others.map(({ decision }) => told(index, decision, sayDecision)))];
  byId("meeting-same").hidden = !sentences.length;
  byId("meeting-same").textContent = text("meeting", "same", { decisions: sentences.join(" ") });
}

/** @param {App} app */
function showList({ data, index, store, text, sayDecision }) {
  const { decisions, meeting } = store.get();
  const all = inOrder(data, decisions);
  byId("meeting-count").textContent = `(${all.length})`;
  byId("meeting-none").hidden = all.length > 0;
  byId("meeting-away").hidden = !all.length;
  byId("meeting-decisions").replaceChildren(
    ...all.map(({ finding, place, decision }) =>
      element(
        "li",
        place === meeting ? { "aria-current": "true" } : {},
        element("button", { type: "button", className: "link", onclick: () => store.set({ meeting: place }) }, finding.title),
        element("p", {}, told(index, decision, sayDecision)),
        ...(decision.outcome !== "note" && decision.note ? [element("p", { className: "note" }, decision.note)] : []),
        ...lackingParts(decision, sayDecision),
      ),
    ),
  );
  const dialog = byId("meeting");
  const rows = rowsOf(data, decisions, sayDecision);
  meetingButton(dialog, "undo").disabled = !store.canUndo();
  meetingButton(dialog, "notes").disabled = !all.length;
  meetingButton(dialog, "rows").disabled = !Object.values(rows).some((some) => some.length);
  byId("meeting-copies").replaceChildren(...tablesWithRows(rows).map(([table, some]) =>
    element("button", { type: "button", "data-do": `copy-${table}` }, text("meeting", "copy", { n: some.length, sheet: data.tables[table].sheet })),
  ));
}

/**
 * @param {Decision} decision
 * @param {import("./decisions.js").Say} say
 */
function lackingParts(decision, say) {
  const words = lackingInWords(lacking(decision), say);
  return words ? [element("p", { className: "lacking" }, words)] : [];
}

/**
 * @param {Rows} rows
 * @returns {[keyof Rows, import("./decisions.js").Row[]][]}
 */
function tablesWithRows(rows) {
  return /** @type {[keyof Rows, import("./decisions.js").Row[]][]} */ (Object.entries(rows)).filter(([, some]) => some.length);
}

/**
 * How decisions leave the page, by the button.
 *
 * @param {App} app
 * @returns {Record<string, () => void>}
 */
function takeAway(app) {
  const { data, index, store, text, sayDecision } = app;
  const rows = () => rowsOf(data, store.get().decisions, sayDecision);
  const file = (/** @type {string} */ kind) => text("meeting", kind, { number: data.municipality.number, date: today() });
  const save = (/** @type {string} */ name, /** @type {string} */ type, /** @type {string} */ content) => {
    download(name, type, content);
    app.kept();
    app.say(text("meeting", "saved", { file: name }));
  };
  const copy = async (/** @type {keyof Rows} */ table) => {
    const some = rows()[table];
    const done = await copyText(toSheet(index, table, some), byId("meeting"));
    const { sheet } = data.tables[table];
    app.say(done ? text("meeting", "copied", { n: some.length, sheet }) : text("meeting", "not_copied"));
  };
  return {
    notes: () => save(file("file_notes"), "application/json", toNotes(index, store.get().decisions, sayDecision)),
    rows: () => save(file("file_rows"), "application/yaml", toYaml(rows(), text("meeting", "remark"))),
    "copy-participation": () => void copy("participation"),
    "copy-links": () => void copy("links"),
    "copy-accepted_gaps": () => void copy("accepted_gaps"),
  };
}
