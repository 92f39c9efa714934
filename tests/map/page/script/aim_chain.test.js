import assert from "node:assert/strict";
import { test } from "node:test";

import { aimChain } from "../../../../samordning_graph/map/page/script/aim_chain.js";
import { shown } from "../../../../samordning_graph/map/page/script/filter.js";
import { initialState } from "../../../../samordning_graph/map/page/script/state.js";
import { municipality, node, tie } from "./municipality.js";

const KINDS = { need: "overview", rent: "challenge", own: "goal", rise: "goal", loan: "measure", office: "unit", table: "arena", plan: "plan", other: "goal" };
const TIES = [
  tie("identified_in", "rent", "need"),
  tie("answers", "own", "rent"),
  tie("answers", "other", "rent"),
  tie("part_of", "own", "rise"),
  tie("realises", "loan", "own"),
  tie("realises", "loan", "other"),
  tie("owns", "office", "loan"),
  tie("owns", "office", "other"),
  tie("follows_up", "table", "own"),
  tie("anchored_in", "loan", "plan"),
  tie("missing", "own", "other", []),
];

function goals() {
  const nodes = Object.entries(KINDS).map(([key, kind]) => node(key, kind, key));
  const views = [{ id: "x", nodes: Object.fromEntries(nodes.map(({ key }) => [key, [0, 0]])), ties: TIES }];
  return municipality({ start: "x", nodes, findings: [], matters: [], views });
}

test("the chain of a goal goes up to plans and overview, and down to who holds it, and to no other goal", () => {
  const { index } = goals();
  assert.deepEqual([...aimChain(index, TIES, "own")].sort(), ["loan", "need", "office", "own", "plan", "rent", "rise", "table"]);
});

test("the chain of a measure has no goal that it realises, but the plan that it stands in", () => {
  const { index } = goals();
  assert.deepEqual([...aimChain(index, TIES, "loan")].sort(), ["loan", "office", "plan"]);
});

test("a goal in focus is shown with its chain and no gaps, another node with those around it", () => {
  const { index } = goals();
  const part = shown(index, { ...initialState("x"), focus: "own" });
  assert.equal(part.nodes.has("other"), false);
  assert.deepEqual(part.ties.filter(({ kind }) => kind === "missing"), []);
  assert.equal(part.ties.length, 7);
  assert.deepEqual([...shown(index, { ...initialState("x"), focus: "office" }).nodes].sort(), ["loan", "office", "other"]);
});
