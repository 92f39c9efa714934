/**
 * What people take with them: the picture as SVG and PNG, on paper, a link, and the page itself as
 * they left it.
 *
 * @typedef {import("./main.js").App} App
 */

import { byId } from "./dom.js";
import { copyText, download } from "./files.js";
import { pictureOf, SCREEN, sheet } from "./svg.js";
import { fold } from "./text.js";

/** As wide as A4 and A3 lying down, within their margins. */
const PAPER = { width: 1600, height: 1100 };

/**
 * @param {App} app
 * @param {HTMLElement} page  the page as it was before any script changed it
 */
export function mountTakeAway(app, page) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("take-away"));
  const link = /** @type {HTMLInputElement} */ (byId("take-away-link"));
  const pictures = /** @type {HTMLButtonElement[]} */ ([...byId("take-away-pictures").children]);
  const said = byId("take-away-said");
  const say = (/** @type {string} */ key, /** @type {Record<string, string>} */ values = {}) => {
    said.textContent = app.text("take_away", key, values);
  };

  /**
   * @param {string} ending
   * @param {string} type
   * @param {BlobPart} content
   */
  function save(ending, type, content) {
    const file = fileName(app, ending);
    download(file, type, content);
    say("saved", { file });
  }

  /** @param {number} times */
  async function savePng(times) {
    try {
      save(`-${times}x.png`, "image/png", await pngOf(app, times));
    } catch {
      say("failed");
    }
  }

  async function copyLink() {
    const done = await copyText(link.value, dialog);
    if (!done) link.select();
    say(done ? "copied" : "copy_yourself");
  }

  /** @type {Record<string, () => unknown>} */
  const actions = {
    svg: () => save(".svg", "image/svg+xml", pictureOf(app)),
    png2: () => savePng(2),
    png4: () => savePng(4),
    copy: () => {
      save(".html", "text/html", copyOf(page, app.store.get()));
      app.kept();
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
    said.textContent = "";
    for (const button of pictures) button.disabled = app.store.get().view === "tables";
    dialog.showModal();
  });
  mountPrinting(app);
}

/**
 * Paper gets the picture alone, or the tables where they are what is seen. The picture is put into the page itself: an image that is set as late as this
 * may not have been read when the page is printed.
 *
 * @param {App} app
 */
function mountPrinting(app) {
  const paper = byId("paper");
  window.addEventListener("beforeprint", () => {
    if (app.store.get().view === "tables") return;
    paper.replaceChildren(sheet(app, PAPER));
    document.body.dataset.printing = "picture";
  });
  window.addEventListener("afterprint", () => {
    paper.replaceChildren();
    delete document.body.dataset.printing;
  });
}

/**
 * @param {App} app
 * @param {string} ending
 */
function fileName({ data, index, store, text }, ending) {
  const town = data.municipality.name || data.municipality.number;
  const view = ending === ".html" ? "" : index.view(store.get().view).name;
  const words = [text("take_away", "file"), town, view, data.asOf];
  const slugs = words.map((word) => fold(word).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""));
  return slugs.filter(Boolean).join("-") + ending;
}

/**
 * @param {App} app
 * @param {number} times  how many pixels a unit of the sheet is wide
 * @returns {Promise<Blob>}
 */
async function pngOf(app, times) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureOf(app))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = SCREEN.width * times;
  canvas.height = SCREEN.height * times;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large here"))), "image/png");
  });
}

/**
 * The page with the state in it: nothing that a script has drawn, so that it is as good as the first.
 *
 * @param {HTMLElement} page
 * @param {import("./state.js").Chosen} state
 * @returns {string}
 */
function copyOf(page, state) {
  const copy = /** @type {HTMLElement} */ (page.cloneNode(true));
  const block = /** @type {HTMLElement} */ (copy.querySelector("#map-state"));
  block.textContent = JSON.stringify(state).replaceAll("<", "\\u003c");
  return `<!doctype html>\n${copy.outerHTML}`;
}
