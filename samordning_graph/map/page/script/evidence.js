/**
 * A finding in full: what was observed, on what ground, how well it is known, and what it rests on.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Finding} Finding
 */
import { element } from "./dom.js";
import { formatDate } from "./text.js";

/**
 * @param {App} app
 * @param {Finding} finding
 * @returns {HTMLElement}
 */
export function findingDetails(app, finding) {
  const { data, text } = app;
  const label = (/** @type {string} */ key) => text("evidence", key);
  const rows = finding.evidence.map((number) => data.evidence[number]);
  const found = rows.filter(({ where }) => where).map(({ where, text: row }) => (row ? `${row} (${where})` : where));
  const searched = rows.filter(({ where }) => !where).map((row) => row.text);
  return element(
    "dl",
    { className: "evidence" },
    ...acceptance(app, finding),
    ...definition(label("observation"), finding.observation),
    ...definition(label("ground"), finding.ground, ...citations(app, finding)),
    ...definition(label("data_basis"), finding.dataBasis),
    ...definition(label("question"), finding.question),
    ...definition(label("next_step"), finding.nextStep, ...confidentiality(app, finding)),
    ...(found.length ? definition(label("rows"), bulletList(found)) : []),
    ...(finding.source ? definition(label("source"), finding.source) : []),
    ...(finding.remark ? definition(label("remark"), finding.remark) : []),
    ...(searched.length ? definition(label("searched"), bulletList(searched)) : []),
  );
}

/**
 * Where the grounds of a finding can be read, and whether that has been verified; nothing that the
 * ground itself already says.
 *
 * @param {App} app
 * @param {Finding} finding
 */
export function citations({ text }, { ground, grounds }) {
  return grounds
    .filter(({ citation, verified }) => citation && !(verified && ground.includes(citation)))
    .map(({ text: words, citation, verified }) => {
      const cited = ground.startsWith(words.replace(/\.$/, "")) ? citation : `${words}: ${citation}`;
      return element("p", { className: "cited" }, verified ? cited : `${cited} (${text("evidence", "unverified")})`);
    });
}

/**
 * What to know of confidentiality before anybody is offered a seat; nothing where none is offered.
 *
 * @param {App} app
 * @param {Finding} finding
 */
export function confidentiality({ text }, { seat }) {
  return seat ? [element("p", { className: "cited" }, text("evidence", "confidentiality"))] : [];
}

/**
 * @param {App} app
 * @param {Finding} finding
 */
function acceptance({ data, text }, { accepted }) {
  if (!accepted) return [];
  const owner = accepted.owner ? text("evidence", "owner", { owner: accepted.owner }) : "";
  const expires = accepted.expires
    ? text("evidence", "expires", { date: formatDate(accepted.expires, data.language) })
    : "";
  const sentences = [accepted.reason, owner, expires].filter((sentence) => sentence);
  return definition(text("evidence", "accepted"), sentences.join(" "));
}

/**
 * @param {string} term
 * @param {...(Node|string)} description
 */
function definition(term, ...description) {
  return [element("dt", {}, term), element("dd", {}, ...description)];
}

/** @param {string[]} texts */
function bulletList(texts) {
  return element("ul", {}, ...texts.map((text) => element("li", {}, text)));
}
