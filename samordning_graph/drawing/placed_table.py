"""The long table upon a picture: where each name stands. Lengths are in pixels, y grows downwards."""

from collections.abc import Mapping
from dataclasses import dataclass

from samordning_graph.drawing.long_table import LongTable, Side
from samordning_graph.drawing.text_width import Measure

Point = tuple[float, float]

MARK = 7.0
"""From the middle of a mark to where its lines begin."""
PORT = 16.0
"""From the middle of a mark to its name."""


@dataclass(frozen=True, slots=True)
class TableSize:
    """The room for the picture, in pixels."""

    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TableNames:
    """What is written: `sectors` by their words, `nodes` by their keys, of which `strong` are bold."""

    nodes: Mapping[str, str]
    sectors: Mapping[str, str]
    strong: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableInput:
    """What is to be laid out, where.

    `weights` are how much each arena matters: those of the least go where there is no room for all.
    `are_few` says that these were chosen out of many, and may fill the picture. `most_name_width` is
    that of a name on one line where it is not a share of the width; a longer one takes two.
    """

    table: LongTable
    names: TableNames
    size: TableSize
    measure: Measure
    weights: Mapping[str, int]
    are_few: bool
    most_name_width: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRow:
    """A row: `x` is where its mark is, `y` its middle, and `width` that of the widest of its lines."""

    side: Side
    x: float
    y: float
    width: float
    lines: tuple[str, ...]
    is_bold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPill:
    """An arena upon the spine, by its middle."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedSector:
    """A heading in the outer margin and a stripe from `top` to `bottom`.

    `folded_at` is the middle of the row that says how many more there are, if there are any.
    """

    sector: str
    side: Side
    top: float
    bottom: float
    lines: tuple[str, ...]
    folded: int
    folded_at: float


@dataclass(frozen=True, slots=True)
class FreeGap:
    """The room between two arenas, by its middle."""

    y: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLayout:
    """Where everything is; `left` and `right` are the x of the marks, `spine_…` the edges of the spine."""

    size: TableSize
    row_height: float
    font: float
    heading_font: float
    arena_font: float
    name_width: float
    heading_width: float
    left: float
    right: float
    spine_left: float
    spine_right: float
    rows: Mapping[str, PlacedRow]
    sectors: tuple[PlacedSector, ...]
    pills: Mapping[str, PlacedPill]
    gaps: tuple[FreeGap, ...]
    arenas_left_out: int


def rectangles(layout: TableLayout) -> Mapping[str, tuple[float, float, float, float]]:
    """Return (left, top, right, bottom) of each name with its mark and of each arena, by key."""
    half = min(layout.font * 0.6, layout.row_height / 2)
    found = {}
    for key, row in layout.rows.items():
        inner, outer = MARK - 1, PORT + row.width
        before, after = (outer, inner) if row.side == "left" else (inner, outer)
        tall = half + (len(row.lines) - 1) * layout.font * 0.55
        found[key] = (row.x - before, row.y - tall, row.x + after, row.y + tall)
    for key, pill in layout.pills.items():
        across, down = pill.width / 2, pill.height / 2
        found[key] = (pill.x - across, pill.y - down, pill.x + across, pill.y + down)
    return found
