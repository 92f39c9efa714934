/**
 * A finding told whole: what was seen, on what ground, how well it is known, and what it rests on.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Finding} Finding
 */
import { element } from "./dom.js";
import { inWords } from "./text.js";

/**
 * @param {App} app
 * @param {Finding} finding
 * @returns {HTMLElement}
 */
export function toldWhole(app, finding) {
  const { data, text } = app;
  const label = (/** @type {string} */ key) => text("evidence", key);
  const rows = finding.evidence.map((place) => data.evidence[place]);
  const found = rows.filter(({ where }) => where).map(({ where, text: row }) => (row ? `${row} (${where})` : where));
  const searched = rows.filter(({ where }) => !where).map((row) => row.text);
  return element(
    "dl",
    { className: "evidence" },
    ...acceptance(app, finding),
    ...described(label("observation"), finding.observation),
    ...described(label("ground"), finding.ground, ...citations(app, finding)),
    ...described(label("data_basis"), finding.dataBasis),
    ...described(label("question"), finding.question),
    ...described(label("next_step"), finding.nextStep),
    ...(found.length ? described(label("rows"), bullets(found)) : []),
    ...(searched.length ? described(label("searched"), bullets(searched)) : []),
  );
}

/**
 * Where the grounds of a finding are written, and whether anybody has checked that; nothing twice.
 *
 * @param {App} app
 * @param {Finding} finding
 */
export function citations({ text }, { ground, grounds }) {
  return grounds
    .filter(({ citation, verified }) => citation && !(verified && ground.includes(citation)))
    .map(({ text: words, citation, verified }) => {
      const said = ground.startsWith(words.replace(/\.$/, "")) ? citation : `${words}: ${citation}`;
      return element("p", { className: "cited" }, verified ? said : `${said} (${text("evidence", "unverified")})`);
    });
}

/**
 * @param {App} app
 * @param {Finding} finding
 */
function acceptance({ data, text }, { accepted: one }) {
  if (!one) return [];
  const owner = one.owner ? text("evidence", "owner", { owner: one.owner }) : "";
  const expires = one.expires ? text("evidence", "expires", { date: inWords(one.expires, data.language) }) : "";
  return described(text("evidence", "accepted"), [one.reason, owner, expires].filter((part) => part).join(" "));
}

/**
 * @param {string} name
 * @param {...(Node|string)} told
 */
function described(name, ...told) {
  return [element("dt", {}, name), element("dd", {}, ...told)];
}

/** @param {string[]} texts */
function bullets(texts) {
  return element("ul", {}, ...texts.map((one) => element("li", {}, one)));
}
