"""Who sits where at the long table, so that lines are short and few cross.

Pure. The order is kept from one map to the next: a person who was in the third row should be found
in the third row.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp, fsum
from random import Random

from samordning_graph.drawing.crossings import crossings
from samordning_graph.drawing.long_table import LongTable, SectorRows
from samordning_graph.drawing.table_folding import MOST_ARENAS

STARTS, STEPS = 3, 1500
"""How often the search begins anew, and how far it goes: chance may lead it astray once."""
HEAT = 8.0
ROWS_ON_A_SCREEN = 54
"""In both columns at 1280 × 720. Only rows that are seen at first count for the order."""
STEPS_BETWEEN_SORTING = 40
WEIGHT_OF_PAIR = 2
"""How many arenas a partner counts for, where a row looks for its place."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableGuests:
    """Who is to be placed.

    `sectors` are the rows of each sector, `seats` (row, arena), and `pairs` the rows between which a
    line will be drawn, the strongest first.
    """

    sectors: Mapping[str, Sequence[str]]
    arenas: Sequence[str]
    seats: Sequence[Pair]
    pairs: Sequence[Pair]


def wanted_rows(guests: TableGuests) -> tuple[str, ...]:
    """Return all rows, those to be seen first: of the strongest pairs, then those in most arenas."""
    seats: dict[str, int] = defaultdict(int)
    for key, _arena in guests.seats:
        seats[key] += 1
    rows = [key for keys in guests.sectors.values() for key in keys]
    by_seats = sorted(rows, key=lambda key: (-seats[key], key))
    return tuple(dict.fromkeys((*(key for pair in guests.pairs for key in pair), *by_seats)))


def arena_weights(guests: TableGuests) -> Mapping[str, int]:
    """Return how much each arena matters: most, how many of a pair sit in it, then how many in all."""
    in_pairs = {key for pair in guests.pairs for key in pair}
    weights: dict[str, int] = defaultdict(int)
    for key, arena in guests.seats:
        weights[arena] += 1000 if key in in_pairs else 1
    return weights


def order_table(guests: TableGuests, starts: int = STARTS, steps: int = STEPS) -> LongTable:
    """Return all rows and arenas in an order with short lines and few crossings.

    `starts` and `steps` are how long it looks for one.

    Notes
    -----
    Simulated annealing over the order of arenas, the order of sectors and the column of each; rows
    stand within their sector by the mean height of what they are tied to. It begins with the largest
    sectors, each in the shorter column, and draws its moves from fixed seeds: the same data always
    give the same order. What pairs cost weighs most: who sits in which arena is not drawn at first.

    References
    ----------
    Kirkpatrick, Gelatt and Vecchi (1983), «Optimization by simulated annealing», Science 220.
    """
    searches = [_Search(guests, seed) for seed in range(1, starts + 1)]
    for search in searches:
        search.anneal(steps)
    return min(searches, key=lambda search: search.cost).table()


def keep_order(guests: TableGuests, earlier: Mapping[str, tuple[float, float]]) -> LongTable | None:
    """Return the table in the order of an earlier map, given by positions; None if it knew nobody.

    Every sector keeps its column and its place, every row its place within the sector, and so do
    arenas. What is new stands at the mean height of what it is tied to.
    """
    rows = [key for keys in guests.sectors.values() for key in keys]
    if not any(key in earlier for key in rows):
        return None
    tied = _ties(guests)
    lowest = max(earlier[key][1] for key in (*rows, *guests.arenas) if key in earlier)

    def height(key: str) -> float:
        if key in earlier:
            return earlier[key][1]
        heights = [earlier[other][1] for other in tied[key] if other in earlier]
        return fsum(heights) / len(heights) if heights else lowest

    def place(key: str) -> tuple[float, float, str]:
        return height(key), abs(earlier[key][0]) if key in earlier else 0, key

    columns: tuple[list[str], list[str]] = ([], [])
    size = dict.fromkeys((0, 1), 0)
    unknown = []
    for sector, keys in guests.sectors.items():
        known = [earlier[key][0] for key in keys if key in earlier]
        if not known:
            unknown.append(sector)
            continue
        side = int(sum(known) / len(known) > 0)
        columns[side].append(sector)
        size[side] += len(keys)
    for sector in unknown:
        side = int(size[0] > size[1])
        columns[side].append(sector)
        size[side] += len(guests.sectors[sector])
    ordered = {sector: sorted(keys, key=place) for sector, keys in guests.sectors.items()}

    def middle(sector: str) -> tuple[float, str]:
        known = [key for key in ordered[sector] if key in earlier] or ordered[sector]
        return fsum(height(key) for key in known) / max(1, len(known)), sector

    left, right = (
        tuple(
            SectorRows(sector=sector, rows=tuple(ordered[sector]))
            for sector in sorted(column, key=middle)
        )
        for column in columns
    )
    return LongTable(left=left, right=right, arenas=tuple(sorted(guests.arenas, key=place)))


