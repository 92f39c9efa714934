"""The smallest set of invitations that closes most, and new arenas for what has nowhere to go.

A plan is no answer key: it knows neither whether there is room, nor whether anybody wants to come.
"""

from dataclasses import dataclass

from samordning_graph.analysis.suggest.closable_gaps import ClosableGaps, gaps_of, pair_grounds
from samordning_graph.analysis.suggest.invitations import arena_assignment, candidates
from samordning_graph.analysis.suggest.new_arena import NewArena, new_arenas
from samordning_graph.analysis.suggest.optimizer import select
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.graph import Graph, get_arena, options_of
from samordning_graph.graph.participation import roles_by_arena
from samordning_graph.rules.register import RULES, assessment_of

MOST_INVITATIONS = 5
"""Invitations that one meeting can decide on; as many as the findings on a report's first page."""
LARGEST_ARENA = 12
"""Leaders and members beyond which nobody more is invited, where no other limit is given.

Own assumption: as many as can all speak in one meeting.
"""
HOURS_PER_MEETING = 1.5
"""Own assumption: one person in one ordinary meeting, neither travel nor preparation counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """An actor invited as a member; `role` is the weaker one that it has there today, if any.

    `hours` a year are unknown when nobody has filled in how often the arena meets.
    """

    actor: str
    arena: str
    role: str | None
    meetings: float | None
    closes: ClosableGaps
    left: ClosableGaps

    @property
    def hours(self) -> float | None:
        """The hours that one participant spends in the meetings of a year."""
        return None if self.meetings is None else self.meetings * HOURS_PER_MEETING


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedSteps:
    """Steps in order, each with what it closes and what it leaves.

    No set of as many invitations closes more weight than `at_most`. `not_assessed` counts the
    pairs and the duties that cannot be assessed: they are questions, and no step is about them.
    """

    before: ClosableGaps
    invitations: tuple[Invitation, ...]
    new_arenas: tuple[NewArena, ...]
    at_most: int
    not_assessed: tuple[int, int]
    max_invitations: int
    largest: int

    @property
    def left(self) -> ClosableGaps:
        """What is left after all steps."""
        steps: tuple[Invitation | NewArena, ...] = (*self.invitations, *self.new_arenas)
        return steps[-1].left if steps else self.before

    @property
    def closed(self) -> int:
        """The weight that the invitations close."""
        return sum(step.closes.weight for step in self.invitations)

    @property
    def is_exact(self) -> bool:
        """Whether no set of as many invitations closes more."""
        return self.closed == self.at_most

    @property
    def hours(self) -> float:
        """The hours a year of all invitations for which they are known."""
        return sum(step.hours for step in self.invitations if step.hours is not None)


def suggest(graph: Graph, max_invitations: int = MOST_INVITATIONS) -> SuggestedSteps:
    """Return the invitations that close most within the size of the arenas, then new arenas.

    No arena grows beyond the graph's own `max_arena_size`, else `LARGEST_ARENA`.
    """
    before = gaps_of(graph)
    largest = options_of(graph).max_arena_size or LARGEST_ARENA
    assignment = arena_assignment(graph, before, largest)
    selection = select(assignment, list(candidates(graph, assignment)), max_invitations)
    invitations = []
    for candidate in selection.chosen:
        closes, assignment = assignment.closed_by(candidate), assignment.after(candidate)
        actor_id = pair_engine(graph).ids[candidate.actor]
        invitations.append(
            Invitation(
                actor=actor_id,
                arena=candidate.arena,
                role=roles_by_arena(graph)[candidate.arena].get(actor_id),
                meetings=get_arena(graph, candidate.arena).meetings_per_year,
                closes=closes,
                left=assignment.gaps,
            )
        )
    return SuggestedSteps(
        before=before,
        invitations=tuple(invitations),
        new_arenas=tuple(new_arenas(graph, assignment)),
        at_most=selection.at_most,
        not_assessed=_not_assessed(graph),
        max_invitations=max_invitations,
        largest=largest,
    )


def _not_assessed(graph: Graph) -> tuple[int, int]:
    """Return how many pairs and how many duties cannot be assessed."""
    if not has_any_ties(graph):
        return 0, 0
    pairs = pair_engine(graph).not_assessed_pairs(
        *(pair_ground.ground for pair_ground in pair_grounds())
    )
    duties = (rule for rule in RULES if rule.pair_grounds and not rule.is_about_pairs)
    return len(pairs), sum(len(assessment_of(graph, rule).undetermined) for rule in duties)
