import assert from "node:assert/strict";
import { test } from "node:test";

import { nearestInDirection, nearestTo, topmost } from "../../../../samordning_graph/map/page/script/arrow_keys.js";

const positions = (/** @type {Record<string, [number, number]>} */ byKey) => new Map(Object.entries(byKey));
const CROSS = positions({ middle: [0, 0], up: [0, -10], down: [0, 10], left: [-10, 0], right: [10, 0] });

test("each arrow key leads in its direction, and the opposite one leads back", () => {
  const opposites = { up: "down", down: "up", left: "right", right: "left" };
  for (const [way, back] of Object.entries(opposites)) {
    assert.equal(nearestInDirection(way, [0, 0], CROSS), way);
    assert.equal(nearestInDirection(back, CROSS.get(way), CROSS), "middle");
  }
});

test("at the edge there is nothing, and no position leads to itself", () => {
  assert.equal(nearestInDirection("up", [0, -10], CROSS), null);
  assert.equal(nearestInDirection("left", [0, 0], positions({ self: [0, 0], above: [0, -5] })), null);
  assert.equal(nearestInDirection("left", [0, 0], new Map()), null);
});

test("what lies ahead comes before what is nearer but to the side", () => {
  assert.equal(nearestInDirection("right", [0, 0], positions({ ahead: [50, 10], aside: [5, 20] })), "ahead");
  assert.equal(nearestInDirection("right", [0, 0], positions({ aside: [5, 20], further: [6, 40] })), "aside");
});

test("along a row, the arrow keys stay in the row", () => {
  const rows = positions({ next: [140, 0], below: [100, 58], beyond: [280, 0] });
  assert.equal(nearestInDirection("right", [0, 0], positions({ next: [140, 0], beyond: [280, 0] })), "next");
  assert.equal(nearestInDirection("down", [0, 0], rows), "below");
});

test("of two equally near, the first one", () => {
  assert.equal(nearestInDirection("down", [0, 0], positions({ b: [-5, 10], a: [5, 10] })), "b");
});

test("the nearest of all, and the topmost", () => {
  assert.equal(nearestTo([9, 1], CROSS), "right");
  assert.equal(topmost(CROSS), "up");
  assert.equal(topmost(positions({ right: [10, 0], left: [-10, 0] })), "left");
  assert.equal(topmost(new Map()), null);
});

test("every cell of a grid can be reached from every other", () => {
  const grid = new Map();
  for (let x = 0; x < 7; x++) for (let y = 0; y < 5; y++) grid.set(`${x}/${y}`, [x * 140 + (y % 2) * 30, y * 58]);
  for (const start of grid.keys()) {
    const reached = new Set([start]);
    for (const key of reached) {
      for (const way of ["up", "down", "left", "right"]) {
        const next = nearestInDirection(way, grid.get(key), grid);
        if (next !== null) reached.add(next);
      }
    }
    assert.equal(reached.size, grid.size, start);
  }
});
