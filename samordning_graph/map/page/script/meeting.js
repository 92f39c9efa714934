/**
 * The meeting mode: one question at a time in large type, and what the meeting decides about it.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Finding} Finding
 * @typedef {import("./decisions.js").Decision} Decision
 * @typedef {import("./decisions.js").Rows} Rows
 */
import { mountDecisionForm } from "./decision_form.js";
import { decisionRows, decisionSentence, inMeetingOrder, missingFields, missingFieldsText, toNotes, toSheet, toYaml } from "./decisions.js";
import { byId, element } from "./dom.js";
import { citations, confidentiality } from "./evidence.js";
import { copyText, download } from "./files.js";
import { agenda } from "./filter.js";
import { selectionFor, viewFor } from "./finding_location.js";
import { changeToReveal } from "./show_hidden.js";
import { today } from "./text.js";

/** @param {App} app */
export function mountMeeting(app) {
  const { index, store } = app;
  const dialog = /** @type {HTMLDialogElement} */ (byId("meeting"));
  const decisionForm = mountDecisionForm(app);
  const opener = /** @type {HTMLElement} */ (byId("tools").querySelector("[data-do=meeting]"));
  let latest = 0;

  /** The agenda and the current item on it: the next one where the question itself is filtered out. */
  function current() {
    const numbers = agenda(index, store.get());
    const from = store.get().meeting ?? 0;
    const item = numbers.findIndex((number) => number >= from);
    return { numbers, item: item < 0 ? numbers.length - 1 : item };
  }

  /** @param {1|-1} offset */
  function step(offset) {
    decisionForm.save();
    const { numbers, item } = current();
    const number = numbers[item + offset];
    if (number === undefined) return;
    store.set({ meeting: number });
    announceQuestion();
  }

  /** The rest can be read in the dialog. */
  function announceQuestion() {
    const finding = index.finding(store.get().meeting ?? -1);
    if (finding) app.announce([byId("meeting-progress").textContent, finding.title, finding.observation, finding.question].join(". "));
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
    byId("map").focus();
  }

  function leave() {
    decisionForm.save();
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
    const { numbers, item } = current();
    const finding = index.finding(numbers[item] ?? -1);
    if (finding && numbers[item] !== meeting) {
      store.set({ meeting: numbers[item] });
      return;
    }
    const isNewQuestion = latest !== meeting;
    latest = meeting;
    byId("meeting-question").hidden = !finding;
    byId("meeting-empty").hidden = Boolean(finding);
    byId("meeting-progress").textContent = meetingProgress(app, numbers, item);
    meetingButton(dialog, "previous").disabled = item <= 0;
    meetingButton(dialog, "next").disabled = item + 1 >= numbers.length;
    meetingButton(dialog, "show").disabled = !finding;
    if (finding) {
      showFinding(app, finding);
      decisionForm.show(finding);
    }
    showDecisions(app);
    const isOpening = !dialog.open;
    if (isOpening) dialog.showModal();
    if (isOpening || isFocusLost(dialog)) byId(finding ? "meeting-question" : "meeting-empty").focus({ preventScroll: true });
    if (isOpening || isNewQuestion) dialog.scrollTop = 0;
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
    ...exportActions(app),
  };
  dialog.addEventListener("click", (event) => {
    const name = /** @type {HTMLElement} */ (event.target).closest("button")?.dataset.do ?? "";
    if (Object.hasOwn(actions, name)) actions[/** @type {keyof typeof actions} */ (name)]();
  });
  dialog.addEventListener("keydown", (event) => {
    const offset = { ArrowRight: /** @type {const} */ (1), ArrowLeft: /** @type {const} */ (-1) }[event.key];
    const isTyping = /** @type {Element} */ (event.target).closest("input, textarea, select");
    if (!offset || isTyping || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    step(offset);
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave();
  });
  opener.addEventListener("click", () => store.set({ meeting: latest }));
  store.subscribe((state, previous) => {
    const relevant = /** @type {const} */ (["meeting", "decisions", "off", "hidden", "focus"]);
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
 * @param {number[]} numbers
 * @param {number} item
 */
function meetingProgress({ data, text }, numbers, item) {
  if (!numbers.length) return "";
  const all = data.findings.filter((finding) => !finding.accepted).length;
  const leftOut = all - numbers.length;
  return [
    text("meeting", "progress", { n: item + 1, all: numbers.length }),
    ...(leftOut ? [text("meeting", "left_out", { n: leftOut })] : []),
  ].join(" · ");
}

/**
 * @param {App} app
 * @param {Finding} finding
 */
function showFinding(app, finding) {
  const { data, text } = app;
  const isUndetermined = finding.status === "not_assessed";
  byId("meeting-title").textContent = finding.title;
  byId("meeting-observation").textContent = finding.observation;
  byId("meeting-ask").textContent = finding.question;
  const column = (/** @type {string} */ key, /** @type {(Node|string)[]} */ ...content) =>
    element("div", {}, element("h4", {}, text("evidence", key)), ...content);
  byId("meeting-more").replaceChildren(
    column("ground", element("p", {}, finding.ground), ...citations(app, finding)),
    column(
      "data_basis",
      element("p", {}, finding.dataBasis),
      element("p", { className: "cited" }, isUndetermined ? text("panel", "unknown") : data.words.basis[finding.basis]),
    ),
    column("next_step", element("p", {}, finding.nextStep), ...confidentiality(app, finding)),
  );
  showRelatedDecisions(app, finding);
}

/**
 * What has been decided about the same nodes on another ground: it need not be discussed again.
 *
 * @param {App} app
 * @param {Finding} finding
 */
function showRelatedDecisions({ data, index, store, text, decisionText }, finding) {
  const about = finding.about.join();
  const related = inMeetingOrder(data, store.get().decisions).filter(
    (decided) => about && decided.finding !== finding && decided.finding.about.join() === about,
  );
  const sentences = [...new Set(related.map(({ decision }) => decisionSentence(index, decision, decisionText)))];
  byId("meeting-same").hidden = !sentences.length;
  byId("meeting-same").textContent = text("meeting", "same", { decisions: sentences.join(" ") });
}

/** @param {App} app */
function showDecisions({ data, index, store, text, decisionText }) {
  const { decisions, meeting } = store.get();
  const decided = inMeetingOrder(data, decisions);
  byId("meeting-count").textContent = `(${decided.length})`;
  byId("meeting-none").hidden = decided.length > 0;
  byId("meeting-away").hidden = !decided.length;
  byId("meeting-decisions").replaceChildren(
    ...decided.map(({ finding, number, decision }) =>
      element(
        "li",
        number === meeting ? { "aria-current": "true" } : {},
        element("button", { type: "button", className: "link", onclick: () => store.set({ meeting: number }) }, finding.title),
        element("p", {}, decisionSentence(index, decision, decisionText)),
        ...(decision.outcome !== "note" && decision.note ? [element("p", { className: "note" }, decision.note)] : []),
        ...missingFieldsNote(decision, decisionText),
      ),
    ),
  );
  const dialog = byId("meeting");
  const rows = decisionRows(data, decisions, decisionText);
  meetingButton(dialog, "undo").disabled = !store.canUndo();
  meetingButton(dialog, "notes").disabled = !decided.length;
  meetingButton(dialog, "rows").disabled = !tablesWithRows(rows).length;
  byId("meeting-copies").replaceChildren(...tablesWithRows(rows).map(([table, { length }]) =>
    element("button", { type: "button", "data-do": `copy-${table}` }, text("meeting", "copy", { n: length, sheet: data.tables[table].sheet })),
  ));
}

/**
 * @param {Decision} decision
 * @param {import("./decisions.js").DecisionText} decisionText
 */
function missingFieldsNote(decision, decisionText) {
  const words = missingFieldsText(missingFields(decision), decisionText);
  return words ? [element("p", { className: "lacking" }, words)] : [];
}

/**
 * @param {Rows} rows
 * @returns {[keyof Rows, import("./decisions.js").Row[]][]}
 */
function tablesWithRows(rows) {
  return /** @type {[keyof Rows, import("./decisions.js").Row[]][]} */ (Object.entries(rows)).filter(([, tableRows]) => tableRows.length);
}

/**
 * How decisions are exported, by the name of the button.
 *
 * @param {App} app
 * @returns {Record<string, () => void>}
 */
function exportActions(app) {
  const { data, index, store, text, decisionText } = app;
  const rows = () => decisionRows(data, store.get().decisions, decisionText);
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
    notes: () => save(file("file_notes"), "application/json", toNotes(index, store.get().decisions, decisionText)),
    rows: () => save(file("file_rows"), "application/yaml", toYaml(rows(), text("meeting", "remark"))),
    "copy-participation": () => void copy("participation"),
    "copy-links": () => void copy("links"),
    "copy-accepted_gaps": () => void copy("accepted_gaps"),
  };
}
