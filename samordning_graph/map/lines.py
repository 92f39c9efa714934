"""The lines of the map: who takes part where, who works together, and what may be missing."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Any

from samordning_graph.coverage import pair_engine
from samordning_graph.finding import Coverage
from samordning_graph.graph import (
    TAKING_PART,
    Graph,
    agreement_in_force,
    any_ties,
    options_of,
    participants,
    ties_between,
    words_of,
)
from samordning_graph.locale import _
from samordning_graph.rules import RULES
from samordning_graph.rules.accepted import acceptances
from samordning_graph.rules.missing_pairs import MissingPair, missing_pairs
from samordning_graph.schema import Tie

MAX_PAIRS = 500
"""More lines of one kind than this nobody can read; the page says how many there are in all."""


class Kind(StrEnum):
    """The kinds of lines."""

    TAKES_PART = "takes_part"
    LOOSE = "loose"
    LINK = "link"
    AGREEMENT = "agreement"
    MISSING = "missing"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two nodes, and what the data say of it, a sentence each."""

    kind: Kind
    one: str
    other: str
    texts: tuple[str, ...] = ()


def known_lines(graph: Graph) -> tuple[Line, ...]:
    """Return the lines that the data show: participation, collaboration, agreements in force."""
    return tuple(chain(_participation(graph), _links(graph)))


def _participation(graph: Graph) -> Iterator[Line]:
    words = words_of(graph, "role")
    for arena, listed in participants(graph).items():
        for actor in sorted(listed):
            kind = Kind.TAKES_PART if listed[actor] in TAKING_PART else Kind.LOOSE
            yield Line(kind, actor, arena, (words[listed[actor]].name,))


def _links(graph: Graph) -> Iterator[Line]:
    as_of = options_of(graph).as_of
    found = []
    for one, other, data in graph.edges(data=True):
        if data["tie"] is Tie.COLLABORATES_WITH:
            kind = Kind.LOOSE if data["strength"] == "awareness" else Kind.LINK
            found.append(Line(kind, one, other, _collaboration(graph, data)))
        elif data["tie"] is Tie.HAS_AGREEMENT_WITH and agreement_in_force(data, as_of):
            found.append(Line(Kind.AGREEMENT, one, other, _agreement(data)))
    yield from sorted(found, key=lambda line: (line.one, line.other, line.kind, line.texts))


def _collaboration(graph: Graph, data: dict[str, Any]) -> tuple[str, ...]:
    texts = [words_of(graph, "strength")[data["strength"]].name]
    if data["per_year"] is not None:
        texts.append(_("times a year: {n}").format(n=f"{data['per_year']:g}"))
    return tuple(texts)


def _agreement(data: dict[str, Any]) -> tuple[str, ...]:
    texts = [data["agreement"]]
    if data["valid_to"] is not None:
        texts.append(_("in force until {date}").format(date=data["valid_to"].isoformat()))
    return tuple(texts)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs across sectors: how many there are, and lines for those with the strongest ground.

    `needed` counts every pair with a ground to coordinate, covered or not.
    """

    needed: int
    count: int
    lines: tuple[Line, ...] = ()


def uncovered_pairs(graph: Graph) -> dict[Kind, Pairs]:
    """Return the pairs that may be missing a link, and those of which the data cannot tell."""
    if not any_ties(graph):
        return dict.fromkeys((Kind.MISSING, Kind.NOT_ASSESSED), Pairs(0, 0))
    found: dict[Coverage, list[MissingPair]] = defaultdict(list)
    for pair in missing_pairs(graph, RULES):
        if any(why.each_pair for why in pair.whys):  # else it is a duty's finding
            found[pair.coverage].append(pair)
    return {
        Kind.MISSING: _pairs(graph, Kind.MISSING, found[Coverage.NONE]),
        Kind.NOT_ASSESSED: _pairs(graph, Kind.NOT_ASSESSED, found[Coverage.NOT_ASSESSED]),
    }


def _pairs(graph: Graph, kind: Kind, pairs: list[MissingPair]) -> Pairs:
    strongest = sorted(pairs, key=lambda pair: pair.rank)[:MAX_PAIRS]
    lines = tuple(Line(kind, one.one, one.other, tuple(_grounds(graph, one))) for one in strongest)
    grounds = [why.ground for rule in RULES for why in rule.whys if why.each_pair]
    return Pairs(pair_engine(graph).congruence(*grounds).needed, len(pairs), lines)


def _grounds(graph: Graph, pair: MissingPair) -> Iterator[str]:
    """Yield why two should coordinate, and what the data do show of them."""
    for why in pair.whys:
        text = why.reason(graph, pair.one, pair.other).text
        accepted = acceptances(graph).of(why.rule, pair.case)
        yield (
            text
            if accepted is None
            else _("{ground} (accepted: {reason})").format(ground=text, reason=accepted.reason)
        )
    for _from, _to, data in ties_between(graph, pair.one, pair.other, Tie.HAS_AGREEMENT_WITH):
        if not agreement_in_force(data, options_of(graph).as_of):
            yield _("«{agreement}» expired {date}").format(
                agreement=data["agreement"], date=data["valid_to"].isoformat()
            )
