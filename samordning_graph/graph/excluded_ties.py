"""What two sides have in common that does not count as coordination, and why it does not.

How it is decided
    An arena where both are listed, but that is no working arena, or where one of them is only on
    call or observer; an acquaintance; a collaboration that is not confirmed where only confirmed
    ones count; an agreement whose last day is past. Units below are included, as in coverage: what
    coverage looked at and set aside is what is told, of those who have it. Of two arenas: whoever is on both lists, where
    one of the two is no working arena, or is one where it is only on call or observer.
Source
    Own definition.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Any, TypeAlias

from samordning_graph.graph.contact import actor_ties
from samordning_graph.graph.graph import (
    Graph,
    cached_per_graph,
    get_arena,
    options_of,
    rows_of,
    ties_between,
    ties_by_kind,
    ties_to,
)
from samordning_graph.graph.links import NO_CONTACT, agreement_in_force, makes_linked, said_by
from samordning_graph.graph.organisation import ancestor_units, descendant_units
from samordning_graph.graph.participation import (
    MEMBER_ROLES,
    excluded_arenas,
    listed_for,
    rolled_up_roles,
)
from samordning_graph.schema.tables import Link, Row, Tie


class Exclusion(StrEnum):
    """Why a tie does not count. Those of an arena are the words of `excluded_arenas`, and `role`."""

    LAPSED = "lapsed"
    ROLE = "role"
    CLOSED = "closed"
    INFORMATION = "information"
    LARGE = "large"
    SELDOM = "seldom"
    AWARENESS = "awareness"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedTie:
    """A tie that does not count.

    `arena` is the id of an arena, `agreement` the name of an agreement; an acquaintance and a
    collaboration have neither. `last_day` is set for what has ended. `actors` are those who have it
    in common, and nobody where they are simply the two who were asked about. `below` are those
    of them who are units below one that was asked about, each with that one. `loosely` holds those
    who are only on call or observer there, where that is the reason.
    """

    exclusion: Exclusion
    arena: str = ""
    agreement: str = ""
    last_day: date | None = None
    actors: tuple[str, ...] = ()
    below: tuple[tuple[str, str], ...] = ()
    loosely: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def answers(self) -> Mapping[str, str | None]:
        """What each of the two says by itself, of a tie that is directly between two."""
        links = [row for row in self.rows if isinstance(row, Link)]
        return {end: said_by(end, links) for end in sorted({links[0].from_, links[0].to})}


Sides: TypeAlias = "tuple[frozenset[str], frozenset[str]]"
DirectTie: TypeAlias = "tuple[tuple[str, ...], dict[str, Any]]"
"""Those whom it is between, to be named or not, and what the graph holds of it."""


def lapsed_agreements(graph: Graph, actor_id: str) -> tuple[ExcludedTie, ...]:
    """Return the agreements of an actor, and of the units below it, whose last day is past."""
    by_end = _lapsed_by_end(graph)
    lapsed = {
        id(data): (pair, data)
        for unit in (actor_id, *descendant_units(graph, actor_id))
        for pair, data in by_end.get(unit, ())
    }
    return tuple(_newest_first(graph, [actor_id], lapsed.values()))


def pairs_with_lapsed_agreement(graph: Graph) -> frozenset[tuple[str, str]]:
    """Return the pairs (smaller id first) that had an agreement, those of units below included."""
    return frozenset(
        (min(first, second), max(first, second))
        for lapsed in _lapsed_by_end(graph).values()
        for (first_end, second_end), _data in lapsed
        for first in (first_end, *ancestor_units(graph, first_end))
        for second in (second_end, *ancestor_units(graph, second_end))
    )


@cached_per_graph
def _lapsed_by_end(graph: Graph) -> Mapping[str, Sequence[DirectTie]]:
    """Return the lapsed agreements by each of the two that had them."""
    as_of = options_of(graph).as_of
    by_end: dict[str, list[DirectTie]] = defaultdict(list)
    for from_, to, data in ties_by_kind(graph)[Tie.HAS_AGREEMENT_WITH]:
        if not agreement_in_force(data, as_of):
            by_end[from_].append(((from_, to), data))
            by_end[to].append(((from_, to), data))
    return by_end


def excluded_ties(
    graph: Graph, first: Iterable[str], second: Iterable[str]
) -> tuple[ExcludedTie, ...]:
    """Return what two sides have in common that does not count; a side is one actor or several.

    Lapsed agreements first, the newest of them before the others; then arenas by id; then
    acquaintances and collaborations by their ends.
    """
    sides = (frozenset(first), frozenset(second))
    return (
        *lapsed_between(graph, *sides),
        *_arenas(graph, sides),
        *_collaborations(graph, sides),
    )


def lapsed_between(
    graph: Graph, first: Iterable[str], second: Iterable[str]
) -> tuple[ExcludedTie, ...]:
    """Return the agreements between two sides whose last day is past, the newest first."""
    as_of, sides = options_of(graph).as_of, (frozenset(first), frozenset(second))
    ties = ties_across(graph, sides, Tie.HAS_AGREEMENT_WITH)
    lapsed = (tie for tie in ties if not agreement_in_force(tie[1], as_of))
    return tuple(_newest_first(graph, frozenset().union(*sides), lapsed))


def excluded_among(graph: Graph, pairs: Iterable[tuple[str, str]]) -> tuple[ExcludedTie, ...]:
    """Return what any of some pairs have in common that does not count, each tie once."""
    found: dict[tuple[object, ...], ExcludedTie] = {}
    pairs = tuple(pairs)
    asked = frozenset(actor for pair in pairs for actor in pair)
    for pair in _with_anything_in_common(graph, pairs):
        for tie in excluded_ties(graph, *([actor] for actor in pair)):
            actors = tie.actors or tuple(sorted(pair))
            named = replace(tie, actors=actors, below=_below(graph, asked, actors))
            key = (tie.arena,) if tie.arena else (tie.exclusion, *tie.rows)
            found[key] = _merged(found[key], named) if key in found else named
    lapsed = [tie for tie in found.values() if tie.exclusion is Exclusion.LAPSED]
    arenas = sorted((tie for tie in found.values() if tie.arena), key=attrgetter("arena"))
    direct = (Exclusion.AWARENESS, Exclusion.UNCONFIRMED)
    lapsed.sort(key=attrgetter("last_day"), reverse=True)
    return (*lapsed, *arenas, *(tie for tie in found.values() if tie.exclusion in direct))


def _with_anything_in_common(
    graph: Graph, pairs: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield those of some pairs that are in one arena, or have a tie, whether it counts or not."""
    ties, tied = actor_ties(graph), _tied(graph)
    for first, second in pairs:
        if second in tied[first] or not ties[first].arenas.keys().isdisjoint(ties[second].arenas):
            yield first, second


