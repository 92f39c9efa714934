/** The page lays the long table out as Python does, on the cases that `tests/drawing/test_long_tables.py` writes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { foldTable, onlyOfTable } from "../../../../samordning_graph/map/page/script/long_table.js";
import { placesOfTable, tableFromPlaces } from "../../../../samordning_graph/map/page/script/table_order.js";
import { layOut } from "../../../../samordning_graph/map/page/script/table_layout.js";
import { membershipWay, routeLines } from "../../../../samordning_graph/map/page/script/table_routes.js";

const { advances, cases } = JSON.parse(readFileSync(new URL("../../../drawing/long_tables.json", import.meta.url), "utf-8"));

function measure(text, size, isBold) {
  const table = isBold ? advances.bold : advances.regular;
  return ([...text].reduce((sum, letter) => sum + (table[letter] ?? 1000), 0) * size) / 1000;
}

function tableOf({ left, right, arenas, arenas_left_out: arenasLeftOut }) {
  return { left, right, arenas, arenasLeftOut };
}

function foldedFor({ table, capacity, wanted, weights, opened, areFew, strong }) {
  const whole = tableOf(table);
  return areFew ? onlyOfTable(whole, new Set(strong)) : foldTable(whole, capacity, wanted, weights, opened);
}

function laidOut(given, table) {
  return layOut({
    table,
    nameOf: (key) => given.names[key],
    sectorName: (sector) => given.sectors[sector],
    strong: new Set(given.strong),
    ...given.size,
    measure,
    weights: given.weights,
    areFew: given.areFew,
  });
}

/** Two values are the same but for how a machine rounds. */
function assertClose(actual, expected, where) {
  if (typeof expected === "number") {
    assert.ok(Math.abs(actual - expected) < 0.001, `${where}: ${actual} is not ${expected}`);
  } else if (Array.isArray(expected)) {
    assert.equal(actual.length, expected.length, where);
    expected.forEach((each, i) => assertClose(actual[i], each, `${where}[${i}]`));
  } else if (expected && typeof expected === "object") {
    assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort(), where);
    for (const key of Object.keys(expected)) assertClose(actual[key], expected[key], `${where}.${key}`);
  } else {
    assert.equal(actual, expected, where);
  }
}

/** A layout with the names that Python gives its fields. */
function asInPython({ width, height, rowHeight, letters, left, right, spineLeft, spineRight, rows, sectors, pills, gaps, arenasLeftOut }) {
  return {
    size: { width, height },
    row_height: rowHeight,
    font: letters.font,
    heading_font: letters.headingFont,
    arena_font: letters.arenaFont,
    name_width: letters.nameWidth,
    heading_width: letters.headingWidth,
    left,
    right,
    spine_left: spineLeft,
    spine_right: spineRight,
    rows: Object.fromEntries([...rows].map(([key, { isBold, ...row }]) => [key, { ...row, is_bold: isBold }])),
    sectors: sectors.map(({ foldedAt, ...sector }) => ({ ...sector, folded_at: foldedAt })),
    pills: Object.fromEntries(pills),
    gaps,
    arenas_left_out: arenasLeftOut,
  };
}

cases.forEach(({ given, expected }, number) => {
  const folded = foldedFor(given);
  const layout = laidOut(given, folded);

  test(`case ${number} is folded as in Python`, () => {
    assert.deepEqual(folded, tableOf(expected.table));
  });

  test(`case ${number} is laid out as in Python`, () => {
    assertClose(asInPython(layout), expected.layout, "layout");
  });

  test(`the lines of case ${number} go where they go in Python`, () => {
    const lines = new Map(given.lines.map((line) => [line.id, line]));
    const routes = routeLines(layout, given.lines).map(({ id, ...way }) => ({ line: lines.get(id), ...way }));
    assertClose(routes, expected.routes, "routes");
    const ways = given.seats.map(([key, arena]) => membershipWay(layout, key, arena));
    assertClose(ways.map(({ start, segments: [curve] }) => [start, curve]), expected.memberships, "memberships");
  });
});

cases.forEach(({ given, expected }, number) => {
  const whole = tableOf(given.table);
  const sectorOf = new Map([...whole.left, ...whole.right].flatMap(({ sector, rows }) => rows.map((key) => [key, sector])));

  test(`case ${number} has the places that Python gives it`, () => {
    assert.deepEqual(Object.fromEntries(placesOfTable(whole)), expected.places);
  });

  test(`the order of case ${number} is read from its places`, () => {
    const nodes = Object.keys(expected.places).map((key) =>
      sectorOf.has(key) ? { key, kind: "unit", sector: sectorOf.get(key) } : { key, kind: "arena" },
    );
    assert.deepEqual(tableFromPlaces(nodes, (key) => expected.places[key]), whole);
  });
});

test("there are cases with lines, folded rows and arenas left out", () => {
  assert.ok(cases.some(({ expected }) => expected.routes.length >= 20));
  assert.ok(cases.some(({ expected }) => expected.table.left.some(({ folded }) => folded > 0)));
  assert.ok(cases.some(({ expected }) => expected.layout.arenas_left_out > 0));
});
