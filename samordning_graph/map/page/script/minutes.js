/**
 * The minutes of a meeting: what was decided about each matter, by whom it is followed up, and by when.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./decisions.js").Decision} Decision
 * @typedef {import("./matters.js").Matter} Matter
 *
 * @typedef {object} Minute
 * @property {Matter} about
 * @property {Decision} decision
 * @property {string} matter  its name
 * @property {string} title  its name with its number, which another run may change
 * @property {string} decided  the decision in sentences
 * @property {string} responsible
 * @property {string} deadline  ISO; "" if there is none
 */
import { decisionSentence, inMeetingOrder, missingFields, missingFieldsText } from "./decisions.js";
import { byId, element } from "./dom.js";
import { copyText } from "./files.js";
import { matterTitle, numberedTitle } from "./matters.js";
import { formatDate, today } from "./text.js";

/**
 * @param {App} app
 * @returns {Minute[]}
 */
export function minutesOf({ data, index, store, decisionText }) {
  return inMeetingOrder(data, store.get()).map(({ matter, decision }) => ({
    about: matter,
    decision,
    matter: matterTitle(index, store.get(), matter),
    title: numberedTitle(index, store.get(), matter),
    decided: [decisionSentence(index, decision, decisionText), ...(decision.outcome !== "note" && decision.note ? [decision.note] : [])].join(" "),
    responsible: decision.owner ?? "",
    deadline: decision.deadline ?? "",
  }));
}

/**
 * Fill the table with the minutes.
 *
 * @param {App} app
 * @param {Matter|undefined} current
 */
export function showMinutes(app, current) {
  const { data, store, decisionText } = app;
  const minutes = minutesOf(app);
  byId("meeting-count").textContent = `(${minutes.length})`;
  byId("meeting-none").hidden = minutes.length > 0;
  byId("meeting-away").hidden = !minutes.length;
  byId("minutes-table").hidden = !minutes.length;
  byId("meeting-decisions").replaceChildren(
    ...minutes.map(({ about, decision, title, decided, responsible, deadline }) => {
      const lacking = missingFieldsText(missingFields(decision), decisionText);
      const open = element("button", { type: "button", className: "link", onclick: () => store.set({ meeting: about.place }) }, title);
      return element(
        "tr",
        about === current ? { "aria-current": "true" } : {},
        element("th", { scope: "row" }, open),
        element("td", {}, decided, ...(lacking ? [element("p", { className: "lacking" }, lacking)] : [])),
        element("td", {}, responsible),
        element("td", {}, deadline ? formatDate(deadline, data.language) : ""),
      );
    }),
  );
}

/**
 * The minutes as text, a matter after the other.
 *
 * @param {App} app
 */
export function minutesText(app) {
  const { data, text, decisionText } = app;
  const matters = minutesOf(app).map(({ title, decided, responsible, deadline }) => [
    title,
    `   ${decided.replace(/\s+/g, " ")}`,
    ...(responsible ? [`   ${decisionText("by", { owner: responsible })}`] : []),
    ...(deadline ? [`   ${decisionText("before", { date: formatDate(deadline, data.language) })}`] : []),
  ]);
  return [minutesTitle(app), "", ...matters.flatMap((lines) => [...lines, ""]), text("minutes", "honest"), ""].join("\n");
}

/** @param {App} app */
function minutesTitle({ data, text }) {
  return text("minutes", "title", { municipality: data.municipality.name || data.municipality.number, date: formatDate(today(), data.language) });
}

/**
 * What the buttons under the minutes do.
 *
 * @param {App} app
 * @returns {Record<"print"|"copy-minutes", () => void>}
 */
export function minutesActions(app) {
  return {
    print: () => printMinutes(app),
    "copy-minutes": async () => {
      const isDone = await copyText(minutesText(app), byId("meeting"));
      app.announce(app.text("minutes", isDone ? "copied" : "not_copied"));
    },
  };
}

/**
 * Print the table alone: it goes on the paper, without its buttons, before the browser asks how.
 *
 * @param {App} app
 */
function printMinutes(app) {
  const table = /** @type {HTMLElement} */ (byId("minutes-table").cloneNode(true));
  table.removeAttribute("id");
  for (const named of table.querySelectorAll("[id]")) named.removeAttribute("id");
  for (const button of table.querySelectorAll("button")) button.replaceWith(button.textContent ?? "");
  const putOnPaper = () => {
    byId("paper").replaceChildren(element("h1", {}, minutesTitle(app)), table, element("p", {}, app.text("minutes", "honest")));
    document.body.dataset.printing = "minutes";
  };
  // After the listener that puts the picture there.
  window.addEventListener("beforeprint", putOnPaper, { once: true });
  window.print();
}
