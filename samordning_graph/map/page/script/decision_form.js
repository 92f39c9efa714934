/**
 * The form under a question: what the meeting decides, who follows it up, and a note.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Finding} Finding
 * @typedef {import("./decisions.js").Decision} Decision
 * @typedef {import("./decisions.js").Outcome} Outcome
 * @typedef {HTMLInputElement|HTMLSelectElement|HTMLTextAreaElement} Field
 */
import { actorsOf, identityKey } from "./data.js";
import { missingFields, missingFieldsText, proposedValues, withDecision } from "./decisions.js";
import { byId, element } from "./dom.js";
import { compareText, foldCase, today } from "./text.js";

const FIELDS = /** @type {const} */ (["actor", "arena", "other", "reason", "expires", "owner", "note"]);

/**
 * @param {App} app
 * @returns {{show: (finding: Finding) => void, save: () => void}}
 */
export function mountDecisionForm(app) {
  const { index, store } = app;
  const formElement = /** @type {HTMLFormElement} */ (byId("meeting-form"));
  /** @type {Finding|null} */
  let current = null;
  let hasChoices = false;

  /** @param {Finding} finding */
  function show(finding) {
    current = finding;
    if (!hasChoices) fillChoices(app, formElement); // only when needed: there may be thousands
    hasChoices = true;
    const decision = store.get().decisions[identityKey(finding.identity)];
    const values = { ...proposedValues(index, finding), ...decision };
    selectOutcome(formElement, decision?.outcome ?? "");
    const missing = decision ? missingFields(decision) : [];
    for (const name of FIELDS) {
      const field = fieldOf(formElement, name);
      if (field.value !== (values[name] ?? "")) field.value = values[name] ?? "";
      field.setAttribute("aria-invalid", String(missing.some((required) => required === name)));
    }
    byId("meeting-lacking").textContent = missingFieldsText(missing, app.decisionText);
  }

  /** Put what is filled in into the state, in one step that can be undone. */
  function save() {
    if (!current) return;
    const { decisions } = store.get();
    const key = identityKey(current.identity);
    const decision = readForm(formElement);
    if (isSameDecision(decision, decisions[key] ?? null)) return;
    store.set({ decisions: withDecision(decisions, key, decision && { ...decision, date: today() }) }, { undo: true });
  }

  formElement.addEventListener("change", save);
  formElement.addEventListener("submit", (event) => event.preventDefault());
  return { show, save };
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
  return first.outcome === second.outcome && FIELDS.every((name) => (first[name] ?? "") === (second[name] ?? ""));
}