def _ties(guests: TableGuests) -> Mapping[str, list[str]]:
    """Return what each row and arena is tied to, a partner as often as it counts."""
    tied: dict[str, list[str]] = defaultdict(list)
    for key, arena in guests.seats:
        tied[key].append(arena)
        tied[arena].append(key)
    for first, second in guests.pairs:
        tied[first] += [second] * WEIGHT_OF_PAIR
        tied[second] += [first] * WEIGHT_OF_PAIR
    return tied


class _Search:
    """The rows and arenas that are seen at first, and the best order of them so far."""

    def __init__(self, guests: TableGuests, seed: int) -> None:
        self.guests = guests
        self._chance = Random(seed)
        room = ROWS_ON_A_SCREEN - len(guests.sectors) - 2
        wanted = wanted_rows(guests)
        shown = set(wanted if len(wanted) <= ROWS_ON_A_SCREEN else wanted[:room])
        self._rows = {
            sector: sorted(key for key in keys if key in shown)
            for sector, keys in guests.sectors.items()
        }
        self._is_folded = {
            sector: len(self._rows[sector]) < len(keys) for sector, keys in guests.sectors.items()
        }
        # How high each sector is, in rows; those that are folded share one.
        self._sizes = {
            sector: len(rows) + self._is_folded[sector] for sector, rows in self._rows.items()
        }
        weights = arena_weights(guests)
        self._arenas = sorted(guests.arenas, key=lambda arena: (-weights.get(arena, 0), arena))
        self._arenas = self._arenas[:MOST_ARENAS]
        self._seats = [
            (key, arena) for key, arena in guests.seats if key in shown and arena in self._arenas
        ]
        self._pairs = [pair for pair in guests.pairs if shown.issuperset(pair)]
        self._tied = _ties(guests)
        self._left, self._right = self._balanced()
        self.cost = self._cost_of(self._left, self._right, self._arenas)

    def _balanced(self) -> tuple[list[str], list[str]]:
        """Return the sectors, the largest first, each in the column that is shorter by then."""
        left: list[str] = []
        right: list[str] = []
        for sector in sorted(self._rows, key=lambda sector: (-self._sizes[sector], sector)):
            shorter = left if self._length(left) <= self._length(right) else right
            shorter.append(sector)
        return left, right

    def _length(self, column: Iterable[str]) -> int:
        return sum(map(self._sizes.__getitem__, column))

    # The search

    def anneal(self, steps: int) -> None:
        """Look for a better order, ever less willing to take a worse one on the way."""
        now = (self._left, self._right, self._arenas)
        cost = least = self.cost
        self._sort_rows(*now)
        for step in range(steps):
            heat = HEAT * (1 - step / steps) + 0.01
            changed = self._changed(*now)
            if step % STEPS_BETWEEN_SORTING == 0:
                self._sort_rows(*changed)
                cost = self._cost_of(*now)
            # Of few sectors or no arenas, many moves move nothing.
            changed_cost = cost if changed == now else self._cost_of(*changed)
            if changed_cost < cost or self._chance.random() < exp((cost - changed_cost) / heat):
                now, cost = changed, changed_cost
                if cost < least:
                    least = cost
                    self._left, self._right, self._arenas = now
        for _sweep in range(3):
            self._sort_rows(self._left, self._right, self._arenas)
        self.cost = self._cost_of(self._left, self._right, self._arenas)

    def _changed(
        self, left: list[str], right: list[str], arenas: list[str]
    ) -> tuple[list[str], list[str], list[str]]:
        """Return the order after a move: of an arena, of a sector within its column, or across."""
        left, right, arenas = left[:], right[:], arenas[:]
        move = self._chance.random()
        if move < 0.3:
            self._swap(arenas, arenas)
        elif move < 0.55:
            self._carry(arenas, arenas)
        elif move < 0.75:
            column = left if self._chance.random() < 0.5 else right
            self._swap(column, column)
        elif move < 0.88:
            self._swap(left, right)
        elif self._chance.random() < 0.5:
            self._carry(left, right)
        else:
            self._carry(right, left)
        return left, right, arenas

    def _swap(self, first: list[str], second: list[str]) -> None:
        if first and second:
            i, j = self._any_of(first), self._any_of(second)
            first[i], second[j] = second[j], first[i]

    def _carry(self, source: list[str], target: list[str]) -> None:
        if len(source) > 1:
            carried = source.pop(self._any_of(source))
            target.insert(int(self._chance.random() * (len(target) + 1)), carried)

    def _any_of(self, items: Sequence[str]) -> int:
        # Only `random` itself gives the same in every release of Python.
        return int(self._chance.random() * len(items))

    # What an order costs

    def _heights(self, column: Sequence[str], tallest: float) -> Iterator[tuple[str, float]]:
        """Yield each row of a column with its height, in rows from the top of the taller column."""
        y = (tallest - self._tall(column)) / 2
        for sector in column:
            for key in self._rows[sector]:
                yield key, y
                y += 1
            y += 0.5 + self._is_folded[sector]

    def _tall(self, column: Sequence[str]) -> float:
        return self._length(column) + 0.5 * len(column)

    def _places(
        self, left: Sequence[str], right: Sequence[str], arenas: Sequence[str]
    ) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
        tallest = max(self._tall(left), self._tall(right), 1)
        return (
            dict(self._heights(left, tallest)),
            dict(self._heights(right, tallest)),
            {arena: (i + 0.5) * tallest / len(arenas) for i, arena in enumerate(arenas)},
        )

    def _cost_of(self, left: list[str], right: list[str], arenas: list[str]) -> float:
        """Return what an order costs: the length of its lines, in rows, and their crossings."""
        on_left, on_right, on_spine = self._places(left, right, arenas)
        cost = 2.0 * abs(self._tall(left) - self._tall(right))
        for column in (on_left, on_right):
            seats = [(column[key], on_spine[arena]) for key, arena in self._seats if key in column]
            cost += 0.2 * fsum(abs(row - arena) for row, arena in seats) + 0.05 * crossings(seats)
        across, beside = self._spans(on_left, on_right)
        cost += 0.8 * fsum(abs(first - second) for first, second in across)
        cost += 1.2 * fsum(bottom - top for spans in beside for top, bottom in spans)
        return cost + 8 * _crossings_of_pairs(across, beside)

    def _spans(
        self, on_left: Mapping[str, float], on_right: Mapping[str, float]
    ) -> tuple[
        list[tuple[float, float]], tuple[list[tuple[float, float]], list[tuple[float, float]]]
    ]:
        """Return the heights of the pairs across, and those within each column from the top."""
        across: list[tuple[float, float]] = []
        beside: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
        for first, second in self._pairs:
            if (first in on_left) != (second in on_left):
                left, right = (first, second) if first in on_left else (second, first)
                across.append((on_left[left], on_right[right]))
                continue
            column = on_left if first in on_left else on_right
            top, bottom = sorted((column[first], column[second]))
            beside[column is on_right].append((top, bottom))
        return across, beside

    def _sort_rows(self, left: list[str], right: list[str], arenas: list[str]) -> None:
        """Sort the rows of each sector by the mean height of what they are tied to."""
        on_left, on_right, on_spine = self._places(left, right, arenas)
        heights = {**on_left, **on_right, **on_spine}
        for keys in self._rows.values():
            keys.sort(key=lambda key: (self._mean(key, heights), key))

    def _mean(self, key: str, heights: Mapping[str, float]) -> float:
        found = [heights[other] for other in self._tied[key] if other in heights]
        return round(fsum(found) / len(found), 3) if found else heights.get(key, 0.0)

    # The result

    def table(self) -> LongTable:
        """Return all rows and arenas in the best order; those not seen at first come after."""
        on_left, on_right, on_spine = self._places(self._left, self._right, self._arenas)
        heights = {**on_left, **on_right, **on_spine}

        def rows(sector: str) -> tuple[str, ...]:
            shown = self._rows[sector]
            seen = set(shown)
            rest = sorted(
                (key for key in self.guests.sectors[sector] if key not in seen),
                key=lambda key: (self._mean(key, heights), key),
            )
            return (*shown, *rest)

        left, right = (
            tuple(SectorRows(sector=sector, rows=rows(sector)) for sector in column)
            for column in (self._left, self._right)
        )
        arenas = sorted(
            self.guests.arenas,
            key=lambda arena: (heights.get(arena, self._mean(arena, heights)), arena),
        )
        return LongTable(left=left, right=right, arenas=tuple(arenas))


def _crossings_of_pairs(
    across: Sequence[tuple[float, float]],
    beside: Iterable[Sequence[tuple[float, float]]],
) -> int:
    """Return how many lines of pairs cross, an arc over the start of a line across included."""
    count = crossings(across)
    for side, spans in enumerate(beside):
        count += sum(
            top < other_top < bottom < other_bottom or other_top < top < other_bottom < bottom
            for (top, bottom), (other_top, other_bottom) in combinations(spans, 2)
        )
        count += sum(top < ends[side] < bottom for top, bottom in spans for ends in across)
    return count
