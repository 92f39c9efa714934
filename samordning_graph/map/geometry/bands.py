"""Where bands of boxes go, one under the other, with room between the boxes for ties.

Pure geometry, no graph. Boxes that are neighbours in a band stand in different rows, so that ties
along the band have somewhere to pass.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from samordning_graph.map.geometry.frame import (
    GAP,
    HEADING,
    PADDING,
    SEAT_HEIGHT,
    SEAT_WIDTH,
    SHAPE,
    Block,
    Box,
    Point,
)

ROWS = 2
"""Rows of a band where a tie between two could otherwise pass behind a third."""


@dataclass(frozen=True, slots=True)
class Bands:
    """A block for each band, its cells from left to right, and all that must be in view."""

    blocks: tuple[Block, ...]
    whole: Box


def bands(tied: Sequence[int], untied: Sequence[int] = ()) -> Bands:
    """Return where bands with so many boxes go, as wide as gives the largest text on a screen.

    Those without ties come last, and are as shallow as there is room for.

    Examples
    --------
    >>> first, second = bands([1, 3]).blocks
    >>> first.box.top + first.box.height < second.box.top, first.box.width == second.box.width
    (True, True)
    """
    sizes = [*((size, ROWS) for size in tied), *((size, 1) for size in untied)]
    widest = max((size for size, _least in sizes), default=1)
    width = min(
        (float(across * SEAT_WIDTH) for across in range(2, widest + 2)),
        key=lambda one: (max(one / SHAPE, _height(sizes, one)), one),
    )
    # What is left of the screen is room between the boxes.
    width = max(width, _height(sizes, width) * SHAPE)
    height = _height(sizes, width)
    whole = Box(-width / 2 - PADDING, -height / 2, width + 2 * PADDING, height)
    blocks, top = [], whole.top
    for size, least in sizes:
        box = Box(whole.left, top, whole.width, _band_height(size, least, width))
        rows, step = _rows(size, least, width), _step(size, width)
        cells = _cells(size, rows, step, top + HEADING + PADDING)
        blocks.append(Block(box, cells))
        top += box.height + GAP
    return Bands(tuple(blocks), whole)


def _height(sizes: Sequence[tuple[int, int]], width: float) -> float:
    return sum(_band_height(*one, width) + GAP for one in sizes) - GAP if sizes else 0.0


def _band_height(size: int, least: int, width: float) -> float:
    return _rows(size, least, width) * SEAT_HEIGHT + HEADING + 2 * PADDING


def _rows(size: int, least: int, width: float) -> int:
    """Return how many rows a band has; two boxes need but one."""
    return max(least if size > ROWS else 1, ceil(SEAT_WIDTH / _step(size, width) - 1e-9))


def _step(size: int, width: float) -> float:
    """Return how far from a box to the next of its band, measured along the band."""
    return width / size if size * SEAT_WIDTH <= width else (width - SEAT_WIDTH) / (size - 1)


def _cells(size: int, rows: int, step: float, top: float) -> tuple[Point, ...]:
    return tuple(
        ((number - (size - 1) / 2) * step, top + (number % rows + 0.5) * SEAT_HEIGHT)
        for number in range(size)
    )
