/** The cells of a table as text: in order, and as a spreadsheet takes them. */

const NUMBER = /^[-−+]?\d+([.,]\d+)?$/;
// Norwegian, whatever the language of the page: the names are.
const COLLATOR = new Intl.Collator("nb", { numeric: true });

/**
 * How two cells are ordered: numbers by size and before texts, texts as a Norwegian looks them up.
 *
 * @param {string} one
 * @param {string} other
 */
export function compareCells(one, other) {
  const [a, b] = [numberOf(one), numberOf(other)];
  if (a !== null && b !== null) return a - b;
  if (a !== null || b !== null) return a === null ? 1 : -1;
  return COLLATOR.compare(one, other);
}

/** @param {string} text */
function numberOf(text) {
  return NUMBER.test(text) ? Number(text.replace(",", ".").replace("−", "-")) : null;
}

/**
 * Rows as text with tabs, which Excel divides into cells when it is pasted.
 *
 * @param {readonly (readonly string[])[]} rows
 */
export function toTsv(rows) {
  return rows.map((cells) => `${cells.map(pasted).join("\t")}\r\n`).join("");
}

/**
 * A cell as it is safe to paste. A spreadsheet runs a cell that begins with = + - or @ as a formula,
 * and a formula can fetch from the network or start a program. An apostrophe before it makes it text
 * in every spreadsheet; where it stays in sight, it does no harm. A number is left alone.
 *
 * @param {string} text
 */
function pasted(text) {
  const line = text.replace(/\s+/g, " ").trim();
  const safe = /^[=+\-@]/.test(line) && !NUMBER.test(line) ? `'${line}` : line;
  return safe.includes('"') ? `"${safe.replaceAll('"', '""')}"` : safe;
}
