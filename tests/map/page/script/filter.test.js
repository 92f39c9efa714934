import assert from "node:assert/strict";
import { test } from "node:test";

import { findingsToDiscuss, findingsOn, shown } from "../../../../samordning_graph/map/page/script/filter.js";
import { initialState } from "../../../../samordning_graph/map/page/script/state.js";
import { finding, municipality, tie } from "./municipality.js";

function look({ off = {}, ...choices } = {}, changes = {}) {
  const { index } = municipality(changes);
  const found = shown(index, { ...initialState("actors", off), ...choices });
  return { ...found, nodes: [...found.nodes].sort(), ties: found.ties.map((tie) => tie.id).sort() };
}

test("initially, everything is shown", () => {
  const { nodes, ties, gaps, allGaps, unknown, allUnknown } = look();
  assert.equal(nodes.length, 6);
  assert.equal(ties.length, 5);
  assert.deepEqual([gaps, allGaps, unknown, allUnknown], [1, 1, 1, 1]);
});

test("switching off a sector or a type removes its actors and their ties", () => {
  for (const off of [{ sector: ["helse"] }, { type: ["dps"] }]) {
    const { nodes, ties, gaps, allGaps } = look({ off });
    assert.ok(!nodes.includes("dps"));
    assert.ok(!ties.some((id) => id.includes("dps")));
    assert.deepEqual([gaps, allGaps], [0, 1]);
  }
});

test("switching off a level or a kind removes its arenas, also where it is not stated", () => {
  assert.ok(!look({ off: { level: ["tactical"] } }).nodes.includes("forum"));
  assert.ok(!look({ off: { arenaKind: ["information"] } }).nodes.includes("info"));
  assert.deepEqual(look({ off: { level: [""] } }).nodes, ["bolig", "dps", "duty:plan", "forum", "nav"]);
});

test("a kind of tie that is off is not drawn", () => {
  const { ties, nodes } = look({ off: { tie: ["takes_part", "not_assessed"] } });
  assert.deepEqual(ties, ["missing|bolig|dps"]);
  assert.ok(nodes.includes("forum"));
});

test("a gap is as strong as the strongest of its findings that is on", () => {
  const strength = (off) => look({ off }).strongest.get("missing|bolig|dps")?.rule;
  assert.equal(strength({}), "LINK01");
  assert.equal(strength({ rule: ["LINK01"] }), "LINK03");
  assert.equal(strength({ basis: ["required"] }), "LINK03");
  assert.equal(strength({ confidence: ["both"] }), "LINK03");
  assert.equal(strength({ rule: ["LINK01"], basis: ["local"] }), undefined);
  assert.equal(look({ off: { rule: ["LINK01", "LINK03"] } }).gaps, 0);
});

test("a duty is shown as long as one of its findings is on", () => {
  assert.ok(look({ off: { tie: ["not_assessed"] } }).nodes.includes("duty:plan"));
  assert.ok(!look({ off: { basis: ["conditional"] } }).nodes.includes("duty:plan"));
});

test("a focus shows a node, its neighbours, and the ties between it and them", () => {
  const { nodes, ties } = look({ focus: "forum" });
  assert.deepEqual(nodes, ["bolig", "forum", "nav"]);
  assert.deepEqual(ties, ["takes_part|bolig|forum", "takes_part|nav|forum"]);
});

test("a focus has no neighbours over ties that are off", () => {
  assert.deepEqual(look({ focus: "dps", off: { tie: ["missing"] } }).nodes, ["dps", "info"]);
});

test("a focus on what is not shown is ignored", () => {
  for (const choices of [{ focus: "nobody" }, { focus: "dps", hidden: ["dps"] }, { focus: "__proto__" }]) {
    assert.ok(look(choices).nodes.length >= 5);
  }
});

test("what is hidden is not shown, nor are its ties", () => {
  const { nodes, ties } = look({ hidden: ["bolig"] });
  assert.ok(!nodes.includes("bolig"));
  assert.equal(ties.length, 3);
});

test("a chain is all that is shown", () => {
  const { nodes, ties, chain } = look({ chain: ["bolig", "nav"], off: { sector: ["sosial"] } });
  assert.deepEqual(nodes, ["bolig", "forum", "nav"]);
  assert.equal(ties.length, 2);
  assert.deepEqual(chain.nodes, ["bolig", "forum", "nav"]);
});

test("without a chain, only the two ends are shown", () => {
  for (const choices of [{ chain: ["bolig", "dps"] }, { chain: ["bolig", "nav"], hidden: ["forum"] }]) {
    const { nodes, ties, chain } = look(choices);
    assert.equal(chain, null);
    assert.deepEqual(nodes, [...choices.chain].sort());
    assert.deepEqual(ties, []);
  }
});

test("an unknown view is the one to open", () => {
  assert.equal(look({ view: "nonsense" }).nodes.length, 6);
  assert.deepEqual(look({ view: "sectors" }).nodes, []);
});

test("the gaps of a node are what is found, on and not accepted, strongest first", () => {
  const { index } = municipality({
    findings: [
      finding("LINK01", "required", "both", ["dps"]),
      finding("LINK03", "local", "none", ["bolig", "dps"]),
      finding("LINK04", "local", "none", ["dps"], { status: "not_assessed" }),
      finding("LINK05", "local", "none", ["dps"], { accepted: { reason: "Avklart" } }),
    ],
  });
  const rules = (off) => findingsOn(index, initialState("actors", off), "dps").map(({ rule }) => rule);
  assert.deepEqual(rules({}), ["LINK01", "LINK03"]);
  assert.deepEqual(rules({ basis: ["required"] }), ["LINK03"]);
  assert.deepEqual(rules({ rule: ["LINK01", "LINK03"] }), []);
});

test("the ties of a duty are not pairs", () => {
  const { data } = municipality();
  const ties = [tie("missing", "bolig", "dps", [0]), tie("missing", "duty:plan", "nav", [2])];
  const { gaps, allGaps } = look({}, { views: [{ ...data.views[0], ties }] });
  assert.deepEqual([gaps, allGaps], [1, 1]);
});

test("a meeting discusses what is on and not accepted, and nothing about what is hidden or off", () => {
  const accepted = finding("LINK04", "hint", "both", ["bolig"], { accepted: { reason: "x" } });
  const open = finding("LINK04", "hint", "both", ["nav", "dps"], { status: "not_assessed" });
  const findings = [...municipality().data.findings, accepted, open];
  const talkedAbout = (choices = {}, off = {}) => {
    const { index } = municipality({ findings });
    return findingsToDiscuss(index, { ...initialState("actors", off), ...choices });
  };
  assert.deepEqual(talkedAbout(), [0, 1, 2, 4]);
  assert.deepEqual(talkedAbout({}, { rule: ["LINK01"] }), [1, 4]);
  assert.deepEqual(talkedAbout({}, { sector: ["helse"] }), [2]);
  assert.deepEqual(talkedAbout({ hidden: ["nav"] }), [0, 1]);
  assert.deepEqual(talkedAbout({ focus: "nav" }), [2, 4]);
  assert.deepEqual(talkedAbout({}, { tie: ["missing", "not_assessed"] }), [0, 1, 2, 4]);
});
