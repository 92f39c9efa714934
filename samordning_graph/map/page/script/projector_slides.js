/**
 * What the projector shows at each step.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./projector_steps.js").Step} Step
 */

import { decisionSentence, inMeetingOrder } from "./decisions.js";
import { byId, element } from "./dom.js";
import { numberedTitle } from "./matters.js";
import { pairPicture } from "./pair_picture.js";

/**
 * @param {App} app
 * @param {number} count  of matters
 */
export function wholeSlide({ data, index, text }, count) {
  const view = index.view(data.start);
  const message = byId("message").textContent?.trim();
  return slideOf(
    element("h2", { className: "whole" }, message || view.name),
    ...(view.counted ? [element("p", {}, view.counted.sentence)] : []),
    element("p", {}, text("projector", "matters", { n: count })),
  );
}

/**
 * @param {App} app
 * @param {Step} step
 * @param {number} n
 * @param {number} all
 */
export function matterSlide(app, { matter, pair }, n, all) {
  const { text } = app;
  const { finding, findings } = matter;
  const grounds = [...new Set(findings.flatMap((each) => each.grounds.map((ground) => ground.text)))];
  const progress = [
    ...(matter.number === null ? [] : [text("projector", "matter", { n: matter.number })]),
    text("projector", "progress", { n, all }),
    ...(grounds.length ? [grounds.join(" · ")] : []),
  ];
  return slideOf(
    element("p", {}, progress.join(" · ")),
    ...(pair ? pairPicture(app, pair) : [element("h2", {}, finding.title), element("p", { className: "fact" }, finding.observation)]),
    element("p", { className: "ask" }, finding.question),
    ...(pair?.notCounted ? [element("p", {}, pair.notCounted)] : []),
    element("p", {}, text("projector", "next_step", { step: finding.nextStep })),
  );
}

/** @param {App} app */
export function decidedSlide({ data, index, store, text, decisionText }) {
  const decided = inMeetingOrder(data, store.get());
  const sentences = decided.map(({ matter, decision }) =>
    element("li", {}, element("strong", {}, `${numberedTitle(index, store.get(), matter)}. `), decisionSentence(index, decision, decisionText)),
  );
  return slideOf(
    element("h2", {}, text("projector", "decided")),
    sentences.length ? element("ol", {}, ...sentences) : element("p", { className: "fact" }, text("projector", "nothing")),
  );
}

/** @param {...Node} parts */
function slideOf(...parts) {
  return element("div", { className: "slide" }, ...parts);
}
