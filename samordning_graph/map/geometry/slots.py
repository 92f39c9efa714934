"""Where arenas are in the middle: each in a slot of its own, near those who take part in it."""

from collections.abc import Mapping, Sequence

from samordning_graph.map.geometry.frame import SLOT_HEIGHT, SLOT_WIDTH, Box, Point, slots_in

MAX_ROUNDS = 12
"""Rounds of swaps."""


def slots_of(middle: Box, needed: int) -> list[Point]:
    """Return slots all over the middle, every second row shifted so that ties pass between them."""
    columns, rows = slots_in(middle.width, middle.height)
    while rows > 1 and _count(columns, rows - 1) >= max(needed * 1.25, 1):
        rows -= 1
    across, down = middle.width / columns, middle.height / rows
    return [
        (
            middle.left + (column + (1.0 if _is_short(columns, row) else 0.5)) * across,
            middle.top + (row + 0.5) * down,
        )
        for row in range(rows)
        for column in range(columns - _is_short(columns, row))
    ]


def _is_short(columns: int, row: int) -> bool:
    return columns > 1 and row % 2 == 1


def _count(columns: int, rows: int) -> int:
    return columns * rows - (rows // 2 if columns > 1 else 0)


def assign_slots(wishes: Mapping[str, Point], free: Sequence[Point]) -> dict[str, Point]:
    """Return a slot for each key, near its wish: the nearest free one, then the swaps that help.

    The keys choose in the order of `wishes`.
    """
    remaining = list(free)
    assigned: dict[str, Point] = {}
    for key, wish in wishes.items():
        assigned[key] = _nearest(remaining, wish)
        remaining.remove(assigned[key])
    for _round in range(MAX_ROUNDS):
        if not _improve(wishes, assigned, remaining):
            break
    return assigned


def _nearest(free: Sequence[Point], wish: Point) -> Point:
    return min(free, key=lambda slot: (_cost(slot, wish), slot))


def _improve(
    wishes: Mapping[str, Point], assigned: dict[str, Point], remaining: list[Point]
) -> bool:
    improved = False
    order = list(wishes)
    for number, first in enumerate(order):
        for i, slot in enumerate(remaining):
            if _cost(slot, wishes[first]) < _cost(assigned[first], wishes[first]) - 1e-6:
                remaining[i], assigned[first] = assigned[first], slot
                improved = True
        for second in order[number + 1 :]:
            cost = _cost(assigned[first], wishes[first]) + _cost(assigned[second], wishes[second])
            swapped_cost = _cost(assigned[second], wishes[first]) + _cost(
                assigned[first], wishes[second]
            )
            if swapped_cost < cost - 1e-6:
                assigned[first], assigned[second] = assigned[second], assigned[first]
                improved = True
    return improved


def _cost(slot: Point, wish: Point) -> float:
    # In slots, so that a step sideways and a step down count as much.
    return ((slot[0] - wish[0]) / SLOT_WIDTH) ** 2 + ((slot[1] - wish[1]) / SLOT_HEIGHT) ** 2
