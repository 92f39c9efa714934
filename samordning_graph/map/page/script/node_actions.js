/**
 * What can be done with a selected node: focus on it, hide it, and find the chain to another actor.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").MapNode} MapNode
 */
import { actorsOf } from "./data.js";
import { byId, element } from "./dom.js";

/**
 * @param {App} app
 * @param {MapNode} node
 */
export function nodeActions(app, node) {
  const { store, text } = app;
  const { focus, hidden } = store.get();
  const hide = () => {
    store.set({ hidden: [...hidden, node.key], selected: null }, { undo: true });
    app.announce(text("panel", "hidden", { name: node.name }));
    byId("hidden-list").querySelector("button")?.focus();
  };
  return element(
    "div",
    { className: "actions" },
    element(
      "button",
      {
        type: "button",
        "data-do": "focus",
        "aria-pressed": String(focus === node.key),
        onclick: () => store.set({ focus: focus === node.key ? null : node.key }, { undo: true }),
      },
      text("panel", "focus"),
    ),
    ...(hidden.includes(node.key) ? [] : [element("button", { type: "button", onclick: hide }, text("panel", "hide"))]),
    ...chainChoice(app, node),
  );
}

/**
 * The choice of an actor to show the shortest chain to; only from an actor.
 *
 * @param {App} app
 * @param {MapNode} node
 */
function chainChoice({ index, store, text }, node) {
  const view = index.chainView;
  const actors = actorsOf(index);
  const partners = actors.filter(({ key }) => key !== node.key);
  if (!view || partners.length === actors.length || !partners.length) return [];
  const ends = store.get().chain;
  const partner = ends?.includes(node.key) ? ends.find((key) => key !== node.key) : undefined;
  const select = element(
    "select",
    { id: "chain-end" },
    element("option", { value: "" }, text("panel", "choose")),
    ...partners.map(({ key, name }) => element("option", { value: key }, name)),
  );
  select.value = partner && index.node(partner) ? partner : "";
  const show = () => {
    if (select.value) store.set({ chain: [node.key, select.value], focus: null, view: view.id }, { undo: true });
    else select.focus();
  };
  const clear = () => store.set({ chain: null }, { undo: true });
  return [
    element(
      "div",
      { className: "chain" },
      element("label", { htmlFor: "chain-end" }, text("panel", "chain")),
      select,
      element("button", { type: "button", "data-do": "chain", onclick: show }, text("panel", "show_chain")),
      ...(ends ? [element("button", { type: "button", onclick: clear }, text("panel", "no_chain"))] : []),
    ),
  ];
}
