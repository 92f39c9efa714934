"""Brings a workbook that is filled in over into the newest template: nothing in it is moved or lost.

The old workbook is what is written on: its cells, comments, own columns and own sheets stay where
they are, so that formulas go on to hold. Columns that it lacks are added to the right, sheets that it
lacks in their place, and guide, lists, notes and drop-downs are those of today.
"""

import zipfile
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from samordning_graph.common.atomic_write import write_atomically
from samordning_graph.common.locale import _, in_language, mark
from samordning_graph.common.phrases import listed
from samordning_graph.common.text import unique_stem
from samordning_graph.input.example_rows import GUIDE_SHEETS, STATEMENTS_SHEET, WORDS_SHEET
from samordning_graph.input.grid import Grid, is_matrix_name
from samordning_graph.input.record import Source
from samordning_graph.input.table_header import TableHeader, arena_spellings
from samordning_graph.input.table_names import TableKey, grid_of_each_table, sheet_of
from samordning_graph.input.template import guide_name, template_name_range, write_statements
from samordning_graph.input.template_guide import write_guide
from samordning_graph.input.template_lists import name_range, write_lists
from samordning_graph.input.template_table import (
    MATRIX_ARENAS,
    NOTE_AUTHOR,
    add_drop_down,
    add_matrix_drop_downs,
    add_note,
    column_note,
    write_column,
    write_matrix,
    write_table,
)
from samordning_graph.input.workbook import read_workbook
from samordning_graph.input.written_cells import write_as_text
from samordning_graph.schema.problem import Problems, ProblemsError
from samordning_graph.schema.problem_kinds import NOT_READABLE, TABLE_MISSING
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import (
    TABLES,
    AgreedStep,
    Arena,
    Column,
    Node,
    Participation,
    Row,
    columns,
    node_tables,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = {
    WORDS_SHEET: 16_384,
    STATEMENTS_SHEET: 3,
    **dict.fromkeys(GUIDE_SHEETS.values(), 1),
}
"""Columns of the template's own sheets; what stands to the right of them is somebody's own."""
_NOT_KEPT = {
    "xl/charts/": mark("charts"),
    "xl/media/": mark("pictures"),
    "xl/pivotTables/": mark("pivot tables"),
}
"""Parts of a workbook that openpyxl does not write again."""


class _OldTable(NamedTuple):
    """A sheet of the old workbook that is a table, and the columns that it does not have yet."""

    table: type[Row]
    grid: Grid
    header: TableHeader

    @property
    def is_matrix(self) -> bool:
        return self.grid.is_matrix or bool(self.header.arena_columns)

    @property
    def new_columns(self) -> dict[int, Column]:
        """By index from 1: to the right of all that is filled in."""
        if self.is_matrix:
            return {}
        first = max(len(cells) for _number, cells in self.grid.rows) + 1
        headed = set(self.header.columns.values())
        return dict(enumerate((c for c in columns(self.table) if c not in headed), start=first))

    @property
    def name_index(self) -> int:
        """The index, from 1, of the column with names: the old one, or the one to be added."""
        old = ((index + 1, column) for index, column in self.header.columns.items())
        return next(
            index for index, column in (*old, *self.new_columns.items()) if column.name == "name"
        )


def write_updated(
    old: Path,
    new: Path,
    rows: Mapping[str, Sequence[Mapping[str, str]]] = MappingProxyType({}),
    steps: Mapping[int, Mapping[str, str]] = MappingProxyType({}),
) -> list[str]:
    """Write the old workbook, in the newest template; return what a person should know of it.

    `rows`, by table and column, are added below what stands there. `steps`, by row and column, are
    written over cells of the follow-up.

    Raises
    ------
    ProblemsError
        If the old file cannot be read as a workbook.
    """
    problems = Problems()
    grids = read_workbook(old, old.as_posix(), problems)
    if problems.any_errors:
        raise ProblemsError(problems.in_order())
    workbook = _opened(old, problems)
    known = grid_of_each_table(Source(""), grids)
    tables = _old_tables(known)
    if not tables:
        problems.add(
            TABLE_MISSING,
            SourceLocation(old.as_posix()),
            _(
                "no sheet is a table of a municipality ({sheets} …), so there is nothing to bring"
                " over. `samordning import` makes a workbook of a network."
            ).format(sheets=", ".join(table.sheet for table in TABLES[:3])),
        )
        raise ProblemsError(problems.in_order())
    _set_aside_own_sheets(workbook)
    new_sheets = _add_sheets(workbook, known, tables)
    lists = write_lists(workbook, _names(tables, new_sheets))
    for title, table in new_sheets.items():
        if is_matrix_name(title):
            write_matrix(workbook[title], lists)
        else:
            write_table(workbook[title], table, lists, examples=False)
    lists_of = {old.table.table: old for old in tables if not old.is_matrix}
    for name, of_table in rows.items():
        title, header_row, positions = _place_of(name, lists_of, new_sheets)
        _append(workbook[title], header_row, positions, of_table)
    if steps:
        title, _header_row, positions = _place_of(AgreedStep.table, lists_of, new_sheets)
        for number, cells in steps.items():
            _write(workbook[title], number, positions, cells)
    for old_table in tables:
        _renew(workbook[old_table.grid.name], old_table, lists)
    write_statements(workbook.create_sheet(STATEMENTS_SHEET))
    guide = workbook.create_sheet(guide_name(), 0)
    write_guide(guide)
    write_atomically(new, workbook.save)
    return list(_to_know(old, workbook))


def _place_of(
    table_name: str, lists_of: Mapping[str, _OldTable], new_sheets: Mapping[str, type[Row]]
) -> tuple[str, int, dict[int, Column]]:
    """Return the sheet of a table, the row of its header, and its columns by index from 1."""
    if old := lists_of.get(table_name):
        known = {index + 1: column for index, column in old.header.columns.items()}
        return old.grid.name, old.header.row_number, known | old.new_columns
    for title, table in new_sheets.items():
        if table.table == table_name and not is_matrix_name(title):
            return title, 1, dict(enumerate(columns(table), start=1))
    problems = Problems()
    problems.add(
        TABLE_MISSING,
        SourceLocation(Participation.sheet),
        _(
            "the sheet has a column for each arena, so rows cannot be added to it. Name it"
            " «{matrix}», and there is room for a list beside it."
        ).format(matrix=sheet_of((Participation, True))),
    )
    raise ProblemsError(problems.in_order())


def _append(
    sheet: "Worksheet",
    header_row: int,
    positions: Mapping[int, Column],
    rows: Sequence[Mapping[str, str]],
) -> None:
    """Add rows below the last one in which anything stands."""
    filled = (
        number
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1)
        if any(value is not None for value in row)
    )
    for number, row in enumerate(rows, start=max(filled, default=header_row) + 1):
        _write(sheet, number, positions, row)


