/** A tiny map for the tests: three sectors, a working arena and one that only informs. */
import { createIndex } from "../../../../samordning_graph/map/page/script/data.js";

/** @param {object} changes */
export function municipality(changes = {}) {
  const data = {
    start: "actors",
    nodes: [
      node("nav", "unit", "NAV-kontoret", { sector: "sosial" }),
      node("bolig", "unit", "Boligkontoret", { sector: "bolig" }),
      node("dps", "external", "Ås DPS", { sector: "helse", type: "dps" }),
      node("forum", "arena", "Boligsosialt forum", { level: "tactical", arenaKind: "coordination", working: true }),
      node("info", "arena", "Fagdag", { arenaKind: "information", working: false }),
      node("duty:plan", "duty", "Individuell plan"),
    ],
    findings: [
      finding("LINK01", "required", "both", ["bolig", "dps"]),
      finding("LINK03", "local", "none", ["bolig", "dps"]),
      finding("LINK01", "conditional", "one", ["nav", "duty:plan"]),
    ],
    views: [
      {
        id: "actors",
        hasChains: true,
        nodes: { nav: [0, 0], bolig: [0, 1], dps: [0, 2], forum: [0, 3], info: [0, 4], "duty:plan": [0, 5] },
        ties: [
          tie("takes_part", "nav", "forum"),
          tie("takes_part", "bolig", "forum"),
          tie("takes_part", "dps", "info"),
          tie("missing", "bolig", "dps", [1, 0]),
          tie("not_assessed", "nav", "duty:plan", [2]),
        ],
      },
      { id: "sectors", nodes: {}, ties: [] },
    ],
    words: {
      sector: { sosial: "Sosiale tjenester", bolig: "Bolig", helse: "Helse" },
      type: { dps: "Distriktspsykiatrisk senter" },
    },
    nodeStyles: { arena: { shape: "box" }, duty: { shape: "hexagon" } },
    colours: {},
    ...changes,
  };
  if (!("matters" in data)) data.matters = mattersAbout(data.findings);
  return { data, index: createIndex(data) };
}

/** A matter for each choice of nodes, the first one proposed. */
function mattersAbout(findings) {
  const about = findings.map((each) => each.about.join("|"));
  return [...new Set(about)].map((key, i) => ({
    key,
    number: i + 1,
    findings: about.flatMap((other, number) => (other === key ? [number] : [])),
    isProposed: i === 0,
  }));
}

export function node(key, kind, name, attributes = {}) {
  return { key, kind, name, label: name, facts: [], ...attributes };
}

export function tie(kind, from, to, findings) {
  return { id: `${kind}|${from}|${to}`, kind, from, to, facts: [], ...(findings && { findings }) };
}

export function finding(rule, basis, confidence, about, rest = {}) {
  const identity = { rule, subject: about[0], related: about.slice(1) };
  return { rule, identity, basis, confidence, about, status: "found", accepted: null, ...rest };
}
