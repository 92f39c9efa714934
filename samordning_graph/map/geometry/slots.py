"""Where arenas sit in the middle: each on a seat of its own, near those who take part in it."""

from collections.abc import Mapping, Sequence

from samordning_graph.map.geometry.frame import SEAT_HEIGHT, SEAT_WIDTH, Box, Point, seats_in

ROUNDS = 12


def seats(middle: Box, needed: int) -> list[Point]:
    """Return seats spread over the middle, every other row shifted so that lines pass between."""
    columns, rows = seats_in(middle.width, middle.height)
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
    """Return a seat for each, near where it wishes to be: nearest free one, then swaps that help.

    The order of `wishes` decides who chooses first.
    """
    rest = list(free)
    taken: dict[str, Point] = {}
    for one, wish in wishes.items():
        taken[one] = _nearest(rest, wish)
        rest.remove(taken[one])
    for _round in range(ROUNDS):
        if not _improve(wishes, taken, rest):
            break
    return taken


def _nearest(free: Sequence[Point], wish: Point) -> Point:
    return min(free, key=lambda seat: (_cost(seat, wish), seat))


def _improve(wishes: Mapping[str, Point], taken: dict[str, Point], rest: list[Point]) -> bool:
    better = False
    order = list(wishes)
    for number, one in enumerate(order):
        for i, seat in enumerate(rest):
            if _cost(seat, wishes[one]) < _cost(taken[one], wishes[one]) - 1e-6:
                rest[i], taken[one] = taken[one], seat
                better = True
        for other in order[number + 1 :]:
            now = _cost(taken[one], wishes[one]) + _cost(taken[other], wishes[other])
            then = _cost(taken[other], wishes[one]) + _cost(taken[one], wishes[other])
            if then < now - 1e-6:
                taken[one], taken[other] = taken[other], taken[one]
                better = True
    return better


def _cost(seat: Point, wish: Point) -> float:
    # In seats, so that a step sideways and a step down count as much.
    return ((seat[0] - wish[0]) / SEAT_WIDTH) ** 2 + ((seat[1] - wish[1]) / SEAT_HEIGHT) ** 2
