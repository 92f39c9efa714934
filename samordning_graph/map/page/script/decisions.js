/**
 * What a meeting decides about a matter, and how that is exported: as notes, and as rows of the tables
 * that the report and the workbook read.
 *
 * @import {Finding, Index, MapData} from "./data.js"
 * @import {Matter} from "./matters.js"
 *
 * @typedef {object} Decision  a field that is not filled in is "" or absent
 * @property {Outcome} outcome
 * @property {string} date  ISO
 * @property {string} [actor]  the key of who is invited, or of the first of two who work together
 * @property {string} [arena]  the key of where it is invited to
 * @property {string} [other]  the key of the second of two who work together
 * @property {string} [step]  the proposed step that is taken, as a sentence
 * @property {string} [reason]  why the gap is accepted
 * @property {string} [expires]  the last day on which it is accepted, ISO
 * @property {string} [owner]  a role
 * @property {string} [deadline]  ISO
 * @property {string} [note]  what was agreed
 *
 * @typedef {"step"|"invite"|"agree"|"already"|"accept"|"postpone"|"note"} Outcome
 * @typedef {"actor"|"arena"|"other"|"reason"|"note"} RequiredField
 * @typedef {Readonly<Record<string, Decision>>} Decisions  by the key of the matter
 * @typedef {{decisions: Decisions, agenda: readonly string[]|null}} Meeting  `agenda` as in the state
 * @typedef {Record<string, string|string[]>} Row  by the name of the column
 * @typedef {Record<"participation"|"links"|"accepted_gaps", Row[]>} Rows
 * @typedef {(key: string, values?: Record<string, string>) => string} DecisionText  returns a text of the part `decisions`
 */
import { isActor } from "./data.js";
import { agendaKeys, mattersOf } from "./matters.js";
import { formatDate } from "./text.js";

/** What must be filled in for each outcome. @type {Record<Outcome, RequiredField[]>} */
export const REQUIRED_FIELDS = {
  step: [],
  invite: ["actor", "arena"],
  agree: ["actor", "other"],
  already: ["actor", "other"],
  accept: ["reason"],
  postpone: [],
  note: ["note"],
};

/** A spreadsheet runs such a cell as a formula. */
const FORMULA_START = /^[=+\-@]/;
const UNPRINTABLE = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu;

/**
 * Who could do what about a finding, as far as the finding itself says.
 *
 * @param {Index} index
 * @param {Finding} finding
 * @returns {{actor: string, arena: string, other: string}}
 */
export function proposedValues(index, finding) {
  const actors = finding.about.filter((key) => isActor(index.node(key)));
  const arenas = finding.about.filter((key) => index.node(key)?.kind === "arena");
  const actor = finding.seat?.actor ?? actors[0] ?? "";
  return {
    actor,
    arena: finding.seat?.arena ?? arenas[0] ?? "",
    other: finding.seat?.host ?? actors.find((key) => key !== actor) ?? "",
  };
}

/**
 * What has yet to be filled in before a decision can be carried out.
 *
 * @param {Decision} decision
 * @returns {RequiredField[]}
 */
export function missingFields(decision) {
  const isWithSelf = "other" in decision && decision.other === decision.actor;
  return REQUIRED_FIELDS[decision.outcome].filter(
    (field) => !decision[field]?.trim() || (field === "other" && isWithSelf),
  );
}

/**
 * @param {RequiredField[]} fields
 * @param {DecisionText} decisionText
 */
export function missingFieldsText(fields, decisionText) {
  return fields.length ? decisionText("lacks", { fields: fields.map((field) => decisionText(`field_${field}`)).join(", ") }) : "";
}

/**
 * The decisions with one added or replaced; with null, without it.
 *
 * @param {Decisions} decisions
 * @param {string} key
 * @param {Decision|null} decision
 * @returns {Decisions}
 */
export function withDecision(decisions, key, decision) {
  const { [key]: _replaced, ...remaining } = decisions;
  return decision ? { ...remaining, [key]: decision } : remaining;
}

/**
 * The decisions with the matters they are about, in the order of the meeting: the agenda, then the others.
 *
 * @param {MapData} data
 * @param {Meeting} meeting
 * @returns {{matter: Matter, decision: Decision}[]}
 */
