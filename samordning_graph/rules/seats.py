"""A seat: who could be invited where, so that two who do not coordinate come to meet.

How it is decided
    One of the two is invited to a working arena in which only the other takes part, as leader or
    member (units below included), and which has room for one more. What is offered is cooperation
    about the system, so no seat is offered in an arena that takes up single cases only, in one that
    decides, or in a political body: nobody joins these just to meet somebody. Nor, unless the guest
    is on call or observer there already, in an arena for target groups of which it serves none, or
    of another level. Where only such arenas are left, the two had better agree on a meeting place of
    their own.

    Of the seats that are left, the first of these that tells them apart decides: the guest is on
    call or observer there already; the arena takes up no single cases, or at least the guest is not
    bound by stricter confidentiality (who is bound comes first to where single cases are known not to
    be taken up, or to an arena that is not operational); the arena is for everybody, or the guest is
    known to serve one of its target groups; the guest has one of the arena's tasks; the unit above it does
    not sit there already; the arena has a mandate and a leader and overlaps no other; most others
    with whom the guest lacks coordination sit there, so that answers gather in few arenas; the arena
    is small; it meets seldom; ids. A cell that is empty rules no seat out.

    An arena takes up single cases where its row says so. Where the cell is empty, one that is
    operational and may decide on dwellings does. A unit that is part of another and leads none is of
    another level than a strategic arena; one that serves no users, or leads units that lead others,
    than an operational one; a body that is the same for every municipality, than both of those below
    the strategic level.
Known limits
    Whether there is a chair, whether the guest wants it, and what the arena is really about.
Source
    Own definition. Confidentiality: the column `confidentiality` of the vocabulary names the law.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from samordning_graph.graph.bit_relation import bits, mask_of
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import Graph, actors, cached_per_graph, options_of, words_of
from samordning_graph.graph.organisation import ancestor_units, descendant_units
from samordning_graph.graph.overlapping_arenas import overlapping_arenas
from samordning_graph.graph.participation import (
    MEMBER_ROLES,
    arena_members,
    has_mandate,
    lacks_leader,
    roles_by_arena,
    rolled_up_members,
)
from samordning_graph.graph.political_bodies import administrative_arenas
from samordning_graph.graph.service_types import is_service, types_of_actors
from samordning_graph.rules.finding import Seat
from samordning_graph.schema.tables import Actor, Arena, ExternalActor, Unit
from samordning_graph.schema.vocabulary import OTHER_WORD

LARGEST_ARENA = 12
"""Leaders and members beyond which nobody more is invited, where no other limit is given.

Own assumption: as many as can all speak in one meeting.
"""
Partners: TypeAlias = Mapping[int, int]
"""By the number of an actor in the pair engine, the mask of those whom it should come to meet."""
_Key: TypeAlias = tuple[bool, int, bool, bool, bool, bool, int, int, float, str, str]


def largest_arena(graph: Graph) -> int:
    """Return how many leaders and members an arena may have."""
    return options_of(graph).max_arena_size or LARGEST_ARENA


def room(graph: Graph, arena_id: str) -> int:
    """Return how many more may be invited to an arena."""
    return max(0, largest_arena(graph) - len(arena_members(graph, arena_id)))


class _Table(NamedTuple):
    """An arena that seats may be offered in. `taking_part`: members, the units above included."""

    arena: Arena
    roles: Mapping[str, str]
    taking_part: int
    size: int
    is_unsettled: bool

    @property
    def meetings(self) -> float:
        """Meetings a year; not known ranks last."""
        known = self.arena.meetings_per_year
        return float("inf") if known is None else known


class _Guest(NamedTuple):
    """What decides where an actor fits. `above`: the units that it is part of, `line`: with itself."""

    actor: Actor
    above: tuple[str, ...]
    line: tuple[int, ...]
    is_bound: bool
    other_levels: frozenset[str]

    def fits(self, table: "_Table") -> bool:
        """Return whether nothing is known that keeps the guest out: whoever is there belongs there."""
        arena = table.arena
        return self.actor.id in table.roles or (
            _may_share(self.actor.target_groups, arena.target_groups)
            and arena.level not in self.other_levels
        )


def _may_share(ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Return whether two cells may have a word in common; «other» and an empty cell may."""
    cells = ({*ones}, {*others})
    return any(not cell or OTHER_WORD in cell for cell in cells) or not cells[0].isdisjoint(
        cells[1]
    )


