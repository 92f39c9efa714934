/** Text as people type it, templates, dates, and the order of texts. */

// Letters that Unicode does not decompose into a letter and an accent, then digraphs as written without
// a Norwegian keyboard. Only letters are folded: bustad and bolig remain two words.
/** @type {Record<string, string>} */
const LETTERS = { æ: "ae", ø: "o", đ: "d", ð: "d", ŋ: "n", ŧ: "t", ł: "l", þ: "th", ß: "ss" };
const DIGRAPHS = /aa+|oe+/g;

/**
 * Fold a text for comparison: case and accents do not matter, and Ås, As and Aas are the same.
 *
 * @param {string} text
 */
export function foldCase(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[æøđðŋŧłþß]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(DIGRAPHS, (letters) => letters.charAt(0))
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * Replace each `{name}` in a template by its value; a name without a value stays.
 *
 * @param {string} template
 * @param {Record<string, string|number>} [values]
 */
export function fillTemplate(template, values = {}) {
  return template.replace(/\{(\w+)\}/g, (placeholder, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );
}

/**
 * Compare texts in the same way in every browser, whatever its language.
 *
 * @param {string} a
 * @param {string} b
 */
export function compareText(a, b) {
  return Number(a > b) - Number(a < b);
}

/**
 * Format a date as people write it: 27.11.2026 in Norwegian, ISO in English.
 *
 * @param {string} iso
 * @param {string} language
 */
export function formatDate(iso, language) {
  return language === "en" ? iso : iso.split("-").reverse().join(".");
}

/** Today in the reader's time zone, in ISO. */
export function today() {
  const now = new Date();
  const twoDigits = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join("-");
}
