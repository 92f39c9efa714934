import assert from "node:assert/strict";
import { test } from "node:test";

import { firstOf, nearestIn, nearestTo } from "../../../../samordning_graph/map/page/script/arrow_keys.js";

const places = (/** @type {Record<string, [number, number]>} */ all) => new Map(Object.entries(all));
const CROSS = places({ middle: [0, 0], up: [0, -10], down: [0, 10], left: [-10, 0], right: [10, 0] });

test("each arrow goes that way, and back again", () => {
  const there = { up: "down", down: "up", left: "right", right: "left" };
  for (const [way, back] of Object.entries(there)) {
    assert.equal(nearestIn(way, [0, 0], CROSS), way);
    assert.equal(nearestIn(back, CROSS.get(way), CROSS), "middle");
  }
});

test("at the edge there is nothing, and one does not go to oneself", () => {
  assert.equal(nearestIn("up", [0, -10], CROSS), null);
  assert.equal(nearestIn("left", [0, 0], places({ self: [0, 0], above: [0, -5] })), null);
  assert.equal(nearestIn("left", [0, 0], new Map()), null);
});

test("what lies ahead comes before what is nearer, but aside", () => {
  assert.equal(nearestIn("right", [0, 0], places({ ahead: [50, 10], aside: [5, 20] })), "ahead");
  assert.equal(nearestIn("right", [0, 0], places({ aside: [5, 20], further: [6, 40] })), "aside");
});

test("along a row one stays in the row", () => {
  const rows = places({ next: [140, 0], below: [100, 58], beyond: [280, 0] });
  assert.equal(nearestIn("right", [0, 0], places({ next: [140, 0], beyond: [280, 0] })), "next");
  assert.equal(nearestIn("down", [0, 0], rows), "below");
});

test("of two as near, the one that comes first", () => {
  assert.equal(nearestIn("down", [0, 0], places({ b: [-5, 10], a: [5, 10] })), "b");
});

test("the nearest of all, and where reading begins", () => {
  assert.equal(nearestTo([9, 1], CROSS), "right");
  assert.equal(firstOf(CROSS), "up");
  assert.equal(firstOf(places({ right: [10, 0], left: [-10, 0] })), "left");
  assert.equal(firstOf(new Map()), null);
});

test("every place of a table can be reached from every other", () => {
  const seats = new Map();
  for (let x = 0; x < 7; x++) for (let y = 0; y < 5; y++) seats.set(`${x}/${y}`, [x * 140 + (y % 2) * 30, y * 58]);
  for (const start of seats.keys()) {
    const reached = new Set([start]);
    for (const key of reached) {
      for (const way of ["up", "down", "left", "right"]) {
        const next = nearestIn(way, seats.get(key), seats);
        if (next !== null) reached.add(next);
      }
    }
    assert.equal(reached.size, seats.size, start);
  }
});
