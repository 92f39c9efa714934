import assert from "node:assert/strict";
import { test } from "node:test";

import { shown } from "../../../../samordning_graph/map/page/script/filter.js";
import { changeToReveal } from "../../../../samordning_graph/map/page/script/show_hidden.js";
import { initialState } from "../../../../samordning_graph/map/page/script/state.js";
import { municipality, node, tie } from "./municipality.js";

const MISSING = "missing|bolig|dps";

function revealed(id, { off = {}, ...choices } = {}, changes = {}) {
  const { index } = municipality(changes);
  const state = { ...initialState("actors", off), ...choices };
  const change = changeToReveal(index, state, id);
  const part = shown(index, { ...state, ...change });
  return { change, isShown: part.nodes.has(id) || part.ties.some((tie) => tie.id === id) };
}

test("what is already shown is only selected", () => {
  assert.deepEqual(revealed("nav").change, { view: "actors", selected: "nav" });
  assert.deepEqual(revealed(MISSING).change, { view: "actors", selected: MISSING });
});

test("what is in no view changes nothing", () => {
  assert.equal(revealed("nobody").change, null);
  assert.equal(revealed("constructor").change, null);
});

test("from the tables, and from a view without it, to the first view that has it", () => {
  assert.equal(revealed("nav", { view: "sectors" }).change.view, "actors");
  assert.equal(revealed("nav", { view: "tables" }).change.view, "actors");
});

test("a view that has it stays open", () => {
  const { data } = municipality();
  const views = [...data.views, { id: "goals", nodes: { nav: [0, 0] }, ties: [] }];
  assert.equal(revealed("nav", { view: "goals" }, { views }).change.view, "goals");
});

test("whatever hides it is undone, and no more", () => {
  const ways = [
    { hidden: ["bolig", "info"] },
    { focus: "forum" },
    { chain: ["nav", "nav"] },
    { off: { sector: ["bolig", "sosial"] } },
    { off: { tie: ["missing", "takes_part"] } },
    { off: { rule: ["LINK01", "LINK03"] } },
    { off: { basis: ["required", "local"] } },
    { off: { type: ["dps", ""] } },
  ];
  for (const choices of ways) assert.ok(revealed(MISSING, choices).isShown, JSON.stringify(choices));
  assert.deepEqual(revealed("bolig", ways[0]).change.hidden, ["info"]);
  assert.deepEqual(revealed("bolig", ways[3]).change.off.sector, ["sosial"]);
  assert.deepEqual(revealed("forum", { off: { level: ["tactical"], sector: ["bolig"] } }).change.off.sector, ["bolig"]);
});

test("a duty is shown again with its finding", () => {
  assert.ok(revealed("duty:plan", { off: { basis: ["conditional"] } }).isShown);
});

test("a focus on a neighbour of it stays", () => {
  assert.deepEqual(revealed("nav", { focus: "forum" }).change, { view: "actors", selected: "nav" });
});

test("a hostile key is a key", () => {
  const nodes = [node("__proto__", "unit", "P"), node("x", "unit", "X")];
  const views = [{ id: "actors", nodes: JSON.parse('{"__proto__": [0, 0], "x": [0, 1]}'), ties: [tie("link", "x", "__proto__")] }];
  assert.ok(revealed("__proto__", { hidden: ["__proto__"] }, { nodes, views }).isShown);
});
