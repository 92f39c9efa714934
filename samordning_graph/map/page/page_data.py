"""The one block of data that the page's scripts get: every view, node, tie and finding, and words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from samordning_graph.common.locale import _, current_language
from samordning_graph.common.version import __version__
from samordning_graph.drawing.strokes import BASIS_STROKES, PALETTE, STROKES, Stroke
from samordning_graph.graph.graph import Graph, actors, model_of, nodes, options_of, words_of
from samordning_graph.graph.sector_colours import sector_colours, text_colour_on
from samordning_graph.map.appearance import NODE_STYLES, NodeStyle
from samordning_graph.map.gaps import Gap, map_findings
from samordning_graph.map.node_labels import tie_name
from samordning_graph.map.page.agenda import agenda
from samordning_graph.map.page.pair_data import pair_data
from samordning_graph.map.view import Counted, MapNode, View, ViewFlag, ViewTie
from samordning_graph.metrics.betweenness import betweenness
from samordning_graph.metrics.link_network import link_network
from samordning_graph.metrics.two_mode import membership_network
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Confidence, Evidence, FindingId
from samordning_graph.rules.finding_text import citation
from samordning_graph.rules.labels import basis_name, confidence_name, data_basis
from samordning_graph.rules.register import RULES
from samordning_graph.rules.sources import remark_line, source_line
from samordning_graph.schema.tables import (
    AcceptedGap,
    ExternalActor,
    Link,
    Participation,
    Row,
    columns,
)

Json = dict[str, Any]
DECISION_TABLES = (Participation, Link, AcceptedGap)
"""The tables that the decisions of a meeting become rows of."""
MAX_ACTORS_FOR_BETWEENNESS = 500
"""Actors up to which betweenness is computed: its cost grows with nodes times links."""


def page_data(graph: Graph, views: Sequence[View]) -> Json:
    """Return what the scripts of the page read (`samordning-map`, version 1)."""
    shown_gaps = map_findings(graph).gaps
    number_of = {gap.finding.identity: number for number, gap in enumerate(shown_gaps)}
    evidence = _Evidence()
    findings = [_finding(gap, evidence) for gap in shown_gaps]
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
        "matters": [
            {
                "key": each.key,
                "number": each.number,
                "findings": list(each.findings),
                "isProposed": each.is_proposed,
            }
            for each in agenda(graph)
        ],
        "evidence": evidence.texts,
        "views": [_view(graph, view, number_of) for view in views],
        "words": _words(graph),
        "figures": _figure_names(graph),
        "colours": {
            sector: {"fill": colour, "text": text_colour_on(colour)}
            for sector, colour in sector_colours(graph).items()
        },
        "palette": dict(PALETTE),
        "strokes": {kind: _style(stroke) for kind, stroke in STROKES.items()},
        "basisStrokes": {str(basis): _style(stroke) for basis, stroke in BASIS_STROKES.items()},
        "nodeStyles": {kind: _style(style) for kind, style in NODE_STYLES.items()},
        "tables": {table.table: _table(table) for table in DECISION_TABLES},
    }


def _table(table: type[Row]) -> Json:
    """Return what a sheet of the workbook is called, and its columns in order."""
    return {
        "sheet": table.sheet,
        "columns": [{"name": column.name, "heading": column.nb} for column in columns(table)],
    }


# Views


def _view(graph: Graph, view: View, number_of: Mapping[FindingId, int]) -> Json:
    return {
        "id": view.id,
        "name": view.name,
        "meaning": view.meaning,
        "counted": _counted(view.counted),
        **{str(flag): flag in view.flags for flag in ViewFlag},
        "nodes": {key: [round(x, 1), round(y, 1)] for key, (x, y) in view.positions.items()},
        "ties": [_tie(graph, tie, number_of) for tie in view.ties],
    }


def _counted(counted: Counted | None) -> Json | None:
    if counted is None:
        return None
    figures = counted.figures
    return {
        "documented": figures.documented,
        "notDocumented": figures.not_documented,
        "notKnown": figures.not_known,
        "sentence": counted.sentence,
    }


def _tie(graph: Graph, tie: ViewTie, number_of: Mapping[FindingId, int]) -> Json:
    json: Json = {
        "id": tie.id,
        "kind": tie.kind,
        "from": tie.source,
        "to": tie.target,
        "facts": list(tie.facts),
    }
    if tie.weight is not None:
        json["weight"] = tie.weight
    if tie.about:
        json["findings"] = [number_of[about] for about in tie.about]
    return json | pair_data(graph, tie)


# Nodes


def _nodes(graph: Graph, views: Sequence[View]) -> list[Json]:
    by_key: dict[str, MapNode] = {}
    for view in views:
        for node in view.nodes:
            by_key.setdefault(node.key, node)
    figures, undetermined = _figures(graph), map_findings(graph).undetermined_rules
    return [
        {
            "key": node.key,
            "kind": node.kind,
            "name": node.name,
            "facts": list(node.facts),
            **node.attributes,
            **({"figures": figures[node.key]} if node.key in figures else {}),
            **({"open": list(undetermined[node.key])} if node.key in undetermined else {}),
        }
        for node in by_key.values()
    ]


def _figures(graph: Graph) -> Mapping[str, Mapping[str, float]]:
    """Return the figures that the size of a node can show, by key."""
    figures: dict[str, dict[str, float]] = defaultdict(dict)
    network, memberships = link_network(graph), membership_network(graph)
    betweenness_of = betweenness(network) if len(network) <= MAX_ACTORS_FOR_BETWEENNESS else {}
    about = Counter(
        key
        for gap in map_findings(graph).gaps
        if not gap.is_undetermined and gap.finding.accepted is None
        for key in set(gap.about)
    )
    for actor in actors(graph):
        figures[actor.id]["links"] = len(network[actor.id])
        figures[actor.id]["arenas"] = len(memberships[actor.id])
        if actor.id in betweenness_of:
            figures[actor.id]["betweenness"] = round(betweenness_of[actor.id], 2)
    for arena, count in _sizes(graph).items():
        figures[arena]["members"] = count
    for key, count in about.items():
        figures[key]["gaps"] = count
    return figures


def _sizes(graph: Graph) -> Mapping[str, int]:
    memberships = membership_network(graph)
    actor_ids = {actor.id for actor in actors(graph)}
    return {arena: len(memberships[arena]) for arena in memberships if arena not in actor_ids}


def _figure_names(graph: Graph) -> list[Json]:
    names = {
        "links": _("Direct links"),
        "arenas": _("Working arenas it takes part in"),
        "members": _("Leaders and members of the arena"),
        "betweenness": _("Betweenness: shortest paths between others that go through it"),
        "gaps": _("Findings it is part of"),
    }
    if len(actors(graph)) > MAX_ACTORS_FOR_BETWEENNESS:
        del names["betweenness"]
    return [{"id": id_, "name": name} for id_, name in names.items()]


# Findings


class _Evidence:
    """Texts of evidence, each once: most findings rest on the same vain search."""

    def __init__(self) -> None:
        self.texts: list[Json] = []
        self._numbers: dict[tuple[str, str], int] = {}

    def numbers(self, evidence: Sequence[Evidence]) -> list[int]:
        return [self._number(piece) for piece in evidence]

    def _number(self, piece: Evidence) -> int:
        source = "" if piece.of_absence else citation([piece.place])
        if (source, piece.text) not in self._numbers:
            self._numbers[source, piece.text] = len(self.texts)
            self.texts.append({"where": source, "text": piece.text})
        return self._numbers[source, piece.text]


def _finding(gap: Gap, evidence: _Evidence) -> Json:
    finding = gap.finding
    return {
        "rule": finding.identity.rule,
        "identity": {
            "rule": finding.identity.rule,
            "subject": finding.identity.subject,
            "related": list(finding.identity.related),
        },
        "title": gap.title,
        "about": list(gap.about),
        "basis": str(finding.basis),
        "confidence": str(finding.confidence),
        "dataBasis": data_basis(finding),
        "coverage": str(finding.coverage) if finding.coverage else None,
        "status": "not_assessed" if gap.is_undetermined else "found",
        "accepted": None
        if finding.accepted is None
        else {
            "reason": finding.accepted.reason,
            "owner": finding.accepted.owner,
            "expires": finding.accepted.expires,
        },
        "observation": finding.observation,
        "ground": finding.ground,
        "question": finding.question,
        "nextStep": finding.next_step,
        "grounds": [
            {"text": ground.text, "citation": ground.citation, "verified": ground.verified}
            for ground in finding.grounds
        ],
        "evidence": evidence.numbers(finding.evidence),
        "source": source_line(finding.evidence),
        "remark": remark_line(finding.evidence),
        "seat": None
        if finding.seat is None
        else {
            "actor": finding.seat.guest,
            "arena": finding.seat.arena,
            "host": finding.seat.host,
        },
    }


# Words


def _words(graph: Graph) -> Json:
    used = {gap.finding.identity.rule for gap in map_findings(graph).gaps}
    used.update(*map_findings(graph).undetermined_rules.values())
    return {
        "basis": {str(basis): basis_name(basis) for basis in sorted(Basis, reverse=True)},
        "confidence": {str(confidence): confidence_name(confidence) for confidence in Confidence},
        "rule": {rule.code: rule.title for rule in RULES if rule.code in used},
        "tie": {kind: tie_name(kind) for kind in STROKES},
        "sector": _used_words(graph, "sector", (actor.sector for actor in actors(graph))),
        "type": {
            "unit": _("Municipal unit"),
            **_used_words(
                graph, "actor_type", (actor.actor_type for actor in nodes(graph, ExternalActor))
            ),
        },
        "level": {word: name.name for word, name in words_of(graph, "level").items()},
        "arenaKind": {word: name.name for word, name in words_of(graph, "kind").items()},
        "role": {word: name.name for word, name in words_of(graph, "role").items()},
        "strength": {word: name.name for word, name in words_of(graph, "strength").items()},
    }


def _used_words(graph: Graph, list_: str, used: Iterable[str]) -> Json:
    used_words = set(used)
    return {
        word: entry.name for word, entry in words_of(graph, list_).items() if word in used_words
    }


def _style(style: NodeStyle | Stroke) -> Json:
    """Return a style with the names of its fields as JavaScript writes names: `borderWidth`."""
    return {
        re.sub("_(.)", lambda match: match[1].upper(), name): value
        for name, value in asdict(style).items()
    }
