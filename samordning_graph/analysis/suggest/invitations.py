"""Who sits in which arena, what a seat closes, and what is left."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samordning_graph.analysis.suggest.closable_gaps import ClosableGaps
from samordning_graph.graph.bit_relation import bits, mask_of
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.graph import Graph
from samordning_graph.graph.organisation import ancestor_units
from samordning_graph.graph.participation import members, rolled_up_members, working_arenas


@dataclass(frozen=True, slots=True)
class SeatCandidate:
    """A place for an actor in an arena.

    `line` is the actor and those units above it that do not take part today: they are seen to do
    so with it; `mask` is their bits. `meetings` a year are infinite where nobody has filled them
    in, to rank last.
    """

    actor: int
    arena: str
    line: tuple[int, ...]
    mask: int
    meetings: float


@dataclass(frozen=True, slots=True)
class ArenaAssignment:
    """Those who take part in each arena (units above included), and the gaps that this leaves.

    `taken` counts leaders and members; no arena grows beyond `largest` of them.
    """

    gaps: ClosableGaps
    there: Mapping[str, int]
    taken: Mapping[str, int]
    largest: int

    def room(self, arena: str) -> int:
        """Return how many more may be invited to an arena."""
        return max(0, self.largest - self.taken[arena])

    def gain(self, seat: SeatCandidate) -> int:
        """Return the weight of what a seat closes. Those who sit there have no gaps left."""
        return self.gaps.weigh(seat.line, self.there[seat.arena])

    def closed_by(self, seat: SeatCandidate) -> ClosableGaps:
        """Return what a seat closes."""
        return self.gaps.between(seat.line, self.there[seat.arena])

    def after(self, seat: SeatCandidate) -> "ArenaAssignment":
        """Return the seating when a seat is taken."""
        return ArenaAssignment(
            self.gaps.without(self.closed_by(seat)),
            {**self.there, seat.arena: self.there[seat.arena] | seat.mask},
            {**self.taken, seat.arena: self.taken[seat.arena] + 1},
            self.largest,
        )


def arena_assignment(graph: Graph, gaps: ClosableGaps, largest: int) -> ArenaAssignment:
    """Return the seating of today, in the working arenas."""
    position = pair_engine(graph).position
    arenas = [one.id for one in working_arenas(graph)]
    return ArenaAssignment(
        gaps,
        {
            one: mask_of(position[actor] for actor in rolled_up_members(graph)[one])
            for one in arenas
        },
        {one: len(members(graph, one)) for one in arenas},
        largest,
    )


def lines(graph: Graph) -> list[tuple[int, ...]]:
    """Return each actor with the units that it is part of, by number."""
    engine = pair_engine(graph)
    return [
        tuple(engine.position[one] for one in (actor_id, *ancestor_units(graph, actor_id)))
        for actor_id in engine.ids
    ]


def candidates(graph: Graph, seating: ArenaAssignment) -> Iterator[SeatCandidate]:
    """Yield the seats that an invitation may be about, by arena and actor.

    An actor is invited only where it has a gap itself with somebody who takes part: a ward is not
    to sit in for its department, and who meets in an arena that lists nobody is not known.
    """
    line_of = lines(graph)
    masks = [mask_of(line) for line in line_of]
    for arena in working_arenas(graph):
        if not seating.room(arena.id):
            continue
        there = seating.there[arena.id]
        near = 0
        for host in bits(there):
            near |= seating.gaps.near(host)
        meetings = float("inf") if arena.meetings_per_year is None else arena.meetings_per_year
        for guest in bits(near):
            line, mask = line_of[guest], masks[guest]
            if mask & there:
                line = tuple(one for one in line if not there >> one & 1)
                mask &= ~there
            yield SeatCandidate(guest, arena.id, line, mask, meetings)
