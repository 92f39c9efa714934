import assert from "node:assert/strict";
import { test } from "node:test";

import { decisionRows, decisionSentence, followUpRows, inMeetingOrder, missingFields, proposedValues, toNotes, toSheet, toYaml, withDecision } from "../../../../samordning_graph/map/page/script/decisions.js";
import { finding, municipality, node } from "./municipality.js";

const TABLES = {
  participation: { sheet: "Deltakelse", columns: columns("actor arena role source source_date comment") },
  links: { sheet: "Samarbeid", columns: columns("from to strength formal source source_date comment") },
  accepted_gaps: { sheet: "Avklarte funn", columns: columns("code subject related reason owner expires source source_date comment") },
};
const PAIR = "bolig|dps";
const DUTY = "duty:plan|nav|dps";
const DAY = "2026-11-27";
const HOSTILE = '"}\n- x: y # \t\\ \u0000\u0085\u2028\ud800 </script> «æ» 😀 : [~';

function columns(names) {
  return names.split(" ").map((name) => ({ name, heading: name.toUpperCase() }));
}

function meeting(changes = {}) {
  return municipality({
    language: "nb",
    municipality: { number: "0301", name: "Oslo" },
    asOf: "2026-11-01",
    digest: "abc",
    tables: TABLES,
    findings: [
      { ...finding("LINK01", "required", "both", ["bolig", "dps"]), title: "Boligkontoret – Ås DPS", identity: { rule: "LINK01", subject: "bolig", related: ["dps"] }, seat: { actor: "dps", arena: "forum", host: "bolig" } },
      { ...finding("LINK02", "conditional", "both", ["duty:plan", "nav", "dps"]), title: "Individuell plan", identity: { rule: "LINK02", subject: "plan", related: ["nav", "dps"] } },
    ],
    words: { role: { member: "medlem" }, strength: { cooperation: "samhandling" } },
    ...changes,
  });
}

const decisionText = (key, values = {}) => [key, ...Object.values(values)].join(" ");

function rows(decisions, changes) {
  return decisionRows(meeting(changes).data, { decisions, agenda: null }, decisionText);
}

test("the proposal is the invitation of the finding, and the actors it is about", () => {
  const { data, index } = meeting();
  assert.deepEqual(proposedValues(index, data.findings[0]), { actor: "dps", arena: "forum", other: "bolig" });
  assert.deepEqual(proposedValues(index, data.findings[1]), { actor: "nav", arena: "", other: "dps" });
});

test("the fields that an outcome requires must be filled in", () => {
  assert.deepEqual(missingFields({ outcome: "invite", date: DAY, actor: "nav" }), ["arena"]);
  assert.deepEqual(missingFields({ outcome: "accept", date: DAY, reason: "  " }), ["reason"]);
  assert.deepEqual(missingFields({ outcome: "agree", date: DAY, actor: "nav", other: "nav" }), ["other"]);
  assert.deepEqual(missingFields({ outcome: "already", date: DAY, actor: "nav", other: "dps" }), []);
});

test("an invitation is a participation, with source and date", () => {
  const { participation, links, accepted_gaps } = rows({ [PAIR]: { outcome: "invite", date: DAY, actor: "dps", arena: "forum", owner: "leder", note: "ring" } });
  assert.deepEqual(participation, [
    { actor: "dps", arena: "forum", role: "member", source: "source_invite 27.11.2026", source_date: DAY, comment: "by leder ring" },
  ]);
  assert.deepEqual([links, accepted_gaps], [[], []]);
});

test("an agreement and existing cooperation are links, distinguished by their source", () => {
  const sources = ["agree", "already"].map((outcome) => rows({ [PAIR]: { outcome, date: DAY, actor: "dps", other: "bolig" } }).links[0]);
  assert.deepEqual(sources.map(({ from, to, strength }) => [from, to, strength]), [["dps", "bolig", "cooperation"], ["dps", "bolig", "cooperation"]]);
  assert.deepEqual(sources.map(({ source }) => source), ["source_agree 27.11.2026", "source_already 27.11.2026"]);
});

