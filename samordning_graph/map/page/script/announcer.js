/** Tells a screen reader what is selected, however it came to be selected. */

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
function selectionSentence({ data, index, gapsOf, text }, selected) {
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
  return text("announcer", "tie", { one: from ?? "", other: to ?? "", kind, facts: tie.facts.join(". ") });
}
