"""What documents that two actors coordinate: arenas where they meet, agreements, collaborations.

The units below each are included, as in coverage: it is what coverage rests on. With `loosely`, also
that they know each other or that one refers to the other, which meets a duty that asks for contact.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from samordning_graph.graph.excluded_ties import Sides, ties_across
from samordning_graph.graph.graph import Graph, options_of
from samordning_graph.graph.links import is_contact, makes_linked, who_deny_contact
from samordning_graph.graph.participation import (
    first_member_for,
    rolled_up_members,
    working_arenas,
)
from samordning_graph.schema.tables import Row, Tie

Pair: TypeAlias = tuple[str, str]


class TieKind(StrEnum):
    """What a documented tie is."""

    AGREEMENT = "agreement"
    COLLABORATION = "collaboration"
    ARENA = "arena"
    CONTACT = "contact"
    REFERRAL = "referral"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentedTie:
    """A tie that counts: an arena by its id, an agreement by its name and last day, if it has one.

    `through` are the pairs whose tie it is, where the two have it by units below them alone. `rows`
    are none of an arena. Neither makes it another tie.
    """

    kind: TieKind
    arena: str = ""
    agreement: str = ""
    last_day: date | None = None
    through: tuple[Pair, ...] = field(default=(), compare=False)
    rows: tuple[Row, ...] = field(default=(), compare=False)


def documented_ties(
    graph: Graph, first: str, second: str, *, loosely: bool = False
) -> tuple[DocumentedTie, ...]:
    """Return what two actors have that counts, each once: agreements before the others."""
    sides = (frozenset([first]), frozenset([second]))
    ties = [*_agreements(graph, sides), *_collaborations(graph, sides), *_arenas(graph, sides)]
    if loosely and not ties:
        ties = [*_acquaintances(graph, sides)]
    same: dict[DocumentedTie, list[DocumentedTie]] = defaultdict(list)
    for tie in ties:
        same[tie].append(tie)
    return tuple(map(_as_one, same.values()))


def who_deny_a_tie(
    graph: Graph, ends: Sequence[str], ties: Sequence[DocumentedTie]
) -> tuple[str, ...]:
    """Return who of two answer that they have no contact, or of those below whose tie it is, by id."""
    pairs = {tuple(sorted(pair)) for tie in ties for pair in (ends, *tie.through) if len(pair) == 2}
    denying = {end for first, second in pairs for end in who_deny_contact(graph, (first, second))}
    return tuple(sorted(denying))


def _as_one(same: Sequence[DocumentedTie]) -> DocumentedTie:
    """Return one tie of several that are told alike; those of the two themselves need no others."""
    is_their_own = not all(tie.through for tie in same)
    through = dict.fromkeys(pair for tie in same for pair in tie.through)
    return replace(
        same[0],
        through=() if is_their_own else tuple(through),
        rows=tuple(row for tie in same for row in tie.rows),
    )


def _agreements(graph: Graph, sides: Sides) -> Iterator[DocumentedTie]:
    for actors, data in ties_across(graph, sides, Tie.HAS_AGREEMENT_WITH):
        if makes_linked(data, options_of(graph)):
            yield DocumentedTie(
                kind=TieKind.AGREEMENT,
                agreement=data["agreement"] or "",
                last_day=data["valid_to"],
                through=_pair(actors),
                rows=tuple(data["rows"]),
            )


def _collaborations(graph: Graph, sides: Sides) -> Iterator[DocumentedTie]:
    for actors, data in ties_across(graph, sides, Tie.COLLABORATES_WITH):
        if makes_linked(data, options_of(graph)):
            yield _between(TieKind.COLLABORATION, actors, data)


def _arenas(graph: Graph, sides: Sides) -> Iterator[DocumentedTie]:
    for arena in working_arenas(graph):
        members = rolled_up_members(graph)[arena.id]
        if all(not side.isdisjoint(members) for side in sides):
            first, second = (first_member_for(graph, arena.id, min(side)) for side in sides)
            is_their_own = (first, second) == tuple(min(side) for side in sides)
            through = () if is_their_own else ((first, second),)
            yield DocumentedTie(kind=TieKind.ARENA, arena=arena.id, through=through)


def _acquaintances(graph: Graph, sides: Sides) -> Iterator[DocumentedTie]:
    for actors, data in ties_across(graph, sides, Tie.COLLABORATES_WITH):
        if is_contact(data):
            yield _between(TieKind.CONTACT, actors, data)
    for actors, data in ties_across(graph, sides, Tie.REFERS_TO):
        yield _between(TieKind.REFERRAL, actors, data)


def _between(kind: TieKind, actors: Sequence[str], data: Mapping[str, Any]) -> DocumentedTie:
    return DocumentedTie(kind=kind, through=_pair(actors), rows=tuple(data["rows"]))


def _pair(actors: Sequence[str]) -> tuple[Pair, ...]:
    """Return whose tie it is, of those whom `ties_across` names: nobody where it is the two."""
    return ((actors[0], actors[-1]),) if actors else ()
