/**
 * The form under a matter: what the meeting decides, what was agreed, who follows it up, and by when.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./matters.js").Matter} Matter
 * @typedef {import("./decisions.js").Decision} Decision
 * @typedef {import("./decisions.js").Outcome} Outcome
 * @typedef {HTMLInputElement|HTMLSelectElement|HTMLTextAreaElement} Field
 */
import { actorsOf } from "./data.js";
import { missingFields, missingFieldsText, proposedValues, withDecision } from "./decisions.js";
import { byId, element } from "./dom.js";
import { seemsToNameAPerson } from "./role_check.js";
import { compareText, foldCase, today } from "./text.js";

const FIELDS = /** @type {const} */ (["actor", "arena", "other", "reason", "expires", "owner", "deadline", "note"]);

/**
 * @param {App} app
 * @returns {{show: (matter: Matter) => void, save: () => void}}
 */
export function mountDecisionForm(app) {
  const { index, store } = app;
  const formElement = /** @type {HTMLFormElement} */ (byId("meeting-form"));
  /** @type {Matter|null} */
  let current = null;
  let hasChoices = false;

  /** @param {Matter} matter */
  function show(matter) {
    current = matter;
    if (!hasChoices) fillChoices(app, formElement); // only when needed: there may be thousands
    hasChoices = true;
    const decision = store.get().decisions[matter.key];
    const values = { ...proposedValues(index, proposing(matter)), ...decision };
    byId("meeting-step").textContent = proposing(matter).nextStep;
    selectOutcome(formElement, decision?.outcome ?? "");
    const missing = decision ? missingFields(decision) : [];
    for (const name of FIELDS) {
      const field = fieldOf(formElement, name);
      if (field.value !== (values[name] ?? "")) field.value = values[name] ?? "";
      field.setAttribute("aria-invalid", String(missing.some((required) => required === name)));
    }
    byId("meeting-lacking").textContent = missingFieldsText(missing, app.decisionText);
    warnOfNames();
  }

  /** Put what is filled in into the state, in one step that can be undone. */
  function save() {
    if (!current) return;
    const { decisions } = store.get();
    const { key } = current;
    const decision = withStep(readForm(formElement), current);
    if (isSameDecision(decision, decisions[key] ?? null)) return;
    store.set({ decisions: withDecision(decisions, key, decision && { ...decision, date: today() }) }, { undo: true });
  }

  /** The step is taken as it stands, so it is kept with the decision. @param {Omit<Decision, "date">|null} decision @param {Matter} matter */
  function withStep(decision, matter) {
    if (decision?.outcome !== "step") return decision;
    const finding = proposing(matter);
    const seat = finding.seat ? { actor: finding.seat.actor, arena: finding.seat.arena } : {};
    return { ...decision, step: finding.nextStep, ...seat };
  }

  function warnOfNames() {
    const texts = /** @type {const} */ (["owner", "note"]).map((name) => fieldOf(formElement, name).value);
    byId("meeting-names").hidden = !texts.some((written) => seemsToNameAPerson(index, written));
  }

  formElement.addEventListener("input", warnOfNames);
  formElement.addEventListener("change", save);
  formElement.addEventListener("submit", (event) => event.preventDefault());
  return { show, save };
}

/**
 * The finding whose next step is proposed: the strongest, or the first that has a seat to offer.
 *
 * @param {Matter} matter
 */
function proposing({ finding, findings }) {
  return findings.find((each) => each.seat) ?? finding;
}

/**
 * @param {App} app
 * @param {HTMLFormElement} formElement
 */
function fillChoices({ data, index, text }, formElement) {
  const arenas = data.nodes
    .filter((node) => node.kind === "arena" && node.working !== false)
    .sort((a, b) => compareText(foldCase(a.name), foldCase(b.name)));
  for (const [name, nodes] of Object.entries({ actor: actorsOf(index), other: actorsOf(index), arena: arenas })) {
    fieldOf(formElement, name).replaceChildren(
      element("option", { value: "" }, text("meeting", "choose")),
      ...nodes.map((node) => element("option", { value: node.key }, node.name)),
    );
  }
}

/**
 * @param {HTMLFormElement} formElement
 * @param {string} name
 */
function fieldOf(formElement, name) {
  return /** @type {Field} */ (formElement.elements.namedItem(name));
}

/**
 * Select an outcome, and show the fields that go with it.
 *
 * @param {HTMLFormElement} formElement
 * @param {Outcome|""} outcome
 */
function selectOutcome(formElement, outcome) {
  for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (formElement.querySelectorAll("[name=outcome]"))) {
    radio.checked = radio.value === outcome;
  }
  for (const label of formElement.querySelectorAll("[data-for]")) {
    const { dataset } = /** @type {HTMLElement} */ (label);
    /** @type {HTMLElement} */ (label).hidden = !dataset.for?.split(" ").includes(outcome);
  }
}

/**
 * What is filled in; a note alone is a decision too.
 *
 * @param {HTMLFormElement} formElement
 * @returns {Omit<Decision, "date">|null}
 */
function readForm(formElement) {
  const selected = /** @type {RadioNodeList} */ (formElement.elements.namedItem("outcome")).value;
  const outcome = /** @type {Outcome|""} */ (selected || (fieldOf(formElement, "note").value.trim() ? "note" : ""));
  if (!outcome) return null;
  const values = FIELDS.map((name) => [name, isFieldOf(formElement, name, outcome) ? fieldOf(formElement, name).value : ""]);
  return { outcome, ...Object.fromEntries(values.filter(([, value]) => value.trim())) };
}

/**
 * Whether a field goes with an outcome.
 *
 * @param {HTMLFormElement} formElement
 * @param {string} name
 * @param {Outcome} outcome
 */
function isFieldOf(formElement, name, outcome) {
  const { dataset } = /** @type {HTMLElement} */ (fieldOf(formElement, name).closest("label"));
  return !dataset.for || dataset.for.split(" ").includes(outcome);
}

/**
 * @param {Omit<Decision, "date">|null} first
 * @param {Omit<Decision, "date">|null} second
 */
function isSameDecision(first, second) {
  if (!first || !second) return first === second;
  return first.outcome === second.outcome && [...FIELDS, /** @type {const} */ ("step")].every((name) => (first[name] ?? "") === (second[name] ?? ""));
}
