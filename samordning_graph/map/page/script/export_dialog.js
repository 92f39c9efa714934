/**
 * The dialog that exports what is seen: as a picture (SVG or PNG), on paper, as a link, and as a copy of
 * the page in its present state.
 *
 * @typedef {import("./main.js").App} App
 */

import { byId, isInMemory } from "./dom.js";
import { copyText, download } from "./files.js";
import { exportSheet, SCREEN_SIZE, sheetSvg } from "./sheet.js";
import { foldCase } from "./text.js";

/** The proportions of A4 and A3 in landscape, within their margins. */
const PAPER_SIZE = { width: 1600, height: 1100 };
/** The table is laid out for the sheet: this gives 8.6 pt on A4 and 12 pt on A3 where the screen has 14 px. */
const TABLE_PAPER_SIZE = { width: 1280, height: 880 };

/**
 * @param {App} app
 * @param {HTMLElement} page  the page as it was before any script changed it
 */
export function mountExportDialog(app, page) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("take-away"));
  const link = /** @type {HTMLInputElement} */ (byId("take-away-link"));
  const pictureButtons = /** @type {HTMLButtonElement[]} */ ([...byId("take-away-pictures").children]);
  const status = byId("take-away-said");
  const showStatus = (/** @type {string} */ key, /** @type {Record<string, string>} */ values = {}) => {
    status.textContent = app.text("take_away", key, values);
  };

  /**
   * @param {string} suffix
   * @param {string} type
   * @param {BlobPart} content
   */
  function save(suffix, type, content) {
    const file = fileName(app, suffix);
    download(file, type, content);
    showStatus("saved", { file });
  }

  /** @param {number} scale */
  async function savePng(scale) {
    try {
      save(`-${scale}x.png`, "image/png", await renderPng(app, scale));
    } catch {
      showStatus("failed");
    }
  }

  // A page that another one holds in memory has no address that somebody else can open.
  for (const part of [link.closest("p"), dialog.querySelector("[data-take=link]")]) part?.toggleAttribute("hidden", isInMemory());

  async function copyLink() {
    const done = await copyText(link.value, dialog);
    if (!done) link.select();
    showStatus(done ? "copied" : "copy_yourself");
  }

  /** @type {Record<string, () => unknown>} */
  const actions = {
    svg: () => save(".svg", "image/svg+xml", sheetSvg(app)),
    png2: () => savePng(2),
    png4: () => savePng(4),
    copy: () => {
      save(".html", "text/html", copyOfPage(page, app.store.get()));
      app.markSaved();
    },
    print: () => window.print(),
    link: copyLink,
    close: () => dialog.close(),
  };
  dialog.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    actions[button?.dataset.take ?? ""]?.();
  });
  byId("tools").querySelector("[data-do=take-away]")?.addEventListener("click", () => {
    link.value = location.href;
    status.textContent = "";
    for (const button of pictureButtons) button.disabled = app.store.get().view === "tables";
    dialog.showModal();
  });
  mountPrinting(app);
}

/**
 * Print the picture alone, or the tables if they are open. The picture is put into the page as SVG: an
 * image that is set as late as this may not have been decoded when the page is printed.
 *
 * @param {App} app
 */
function mountPrinting(app) {
  const paper = byId("paper");
  window.addEventListener("beforeprint", () => {
    if (app.store.get().view === "tables") return;
    const { isTable } = app.index.view(app.store.get().view);
    paper.replaceChildren(exportSheet(app, isTable ? TABLE_PAPER_SIZE : PAPER_SIZE));
    document.body.dataset.printing = "picture";
  });
  window.addEventListener("afterprint", () => {
    paper.replaceChildren();
    delete document.body.dataset.printing;
  });
}

/**
 * @param {App} app
 * @param {string} suffix
 */
function fileName({ data, index, store, text }, suffix) {
  const municipality = data.municipality.name || data.municipality.number;
  const view = suffix === ".html" ? "" : index.view(store.get().view).name;
  const words = [text("take_away", "file"), municipality, view, data.asOf];
  const slugs = words.map((word) => foldCase(word).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""));
  return slugs.filter(Boolean).join("-") + suffix;
}

/**
 * @param {App} app
 * @param {number} scale  how many pixels a unit of the sheet is wide
 * @returns {Promise<Blob>}
 */
async function renderPng(app, scale) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sheetSvg(app))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = SCREEN_SIZE.width * scale;
  canvas.height = SCREEN_SIZE.height * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large for this browser"))), "image/png");
  });
}

/**
 * The page as it was delivered, with the state in it: nothing that a script has drawn since.
 *
 * @param {HTMLElement} page
 * @param {import("./state.js").ReadonlyState} state
 * @returns {string}
 */
function copyOfPage(page, state) {
  const copy = /** @type {HTMLElement} */ (page.cloneNode(true));
  const block = /** @type {HTMLElement} */ (copy.querySelector("#map-state"));
  block.textContent = JSON.stringify(state).replaceAll("<", "\\u003c");
  return `<!doctype html>\n${copy.outerHTML}`;
}
