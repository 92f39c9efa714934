import assert from "node:assert/strict";
import { test } from "node:test";

import { initialState } from "../../../../samordning_graph/map/page/script/state.js";
import { rowFilter } from "../../../../samordning_graph/map/page/script/table_filter.js";
import { municipality, tie } from "./municipality.js";

function rows({ off = {}, ...choices } = {}, changes = {}) {
  const { index } = municipality(changes);
  return rowFilter(index, { ...initialState("tables", off), ...choices });
}

test("initially every row is shown, also of what no view draws", () => {
  const isShown = rows();
  for (const id of ["nav", "forum", "missing|bolig|dps", "", "plan"]) assert.ok(isShown(id), id);
});

test("a row is shown with its actor, its arena or its tie", () => {
  const isShown = rows({ off: { sector: ["bolig"], level: ["tactical"] } });
  for (const id of ["bolig", "forum", "missing|bolig|dps"]) assert.ok(!isShown(id), id);
  assert.ok(isShown("nav"));
  assert.ok(!rows({ hidden: ["nav"] })("nav"));
  assert.ok(!rows({ focus: "forum" })("dps"));
});

test("ties that are switched off still have their rows", () => {
  const isShown = rows({ off: { tie: ["missing", "not_assessed"] } });
  assert.ok(isShown("missing|bolig|dps"));
  assert.ok(isShown("not_assessed|nav|duty:plan"));
});

test("a finding is shown with its rule, basis and confidence, and with the nodes it is about", () => {
  assert.ok(rows()("missing|bolig|dps", 0));
  assert.ok(!rows({ off: { rule: ["LINK01"] } })("missing|bolig|dps", 0));
  assert.ok(rows({ off: { rule: ["LINK01"] } })("missing|bolig|dps", 1));
  assert.ok(!rows({ off: { basis: ["local"] } })("missing|bolig|dps", 1));
  assert.ok(!rows({ off: { confidence: ["both"] } })("missing|bolig|dps", 0));
  assert.ok(!rows({ hidden: ["dps"] })("bolig", 1));
});

test("a row of several views is looked up in the first", () => {
  const { data } = municipality();
  const goals = { id: "goals", nodes: { dps: [0, 0], nav: [0, 0] }, ties: [tie("owns", "dps", "nav")] };
  const isShown = rows({ focus: "forum" }, { views: [...data.views, goals] });
  assert.ok(!isShown("dps"));
  assert.ok(isShown("owns|dps|nav"));
});
