/**
 * The data in the page: the types of the JSON block, and an index to look things up in it.
 *
 * @typedef {[number, number]} Point
 * @typedef {Record<string, string>} Names  what ids are called
 *
 * @typedef {object} MapNode
 * @property {string} key
 * @property {"unit"|"external"|"arena"|"sector"|"duty"|"goal"|"strategy"|"measure"|"challenge"|"overview"|"plan"} kind
 * @property {string} name
 * @property {string[]} facts  a sentence each
 * @property {string} [sector]
 * @property {string} [type]
 * @property {string} [level]
 * @property {string} [arenaKind]
 * @property {boolean} [working]  whether an arena counts as a working arena
 * @property {boolean} [asked]  whether an actor was asked
 * @property {boolean} [alone]  whether an actor was asked, and has no tie at all
 * @property {string} [lone]  of a duty: the key of who is alone on a side of it
 * @property {Record<string, number>} [figures]
 * @property {string[]} [open]  codes of the rules that could not assess it
 *
 * @typedef {object} Tie
 * @property {string} id  `kind|from|to`, the same in every run
 * @property {string} kind
 * @property {string} from
 * @property {string} to
 * @property {string[]} facts
 * @property {number} [weight]
 * @property {number[]} [findings]  which findings a gap stands for, as numbers in `MapData.findings`
 * @property {string[]} [path]  of a gap between two actors: the keys on today's way between them; empty if there is none
 * @property {string} [notCounted]  what the two have in common that does not count, as a sentence
 *
 * @typedef {{left: number, top: number, width: number, height: number}} Box
 *
 * @typedef {object} View
 * @property {string} id
 * @property {string} name
 * @property {string} meaning
 * @property {{documented: number, notDocumented: number, notKnown: number, sentence: string}|null} counted  of what it is about
 * @property {boolean} hasChains  whether the shortest chain between two actors can be drawn in it
 * @property {boolean} opensSectorLegend  whether its legend opens with the list of sectors unfolded
 * @property {boolean} gapsArePairs  whether what may be missing in it is pairs that should coordinate
 * @property {boolean} isTable  whether it is the long table, laid out for the room it has; any other view is a table of rows and cells
 * @property {Record<string, Point>} nodes
 * @property {Tie[]} ties
 *
 * @typedef {{rule: string, subject: string, related: string[]}} Identity
 *
 * @typedef {object} Finding
 * @property {string} rule
 * @property {string} title
 * @property {string[]} about
 * @property {string} basis
 * @property {string} confidence
 * @property {string} dataBasis
 * @property {string|null} coverage
 * @property {"found"|"not_assessed"} status
 * @property {{reason: string, owner: string|null, expires: string|null}|null} accepted
 * @property {string} observation
 * @property {string} ground
 * @property {string} question
 * @property {string} nextStep
 * @property {string} source - Where its rows are known from, and when; empty where it rests on none.
 * @property {string} remark - What the rows say beside it; empty without any.
 * @property {{text: string, citation: string, verified: boolean|null}[]} grounds
 * @property {number[]} evidence  as numbers in `MapData.evidence`
 * @property {Identity} identity
 * @property {{actor: string, arena: string, host: string}|null} seat  who can be invited where, and by whom
 *
 * @typedef {object} Stroke
 * @property {string} colour
 * @property {number} width
 * @property {number[]} dashes
 * @property {number} curve
 * @property {boolean} arrow
 * @property {boolean} counts  whether the weight is a count, which the width always shows
 *
 * @typedef {object} NodeStyle
 * @property {"box"|"diamond"|"hexagon"} shape  the name is inside a box, and below the other shapes
 * @property {number} width
 * @property {number} height
 * @property {number} radius  of the corners of a box
 * @property {string} fill
 * @property {string} ink
 * @property {string} border
 * @property {number} borderWidth
 * @property {number[]} dashes
 * @property {number} fontSize  in pixels
 *
 * @typedef {{sheet: string, columns: {name: string, heading: string}[]}} Table  as in the workbook
 *
 * @typedef {{documented: string, missing: string, unknown: string, ink: string, quiet: string}} Palette  what colours say
 *
 * @typedef {object} MapData
 * @property {"samordning-map"} format
 * @property {1} version
 * @property {{name: string, version: string}} tool
 * @property {string} language
 * @property {string} title
 * @property {string[]} facts
 * @property {string} honest
 * @property {string[]} leftOut
 * @property {{number: string, name: string}} municipality
 * @property {string} asOf
 * @property {string} digest
 * @property {MapNode[]} nodes
 * @property {Finding[]} findings  strongest first
 * @property {{key: string, number: number|null, findings: number[], isProposed: boolean}[]} matters  what can be decided at once, as places in `findings`
 * @property {{where: string, text: string}[]} evidence  rows of the source and what they say, without repetition
 * @property {View[]} views
 * @property {string} start  the id of the view to open
 * @property {Record<"basis"|"confidence"|"rule"|"tie"|"sector"|"type"|"level"|"arenaKind"|"role"|"strength", Names>} words
 * @property {Record<string, {fill: string, text: string}>} colours  of sectors
 * @property {Palette} palette
 * @property {Record<string, Stroke>} strokes  of kinds of ties
 * @property {Record<string, Stroke>} basisStrokes
 * @property {Record<string, NodeStyle>} nodeStyles  of kinds of nodes
 * @property {{id: string, name: string}[]} figures
 * @property {Record<string, Table>} tables  those that the decisions of a meeting add rows to
 * @property {Record<string, Record<string, string>>} texts
 *
 * @typedef {object} Index
 * @property {MapData} data
 * @property {(key: string) => MapNode|undefined} node
 * @property {(number: number) => Finding|undefined} finding
 * @property {(key: string) => Finding|undefined} findingByKey  the one with an `identityKey`
 * @property {(id: string) => View} view  the view to open when none has this id
 * @property {View|undefined} chainView  the view that draws chains
 * @property {(id: string) => Tie|undefined} tie
 * @property {(id: string) => View|undefined} firstViewWith  the first view that has a node or a tie
 * @property {(view: string, key: string) => Tie[]} tiesOf
 * @property {(key: string) => Finding[]} findingsAbout  strongest first
 */

