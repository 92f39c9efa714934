"""The positions of boxes round an ellipse, clockwise from the top.

About as wide as high, since there is a table beside the picture.

Pure geometry, no graph.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, pi, sin

from samordning_graph.map.geometry.frame import CELL_HEIGHT, CELL_WIDTH, Box, Point

SHAPE = 1.15
"""Width by height."""
ROOM = 1.15
"""The room of a box, in cells: ties leave it on all sides."""
GROWTH = 1.05
"""The factor by which an ellipse grows until the boxes have room."""


@dataclass(frozen=True, slots=True)
class Ellipse:
    """The middle of each box, and all that must be in view."""

    places: tuple[Point, ...]
    whole: Box


def ellipse(size: int) -> Ellipse:
    """Return `size` places round the smallest ellipse on which no two boxes come too close.

    Examples
    --------
    >>> [place[0] == 0 for place in ellipse(2).places]
    [True, True]
    """
    height = 0.0 if size < 2 else CELL_HEIGHT
    while _crowded(places := _places(size, height)):
        height *= GROWTH
    half_width, half_height = height * SHAPE + CELL_WIDTH / 2, height + CELL_HEIGHT / 2
    return Ellipse(places, Box(-half_width, -half_height, 2 * half_width, 2 * half_height))


def _places(size: int, height: float) -> tuple[Point, ...]:
    turns = (2 * pi * number / size for number in range(size))
    return tuple(
        (round(height * SHAPE * sin(turn), 1), round(-height * cos(turn), 1)) for turn in turns
    )


def _crowded(places: Sequence[Point]) -> bool:
    return any(
        abs(first[0] - second[0]) < ROOM * CELL_WIDTH
        and abs(first[1] - second[1]) < ROOM * CELL_HEIGHT
        for first, second in combinations(places, 2)
    )