@cached_per_graph
def _tied(graph: Graph) -> Mapping[str, set[str]]:
    """Return whom each actor has a direct tie with, those of units below it on both sides."""
    tied: dict[str, set[str]] = defaultdict(set)
    for partners in _tied_by_kind(graph).values():
        for actor, others in partners.items():
            at_end = {end for other in others for end in (other, *ancestor_units(graph, other))}
            for unit in (actor, *ancestor_units(graph, actor)):
                tied[unit] |= at_end
    return tied


def excluded_seats(graph: Graph, arena_id: str, others: Iterable[str]) -> tuple[ExcludedTie, ...]:
    """Return the seats that an arena and others have in common that do not count, by arena.

    `actors` are those who are on both lists. Of a unit and one above it, the lower one is meant; it
    may be there by units below it, and then these are named.
    """
    roles = rolled_up_roles(graph)
    on_both = {
        other: _lowest(graph, roles[arena_id].keys() & roles[other].keys()) for other in others
    }
    lists = {arena_id: frozenset().union(*on_both.values()), **on_both}
    return tuple(
        tie for arena, actors in sorted(lists.items()) for tie in _seats(graph, arena, actors)
    )


def _lowest(graph: Graph, actors: Collection[str]) -> frozenset[str]:
    """Return those of some actors that have no unit below them among these."""
    return frozenset(actors).difference(*(ancestor_units(graph, actor) for actor in actors))


def _seats(graph: Graph, arena_id: str, actors: frozenset[str]) -> Iterator[ExcludedTie]:
    """Yield the seats of some actors in one arena, if they do not count there."""
    reason = Exclusion(excluded_arenas(graph).get(arena_id, Exclusion.ROLE))
    if reason is Exclusion.ROLE:
        roles = rolled_up_roles(graph)[arena_id]
        actors = frozenset(actor for actor in actors if roles[actor] not in MEMBER_ROLES)
    if actors:
        named = listed_for(graph, arena_id, actors)
        below = _below(graph, actors, named)
        tie = _in_arena(graph, arena_id, reason, listed=actors, loosely=named)
        yield replace(tie, actors=tuple(sorted(named)), below=below)


def _merged(first: ExcludedTie, second: ExcludedTie) -> ExcludedTie:
    """Return one tie for what two pairs have in common with others too: a seat in one arena."""
    return replace(
        first,
        actors=tuple(sorted({*first.actors, *second.actors})),
        below=tuple(sorted({*first.below, *second.below})),
        loosely=tuple(sorted({*first.loosely, *second.loosely})),
        rows=tuple(dict.fromkeys((*first.rows, *second.rows))),
    )


