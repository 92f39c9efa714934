"""What documents that two actors coordinate: arenas where they meet, agreements, collaborations.

The units below each are included, as in coverage: it is what coverage rests on. With `loosely`, also
that they know each other or that one refers to the other, which meets a duty that asks for contact.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from samordning_graph.graph.excluded_ties import Sides, ties_across
from samordning_graph.graph.graph import Graph, options_of
from samordning_graph.graph.links import is_contact, makes_linked
from samordning_graph.graph.participation import rolled_up_members, working_arenas
from samordning_graph.schema.tables import Row, Tie


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

    `rows` are those of the two themselves, and none of an arena; they make it no other tie.
    """

    kind: TieKind
    arena: str = ""
    agreement: str = ""
    last_day: date | None = None
    rows: tuple[Row, ...] = field(default=(), compare=False)


def documented_ties(
    graph: Graph, first: str, second: str, *, loosely: bool = False
) -> tuple[DocumentedTie, ...]:
    """Return what two actors have that counts, each once: agreements before the others."""
    sides = (frozenset([first]), frozenset([second]))
    ties = [*_agreements(graph, sides), *_collaborations(graph, sides), *_arenas(graph, sides)]
    if loosely and not ties:
        ties = [*_acquaintances(graph, sides)]
    rows_of_tie: dict[DocumentedTie, list[Row]] = defaultdict(list)
    for tie in ties:
        rows_of_tie[tie].extend(tie.rows)
    return tuple(replace(tie, rows=tuple(rows)) for tie, rows in rows_of_tie.items())


def _agreements(graph: Graph, sides: Sides) -> Iterator[DocumentedTie]:
    for _actors, data in ties_across(graph, sides, Tie.HAS_AGREEMENT_WITH):
        if makes_linked(data, options_of(graph)):
            yield DocumentedTie(
                kind=TieKind.AGREEMENT,
                agreement=data["agreement"] or "",
                last_day=data["valid_to"],
                rows=tuple(data["rows"]),
            )


def _collaborations(graph: Graph, sides: Sides) -> Iterator[DocumentedTie]:
    for _actors, data in ties_across(graph, sides, Tie.COLLABORATES_WITH):
        if makes_linked(data, options_of(graph)):
            yield DocumentedTie(kind=TieKind.COLLABORATION, rows=tuple(data["rows"]))


def _arenas(graph: Graph, sides: Sides) -> Iterator[DocumentedTie]:
    for arena in working_arenas(graph):
        members = rolled_up_members(graph)[arena.id]
        if all(not side.isdisjoint(members) for side in sides):
            yield DocumentedTie(kind=TieKind.ARENA, arena=arena.id)


def _acquaintances(graph: Graph, sides: Sides) -> Iterator[DocumentedTie]:
    for _actors, data in ties_across(graph, sides, Tie.COLLABORATES_WITH):
        if is_contact(data):
            yield DocumentedTie(kind=TieKind.CONTACT, rows=tuple(data["rows"]))
    for _actors, data in ties_across(graph, sides, Tie.REFERS_TO):
        yield DocumentedTie(kind=TieKind.REFERRAL, rows=tuple(data["rows"]))
