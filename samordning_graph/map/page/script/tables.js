/**
 * The tables, which hold the same as the map: sortable by any heading, filtered as the map is, copied,
 * and linked to the map row by row. The page holds them for readers without JavaScript; the scripts
 * leave them alone until somebody opens them.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./state.js").ReadonlyState} ReadonlyState
 */

import { byId, element } from "./dom.js";
import { copyText } from "./files.js";
import { goToNode } from "./go_to_node.js";
import { rowFilter } from "./table_filter.js";
import { compareCells, toTsv } from "./table_text.js";

/**
 * @param {App} app
 * @param {import("./go_to_node.js").Viewport} viewport
 */
export function mountTables(app, viewport) {
  /** @type {Tables|null} */
  let tables = null;

  /** @param {ReadonlyState} state */
  function update(state) {
    if (state.view !== "tables") return;
    tables ??= new Tables(app, viewport);
    tables.update(state);
  }

  app.store.subscribe(update);
  update(app.store.get());
}

/** The tables inside `noscript`. They are parsed as HTML, in which Python has escaped all text. */
function parseTables() {
  const text = byId("tables-text").textContent ?? "";
  return new DOMParser().parseFromString(text, "text/html").body.childNodes;
}

class Tables {
  /**
   * @param {App} app
   * @param {import("./go_to_node.js").Viewport} viewport
   */
  constructor(app, viewport) {
    const { store, text } = app;
    this.app = app;
    this.section = byId("tables");
    this.section.append(...parseTables());
    this.status = byId("tables-status");
    this.tables = [...this.section.querySelectorAll("table")].map((table) => new SortableTable(app, table));
    /** @type {HTMLTableRowElement|null} The row that was clicked: several may be about the same node or tie. */
    this.clicked = null;
    this.showButton = element(
      "button",
      { type: "button", onclick: () => goToNode(app, viewport, store.get().selected ?? "") },
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

  /** @param {ReadonlyState} state */
  update(state) {
    const isShown = rowFilter(this.app.index, state);
    for (const table of this.tables) table.filter(isShown);
    const shown = sum(this.tables.map((table) => table.shownCount));
    const all = sum(this.tables.map((table) => table.rows.length));
    this.status.textContent = shown === all ? "" : this.app.text("tables", "filtered", { shown, all });
    this.mark(state.selected);
  }

  /**
   * Mark the rows of what is selected; one of them gets the button that leads to the map.
   *
   * @param {string|null} selected
   */
  mark(selected) {
    for (const row of this.section.querySelectorAll("tr[aria-current]")) row.removeAttribute("aria-current");
    const rows = selected === null ? [] : [...this.section.querySelectorAll(`tr[data-key="${CSS.escape(selected)}"]`)];
    for (const row of rows) row.setAttribute("aria-current", "true");
    const row = rows.find((candidate) => candidate === this.clicked) ?? rows[0];
    if (row) row.querySelector("th")?.append(this.showButton);
    else this.showButton.remove();
  }
}

/** One table with its buttons. */
class SortableTable {
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
    this.shownCount = this.rows.length;
    this.headings = [...table.querySelectorAll("thead th")].map((cell, column) => this.heading(cell, column));
    for (const row of this.rows) if (row.dataset.key) addNameButton(row);
    if (this.rows.length) this.addCopyButton();
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

  addCopyButton() {
    const { text, announce } = this.app;
    const title = this.table.querySelector(".title")?.textContent ?? "";
    const result = element("span", {});
    const copy = async () => {
      const copied = await copyText(this.text(), document.body);
      result.textContent = text("tables", copied ? "copied" : "not_copied", { n: this.shownCount });
      announce(result.textContent);
    };
    const label = text("tables", "copy_table", { table: title });
    const button = element("button", { type: "button", "aria-label": label, onclick: copy }, text("tables", "copy"));
    this.table.caption?.append(element("span", { className: "copying" }, button, " ", result));
  }

  /** @param {ReturnType<typeof rowFilter>} isShown */
  filter(isShown) {
    this.shownCount = 0;
    for (const row of this.rows) {
      const { key = "", finding } = row.dataset;
      row.hidden = !isShown(key, finding === undefined ? undefined : Number(finding));
      if (!row.hidden) this.shownCount += 1;
    }
    const all = this.rows.length;
    this.count.textContent = this.shownCount === all ? `(${all})` : `(${this.app.text("tables", "count", { shown: this.shownCount, all })})`;
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
    for (const heading of this.headings) heading.cell.removeAttribute("aria-sort");
    cell.setAttribute("aria-sort", order);
    this.app.announce(this.app.text("tables", order, { column: name }));
  }

  /** The rows that are shown, in their order. */
  text() {
    const rows = this.rows.filter((row) => !row.hidden);
    return toTsv([this.headings.map(({ name }) => name), ...rows.map((row) => [...row.cells].map(cellText))]);
  }
}

/** @param {HTMLTableRowElement} row */
function addNameButton(row) {
  const cell = /** @type {HTMLTableCellElement} */ (row.cells[0]);
  cell.replaceChildren(element("button", { type: "button", className: "name" }, cell.textContent ?? ""));
}

/**
 * The text of a cell, its items separated by semicolons; buttons that were added are left out.
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
