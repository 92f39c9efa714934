"""The most that invitations could close at all, to judge how good a selection of them is.

No set of candidates can close more than an assignment has closed already plus what each of the best
candidates could add to it. One adds what it closes towards those who take part, and half of what it
would close together with each of those who are invited to the same arena.

Source: the upper bound of Leskovec et al. (2007), «Cost-effective outbreak detection in networks»;
the half for two who are invited: own definition.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heapreplace, nlargest

from samordning_graph.analysis.suggest.invitations import ArenaAssignment, SeatCandidate

Potential = tuple[int, SeatCandidate]
"""Twice the most that a candidate can add (so that halves stay whole numbers), and the candidate."""


class UpperBound:
    """How much sets of at most so many candidates could close, from the assignment of today."""

    def __init__(
        self, today: ArenaAssignment, candidates: Sequence[SeatCandidate], max_invitations: int
    ) -> None:
        self._today = today
        self._candidates = candidates
        self._max_invitations = max_invitations
        self._invited: dict[str, int] = defaultdict(int)
        self._lines: dict[int, set[int]] = defaultdict(set)
        self._come_with: dict[int, set[int]] = defaultdict(set)
        for candidate in candidates:
            self._invited[candidate.arena] |= candidate.mask
            self._lines[candidate.actor].update(candidate.line)
            for unit in candidate.line:
                self._come_with[unit].add(candidate.actor)
        self._shared_weights: dict[int, list[int]] = {}

    def after(self, assignment: ArenaAssignment) -> int:
        """Return an upper bound of the weight that the candidates could add to an assignment."""
        return sum_of_best(self._potentials(assignment), self._max_invitations, self._today)

    def potential(
        self,
        assignment: ArenaAssignment,
        candidate: SeatCandidate,
        max_invitations: int,
        capacity: ArenaAssignment,
    ) -> Potential:
        """Return the most that a candidate can add, as one of so many invited.

        `capacity` is the assignment that says how much room the arenas have.
        """
        invited = self._invited[candidate.arena] & ~assignment.taking_part[candidate.arena]
        beside = assignment.gaps.weigh(candidate.line, invited) if max_invitations > 1 else 0
        return 2 * assignment.gain(candidate) + min(
            beside, self._beside(candidate, max_invitations, capacity)
        ), candidate

    def _potentials(self, assignment: ArenaAssignment) -> Iterable[Potential]:
        """Yield potentials, the largest first; only those that are asked for are computed exactly."""
        max_invitations, today = self._max_invitations, self._today
        rough = [
            (
                -2 * assignment.gain(candidate) - self._beside(candidate, max_invitations, today),
                number,
                False,
            )
            for number, candidate in enumerate(self._candidates)
        ]
        heapify(rough)
        while rough:
            rough_potential, number, is_exact = rough[0]
            if is_exact:
                heappop(rough)
                yield -rough_potential, self._candidates[number]
            else:
                exact, _candidate = self.potential(
                    assignment, self._candidates[number], max_invitations, today
                )
                heapreplace(rough, (max(rough_potential, -exact), number, True))

    def _beside(
        self, candidate: SeatCandidate, max_invitations: int, capacity: ArenaAssignment
    ) -> int:
        """Return the most that a candidate could close towards others invited to the same arena."""
        companions = min(max_invitations, capacity.room(candidate.arena)) - 1
        if companions < 1:
            return 0
        if candidate.actor not in self._shared_weights:
            self._shared_weights[candidate.actor] = self._largest_shared_weights(candidate.actor)
        return sum(self._shared_weights[candidate.actor][:companions])

    def _largest_shared_weights(self, actor: int) -> list[int]:
        """Return the largest weights that an actor shares with others who could be invited."""
        shared: dict[int, int] = defaultdict(int)
        for unit in self._lines[actor]:
            for partner, weight in self._today.gaps.weights(unit):
                for invited in self._come_with.get(partner, ()):
                    shared[invited] += weight
        return nlargest(self._max_invitations - 1, shared.values())


def sum_of_best(
    potentials: Iterable[Potential], max_invitations: int, capacity: ArenaAssignment
) -> int:
    """Return the weight of the first potentials, as many as there is room for."""
    total = 0
    in_arena: dict[str, int] = defaultdict(int)
    for potential, candidate in potentials:
        if in_arena[candidate.arena] < capacity.room(candidate.arena):
            in_arena[candidate.arena] += 1
            total += potential
            max_invitations -= 1
            if not max_invitations:
                break
    return total // 2
