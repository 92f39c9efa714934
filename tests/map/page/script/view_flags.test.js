import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { shown } from "../../../../samordning_graph/map/page/script/filter.js";
import { initialState } from "../../../../samordning_graph/map/page/script/state.js";
import { nodeStyle } from "../../../../samordning_graph/map/page/script/style.js";
import { municipality } from "./municipality.js";

const SCRIPTS = new URL("../../../../samordning_graph/map/page/script/", import.meta.url);

test("no script knows a view by its id, so that a new view touches none", () => {
  for (const name of readdirSync(SCRIPTS)) {
    const script = readFileSync(new URL(name, SCRIPTS), "utf-8");
    assert.deepEqual(script.match(/(["'])(actors|arenas|sectors|goals)\1/g), null, name);
  }
});

test("a chain is drawn in the view that has chains, whatever its id", () => {
  const { data } = municipality();
  const [{ nodes, ties }] = data.views;
  for (const hasChains of [true, false]) {
    const { index } = municipality({ start: "x", views: [{ id: "x", hasChains, nodes, ties }] });
    const { chain } = shown(index, { ...initialState("x"), chain: ["nav", "bolig"] });
    assert.equal(index.chainView?.id, hasChains ? "x" : undefined);
    assert.deepEqual(chain?.nodes, hasChains ? ["nav", "forum", "bolig"] : undefined);
  }
});

test("a duty has a shape of its own", () => {
  const { data, index } = municipality();
  assert.equal(nodeStyle(data, index.node("forum")).shape, "box");
  assert.equal(nodeStyle(data, index.node("duty:plan")).shape, "hexagon");
});
