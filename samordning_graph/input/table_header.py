"""The header of a table: which column, or which arena of a matrix, each cell belongs to."""

from collections.abc import Iterator, Sequence

from samordning_graph.common.did_you_mean import closest
from samordning_graph.common.locale import _
from samordning_graph.common.phrases import first_few
from samordning_graph.common.text import fold, slug, tidy
from samordning_graph.input.cell_values import NO, YES
from samordning_graph.input.grid import (
    MAX_HEADER_ROWS,
    Grid,
    column_headed,
    known_headers,
    not_read,
    read_as_one,
)
from samordning_graph.input.record import Source
from samordning_graph.input.totals import is_label_of_totals
from samordning_graph.schema.problem_kinds import (
    COLUMN_MISSING,
    MATRIX,
    TWICE,
    UNKNOWN_COLUMN,
)
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import (
    Arena,
    Column,
    Node,
    Participation,
    Row,
    Takes,
    column_named,
    columns,
)
from samordning_graph.schema.vocabulary import word_lists

_SAMPLE = 200
"""Rows below a header that are looked at, where the header alone does not tell what the table is."""
_FEW_UNKNOWN = 2
"""Unknown headers that may be slips, where no column is missing."""
_TOLD = 6
"""Headers that a sentence names."""
NOT_TAKING_PART = NO | {"", "-", "–", "—"}
"""What stands in a matrix where an actor does not take part."""


