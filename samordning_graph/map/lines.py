"""The lines of the map: who takes part where, who works together, and what may be missing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from typing import Any, TypeAlias

from samordning_graph.coverage import PairEngine, pair_engine
from samordning_graph.graph import (
    TAKING_PART,
    Graph,
    agreement_in_force,
    model_of,
    options_of,
    participants,
    ties_between,
)
from samordning_graph.locale import _
from samordning_graph.map.wording import day, number
from samordning_graph.relation import PairSet
from samordning_graph.rules import RULES
from samordning_graph.rules.rule import Why
from samordning_graph.schema import Tie

MAX_PAIRS = 500
"""More lines of one kind than this nobody can read; the page says how many there are in all."""

_Question: TypeAlias = Callable[..., PairSet]


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
    words = model_of(graph).words["role"]
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
    texts = [model_of(graph).words["strength"][data["strength"]].name]
    if data["per_year"] is not None:
        texts.append(_("times a year: {n}").format(n=number(data["per_year"])))
    return tuple(texts)


def _agreement(data: dict[str, Any]) -> tuple[str, ...]:
    texts = [data["agreement"]]
    if data["valid_to"] is not None:
        texts.append(_("in force until {date}").format(date=day(data["valid_to"])))
    return tuple(texts)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs with a ground to coordinate: how many there are, and lines for the first of them."""

    count: int
    lines: tuple[Line, ...]


def missing_pairs(graph: Graph) -> Pairs:
    """Return the pairs with a ground for which the data show neither meeting place nor link."""
    return _pairs(graph, Kind.MISSING, PairEngine.missing_pairs)


def not_assessed_pairs(graph: Graph) -> Pairs:
    """Return the pairs with a ground of which the data cannot tell."""
    return _pairs(graph, Kind.NOT_ASSESSED, PairEngine.not_assessed_pairs)


def _reasons() -> list[Why]:
    """Return why two should coordinate, the strongest ground first."""
    found = [rule.why for rule in RULES if rule.why is not None]
    return sorted(found, key=lambda why: -why.basis)


def _pairs(graph: Graph, kind: Kind, question: _Question) -> Pairs:
    engine, reasons = pair_engine(graph), _reasons()
    by_ground = chain.from_iterable(question(engine, why.ground) for why in reasons)
    shown = sorted(islice(dict.fromkeys(islice(by_ground, MAX_PAIRS * len(reasons))), MAX_PAIRS))
    return Pairs(
        count=len(question(engine, *(why.ground for why in reasons))),
        lines=tuple(
            Line(kind, one, other, (*_grounds(graph, one, other), *_expired(graph, one, other)))
            for one, other in shown
        ),
    )


def _grounds(graph: Graph, one: str, other: str) -> Iterator[str]:
    engine = pair_engine(graph)
    i, j = engine.position[one], engine.position[other]
    for why in _reasons():
        if engine.needed(i, why.ground) >> j & 1:
            yield why.reason(graph, one, other).text


def _expired(graph: Graph, one: str, other: str) -> Iterator[str]:
    """Yield the agreements of a pair that have expired: evidence, no tie."""
    for _from, _to, data in ties_between(graph, one, other, Tie.HAS_AGREEMENT_WITH):
        if not agreement_in_force(data, options_of(graph).as_of):
            yield _("«{agreement}» expired {date}").format(
                agreement=data["agreement"], date=day(data["valid_to"])
            )