def _write(
    sheet: "Worksheet", number: int, positions: Mapping[int, Column], cells: Mapping[str, str]
) -> None:
    for index, column in positions.items():
        if text := cells.get(column.name, ""):
            write_as_text(sheet.cell(number, index), text)


def _opened(old: Path, problems: Problems) -> "Workbook":
    """Open the old workbook to write on it. Some that can be read cannot be written by openpyxl."""
    import openpyxl

    try:
        workbook = openpyxl.load_workbook(old, rich_text=True)
        if workbook.worksheets:
            return workbook
    except (LookupError, ValueError, TypeError, AttributeError, OSError, SyntaxError):
        pass
    problems.add(
        NOT_READABLE,
        SourceLocation(old.as_posix()),
        _(
            "the workbook is damaged or is not an Excel workbook. Open it in Excel and save it"
            " again as «Excel Workbook (.xlsx)»."
        ),
    )
    raise ProblemsError(problems.in_order())


def _old_tables(known: Mapping[TableKey, Grid]) -> list[_OldTable]:
    """Return the tables that have a header."""
    arenas = arena_spellings(known.get((Arena, False)))
    found = (
        _OldTable(table, grid, TableHeader(Source(""), table, grid, arenas))
        for (table, _is_matrix), grid in known.items()
    )
    return [old for old in found if old.header.position is not None]


def _set_aside_own_sheets(workbook: "Workbook") -> None:
    """Remove guide and lists; rename one in which somebody has written, so that it is kept unread."""
    for title, width in _WIDTHS.items():
        if title not in workbook.sheetnames:
            continue
        sheet = workbook[title]
        guide = _guide_texts(title)
        is_written_in = any(
            cell.comment
            or (cell.value is not None and cell.column > width)
            or (guide and cell.value is not None and str(cell.value) not in guide)
            for row in sheet.iter_rows()
            for cell in row
        )
        if is_written_in:
            sheet.title = unique_stem(f"_{title.lstrip('_')} (før)", workbook.sheetnames)
        else:
            workbook.remove(sheet)


