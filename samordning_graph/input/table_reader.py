"""From a grid of text, as a sheet or a CSV file is, to records with known columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from samordning_graph.common.did_you_mean import did_you_mean
from samordning_graph.common.locale import _
from samordning_graph.common.text import fold, slug, tidy
from samordning_graph.input.cell_values import holds_national_identity_number
from samordning_graph.input.example_rows import EXAMPLE_ROWS, GUIDE_SHEETS
from samordning_graph.input.record import UNREADABLE, Record, Source
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.problem_kinds import (
    COLUMN_MISSING,
    HIDDEN,
    MATRIX,
    NATIONAL_IDENTITY_NUMBER,
    NOT_READ,
    STRAY_CELL,
    TABLE_MISSING,
    TWICE,
    UNKNOWN_COLUMN,
    UNREADABLE_CELL,
)
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import TABLES, Arena, Column, Participation, Row, columns
from samordning_graph.schema.vocabulary import word_lists

MAX_CELLS = 1_000_000
"""Cells in a file: the tables of the largest municipalities hold some ten thousand."""
HEADER_WITHIN = 10
"""A header is looked for in this many rows: above it stand at most a title and a note."""

_NOT_TAKING_PART = frozenset({"", "0", "nei", "no", "-", "–", "—"})
_TAKING_PART = frozenset({"x", "✓", "✔", "1", "ja", "yes"})
_TABLE_BY_NAME = {
    fold(spelling): table for table in TABLES for spelling in (table.table, table.sheet)
}


@dataclass(slots=True)
class Grid:
    """A sheet or a file: rows as (row number, cells), and what could not be read in it.

    `unreadable` gives the reason per (row number, column index from 0); `merged` holds ranges as
    (first row, first column, last row, last column), columns from 0; `unread` says that it has no
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


def table_of(name: str) -> type[Row] | None:
    """Return the table that a sheet or a file with this name is, or None."""
    return _TABLE_BY_NAME.get(fold(name))


def is_own_use(name: str) -> bool:
    """Return whether a sheet, file or column is no data and needs no word: `_…`, or the guide."""
    return name.startswith("_") or fold(name) in map(fold, GUIDE_SHEETS.values())


def read_grids(source: Source, grids: Iterable[Grid]) -> None:
    """Add the records of every grid to `source`, and every problem of form to its problems."""
    known: dict[type[Row], Grid] = {}
    for grid in grids:
        if holds_national_identity_number(grid.name):
            report_identity_number(source.problems, SourceLocation(source.path))
            continue
        for row_number, cells in grid.rows:
            _report_identity_numbers(source.problems, grid.place, row_number, cells)
        if grid.table is None:
            if (grid.rows or grid.unread) and not is_own_use(grid.name):
                not_read(source.problems, grid.place, _("the name is not that of a table"))
        elif grid.table in known:
            source.unread.add(grid.table.table)
            source.problems.add(
                TWICE,
                grid.place,
                _("the table «{table}» is also in {other}. Keep one of them.").format(
                    table=grid.table.sheet, other=known[grid.table].place
                ),
            )
        else:
            known[grid.table] = grid
    if not known and not source.problems.any_errors:
        names = ", ".join(f"{table.sheet} ({table.table})" for table in TABLES if table.needed)
        source.problems.add(
            TABLE_MISSING,
            SourceLocation(source.path),
            _("no table was found. At least these are needed: {names}.").format(names=names),
        )
    arenas = _arena_spellings(known.get(Arena))
    with_examples: list[str] = []
    for table, grid in known.items():
        source.tables[table.table] = grid.place
        if grid.unread:
            source.unread.add(table.table)
        if grid.hidden:
            source.problems.add(HIDDEN, grid.place, grid.hidden)
        reader = _TableReader(source, table, grid, arenas)
        source.records.extend(reader.records())
        if reader.has_examples:
            with_examples.append(table.sheet)
    if with_examples:
        reason = _("the example rows of the template ({sheets})")
        not_read(
            source.problems,
            SourceLocation(source.path),
            reason.format(sheets=", ".join(with_examples)),
        )


def _report_identity_numbers(
    problems: Problems, place: SourceLocation, row_number: int, cells: Sequence[str]
) -> None:
    """Report every cell that holds a national identity number, by its place alone."""
    for index, text in enumerate(cells):
        if len(text) >= 10 and holds_national_identity_number(tidy(text)):
            here = SourceLocation(place.file, place.sheet, row_number, column_letter(index))
            report_identity_number(problems, here)


def report_identity_number(problems: Problems, place: SourceLocation) -> None:
    """Refuse what is read because of the number that stands at a place, without quoting it."""
    problems.add(
        NATIONAL_IDENTITY_NUMBER,
        place,
        _(
            "a national identity number stands here. The data are refused: delete the number. This"
            " tool is about organisations, never persons."
        ),
    )


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


def known_headers(table: type[Row]) -> dict[str, Column]:
    """Return every way of writing the headers of a table, folded, with its column."""
    return {fold(word): column for column in columns(table) for word in (column.name, column.nb)}