test("what is accepted is the finding itself, with reason, owner and last day", () => {
  const [row] = rows({ [DUTY]: { outcome: "accept", date: DAY, reason: "for få", owner: "rådmann", expires: "2027-12-31" } }).accepted_gaps;
  assert.deepEqual([row.code, row.subject, row.related, row.reason, row.owner, row.expires], ["LINK02", "plan", ["nav", "dps"], "for få", "rådmann", "2027-12-31"]);
});

test("what is settled is settled on every ground of the matter", () => {
  const { data } = meeting();
  const [first, second] = data.findings;
  const third = { ...first, rule: "LINK04", identity: { rule: "LINK04", subject: "bolig", related: ["dps"] } };
  const { accepted_gaps } = rows({ [PAIR]: { outcome: "accept", date: DAY, reason: "for få" } }, { findings: [first, second, third] });
  assert.deepEqual(accepted_gaps.map(({ code }) => code), ["LINK01", "LINK04"]);
});

test("a proposed step with a seat is a participation, and without one no row; the deadline is told", () => {
  const step = { outcome: "step", date: DAY, step: "Inviter", actor: "dps", arena: "forum", deadline: "2027-01-15" };
  assert.deepEqual(rows({ [PAIR]: step }).participation, [
    { actor: "dps", arena: "forum", role: "member", source: "source_step 27.11.2026", source_date: DAY, comment: "before 15.01.2027" },
  ]);
  assert.deepEqual(rows({ [PAIR]: { outcome: "step", date: DAY, step: "Bli enige" } }).participation, []);
});

test("what is postponed has no row", () => {
  assert.equal(toYaml(rows({ [PAIR]: { outcome: "postpone", date: DAY } }), "remark"), "");
});

test("a note and an incomplete decision have no rows", () => {
  const none = { participation: [], links: [], accepted_gaps: [] };
  assert.deepEqual(rows({ [PAIR]: { outcome: "note", date: DAY, note: "x" } }), none);
  assert.deepEqual(rows({ [PAIR]: { outcome: "accept", date: DAY } }), none);
  assert.equal(toYaml(none, "remark"), "");
});

function steps(decisions) {
  return followUpRows(meeting().index, { decisions, agenda: null }, decisionText);
}

test("what somebody is to do is a step about the two, with role, deadline and the source of its rows", () => {
  const agree = { outcome: "agree", date: DAY, actor: "dps", other: "bolig", owner: " leder ", deadline: "2027-01-15", note: "hver måned" };
  const [step] = steps({ [PAIR]: agree });
  assert.deepEqual(step, {
    step: "agree Ås DPS … Boligkontoret … … hver måned",
    subject: "bolig",
    related: ["dps"],
    owner: "leder",
    deadline: "2027-01-15",
    status: "agreed",
    decided: DAY,
    source: "source_agree 27.11.2026",
    source_date: DAY,
    comment: "hver måned",
  });
  assert.equal(step.source, rows({ [PAIR]: agree }).links[0].source);
});

test("a proposed step is the step itself, and of a duty it is about the finding", () => {
  const [step] = steps({ [DUTY]: { outcome: "step", date: DAY, step: "Bli enige" } });
  assert.deepEqual([step.step, step.code, step.subject, step.related], ["Bli enige", "LINK02", "plan", ["nav", "dps"]]);
});

test("a note is a step where somebody is to do it, or by a day", () => {
  const note = { outcome: "note", date: DAY, note: "ring" };
  assert.deepEqual(steps({ [PAIR]: note }), []);
  assert.deepEqual(steps({ [PAIR]: { ...note, owner: "leder" } }).map(({ step, source, comment }) => [step, source, comment]), [["ring", "source_step 27.11.2026", ""]]);
});

test("what is settled, corrected, postponed or incomplete asks nobody for anything", () => {
  const none = [
    { outcome: "accept", reason: "få", owner: "leder" },
    { outcome: "already", actor: "dps", other: "bolig" },
    { outcome: "postpone", deadline: "2027-01-15" },
    { outcome: "invite", actor: "dps", owner: "leder" },
  ];
  for (const decision of none) assert.deepEqual(steps({ [PAIR]: { ...decision, date: DAY } }), [], decision.outcome);
});

test("the same row for two findings is written once", () => {
  const agree = { outcome: "agree", date: DAY, actor: "dps", other: "nav" };
  assert.equal(rows({ [PAIR]: agree, [DUTY]: agree }).links.length, 1);
});

