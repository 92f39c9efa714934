/** What a screen reader says when something else is selected, by whatever means. */

/** @param {import("./main.js").App} app */
export function mountAnnouncer(app) {
  app.store.subscribe((now, before) => {
    if (now.selected !== before.selected) app.say(sentence(app, now.selected));
  });
}

/**
 * @param {import("./main.js").App} app
 * @param {string|null} selected
 */
function sentence({ data, index, gapsOf, text }, selected) {
  const node = index.node(selected ?? "");
  if (node) {
    const gaps = gapsOf(node.key).length;
    return text("announcer", "node", { name: node.name, facts: node.facts.join(". "), gaps });
  }
  const finding = index.findingCalled(selected ?? "");
  if (finding) return `${finding.title}. ${finding.observation}`;
  const tie = index.tie(selected ?? "");
  if (!tie) return text("announcer", "nothing");
  const [one, other] = [tie.from, tie.to].map((key) => index.node(key)?.name ?? key);
  const kind = data.words.tie[tie.kind] ?? tie.kind;
  return text("announcer", "tie", { one: one ?? "", other: other ?? "", kind, facts: tie.facts.join(". ") });
}
