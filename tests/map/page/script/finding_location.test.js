import assert from "node:assert/strict";
import { test } from "node:test";

import { selectionFor, viewFor } from "../../../../samordning_graph/map/page/script/finding_location.js";
import { finding, municipality, tie } from "./municipality.js";

const identity = (rule, subject, ...related) => ({ identity: { rule, subject, related } });

function gaps() {
  return municipality({
    findings: [
      finding("LINK01", "required", "both", ["bolig", "dps"], identity("LINK01", "bolig", "dps")),
      finding("ISO01", "hint", "both", ["nav"], identity("ISO01", "nav")),
      finding("LINK06", "hint", "both", ["sector:bolig", "sector:helse"], identity("LINK06", "bolig", "helse")),
    ],
    views: [
      { id: "actors", nodes: { nav: [0, 0], bolig: [0, 1], dps: [0, 2] }, ties: [tie("missing", "bolig", "dps", [0])] },
      { id: "arenas", nodes: {}, ties: [] },
      { id: "sectors", nodes: {}, ties: [tie("missing", "sector:bolig", "sector:helse", [2])] },
    ],
  });
}

test("a gap is selected by its tie, and without one by its key", () => {
  const { data, index } = gaps();
  assert.equal(selectionFor(index, "actors", data.findings[0]), "missing|bolig|dps");
  assert.equal(selectionFor(index, "sectors", data.findings[0]), "LINK01|bolig|dps");
  assert.equal(selectionFor(index, "actors", data.findings[1]), "ISO01|nav|");
});

test("it is shown in a view with its tie, or else in one with the nodes it is about", () => {
  const { data, index } = gaps();
  assert.equal(viewFor(index, "arenas", data.findings[0]), "actors");
  assert.equal(viewFor(index, "actors", data.findings[2]), "sectors");
  assert.equal(viewFor(index, "arenas", data.findings[1]), "actors");
  assert.equal(viewFor(index, "tables", data.findings[1]), "actors");
});
