/** Text as people type it, and texts with places to fill. */

// Letters that do not fall apart into a letter and an accent; then how they are written without a
// Norwegian keyboard. Bustad and bolig are two words, and stay two.
/** @type {Record<string, string>} */
const LETTERS = { æ: "ae", ø: "o", đ: "d", ð: "d", ŋ: "n", ŧ: "t", ł: "l", þ: "th", ß: "ss" };
const WRITTEN_OUT = /aa+|oe+/g;

/**
 * A text as it is compared: case and accents do not matter, and Ås, As and Aas are the same.
 *
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[æøđðŋŧłþß]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(WRITTEN_OUT, (letters) => letters.charAt(0))
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * A text with values in place of `{names}`; a name without a value stays.
 *
 * @param {string} template
 * @param {Record<string, string|number>} [values]
 */
export function fill(template, values = {}) {
  return template.replace(/\{(\w+)\}/g, (place, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

/**
 * Order texts the same way in every browser, whatever its language.
 *
 * @param {string} a
 * @param {string} b
 */
export function byText(a, b) {
  return Number(a > b) - Number(a < b);
}

/**
 * A date as people write it: 27.11.2026 in Norwegian, ISO in English.
 *
 * @param {string} iso
 * @param {string} language
 */
export function inWords(iso, language) {
  return language === "en" ? iso : iso.split("-").reverse().join(".");
}

/** Today where the reader is, in ISO. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
}