import { compareText, foldCase } from "./text.js";

/** @returns {MapData} */
export function readData() {
  return JSON.parse(document.getElementById("map-data")?.textContent ?? "");
}

/**
 * Index the data by key. In Maps, not objects: a service may be called «constructor».
 *
 * @param {MapData} data
 * @returns {Index}
 */
export function createIndex(data) {
  const nodes = new Map(data.nodes.map((node) => [node.key, node]));
  const views = new Map(data.views.map((view) => [view.id, view]));
  const start = /** @type {View} */ (views.get(data.start) ?? data.views[0]);
  const ties = new Map(data.views.flatMap((view) => view.ties).map((tie) => [tie.id, tie]));
  const tiesOf = new Map(data.views.map((view) => [view.id, tiesByEnd(view.ties)]));
  const firstViewOf = firstViews(data.views);
  const findingsOf = findingsByNode(data.findings);
  const findings = new Map(data.findings.map((finding) => [identityKey(finding.identity), finding]));
  return {
    data,
    node: (key) => nodes.get(key),
    finding: (number) => data.findings[number],
    findingByKey: (key) => findings.get(key),
    view: (id) => views.get(id) ?? start,
    chainView: data.views.find((view) => view.hasChains),
    tie: (id) => ties.get(id),
    firstViewWith: (id) => firstViewOf.get(id),
    tiesOf: (view, key) => tiesOf.get(view)?.get(key) ?? [],
    findingsAbout: (key) => findingsOf.get(key) ?? [],
  };
}

/**
 * @param {View[]} views
 * @returns {Map<string, View>}
 */
function firstViews(views) {
  const found = new Map();
  for (const view of views) {
    for (const id of [...Object.keys(view.nodes), ...view.ties.map((tie) => tie.id)]) {
      if (!found.has(id)) found.set(id, view);
    }
  }
  return found;
}

/**
 * The key of a finding, the same in every run: `RULE|subject|related,related`.
 *
 * @param {Identity} identity
 */
export function identityKey({ rule, subject, related }) {
  return [rule, subject, related.join(",")].join("|");
}

/**
 * @param {Tie[]} ties
 * @returns {Map<string, Tie[]>}
 */
function tiesByEnd(ties) {
  const found = new Map();
  for (const tie of ties) {
    for (const end of new Set([tie.from, tie.to])) addTo(found, end, tie);
  }
  return found;
}

/**
 * @param {Finding[]} findings
 * @returns {Map<string, Finding[]>}
 */
function findingsByNode(findings) {
  const found = new Map();
  for (const finding of findings) {
    for (const key of new Set(finding.about)) addTo(found, key, finding);
  }
  return found;
}

/**
 * @template Item
 * @param {Map<string, Item[]>} lists
 * @param {string} key
 * @param {Item} item
 */
function addTo(lists, key, item) {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/**
 * Everyone who can coordinate, sorted by name.
 *
 * @param {Index} index
 * @returns {MapNode[]}
 */
export function actorsOf({ data }) {
  return data.nodes
    .filter(isActor)
    .sort((a, b) => compareText(foldCase(a.name), foldCase(b.name)) || compareText(a.key, b.key));
}

/** @param {MapNode|undefined} node */
export function isActor(node) {
  return node?.kind === "unit" || node?.kind === "external";
}