def not_read(problems: Problems, place: SourceLocation, reason: str) -> None:
    """Warn that something is left out."""
    problems.add(NOT_READ, place, _("not read: {reason}.").format(reason=reason))


def _arena_spellings(grid: Grid | None) -> frozenset[str]:
    """Return the names and ids of the arenas, to know a participation matrix by its headers."""
    if grid is None:
        return frozenset()
    known = known_headers(Arena)
    for position, (_number, cells) in enumerate(grid.rows[:HEADER_WITHIN]):
        keep = [
            index
            for index, text in enumerate(cells)
            if (column := known.get(fold(text))) and column.name in ("id", "name")
        ]
        if keep:
            return frozenset(
                slug(row[index])
                for _number, row in grid.rows[position + 1 :]
                for index in keep
                if index < len(row) and row[index]
            )
    return frozenset()


class _TableReader:
    """Reads one grid as one table. Split from `read_grids` because the steps share the header."""

    def __init__(
        self, source: Source, table: type[Row], grid: Grid, arenas: frozenset[str]
    ) -> None:
        self.source = source
        self.problems = source.problems
        self.table = table
        self.grid = grid
        self.arenas = arenas
        self.known = known_headers(table)
        self.header_row = 0
        self.columns: dict[int, Column] = {}
        self.arena_columns: dict[int, str] = {}
        self.ignored: set[int] = set()
        self.has_examples = False
        self.headers: Sequence[str] = ()

    def records(self) -> Iterator[Record]:
        """Yield a record per filled row; a matrix row gives one per mark."""
        position = self._find_header()
        if position is None:
            return
        self._read_header()
        self._report_merged()
        written = {column.name: tidy(self.headers[i]) for i, column in self.columns.items()}
        examples = [_fold_row(row) for row in EXAMPLE_ROWS.get(self.table.table, ())]
        strays: set[int] = set()
        for row_number, texts in self.grid.rows[position + 1 :]:
            cells = self._cells(row_number, texts, strays)
            if not cells and not any(self._marks(texts)):
                continue
            record = Record(self.table.table, self._place(row_number), cells, written)
            if examples and _fold_row(cells) in examples:
                self.has_examples = True
            elif self.arena_columns:
                yield from self._matrix_records(record, texts)
            else:
                yield record

    def _place(self, row_number: int, column: str = "") -> SourceLocation:
        return SourceLocation(self.grid.place.file, self.grid.place.sheet, row_number, column)

    def _find_header(self) -> int | None:
        rows = self.grid.rows[:HEADER_WITHIN]
        filled = [position for position, (_n, cells) in enumerate(rows) if any(cells)]
        if not filled:
            return None
        best = next((p for p in filled if self._known_in(rows[p][1]) >= 2), None)
        if best is None:
            best = next((p for p in filled if self._known_in(rows[p][1]) == 1), filled[0])
        if best != filled[0]:
            not_read(self.problems, self._place(rows[filled[0]][0]), _("rows above the header"))
        self.header_row, self.headers = rows[best]
        return best

    def _known_in(self, cells: Sequence[str]) -> int:
        return sum(
            fold(text) in self.known
            or (self.table is Participation and bool(text) and slug(text) in self.arenas)
            for text in cells
        )

    def _read_header(self) -> None:
        seen: dict[str, str] = {}
        unknown: list[int] = []
        for index, text in enumerate(self.headers):
            written = tidy(text)
            if not written:
                continue
            column = self.known.get(fold(written))
            if column is None:
                unknown.append(index)
            elif column.name in seen:
                self.problems.add(
                    TWICE,
                    self._place(self.header_row, written),
                    _("the column stands twice: «{one}» and «{other}».").format(
                        one=seen[column.name], other=written
                    ),
                )
            else:
                seen[column.name] = written
                self.columns[index] = column
        own = [index for index in unknown if tidy(self.headers[index]).startswith("_")]
        self.ignored.update(own)
        for index in own:
            place = self._place(self.header_row, tidy(self.headers[index]))
            not_read(self.problems, place, _("the header begins with _"))
        unknown = [index for index in unknown if index not in self.ignored]
        if self.table is Participation:
            unknown = self._read_matrix_header(seen, unknown)
        self._report_headers(seen, unknown)

    def _read_matrix_header(self, seen: dict[str, str], unknown: list[int]) -> list[int]:
        """Take the unknown headers as arenas if this is a matrix; return what is left unknown."""
        here = self._place(self.header_row)
        if "arena" in seen:
            are_arenas = [i for i in unknown if slug(self.headers[i]) in self.arenas]
            if "actor" in seen and are_arenas:
                names = ", ".join(f"«{tidy(self.headers[i])}»" for i in are_arenas)
                self.problems.add(
                    MATRIX,
                    here,
                    _(
                        "the table has both a column for the arena and columns that are arenas"
                        " ({names}). Write either a list (actor, arena, role) or a matrix."
                    ).format(names=names),
                )
                return [i for i in unknown if i not in are_arenas]
            if "actor" not in seen and unknown:
                self.problems.add(
                    MATRIX,
                    here,
                    _(
                        "arenas stand down and actors across. Turn the table: actors down in"
                        " the first column, arenas across."
                    ),
                )
                seen["actor"] = ""
                return []
            return unknown
        if "actor" not in seen:
            taken = self.columns.keys() | self.ignored
            first = next((i for i in range(len(self.headers)) if i not in taken), 0)
            actor = next(column for column in columns(Participation) if column.name == "actor")
            self.columns[first] = actor
            seen["actor"] = tidy(self.headers[first])
            unknown = [index for index in unknown if index != first]
        seen["arena"] = ""
        for index in unknown:
            name = tidy(self.headers[index])
            self.arena_columns[index] = name
            self.source.matrix_arenas.append((name, self._place(self.header_row, name)))
        if not unknown:
            self.problems.add(
                MATRIX,
                here,
                _("no column «Arena», and no column that is an arena. Write a list or a matrix."),
            )
        return []

    def _report_headers(self, seen: dict[str, str], unknown: list[int]) -> None:
        choices = [column.nb for column in columns(self.table) if column.name not in seen]
        for index in unknown:
            written = tidy(self.headers[index])
            self.problems.add(
                UNKNOWN_COLUMN,
                self._place(self.header_row, written),
                _("unknown column «{header}» in the table «{table}».").format(
                    header=written, table=self.table.sheet
                ),
                value=written,
                suggestion=did_you_mean(
                    written, choices + [c.name for c in columns(self.table) if c.name not in seen]
                ),
            )
        for column in columns(self.table):
            if column.required and column.name not in seen:
                self.problems.add(
                    COLUMN_MISSING,
                    self._place(self.header_row),
                    _("the column «{nb}» ({name}) is missing.").format(
                        nb=column.nb, name=column.name
                    ),
                )

    def _report_merged(self) -> None:
        by_number = dict(self.grid.rows)
        last = max((*self.columns, *self.arena_columns), default=-1)
        for top, left, bottom, right in self.grid.merged:
            cells = by_number.get(top, ())
            if bottom > self.header_row and left <= last and left < len(cells) and cells[left]:
                self.problems.add(
                    UNREADABLE_CELL,
                    self._place(top, column_letter(left)),
                    _(
                        "the cells {first}{top}:{final}{bottom} are merged. Unmerge them and fill"
                        " in each."
                    ).format(
                        first=column_letter(left),
                        top=top,
                        final=column_letter(right),
                        bottom=bottom,
                    ),
                )

    def _cells(self, number: int, texts: Sequence[str], strays: set[int]) -> dict[str, str]:
        cells: dict[str, str] = {}
        for index, text in enumerate(texts):
            column = self.columns.get(index)
            reason = self.grid.unreadable.get((number, index))
            if reason and (column or index in self.arena_columns):
                header = tidy(self.headers[index])
                self.problems.add(UNREADABLE_CELL, self._place(number, header), reason)
                if column:
                    cells[column.name] = UNREADABLE
            elif column:
                if content := tidy(text):
                    cells[column.name] = content
            elif text.strip() and self._is_stray(index) and index not in strays:
                strays.add(index)
                self.problems.add(
                    STRAY_CELL,
                    self._place(number, column_letter(index)),
                    _("the cell is filled in, but the column has no header."),
                    value=tidy(text),
                )
        return cells

    def _is_stray(self, index: int) -> bool:
        return index >= len(self.headers) or not self.headers[index].strip()

    def _marks(self, texts: Sequence[str]) -> Iterator[tuple[int, str]]:
        for index in self.arena_columns:
            mark = tidy(texts[index]) if index < len(texts) else ""
            if mark.casefold() not in _NOT_TAKING_PART:
                yield index, mark

    def _matrix_records(self, record: Record, texts: Sequence[str]) -> Iterator[Record]:
        """Yield a participation for each mark of a row that is a plain mark or a role.

        A strange mark under a header that is no arena is no problem of its own: the header is.
        """
        roles = word_lists()["role"]
        for index, mark in self._marks(texts):
            name = self.arena_columns[index]
            role = "" if mark.casefold() in _TAKING_PART else roles.find(mark)
            if role is None and slug(name) not in self.arenas:
                continue
            if role is None:
                self.problems.add(
                    MATRIX,
                    record.place.at(name),
                    _("the mark «{mark}» is neither x nor a role ({roles}).").format(
                        mark=mark, roles=", ".join(roles.spellings())
                    ),
                    value=mark,
                    suggestion=did_you_mean(mark, roles.spellings()),
                )
                continue
            cells = {**record.cells, "arena": name}
            if role:
                cells["role"] = role
            headers = {**record.headers, "arena": name, "role": name}
            yield Record(record.table, record.place, cells, headers)


def _fold_row(cells: Mapping[str, str]) -> dict[str, str]:
    """Return a row as example rows are compared: folded, without empty cells."""
    return {column: fold(text) for column, text in cells.items() if text}
