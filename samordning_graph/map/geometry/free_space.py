"""Free places beside boxes that stay where they are. Pure geometry, no graph."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count, product
from math import hypot

from samordning_graph.map.geometry.frame import SEAT_HEIGHT, SEAT_WIDTH, Box, Point

Size = tuple[float, float]
SLACK = 1e-6
"""Sums of fractions end a little beside each other."""


def box_at(at: Point, size: Size) -> Box:
    """Return the box of a size about a point."""
    return Box(at[0] - size[0] / 2, at[1] - size[1] / 2, *size)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box about all of some boxes; there is at least one."""
    every = list(boxes)
    left, top = min(one.left for one in every), min(one.top for one in every)
    right = max(one.left + one.width for one in every)
    bottom = max(one.top + one.height for one in every)
    return Box(left, top, right - left, bottom - top)


def holds(outer: Box, inner: Box) -> bool:
    """Return whether a box lies within another; a common edge is within."""
    both = around([outer, inner])
    return both.width <= outer.width + SLACK and both.height <= outer.height + SLACK


def touch(one: Box, other: Box) -> bool:
    """Return whether two boxes overlap; a common edge is no overlap.

    Examples
    --------
    >>> touch(Box(0, 0, 10, 10), Box(10, 0, 5, 5)), touch(Box(0, 0, 10, 10), Box(9, 9, 5, 5))
    (False, True)
    """
    return (
        one.left < other.left + other.width - SLACK
        and other.left < one.left + one.width - SLACK
        and one.top < other.top + other.height - SLACK
        and other.top < one.top + one.height - SLACK
    )


class Taken:
    """Boxes that are taken, found by where they are: a town has thousands."""

    def __init__(self) -> None:
        self._boxes: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        """Take a box."""
        for square in _squares(box):
            self._boxes[square].append(box)

    def is_free(self, box: Box) -> bool:
        """Return whether a box overlaps none of those taken."""
        return not any(
            touch(box, other) for square in _squares(box) for other in self._boxes.get(square, ())
        )


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    across = range(int(box.left // SEAT_WIDTH), int((box.left + box.width) // SEAT_WIDTH) + 1)
    down = range(int(box.top // SEAT_HEIGHT), int((box.top + box.height) // SEAT_HEIGHT) + 1)
    return product(across, down)


def cells_about(
    middle: Point, anchor: Point, size: Size, rings: int | None = None
) -> Iterator[Point]:
    """Yield the cells of the grid that `anchor` is in, those about `middle` first, ring by ring.

    Examples
    --------
    >>> list(cells_about((1, 0), (0, 0), (10, 10), rings=1))[:3]
    [(0, 0), (10, 0), (0, -10)]
    """
    at_x = round((middle[0] - anchor[0]) / size[0])
    at_y = round((middle[1] - anchor[1]) / size[1])
    for ring in range(rings + 1) if rings is not None else count():
        cells = (
            (anchor[0] + (at_x + x) * size[0], anchor[1] + (at_y + y) * size[1])
            for x, y in product(range(-ring, ring + 1), repeat=2)
            if max(abs(x), abs(y)) == ring
        )
        yield from sorted(
            cells,
            key=lambda cell: (
                hypot((cell[0] - middle[0]) / size[0], (cell[1] - middle[1]) / size[1]),
                cell,
            ),
        )
