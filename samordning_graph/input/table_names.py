"""Which table a sheet or a file is by its name, also by the names that other programs give.

LibreOffice, Numbers and Google put the name of the workbook before that of the sheet
(`Kart - Enheter.csv`), a second download a number after it (`Enheter (1).csv`), a copy a word.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from samordning_graph.common.did_you_mean import did_you_mean
from samordning_graph.common.locale import _
from samordning_graph.common.text import fold
from samordning_graph.input.grid import (
    MAX_HEADER_ROWS,
    Grid,
    is_for_own_use,
    known_headers,
    not_read,
    table_of,
)
from samordning_graph.input.record import Source
from samordning_graph.schema.problem_kinds import TWICE
from samordning_graph.schema.tables import TABLES, Participation, Row

_WORD = re.compile(r"\w+")


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(name)))


_TABLE_BY_WORDS = {
    _words(spelling): table for table in TABLES for spelling in (table.table, table.sheet)
}
_MOST_WORDS = max(map(len, _TABLE_BY_WORDS))


def tables_named_in(name: str) -> list[type[Row]]:
    """Return the tables whose names stand as words of their own in a name, the last one first.

    Examples
    --------
    >>> [table.sheet for table in tables_named_in("Mål 2026 - Eksterne aktører (1)")]
    ['Eksterne aktører', 'Mål']
    """
    words = _words(name)
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


def grid_of_each_table(source: Source, grids: Iterable[Grid]) -> Mapping[type[Row], Grid]:
    """Return the grid of each table; report tables that occur twice, and grids that are no table.

    A grid with the very name of a table is that table. One whose name holds the name of a table is
    that table if its header fits and no other grid may be it.
    """
    known: dict[type[Row], Grid] = {}
    others: list[Grid] = []
    for grid in grids:
        table = table_of(grid.name)
        if table is None:
            others.append(grid)
        elif table in known:
            source.unread.add(table.table)
            source.problems.add(
                TWICE,
                grid.place,
                _("the table «{table}» is also in {other}. Keep one of them.").format(
                    table=table.sheet, other=known[table].place
                ),
            )
        else:
            known[table] = grid
    claims: dict[type[Row] | None, list[Grid]] = defaultdict(list)
    for grid in others:
        if (grid.rows or grid.unread) and not is_for_own_use(grid.name):
            claims[_table_by_header(grid, known)].append(grid)
    for grid in claims.pop(None, []):
        _report_no_table(source, grid, known)
    for table, claiming in claims.items():
        if table and len(claiming) == 1:
            known[table] = claiming[0]
        elif table:
            source.unread.add(table.table)
            _report_rivals(source, table, claiming)
    return known


def _table_by_header(grid: Grid, known: Mapping[type[Row], Grid]) -> type[Row] | None:
    """Return the table named in the name of a grid whose header fits best, or None."""
    named = [table for table in tables_named_in(grid.name) if table not in known]
    if grid.unread:
        return named[0] if named else None
    fitting = {table: fit for table in named if (fit := _fit(grid, table))}
    return max(fitting, key=lambda table: fitting[table], default=None)


def _fit(grid: Grid, table: type[Row]) -> int:
    """Return how many headers of the table a grid has; 0 where they may be there by chance."""
    headers = known_headers(table)
    enough = 1 if table is Participation else 2  # a matrix has arenas beside the actor
    best = 0
    for _number, cells in grid.rows[:MAX_HEADER_ROWS]:
        filled = [text for text in cells if text.strip()]
        fit = sum(fold(text) in headers for text in filled)
        if fit >= min(enough, len(filled)):
            best = max(best, fit)
    return best


def _report_no_table(source: Source, grid: Grid, known: Mapping[type[Row], Grid]) -> None:
    taken = next((table for table in tables_named_in(grid.name) if table in known), None)
    if taken:
        reason = _("the table «{table}» is read from {other}").format(
            table=taken.sheet, other=known[taken].place
        )
        not_read(source.problems, grid.place, reason)
        return
    suggestion = did_you_mean(grid.name, [table.sheet for table in TABLES])
    not_read(source.problems, grid.place, _("the name is not that of a table"), suggestion)


def _report_rivals(source: Source, table: type[Row], claiming: list[Grid]) -> None:
    for grid in claiming:
        other = next(rival for rival in claiming if rival is not grid)
        reason = _("{other} may be the table «{table}» too. Keep one, and call it «{table}»")
        not_read(source.problems, grid.place, reason.format(other=other.place, table=table.sheet))
