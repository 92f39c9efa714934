"""The positions of groups of boxes: round a table, clockwise, with the middle left free.

Pure geometry, no graph. Each group is a block of equal cells along one side; how deep the sides
are and which groups share one is what gives the largest text on a wide screen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from math import ceil, isqrt

Point = tuple[float, float]

BOX_WIDTH, BOX_HEIGHT = 126, 44
"""A box with a name, in pixels."""
CELL_WIDTH, CELL_HEIGHT = 140, 58
"""The room of a box, in pixels, the space around it included."""
SLOT_WIDTH, SLOT_HEIGHT = 150, 84
"""The room of an arena among the actors, in pixels, its name included."""
PADDING, HEADING, GAP = 5, 20, 18
"""Within a block, above its cells and between blocks, in pixels."""
SHAPE = 2.2
"""Width by height of the screen that the whole should fill."""
DEPTH_COST = 0.03
"""Per row. Ties to the outer rows pass under the inner ones, so a deep side must save some room."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; y grows downwards."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle with the centres of its cells, the nearest to the middle of the whole first."""

    box: Box
    cells: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Blocks in the order of their groups, and the free middle."""

    whole: Box
    middle: Box
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _FrameDivision:
    """A way of dividing the groups between the four sides, their depths, and its measures."""

    cuts: tuple[int, int, int]
    across: int
    along: int
    width: float
    middle_height: float
    top: float
    bottom: float
    left: float
    right: float

    @property
    def height(self) -> float:
        return self.top + self.middle_height + self.bottom

    @property
    def cost(self) -> float:
        depth = self.across + self.along - 2
        return max(self.width / SHAPE, self.height) * (1 + DEPTH_COST * depth)


def frame(sizes: Sequence[int], slots: int) -> Frame:
    """Return the blocks of groups of these sizes, with room for `slots` arenas in the middle."""
    plan = min(
        _plans(sizes, slots), key=lambda plan: (plan.cost, plan.cuts, plan.across, plan.along)
    )
    return _placed(sizes, plan)


def grid(size: int, depth: int) -> tuple[int, int]:
    """Return (length, depth) of the smallest grid of `size` cells that is no deeper than `depth`."""
    length = ceil(size / min(depth, size))
    return length, ceil(size / length)


def block_size(columns: float, rows: float) -> tuple[float, float]:
    """Return (width, height) of a block of cells, its heading included."""
    return columns * CELL_WIDTH + 2 * PADDING, rows * CELL_HEIGHT + HEADING + 2 * PADDING


def slots_in(width: float, height: float) -> tuple[int, int]:
    """Return (columns, rows) of the slots in a middle of this size; at least one."""
    return max(1, int(width // SLOT_WIDTH)), max(1, int(height // SLOT_HEIGHT))


def _plans(sizes: Sequence[int], slots: int) -> Iterator[_FrameDivision]:
    usual = max(1, isqrt(sum(sizes)) // 4)
    depths = range(max(1, usual - 1), usual + 3)
    for across, along in product(depths, depths):
        flat = [block_size(*grid(size, across)) for size in sizes]
        tall = [block_size(*reversed(grid(size, along))) for size in sizes]
        widths = [0, *accumulate(width + GAP for width, _height in flat)]
        heights = [0, *accumulate(height + GAP for _width, height in tall)]
        for cuts in _cuts(len(sizes)):
            i, j, k = cuts
            left = max((width for width, _height in tall[k:]), default=0) + GAP
            right = max((width for width, _height in tall[i:j]), default=0) + GAP
            least = 2 * SLOT_WIDTH if slots else 0
            width = max(widths[i], widths[k] - widths[j], left + right + least)
            columns, _rows = slots_in(width - left - right, 0)
            # Every second row of slots is one short.
            rows = ceil((slots + (slots // max(1, 2 * columns - 1))) / columns)
            yield _FrameDivision(
                cuts=cuts,
                across=across,
                along=along,
                width=width,
                middle_height=max(
                    heights[j] - heights[i], heights[-1] - heights[k], rows * SLOT_HEIGHT
                ),
                top=max((height for _width, height in flat[:i]), default=0) + GAP,
                bottom=max((height for _width, height in flat[j:k]), default=0) + GAP,
                left=left,
                right=right,
            )


def _cuts(groups: int) -> Iterator[tuple[int, int, int]]:
    """Yield where the order is cut into top, right, bottom and left."""
    for i in range(groups + 1):
        for j in range(i, groups + 1):
            for k in range(j, groups + 1):
                yield i, j, k


def _placed(sizes: Sequence[int], plan: _FrameDivision) -> Frame:
    i, j, k = plan.cuts
    middle = Box(
        plan.left - plan.width / 2,
        plan.top - plan.height / 2,
        plan.width - plan.left - plan.right,
        plan.middle_height,
    )
    whole = Box(-plan.width / 2, -plan.height / 2, plan.width, plan.height)
    blocks = [
        *_band(sizes[:i], plan.across, whole, middle.top - GAP, inner_is_below=True),
        *_column(sizes[i:j], plan.along, middle, middle.left + middle.width + GAP, to_right=True),
        # Clockwise, so the bottom runs from right to left and the left side upwards.
        *reversed(
            _band(
                sizes[j:k][::-1],
                plan.across,
                whole,
                middle.top + middle.height + GAP,
                inner_is_below=False,
            )
        ),
        *reversed(_column(sizes[k:][::-1], plan.along, middle, middle.left - GAP, to_right=False)),
    ]
    return Frame(whole, middle, tuple(blocks))


def _band(
    sizes: Sequence[int], depth: int, whole: Box, edge: float, *, inner_is_below: bool
) -> list[Block]:
    """Return blocks side by side, spread over the whole width, with their inner side at `edge`."""
    grids = [grid(size, depth) for size in sizes]
    boxes = [block_size(columns, rows) for columns, rows in grids]
    space = (whole.width - sum(width for width, _height in boxes)) / (len(boxes) + 1)
    blocks, left = [], whole.left + space
    for (columns, rows), (width, height) in zip(grids, boxes, strict=True):
        box = Box(left, edge - height if inner_is_below else edge, width, height)
        order = reversed(range(rows)) if inner_is_below else range(rows)
        cells = [(column, row) for row in order for column in range(columns)]
        blocks.append(block(box, cells))
        left += width + space
    return blocks


def _column(
    sizes: Sequence[int], depth: int, middle: Box, edge: float, *, to_right: bool
) -> list[Block]:
    """Return blocks above each other, spread over the middle, with their inner side at `edge`."""
    grids = [grid(size, depth) for size in sizes]
    boxes = [block_size(columns, rows) for rows, columns in grids]
    space = (middle.height - sum(height for _width, height in boxes)) / (len(boxes) + 1)
    blocks, top = [], middle.top + space
    for (rows, columns), (width, height) in zip(grids, boxes, strict=True):
        box = Box(edge if to_right else edge - width, top, width, height)
        order = range(columns) if to_right else reversed(range(columns))
        cells = [(column, row) for column in order for row in range(rows)]
        blocks.append(block(box, cells))
        top += height + space
    return blocks


def block(box: Box, cells: Iterable[tuple[float, float]]) -> Block:
    """Return a block with its cells, given as (column, row) from the top left."""
    left, top = box.left + PADDING, box.top + PADDING + HEADING
    return Block(
        box,
        tuple(
            (left + (column + 0.5) * CELL_WIDTH, top + (row + 0.5) * CELL_HEIGHT)
            for column, row in cells
        ),
    )
