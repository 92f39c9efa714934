import assert from "node:assert/strict";
import { test } from "node:test";

import { shortestChain } from "../../../../samordning_graph/map/page/script/chain.js";
import { municipality, node, tie } from "./municipality.js";

function between(start, end, ties, avoided) {
  const keys = [...new Set(ties.flatMap(({ from, to }) => [from, to])), "alone"];
  const kind = (key) => (key.startsWith("arena") || key.startsWith("info") ? "arena" : "unit");
  const { index } = municipality({
    nodes: keys.map((key) => node(key, kind(key), key, { working: key.startsWith("arena") })),
    findings: [],
    views: [{ id: "actors", hasChains: true, nodes: Object.fromEntries(keys.map((key) => [key, [0, 0]])), ties }],
  });
  const chain = shortestChain(index, index.chainView, start, end, avoided && new Set(avoided));
  return chain && chain.nodes.join(" ");
}

const LINE = [tie("takes_part", "a", "arena1"), tie("takes_part", "b", "arena1"), tie("link", "c", "b")];

test("the shortest chain follows arenas, links and agreements", () => {
  assert.equal(between("a", "c", LINE), "a arena1 b c");
  assert.equal(between("a", "c", [...LINE, tie("agreement", "c", "a")]), "a c");
  assert.equal(between("a", "a", LINE), "a");
});

test("a chain has the ties between its nodes, in order", () => {
  const { index } = municipality();
  const { nodes, ties } = shortestChain(index, index.chainView, "nav", "bolig");
  assert.deepEqual(nodes, ["nav", "forum", "bolig"]);
  assert.deepEqual(ties.map(({ id }) => id), ["takes_part|nav|forum", "takes_part|bolig|forum"]);
});

test("loose ties, gaps, referrals and arenas that do not count connect nobody", () => {
  for (const kind of ["loose", "missing", "not_assessed", "referral"]) {
    assert.equal(between("a", "b", [tie(kind, "a", "b")]), null, kind);
  }
  assert.equal(between("a", "b", [tie("takes_part", "a", "info"), tie("takes_part", "b", "info")]), null);
});

test("there is no chain to an actor that is isolated, hidden or unknown", () => {
  assert.equal(between("a", "alone", LINE), null);
  assert.equal(between("a", "nobody", LINE), null);
  assert.equal(between("constructor", "a", LINE), null);
  assert.equal(between("a", "c", LINE, ["c"]), null);
  assert.equal(between("a", "c", LINE, ["b"]), null);
});

test("of several equally short, the one whose keys come first, from both ends and in any order of the ties", () => {
  const ties = ["q", "p"].flatMap((way) => [tie("link", "a", way), tie("link", way, "z")]);
  for (const order of [ties, [...ties].reverse()]) {
    assert.equal(between("a", "z", order), "a p z");
    assert.equal(between("z", "a", order), "z p a");
  }
});
