import assert from "node:assert/strict";
import { test } from "node:test";

import { fillTemplate, foldCase } from "../../../../samordning_graph/map/page/script/text.js";

test("a name is found however its letters are typed", () => {
  for (const same of [
    ["Ås", "as", "AAS", "Aas", "A\u030As"],
    ["Tromsø", "tromso", "Tromsoe", "TROMSØ"],
    ["Færder", "faerder", "FÆRDER"],
    ["Kárášjohka", "karasjohka"],
    ["Guovdageainnu đáččat ŋ ŧ", "guovdageainnu daccat n t"],
    ["Åsane", "aasane", "asane"],
    ["Café", "cafe", "Cafe\u0301"],
    ["  NAV \n kontor", "nav kontor"],
  ]) {
    assert.deepEqual(new Set(same.map(foldCase)).size, 1, same.join(" "));
  }
});

test("different words remain different", () => {
  assert.notEqual(foldCase("bustad"), foldCase("bolig"));
  assert.notEqual(foldCase("lån"), foldCase("løn"));
  assert.equal(foldCase("大阪 123 (a-b)"), "大阪 123 (a-b)");
});

test("folding twice changes nothing", () => {
  for (const text of ["Ååå", "aaaa", "oeee", "™", "Œuvre", "ﬁ ﬃ", "İstanbul", "\ud800 halv"]) {
    assert.equal(foldCase(foldCase(text)), foldCase(text), text);
  }
});

test("values replace their placeholders", () => {
  assert.equal(fillTemplate("{n} av {all}", { n: 4, all: 11 }), "4 av 11");
  assert.equal(fillTemplate("{n} {constructor}", { n: 0 }), "0 {constructor}");
  assert.equal(fillTemplate("{one} – {other}", { one: "{other}", other: "$&" }), "{other} – $&");
  assert.equal(fillTemplate("Ingenting"), "Ingenting");
});
