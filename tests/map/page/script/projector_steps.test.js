import assert from "node:assert/strict";
import { test } from "node:test";

import { firstStep, matters } from "../../../../samordning_graph/map/page/script/projector_steps.js";
import { initialState } from "../../../../samordning_graph/map/page/script/state.js";
import { finding, municipality } from "./municipality.js";

const state = initialState("actors");

/** @param {object[]} findings */
function withPath(findings = municipality().data.findings) {
  const { data } = municipality();
  const [view, ...others] = data.views;
  const ties = view.ties.map((each) => (each.id === "missing|bolig|dps" ? { ...each, path: [] } : each));
  return municipality({ findings, views: [{ ...view, ties }, ...others] }).index;
}

test("all grounds of a pair are one matter, in the order of the meeting", () => {
  const all = matters(withPath(), state);
  assert.deepEqual(all.map(({ selected }) => selected), ["missing|bolig|dps", "not_assessed|nav|duty:plan"]);
  assert.deepEqual(all[0].findings.map(({ rule }) => rule), ["LINK01", "LINK03"]);
  assert.equal(all[0].pair?.id, "missing|bolig|dps");
  assert.equal(all[1].pair, null);
});

test("two questions about one service are two matters", () => {
  const alone = ["ISO01", "GOAL06"].map((rule) => finding(rule, "hint", "none", ["nav"]));
  assert.equal(matters(withPath([...municipality().data.findings, ...alone]), state).length, 4);
});

test("what is switched off or hidden is not shown", () => {
  assert.equal(matters(withPath(), { ...state, hidden: ["dps"] }).length, 1);
});

test("it begins at what is selected, or else at the whole map", () => {
  const all = matters(withPath(), state);
  assert.equal(firstStep(all, "not_assessed|nav|duty:plan"), 2);
  assert.equal(firstStep(all, "nav"), 0);
  assert.equal(firstStep(all, null), 0);
});
