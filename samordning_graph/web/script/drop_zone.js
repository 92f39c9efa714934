/** Where files are dropped or chosen: anywhere on the page, and by a button. */

import { byId } from "../../map/page/script/dom.js";

/** @param {(files: File[]) => void} onFiles */
export function mountDropZone(onFiles) {
  const zone = byId("drop");
  const input = /** @type {HTMLInputElement} */ (byId("file"));
  /** @param {FileList|null|undefined} list */
  const give = (list) => {
    const files = [...(list ?? [])];
    if (files.length) onFiles(files);
  };
  input.addEventListener("change", () => {
    give(input.files);
    input.value = "";
  });
  window.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  window.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) zone.classList.remove("over");
  });
  window.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    give(event.dataTransfer?.files);
  });
}