test("a decision about what is no longer found is kept, but has no row", () => {
  const { data } = meeting();
  const decisions = { "subject|gone": { outcome: "note", date: DAY, note: "x" } };
  assert.deepEqual(inMeetingOrder(data, { decisions, agenda: null }), []);
  assert.deepEqual(withDecision(decisions, PAIR, null), decisions);
});

test("decisions are listed in the order of the meeting", () => {
  const note = { outcome: "note", date: DAY, note: "x" };
  const decisions = withDecision(withDecision({}, DUTY, note), PAIR, note);
  assert.deepEqual(inMeetingOrder(meeting().data, { decisions, agenda: null }).map(({ matter }) => matter.number), [1, 2]);
});
test("what was moved on the agenda is decided, and told, in its new order", () => {
  const { data } = meeting();
  const decisions = Object.fromEntries(data.matters.map(({ key }) => [key, { outcome: "postpone", date: DAY }]));
  const keys = data.matters.map(({ key }) => key).reverse();
  assert.ok(keys.length > 1);
  assert.deepEqual(inMeetingOrder(data, { decisions, agenda: keys }).map(({ matter }) => matter.key), keys);
  assert.deepEqual(JSON.parse(toNotes(meeting().index, { decisions, agenda: keys }, decisionText)).agenda, keys);
});


test("any text remains one string in the YAML", () => {
  const yaml = toYaml(rows({ [PAIR]: { outcome: "accept", date: DAY, reason: HOSTILE } }), "one\nline");
  assert.match(yaml, /^# one line\naccepted_gaps:\n- code: "LINK01"\n {2}subject: "bolig"\n {2}related: \["dps"\]\n/);
  assert.equal(yaml.trimEnd().split("\n").length, 2 + 6);
  const written = /reason: (".*")/.exec(yaml)[1];
  assert.ok(![...written].some((letter) => /[\p{C}\u2028]/u.test(letter)));
});

test("rows for a sheet have its words and order, and no formula", () => {
  const { index } = meeting();
  const { participation, accepted_gaps } = rows({
    [PAIR]: { outcome: "invite", date: DAY, actor: "dps", arena: "forum", note: "=1+1\tx\ny" },
    [DUTY]: { outcome: "accept", date: DAY, reason: "=1+1" },
  });
  assert.equal(
    toSheet(index, "participation", participation),
    "ACTOR\tARENA\tROLE\tSOURCE\tSOURCE_DATE\tCOMMENT\nÅs DPS\tBoligsosialt forum\tmedlem\tsource_invite 27.11.2026\t2026-11-27\t'=1+1 x y\n",
  );
  assert.equal(toSheet(index, "accepted_gaps", accepted_gaps).split("\n")[1].split("\t").slice(0, 4).join("|"), "LINK02|plan|nav;dps|'=1+1");
});

test("where two have the same name, the sheet gets the id", () => {
  const { data } = meeting();
  const { index } = meeting({ nodes: [...data.nodes, node("dps-2", "external", "Ås DPS")] });
  const { links } = rows({ [PAIR]: { outcome: "agree", date: DAY, actor: "dps", other: "bolig" } });
  assert.deepEqual(toSheet(index, "links", links).split("\n")[1].split("\t").slice(0, 3), ["dps", "Boligkontoret", "samhandling"]);
});

test("the notes hold everything, also as sentences", () => {
  const { index } = meeting();
  const notes = JSON.parse(toNotes(index, { agenda: null, decisions: { [PAIR]: { outcome: "note", date: DAY, note: HOSTILE } } }, decisionText));
  assert.equal(notes.format, "samordning-notes");
  assert.deepEqual([notes.version, notes.municipality.number, notes.asOf], [2, "0301", "2026-11-01"]);
  const [decision] = notes.decisions;
  assert.deepEqual([decision.matter, decision.findings, decision.title, decision.outcome], [PAIR, [{ rule: "LINK01", subject: "bolig", related: ["dps"] }], "Boligkontoret – Ås DPS", "note"]);
  assert.equal(decision.note, HOSTILE);
});

test("a decision is worded with names", () => {
  const { index } = meeting();
  assert.match(decisionSentence(index, { outcome: "invite", date: DAY, actor: "dps", arena: "" }, decisionText), /^invite Ås DPS …/);
});
