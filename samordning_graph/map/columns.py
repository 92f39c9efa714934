"""Where columns of boxes go, from left to right, with a band above them and one below.

Pure geometry, no graph. A long column is set in several rows of cells beside each other; how tall
the columns are is what gives the largest text on a wide screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from samordning_graph.map.frame import SHAPE, Block, Box, block, block_size

BETWEEN = 70
"""Room for the ties between two columns, and between the columns and a band."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A block for each column and band; one of size 0 has no cells.

    The cells of a column run downwards, row by row; those of a band from left to right.
    """

    above: Block
    columns: tuple[Block, ...]
    below: Block
    whole: Box


@dataclass(frozen=True, slots=True)
class _Plan:
    """How many cells each block has across and down, and what that makes of the whole."""

    above: tuple[int, int]
    columns: tuple[tuple[int, int], ...]
    below: tuple[int, int]

    @property
    def width(self) -> float:
        widths = [_size(one)[0] for one in self.columns if one[0]]
        return max(
            sum(widths) + BETWEEN * (len(widths) - 1), _size(self.above)[0], _size(self.below)[0]
        )

    @property
    def middle(self) -> float:
        """The height of the tallest column."""
        return max((_size(one)[1] for one in self.columns), default=0.0)

    @property
    def height(self) -> float:
        heights = (_size(self.above)[1], self.middle, _size(self.below)[1])
        there = [one for one in heights if one]
        return sum(there) + BETWEEN * max(0, len(there) - 1)

    @property
    def cost(self) -> float:
        return max(self.width / SHAPE, self.height)


def columns(sizes: Sequence[int], above: int, below: int) -> Columns:
    """Return where columns of these sizes go, with so many boxes above and below them.

    Examples
    --------
    >>> placed = columns([1, 2], above=1, below=0)
    >>> placed.columns[1].cells[0][1] < placed.columns[1].cells[1][1]
    True
    """
    tallest = max((*sizes, 1))
    plan = min(
        (_plan(sizes, rows, above, below) for rows in range(1, tallest + 1)),
        key=lambda one: one.cost,
    )
    left, top = -plan.width / 2, -plan.height / 2
    upper, lower = _size(plan.above)[1], _size(plan.below)[1]
    middle = top + upper + (BETWEEN if upper else 0) + plan.middle / 2
    return Columns(
        above=_band(above, plan.above, top),
        columns=_columns(sizes, plan, middle),
        below=_band(below, plan.below, -top - lower),
        whole=Box(left, top, plan.width, plan.height),
    )


def _plan(sizes: Sequence[int], rows: int, above: int, below: int) -> _Plan:
    grids = tuple((ceil(size / rows), min(size, rows)) for size in sizes)
    # A band is as wide as the columns: boxes stand nearer each other in it than they do.
    across = max(3, int(_Plan((0, 0), grids, (0, 0)).width // block_size(1, 1)[0]))
    return _Plan(_band_grid(above, across), grids, _band_grid(below, across))


def _band_grid(size: int, across: int) -> tuple[int, int]:
    """Return (columns, rows) of a band, its rows of equal length: the last one is no stump."""
    rows = ceil(size / across)
    return (ceil(size / rows), rows) if rows else (0, 0)


def _size(grid: tuple[int, int]) -> tuple[float, float]:
    return block_size(*grid) if grid[0] else (0.0, 0.0)


def _band(size: int, grid: tuple[int, int], top: float) -> Block:
    """Return a band in the middle of the width, filled down before along."""
    width, height = _size(grid)
    rows = max(1, grid[1])
    return block(
        Box(-width / 2, top, width, height),
        [(number // rows, number % rows) for number in range(size)],
    )


def _columns(sizes: Sequence[int], plan: _Plan, middle: float) -> tuple[Block, ...]:
    """Return the columns side by side over the whole width, each about the middle height."""
    boxes = [_size(grid) for grid in plan.columns]
    there = sum(1 for width, _height in boxes if width)
    space = plan.width - sum(width for width, _height in boxes)
    gap = space / (there - 1) if there > 1 else 0.0
    left = -plan.width / 2 if there > 1 else -max((box[0] for box in boxes), default=0) / 2
    placed = []
    for size, (across, _rows), (width, height) in zip(sizes, plan.columns, boxes, strict=True):
        cells = [(number % across, number // across) for number in range(size)]
        placed.append(block(Box(left, middle - height / 2, width, height), cells))
        left += width + gap if width else 0.0
    return tuple(placed)
