/**
 * The meeting mode: the agenda, one matter at a time in large type, and what the meeting decides about it.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./decisions.js").Rows} Rows
 * @typedef {import("./matters.js").Matter} Matter
 */
import { mountAgendaList } from "./agenda_list.js";
import { mountDecisionForm } from "./decision_form.js";
import { decisionRows, followUpRows, toNotes, toSheet, toYaml } from "./decisions.js";
import { byId, element, focusPicture, isInMemory } from "./dom.js";
import { copyText, download } from "./files.js";
import { selectionFor, viewFor } from "./finding_location.js";
import { matterInWords, showMatter } from "./matter_view.js";
import { matterOf, matterTitle, meetingMatters } from "./matters.js";
import { minutesActions, minutesOf, showMinutes } from "./minutes.js";
import { changeToReveal } from "./show_hidden.js";
import { today } from "./text.js";

/** @param {App} app */
export function mountMeeting(app) {
  const { data, index, store } = app;
  const dialog = /** @type {HTMLDialogElement} */ (byId("meeting"));
  byId("meeting-commands").hidden = isInMemory();
  const agendaList = mountAgendaList(app);
  const decisionForm = mountDecisionForm(app);
  const opener = /** @type {HTMLElement} */ (byId("tools").querySelector("[data-do=meeting]"));
  /** @type {number|null} The finding that was talked about when the meeting was left. */
  let latest = null;

  /** The matter under discussion, whether it is on the agenda or not. */
  function current() {
    return matterOf(data, index.finding(store.get().meeting ?? -1));
  }

  /** The one to go on with from the current matter. @param {1|-1} offset @returns {Matter|undefined} */
  function beside(offset) {
    const { agenda } = meetingMatters(index, store.get());
    const matter = current();
    const item = matter ? agenda.indexOf(matter) : -1;
    return item < 0 && offset === 1 ? agenda[0] : agenda[item + offset];
  }

  /** @param {1|-1} offset */
  function step(offset) {
    decisionForm.save();
    const next = beside(offset);
    if (!next) return;
    store.set({ meeting: next.place });
  }

  function showOnMap() {
    decisionForm.save();
    const finding = index.finding(store.get().meeting ?? -1);
    if (!finding) return;
    const view = viewFor(index, store.get().view, finding);
    const selected = selectionFor(index, view, finding);
    const change = changeToReveal(index, { ...store.get(), view }, selected) ?? { view, selected };
    store.set(change, { undo: change.off !== undefined });
    store.set({ meeting: null });
    focusPicture();
  }

  function leave() {
    decisionForm.save();
    store.set({ meeting: null });
  }

  /** The finding to begin at. */
  function first() {
    const { agenda, others } = meetingMatters(index, store.get());
    return latest ?? [...agenda, ...others][0]?.place ?? 0;
  }

  function show() {
    const { meeting } = store.get();
    if (meeting === null) {
      if (!dialog.open) return;
      dialog.close();
      opener.focus();
      return;
    }
    const matter = current();
    const isNewMatter = latest !== meeting;
    latest = meeting;
    byId("meeting-question").hidden = !matter;
    byId("meeting-empty").hidden = Boolean(matter);
    byId("meeting-progress").textContent = matter ? progress(app, matter) : "";
    meetingButton(dialog, "previous").disabled = !beside(-1);
    meetingButton(dialog, "next").disabled = !beside(1);
    meetingButton(dialog, "show").disabled = !matter;
    agendaList.show(matter);
    if (matter) {
      showMatter(app, matter);
      decisionForm.show(matter);
    }
    showMinutes(app, matter);
    showExports(app);
    const isOpening = !dialog.open;
    if (isOpening) dialog.showModal();
    if (isOpening || isFocusLost(dialog)) byId(matter ? "meeting-question" : "meeting-empty").focus({ preventScroll: true });
    if (isOpening || isNewMatter) dialog.scrollTop = 0;
    if (isNewMatter && matter) app.announce([byId("meeting-progress").textContent, matterInWords(app, matter)].join(". "));
  }

  function showList() {
    decisionForm.save();
    byId("meeting-list").scrollIntoView();
    byId("meeting-list").focus({ preventScroll: true });
  }

  /** @type {Record<string, () => void>} */
  const actions = {
    previous: () => step(-1),
    next: () => step(1),
    show: showOnMap,
    leave,
    list: showList,
    undo: () => store.undo(),
    ...minutesActions(app),
    ...exportActions(app),
  };
  dialog.addEventListener("click", (event) => {
    const name = /** @type {HTMLElement} */ (event.target).closest("button")?.dataset.do ?? "";
    if (Object.hasOwn(actions, name)) actions[name]?.();
  });
  dialog.addEventListener("keydown", (event) => {
    const offset = { ArrowRight: /** @type {const} */ (1), ArrowLeft: /** @type {const} */ (-1) }[event.key];
    const isTyping = /** @type {Element} */ (event.target).closest("input:not([type=checkbox]), textarea, select");
    if (isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "r" || event.key === "R") showList();
    if (!offset || event.shiftKey) return;
    event.preventDefault();
    step(offset);
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave();
  });
  opener.addEventListener("click", () => store.set({ meeting: first() }));
  store.subscribe((state, previous) => {
    const relevant = /** @type {const} */ (["meeting", "agenda", "decisions", "off", "hidden", "focus"]);
    if (relevant.some((name) => state[name] !== previous[name])) show();
  });
  show();
}

