/** What leaves the page: files, and text on the clipboard. Nothing is sent anywhere. */

import { element } from "./dom.js";

/**
 * Save a file on the reader's machine.
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
 * Put a text on the clipboard. Some browsers let a page that is a file do so only in the old way.
 *
 * @param {string} text
 * @param {HTMLElement} container  of a temporary field: the dialog, if one is open
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyText(text, container) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = /** @type {HTMLElement|null} */ (document.activeElement);
    const field = element("textarea", { value: text, className: "unseen" });
    container.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    focused?.focus();
    return done;
  }
}
