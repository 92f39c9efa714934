"""The positions of boxes in bands, one under another, with room between the boxes for ties.

Pure geometry, no graph. Neighbours in a band are in different rows, so that ties
along the band have somewhere to pass.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, fsum

from samordning_graph.map.geometry.frame import (
    GAP,
    HEADING,
    PADDING,
    SHAPE,
    SLOT_HEIGHT,
    SLOT_WIDTH,
    Block,
    Box,
    Point,
)

ROWS = 2
"""Rows of a band where a tie between two boxes could otherwise pass behind a third."""


@dataclass(frozen=True, slots=True)
class Bands:
    """A block for each band, its cells from left to right, and all that must be in view."""

    blocks: tuple[Block, ...]
    whole: Box


def bands(tied: Sequence[int], untied: Sequence[int] = ()) -> Bands:
    """Return the bands of boxes with these sizes (none empty), so wide that the text is largest on a screen.

    The untied come last, in as few rows as there is room for.

    Examples
    --------
    >>> first, second = bands([1, 3]).blocks
    >>> first.box.top + first.box.height < second.box.top, first.box.width == second.box.width
    (True, True)
    """
    sizes = [*((size, ROWS) for size in tied), *((size, 1) for size in untied)]
    widest = max((size for size, _least in sizes), default=1)
    width = min(
        (float(across * SLOT_WIDTH) for across in range(2, widest + 2)),
        key=lambda width: (max(width / SHAPE, _height(sizes, width)), width),
    )
    # The rest of the screen becomes room between the boxes.
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
    return (
        fsum(_band_height(size, least, width) + GAP for size, least in sizes) - GAP
        if sizes
        else 0.0
    )


def _band_height(size: int, least: int, width: float) -> float:
    return _rows(size, least, width) * SLOT_HEIGHT + HEADING + 2 * PADDING


def _rows(size: int, least: int, width: float) -> int:
    """Return how many rows a band has; two boxes need only one."""
    return max(least if size > ROWS else 1, ceil(SLOT_WIDTH / _step(size, width) - 1e-9))


def _step(size: int, width: float) -> float:
    """Return how far from a box to the next of its band, measured along the band."""
    return width / size if size * SLOT_WIDTH <= width else (width - SLOT_WIDTH) / (size - 1)


def _cells(size: int, rows: int, step: float, top: float) -> tuple[Point, ...]:
    return tuple(
        ((number - (size - 1) / 2) * step, top + (number % rows + 0.5) * SLOT_HEIGHT)
        for number in range(size)
    )
