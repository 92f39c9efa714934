/** Tells a screen reader what is selected, however it came to be selected. */

import { waySentence } from "./way_sentence.js";

/** @param {import("./main.js").App} app */
export function mountAnnouncer(app) {
  app.store.subscribe((state, previous) => {
    if (state.selected !== previous.selected) app.announce(selectionSentence(app, state.selected));
  });
}

/**
 * @param {import("./main.js").App} app
 * @param {string|null} selected
 */
function selectionSentence(app, selected) {
  const { data, index, gapsOf, text } = app;
  const node = index.node(selected ?? "");
  if (node) {
    const gaps = gapsOf(node.key).length;
    return text("announcer", "node", { name: node.name, facts: node.facts.join(". "), gaps });
  }
  const finding = index.findingByKey(selected ?? "");
  if (finding) return `${finding.title}. ${finding.observation}`;
  const tie = index.tie(selected ?? "");
  if (!tie) return text("announcer", "nothing");
  const [from, to] = [tie.from, tie.to].map((key) => index.node(key)?.name ?? key);
  const kind = data.words.tie[tie.kind] ?? tie.kind;
  const sentence = text("announcer", "tie", { one: from ?? "", other: to ?? "", kind, facts: tie.facts.join(". ") });
  return [sentence, waySentence(app, tie), tie.notCounted].filter(Boolean).join(" ");
}
