import assert from "node:assert/strict";
import { test } from "node:test";

import { search } from "../../../../samordning_graph/map/page/script/search.js";
import { municipality, node } from "./municipality.js";

const found = (query, nodes) =>
  search(municipality(nodes && { nodes }).index, query).map((each) => each.key);

test("it finds names, ids, sectors and types of actors", () => {
  assert.deepEqual(found("individuell"), ["duty:plan"]);
  assert.deepEqual(found("duty:plan"), ["duty:plan"]);
  assert.deepEqual(found("sosiale tjenester"), ["nav"]);
  assert.deepEqual(found("distriktspsyk"), ["dps"]);
  assert.deepEqual(found("nobody"), []);
});

test("letters and case are forgiving, both ways", () => {
  for (const query of ["ås", "AS", "aas", "Ås dps", "dps, aas!"]) assert.deepEqual(found(query), ["dps"], query);
  const plain = [node("x", "unit", "Trondheim og Tromso")];
  assert.deepEqual(found("Tromsø", plain), ["x"]);
});

test("every word must match: a word, its beginning or a part of it", () => {
  assert.deepEqual(found("boligsos forum"), ["forum", "bolig", "nav"]);
  assert.deepEqual(found("kontor nav"), ["nav"]);
  assert.deepEqual(found("nav fagdag"), []);
});

test("an arena is found, and those who take part in it after it", () => {
  assert.deepEqual(found("fagdag"), ["info", "dps"]);
});

test("a word may have another ending, another last part, or a slip of the hand", () => {
  const nodes = [node("bv", "unit", "Barneverntjenesten"), node("bh", "unit", "Barnehagen"), node("pl", "unit", "Plan")];
  for (const query of ["barnevern", "barnevernet", "barnevernets", "barnevernkontoret", "banevernet", "barnevernstjenesten", "barnverntjeneste"]) {
    assert.deepEqual(found(query, nodes), ["bv"], query);
  }
  assert.deepEqual(found("planen", nodes), ["pl"]);
  assert.deepEqual(found("barnehager", nodes), ["bh"]);
  assert.deepEqual(found("barn", nodes), ["bh", "bv"]);
  assert.deepEqual(found("plqq", nodes), []);
});

test("what the open view shows comes before what it does not", () => {
  const nodes = [node("goal", "goal", "Bolig"), node("unit", "unit", "Tildeling av bolig")];
  const { index } = municipality({ nodes });
  const keys = (view) => search(index, "bolig", view).map((each) => each.key);
  assert.deepEqual(keys(), ["goal", "unit"]);
  assert.deepEqual(keys({ nodes: { unit: [0, 0] } }), ["unit", "goal"]);
});

test("the best come first: the whole name, its start, a word of it, the rest, within a word", () => {
  const nodes = [
    node("e", "unit", "Flyktningboligen"),
    node("d", "unit", "Drift", { sector: "bolig" }),
    node("c", "unit", "Tildeling av bolig"),
    node("b2", "unit", "Boligrådgivningen"),
    node("b1", "unit", "Boligkontoret"),
    node("a", "unit", "Bolig"),
  ];
  assert.deepEqual(found("bolig", nodes), ["a", "b1", "b2", "c", "d", "e"]);
  assert.deepEqual(found("bolig", [...nodes].reverse()), ["a", "b1", "b2", "c", "d", "e"]);
});

test("an empty query finds nothing", () => {
  for (const query of ["", "  ", "-", "\ud800", "().*"]) assert.deepEqual(found(query), [], query);
});

test("an own sector without a name is found by its id, and «constructor» is a name like others", () => {
  assert.deepEqual(found("egen", [node("x", "unit", "X", { sector: "egen" })]), ["x"]);
  assert.deepEqual(found("constructor", [node("constructor", "unit", "Y")]), ["constructor"]);
});

test("two thousand nodes are searched while somebody types", () => {
  const nodes = Array.from({ length: 2000 }, (_, n) => node(`enhet-${n}`, "unit", `Tjenesten for rus og bolig nr. ${n}`));
  const { index } = municipality({ nodes });
  search(index, "made once");
  const before = performance.now();
  for (let n = 0; n < 20; n++) search(index, `bol rus ${n}`);
  // A few milliseconds each; the rest is for a busy machine.
  assert.ok((performance.now() - before) / 20 < 50);
});
