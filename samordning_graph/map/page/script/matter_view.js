/**
 * A matter as it fills the meeting mode: what it is about, one question, and all grounds.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Finding} Finding
 * @typedef {import("./matters.js").Matter} Matter
 */
import { byId, element } from "./dom.js";
import { citations, confidentiality } from "./evidence.js";
import { numberedTitle, pairOf } from "./matters.js";
import { pairPicture } from "./pair_picture.js";
import { waySentence } from "./way_sentence.js";

/**
 * @param {App} app
 * @param {Matter} matter
 */
export function showMatter(app, matter) {
  const { data, index, store, text } = app;
  const { finding, findings } = matter;
  const pair = pairOf(index, store.get(), matter);
  const seated = findings.find((each) => each.seat);
  byId("meeting-title").textContent = numberedTitle(index, store.get(), matter);
  byId("meeting-observation").textContent = pair
    ? [sentence(text("projector", pair.kind === "missing" ? "apart" : "not_known")), waySentence(app, pair), pair.notCounted ?? ""].join(" ").trim()
    : finding.observation;
  byId("meeting-pair").hidden = !pair;
  byId("meeting-pair").replaceChildren(...(pair ? [...pairPicture(app, pair), ...(pair.notCounted ? [element("p", { className: "aside" }, pair.notCounted)] : [])] : []));
  // What the picture shows is said to those who do not see it.
  byId("meeting-observation").classList.toggle("unseen", Boolean(pair));
  byId("meeting-ask").textContent = finding.question;
  const words = (/** @type {Finding} */ each) => (pair || each === finding ? each.ground : `${each.observation} ${each.ground}`);
  byId("meeting-grounds").replaceChildren(
    ...findings.map((each) => element("li", {}, words(each), ...citations(app, each))),
  );
  byId("meeting-basis").textContent = [
    finding.status === "not_assessed" ? text("panel", "unknown") : data.words.basis[finding.basis],
    finding.dataBasis,
  ].join(" · ");
  byId("meeting-confidentiality").replaceChildren(...(seated ? confidentiality(app, seated) : []));
}

/** @param {string} words */
function sentence(words) {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/**
 * The matter in one sentence after the other, for a screen reader.
 *
 * @param {App} app
 * @param {Matter} matter
 */
export function matterInWords({ index, store }, matter) {
  return [
    numberedTitle(index, store.get(), matter),
    byId("meeting-observation").textContent,
    matter.finding.question,
  ].join(" ");
}
