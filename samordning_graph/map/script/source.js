/** The page as it was before any script changed it, so that a saved copy is as good as the first. */

import { byId } from "./dom.js";

/**
 * Keep the page now. The rows of the tables are most of it, and change only when they are opened:
 * they are kept then, or copied as they are.
 */
export function keepSource() {
  const tables = byId("tables");
  const rows = document.createDocumentFragment();
  rows.append(...tables.childNodes);
  const page = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
  tables.append(rows);
  /** @type {Node|null} */
  let kept = null;
  return {
    /** To call before the tables are changed. */
    keepTables() {
      kept ??= tables.cloneNode(true);
    },
    /** @returns {HTMLElement} a new copy of the whole page */
    copy() {
      const copy = /** @type {HTMLElement} */ (page.cloneNode(true));
      copy.querySelector("#tables")?.append(...(kept ?? tables).cloneNode(true).childNodes);
      return copy;
    },
  };
}
