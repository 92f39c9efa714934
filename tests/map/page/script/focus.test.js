import assert from "node:assert/strict";
import { test } from "node:test";

import { focusOf } from "../../../../samordning_graph/map/page/script/focus.js";
import { initialState } from "../../../../samordning_graph/map/page/script/state.js";
import { municipality, tie } from "./municipality.js";

const PATH = ["bolig", "forum", "nav", "dps"];

/** A way from the housing office to the hospital, over an arena and a link. */
function withPath() {
  const { data } = municipality();
  const [view, ...others] = data.views;
  const ties = view.ties.map((each) => (each.id === "missing|bolig|dps" ? { ...each, path: PATH } : each));
  return municipality({ views: [{ ...view, ties: [...ties, tie("link", "dps", "nav")] }, ...others] });
}

function focus(change, { index } = withPath()) {
  const found = focusOf(index, { ...initialState("actors"), ...change });
  return found && {
    ...found,
    nodes: [...found.nodes].sort(),
    ties: Object.fromEntries([...found.ties].map(([{ id }, weight]) => [id, weight])),
  };
}

test("nothing is in focus until something is chosen, and never what is not shown", () => {
  assert.equal(focus({}), null);
  assert.equal(focus({ selected: "nobody" }), null);
  assert.equal(focus({ selected: "nav", hidden: ["nav"] }), null);
  assert.equal(focus({ selected: "nav", view: "tables" }), null);
  assert.equal(focus({ selected: "nav", view: "sectors" }), null);
});

test("an actor keeps its arenas, those who meet there, and those it is tied to", () => {
  const found = focus({ selected: "bolig" });
  assert.deepEqual(found.rings, ["bolig"]);
  assert.equal(found.isPair, false);
  assert.deepEqual(found.nodes, ["bolig", "dps", "forum", "nav"]);
  assert.deepEqual(found.ties, { "takes_part|bolig|forum": "own", "missing|bolig|dps": "own", "takes_part|nav|forum": "around" });
});

test("an arena that does not count brings nobody together", () => {
  assert.deepEqual(focus({ selected: "dps", off: { ...initialState("").off, tie: ["missing", "link"] } }).nodes, ["dps", "info"]);
});

test("an arena keeps those who take part", () => {
  assert.deepEqual(focus({ selected: "forum" }).nodes, ["bolig", "forum", "nav"]);
});

test("a pair has a ring on both, what each takes part in, and today's way", () => {
  const found = focus({ selected: "missing|bolig|dps" });
  assert.deepEqual(found.rings, ["bolig", "dps"]);
  assert.equal(found.isPair, true);
  assert.deepEqual(found.nodes, ["bolig", "dps", "forum", "info", "nav"]);
  assert.deepEqual(found.path, PATH);
  assert.deepEqual(found.ties, {
    "missing|bolig|dps": "chosen",
    "takes_part|bolig|forum": "path",
    "takes_part|nav|forum": "path",
    "link|dps|nav": "path",
    "takes_part|dps|info": "around",
  });
});

test("a way over somebody who is hidden is told, but not drawn", () => {
  assert.deepEqual(focus({ selected: "missing|bolig|dps", hidden: ["nav"] }).path, []);
});

test("a line of a duty is the duty", () => {
  const off = { off: { ...initialState("").off } };
  assert.deepEqual(focus({ selected: "not_assessed|nav|duty:plan", ...off }), focus({ selected: "duty:plan", ...off }));
  assert.deepEqual(focus({ selected: "duty:plan" }).nodes, ["duty:plan", "nav"]);
});

test("of a duty who is alone on a side has the ring, unless it is hidden", () => {
  const { data } = municipality();
  const nodes = data.nodes.map((each) => (each.key === "duty:plan" ? { ...each, lone: "nav" } : each));
  const ringsOf = (change) => focusOf(municipality({ nodes }).index, { ...initialState("actors"), selected: "duty:plan", ...change })?.rings;
  assert.deepEqual(ringsOf({}), ["nav"]);
  assert.deepEqual(ringsOf({ hidden: ["nav"] }), ["duty:plan"]);
  assert.deepEqual(focus({ selected: "duty:plan" }).rings, ["duty:plan"]);
});

test("a duty shows its parties also while such lines are off", () => {
  const { off } = initialState("", { tie: ["not_assessed"] });
  assert.deepEqual(focus({ selected: "duty:plan", off }).nodes, ["duty:plan", "nav"]);
  assert.deepEqual(focus({ selected: "duty:plan", off, hidden: ["nav"] }).nodes, ["duty:plan"]);
});

test("a finding without a line is those it is about", () => {
  const { data } = municipality();
  const alone = { ...data.findings[0], rule: "ISO01", identity: { rule: "ISO01", subject: "bolig", related: [] }, about: ["bolig"] };
  const found = focus({ selected: "ISO01|bolig|" }, municipality({ findings: [...data.findings, alone] }));
  assert.deepEqual(found.rings, ["bolig"]);
});

test("what the search is at goes before what is selected", () => {
  assert.deepEqual(focus({ selected: "bolig", glimpse: "forum" }).rings, ["forum"]);
});
