"""The one block of data that the page's scripts get: every view, node, tie and finding, and words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from samordning_graph.common.locale import _, current_language
from samordning_graph.common.version import __version__
from samordning_graph.graph.graph import Graph, actors, model_of, nodes, options_of, words_of
from samordning_graph.graph.sector_colours import sector_colours, text_on
from samordning_graph.map.appearance import (
    BASIS_STROKES,
    NODE_STYLES,
    REGION_STYLE,
    STROKES,
    NodeStyle,
    RegionStyle,
    Stroke,
)
from samordning_graph.map.gaps import Gap, gaps
from samordning_graph.map.geometry.frame import Box
from samordning_graph.map.node_labels import tie_name
from samordning_graph.map.view import MapNode, View, ViewFlag, ViewTie
from samordning_graph.metrics.betweenness import betweenness
from samordning_graph.metrics.link_network import link_network
from samordning_graph.metrics.two_mode import membership_network
from samordning_graph.rules.finding import Basis, Confidence, Evidence, FindingId
from samordning_graph.rules.finding_text import citation
from samordning_graph.rules.labels import basis_name, confidence_name, data_basis
from samordning_graph.rules.register import RULES
from samordning_graph.schema.tables import (
    AcceptedGap,
    ExternalActor,
    Link,
    Participation,
    Row,
    columns,
)

Json = dict[str, Any]
DECIDED = (Participation, Link, AcceptedGap)
"""The tables that a meeting's decisions make rows for."""
MOST_FOR_BETWEENNESS = 500
"""Actors up to which betweenness is worked out: its cost grows with nodes times links."""


def page_data(graph: Graph, views: Sequence[View]) -> Json:
    """Return what the scripts of the page read (`samordning-map`, version 1)."""
    told = gaps(graph).told
    number_of = {gap.finding.identity: number for number, gap in enumerate(told)}
    evidence = _Evidence()
    findings = [_finding(gap, evidence) for gap in told]
    model = model_of(graph)
    return {
        "format": "samordning-map",
        "version": 1,
        "tool": {"name": "samordning_graph", "version": __version__},
        "language": current_language(),
        "municipality": {"number": model.municipality.number, "name": model.municipality.name},
        "asOf": options_of(graph).as_of.isoformat(),
        "digest": model.digest,
        "nodes": _nodes(graph, views),
        "findings": findings,
        "evidence": evidence.texts,
        "views": [_view(graph, view, number_of) for view in views],
        "words": _words(graph),
        "figures": _figure_names(graph),
        "colours": {
            sector: {"fill": colour, "text": text_on(colour)}
            for sector, colour in sector_colours(graph).items()
        },
        "strokes": {kind: _style(stroke) for kind, stroke in STROKES.items()},
        "basisStrokes": {str(basis): _style(stroke) for basis, stroke in BASIS_STROKES.items()},
        "nodeStyles": {kind: _style(style) for kind, style in NODE_STYLES.items()},
        "regionStyle": _style(REGION_STYLE),
        "tables": {table.table: _table(table) for table in DECIDED},
    }


def _table(table: type[Row]) -> Json:
    """Return what a sheet of the workbook is called, and its columns in order."""
    return {
        "sheet": table.sheet,
        "columns": [{"name": one.name, "heading": one.nb} for one in columns(table)],
    }


# Views


def _view(graph: Graph, view: View, number_of: Mapping[FindingId, int]) -> Json:
    colours = sector_colours(graph)
    return {
        "id": view.id,
        "name": view.name,
        "meaning": view.meaning,
        **{str(flag): flag in view.flags for flag in ViewFlag},
        "nodes": {key: [round(x, 1), round(y, 1)] for key, (x, y) in view.positions.items()},
        "ties": [_tie(tie, number_of) for tie in view.ties],
        "regions": [
            {
                "name": region.name,
                "sector": region.sector,
                "colour": colours.get(region.sector) if region.sector else None,
                **_box(region.box),
            }
            for region in view.regions
        ],
        "box": _box(view.whole),
    }


def _box(box: Box) -> Json:
    return {
        "left": round(box.left, 1),
        "top": round(box.top, 1),
        "width": round(box.width, 1),
        "height": round(box.height, 1),
    }


def _tie(one: ViewTie, number_of: Mapping[FindingId, int]) -> Json:
    tie: Json = {
        "id": one.id,
        "kind": one.kind,
        "from": one.one,
        "to": one.other,
        "facts": list(one.facts),
    }
    if one.weight is not None:
        tie["weight"] = one.weight
    if one.about:
        tie["findings"] = [number_of[about] for about in one.about]
    return tie


# Nodes


def _nodes(graph: Graph, views: Sequence[View]) -> list[Json]:
    by_key: dict[str, MapNode] = {}
    for view in views:
        for node in view.nodes:
            by_key.setdefault(node.key, node)
    figures, open_cases = _figures(graph), gaps(graph).open_cases
    return [
        {
            "key": node.key,
            "kind": node.kind,
            "name": node.name,
            "label": node.label,
            "facts": list(node.facts),
            **node.attributes,
            **({"figures": figures[node.key]} if node.key in figures else {}),
            **({"open": list(open_cases[node.key])} if node.key in open_cases else {}),
        }
        for node in by_key.values()
    ]