export function inMeetingOrder(data, { decisions, agenda }) {
  const chosen = agendaKeys(data, { agenda });
  const place = (/** @type {Matter} */ { key }) => (chosen.includes(key) ? chosen.indexOf(key) : chosen.length);
  return [...mattersOf(data)].sort((a, b) => place(a) - place(b)).flatMap((matter) =>
    Object.hasOwn(decisions, matter.key) ? [{ matter, decision: decisions[matter.key] }] : [],
  );
}

/**
 * A decision as a sentence.
 *
 * @param {Index} index
 * @param {Decision} decision
 * @param {DecisionText} decisionText
 */
export function decisionSentence(index, decision, decisionText) {
  const nameOf = (/** @type {string|undefined} */ key) => index.node(key ?? "")?.name || key || "…";
  return decisionText(decision.outcome, {
    actor: nameOf(decision.actor),
    arena: nameOf(decision.arena),
    other: nameOf(decision.other),
    step: decision.step || "…",
    reason: decision.reason || "…",
    note: decision.note || "…",
  });
}

/**
 * The rows that carry out the decisions, without duplicates; an incomplete decision has none.
 *
 * @param {MapData} data
 * @param {Meeting} meeting
 * @param {DecisionText} decisionText
 * @returns {Rows}
 */
export function decisionRows(data, meeting, decisionText) {
  /** @type {Rows} */
  const rows = { participation: [], links: [], accepted_gaps: [] };
  const seen = new Set();
  for (const { matter, decision } of inMeetingOrder(data, meeting)) {
    const complete = missingFields(decision).length === 0;
    for (const { table, cells } of complete ? rowsOf(matter, decision) : []) {
      const content = JSON.stringify([table, cells]);
      if (seen.has(content)) continue;
      seen.add(content);
      rows[table].push({ ...cells, ...origin(decision, data.language, decisionText) });
    }
  }
  return rows;
}

/**
 * Where a row is known from, and what else was said.
 *
 * @param {Decision} decision
 * @param {string} language
 * @param {DecisionText} decisionText
 * @returns {Row}
 */
function origin({ outcome, date, owner = "", deadline = "", note = "" }, language, decisionText) {
  const remarks = [
    outcome !== "accept" && owner.trim() ? decisionText("by", { owner: owner.trim() }) : "",
    deadline ? decisionText("before", { date: formatDate(deadline, language) }) : "",
    note,
  ];
  return {
    source: decisionText(`source_${outcome}`, { date: formatDate(date, language) }),
    source_date: date,
    comment: remarks.filter((text) => text.trim()).join(" "),
  };
}

/**
 * The rows of one decision; what is accepted is accepted on every ground.
 *
 * @param {Matter} matter
 * @param {Decision} decision
 * @returns {{table: keyof Rows, cells: Row}[]}
 */
function rowsOf({ findings }, { outcome, actor = "", arena = "", other: partner = "", reason = "", owner = "", expires = "" }) {
  switch (outcome) {
    case "step":
    case "invite":
      return actor && arena ? [{ table: "participation", cells: { actor, arena, role: "member" } }] : [];
    case "agree":
    case "already":
      return [{ table: "links", cells: { from: actor, to: partner, strength: "cooperation" } }];
    case "accept":
      return findings.map(({ identity: { rule, subject, related } }) => ({
        table: "accepted_gaps",
        cells: { code: rule, subject, related, reason, owner, expires },
      }));
    default:
      return [];
  }
}

/**
 * What somebody is to do after the meeting, as rows of the action list. To settle, to correct the data
 * and to postpone ask for nothing, and neither does a note without a role or a deadline.
 *
 * @param {Index} index
 * @param {Meeting} meeting
 * @param {DecisionText} decisionText
 * @returns {Row[]}
 */
export function followUpRows(index, meeting, decisionText) {
  return inMeetingOrder(index.data, meeting)
    .filter(({ decision }) => missingFields(decision).length === 0 && isToBeDone(decision))
    .map(({ matter, decision }) => {
      const { owner = "", deadline = "", date, note = "" } = decision;
      const isNote = decision.outcome === "note";
      const source = { ...decision, ...(isNote && { outcome: /** @type {const} */ ("step") }) };
      return {
        step: isNote ? note : decision.step || decisionSentence(index, decision, decisionText),
        ...whatItIsAbout(index, matter),
        owner: owner.trim(),
        deadline,
        status: "agreed",
        decided: date,
        source: origin(source, index.data.language, decisionText).source,
        source_date: date,
        comment: isNote ? "" : note,
      };
    });
}

