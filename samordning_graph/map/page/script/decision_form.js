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
import { decided, lacking, lackingInWords, proposal } from "./decisions.js";
import { byId, element } from "./dom.js";
import { byText, fold, today } from "./text.js";

const FIELDS = /** @type {const} */ (["actor", "arena", "other", "reason", "expires", "owner", "note"]);

/**
 * @param {App} app
 * @returns {{show: (finding: Finding) => void, save: () => void}}
 */
export function mountDecisionForm(app) {
  const { index, store } = app;
  const form = /** @type {HTMLFormElement} */ (byId("meeting-form"));
  /** @type {Finding|null} */
  let about = null;
  let isFilled = false;

  /** @param {Finding} finding */
  function show(finding) {
    about = finding;
    if (!isFilled) fillChoices(app, form); // there may be thousands to choose from
    isFilled = true;
    const decision = store.get().decisions[identityKey(finding.identity)];
    const values = { ...proposal(index, finding), ...decision };
    choose(form, decision?.outcome ?? "");
    const lacks = decision ? lacking(decision) : [];
    for (const name of FIELDS) {
      const field = fieldOf(form, name);
      if (field.value !== (values[name] ?? "")) field.value = values[name] ?? "";
      field.setAttribute("aria-invalid", String(lacks.some((one) => one === name)));
    }
    byId("meeting-lacking").textContent = lackingInWords(lacks, app.sayDecision);
  }

  /** What is written goes to the state, in one step that can be undone. */
  function save() {
    if (!about) return;
    const { decisions } = store.get();
    const key = identityKey(about.identity);
    const now = written(form);
    if (isSame(now, decisions[key] ?? null)) return;
    store.set({ decisions: decided(decisions, key, now && { ...now, date: today() }) }, { undo: true });
  }

  form.addEventListener("change", save);
  form.addEventListener("submit", (event) => event.preventDefault());
  return { show, save };
}

/**
 * @param {App} app
 * @param {HTMLFormElement} form
 */
function fillChoices({ data, index, text }, form) {
  const arenas = data.nodes
    .filter((node) => node.kind === "arena" && node.working !== false)
    .sort((a, b) => byText(fold(a.name), fold(b.name)));
  for (const [name, nodes] of Object.entries({ actor: actorsOf(index), other: actorsOf(index), arena: arenas })) {
    fieldOf(form, name).replaceChildren(
      element("option", { value: "" }, text("meeting", "choose")),
      ...nodes.map((node) => element("option", { value: node.key }, node.name)),
    );
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function fieldOf(form, name) {
  return /** @type {Field} */ (form.elements.namedItem(name));
}

/**
 * Choose an outcome, and show the fields that go with it.
 *
 * @param {HTMLFormElement} form
 * @param {Outcome|""} outcome
 */
function choose(form, outcome) {
  for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=outcome]"))) {
    radio.checked = radio.value === outcome;
  }
  for (const label of form.querySelectorAll("[data-for]")) {
    const { dataset } = /** @type {HTMLElement} */ (label);
    /** @type {HTMLElement} */ (label).hidden = !dataset.for?.split(" ").includes(outcome);
  }
}

/**
 * What the form says; a note is kept when nothing else is chosen.
 *
 * @param {HTMLFormElement} form
 * @returns {Omit<Decision, "date">|null}
 */
function written(form) {
  const chosen = /** @type {RadioNodeList} */ (form.elements.namedItem("outcome")).value;
  const outcome = /** @type {Outcome|""} */ (chosen || (fieldOf(form, "note").value.trim() ? "note" : ""));
  if (!outcome) return null;
  const values = FIELDS.map((name) => [name, belongs(form, name, outcome) ? fieldOf(form, name).value : ""]);
  return { outcome, ...Object.fromEntries(values.filter(([, value]) => value.trim())) };
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {Outcome} outcome
 */
function belongs(form, name, outcome) {
  const { dataset } = /** @type {HTMLElement} */ (fieldOf(form, name).closest("label"));
  return !dataset.for || dataset.for.split(" ").includes(outcome);
}

/**
 * @param {Omit<Decision, "date">|null} one
 * @param {Decision|null} other
 */
function isSame(one, other) {
  if (!one || !other) return one === other;
  return one.outcome === other.outcome && FIELDS.every((name) => (one[name] ?? "") === (other[name] ?? ""));
}
