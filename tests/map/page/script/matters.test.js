import assert from "node:assert/strict";
import { test } from "node:test";

import { matterOf, matterTitle, mattersOf, meetingMatters, withAgendaOrder, withOnAgenda } from "../../../../samordning_graph/map/page/script/matters.js";
import { initialState } from "../../../../samordning_graph/map/page/script/state.js";
import { municipality } from "./municipality.js";

const state = initialState("actors");
const keys = (matters) => matters.map(({ key }) => key);

test("matters are numbered, and each finding leads to its own", () => {
  const { data } = municipality();
  assert.deepEqual(mattersOf(data).map(({ number, place }) => [number, place]), [[1, 0], [2, 2]]);
  assert.equal(matterOf(data, data.findings[1]), mattersOf(data)[0]);
  assert.equal(matterOf(data, undefined), undefined);
});

test("the agenda is what is proposed, until somebody ticks", () => {
  const { data, index } = municipality();
  const before = meetingMatters(index, state);
  assert.deepEqual([keys(before.agenda), keys(before.others)], [["bolig|dps"], ["nav|duty:plan"]]);
  const agenda = withOnAgenda(data, state, "nav|duty:plan", true);
  assert.deepEqual(keys(meetingMatters(index, { ...state, agenda }).agenda), ["bolig|dps", "nav|duty:plan"]);
  assert.deepEqual(withOnAgenda(data, { ...state, agenda }, "bolig|dps", false), ["nav|duty:plan"]);
});

test("a matter is put before another, or last", () => {
  const { data, index } = municipality();
  const agenda = ["bolig|dps", "nav|duty:plan"];
  const turned = withAgendaOrder(data, { ...state, agenda }, "nav|duty:plan", "bolig|dps");
  assert.deepEqual(keys(meetingMatters(index, { ...state, agenda: turned }).agenda), ["nav|duty:plan", "bolig|dps"]);
  assert.deepEqual(withAgendaOrder(data, { ...state, agenda: turned }, "nav|duty:plan", null), agenda);
});

test("an agenda that was emptied stays empty", () => {
  const { index } = municipality();
  const { agenda, others } = meetingMatters(index, { ...state, agenda: [] });
  assert.deepEqual([agenda.length, others.length], [0, 2]);
});

test("a matter is left out when the filters leave out all that is found on it", () => {
  const { index } = municipality();
  const off = { ...state.off, rule: ["LINK01"] };
  const { agenda, others, leftOut } = meetingMatters(index, { ...state, off });
  assert.deepEqual([keys(agenda), keys(others), leftOut], [["bolig|dps"], [], 1]);
});

test("a matter without a line between two is called what its strongest finding is called", () => {
  const { data } = municipality();
  const findings = data.findings.map((finding) => ({ ...finding, title: `About ${finding.rule}` }));
  const { data: titled, index } = municipality({ findings });
  assert.equal(matterTitle(index, state, mattersOf(titled)[1]), "About LINK01");
});
