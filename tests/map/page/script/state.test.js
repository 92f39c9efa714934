import assert from "node:assert/strict";
import { test } from "node:test";

import { createStore, FILTERS, fromHash, initialState, toHash } from "../../../../samordning_graph/map/page/script/state.js";

const start = initialState("actors", { tie: ["not_assessed"] });

test("a change creates a new state, and listeners get both", () => {
  const store = createStore(start);
  const changes = [];
  store.subscribe((state, previous) => changes.push([previous.focus, state.focus]));
  store.set({ focus: "nav" });
  assert.deepEqual(changes, [[null, "nav"]]);
  assert.equal(start.focus, null);
  assert.throws(() => {
    store.get().focus = "dps";
  }, TypeError);
});

test("no listener is called when nothing changes, or after it has unsubscribed", () => {
  const store = createStore(start);
  let calls = 0;
  const unsubscribe = store.subscribe(() => calls++);
  store.set({ focus: null, hidden: start.hidden }, { undo: true });
  assert.equal(store.canUndo(), false);
  unsubscribe();
  store.set({ focus: "nav" });
  assert.equal(calls, 0);
});

test("undo restores what an undoable change replaced, and leaves the rest", () => {
  const store = createStore(start);
  store.set({ hidden: ["nav"] }, { undo: true });
  store.set({ selected: "dps" });
  assert.equal(store.canUndo(), true);
  store.undo();
  assert.deepEqual(store.get(), { ...start, selected: "dps" });
  assert.equal(store.canUndo(), false);
  store.undo();
  assert.equal(store.get().selected, "dps");
});

test("a hundred steps can be undone", () => {
  const store = createStore(start);
  for (let n = 1; n <= 105; n++) store.set({ meeting: n }, { undo: true });
  for (let n = 0; n < 200; n++) store.undo();
  assert.equal(store.get().meeting, 5);
});

test("a link can be read", () => {
  const state = { ...start, focus: "nav", off: { ...start.off, rule: ["LINK03", "LINK04"] } };
  assert.equal(toHash(state, start), "#focus=nav&off.rule=LINK03,LINK04");
  assert.equal(toHash(start, start), "");
});

test("a link restores the same choices", () => {
  const chosen = {
    ...start,
    view: "goals",
    selected: "missing|a|b",
    focus: "sector:egen sektor, æøå & 100 %",
    chain: ["a,b", "c=d#e"],
    hidden: ["x", "?", "\u0000<script>"],
    off: { ...start.off, tie: [], level: [""], sector: ["a", "", "b"] },
    figure: "betweenness",
    weigh: true,
    meeting: 12,
  };
  const hash = toHash(chosen, start);
  assert.deepEqual({ ...start, ...fromHash(hash, start) }, chosen);
  assert.doesNotMatch(hash, /[\s<>"]/);
});

test("a link that the browser has encoded means the same", () => {
  const hash = toHash({ ...start, focus: "sector:Økonomi og bø" }, start);
  assert.equal(fromHash(new URL(hash, "file:///kart.html").hash).focus, "sector:Økonomi og bø");
});

test("a link can clear a choice", () => {
  assert.deepEqual(fromHash("#focus=&chain=&hidden=&meeting=", start), {
    focus: null,
    chain: null,
    hidden: [],
    meeting: null,
  });
  assert.deepEqual(fromHash("#off.tie=", start).off, { ...start.off, tie: [] });
});

test("what cannot be read in a link is left out", () => {
  for (const hash of [
    "",
    "#",
    "#&&=&=x&x",
    "#__proto__=x&constructor=y&toString=z&off.__proto__=a&off.=b&off=c",
    "#focus",
    "#view=",
    "#focus=%E0%A4%A&view=%",
    "#moved=1&decisions=2",
  ]) {
    const change = fromHash(hash, start);
    assert.deepEqual(Object.keys(change).filter((name) => change[name] !== null), [], hash);
  }
  assert.deepEqual(fromHash("#meeting=-1&weigh=maybe&chain=nav"), { meeting: null, weigh: false, chain: null });
  assert.equal({}.polluted, undefined);
});

test("no link makes it throw", () => {
  const signs = ["#", "&", "=", ",", "%", "%2", "%00", "?", "off.", "view", "rule", "\ud800", "é", "__proto__", "1e9"];
  let seed = 1;
  const next = () => (seed = (seed * 48271) % 2147483647);
  for (let round = 0; round < 3000; round++) {
    const hash = Array.from({ length: next() % 12 }, () => signs[next() % signs.length]).join("");
    const state = { ...start, ...fromHash(hash, start) };
    assert.deepEqual(Object.keys(state).sort(), Object.keys(start).sort());
    for (const filter of FILTERS) assert.ok(Array.isArray(state.off[filter]), hash);
    assert.equal(typeof toHash(state, start), "string");
  }
});
