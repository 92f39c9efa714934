"""Who takes part in which arena, what an invitation closes, and what is left."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samordning_graph.analysis.suggest.closable_gaps import ClosableGaps
from samordning_graph.graph.bit_relation import bits, mask_of
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.graph import Graph
from samordning_graph.graph.organisation import ancestor_units
from samordning_graph.graph.participation import arena_members, rolled_up_members, working_arenas


@dataclass(frozen=True, slots=True)
class SeatCandidate:
    """An actor that could be invited to an arena.

    `line` is the actor and those units above it that do not take part today, since they do so
    through it; `mask` is their bits. `meetings` a year are infinite where nobody has filled them
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

    `sizes` counts leaders and members; no arena grows beyond `largest` of them.
    """

    gaps: ClosableGaps
    taking_part: Mapping[str, int]
    sizes: Mapping[str, int]
    largest: int

    def room(self, arena: str) -> int:
        """Return how many more may be invited to an arena."""
        return max(0, self.largest - self.sizes[arena])

    def gain(self, candidate: SeatCandidate) -> int:
        """Return the weight of what a candidate closes. Those who take part have no gaps left."""
        return self.gaps.weigh(candidate.line, self.taking_part[candidate.arena])

    def closed_by(self, candidate: SeatCandidate) -> ClosableGaps:
        """Return what a candidate closes."""
        return self.gaps.between(candidate.line, self.taking_part[candidate.arena])

    def after(self, candidate: SeatCandidate) -> "ArenaAssignment":
        """Return the assignment with one candidate more."""
        return ArenaAssignment(
            self.gaps.without(self.closed_by(candidate)),
            {
                **self.taking_part,
                candidate.arena: self.taking_part[candidate.arena] | candidate.mask,
            },
            {**self.sizes, candidate.arena: self.sizes[candidate.arena] + 1},
            self.largest,
        )


def arena_assignment(graph: Graph, gaps: ClosableGaps, largest: int) -> ArenaAssignment:
    """Return the assignment of today, in the working arenas."""
    position = pair_engine(graph).position
    arenas = [arena.id for arena in working_arenas(graph)]
    return ArenaAssignment(
        gaps,
        {
            arena_id: mask_of(position[actor] for actor in rolled_up_members(graph)[arena_id])
            for arena_id in arenas
        },
        {arena_id: len(arena_members(graph, arena_id)) for arena_id in arenas},
        largest,
    )


def lines(graph: Graph) -> list[tuple[int, ...]]:
    """Return each actor with the units that it is part of, by number."""
    engine = pair_engine(graph)
    return [
        tuple(engine.position[unit] for unit in (actor_id, *ancestor_units(graph, actor_id)))
        for actor_id in engine.ids
    ]


def candidates(graph: Graph, assignment: ArenaAssignment) -> Iterator[SeatCandidate]:
    """Yield those whom an invitation may be about, by arena and actor.

    An actor is invited only where it has a gap itself with somebody who takes part: a ward is not
    to sit in for its department, and who meets in an arena that lists nobody is not known.
    """
    line_of = lines(graph)
    masks = [mask_of(line) for line in line_of]
    for arena in working_arenas(graph):
        if not assignment.room(arena.id):
            continue
        taking_part = assignment.taking_part[arena.id]
        near = 0
        for host in bits(taking_part):
            near |= assignment.gaps.near(host)
        meetings = float("inf") if arena.meetings_per_year is None else arena.meetings_per_year
        for invited in bits(near):
            line, mask = line_of[invited], masks[invited]
            if mask & taking_part:
                line = tuple(unit for unit in line if not taking_part >> unit & 1)
                mask &= ~taking_part
            yield SeatCandidate(invited, arena.id, line, mask, meetings)
