/** The cells of a table as text: how they are sorted, and how they are pasted into a spreadsheet. */

const NUMBER = /^[-−+]?\d+([.,]\d+)?$/;
// Norwegian whatever the language of the page, since the names are.
const COLLATOR = new Intl.Collator("nb", { numeric: true });

/**
 * Compare two cells: numbers by size and before texts, texts in Norwegian alphabetical order.
 *
 * @param {string} first
 * @param {string} second
 */
export function compareCells(first, second) {
  const [a, b] = [numberOf(first), numberOf(second)];
  if (a !== null && b !== null) return a - b;
  if (a !== null || b !== null) return a === null ? 1 : -1;
  return COLLATOR.compare(first, second);
}

/** @param {string} text */
function numberOf(text) {
  return NUMBER.test(text) ? Number(text.replace(",", ".").replace("−", "-")) : null;
}

/**
 * Rows as tab-separated text, which Excel divides into cells when it is pasted.
 *
 * @param {readonly (readonly string[])[]} rows
 */
export function toTsv(rows) {
  return rows.map((cells) => `${cells.map(escapeCell).join("\t")}\r\n`).join("");
}

/**
 * A cell that is safe to paste. A spreadsheet runs a cell that begins with = + - or @ as a formula,
 * which can fetch from the network or start a program. A leading apostrophe makes it text in every
 * spreadsheet; where it remains visible, it does no harm. Numbers are left as they are.
 *
 * @param {string} text
 */
function escapeCell(text) {
  const line = text.replace(/\s+/g, " ").trim();
  const safe = /^[=+\-@]/.test(line) && !NUMBER.test(line) ? `'${line}` : line;
  return safe.includes('"') ? `"${safe.replaceAll('"', '""')}"` : safe;
}
