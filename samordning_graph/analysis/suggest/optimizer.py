"""Which invitations to choose: those that together close most, found greedily or by searching all.

How it is decided
    *Greedy*: each time the candidate that closes most weight; of equal ones that in the smallest
    arena, then with the fewest meetings, then by the ids. This closes at least 1 - 1/e (63 %) of
    the most that as many invitations could close towards those who already take part, or 1/2 where
    arenas can become full. Two invited to one arena also meet each other: one invitation then makes
    another worth more, and for that part there is no such constant.
    *Branch and bound* when there are few enough sets: the best set, and of equally good ones one of
    the smallest.
    Either way `upper_bound.py` says how much any set of as many invitations could close at most.
Source
    Nemhauser, Wolsey and Fisher (1978), «An analysis of approximations for maximizing submodular
    set functions I» (1 - 1/e); Fisher, Nemhauser and Wolsey (1978), the same, II (1/2 over a
    matroid); Minoux (1978), «Accelerated greedy algorithms for maximizing submodular set functions»
    (lazy evaluation). That no constant holds where choices help each other: Bai and Bilmes (2018),
    «Greed is still good».
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappush, heapreplace

from samordning_graph.analysis.suggest.invitations import ArenaAssignment, SeatCandidate
from samordning_graph.analysis.suggest.upper_bound import UpperBound, sum_of_best

MAX_CANDIDATES_WEIGHED = 300_000
"""Candidates weighed before the search for the best set is given up: about a second."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Candidates in the order to invite them, and the most weight that any set of as many could close."""

    chosen: tuple[SeatCandidate, ...]
    at_most: int


def select(
    assignment: ArenaAssignment, candidates: Sequence[SeatCandidate], max_invitations: int
) -> Selection:
    """Return the candidates that together close most weight within the size of the arenas."""
    best, end = greedy(assignment, candidates, max_invitations)
    closed = assignment.gaps.weight - end.gaps.weight
    upper_bound = UpperBound(assignment, candidates, max_invitations)
    search = _Search(assignment, upper_bound, max_invitations, best=best, closed=closed)
    if len(candidates) * max_invitations <= MAX_CANDIDATES_WEIGHED:
        search.run(assignment, candidates, [])
    else:
        search.gave_up = True  # one way down the tree would be too long
    if not search.gave_up:
        return Selection(tuple(_in_order(assignment, search.best)), search.closed)
    at_most = min(
        assignment.gaps.weight, upper_bound.after(assignment), closed + upper_bound.after(end)
    )
    return Selection(tuple(_in_order(assignment, search.best)), at_most)


def greedy(
    assignment: ArenaAssignment, candidates: Sequence[SeatCandidate], max_invitations: int
) -> tuple[list[SeatCandidate], ArenaAssignment]:
    """Return the best candidates, one at a time until none closes anything, and the outcome."""
    chosen: list[SeatCandidate] = []
    # Choosing one makes candidates in other arenas worth less, never more: their old ranks are upper
    # bounds, and most need not be weighed again. Those in the same arena are.
    heap = [(_rank(assignment, candidate), candidate) for candidate in candidates]
    heapify(heap)
    while heap and len(chosen) < max_invitations:
        rank, candidate = heap[0]
        now = _rank(assignment, candidate)
        if now != rank:
            heapreplace(heap, (now, candidate))
        elif not rank[0]:
            break
        else:
            chosen.append(candidate)
            assignment = assignment.after(candidate)
            for rival in candidates:
                if rival.arena == candidate.arena:
                    heappush(heap, (_rank(assignment, rival), rival))
    return chosen, assignment


def _rank(
    assignment: ArenaAssignment, candidate: SeatCandidate
) -> tuple[int, int, float, int, str]:
    """Return what candidates are compared by; there is nothing to gain in an arena that is full."""
    gain = assignment.gain(candidate) if assignment.room(candidate.arena) else 0
    return (
        -gain,
        assignment.sizes[candidate.arena],
        candidate.meetings,
        candidate.actor,
        candidate.arena,
    )


def _in_order(
    assignment: ArenaAssignment, candidates: Iterable[SeatCandidate]
) -> list[SeatCandidate]:
    """Return chosen candidates in the order in which each closes most."""
    ordered, left = [], list(candidates)
    while left:
        first = min(left, key=lambda candidate: _rank(assignment, candidate))
        left.remove(first)
        ordered.append(first)
        assignment = assignment.after(first)
    return ordered


@dataclass(slots=True)
class _Search:
    """Branch and bound over sets of candidates; `best` is the best set so far."""

    start: ArenaAssignment
    upper_bound: UpperBound
    max_invitations: int
    best: list[SeatCandidate]
    closed: int
    weighed: int = 0
    gave_up: bool = False

    def run(
        self,
        assignment: ArenaAssignment,
        candidates: Sequence[SeatCandidate],
        chosen: list[SeatCandidate],
    ) -> None:
        """Search the sets that add some of the candidates to those chosen, and may be better."""
        closed = self.start.gaps.weight - assignment.gaps.weight
        if (closed, -len(chosen)) > (self.closed, -len(self.best)):
            self.best, self.closed = chosen, closed
        left = self.max_invitations - len(chosen)
        self.weighed += len(candidates)
        self.gave_up = self.weighed > MAX_CANDIDATES_WEIGHED
        if not left or self.gave_up:
            return
        potentials = [
            self.upper_bound.potential(assignment, candidate, left, assignment)
            for candidate in candidates
        ]
        potentials = [potential for potential in potentials if potential[0]]
        potentials.sort(
            key=lambda potential: (-potential[0], potential[1].actor, potential[1].arena)
        )
        for number, (_weight, candidate) in enumerate(potentials):
            reach = closed + sum_of_best(potentials[number:], left, assignment)
            if (reach, -len(chosen) - 1) <= (self.closed, -len(self.best)):
                return
            if assignment.room(candidate.arena):
                later = [rival for _weight, rival in potentials[number + 1 :]]
                self.run(assignment.after(candidate), later, [*chosen, candidate])
            if self.gave_up:
                return