class Seating:
    """Every seat that could be offered. Actors go by their number in the pair engine."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._engine = pair_engine(graph)
        self._actors = actors(graph)
        self._tables = list(_tables(graph))
        self._guests: dict[int, _Guest] = {}
        self._lacking: dict[int, int] = {}

    def best(self, partners: Partners) -> Seat | None:
        """Return the best seat that lets one of these meet one of its partners."""
        option = min(self._options(partners), default=None)
        if option is None:
            return None
        _key, number, table = option
        hosts = partners[number] & table.taking_part
        return self._seat(number, table, hosts)

    def answers(self, partners: Partners) -> tuple[dict[tuple[str, str], int], dict[int, int]]:
        """Return the best seat of each pair, and the pairs that have none.

        By guest and arena, better seats first, the mask of those whom the guest comes to meet. The
        same as `best` of each pair by itself: in the order of the seats, the first that lets two meet
        is their best.
        """
        left, seats = dict(partners), {}
        for _key, number, table in sorted(self._options(partners)):
            hosts = left[number] & table.taking_part
            if hosts:
                seats[self._engine.ids[number], table.arena.id] = hosts
                left[number] &= ~hosts
                for host in bits(hosts):
                    left[host] &= ~(1 << number)
        return seats, {number: row for number, row in left.items() if row}

    def _seat(self, number: int, table: _Table, hosts: int) -> Seat:
        guest = self._engine.ids[number]
        return Seat(
            guest=guest,
            arena=table.arena.id,
            host=self._engine.ids[next(bits(hosts))],
            role=table.roles.get(guest),
        )

    def _options(self, partners: Partners) -> Iterator[tuple[_Key, int, _Table]]:
        """Yield every seat that would let one of these meet a partner, with its sort key."""
        for number, row in partners.items():
            for table in self._tables:
                if (
                    row & table.taking_part
                    and not table.taking_part >> number & 1
                    and self._guest(number).fits(table)
                ):
                    yield self._key(number, table), number, table

    def _key(self, number: int, table: _Table) -> _Key:
        guest, arena = self._guest(number), table.arena
        roles = table.roles
        takes_cases = arena.case_level == "both"
        may_take_cases = takes_cases or (arena.case_level is None and arena.level == "operational")
        return (
            guest.actor.id not in roles,
            takes_cases + (may_take_cases and guest.is_bound),
            bool(arena.target_groups) and not guest.actor.target_groups,
            not _may_share(guest.actor.tasks, arena.tasks),
            any(roles.get(unit) in MEMBER_ROLES for unit in guest.above),
            table.is_unsettled,
            -self._gain(guest, table),
            table.size,
            table.meetings,
            arena.id,
            guest.actor.id,
        )

    def _gain(self, guest: _Guest, table: _Table) -> int:
        """Return how many pairs with a ground and no coverage would come to meet."""
        return sum(
            (self._lacks(number) & table.taking_part).bit_count()
            for number in guest.line
            if not table.taking_part >> number & 1
        )

    def _lacks(self, number: int) -> int:
        if number not in self._lacking:
            needed = self._engine.needed(number, *Ground)
            self._lacking[number] = self._engine.missing(number, needed)
        return self._lacking[number]

    def _guest(self, number: int) -> _Guest:
        if number not in self._guests:
            self._guests[number] = _guest(self._graph, self._actors[number])
        return self._guests[number]


@cached_per_graph
def seating(graph: Graph) -> Seating:
    """Return the seats of a graph."""
    return Seating(graph)


def _tables(graph: Graph) -> Iterator[_Table]:
    position = pair_engine(graph).position
    overlapping = {arena_id for pair in overlapping_arenas(graph) for arena_id in pair}
    for arena in administrative_arenas(graph):
        if room(graph, arena.id) and not decides(arena) and not takes_only_cases(arena):
            yield _Table(
                arena,
                roles_by_arena(graph)[arena.id],
                mask_of(position[actor_id] for actor_id in rolled_up_members(graph)[arena.id]),
                len(arena_members(graph, arena.id)),
                has_mandate(arena) is False
                or lacks_leader(graph, arena)
                or arena.id in overlapping,
            )


def decides(arena: Arena) -> bool:
    """Return whether an arena is there to decide; where its kind is empty, authority tells it."""
    return arena.kind == "decision" or (arena.kind is None and arena.decision_authority is True)


def takes_only_cases(arena: Arena) -> bool:
    """Return whether an arena takes up single cases and nothing else.

    Where its row does not say, one that is operational and may decide on dwellings does.
    """
    if arena.case_level is not None:
        return arena.case_level == "individual"
    return (
        arena.level == "operational"
        and "obtain" in arena.tasks
        and (arena.kind == "decision" or arena.decision_authority is True)
    )


def _guest(graph: Graph, actor: Actor) -> _Guest:
    position = pair_engine(graph).position
    above = ancestor_units(graph, actor.id)
    return _Guest(
        actor=actor,
        above=above,
        line=tuple(position[unit] for unit in (actor.id, *above)),
        is_bound=is_bound(graph, actor),
        other_levels=_other_levels(graph, actor),
    )


def _other_levels(graph: Graph, actor: Actor) -> frozenset[str]:
    """Return the levels of arenas where an actor is known not to belong."""
    if isinstance(actor, ExternalActor):
        is_national = words_of(graph, "actor_type")[actor.actor_type].shared
        return frozenset({"tactical", "operational"} if is_national else ())
    below = descendant_units(graph, actor.id)
    if any(descendant_units(graph, unit) for unit in below) or (
        isinstance(actor, Unit) and not is_service(graph, actor)
    ):
        return frozenset({"operational"})
    return frozenset({"strategic"} if ancestor_units(graph, actor.id) and not below else ())


def is_bound(graph: Graph, actor: Actor) -> bool:
    """Return whether an actor is bound by stricter confidentiality than the rest of a municipality.

    By its types of service, its type of actor, or its sector.
    """
    words = [words_of(graph, "sector")[actor.sector]]
    words += [
        words_of(graph, "service_type")[type_] for type_ in types_of_actors(graph).of[actor.id]
    ]
    if isinstance(actor, ExternalActor):
        words.append(words_of(graph, "actor_type")[actor.actor_type])
    return any(word.confidentiality for word in words)
