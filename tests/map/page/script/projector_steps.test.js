import assert from "node:assert/strict";
import { test } from "node:test";

import { firstStep, projectorSteps } from "../../../../samordning_graph/map/page/script/projector_steps.js";
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

test("all grounds of a pair are one step, in the order of the meeting", () => {
  const all = projectorSteps(withPath(), state);
  assert.deepEqual(all.map(({ selected }) => selected), ["missing|bolig|dps", "not_assessed|nav|duty:plan"]);
  assert.deepEqual(all[0].matter.findings.map(({ rule }) => rule), ["LINK01", "LINK03"]);
  assert.equal(all[0].pair?.id, "missing|bolig|dps");
  assert.equal(all[1].pair, null);
});

test("what is on the agenda comes first", () => {
  const alone = finding("ISO01", "hint", "none", ["nav"]);
  const index = withPath([...municipality().data.findings, alone]);
  const all = projectorSteps(index, { ...state, agenda: ["nav"] });
  assert.deepEqual(all.map(({ matter }) => matter.key), ["nav", "bolig|dps", "nav|duty:plan"]);
});

test("what is switched off or hidden is not shown", () => {
  assert.equal(projectorSteps(withPath(), { ...state, hidden: ["dps"] }).length, 1);
});

test("it begins at what is selected, or else at the whole map", () => {
  const all = projectorSteps(withPath(), state);
  assert.equal(firstStep(all, "not_assessed|nav|duty:plan"), 2);
  assert.equal(firstStep(all, "nav"), 0);
  assert.equal(firstStep(all, null), 0);
});
