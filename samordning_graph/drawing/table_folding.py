"""Which rows of the long table are shown where there is no room for all: the others are folded away.

The page does the same in `map/page/script/table_folding.js`; both are held to
`tests/drawing/long_tables.json`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from samordning_graph.drawing.long_table import LongTable, SectorRows
from samordning_graph.drawing.table_layout import BETWEEN_SECTORS, PAD, SMALLEST_ROW

MOST_ARENAS = 14


def rows_that_fit(height: float) -> float:
    """Return how many rows a column has room for, the space between sectors included."""
    return (height - 2 * PAD) / SMALLEST_ROW


def fold_table(
    table: LongTable,
    capacity: float,
    wanted: Sequence[str],
    weights: Mapping[str, int],
    opened: str | None = None,
) -> LongTable:
    """Return a table that fits, with the rows that are wanted most.

    Parameters
    ----------
    table
        All rows and arenas.
    capacity
        How many rows a column has room for.
    wanted
        The rows, those wanted most first; those it does not name come last.
    weights
        How much each arena matters.
    opened
        The sector that the reader has unfolded: the others beside it are a line each.

    Notes
    -----
    A column that has room is left as it is. In one that has not, a sector ends with how many more it
    has; where that is a single row, the row itself takes no more room.
    """
    arenas = _heaviest(table.arenas, weights)
    left, right = (
        _folded(column, capacity, wanted, opened) for column in (table.left, table.right)
    )
    left_out = table.arenas_left_out + len(table.arenas) - len(arenas)
    return LongTable(left=left, right=right, arenas=arenas, arenas_left_out=left_out)


def only(table: LongTable, keys: frozenset[str]) -> LongTable:
    """Return the table of some rows and arenas alone, in the same order; nothing is folded away."""
    left, right = (
        tuple(
            replace(sector, rows=tuple(key for key in sector.rows if key in keys), folded=0)
            for sector in column
            if not keys.isdisjoint(sector.rows)
        )
        for column in (table.left, table.right)
    )
    arenas = tuple(arena for arena in table.arenas if arena in keys)
    return LongTable(left=left, right=right, arenas=arenas)


def _heaviest(arenas: Sequence[str], weights: Mapping[str, int]) -> tuple[str, ...]:
    """Return the arenas that matter most, in the order that they stand in."""
    by_weight = sorted(range(len(arenas)), key=lambda i: -weights.get(arenas[i], 0))
    return tuple(arenas[i] for i in sorted(by_weight[:MOST_ARENAS]))


def _folded(
    column: Sequence[SectorRows], capacity: float, wanted: Sequence[str], opened: str | None
) -> tuple[SectorRows, ...]:
    size = {sector.sector: len(sector.rows) for sector in column}
    room = capacity - BETWEEN_SECTORS * max(0, len(column) - 1)
    if sum(size.values()) <= room:
        return tuple(column)
    home = {key: sector.sector for sector in column for key in sector.rows}
    kept: dict[str, int] = dict.fromkeys(size, 0)
    chosen: set[str] = set()
    height = len(column)
    for key in dict.fromkeys((*(key for key in wanted if key in home), *home)):
        sector = home[key]
        if opened in size and sector != opened:
            continue
        is_last = kept[sector] == size[sector] - 1
        # The last row of a sector takes the place of the line that says how many more there are.
        if height + (not is_last) > room:
            continue
        height += not is_last
        kept[sector] += 1
        chosen.add(key)
    return tuple(
        replace(
            sector,
            rows=tuple(key for key in sector.rows if key in chosen),
            folded=size[sector.sector] - kept[sector.sector],
        )
        for sector in column
    )
