import assert from "node:assert/strict";
import { test } from "node:test";

import { seemsToNameAPerson } from "../../../../samordning_graph/map/page/script/role_check.js";
import { municipality } from "./municipality.js";

const { index } = municipality();

for (const name of ["Kari Nordmann", "avtales med Åse-Marie Østby i dag", "Ola N. Hansen"]) {
  test(`«${name}» seems to name a person`, () => assert.ok(seemsToNameAPerson(index, name)));
}

for (const role of ["leder for Boligkontoret", "Leder Boligkontoret", "Leder NAV-kontoret", "Ås DPS", "Kommunalsjef", "rådgiver i helse og bolig", ""]) {
  test(`«${role}» does not`, () => assert.ok(!seemsToNameAPerson(index, role)));
}