def _figures(graph: Graph) -> Mapping[str, Mapping[str, float]]:
    """Return the figures that the size of a node can show, by key."""
    figures: dict[str, dict[str, float]] = defaultdict(dict)
    network, memberships = link_network(graph), membership_network(graph)
    between = betweenness(network) if len(network) <= MOST_FOR_BETWEENNESS else {}
    about = Counter(
        key
        for gap in gaps(graph).told
        if not gap.is_open and gap.finding.accepted is None
        for key in set(gap.about)
    )
    for one in actors(graph):
        figures[one.id]["links"] = len(network[one.id])
        figures[one.id]["arenas"] = len(memberships[one.id])
        if one.id in between:
            figures[one.id]["betweenness"] = round(between[one.id], 2)
    for arena, count in _sizes(graph).items():
        figures[arena]["members"] = count
    for key, count in about.items():
        figures[key]["gaps"] = count
    return figures


def _sizes(graph: Graph) -> Mapping[str, int]:
    memberships = membership_network(graph)
    everyone = {one.id for one in actors(graph)}
    return {one: len(memberships[one]) for one in memberships if one not in everyone}


def _figure_names(graph: Graph) -> list[Json]:
    names = {
        "links": _("Direct links"),
        "arenas": _("Working arenas it takes part in"),
        "members": _("Leaders and members of the arena"),
        "betweenness": _("Betweenness: shortest paths between others that go through it"),
        "gaps": _("Findings it is part of"),
    }
    if len(actors(graph)) > MOST_FOR_BETWEENNESS:
        del names["betweenness"]
    return [{"id": id_, "name": name} for id_, name in names.items()]


# Findings


class _Evidence:
    """Texts of evidence, each once: most findings rest on the same search in vain."""

    def __init__(self) -> None:
        self.texts: list[Json] = []
        self._numbers: dict[tuple[str, str], int] = {}

    def numbers(self, evidence: Sequence[Evidence]) -> list[int]:
        return [self._number(one) for one in evidence]

    def _number(self, one: Evidence) -> int:
        where = "" if one.of_absence else citation([one.place])
        if (where, one.text) not in self._numbers:
            self._numbers[where, one.text] = len(self.texts)
            self.texts.append({"where": where, "text": one.text})
        return self._numbers[where, one.text]


def _finding(gap: Gap, evidence: _Evidence) -> Json:
    one = gap.finding
    return {
        "rule": one.identity.rule,
        "identity": {
            "rule": one.identity.rule,
            "subject": one.identity.subject,
            "related": list(one.identity.related),
        },
        "title": gap.title,
        "about": list(gap.about),
        "basis": str(one.basis),
        "confidence": str(one.confidence),
        "dataBasis": data_basis(one),
        "coverage": str(one.coverage) if one.coverage else None,
        "status": "not_assessed" if gap.is_open else "found",
        "accepted": None
        if one.accepted is None
        else {
            "reason": one.accepted.reason,
            "owner": one.accepted.owner,
            "expires": one.accepted.expires,
        },
        "observation": one.observation,
        "ground": one.ground,
        "question": one.question,
        "nextStep": one.next_step,
        "grounds": [
            {"text": ground.text, "citation": ground.citation, "verified": ground.verified}
            for ground in one.grounds
        ],
        "evidence": evidence.numbers(one.evidence),
        "seat": None
        if gap.seat is None
        else {"actor": gap.seat.guest, "arena": gap.seat.arena, "host": gap.seat.host},
    }


# Words


def _words(graph: Graph) -> Json:
    used = {gap.finding.identity.rule for gap in gaps(graph).told}
    used.update(*gaps(graph).open_cases.values())
    return {
        "basis": {str(basis): basis_name(basis) for basis in sorted(Basis, reverse=True)},
        "confidence": {str(one): confidence_name(one) for one in Confidence},
        "rule": {rule.code: rule.title for rule in RULES if rule.code in used},
        "tie": {kind: tie_name(kind) for kind in STROKES},
        "sector": _used_words(graph, "sector", (one.sector for one in actors(graph))),
        "type": {
            "unit": _("Municipal unit"),
            **_used_words(
                graph, "actor_type", (one.actor_type for one in nodes(graph, ExternalActor))
            ),
        },
        "level": {word: name.name for word, name in words_of(graph, "level").items()},
        "arenaKind": {word: name.name for word, name in words_of(graph, "kind").items()},
        "role": {word: name.name for word, name in words_of(graph, "role").items()},
        "strength": {word: name.name for word, name in words_of(graph, "strength").items()},
    }


def _used_words(graph: Graph, list_: str, used: Iterable[str]) -> Json:
    here = set(used)
    return {word: one.name for word, one in words_of(graph, list_).items() if word in here}


def _style(style: NodeStyle | RegionStyle | Stroke) -> Json:
    """Return a style with the names of its fields as JavaScript writes names: `borderWidth`."""
    return {
        re.sub("_(.)", lambda match: match[1].upper(), name): value
        for name, value in asdict(style).items()
    }
