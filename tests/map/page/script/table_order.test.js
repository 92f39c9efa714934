import assert from "node:assert/strict";
import { test } from "node:test";

import { movedFor, placesOfTable, seatsAround, tableFromPlaces, withSeat, withSector } from "../../../../samordning_graph/map/page/script/table_order.js";

const TABLE = {
  left: [{ sector: "helse", rows: ["h1", "h2", "h3"], folded: 0 }],
  right: [{ sector: "bolig", rows: ["b1"], folded: 0 }, { sector: "plan", rows: ["p1", "p2"], folded: 0 }],
  arenas: ["forum", "utvalg"],
  arenasLeftOut: 0,
};
const NODES = [
  ...["h1", "h2", "h3"].map((key) => ({ key, kind: "unit", sector: "helse" })),
  { key: "b1", kind: "external", sector: "bolig" },
  ...["p1", "p2"].map((key) => ({ key, kind: "unit", sector: "plan" })),
  ...["forum", "utvalg"].map((key) => ({ key, kind: "arena" })),
];

test("a row goes before another one of its sector, or last", () => {
  assert.deepEqual(withSeat(TABLE, "h3", "h1").left[0].rows, ["h3", "h1", "h2"]);
  assert.deepEqual(withSeat(TABLE, "h1", null).left[0].rows, ["h2", "h3", "h1"]);
  assert.deepEqual(withSeat(TABLE, "utvalg", "forum").arenas, ["utvalg", "forum"]);
});

test("no row leaves its sector", () => {
  assert.deepEqual(withSeat(TABLE, "h1", "p1"), TABLE);
});

test("a sector goes to any place of either column", () => {
  assert.deepEqual(withSector(TABLE, "plan", "right", "bolig").right.map(({ sector }) => sector), ["plan", "bolig"]);
  const across = withSector(TABLE, "plan", "left", null);
  assert.deepEqual(across.left.map(({ sector }) => sector), ["helse", "plan"]);
  assert.deepEqual(across.right.map(({ sector }) => sector), ["bolig"]);
  assert.deepEqual(withSector(TABLE, "plan", "right", "plan"), TABLE);
});

test("what was moved says the new order, and nothing of what stays", () => {
  const before = Object.fromEntries(placesOfTable(TABLE));
  const after = withSeat(TABLE, "p2", "p1");
  const moved = movedFor(before, after);
  assert.deepEqual(Object.keys(moved).sort(), ["p1", "p2"]);
  assert.deepEqual(tableFromPlaces(NODES, (key) => moved[key] ?? before[key]), after);
  assert.deepEqual(movedFor(before, TABLE), {});
});

test("one sits among its own", () => {
  assert.deepEqual(seatsAround(TABLE, "p1"), ["p1", "p2"]);
  assert.deepEqual(seatsAround(TABLE, "forum"), ["forum", "utvalg"]);
  assert.deepEqual(seatsAround(TABLE, "nobody"), []);
});
