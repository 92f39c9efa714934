"""What documents that two actors coordinate: arenas where they meet, agreements, collaborations.

The units below each are included, as in coverage: it is what coverage rests on. With `loosely`, also
that they know each other or that one refers to the other, which meets a duty that asks for contact.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samordning_graph.graph.excluded_ties import Sides, ties_across
from samordning_graph.graph.graph import Graph, options_of
from samordning_graph.graph.links import is_contact, makes_linked
from samordning_graph.graph.participation import rolled_up_members, working_arenas
from samordning_graph.schema.tables import Tie


class TieKind(StrEnum):
    """What a documented tie is."""

    AGREEMENT = "agreement"
    COLLABORATION = "collaboration"
    ARENA = "arena"
    CONTACT = "contact"
    REFERRAL = "referral"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentedTie:
    """A tie that counts: an arena by its id, an agreement by its name and last day, if it has one."""

    kind: TieKind
    arena: str = ""
    agreement: str = ""
    last_day: date | None = None


def documented_ties(
    graph: Graph, first: str, second: str, *, loosely: bool = False
) -> tuple[DocumentedTie, ...]:
    """Return what two actors have that counts, each once: agreements before the others."""
    sides = (frozenset([first]), frozenset([second]))
    ties = [*_agreements(graph, sides), *_collaborations(graph, sides), *_arenas(graph, sides)]
    if loosely and not ties:
        ties = [*_acquaintances(graph, sides)]
    return tuple(dict.fromkeys(ties))


def _agreements(graph: Graph, sides: Sides) -> Iterator[DocumentedTie]:
    for _actors, data in ties_across(graph, sides, Tie.HAS_AGREEMENT_WITH):
        if makes_linked(data, options_of(graph)):
            yield DocumentedTie(
                kind=TieKind.AGREEMENT,
                agreement=data["agreement"] or "",
                last_day=data["valid_to"],
            )


def _collaborations(graph: Graph, sides: Sides) -> Iterator[DocumentedTie]:
    for _actors, data in ties_across(graph, sides, Tie.COLLABORATES_WITH):
        if makes_linked(data, options_of(graph)):
            yield DocumentedTie(kind=TieKind.COLLABORATION)


def _arenas(graph: Graph, sides: Sides) -> Iterator[DocumentedTie]:
    for arena in working_arenas(graph):
        members = rolled_up_members(graph)[arena.id]
        if all(not side.isdisjoint(members) for side in sides):
            yield DocumentedTie(kind=TieKind.ARENA, arena=arena.id)


def _acquaintances(graph: Graph, sides: Sides) -> Iterator[DocumentedTie]:
    if any(is_contact(data) for _actors, data in ties_across(graph, sides, Tie.COLLABORATES_WITH)):
        yield DocumentedTie(kind=TieKind.CONTACT)
    if any(True for _tie in ties_across(graph, sides, Tie.REFERS_TO)):
        yield DocumentedTie(kind=TieKind.REFERRAL)
