/** Creates elements. Text from the data is never parsed as HTML. */

/**
 * Create an HTML element. Properties are assigned, `data-…`, `aria-…` and `role` become attributes
 * and `on…` listeners; children that are strings become text.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [properties]
 * @param {...(Node|string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, ...children) {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) created.addEventListener(name.slice(2), value);
    else if (name in created && !name.includes("-")) /** @type {any} */ (created)[name] = value;
    else created.setAttribute(name, String(value));
  }
  created.append(...children);
  return created;
}

/**
 * Return the element with an id. If it is missing, the page is broken.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id} in the page`);
  return found;
}

/** Whether another page holds this one in memory: it has no address, and whoever reads it no command line. */
export function isInMemory() {
  return location.protocol === "blob:";
}

/** Give the focus to the picture: the map, or the table that stands in its place. */
export function focusPicture() {
  const map = byId("map");
  const grid = /** @type {HTMLElement|null} */ (document.querySelector("[data-grid]:not([hidden])"));
  (grid ?? map).focus({ preventScroll: true });
}

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/**
 * Create an SVG element with attributes.
 *
 * @param {string} tag
 * @param {Record<string, string|number>} attributes
 * @param {...(Node|string)} children
 * @returns {SVGElement}
 */
export function svgElement(tag, attributes, ...children) {
  const created = /** @type {SVGElement} */ (document.createElementNS(SVG_NAMESPACE, tag));
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, String(value));
  created.append(...children);
  return created;
}

/**
 * @param {SVGElement} element
 * @param {number} x
 * @param {number} y
 */
export function translated(element, x, y) {
  element.setAttribute("transform", `translate(${rounded(x)} ${rounded(y)})`);
  return element;
}

/**
 * Two decimals are enough for a coordinate.
 *
 * @param {number} number
 */
export function rounded(number) {
  return Math.round(number * 100) / 100;
}