def _guide_texts(title: str) -> set[str]:
    """Return what stands in today's guide, nothing for another sheet.

    A text of an older guide may be somebody's own as well: it is kept.
    """
    from openpyxl import Workbook

    language = next((name for name, guide in GUIDE_SHEETS.items() if guide == title), None)
    if language is None:
        return set()
    sheet = Workbook().worksheets[0]
    with in_language(language):
        write_guide(sheet)
    return {str(cell.value) for row in sheet.iter_rows() for cell in row}


def _add_sheets(
    workbook: "Workbook", known: Mapping[TableKey, Grid], tables: Sequence[_OldTable]
) -> dict[str, type[Row]]:
    """Add the sheets that are not there, each after the one before it; return all without a header."""
    has_matrix = any(old.is_matrix for old in tables)
    headed = {old.grid.name for old in tables}
    without_header: dict[str, type[Row]] = {}
    position = 0
    for table in TABLES:
        wanted = [(table, False)]
        if table is Participation and not has_matrix:
            wanted.append((table, True))
        for key in wanted:
            title = known[key].name if key in known else sheet_of(key)
            if key not in known:
                workbook.create_sheet(title, position)
            position = workbook.sheetnames.index(title) + 1
            if title not in headed:
                without_header[title] = table
    return without_header


def _names(tables: Sequence[_OldTable], new_sheets: Mapping[str, type[Row]]) -> dict[str, str]:
    """Return the cells with the names of each kind of node."""
    from openpyxl.utils import get_column_letter

    names = {
        table.label: template_name_range(table, title)
        for title, table in new_sheets.items()
        if issubclass(table, Node)
    }
    for old in tables:
        if issubclass(old.table, Node):
            letter = get_column_letter(old.name_index)
            names[old.table.label] = name_range(old.grid.name, letter, old.header.row_number)
    return {table.label: names[table.label] for table in node_tables()}


def _renew(sheet: "Worksheet", old: _OldTable, lists: Mapping[str, str]) -> None:
    """Give a sheet today's drop-downs and notes, and the columns that it does not have."""
    row = old.header.row_number
    known = {index + 1: column for index, column in old.header.columns.items()}
    arenas = [index + 1 for index in old.header.arena_columns]
    if old.grid.is_matrix:
        arenas = [index for index in range(1, 2 + MATRIX_ARENAS) if index not in known]
    _remove_drop_downs(sheet, {*known, *arenas})
    for index, column in known.items():
        note = sheet.cell(row, index).comment
        if note is None or note.author == NOTE_AUTHOR:
            add_note(sheet.cell(row, index), column_note(column))
        add_drop_down(sheet, index, column, lists, row)
    if arenas:
        add_matrix_drop_downs(sheet, arenas, lists, row)
    for index, column in old.new_columns.items():
        _end_widths_before(sheet, index)
        write_column(sheet, index, column, lists, row)


def _remove_drop_downs(sheet: "Worksheet", indexes: Container[int]) -> None:
    """Remove the drop-downs of some columns; those of other columns are somebody's own."""
    from openpyxl.worksheet.cell_range import MultiCellRange

    kept = []
    for validation in sheet.data_validations.dataValidation:
        ranges = [
            area
            for area in validation.sqref.ranges
            if not all(index in indexes for index in range(area.min_col, area.max_col + 1))
        ]
        if ranges:
            validation.sqref = MultiCellRange(ranges)
            kept.append(validation)
    sheet.data_validations.dataValidation = kept


def _end_widths_before(sheet: "Worksheet", index: int) -> None:
    """Let no width of several columns reach into a new one: Excel refuses widths that overlap."""
    for dimension in sheet.column_dimensions.values():
        if dimension.min and dimension.max and dimension.min <= index <= dimension.max:
            dimension.max = max(dimension.min, index - 1)


def _to_know(old: Path, workbook: "Workbook") -> Iterator[str]:
    with zipfile.ZipFile(old) as archive:
        parts = archive.namelist()
    lost = [_(what) for start, what in _NOT_KEPT.items() if any(p.startswith(start) for p in parts)]
    if lost:
        yield _("Not brought over: {what}. They are still in {file}.").format(
            what=listed(lost), file=old.as_posix()
        )
    own = (sheet for sheet in workbook.worksheets if sheet.title != WORDS_SHEET)
    if any(cell.data_type == "f" for sheet in own for row in sheet.iter_rows() for cell in row):
        yield _(
            "It holds formulas: open it in Excel and save it once, so that they are calculated."
        )
