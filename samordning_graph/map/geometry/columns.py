"""The positions of boxes in columns, from left to right, with a band above them and one below.

Pure geometry, no graph. A long column is laid as a wall of bricks, several boxes in each course, so
that a tie to a box further in passes between two of those in front of it. The columns are so tall
that the text is largest on a wide screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil, fsum

from samordning_graph.map.geometry.frame import CELL_WIDTH, SHAPE, Block, Box, block, block_size

COLUMN_GAP = 70
"""Room for the ties between two columns, and between the columns and a band, in pixels."""
STRETCHES = (1.0, 1.2, 1.4, 1.7, 2.0)
"""How much wider than the columns need the whole may be, so that the bands get shallow."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A block for each column and band; one of size 0 has no cells.

    The cells of a column run downwards, course by course; those of a band from left to right.
    """

    above: Block
    columns: tuple[Block, ...]
    below: Block
    whole: Box


@dataclass(frozen=True, slots=True)
class _Wall:
    """Boxes in a grid, `across` by `down`; every second row or column is shifted by half a box."""

    size: int
    across: int
    down: int
    upright: bool

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height."""
        if not self.size:
            return 0.0, 0.0
        if self.upright:
            return block_size(self.across, self.down + (0.5 if self.across > 1 else 0))
        return block_size(self.across + (0.5 if self.down > 1 else 0), self.down)

    def placed(self, left: float, top: float) -> Block:
        """Return the wall with its cells: an upright one row by row, a band column by column."""
        cells = []
        for number in range(self.size):
            if self.upright:
                row, column = divmod(number, self.across)
                cells.append((float(column), row + column % 2 / 2))
            else:
                column, row = divmod(number, self.down)
                cells.append((column + row % 2 / 2, float(row)))
        return block(Box(left, top, *self.extent), cells)


@dataclass(frozen=True, slots=True)
class _Walls:
    """The walls, and the size of the whole."""

    above: _Wall
    columns: tuple[_Wall, ...]
    below: _Wall

    @property
    def width(self) -> float:
        """The width, at least as great as a screen of this height has."""
        bands = (self.above.extent[0], self.below.extent[0])
        return max(_columns_width(self.columns), *bands, self.height * SHAPE)

    @property
    def middle(self) -> float:
        """The height of the tallest column."""
        return max((wall.extent[1] for wall in self.columns), default=0.0)

    @property
    def height(self) -> float:
        heights = (self.above.extent[1], self.middle, self.below.extent[1])
        heights_used = [height for height in heights if height]
        return fsum(heights_used) + COLUMN_GAP * max(0, len(heights_used) - 1)


def columns(sizes: Sequence[int], above: int, below: int) -> Columns:
    """Return columns of these sizes, with `above` and `below` boxes in the two bands.

    Examples
    --------
    >>> placed = columns([1, 2], above=1, below=0)
    >>> placed.columns[1].cells[0][1] < placed.columns[1].cells[1][1]
    True
    """
    depths = range(1, max((*sizes, 1)) + 1)
    plan = min(
        (
            _plan(sizes, above, below, depth, stretch)
            for depth, stretch in product(depths, STRETCHES)
        ),
        key=lambda plan: plan.width,
    )
    whole = Box(-plan.width / 2, -plan.height / 2, plan.width, plan.height)
    upper, lower = plan.above.extent[1], plan.below.extent[1]
    return Columns(
        above=_across(plan.above, whole, whole.top),
        columns=_side_by_side(
            plan, whole.top + upper + (COLUMN_GAP if upper else 0) + plan.middle / 2
        ),
        below=_across(plan.below, whole, -whole.top - lower),
        whole=whole,
    )


def _across(band: _Wall, whole: Box, top: float) -> Block:
    """Return a band over the whole width, its boxes in the middle of it."""
    width, height = band.extent
    placed = band.placed(-width / 2, top)
    return Block(Box(whole.left, top, whole.width, height), placed.cells)


def _plan(sizes: Sequence[int], above: int, below: int, depth: int, stretch: float) -> _Walls:
    walls = tuple(_Wall(size, ceil(size / depth), min(size, depth), True) for size in sizes)
    across = max(3, int(_columns_width(walls) * stretch // CELL_WIDTH) - 1)
    return _Walls(_band(above, across), walls, _band(below, across))


def _columns_width(walls: Sequence[_Wall]) -> float:
    widths = [wall.extent[0] for wall in walls if wall.size]
    return fsum(widths) + COLUMN_GAP * max(0, len(widths) - 1)


def _band(size: int, across: int) -> _Wall:
    """Return a band with rows of equal length, so that the last one is not much shorter."""
    down = ceil(size / across)
    return _Wall(size, ceil(size / down) if down else 0, down, False)


def _side_by_side(plan: _Walls, middle: float) -> tuple[Block, ...]:
    """Return the columns spread over the whole width, each about the middle height."""
    filled = [wall for wall in plan.columns if wall.size]
    space = (plan.width - fsum(wall.extent[0] for wall in filled)) / (len(filled) + 1)
    left, placed = -plan.width / 2, []
    for wall in plan.columns:
        width, height = wall.extent
        left += space if wall.size else 0.0
        placed.append(wall.placed(left, middle - height / 2))
        left += width
    return tuple(placed)