/**
 * Whether the focus is nowhere, or on a button that has been disabled: keys would do nothing.
 *
 * @param {HTMLElement} dialog
 */
function isFocusLost(dialog) {
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
 * @param {Matter} matter
 */
function progress({ index, store, text }, matter) {
  const { agenda } = meetingMatters(index, store.get());
  const item = agenda.indexOf(matter);
  return item < 0 ? text("meeting", "off_agenda") : text("meeting", "progress", { n: item + 1, all: agenda.length });
}

/** @param {App} app */
function showExports({ data, store, text, decisionText }) {
  const dialog = byId("meeting");
  const rows = decisionRows(data, store.get(), decisionText);
  meetingButton(dialog, "undo").disabled = !store.canUndo();
  byId("meeting-copies").replaceChildren(...tablesWithRows(rows).map(([table, { length }]) =>
    element("button", { type: "button", "data-do": `copy-${table}` }, text("meeting", "copy", { n: length, sheet: data.tables[table].sheet })),
  ));
}

/**
 * @param {Rows} rows
 * @returns {[keyof Rows, import("./decisions.js").Row[]][]}
 */
function tablesWithRows(rows) {
  return /** @type {[keyof Rows, import("./decisions.js").Row[]][]} */ (Object.entries(rows)).filter(([, tableRows]) => tableRows.length);
}

/**
 * The meeting, its agenda in the order it was held in, and its minutes as tables of one's own, which no
 * reader of rows takes for data.
 *
 * @param {App} app
 * @returns {Record<"_meeting"|"_agenda"|"_minutes", import("./decisions.js").Row[]>}
 */
function ownTables(app) {
  const { index, store } = app;
  const { name, number } = app.data.municipality;
  return {
    _meeting: [{ municipality: name || number, date: today() }],
    _agenda: meetingMatters(index, store.get()).agenda.map((matter) => ({ matter: matterTitle(index, store.get(), matter), key: matter.key })),
    _minutes: minutesOf(app).map(({ matter, decided, responsible, deadline }) => ({ matter, decision: decided, responsible, deadline })),
  };
}

/**
 * How decisions are exported, by the name of the button.
 *
 * @param {App} app
 * @returns {Record<string, () => void>}
 */
function exportActions(app) {
  const { data, index, store, text, decisionText } = app;
  const rows = () => decisionRows(data, store.get(), decisionText);
  const steps = () => followUpRows(index, store.get(), decisionText);
  const file = (/** @type {string} */ kind) => text("meeting", kind, { number: data.municipality.number, date: today() });
  const save = (/** @type {string} */ name, /** @type {string} */ type, /** @type {string} */ content) => {
    download(name, type, content);
    app.markSaved();
    app.announce(text("meeting", "saved", { file: name }));
  };
  const copy = async (/** @type {keyof Rows} */ table) => {
    const tableRows = rows()[table];
    const done = await copyText(toSheet(index, table, tableRows), byId("meeting"));
    const { sheet } = data.tables[table];
    app.announce(done ? text("meeting", "copied", { n: tableRows.length, sheet }) : text("meeting", "not_copied"));
  };
  return {
    notes: () => save(file("file_notes"), "application/json", toNotes(index, store.get(), decisionText)),
    rows: () => save(file("file_rows"), "application/yaml", toYaml({ ...ownTables(app), ...rows(), follow_up: steps() }, text("meeting", "remark"))),
    "copy-participation": () => void copy("participation"),
    "copy-links": () => void copy("links"),
    "copy-accepted_gaps": () => void copy("accepted_gaps"),
  };
}