def _below(
    graph: Graph, asked: Collection[str], actors: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    """Return those who are units below one that was asked about, each with the nearest such."""
    nearest = {
        actor: next((unit for unit in ancestor_units(graph, actor) if unit in asked), None)
        for actor in sorted(frozenset(actors).difference(asked))
    }
    return tuple((actor, unit) for actor, unit in nearest.items() if unit is not None)


def _unless_the_two(sides: Sides, actors: Iterable[str]) -> tuple[str, ...]:
    """Return those who have something in common; nobody where they are simply the two sides."""
    found = frozenset(actors)
    is_the_two = all(len(side) == 1 for side in sides) and found == frozenset().union(*sides)
    return () if is_the_two else tuple(sorted(found))


def _arenas(graph: Graph, sides: Sides) -> Iterator[ExcludedTie]:
    smaller, ties = min(sides, key=len), actor_ties(graph)
    for arena_id in sorted({arena for actor in smaller for arena in ties[actor].arenas}):
        roles = rolled_up_roles(graph)[arena_id]
        listed = [side.intersection(roles) for side in sides]
        if not all(listed):
            continue
        with_rows = [listed_for(graph, arena_id, side) for side in listed]
        loosely = [
            named
            for side, named in zip(listed, with_rows, strict=True)
            if not any(roles[actor] in MEMBER_ROLES for actor in side)
        ]
        reason = Exclusion(excluded_arenas(graph).get(arena_id, Exclusion.ROLE))
        if reason is Exclusion.ROLE and not loosely:
            continue  # it counts
        everyone = frozenset().union(*with_rows)
        if len(everyone) == 1:
            continue  # a unit of one side below a unit of the other: nobody else is there
        tie = _in_arena(
            graph,
            arena_id,
            reason,
            listed=frozenset().union(*listed),
            loosely=frozenset().union(*loosely),
        )
        yield replace(
            tie,
            actors=_unless_the_two(sides, everyone),
            below=_below(graph, frozenset().union(*sides), everyone),
        )


def _in_arena(
    graph: Graph,
    arena_id: str,
    reason: Exclusion,
    *,
    listed: frozenset[str],
    loosely: frozenset[str],
) -> ExcludedTie:
    """Return what those listed in an arena have there, and why it does not count; nobody by name."""
    return ExcludedTie(
        exclusion=reason,
        arena=arena_id,
        last_day=get_arena(graph, arena_id).valid_to if reason is Exclusion.CLOSED else None,
        loosely=tuple(sorted(loosely)) if reason is Exclusion.ROLE else (),
        rows=rows_of(
            tie
            for tie in ties_to(graph, arena_id, Tie.PARTICIPATES_IN)
            if not listed.isdisjoint((tie[0], *ancestor_units(graph, tie[0])))
        ),
    )


def _newest_first(
    graph: Graph, asked: Collection[str], lapsed: Iterable[DirectTie]
) -> Iterator[ExcludedTie]:
    for actors, data in sorted(lapsed, key=lambda tie: tie[1]["valid_to"], reverse=True):
        yield ExcludedTie(
            exclusion=Exclusion.LAPSED,
            agreement=data["agreement"],
            last_day=data["valid_to"],
            actors=actors,
            below=_below(graph, asked, actors),
            rows=tuple(data["rows"]),
        )


def _collaborations(graph: Graph, sides: Sides) -> Iterator[ExcludedTie]:
    for actors, data in ties_across(graph, sides, Tie.COLLABORATES_WITH):
        if data["strength"] == NO_CONTACT or makes_linked(data, options_of(graph)):
            continue
        reason = Exclusion.AWARENESS if data["strength"] == "awareness" else Exclusion.UNCONFIRMED
        yield ExcludedTie(
            exclusion=reason,
            actors=actors,
            below=_below(graph, frozenset().union(*sides), actors),
            rows=tuple(data["rows"]),
        )


def ties_across(graph: Graph, sides: Sides, kind: Tie) -> Iterator[DirectTie]:
    """Yield the ties of a kind between two sides, the units below them included."""
    side, other_side = sides
    tied = _tied_by_kind(graph)[kind]
    with_units = {unit for actor in side for unit in (actor, *descendant_units(graph, actor))}
    for actor_id in sorted(with_units & tied.keys()):
        for other in sorted(tied[actor_id]):
            if other_side.isdisjoint((other, *ancestor_units(graph, other))):
                continue
            for _end, _other_end, data in ties_between(graph, actor_id, other, kind):
                yield _unless_the_two(sides, (actor_id, other)), data


@cached_per_graph
def _tied_by_kind(graph: Graph) -> Mapping[Tie, Mapping[str, set[str]]]:
    """Return whom each actor has a tie of its own with, by the kind of tie."""
    kinds = (Tie.HAS_AGREEMENT_WITH, Tie.COLLABORATES_WITH, Tie.REFERS_TO)
    tied: dict[Tie, dict[str, set[str]]] = {kind: defaultdict(set) for kind in kinds}
    for kind, partners in tied.items():
        for from_, to, _data in ties_by_kind(graph)[kind]:
            partners[from_].add(to)
            partners[to].add(from_)
    return tied
