/**
 * Put a text on the clipboard; the answer is whether it is there. The old way is for where a policy
 * of the machine or an older browser denies a page from a file the new one.
 *
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export function copyText(text) {
  return copyNewWay(text).catch(() => copyOldWay(text));
}

/** @param {string} text */
async function copyNewWay(text) {
  await navigator.clipboard.writeText(text);
  return true;
}

/** @param {string} text */
function copyOldWay(text) {
  const focused = /** @type {HTMLElement|null} */ (document.activeElement);
  const area = document.createElement("textarea");
  area.className = "unseen";
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return copied;
}
