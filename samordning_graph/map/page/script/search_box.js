/**
 * The search field of the toolbar: a combobox with a list of what was found.
 * See https://www.w3.org/WAI/ARIA/apg/patterns/combobox/.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").MapNode} MapNode
 */

import { byId, element } from "./dom.js";
import { goTo } from "./go_to_node.js";
import { search } from "./search.js";

/** More than this nobody reads: a letter more finds fewer. */
const MOST = 40;

/**
 * @param {App} app
 * @param {import("./go_to_node.js").Picture} picture
 */
export function mountSearchBox(app, picture) {
  const box = new SearchBox(app, (key) => goTo(app, picture, key));
  box.listen();
}

class SearchBox {
  /**
   * @param {App} app
   * @param {(key: string) => void} choose
   */
  constructor(app, choose) {
    this.app = app;
    this.choose = choose;
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
    this.field.addEventListener("keydown", (event) => this.press(event));
    // The field keeps the focus while the list is used.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = /** @type {HTMLElement} */ (event.target).closest("li");
      if (option?.dataset.key !== undefined) this.take(option.dataset.key);
    });
  }

  find() {
    const query = this.field.value.trim();
    if (!query) return this.close();
    const found = search(this.app.index, query);
    this.options = found.slice(0, MOST).map((node, place) => this.option(node, place));
    const told = this.told(found.length);
    const note = element("li", { role: "option", "aria-disabled": "true", className: "quiet" }, told);
    this.list.replaceChildren(...this.options, ...(found.length > MOST || !found.length ? [note] : []));
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.field.setAttribute("aria-expanded", "true");
    this.mark(-1);
    this.app.say(told);
  }

  /** @param {number} count */
  told(count) {
    const { text } = this.app;
    if (count > MOST) return text("search", "many", { shown: MOST, all: count });
    return count ? text("search", "found", { n: count }) : text("search", "none");
  }

  /**
   * @param {MapNode} node
   * @param {number} place
   */
  option(node, place) {
    const { sector } = this.app.data.words;
    const what = [node.facts[0], node.sector && (sector[node.sector] ?? node.sector)].filter(Boolean);
    return element(
      "li",
      { id: `found-${place}`, role: "option", "aria-selected": "false", "data-key": node.key },
      element("span", { className: "name" }, node.name),
      " ",
      element("span", { className: "what" }, what.join(" · ")),
    );
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
    const step = steps[event.key];
    if (step) {
      if (this.list.hidden) this.find();
      const count = this.options.length;
      // One place more than there are options: the field itself, where nothing is marked.
      if (count) this.mark(((this.active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter") {
      const option = this.options[Math.max(this.active, 0)];
      if (!this.list.hidden && option?.dataset.key !== undefined) this.take(option.dataset.key);
    } else if (event.key === "Escape") {
      this.clear();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** @param {number} place  -1: none */
  mark(place) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = place;
    const option = this.options[place];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  /** @param {string} key */
  take(key) {
    this.clear();
    this.choose(key);
  }

  clear() {
    this.field.value = "";
    this.close();
  }

  close() {
    this.mark(-1);
    this.options = [];
    this.list.replaceChildren();
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
  }
}
