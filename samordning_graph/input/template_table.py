"""One sheet of the template: headers with notes, drop-downs, cell formats and example rows."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from samordning_graph.common.locale import _
from samordning_graph.input.example_rows import EXAMPLE_ROWS, STATEMENTS_SHEET
from samordning_graph.input.template_lists import (
    LAST_DROP_DOWN_ROW,
    MATRIX_MARKS,
    drop_down,
    list_validation,
    own_words,
)
from samordning_graph.input.template_style import (
    DARK_GREEN,
    FONT,
    LIGHT_GREEN,
    PALE_GREEN,
    set_page,
    tab_colour,
)
from samordning_graph.schema.tables import (
    TABLES,
    Arena,
    Column,
    Participation,
    Row,
    Takes,
    column_named,
    columns,
)
from samordning_graph.schema.vocabulary import OPEN_LISTS, word_lists

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

NOTE_AUTHOR = "samordning"
"""Who the notes on the headers are by: a comment of anybody else is never replaced."""
MATRIX_ARENAS = 60
"""Columns of the matrix with drop-downs; arenas to the right of them are read all the same."""
_AS_TEXT, _AS_DATE = "@", "yyyy-mm-dd"
_WIDTH_OF = {"name": 34, "text": 44, "mandate": 44, "comment": 36, "agreement": 36, "reason": 44}


def write_table(
    sheet: "Worksheet", table: type[Row], lists: Mapping[str, str], *, examples: bool = True
) -> None:
    """Write the sheet of a table: its columns and, unless left out, its example rows."""
    for index, column in enumerate(columns(table), start=1):
        write_column(sheet, index, column, lists)
    rows = EXAMPLE_ROWS.get(table.table, ()) if examples else ()
    for row_number, example in enumerate(rows, start=2):
        for index, column in enumerate(columns(table), start=1):
            if column.name in example:
                cell = sheet.cell(row_number, index, example[column.name])
                cell.number_format = _number_format(column)
    if rows:
        _grey_out_examples(sheet, table)
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "A2"
    sheet.sheet_properties.tabColor = tab_colour(table)
    sheet.print_title_rows = "1:1"
    set_page(sheet, "landscape")


def write_column(
    sheet: "Worksheet",
    index: int,
    column: Column,
    lists: Mapping[str, str],
    header_row: int = 1,
) -> None:
    """Write the header of a column with its note, and the format and drop-down of its cells."""
    from openpyxl.utils import get_column_letter

    header = sheet.cell(header_row, index, column.nb)
    _style_header(header, required=column.required)
    add_note(header, column_note(column))
    dimension = sheet.column_dimensions[get_column_letter(index)]
    dimension.width = _WIDTH_OF.get(column.name, max(14, len(column.nb) + 5))
    dimension.number_format = _number_format(column)
    add_drop_down(sheet, index, column, lists, header_row)


def add_drop_down(
    sheet: "Worksheet", index: int, column: Column, lists: Mapping[str, str], header_row: int = 1
) -> None:
    """Give the cells of a column their drop-down, if the column has a list."""
    from openpyxl.utils import get_column_letter

    if validation := drop_down(column, lists):
        letter = get_column_letter(index)
        validation.add(f"{letter}{header_row + 1}:{letter}{LAST_DROP_DOWN_ROW}")
        sheet.add_data_validation(validation)


def write_matrix(sheet: "Worksheet", lists: Mapping[str, str]) -> None:
    """Write the empty matrix of participation: actors down, arenas across, x or a role."""
    from openpyxl.utils import get_column_letter

    actor = column_named(Participation, "actor")
    write_column(sheet, 1, actor, lists)
    across = range(2, 2 + MATRIX_ARENAS)
    for index in across:
        _style_header(sheet.cell(1, index), required=False)
        sheet.column_dimensions[get_column_letter(index)].width = 17
    add_matrix_drop_downs(sheet, across, lists)
    add_note(
        sheet.cell(1, 2),
        [
            _("The name of an arena, as it stands in {sheet}; one in each column.").format(
                sheet=Arena.sheet
            ),
            _("Below it: x, or a role, for each actor that takes part. Empty = does not."),
        ],
    )
    sheet.row_dimensions[1].height = 62
    sheet.freeze_panes = "B2"
    sheet.sheet_properties.tabColor = LIGHT_GREEN
    sheet.print_title_rows = "1:1"
    set_page(sheet, "landscape")


def add_matrix_drop_downs(
    sheet: "Worksheet", indexes: Iterable[int], lists: Mapping[str, str], header_row: int = 1
) -> None:
    """Let some columns of a matrix have an arena in the header, and x or a role below."""
    from openpyxl.utils import get_column_letter

    arenas = list_validation(lists[Arena.label], rejects=False)
    marks = list_validation(lists[MATRIX_MARKS], rejects=True)
    for _offset, run in groupby(enumerate(sorted(indexes)), key=lambda pair: pair[1] - pair[0]):
        beside = [get_column_letter(index) for _position, index in run]
        arenas.add(f"{beside[0]}{header_row}:{beside[-1]}{header_row}")
        marks.add(f"{beside[0]}{header_row + 1}:{beside[-1]}{LAST_DROP_DOWN_ROW}")
    for validation in (arenas, marks):
        sheet.add_data_validation(validation)


def _grey_out_examples(sheet: "Worksheet", table: type[Row]) -> None:
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Font
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.utils import get_column_letter

    names = [column.name for column in columns(table)]
    comment = get_column_letter(names.index("comment") + 1)
    sheet.conditional_formatting.add(
        f"A2:{get_column_letter(len(names))}{LAST_DROP_DOWN_ROW}",
        Rule(
            type="expression",
            formula=[f'LEFT(${comment}2,8)="EKSEMPEL"'],
            dxf=DifferentialStyle(font=Font(italic=True, color="757575")),
        ),
    )


def _style_header(cell: "Cell | MergedCell", *, required: bool) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell.font = Font(name=FONT, bold=required, color="FFFFFF" if required else "000000")
    cell.fill = PatternFill("solid", fgColor=DARK_GREEN if required else PALE_GREEN)
    cell.border = Border(bottom=Side("medium", color=DARK_GREEN))
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.number_format = _AS_TEXT


def add_note(cell: "Cell | MergedCell", sentences: Iterable[str]) -> None:
    """Give a cell of the header its note."""
    from openpyxl.comments import Comment

    note = "\n".join(sentences)
    lines = sum(len(line) // 44 + 1 for line in note.splitlines())
    cell.comment = Comment(note, NOTE_AUTHOR, width=330, height=18 * lines + 12)


def column_note(column: Column) -> Iterator[str]:
    """Yield the sentences that explain how to fill in the column."""
    yield _(column.meaning)
    yield _("Must be filled in.") if column.required else _("May be empty.")
    if column.many:
        yield _("Several values are separated by ;")
    if column.takes in (Takes.DATE, Takes.LAST_DAY, Takes.SURVEY_ANSWER):
        yield _("A date, such as 2026-03-01 or 1.3.2026.")
    if column.takes is Takes.LAST_DAY:
        yield _("Or «løpende» when there is no end.")
    if column.takes in (Takes.YES_NO, Takes.SURVEY_ANSWER):
        yield _("ja or nei. Empty = not stated.")
    if column.takes is Takes.NUMBER:
        yield _("A number: 4 or 2,5 or 4-6.")
    if column.takes is Takes.REFERENCE:
        sheets = [table.sheet for table in TABLES if table.label in column.refers_to]
        yield _("The name (or the id) as it stands in: {sheets}.").format(sheets=", ".join(sheets))
    if column.takes is Takes.WORD:
        words = ", ".join(word.nb for word in word_lists()[column.words].values())
        yield _("Choose from: {words}.").format(words=words)
        if column.words in OPEN_LISTS:
            yield own_words()
    if column.suggests:
        yield _("Choose from the list, or write your own. «{sheet}» says what each means.").format(
            sheet=STATEMENTS_SHEET
        )


def _number_format(column: Column) -> str:
    """Return the cell format: text where Excel would change what is written (0301, 4-6)."""
    if column.takes in (Takes.DATE, Takes.LAST_DAY, Takes.SURVEY_ANSWER):
        return _AS_DATE
    return "General" if column.takes in (Takes.YES_NO, Takes.INTEGER) else _AS_TEXT
