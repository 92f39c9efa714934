/** What leaves the page: files, and the clipboard. Nothing is sent anywhere. */

import { element } from "./dom.js";

/**
 * Give the reader a file to keep.
 *
 * @param {string} name
 * @param {string} type
 * @param {BlobPart} content
 */
export function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/**
 * Put a text on the clipboard; some browsers let a file do so only the old way.
 *
 * @param {string} text
 * @param {HTMLElement} within  where a field may stand for a moment: in a dialog, if one is open
 * @returns {Promise<boolean>} whether it is there
 */
export async function copyText(text, within) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const before = /** @type {HTMLElement|null} */ (document.activeElement);
    const field = element("textarea", { value: text, className: "unseen" });
    within.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before?.focus();
    return done;
  }
}
