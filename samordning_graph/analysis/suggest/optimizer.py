"""Which seats to choose: those that together close most, found one by one or by looking at all.

How it is decided
    *One by one* (greedy): each time the seat that closes most weight; of equal ones that in the
    smallest arena, then with the fewest meetings, then by the ids. This closes at least
    1 - 1/e (63 %) of the most that as many seats could close towards those who sit there already,
    or 1/2 where arenas can become full. Two invited to one arena also meet each other: one
    invitation then makes another worth more, and for that part there is no such constant.
    *Looking at all* (branch and bound) when there are few enough: the best set, and of equally good
    ones one of the fewest seats.
    Either way `limit.py` says how much any set of as many seats could close at most.
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

MOST_LOOKED_AT = 300_000
"""Seats weighed before the search for the best set is given up: about a second."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Seats in the order to take them, and the most weight that any as many could close."""

    seats: tuple[SeatCandidate, ...]
    at_most: int


def select(seating: ArenaAssignment, seats: Sequence[SeatCandidate], most: int) -> Selection:
    """Return the seats, at most so many, that close most weight within the size of the arenas."""
    greedy, end = one_by_one(seating, seats, most)
    closed = seating.gaps.weight - end.gaps.weight
    limit = UpperBound(seating, seats, most)
    search = _Search(seating, limit, most, best=greedy, closed=closed)
    if len(seats) * most <= MOST_LOOKED_AT:
        search.look(seating, seats, [])
    else:
        search.gave_up = True  # one way down the tree would be too long
    if not search.gave_up:
        return Selection(tuple(_in_order(seating, search.best)), search.closed)
    at_most = min(seating.gaps.weight, limit.after(seating), closed + limit.after(end))
    return Selection(tuple(_in_order(seating, search.best)), at_most)


def one_by_one(
    seating: ArenaAssignment, seats: Sequence[SeatCandidate], most: int
) -> tuple[list[SeatCandidate], ArenaAssignment]:
    """Return the seats that are best one by one, until none closes anything, and what they give."""
    chosen: list[SeatCandidate] = []
    # A seat taken makes those in other arenas worth less, never more: their old ranks are upper
    # limits, and most need not be weighed again. Those in the same arena are.
    heap = [(_rank(seating, seat), seat) for seat in seats]
    heapify(heap)
    while heap and len(chosen) < most:
        rank, seat = heap[0]
        now = _rank(seating, seat)
        if now != rank:
            heapreplace(heap, (now, seat))
        elif not rank[0]:
            break
        else:
            chosen.append(seat)
            seating = seating.after(seat)
            for one in seats:
                if one.arena == seat.arena:
                    heappush(heap, (_rank(seating, one), one))
    return chosen, seating


def _rank(seating: ArenaAssignment, seat: SeatCandidate) -> tuple[int, int, float, int, str]:
    """Return what seats are compared by; there is nothing to gain in an arena that is full."""
    gain = seating.gain(seat) if seating.room(seat.arena) else 0
    return (-gain, seating.taken[seat.arena], seat.meetings, seat.actor, seat.arena)


def _in_order(seating: ArenaAssignment, seats: Iterable[SeatCandidate]) -> list[SeatCandidate]:
    """Return chosen seats in the order in which each closes most."""
    ordered, left = [], list(seats)
    while left:
        first = min(left, key=lambda seat: _rank(seating, seat))
        left.remove(first)
        ordered.append(first)
        seating = seating.after(first)
    return ordered


@dataclass(slots=True)
class _Search:
    """Branch and bound over sets of seats; `best` is the best set so far."""

    start: ArenaAssignment
    limit: UpperBound
    most: int
    best: list[SeatCandidate]
    closed: int
    looked_at: int = 0
    gave_up: bool = False

    def look(
        self, seating: ArenaAssignment, seats: Sequence[SeatCandidate], chosen: list[SeatCandidate]
    ) -> None:
        """Look at every set that adds some of the seats to those chosen, and may be better."""
        closed = self.start.gaps.weight - seating.gaps.weight
        if (closed, -len(chosen)) > (self.closed, -len(self.best)):
            self.best, self.closed = chosen, closed
        left = self.most - len(chosen)
        self.looked_at += len(seats)
        self.gave_up = self.looked_at > MOST_LOOKED_AT
        if not left or self.gave_up:
            return
        hopes = [self.limit.hope(seating, seat, left, seating) for seat in seats]
        hopes = [one for one in hopes if one[0]]
        hopes.sort(key=lambda one: (-one[0], one[1].actor, one[1].arena))
        for number, (_hope, seat) in enumerate(hopes):
            reach = closed + sum_of_best(hopes[number:], left, seating)
            if (reach, -len(chosen) - 1) <= (self.closed, -len(self.best)):
                return
            if seating.room(seat.arena):
                later = [one for _hope, one in hopes[number + 1 :]]
                self.look(seating.after(seat), later, [*chosen, seat])
            if self.gave_up:
                return
