"""The places of actors and arenas: the long table, and below its spine the duties."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samordning_graph.drawing.long_table import LongTable
from samordning_graph.drawing.table_places import (
    PILL_HEIGHT,
    PILL_WIDTH,
    ROW_HEIGHT,
    ROW_WIDTH,
    SECTOR_HEADING,
    places_of,
)
from samordning_graph.map.geometry.frame import Box, Point
from samordning_graph.map.geometry.free_space import bounding_box, centred_box

AROUND_ROWS = 6
"""Between the rows of a sector and the edge of its region, in pixels."""


@dataclass(frozen=True, slots=True)
class LayoutRegion:
    """The part of the map that belongs to a sector."""

    sector: str
    box: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """The centre of every node by its key, the regions, and the box that must be in view."""

    positions: Mapping[str, Point]
    regions: tuple[LayoutRegion, ...]
    whole: Box


def layout(table: LongTable, duties: Iterable[str]) -> Layout:
    """Return the places of the rows and arenas of a table, and of duties by their keys."""
    positions = dict(places_of(table))
    lowest = max((y for _x, y in positions.values()), default=0)
    for i, duty in enumerate(duties, start=1):
        positions[duty] = (0, lowest + i * (PILL_HEIGHT + ROW_HEIGHT))
    regions = tuple(_regions(table, positions))
    rows = set(table.rows())
    boxes = [
        centred_box(at, (ROW_WIDTH, ROW_HEIGHT) if key in rows else (PILL_WIDTH, PILL_HEIGHT))
        for key, at in positions.items()
    ]
    boxes += [region.box for region in regions]
    return Layout(positions, regions, bounding_box(boxes or [centred_box((0, 0), (1, 1))]))


def _regions(table: LongTable, positions: Mapping[str, Point]) -> Iterable[LayoutRegion]:
    """Yield the ground of each sector: its rows, and above them its heading."""
    for sector in (*table.left, *table.right):
        if not sector.rows:
            continue
        rows = bounding_box(
            [centred_box(positions[key], (ROW_WIDTH, ROW_HEIGHT)) for key in sector.rows]
        )
        above = SECTOR_HEADING - AROUND_ROWS
        yield LayoutRegion(
            sector.sector,
            Box(
                rows.left - AROUND_ROWS,
                rows.top - above,
                rows.width + 2 * AROUND_ROWS,
                rows.height + above + AROUND_ROWS / 2,
            ),
        )
