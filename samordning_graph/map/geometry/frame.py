"""Boxes, and blocks of equal cells with a heading. Pure geometry, no graph."""

from collections.abc import Iterable
from dataclasses import dataclass

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


def block_size(columns: float, rows: float) -> tuple[float, float]:
    """Return (width, height) of a block of cells, its heading included."""
    return columns * CELL_WIDTH + 2 * PADDING, rows * CELL_HEIGHT + HEADING + 2 * PADDING


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