/** @param {Decision} decision */
function isToBeDone({ outcome, owner = "", deadline = "" }) {
  return ["step", "invite", "agree"].includes(outcome) || (outcome === "note" && Boolean(owner.trim() || deadline));
}

/**
 * The two that a matter is about, or else its strongest finding.
 *
 * @param {Index} index
 * @param {Matter} matter
 * @returns {Row}
 */
function whatItIsAbout(index, { key, finding }) {
  const [first, ...others] = key.split("|");
  if (others.length === 1 && [first, ...others].every((id) => isActor(index.node(id)))) return { subject: first, related: others };
  const { rule, subject, related } = finding.identity;
  return { code: rule, subject, related };
}

/**
 * Rows as a YAML file for `samordning report … --what-if`; "" without rows.
 *
 * @param {Record<string, Row[]>} rows  by table
 * @param {string} remark  what the file is, written as its first line
 */
export function toYaml(rows, remark) {
  const tables = Object.entries(rows).filter(([, tableRows]) => tableRows.length);
  if (!tables.length) return "";
  const lines = tables.flatMap(([table, tableRows]) => [`${table}:`, ...tableRows.flatMap(yamlRow)]);
  return [`# ${singleLine(remark)}`, ...lines, ""].join("\n");
}

/** @param {Row} row */
function yamlRow(row) {
  const filled = Object.entries(row).filter(([, cell]) => cell.length);
  return filled.map(([column, cell], i) => {
    const value = Array.isArray(cell) ? `[${cell.map(yamlString).join(", ")}]` : yamlString(cell);
    return `${i ? "  " : "- "}${column}: ${value}`;
  });
}

/**
 * A text as a quoted string of YAML. It is quoted as in JSON, but more characters must be escaped, and
 * a lone surrogate (half an emoji) is replaced.
 *
 * @param {string} text
 */
function yamlString(text) {
  return JSON.stringify(text.replace(/\p{Cs}/gu, "\uFFFD")).replace(UNPRINTABLE, (letter) => {
    const code = (letter.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
  });
}

/**
 * Rows to paste into their sheet of the workbook, with its headings, words and names.
 *
 * @param {Index} index
 * @param {keyof Rows} table
 * @param {Row[]} rows
 */
export function toSheet(index, table, rows) {
  const { columns } = index.data.tables[table];
  const lines = rows.map((row) => columns.map(({ name }) => sheetCell(index, name, row[name] ?? "")));
  return [columns.map(({ heading }) => heading), ...lines].map((cells) => `${cells.join("\t")}\n`).join("");
}

/**
 * @param {Index} index
 * @param {string} column
 * @param {string|string[]} cell
 */
function sheetCell(index, column, cell) {
  if (Array.isArray(cell)) return cell.join(";");
  if (["actor", "arena", "from", "to"].includes(column)) return nameOrId(index, cell);
  const text = singleLine((column === "role" || column === "strength") ? index.data.words[column][cell] ?? cell : cell);
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/**
 * The drop-down lists of the workbook hold names; where two share a name, only the id is unambiguous.
 *
 * @param {Index} index
 * @param {string} key
 */
function nameOrId(index, key) {
  const name = index.node(key)?.name ?? key;
  return index.data.nodes.filter((node) => node.name === name).length === 1 ? singleLine(name) : key;
}

/** @param {string} text */
function singleLine(text) {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/**
 * Everything that was decided and noted, for people and other programs.
 *
 * @param {Index} index
 * @param {Meeting} meeting
 * @param {DecisionText} decisionText
 */
export function toNotes(index, meeting, decisionText) {
  const { data } = index;
  const notes = {
    format: "samordning-notes",
    version: 2,
    municipality: data.municipality,
    asOf: data.asOf,
    digest: data.digest,
    agenda: agendaKeys(data, meeting),
    decisions: inMeetingOrder(data, meeting).map(({ matter, decision }) => ({
      matter: matter.key,
      findings: matter.findings.map(({ identity }) => identity),
      title: matter.finding.title,
      observation: matter.finding.observation,
      question: matter.finding.question,
      told: decisionSentence(index, decision, decisionText),
      lacks: missingFields(decision),
      ...decision,
    })),
  };
  return `${JSON.stringify(notes, null, 2)}\n`;
}
