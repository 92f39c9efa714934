/**
 * What a meeting decides about a possible gap, and how it is taken away: as notes, and as rows of
 * the tables that the report and the workbook take.
 *
 * @import {Finding, Index, MapData} from "./data.js"
 *
 * @typedef {object} Decision  a field that is not filled in is "" or not there
 * @property {Outcome} outcome
 * @property {string} date  ISO
 * @property {string} [actor]  the key of who is invited, or of one of two who work together
 * @property {string} [arena]  the key of where
 * @property {string} [other]  the key of the other one
 * @property {string} [reason]  why it is accepted
 * @property {string} [expires]  the last day that it is accepted, ISO
 * @property {string} [owner]  a role
 * @property {string} [note]
 *
 * @typedef {"invite"|"agree"|"already"|"accept"|"note"} Outcome
 * @typedef {"actor"|"arena"|"other"|"reason"|"note"} Needed
 * @typedef {Readonly<Record<string, Decision>>} Decisions  by `identityKey`
 * @typedef {Record<string, string|string[]>} Row  by the name of the column
 * @typedef {Record<"participation"|"links"|"accepted_gaps", Row[]>} Rows
 * @typedef {(key: string, values?: Record<string, string>) => string} Say  a text of the part `decisions`
 */
import { identityKey } from "./data.js";
import { inWords } from "./text.js";

/** What each outcome cannot do without. @type {Record<Outcome, Needed[]>} */
export const NEEDED = {
  invite: ["actor", "arena"],
  agree: ["actor", "other"],
  already: ["actor", "other"],
  accept: ["reason"],
  note: ["note"],
};

/** What a spreadsheet program takes for a formula. */
const STARTS_A_FORMULA = /^[=+\-@]/;
const UNPRINTABLE = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu;

/**
 * Who could do what about a finding, as far as it says itself.
 *
 * @param {Index} index
 * @param {Finding} finding
 * @returns {{actor: string, arena: string, other: string}}
 */
export function proposal(index, finding) {
  const actors = finding.about.filter((key) => isActor(index, key));
  const arenas = finding.about.filter((key) => index.node(key)?.kind === "arena");
  const actor = finding.seat?.actor ?? actors[0] ?? "";
  return {
    actor,
    arena: finding.seat?.arena ?? arenas[0] ?? "",
    other: finding.seat?.host ?? actors.find((key) => key !== actor) ?? "",
  };
}

/**
 * @param {Index} index
 * @param {string} key
 */
function isActor(index, key) {
  return ["unit", "external"].includes(index.node(key)?.kind ?? "");
}

/**
 * What has to be filled in before a decision can be carried out.
 *
 * @param {Decision} decision
 * @returns {Needed[]}
 */
export function lacking(decision) {
  const isWithItself = "other" in decision && decision.other === decision.actor;
  return NEEDED[decision.outcome].filter(
    (field) => !decision[field]?.trim() || (field === "other" && isWithItself),
  );
}

/**
 * @param {Needed[]} fields
 * @param {Say} say
 */
export function lackingInWords(fields, say) {
  return fields.length ? say("lacks", { fields: fields.map((field) => say(`field_${field}`)).join(", ") }) : "";
}

/**
 * The decisions with one more, or with null in its place without it.
 *
 * @param {Decisions} decisions
 * @param {string} key
 * @param {Decision|null} decision
 * @returns {Decisions}
 */
export function decided(decisions, key, decision) {
  const { [key]: _before, ...others } = decisions;
  return decision ? { ...others, [key]: decision } : others;
}

/**
 * The decisions with what they are about, in the order of the meeting.
 *
 * @param {MapData} data
 * @param {Decisions} decisions
 * @returns {{finding: Finding, place: number, decision: Decision}[]}
 */
export function inOrder(data, decisions) {
  return data.findings.flatMap((finding, place) => {
    const key = identityKey(finding.identity);
    return Object.hasOwn(decisions, key) ? [{ finding, place, decision: decisions[key] }] : [];
  });
}

/**
 * A decision as a sentence.
 *
 * @param {Index} index
 * @param {Decision} decision
 * @param {Say} say
 */
export function told(index, decision, say) {
  const named = (/** @type {string|undefined} */ key) => index.node(key ?? "")?.name || key || "…";
  return say(decision.outcome, {
    actor: named(decision.actor),
    arena: named(decision.arena),
    other: named(decision.other),
    reason: decision.reason || "…",
    note: decision.note || "…",
  });
}

/**
 * The rows that carry out what is decided, each once; a decision that lacks something has none.
 *
 * @param {MapData} data
 * @param {Decisions} decisions
 * @param {Say} say
 * @returns {Rows}
 */
