import assert from "node:assert/strict";
import { test } from "node:test";

import { compareCells, toTsv } from "../../../../samordning_graph/map/page/script/table_text.js";

const sorted = (...texts) => texts.sort(compareCells);

test("names are in Norwegian order", () => {
  assert.deepEqual(sorted("Ås", "Østre", "Ærlig", "Zebra", "Aker"), ["Aker", "Zebra", "Ærlig", "Østre", "Ås"]);
  assert.deepEqual(sorted("Aasgaard", "Zulu", "boligkontoret", "Arbeid"), ["Arbeid", "boligkontoret", "Zulu", "Aasgaard"]);
});

test("numbers are in order of size, before texts, and so are numbers in names", () => {
  assert.deepEqual(sorted("10", "9", "1,5", "1,25", "−2", "x"), ["−2", "1,25", "1,5", "9", "10", "x"]);
  assert.deepEqual(sorted("Forum 10", "Forum 9"), ["Forum 9", "Forum 10"]);
});

test("a cell remains one cell, whatever it contains", () => {
  assert.equal(toTsv([["Navn", "Hva"], ["a\tb", "c\r\nd"]]), "Navn\tHva\r\na b\tc d\r\n");
  assert.equal(toTsv([['"Hjem" først']]), '"""Hjem"" først"\r\n');
  assert.equal(toTsv([]), "");
});

test("a text that a spreadsheet would run is marked as text", () => {
  for (const text of ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1+1", "\n =1+1"]) {
    assert.ok(toTsv([[text]]).startsWith("'"), JSON.stringify(text));
  }
  assert.equal(toTsv([["=HYPERLINK(\"http://x\")"]]), "\"'=HYPERLINK(\"\"http://x\"\")\"\r\n");
  assert.equal(toTsv([["-2", "+4,5", "a=b", "12"]]), "-2\t+4,5\ta=b\t12\r\n");
});
