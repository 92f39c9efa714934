"""The most that invitations could close at all, to say how good a choice of them is.

No set of seats can close more than what a seating has closed already and what each of the best
seats could add to it. A seat adds what it closes towards those who sit there, and, beside others who
are invited to the same arena, half of what each two of them would close between them.

Source: the upper limit of Leskovec et al. (2007), «Cost-effective outbreak detection in networks»;
the half for two who are invited: own definition.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heapreplace, nlargest

from samordning_graph.analysis.suggest.invitations import ArenaAssignment, SeatCandidate

Potential = tuple[int, SeatCandidate]
"""Twice the most that a seat can add (so that halves stay whole numbers), and the seat."""


class UpperBound:
    """How much sets of at most so many seats could close, from the seating of today."""

    def __init__(self, today: ArenaAssignment, seats: Sequence[SeatCandidate], most: int) -> None:
        self._today = today
        self._seats = seats
        self._most = most
        self._invited: dict[str, int] = defaultdict(int)
        self._lines: dict[int, set[int]] = defaultdict(set)
        self._come_with: dict[int, set[int]] = defaultdict(set)
        for seat in seats:
            self._invited[seat.arena] |= seat.mask
            self._lines[seat.actor].update(seat.line)
            for one in seat.line:
                self._come_with[one].add(seat.actor)
        self._others: dict[int, list[int]] = {}

    def after(self, seating: ArenaAssignment) -> int:
        """Return an upper limit of the weight that the seats could add to a seating."""
        return sum_of_best(self._best_first(seating), self._most, self._today)

    def hope(
        self, seating: ArenaAssignment, seat: SeatCandidate, most: int, room: ArenaAssignment
    ) -> Potential:
        """Return the most that a seat can add, as one of so many; `room` says what arenas hold."""
        invited = self._invited[seat.arena] & ~seating.there[seat.arena]
        beside = seating.gaps.weigh(seat.line, invited) if most > 1 else 0
        return 2 * seating.gain(seat) + min(beside, self._beside(seat, most, room)), seat

    def _best_first(self, seating: ArenaAssignment) -> Iterable[Potential]:
        """Yield hopes, those with most first. Few are asked for, so only these are looked at closely."""
        most, today = self._most, self._today
        rough = [
            (-2 * seating.gain(seat) - self._beside(seat, most, today), number, False)
            for number, seat in enumerate(self._seats)
        ]
        heapify(rough)
        while rough:
            hope, number, is_close = rough[0]
            if is_close:
                heappop(rough)
                yield -hope, self._seats[number]
            else:
                close, _seat = self.hope(seating, self._seats[number], most, today)
                heapreplace(rough, (max(hope, -close), number, True))

    def _beside(self, seat: SeatCandidate, most: int, room: ArenaAssignment) -> int:
        """Return the most that a seat could close towards others, as many as there is room for."""
        others = min(most, room.room(seat.arena)) - 1
        if others < 1:
            return 0
        if seat.actor not in self._others:
            self._others[seat.actor] = self._best_others(seat.actor)
        return sum(self._others[seat.actor][:others])

    def _best_others(self, actor: int) -> list[int]:
        """Return what an actor has with each of those it has most with, were both invited."""
        with_: dict[int, int] = defaultdict(int)
        for one in self._lines[actor]:
            for other, weight in self._today.gaps.weights(one):
                for guest in self._come_with.get(other, ()):
                    with_[guest] += weight
        return nlargest(self._most - 1, with_.values())


def sum_of_best(hopes: Iterable[Potential], most: int, seating: ArenaAssignment) -> int:
    """Return the weight of the first hopes, as many as there is room for."""
    total = 0
    in_arena: dict[str, int] = defaultdict(int)
    for hope, seat in hopes:
        if in_arena[seat.arena] < seating.room(seat.arena):
            in_arena[seat.arena] += 1
            total += hope
            most -= 1
            if not most:
                break
    return total // 2
