/** What vis-network is told. */

import { element } from "./dom.js";

/**
 * What vis-network is told of a table: it keeps the nodes, and draws nothing by itself.
 *
 * @param {boolean} isTouchScreen
 */
export function tableOptions(isTouchScreen) {
  return {
    autoResize: false,
    physics: false,
    layout: { randomSeed: 1, improvedLayout: false },
    nodes: { font: { size: 1 } },
    interaction: { dragNodes: true, dragView: isTouchScreen, hover: true, multiselect: false, tooltipDelay: 250, zoomView: isTouchScreen, keyboard: false },
  };
}

/**
 * vis-network parses a tooltip that is a string as HTML, so it is given elements.
 *
 * @param {string[]} lines
 */
export function tooltip(lines) {
  return element("div", {}, ...lines.map((line) => element("p", {}, line)));
}
