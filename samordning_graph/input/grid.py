"""A sheet or a file as a grid of text, before its columns are known."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.text import fold
from samordning_graph.input.example_rows import GUIDE_SHEETS
from samordning_graph.schema.problem import Problem, Problems
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import TABLES, Column, Participation, Row, columns
from samordning_graph.schema.vocabulary import header_synonyms
from samordning_graph.schema.warning_kinds import NOT_READ

MAX_CELLS = 1_000_000
"""Cells in a file: the tables of the largest municipalities hold some ten thousand."""
MAX_LETTERS = 50_000_000
"""Letters in all cells of a workbook, where one text may be shared by many cells."""
MAX_HEADER_ROWS = 10
"""Rows in which the header is looked for: at most a title and a note are above it."""

_MATRIX_NAMES = (Participation.matrix_sheet, Participation.matrix_table, "Deltakelse matrise")
_TABLE_BY_NAME = {
    **{
        fold(spelling): table
        for table in TABLES
        for spelling in (table.table, table.sheet, *table.former_sheets)
    },
    **dict.fromkeys(map(fold, _MATRIX_NAMES), Participation),
}
_WORD = re.compile(r"\w+")
_NUMBER_BEFORE = re.compile(r"\d{1,2}[.)]\s*(?=\D)")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)$")
_HOW_TO_FILL_IN = frozenset(
    map(
        fold,
        (
            *("påkrevd", "obligatorisk", "må fylles ut", "skal fylles ut", "fylles ut"),
            *("påkravd", "må fyllast ut", "skal fyllast ut", "valfri", "valfritt"),
            *("valgfri", "valgfritt", "frivillig", "ja/nei", "ja / nei", "ja eller nei", "dato"),
            *("required", "mandatory", "optional", "yes/no", "date"),
        ),
    )
)
"""What a header may say in brackets without being another column."""


class TooLargeError(Exception):
    """A file has more cells or letters than are read."""


@dataclass(slots=True)
class Budget:
    """How many cells and letters may still be read of a file."""

    cells: int
    letters: int

    def spend(self, cells: int = 0, letters: int = 0) -> None:
        """Count what was read. `TooLargeError` when nothing is left."""
        self.cells -= cells
        self.letters -= letters
        if min(self.cells, self.letters) < 0:
            raise TooLargeError


@dataclass(slots=True)
class Grid:
    """A sheet or a file: rows as (row number, cells), and what could not be read in it.

    `unreadable` gives the reason per (row number, column index from 0); `merged` holds ranges as
    (first row, first column, last row, last column), columns from 0; `left_out` rows that are not
    read, and why; `unread` means that it could not be read: `failure` says why, if that is not yet
    reported.
    """

    name: str
    place: SourceLocation
    rows: list[tuple[int, Sequence[str]]]
    unreadable: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    left_out: list[tuple[int, str]] = field(default_factory=list)
    hidden: str = ""
    unread: bool = False
    failure: Problem | None = None

    @property
    def is_matrix(self) -> bool:
        """Whether the grid is, by its name, the matrix of participation beside the list."""
        return is_matrix_name(self.name)


def table_of(name: str) -> type[Row] | None:
    """Return the table that a sheet or a file with this name is, or None."""
    return _TABLE_BY_NAME.get(fold(name))


def is_matrix_name(name: str) -> bool:
    """Return whether a sheet or a file is the matrix of participation, also by what others call it.

    Examples
    --------
    >>> is_matrix_name("Kart - Deltakelse (matrise)"), is_matrix_name("Deltakelse")
    (True, False)
    """
    words = f" {' '.join(words_of(name))} "
    return any(f" {' '.join(words_of(matrix))} " in words for matrix in _MATRIX_NAMES)


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared."""
    return tuple(_WORD.findall(fold(name)))


def is_for_own_use(name: str) -> bool:
    """Return whether a sheet or file is silently left out: `_…`, or the guide.

    LibreOffice puts the name of the workbook before that of the sheet when it saves each as CSV.

    Examples
    --------
    >>> [is_for_own_use(name) for name in ("_Notater", "kart-_Ordlister", "kart - Veiledning", "kart")]
    [True, True, True, False]
    """
    sheets = (name, name.rpartition("-")[2].strip())
    guides = [fold(guide) for guide in GUIDE_SHEETS.values()]
    return any(sheet.startswith("_") or fold(sheet) in guides for sheet in sheets)


def known_headers(table: type[Row]) -> Mapping[str, Column]:
    """Return every spelling of the headers of a table, folded, with its column.

    The names of the columns themselves win over the synonyms of others.
    """
    return _headers_by_table()[table]


def column_headed(table: type[Row], header: str) -> Column | None:
    """Return the column of a table that a header means, or None.

    A number before it, a star or a colon after it, and «(påkrevd)» and the like are read past.
    """
    known = known_headers(table)
    return known.get(fold(header)) or known.get(fold(_bare(header)))


def read_as_one(column: str, header: str, other: str) -> str:
    """Return that two headers, perhaps spelt alike, are the same column, called `column`."""
    if fold(header) == fold(other):
        return _("the column «{header}» stands twice.").format(header=other)
    return _("«{one}» and «{other}» are both read as the column «{nb}».").format(
        one=header, other=other, nb=column
    )


def _bare(header: str) -> str:
    bare = header.strip("*: \t\n")
    bare = bare[number.end() :] if (number := _NUMBER_BEFORE.match(bare)) else bare
    if (remark := _IN_BRACKETS.search(bare)) and fold(remark[1]) in _HOW_TO_FILL_IN:
        bare = bare[: remark.start()]
    return bare.strip("*: \t\n")


@cache
def _headers_by_table() -> Mapping[type[Row], Mapping[str, Column]]:
    return {table: _headers_of(table) for table in TABLES}


def _headers_of(table: type[Row]) -> Mapping[str, Column]:
    known = {fold(word): column for column in columns(table) for word in (column.name, column.nb)}
    synonyms = header_synonyms()
    for of_table in (table.table, "*"):
        for column in columns(table):
            for word in synonyms.get((of_table, column.name), ()):
                known.setdefault(fold(word), column)
    return known


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


def hidden_text(sheet_is_hidden: bool, hidden_rows: int) -> str:
    """Return that a sheet or rows of it are hidden and read all the same, or an empty text."""
    if sheet_is_hidden:
        return _("the sheet is hidden, and is read.")
    if hidden_rows:
        return ngettext("{n} hidden row is read.", "{n} hidden rows are read.", hidden_rows).format(
            n=hidden_rows
        )
    return ""


def not_read(
    problems: Problems,
    place: SourceLocation,
    reason: str,
    suggestion: str = "",
    *,
    value: str = "",
) -> None:
    """Warn that something is left out."""
    message = _("not read: {reason}.").format(reason=reason.removesuffix("."))
    problems.add(NOT_READ, place, message, value=value, suggestion=suggestion)
