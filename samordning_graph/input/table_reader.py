"""From grids of text to the records of known tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from samordning_graph.common.did_you_mean import did_you_mean
from samordning_graph.common.locale import _
from samordning_graph.common.phrases import listed
from samordning_graph.common.text import slug, tidy
from samordning_graph.input.cell_values import YES
from samordning_graph.input.example_rows import (
    WORDS_SHEET,
    ExampleCells,
    is_example,
    left_of_example,
)
from samordning_graph.input.grid import Grid, column_letter, not_read
from samordning_graph.input.letters_made_twice import first_cell_made_twice
from samordning_graph.input.personal_data import (
    holds_contact_details,
    holds_national_identity_number,
    report_contact_details,
    report_identity_number,
    report_identity_numbers,
)
from samordning_graph.input.record import UNREADABLE, Record, Source
from samordning_graph.input.table_header import NOT_TAKING_PART, TableHeader, arena_spellings
from samordning_graph.input.table_names import TableKey, grid_of_each_table
from samordning_graph.input.totals import are_totals_of, is_note, is_totals
from samordning_graph.schema.problem_kinds import (
    ENCODING,
    HALF_EXAMPLE,
    MATRIX,
    STRAY_CELL,
    TABLE_MISSING,
    UNREADABLE_CELL,
)
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import TABLES, Arena, Row
from samordning_graph.schema.vocabulary import word_lists
from samordning_graph.schema.warning_kinds import HIDDEN


def read_grids(source: Source, grids: Sequence[Grid]) -> None:
    """Add the records of every grid to `source`, and what is wrong with the tables to its problems."""
    from_template = any(grid.name == WORDS_SHEET for grid in grids)
    known = _tables(source, grids)
    arenas = arena_spellings(known.get((Arena, False)))
    with_examples: list[str] = []
    for (table, _is_matrix), grid in known.items():
        source.tables.setdefault(table.table, grid.place)
        if grid.unread:
            source.unread.add(table.table)
        if grid.failure:
            source.problems.found.append(grid.failure)
        for row_number, reason in grid.left_out:
            not_read(source.problems, grid.place._replace(row=row_number), reason)
        _report_made_twice(source, grid)
        reader = _TableReader(source, table, grid, arenas)
        records = list(reader.records())
        source.records.extend(records)
        if from_template and not reader.header.arena_columns and not grid.is_matrix:
            source.absent_columns.extend(reader.header.absent())
        if grid.hidden and records:
            source.problems.add(HIDDEN, grid.place, grid.hidden)
        if reader.has_examples:
            with_examples.append(table.sheet)
    if with_examples:
        reason = _("the example rows of the template ({sheets})")
        not_read(
            source.problems,
            SourceLocation(source.path),
            reason.format(sheets=", ".join(with_examples)),
        )


def _report_made_twice(source: Source, grid: Grid) -> None:
    """Report the first cell of a sheet in which two signs stand for one letter; a text file is searched whole."""
    if found := first_cell_made_twice(grid.rows):
        row_number, index, signs = found
        source.problems.add(
            ENCODING,
            SourceLocation(
                grid.place.file, grid.place.sheet, row_number, column=column_letter(index)
            ),
            _(
                "«{letter}» stands here for a letter such as æ, ø or å. Correct the texts, or bring the"
                " file in anew as UTF-8, in Excel with «Data» > «From Text/CSV»."
            ).format(letter=signs),
            value=signs,
        )


def _tables(source: Source, grids: Iterable[Grid]) -> Mapping[TableKey, Grid]:
    """Return the grid of each table, and report every identity number in any grid."""
    named: list[Grid] = []
    for grid in grids:
        if holds_national_identity_number(grid.name):
            report_identity_number(source.problems, SourceLocation(source.path))
            continue
        if holds_contact_details(tidy(grid.name)):
            report_contact_details(source.problems, grid.place)
        for row_number, cells in grid.rows:
            report_identity_numbers(source.problems, grid.place, row_number, cells)
        named.append(grid)
    known = grid_of_each_table(source, named)
    if not known and not source.problems.any_errors:
        names = ", ".join(f"{table.sheet} ({table.table})" for table in TABLES if table.needed)
        source.problems.add(
            TABLE_MISSING,
            SourceLocation(source.path),
            _(
                "no table was found. At least these are needed: {names}. Samarbeid can stand in the"
                " place of the two last."
            ).format(names=names),
        )
    return known


_MOST_SUMS = 20
"""Rows of totals that are compared with what stands above them: each costs all of it."""


class _TableReader:
    """Reads one grid as one table. Its steps share the header."""

    def __init__(
        self, source: Source, table: type[Row], grid: Grid, arenas: frozenset[str]
    ) -> None:
        self.problems = source.problems
        self.table = table
        self.grid = grid
        self.arenas = arenas
        self.header = TableHeader(source, table, grid, arenas)
        self.has_examples = False
        self.stray_columns: set[int] = set()

    def records(self) -> Iterator[Record]:
        """Yield a record per filled row; a matrix row gives one per mark."""
        header = self.header
        if header.position is None:
            return
        self._report_merged()
        written = {column.name: header.text(index) for index, column in header.columns.items()}
        end = self._end(header.position + 1)
        for row_number, texts in self.grid.rows[header.position + 1 : end]:
            if header.is_repeated_in(texts):
                not_read(
                    self.problems, self._place(row_number), _("the row is the header once more")
                )
                continue
            cells = self._cells(row_number, texts)
            if not cells and not any(self._marks(texts)):
                continue
            record = Record(self.table.table, self._place(row_number), cells, written)
            if (left := left_of_example(self.table.table, cells)).surely:
                if is_example(self.table.table, cells) and not header.arena_columns:
                    self.has_examples = True
                else:
                    yield self._half_example(record, left)
            elif header.arena_columns:
                yield from self._matrix_records(record, texts)
            else:
                yield record

    def _end(self, first: int) -> int:
        """Return where the rows of data end: before totals and notes that somebody wrote, which are named."""
        compared = 0
        for end in range(len(self.grid.rows), first, -1):
            row_number, texts = self.grid.rows[end - 1]
            cells = [
                "=" if (row_number, index) in self.grid.unreadable else text.strip()
                for index, text in enumerate(texts)
            ]
            if is_totals(cells) or (
                compared < _MOST_SUMS and self._are_sums(cells, first, end - 1)
            ):
                compared += any(cells)
                not_read(self.problems, self._place(row_number), _("the row is totals"))
            elif is_note(cells):
                not_read(self.problems, self._place(row_number), _("the row is a note"))
            elif any(cells):
                return end
        return first

    def _are_sums(self, cells: Sequence[str], first: int, end: int) -> bool:
        above = [texts for _number, texts in self.grid.rows[first:end]] if any(cells) else []
        return are_totals_of(cells, above)

    def _place(self, row_number: int, column: str = "") -> SourceLocation:
        return SourceLocation(
            self.grid.place.file, self.grid.place.sheet, row_number, column=column
        )

    def _report_merged(self) -> None:
        by_number = dict(self.grid.rows)
        last = max((*self.header.columns, *self.header.arena_columns), default=-1)
        for top, left, bottom, right in self.grid.merged:
            cells = by_number.get(top, ())
            below_header = bottom > self.header.row_number
            if below_header and left <= last and left < len(cells) and cells[left]:
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

    def _cells(self, row_number: int, texts: Sequence[str]) -> dict[str, str]:
        header, unreadable = self.header, self.grid.unreadable
        cells: dict[str, str] = {}
        for index, text in enumerate(texts):
            column = header.columns.get(index)
            reason = unreadable.get((row_number, index)) if unreadable else None
            if reason and (column or index in header.arena_columns):
                place = self._place(row_number, header.text(index))
                self.problems.add(UNREADABLE_CELL, place, reason)
                if column:
                    cells[column.name] = UNREADABLE
            elif column:
                if content := _tidy_lines(text) if column.many else tidy(text):
                    cells[column.name] = content
            elif text.strip() and header.is_missing(index):
                self._report_stray(row_number, index, text)
        return cells

    def _half_example(self, record: Record, left: ExampleCells) -> Record:
        """Report a row that is in part an example; return it without what is left of the example."""
        surely, perhaps = (
            listed([f"«{record.headers[column]}»" for column in columns])
            for columns in (left.surely, left.perhaps)
        )
        self.problems.add(
            HALF_EXAMPLE,
            record.place,
            _(
                "the example of the template still stands in {columns}. Write over it or clear it,"
                " or delete the row."
            ).format(columns=surely),
            suggestion=_("Is what stands in {columns} yours? An example has the same.").format(
                columns=perhaps
            )
            if perhaps
            else "",
        )
        cells = {**record.cells, **dict.fromkeys(left.surely, UNREADABLE)}
        return Record(record.table, record.place, cells, record.headers)

    def _report_stray(self, row_number: int, index: int, text: str) -> None:
        """Report the first cell of a column that has no header."""
        if index in self.stray_columns:
            return
        self.stray_columns.add(index)
        self.problems.add(
            STRAY_CELL,
            self._place(row_number, column_letter(index)),
            _("the cell is filled in, but the column has no header."),
            value=tidy(text),
        )

    def _marks(self, texts: Sequence[str]) -> Iterator[tuple[int, str]]:
        for index in self.header.arena_columns:
            mark = tidy(texts[index]) if index < len(texts) else ""
            if mark.casefold() not in NOT_TAKING_PART:
                yield index, mark

    def _matrix_records(self, record: Record, texts: Sequence[str]) -> Iterator[Record]:
        """Yield a participation for each mark of a row that is a plain mark or a role.

        An unknown mark under a header that is no arena is no problem of its own: the header is.
        """
        roles = word_lists()["role"]
        for index, mark in self._marks(texts):
            name = self.header.arena_columns[index]
            role = "" if mark.casefold() in YES else roles.find(mark)
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


def _tidy_lines(text: str) -> str:
    """Return a tidy text whose lines are kept: each may be a value of its own."""
    lines = map(tidy, text.splitlines()) if "\n" in text else (tidy(text),)
    return "\n".join(line for line in lines if line)