class TableHeader:
    """Finds and reads the header of one table, and reports what is wrong with it.

    `columns` and `arena_columns` are by column index; a participation matrix has the latter, with
    the name of the arena. `position` is the index of the header among the rows of the grid, or None
    when the grid has no filled row.
    """

    def __init__(
        self, source: Source, table: type[Row], grid: Grid, arenas: frozenset[str]
    ) -> None:
        self.columns: dict[int, Column] = {}
        self.arena_columns: dict[int, str] = {}
        self.row_number = 0
        self.texts: Sequence[str] = ()
        self._source = source
        self._problems = source.problems
        self._table = table
        self._grid = grid
        self._arenas = arenas
        self._known = known_headers(table)
        self.position = self._find()
        if self.position is not None:
            self._read()

    def text(self, index: int) -> str:
        """Return a header as the person wrote it."""
        return tidy(self.texts[index])

    def is_missing(self, index: int) -> bool:
        """Return whether there is no header above the cells of a column."""
        return index >= len(self.texts) or not self.texts[index].strip()

    def is_repeated_in(self, texts: Sequence[str]) -> bool:
        """Return whether a row has the headers in its cells, as on each page of a printed list."""
        for index in self.columns:  # a loop: most rows are done with at the first cell
            if index >= len(texts) or texts[index].strip() != self.texts[index].strip():
                return False
        return len(self.columns) > 1

    def absent(self) -> list[str]:
        """Return the columns of the table that have no header."""
        if self.position is None:
            return []
        headed = set(self.columns.values())
        return [column.nb for column in columns(self._table) if column not in headed]

    def _place(self, row_number: int, column: str = "") -> SourceLocation:
        return SourceLocation(
            self._grid.place.file, self._grid.place.sheet, row_number, column=column
        )

    def _find(self) -> int | None:
        rows = self._grid.rows[:MAX_HEADER_ROWS]
        filled = [position for position, (_number, cells) in enumerate(rows) if any(cells)]
        if not filled:
            return None
        best = self._header_among(filled)
        if best != filled[0]:
            not_read(self._problems, self._place(rows[filled[0]][0]), _("rows above the header"))
        self.row_number, self.texts = rows[best]
        return best

    def _header_among(self, positions: Sequence[int]) -> int:
        """Return the first row with two known headers, or else with one, or else the first."""
        with_one = None
        for position in positions:
            known = self._count_known(self._grid.rows[position][1])
            if known >= 2:
                return position
            if known == 1 and with_one is None:
                with_one = position
        return positions[0] if with_one is None else with_one

    def _count_known(self, cells: Sequence[str]) -> int:
        if self._table is Participation and any(text.strip().casefold() in YES for text in cells):
            return 0  # an arena in the first row of a matrix that is turned
        return sum(
            self._column(text) is not None or (bool(text) and self._is_arena(text))
            for text in cells
        )

    def _is_arena(self, text: str) -> bool:
        return self._table is Participation and slug(text) in self._arenas

    def _column(self, text: str) -> Column | None:
        """Return the column that a header means; an arena keeps its whole name."""
        exact = self._known.get(fold(text))
        return exact or (None if self._is_arena(text) else column_headed(self._table, text))

    def _is_arena_called(self, text: str, column: Column, index: int) -> bool:
        """Return whether «Forum» or «Møte» is an arena of a matrix here, and not what a list calls it."""
        if column.name != "arena" or self._table is not Participation:
            return False
        if fold(text) in (fold(column.name), fold(column.nb)):
            return False
        if self._is_arena(text):
            return not self._holds_arenas(index)
        return self._holds_marks(index)

    def _holds_arenas(self, index: int) -> bool:
        below = self._below(index)
        return 2 * sum(map(self._is_arena, below)) > len(below)

    def _holds_marks(self, index: int) -> bool:
        """Return whether a column is filled in as one of a matrix: with x and roles."""
        below = self._below(index)
        return bool(below) and 2 * sum(map(_is_mark, below)) >= len(below)

    def _below(self, index: int) -> list[str]:
        """Return the filled cells under a header, tidy: the first of them are enough."""
        assert self.position is not None
        rows = self._grid.rows[self.position + 1 : self.position + 1 + _SAMPLE]
        cells = (tidy(texts[index]) for _number, texts in rows if index < len(texts))
        return [text for text in cells if text]

    def _read(self) -> None:
        headers: dict[str, str] = {}  # column name → the header as it is written
        unknown: list[int] = []
        ignored: set[int] = set()
        for index in range(len(self.texts)):
            written = self.text(index)
            if not written:
                continue
            column = self._column(written)
            if column is not None and self._is_arena_called(written, column, index):
                column = None
            if column is not None and column.name in headers:
                self._problems.add(
                    TWICE,
                    self._place(self.row_number, written),
                    read_as_one(column.nb, headers[column.name], written),
                    suggestion=_(
                        "Keep one of them: delete the other column, or let its header begin with «_»."
                    ),
                )
            elif column is not None:
                headers[column.name] = written
                self.columns[index] = column
            elif written.startswith("_"):
                ignored.add(index)
            else:
                unknown.append(index)
        for index in sorted(ignored):
            place = self._place(self.row_number, self.text(index))
            not_read(self._problems, place, _("the header begins with _"))
        if self._table is Participation:
            unknown = self._read_arenas(headers, unknown, ignored)
        if self._is_of_something_else(headers, unknown):
            self._report_something_else(headers, unknown)
            return
        self._report_unknown(headers, unknown)
        self._report_missing(headers)

    def _is_of_something_else(self, headers: dict[str, str], unknown: list[int]) -> bool:
        """Return whether a sheet has the name of a table that need not be there, and other columns."""
        if self._table.needed or len(unknown) <= max(1, len(headers)):
            return False
        return len(unknown) > _FEW_UNKNOWN or any(self._lacking(headers))

    def _report_something_else(self, headers: dict[str, str], unknown: list[int]) -> None:
        """Report the header once, and read nothing below it."""
        self._source.unread.add(self._table.table)
        self.position, self.columns = None, {}
        own = [f"«{self.text(index)}»" for index in unknown]
        self._problems.add(
            UNKNOWN_COLUMN,
            self._place(self.row_number),
            _(
                "the name is that of the table «{table}», but {own} are no columns of it: its columns are"
                " {columns}."
            ).format(
                table=self._table.sheet,
                own=first_few(own, _TOLD),
                columns=first_few([column.nb for column in columns(self._table)], _TOLD),
            ),
            value=self._grid.name,
            suggestion=_(
                "If it is something of your own, call it «_{name}»; then it is left alone."
            ).format(name=self._grid.name),
        )

    def _read_arenas(
        self, headers: dict[str, str], unknown: list[int], ignored: set[int]
    ) -> list[int]:
        """Take the unknown headers as arenas if this is a matrix; return those still unknown."""
        place = self._place(self.row_number)
        if "arena" in headers:
            return self._refuse_mixture(headers, unknown)
        if "actor" not in headers:
            taken = self.columns.keys() | ignored
            first = next((index for index in range(len(self.texts)) if index not in taken), 0)
            if self._is_turned(first, unknown):
                self.columns[first] = column_named(Participation, "arena")
                headers["arena"] = self.text(first)
                return self._refuse_turned(headers)
            actor = column_named(Participation, "actor")
            self.columns[first] = actor
            headers["actor"] = self.text(first)
            unknown = [index for index in unknown if index != first]
        headers["arena"] = ""
        for index in unknown:
            name = self.text(index)
            if is_label_of_totals(name) and not self._is_arena(name):
                not_read(
                    self._problems, self._place(self.row_number, name), _("the column is totals")
                )
                continue
            self.arena_columns[index] = name
            self._source.matrix_arenas.append((name, self._place(self.row_number, name)))
        if not unknown and not (self._grid.is_matrix and self._is_untouched()):
            self._problems.add(
                MATRIX,
                place,
                _("no column «Arena», and no column that is an arena. Write a list or a matrix."),
            )
        return []

    def _is_untouched(self) -> bool:
        """Return whether no row below the header is filled in."""
        return not any(number > self.row_number for number, _cells in self._grid.rows)

    def _refuse_mixture(self, headers: dict[str, str], unknown: list[int]) -> list[int]:
        """Report a list that is a matrix too, or a matrix that is turned; return what is unknown."""
        arenas = [index for index in unknown if slug(self.texts[index]) in self._arenas]
        if "actor" in headers and arenas:
            names = ", ".join(f"«{self.text(index)}»" for index in arenas)
            self._problems.add(
                MATRIX,
                self._place(self.row_number),
                _(
                    "the table has both a column for the arena and columns that are arenas"
                    " ({names}). Write either a list (actor, arena, role) or a matrix."
                ).format(names=names),
            )
            return [index for index in unknown if index not in arenas]
        if "actor" not in headers and any(map(self._holds_marks, unknown)):
            return self._refuse_turned(headers)
        return unknown

    def _is_turned(self, first: int, unknown: list[int]) -> bool:
        """Return whether arenas stand in the first column, and none across."""
        across = any(self._is_arena(self.texts[index]) for index in unknown if index != first)
        return self._holds_arenas(first) and not across

    def _refuse_turned(self, headers: dict[str, str]) -> list[int]:
        self._problems.add(
            MATRIX,
            self._place(self.row_number),
            _(
                "arenas stand down and actors across. Turn the table: actors down in"
                " the first column, arenas across."
            ),
        )
        headers["actor"] = ""
        return []

    def _report_unknown(self, headers: dict[str, str], unknown: list[int]) -> None:
        unused = [column for column in columns(self._table) if column.name not in headers]
        # Answered in the language of the other headers.
        known = [(fold(name), fold(text)) for name, text in headers.items()]
        in_english = 2 * sum(name == text for name, text in known) > len(known)
        shown = {
            spelling: column.name if in_english else column.nb
            for column in unused
            for spelling in (column.name, column.nb)
        }
        needed = [column.nb for column in unused if column.required]
        only = needed[0] if len(needed) == len(unknown) == 1 else ""
        for index in unknown:
            written = self.text(index)
            self._problems.add(
                UNKNOWN_COLUMN,
                self._place(self.row_number, written),
                _("unknown column «{header}» in the table «{table}».").format(
                    header=written, table=self._table.sheet
                ),
                value=written,
                suggestion=(
                    _("Did you mean «{word}»?").format(word=meant)
                    if (meant := shown.get(closest(written, list(shown)), only))
                    else ""
                )
                or _("Let it begin with «_» if the column is for your own use."),
            )

    def _report_missing(self, headers: dict[str, str]) -> None:
        for column in self._lacking(headers):
            if column.takes is Takes.TEXT and issubclass(self._table, Node):
                # Nobody knows what its rows are called.
                self._source.unread.add(self._table.table)
            self._problems.add(
                COLUMN_MISSING,
                self._place(self.row_number),
                _("the column «{nb}» ({name}) is missing.").format(nb=column.nb, name=column.name),
            )

    def _lacking(self, headers: dict[str, str]) -> Iterator[Column]:
        """Yield the columns that must be there and have no header."""
        return (
            column
            for column in columns(self._table)
            if column.required and column.name not in headers
        )


def _is_mark(text: str) -> bool:
    mark = text.casefold()
    return mark in YES | NOT_TAKING_PART or word_lists()["role"].find(text) is not None


def arena_spellings(grid: Grid | None) -> frozenset[str]:
    """Return the names and ids of the arenas, to recognise a participation matrix by its headers."""
    if grid is None:
        return frozenset()
    for position, (_number, cells) in enumerate(grid.rows[:MAX_HEADER_ROWS]):
        naming = [
            index
            for index, text in enumerate(cells)
            if (column := column_headed(Arena, text)) and column.name in ("id", "name")
        ]
        if naming:
            return frozenset(
                slug(row[index])
                for _number, row in grid.rows[position + 1 :]
                for index in naming
                if index < len(row) and row[index]
            )
    return frozenset()
