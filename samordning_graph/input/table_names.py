"""Which table a sheet or a file is by its name, also by the names that other programs give.

LibreOffice, Numbers and Google put the name of the workbook before that of the sheet
(`Kart - Enheter.csv`), a second download a number after it (`Enheter (1).csv`), a copy a word.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from samordning_graph.common.did_you_mean import did_you_mean
from samordning_graph.common.locale import _
from samordning_graph.input.grid import (
    MAX_HEADER_ROWS,
    Grid,
    column_headed,
    is_for_own_use,
    not_read,
    table_of,
    words_of,
)
from samordning_graph.input.record import Source
from samordning_graph.schema.problem_kinds import TWICE
from samordning_graph.schema.tables import TABLES, Participation, Row

TableKey = tuple[type[Row], bool]
"""A table, and whether it is the matrix of participation, which may stand beside the list."""

_TABLE_BY_WORDS = {
    words_of(spelling): table
    for table in TABLES
    for spelling in (table.table, table.sheet, *table.former_sheets)
}
_MOST_WORDS = max(map(len, _TABLE_BY_WORDS))


def tables_named_in(name: str) -> list[type[Row]]:
    """Return the tables whose names stand as words of their own in a name, the last one first.

    Examples
    --------
    >>> [table.sheet for table in tables_named_in("Mål 2026 - Eksterne aktører (1)")]
    ['Eksterne aktører', 'Mål']
    """
    words = words_of(name)
    found: list[type[Row]] = []
    end = len(words)
    while end:
        for length in range(min(_MOST_WORDS, end), 0, -1):
            if table := _TABLE_BY_WORDS.get(words[end - length : end]):
                found.append(table)
                end -= length - 1
                break
        end -= 1
    return list(dict.fromkeys(found))


def grid_of_each_table(source: Source, grids: Iterable[Grid]) -> Mapping[TableKey, Grid]:
    """Return the grid of each table; report tables that occur twice, and grids that are no table.

    A grid with the very name of a table is that table. One whose name holds the name of a table is
    that table if its header fits and no other grid may be it.
    """
    known: dict[TableKey, Grid] = {}
    others: list[Grid] = []
    for grid in grids:
        table = table_of(grid.name)
        if table is None:
            others.append(grid)
        elif (key := (table, grid.is_matrix)) in known:
            source.unread.add(table.table)
            source.problems.add(
                TWICE,
                grid.place,
                _("the table «{table}» is also in {other}. Keep one of them.").format(
                    table=sheet_of(key), other=known[key].place
                ),
            )
        else:
            known[key] = grid
    claims: dict[TableKey | None, list[Grid]] = defaultdict(list)
    for grid in others:
        if (grid.rows or grid.unread) and not is_for_own_use(grid.name):
            claims[_table_by_header(grid, known)].append(grid)
    for grid in claims.pop(None, []):
        _report_no_table(source, grid, known)
    for claimed, claiming in claims.items():
        if claimed and len(claiming) == 1:
            known[claimed] = claiming[0]
        elif claimed:
            source.unread.add(claimed[0].table)
            _report_rivals(source, claimed, claiming)
    return known


def sheet_of(key: TableKey) -> str:
    """Return the name that the template gives the sheet of a table."""
    table, is_matrix = key
    return Participation.matrix_sheet if is_matrix else table.sheet


def _keys_named_in(grid: Grid) -> list[TableKey]:
    return [
        (table, table is Participation and grid.is_matrix) for table in tables_named_in(grid.name)
    ]


def _table_by_header(grid: Grid, known: Mapping[TableKey, Grid]) -> TableKey | None:
    """Return the table named in the name of a grid whose header fits best, or None."""
    named = [key for key in _keys_named_in(grid) if key not in known]
    if grid.unread:
        return named[0] if named else None
    fitting = {key: fit for key in named if (fit := _fit(grid, key[0]))}
    return max(fitting, key=lambda key: fitting[key], default=None)


def _fit(grid: Grid, table: type[Row]) -> int:
    """Return how many headers of the table a grid has; 0 where they may be there by chance."""
    enough = 1 if table is Participation else 2  # a matrix has arenas beside the actor
    best = 0
    for _number, cells in grid.rows[:MAX_HEADER_ROWS]:
        filled = [text for text in cells if text.strip()]
        fit = sum(column_headed(table, text) is not None for text in filled)
        if fit >= min(enough, len(filled)):
            best = max(best, fit)
    return best


def _report_no_table(source: Source, grid: Grid, known: Mapping[TableKey, Grid]) -> None:
    taken = next((key for key in _keys_named_in(grid) if key in known), None)
    if taken:
        reason = _("the table «{table}» is read from {other}").format(
            table=sheet_of(taken), other=known[taken].place
        )
        not_read(source.problems, grid.place, reason)
        return
    choices = [spelling for table in TABLES for spelling in (table.sheet, table.table)]
    reason = _("«{name}» is not the name of a table").format(name=grid.name)
    suggestion = did_you_mean(grid.name, choices)
    not_read(source.problems, grid.place, reason, suggestion, value=grid.name)


def _report_rivals(source: Source, claimed: TableKey, claiming: list[Grid]) -> None:
    for grid in claiming:
        other = next(rival for rival in claiming if rival is not grid)
        reason = _("{other} may be the table «{table}» too. Keep one, and call it «{table}»")
        not_read(
            source.problems, grid.place, reason.format(other=other.place, table=sheet_of(claimed))
        )
