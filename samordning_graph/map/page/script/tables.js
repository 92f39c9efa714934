/**
 * The tables, which hold what the picture holds: sorted by any heading, filtered as the map is,
 * copied, and with a way to the map from each row. They stand in the page for those without scripts;
 * nothing is done with them until somebody opens them.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./state.js").Chosen} Chosen
 */

import { copyText } from "./files.js";
import { byId, element } from "./dom.js";
import { goTo } from "./go_to_node.js";
import { rowsShown } from "./table_filter.js";
import { compareCells, toTsv } from "./table_text.js";

/**
 * @param {App} app
 * @param {import("./go_to_node.js").Picture} picture
 */
export function mountTables(app, picture) {
  /** @type {Tables|null} */
  let tables = null;

  /** @param {Chosen} now */
  function update(now) {
    if (now.view !== "tables") return;
    tables ??= new Tables(app, picture);
    tables.update(now);
  }

  app.store.subscribe(update);
  update(app.store.get());
}

/** The tables that a page without scripts shows, read as what they are: Python has escaped all text. */
function tablesOfThePage() {
  const text = byId("tables-text").textContent ?? "";
  return new DOMParser().parseFromString(text, "text/html").body.childNodes;
}

class Tables {
  /**
   * @param {App} app
   * @param {import("./go_to_node.js").Picture} picture
   */
  constructor(app, picture) {
    const { store, text } = app;
    this.app = app;
    this.section = byId("tables");
    this.section.append(...tablesOfThePage());
    this.status = byId("tables-status");
    this.sheets = [...this.section.querySelectorAll("table")].map((table) => new Sheet(app, table));
    /** @type {HTMLTableRowElement|null} The row that was clicked: several may be about the same. */
    this.clicked = null;
    this.show = element(
      "button",
      { type: "button", onclick: () => goTo(app, picture, store.get().selected ?? "") },
      text("tables", "show"),
    );
    this.section.addEventListener("click", (event) => {
      const name = /** @type {HTMLElement} */ (event.target).closest("button.name");
      if (name) this.select(/** @type {HTMLTableRowElement} */ (name.closest("tr")));
    });
  }

  /** @param {HTMLTableRowElement} row */
  select(row) {
    const { store } = this.app;
    this.clicked = row;
    if (store.get().selected === row.dataset.key) this.mark(row.dataset.key ?? null);
    else store.set({ selected: row.dataset.key ?? null });
  }

  /** @param {Chosen} now */
  update(now) {
    const isShown = rowsShown(this.app.index, now);
    for (const sheet of this.sheets) sheet.filter(isShown);
    const [shown, all] = [this.sheets.map((one) => one.shown), this.sheets.map((one) => one.rows.length)].map(sum);
    this.status.textContent = shown === all ? "" : this.app.text("tables", "filtered", { shown: shown ?? 0, all: all ?? 0 });
    this.mark(now.selected);
  }

  /**
   * Mark the rows of what is selected; the way to the map stands in one of them.
   *
   * @param {string|null} selected
   */
  mark(selected) {
    for (const row of this.section.querySelectorAll("tr[aria-current]")) row.removeAttribute("aria-current");
    const rows = selected === null ? [] : [...this.section.querySelectorAll(`tr[data-key="${CSS.escape(selected)}"]`)];
    for (const row of rows) row.setAttribute("aria-current", "true");
    const row = rows.find((one) => one === this.clicked) ?? rows[0];
    if (row) row.querySelector("th")?.append(this.show);
    else this.show.remove();
  }
}

/** One table with its buttons. */
class Sheet {
  /**
   * @param {App} app
   * @param {HTMLTableElement} table
   */
  constructor(app, table) {
    this.app = app;
    this.table = table;
    this.count = /** @type {HTMLElement} */ (table.querySelector(".count"));
    this.body = /** @type {HTMLTableSectionElement} */ (table.tBodies[0]);
    this.rows = [...this.body.rows].filter((row) => row.dataset.key !== undefined);
    this.shown = this.rows.length;
    this.headings = [...table.querySelectorAll("thead th")].map((cell, column) => this.heading(cell, column));
    for (const row of this.rows) if (row.dataset.key) nameButton(row);
    if (this.rows.length) this.addCopying();
  }

  /**
   * @param {Element} cell
   * @param {number} column
   */
  heading(cell, column) {
    const name = cell.textContent ?? "";
    if (this.rows.length) {
      const button = element("button", { type: "button", className: "sort", onclick: () => this.sort(column) }, name);
      cell.replaceChildren(button);
    }
    return { cell, name };
  }

  addCopying() {
    const { text, say } = this.app;
    const title = this.table.querySelector(".title")?.textContent ?? "";
    const answer = element("span", {});
    const copy = async () => {
      const copied = await copyText(this.text(), document.body);
      answer.textContent = text("tables", copied ? "copied" : "not_copied", { n: this.shown });
      say(answer.textContent);
    };
    const label = text("tables", "copy_table", { table: title });
    const button = element("button", { type: "button", "aria-label": label, onclick: copy }, text("tables", "copy"));
    this.table.caption?.append(element("span", { className: "copying" }, button, " ", answer));
  }

  /** @param {ReturnType<typeof rowsShown>} isShown */
  filter(isShown) {
    this.shown = 0;
    for (const row of this.rows) {
      const { key = "", finding } = row.dataset;
      row.hidden = !isShown(key, finding === undefined ? undefined : Number(finding));
      if (!row.hidden) this.shown += 1;
    }
    const all = this.rows.length;
    this.count.textContent = this.shown === all ? `(${all})` : `(${this.app.text("tables", "count", { shown: this.shown, all })})`;
  }

  /** @param {number} column */
  sort(column) {
    const { cell, name } = /** @type {{cell: Element, name: string}} */ (this.headings[column]);
    const order = cell.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    const sign = order === "ascending" ? 1 : -1;
    const keyed = this.rows.map((row) => ({ row, text: cellText(row.cells[column]) }));
    keyed.sort((a, b) => sign * compareCells(a.text, b.text));
    this.rows = keyed.map(({ row }) => row);
    this.body.append(...this.rows);
    for (const { cell: other } of this.headings) other.removeAttribute("aria-sort");
    cell.setAttribute("aria-sort", order);
    this.app.say(this.app.text("tables", order, { column: name }));
  }

  /** What is seen, as it is sorted. */
  text() {
    const rows = this.rows.filter((row) => !row.hidden);
    return toTsv([this.headings.map(({ name }) => name), ...rows.map((row) => [...row.cells].map(cellText))]);
  }
}

/** @param {HTMLTableRowElement} row */
function nameButton(row) {
  const cell = /** @type {HTMLTableCellElement} */ (row.cells[0]);
  cell.replaceChildren(element("button", { type: "button", className: "name" }, cell.textContent ?? ""));
}

/**
 * The text of a cell; of several, one after the other. Buttons that came later are no part of it.
 *
 * @param {HTMLTableCellElement|undefined} cell
 */
function cellText(cell) {
  const parts = [...(cell?.querySelectorAll("li, button.name") ?? [])];
  return parts.length ? parts.map((part) => part.textContent).join("; ") : (cell?.textContent ?? "");
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
