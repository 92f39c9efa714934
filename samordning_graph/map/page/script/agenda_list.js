/**
 * The agenda beside the matter under discussion: what is on it, in which order, and what can be put on it by a tick.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./matters.js").Matter} Matter
 */
import { byId, element } from "./dom.js";
import { meetingMatters, numberedTitle, withAgendaOrder, withOnAgenda } from "./matters.js";

/**
 * @param {App} app
 * @returns {{show: (current: Matter|undefined) => void}}
 */
export function mountAgendaList(app) {
  const { data, index, store, text } = app;

  /** @param {Matter|undefined} current */
  function show(current) {
    const { agenda, others, leftOut } = meetingMatters(index, store.get());
    fill("agenda-list", agenda.map((matter, i) => item(matter, true, matter === current, i, agenda.length)));
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
   * @param {number} [at]  its place on the agenda, from 0
   * @param {number} [length]  of the agenda
   */
  function item(matter, isOn, isCurrent, at = 0, length = 0) {
    const name = numberedTitle(index, store.get(), matter);
    const moves = isOn ? [moveButton(matter, "up", at > 0 ? at - 1 : null), moveButton(matter, "down", at < length - 1 ? at + 1 : null)] : [];
    return element(
      "li",
      { draggable: isOn, "data-on": String(isOn), "data-key": matter.key },
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
      element(
        "span",
        { className: "small" },
        ...(Object.hasOwn(store.get().decisions, matter.key) ? [text("meeting", "is_decided")] : []),
        ...moves,
      ),
    );
  }

  /**
   * @param {Matter} matter
   * @param {"up"|"down"} way
   * @param {number|null} to  the place on the agenda that it leads to; null at the end
   */
  function moveButton(matter, way, to) {
    const label = text("meeting", `move_${way}`, { matter: numberedTitle(index, store.get(), matter) });
    const button = element("button", { type: "button", className: "move", "data-matter": matter.key, "data-way": way, "aria-label": label, title: label, onclick: () => to !== null && move(matter, to) }, way === "up" ? "↑" : "↓");
    button.setAttribute("aria-disabled", String(to === null));
    return button;
  }

  /**
   * Put a matter in another place of the agenda.
   *
   * @param {Matter} matter
   * @param {number} to  from 0
   */
  function move(matter, to) {
    const { agenda } = meetingMatters(index, store.get());
    const before = agenda.filter((other) => other !== matter)[to]?.key ?? null;
    store.set({ agenda: withAgendaOrder(data, store.get(), matter.key, before) }, { undo: true });
    app.announce(text("meeting", "moved", { matter: numberedTitle(index, store.get(), matter), n: to + 1, all: agenda.length }));
  }

  mountAgendaKeys((key, way) => {
    const { agenda } = meetingMatters(index, store.get());
    const at = agenda.findIndex((matter) => matter.key === key);
    const matter = agenda[at];
    if (matter && agenda[at + way]) move(matter, at + way);
  });
  mountDragging((key, before) => {
    const { agenda } = meetingMatters(index, store.get());
    const others = agenda.filter((matter) => matter.key !== key);
    const matter = agenda.find((each) => each.key === key);
    if (matter) move(matter, before === null ? others.length : others.findIndex((each) => each.key === before));
  });

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
 * Alt and an arrow key move the matter that has the focus.
 *
 * @param {(key: string, way: 1|-1) => void} move
 */
function mountAgendaKeys(move) {
  byId("agenda-list").addEventListener("keydown", (event) => {
    const way = { ArrowDown: /** @type {const} */ (1), ArrowUp: /** @type {const} */ (-1) }[event.key];
    const key = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest("li"))?.dataset.key;
    if (!way || !event.altKey || key === undefined) return;
    event.preventDefault();
    move(key, way);
  });
}

/**
 * A matter is dragged to the place of another.
 *
 * @param {(key: string, before: string|null) => void} drop
 */
function mountDragging(drop) {
  const list = byId("agenda-list");
  /** @type {string|null} */
  let dragged = null;
  const itemAt = (/** @type {DragEvent} */ event) => /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest("li"));
  list.addEventListener("dragstart", (event) => {
    dragged = itemAt(event)?.dataset.key ?? null;
    event.dataTransfer?.setData("text/plain", dragged ?? ""); // Firefox drags nothing without
  });
  list.addEventListener("dragover", (event) => {
    if (dragged !== null) event.preventDefault();
  });
  list.addEventListener("drop", (event) => {
    event.preventDefault();
    const target = itemAt(event);
    if (dragged === null || !target || target.dataset.key === dragged) return;
    const { top, height } = target.getBoundingClientRect();
    const next = /** @type {HTMLElement|null} */ (event.clientY > top + height / 2 ? target.nextElementSibling : target);
    if (next?.dataset.key !== dragged) drop(dragged, next?.dataset.key ?? null);
    dragged = null;
  });
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
  [...same].find(({ dataset }) => dataset.matter === active.dataset.matter && dataset.way === active.dataset.way)?.focus({ preventScroll: true });
}
