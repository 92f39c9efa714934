"""A sheet or a file as a grid of text, before its columns are known."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from samordning_graph.common.locale import _
from samordning_graph.common.text import fold
from samordning_graph.input.example_rows import GUIDE_SHEETS
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.problem_kinds import NOT_READ
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import TABLES, Column, Participation, Row, columns

MAX_CELLS = 1_000_000
"""Cells in a file: the tables of the largest municipalities hold some ten thousand."""
MAX_HEADER_ROWS = 10
"""Rows in which the header is looked for: at most a title and a note are above it."""

_MATRIX_NAMES = frozenset(
    map(fold, (Participation.matrix_sheet, Participation.matrix_table, "Deltakelse matrise"))
)
_TABLE_BY_NAME = {
    **{fold(spelling): table for table in TABLES for spelling in (table.table, table.sheet)},
    **dict.fromkeys(_MATRIX_NAMES, Participation),
}


@dataclass(slots=True)
class Grid:
    """A sheet or a file: rows as (row number, cells), and what could not be read in it.

    `unreadable` gives the reason per (row number, column index from 0); `merged` holds ranges as
    (first row, first column, last row, last column), columns from 0; `unread` means that it has no
    rows because a problem that is already reported kept it from being read.
    """

    name: str
    place: SourceLocation
    rows: list[tuple[int, Sequence[str]]]
    unreadable: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: str = ""
    unread: bool = False

    @property
    def table(self) -> type[Row] | None:
        """The table that the grid is by its name, or None."""
        return table_of(self.name)

    @property
    def is_matrix(self) -> bool:
        """Whether the grid is, by its name, the matrix of participation beside the list."""
        return is_matrix_name(self.name)


def table_of(name: str) -> type[Row] | None:
    """Return the table that a sheet or a file with this name is, or None."""
    return _TABLE_BY_NAME.get(fold(name))


def is_matrix_name(name: str) -> bool:
    """Return whether a sheet or a file with this name is the matrix of participation."""
    return fold(name) in _MATRIX_NAMES


def is_for_own_use(name: str) -> bool:
    """Return whether a sheet, file or column is silently left out: `_…`, or the guide."""
    return name.startswith("_") or fold(name) in map(fold, GUIDE_SHEETS.values())


def known_headers(table: type[Row]) -> dict[str, Column]:
    """Return every spelling of the headers of a table, folded, with its column."""
    return {fold(word): column for column in columns(table) for word in (column.name, column.nb)}


def column_letter(index: int) -> str:
    """Return the letter that a spreadsheet gives the column with this index (from 0).

    Examples
    --------
    >>> column_letter(0), column_letter(25), column_letter(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def not_read(problems: Problems, place: SourceLocation, reason: str) -> None:
    """Warn that something is left out."""
    problems.add(NOT_READ, place, _("not read: {reason}.").format(reason=reason))
