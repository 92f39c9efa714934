/**
 * The agenda beside the matter under discussion: what is on it, and what can be put on it by a tick.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./matters.js").Matter} Matter
 */
import { byId, element } from "./dom.js";
import { meetingMatters, numberedTitle, withOnAgenda } from "./matters.js";

/**
 * @param {App} app
 * @returns {{show: (current: Matter|undefined) => void}}
 */
export function mountAgendaList(app) {
  const { data, index, store, text } = app;

  /** @param {Matter|undefined} current */
  function show(current) {
    const { agenda, others, leftOut } = meetingMatters(index, store.get());
    fill("agenda-list", agenda.map((matter) => item(matter, true, matter === current)));
    fill("agenda-others", others.map((matter) => item(matter, false, matter === current)));
    byId("agenda-none").hidden = agenda.length > 0;
    byId("agenda-more").hidden = !others.length;
    byId("agenda-more-count").textContent = `(${others.length})`;
    byId("agenda-left-out").textContent = leftOut ? text("meeting", "left_out", { n: leftOut }) : "";
  }

  /**
   * @param {Matter} matter
   * @param {boolean} isOn  the agenda
   * @param {boolean} isCurrent
   */
  function item(matter, isOn, isCurrent) {
    const name = numberedTitle(index, store.get(), matter);
    return element(
      "li",
      {},
      element("input", {
        type: "checkbox",
        checked: isOn,
        "data-matter": matter.key,
        "aria-label": text("meeting", "on_agenda", { matter: name }),
        onchange: () => tick(matter, !isOn, name),
      }),
      element(
        "button",
        { type: "button", className: "link", "data-matter": matter.key, ...(isCurrent && { "aria-current": "true" }), onclick: () => store.set({ meeting: matter.place }) },
        name,
      ),
      ...(Object.hasOwn(store.get().decisions, matter.key) ? [element("span", { className: "small" }, ` ${text("meeting", "is_decided")}`)] : []),
    );
  }

  /**
   * @param {Matter} matter
   * @param {boolean} isOn
   * @param {string} name
   */
  function tick(matter, isOn, name) {
    store.set({ agenda: withOnAgenda(data, store.get(), matter.key, isOn) }, { undo: true });
    app.announce(text("meeting", isOn ? "put_on" : "taken_off", { matter: name }));
    const boxes = /** @type {NodeListOf<HTMLElement>} */ (byId("meeting-agenda").querySelectorAll("input[data-matter]"));
    [...boxes].find((box) => box.dataset.matter === matter.key && box.offsetParent)?.focus({ preventScroll: true });
  }

  return { show };
}

/**
 * Fill a list anew; what had the focus in it has it again.
 *
 * @param {string} id
 * @param {HTMLElement[]} items
 */
function fill(id, items) {
  const list = byId(id);
  const active = /** @type {HTMLElement|null} */ (list.contains(document.activeElement) ? document.activeElement : null);
  list.replaceChildren(...items);
  if (!active) return;
  const same = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(active.tagName));
  [...same].find((candidate) => candidate.dataset.matter === active.dataset.matter)?.focus({ preventScroll: true });
}
