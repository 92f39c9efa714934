"""Free space beside boxes that stay where they are. Pure geometry, no graph."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import count, product
from math import hypot

from samordning_graph.map.geometry.frame import SLOT_HEIGHT, SLOT_WIDTH, Box, Point

Size = tuple[float, float]
SLACK = 1e-6
"""What two sums of fractions may differ by."""


def centred_box(at: Point, size: Size) -> Box:
    """Return the box of a size around a point."""
    return Box(at[0] - size[0] / 2, at[1] - size[1] / 2, *size)


def bounding_box(boxes: Collection[Box]) -> Box:
    """Return the smallest box around some boxes, at least one."""
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right = max(box.left + box.width for box in boxes)
    bottom = max(box.top + box.height for box in boxes)
    return Box(left, top, right - left, bottom - top)


def contains(outer: Box, inner: Box) -> bool:
    """Return whether a box is within another; a common edge is within."""
    together = bounding_box([outer, inner])
    return together.width <= outer.width + SLACK and together.height <= outer.height + SLACK


def overlap(first: Box, second: Box) -> bool:
    """Return whether two boxes overlap; a common edge is no overlap.

    Examples
    --------
    >>> overlap(Box(0, 0, 10, 10), Box(10, 0, 5, 5)), overlap(Box(0, 0, 10, 10), Box(9, 9, 5, 5))
    (False, True)
    """
    return (
        first.left < second.left + second.width - SLACK
        and second.left < first.left + first.width - SLACK
        and first.top < second.top + second.height - SLACK
        and second.top < first.top + first.height - SLACK
    )


class OccupiedSpace:
    """Boxes that are occupied, found by where they are: a large municipality has thousands."""

    def __init__(self) -> None:
        self._boxes: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        """Occupy a box."""
        for square in _squares(box):
            self._boxes[square].append(box)

    def is_free(self, box: Box) -> bool:
        """Return whether a box overlaps no occupied one."""
        return not any(
            overlap(box, occupied)
            for square in _squares(box)
            for occupied in self._boxes.get(square, ())
        )


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    across = range(int(box.left // SLOT_WIDTH), int((box.left + box.width) // SLOT_WIDTH) + 1)
    down = range(int(box.top // SLOT_HEIGHT), int((box.top + box.height) // SLOT_HEIGHT) + 1)
    return product(across, down)


def cells_by_distance(
    middle: Point, anchor: Point, size: Size, rings: int | None = None
) -> Iterator[Point]:
    """Yield the cells of the grid that `anchor` is in, ring by ring around `middle`, nearest first.

    Examples
    --------
    >>> list(cells_by_distance((1, 0), (0, 0), (10, 10), rings=1))[:3]
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
