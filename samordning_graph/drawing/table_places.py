"""The long table with all its rows, as on a sheet that is high enough: what a map remembers.

A place says which column and which order; the page lays the rows out anew for the room it has, by
these places (`map/page/script/table_order.js`), and so does a later map that keeps them.
"""

from collections.abc import Mapping
from math import floor

from samordning_graph.drawing.long_table import LongTable, SectorRows
from samordning_graph.drawing.placed_table import Point

COLUMN_X = 520
"""How far from the spine the middle of a row is, in pixels."""
ROW_WIDTH, ROW_HEIGHT, PILL_WIDTH, PILL_HEIGHT = 340, 26, 260, 44
"""The room of a row and of an arena, in pixels."""
SECTOR_HEADING = 34
"""Above the rows of a sector, in pixels."""


def places_of(table: LongTable) -> Mapping[str, Point]:
    """Return the middle of each row and arena, in whole pixels from the middle of the table."""
    places: dict[str, Point] = {}
    for x, column in ((-COLUMN_X, table.left), (COLUMN_X, table.right)):
        y = -_rounded(_height(column) / 2)
        for sector in column:
            y += SECTOR_HEADING
            for key in sector.rows:
                places[key] = (x, y + ROW_HEIGHT // 2)
                y += ROW_HEIGHT
    height = max(_height(table.left), _height(table.right), PILL_HEIGHT * len(table.arenas))
    for i, arena in enumerate(table.arenas):
        places[arena] = (0, _rounded((i + 0.5) * height / len(table.arenas) - height / 2))
    return places


def _rounded(number: float) -> int:
    """Return the nearest whole number, a half upwards as JavaScript does."""
    return floor(number + 0.5)


def _height(column: tuple[SectorRows, ...]) -> int:
    return sum(SECTOR_HEADING + ROW_HEIGHT * len(sector.rows) for sector in column)
