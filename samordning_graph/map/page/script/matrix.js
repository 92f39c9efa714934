/** The heat matrix of the sectors: a cell selects the tie that it counts, or the gap. */

import { element } from "./dom.js";

/** @type {Record<string, [number, number]>} How many rows down and columns to the right. */
const CELL_STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** The table in the page; null where no view has a matrix. */
export function matrixTable() {
  return /** @type {HTMLTableElement|null} */ (document.getElementById("table-matrix"));
}

/** @param {import("./main.js").App} app */
export function mountMatrix({ store }) {
  const table = matrixTable();
  if (!table) return;
  const cells = /** @type {HTMLTableCellElement[]} */ ([...table.querySelectorAll("td[data-tie]")]);
  const buttons = new Map(cells.map((cell) => [cell, addButton(cell)]));

  /** @param {HTMLTableCellElement|undefined} tabStop  the only cell that Tab stops at */
  function setTabStop(tabStop) {
    for (const [cell, button] of buttons) button.tabIndex = cell === tabStop ? 0 : -1;
  }

  function show() {
    for (const [cell, button] of buttons) {
      button.setAttribute("aria-pressed", String(cell.dataset.tie === store.get().selected));
    }
  }

  table.addEventListener("click", (event) => {
    const cell = /** @type {Element} */ (event.target).closest("td");
    if (!cell?.dataset.tie) return;
    setTabStop(cell);
    store.set({ selected: cell.dataset.tie });
  });
  table.addEventListener("keydown", (event) => {
    const cell = /** @type {Element} */ (event.target).closest("td");
    const next = CELL_STEPS[event.key] && cell && nextCell(table, cell, CELL_STEPS[event.key]);
    if (!next) return;
    event.preventDefault();
    setTabStop(next);
    buttons.get(next)?.focus();
  });
  store.subscribe((state, previous) => {
    if (state.selected !== previous.selected) show();
  });
  setTabStop(cells[0]);
  show();
}

/** @param {HTMLTableCellElement} cell */
function addButton(cell) {
  const button = element("button", { type: "button" }, ...cell.childNodes);
  cell.append(button);
  return button;
}

/**
 * The next cell in a direction that has something to select.
 *
 * @param {HTMLTableElement} table
 * @param {HTMLTableCellElement} from
 * @param {[number, number]} step
 */
function nextCell(table, from, [down, right]) {
  let row = /** @type {HTMLTableRowElement} */ (from.parentElement).rowIndex;
  let column = from.cellIndex;
  for (;;) {
    row += down;
    column += right;
    const cell = table.rows[row]?.cells[column];
    if (!cell) return null;
    if (cell.dataset.tie) return cell;
  }
}
