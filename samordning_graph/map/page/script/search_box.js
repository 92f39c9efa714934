/**
 * The search field of the toolbar: a combobox with a list of results.
 * See https://www.w3.org/WAI/ARIA/apg/patterns/combobox/.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").MapNode} MapNode
 */

import { byId, element, focusPicture } from "./dom.js";
import { goToNode } from "./go_to_node.js";
import { search } from "./search.js";

/** Nobody reads more than these: typing one more letter finds fewer. */
const MAX_RESULTS = 40;

/**
 * @param {App} app
 * @param {import("./go_to_node.js").Viewport} viewport
 */
export function mountSearchBox(app, viewport) {
  const box = new SearchBox(app, (key) => goToNode(app, viewport, key));
  box.listen();
}

class SearchBox {
  /**
   * @param {App} app
   * @param {(key: string) => void} onChoose
   */
  constructor(app, onChoose) {
    this.app = app;
    this.onChoose = onChoose;
    this.field = /** @type {HTMLInputElement} */ (byId("search"));
    this.list = byId("search-results");
    /** @type {HTMLElement[]} */
    this.options = [];
    this.active = -1;
  }

  listen() {
    this.field.addEventListener("input", () => this.find());
    this.field.addEventListener("focus", () => this.find());
    this.field.addEventListener("blur", () => this.close());
    this.field.addEventListener("keydown", (event) => this.handleKey(event));
    // The field keeps the focus while the list is used.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = /** @type {HTMLElement} */ (event.target).closest("li");
      if (option?.dataset.key !== undefined) this.choose(option.dataset.key);
    });
  }

  find() {
    const query = this.field.value.trim();
    if (!query) return this.close();
    const found = search(this.app.index, query, this.openView());
    this.options = found.slice(0, MAX_RESULTS).map((node, i) => this.option(node, i));
    const message = this.resultMessage(found.length);
    const note = element("li", { role: "option", "aria-disabled": "true", className: "quiet" }, message);
    this.list.replaceChildren(...this.options, ...(found.length > MAX_RESULTS || !found.length ? [note] : []));
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.field.setAttribute("aria-expanded", "true");
    this.markOption(-1);
    this.app.announce(message);
  }

  openView() {
    const { index, store } = this.app;
    return index.view(store.get().view);
  }

  /** @param {string|undefined} key */
  isInOpenView(key) {
    return key !== undefined && Object.hasOwn(this.openView().nodes, key);
  }

  /** @param {number} count */
  resultMessage(count) {
    const { text } = this.app;
    if (count > MAX_RESULTS) return text("search", "many", { shown: MAX_RESULTS, all: count });
    return count ? text("search", "found", { n: count }) : text("search", "none");
  }

  /**
   * @param {MapNode} node
   * @param {number} i
   */
  option(node, i) {
    const { app } = this;
    const { sector } = app.data.words;
    const view = this.isInOpenView(node.key) ? undefined : app.index.firstViewWith(node.key);
    const elsewhere = view && app.text("search", "elsewhere", { view: view.name });
    const description = [elsewhere, node.facts[0], node.sector && (sector[node.sector] ?? node.sector)].filter(Boolean);
    return element(
      "li",
      { id: `found-${i}`, role: "option", "aria-selected": "false", "data-key": node.key },
      element("span", { className: "name" }, node.name),
      " ",
      element("span", { className: "what" }, description.join(" · ")),
    );
  }

  /** @param {KeyboardEvent} event */
  handleKey(event) {
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
    const step = steps[event.key];
    if (step) {
      if (this.list.hidden) this.find();
      const count = this.options.length;
      // The options and the field itself, where none is marked, are a ring.
      if (count) this.markOption(((this.active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter") {
      this.chooseMarked();
    } else if (event.key === "Escape") {
      if (!this.field.value) focusPicture();
      this.clear();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Go to the option that is marked, or the best. What would leave the open view is marked first, so that one knows. */
  chooseMarked() {
    const option = this.options[Math.max(this.active, 0)];
    if (this.list.hidden || option?.dataset.key === undefined) return;
    if (this.active < 0 && !this.isInOpenView(option.dataset.key)) this.markOption(0);
    else this.choose(option.dataset.key);
  }

  /** @param {number} i  -1 for none */
  markOption(i) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = i;
    const option = this.options[i];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
    const key = option?.dataset.key ?? null;
    this.app.store.set({ glimpse: key !== null && this.isInOpenView(key) ? key : null });
  }

  /** @param {string} key */
  choose(key) {
    this.clear();
    this.onChoose(key);
  }

  clear() {
    this.field.value = "";
    this.close();
  }

  close() {
    this.markOption(-1);
    this.options = [];
    this.list.replaceChildren();
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
  }
}