export function rowsOf(data, decisions, say) {
  /** @type {Rows} */
  const rows = { participation: [], links: [], accepted_gaps: [] };
  const seen = new Set();
  for (const { finding, decision } of inOrder(data, decisions)) {
    const made = lacking(decision).length ? null : rowOf(finding, decision);
    const same = JSON.stringify(made);
    if (!made || seen.has(same)) continue;
    seen.add(same);
    const owner = decision.outcome !== "accept" && decision.owner?.trim();
    const remarks = [owner ? say("by", { owner }) : "", decision.note ?? ""];
    rows[made.table].push({
      ...made.cells,
      source: say(`source_${decision.outcome}`, { date: inWords(decision.date, data.language) }),
      source_date: decision.date,
      comment: remarks.filter((text) => text.trim()).join(" "),
    });
  }
  return rows;
}

/**
 * @param {Finding} finding
 * @param {Decision} decision
 * @returns {{table: keyof Rows, cells: Row}|null}
 */
function rowOf({ identity }, { outcome, actor = "", arena = "", other = "", reason = "", owner = "", expires = "" }) {
  switch (outcome) {
    case "invite":
      return { table: "participation", cells: { actor, arena, role: "member" } };
    case "agree":
    case "already":
      return { table: "links", cells: { from: actor, to: other, strength: "cooperation" } };
    case "accept": {
      const { rule, subject, related } = identity;
      return { table: "accepted_gaps", cells: { code: rule, subject, related, reason, owner, expires } };
    }
    default:
      return null;
  }
}

/**
 * Rows as a YAML file for `samordning report … --what-if`; "" when there are none.
 *
 * @param {Rows} rows
 * @param {string} remark  what the file is, as its first line
 */
export function toYaml(rows, remark) {
  const tables = Object.entries(rows).filter(([, some]) => some.length);
  if (!tables.length) return "";
  const lines = tables.flatMap(([table, some]) => [`${table}:`, ...some.flatMap(yamlRow)]);
  return [`# ${oneLine(remark)}`, ...lines, ""].join("\n");
}

/** @param {Row} row */
function yamlRow(row) {
  const filled = Object.entries(row).filter(([, cell]) => cell.length);
  return filled.map(([column, cell], place) => {
    const value = Array.isArray(cell) ? `[${cell.map(quoted).join(", ")}]` : quoted(cell);
    return `${place ? "  " : "- "}${column}: ${value}`;
  });
}

/**
 * A text in quotes, for YAML: JSON's are the same, but more has to be written as a code, and half
 * an emoji is no text.
 *
 * @param {string} text
 */
function quoted(text) {
  return JSON.stringify(text.replace(/\p{Cs}/gu, "\uFFFD")).replace(UNPRINTABLE, (letter) => {
    const code = (letter.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
  });
}

/**
 * Rows to be pasted into their sheet of the workbook, under its headings, in its words and names.
 *
 * @param {Index} index
 * @param {keyof Rows} table
 * @param {Row[]} rows
 */
export function toSheet(index, table, rows) {
  const { columns } = index.data.tables[table];
  const lines = rows.map((row) => columns.map(({ name }) => inSheet(index, name, row[name] ?? "")));
  return [columns.map(({ heading }) => heading), ...lines].map((cells) => `${cells.join("\t")}\n`).join("");
}

/**
 * @param {Index} index
 * @param {string} column
 * @param {string|string[]} cell
 */
function inSheet(index, column, cell) {
  if (Array.isArray(cell)) return cell.join(";");
  if (["actor", "arena", "from", "to"].includes(column)) return nameOrId(index, cell);
  const text = oneLine((column === "role" || column === "strength") ? index.data.words[column][cell] ?? cell : cell);
  return STARTS_A_FORMULA.test(text) ? `'${text}` : text;
}

/**
 * The drop-down lists of the workbook hold names; where two have the same, only the id is exact.
 *
 * @param {Index} index
 * @param {string} key
 */
function nameOrId(index, key) {
  const name = index.node(key)?.name ?? key;
  return index.data.nodes.filter((node) => node.name === name).length === 1 ? oneLine(name) : key;
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/**
 * All that was decided and noted, for people and other programs.
 *
 * @param {Index} index
 * @param {Decisions} decisions
 * @param {Say} say
 */
export function toNotes(index, decisions, say) {
  const { data } = index;
  const notes = {
    format: "samordning-notes",
    version: 1,
    municipality: data.municipality,
    asOf: data.asOf,
    digest: data.digest,
    decisions: inOrder(data, decisions).map(({ finding, decision }) => ({
      ...finding.identity,
      title: finding.title,
      observation: finding.observation,
      question: finding.question,
      told: told(index, decision, say),
      lacks: lacking(decision),
      ...decision,
    })),
  };
  return `${JSON.stringify(notes, null, 2)}\n`;
}
