"""Writes tables and sentences as a workbook: sheets to sort, filter and print.

Every cell of text is text, whatever it begins with: nothing from the data is run as a formula.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samordning_graph.common.locale import _
from samordning_graph.common.seal import REPORT_CATEGORY
from samordning_graph.common.text import tidy
from samordning_graph.report.blocks import (
    Block,
    Bullets,
    FiguresBar,
    Heading,
    Message,
    Paragraph,
)
from samordning_graph.report.formats.csv_dialect import FORMULA_STARTS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

MAX_ROWS = 1_048_576
"""Rows that Excel has room for in a sheet."""
MAX_CHARACTERS = 32_767
"""Characters that Excel takes in a cell; openpyxl would cut the rest without a warning."""
_DARK, _FONT = "005A8C", "Calibri"
_LINE_POINTS, _MAX_LINES = 15, 8
"""The height of a line, and lines of a row: longer texts are read in the cell."""
_TEXT_WIDTH = 100
_A4 = 9
"""Excel's number for the paper."""

Cells = Sequence[str | int]


class SheetOfRows(NamedTuple):
    """A table to sort and filter: columns with their widths in characters, and rows.

    One to write on has lines between its cells on paper. With `keys`, one for each row, a hidden column
    after the others holds them, so that they stay with their rows when these are sorted.
    """

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Cells]
    is_to_write_on: bool = False
    keys: Sequence[str] = ()
    key_heading: str = ""


def write_workbook(
    sheets: Iterable[SheetOfRows], about: Iterable[str], path: Path, summary: Iterable[Block] = ()
) -> None:
    """Write a workbook of sheets, after the summary in sentences; what it is about comes last."""
    import openpyxl

    workbook = openpyxl.Workbook(write_only=True)
    workbook.properties.creator = "samordning"
    workbook.properties.category = REPORT_CATEGORY
    if lines := [*_lines(summary)]:
        _write_lines(workbook, _("Summary"), lines)
    cut = [sheet.name for sheet in sheets if not _write_sheet(workbook, sheet)]
    no_room = _("{sheet}: a sheet has no room for all rows. They are in the CSV and JSON formats.")
    sentences = [*about, *(no_room.format(sheet=sheet_name) for sheet_name in cut)]
    _write_lines(workbook, _("About this"), [(text, False) for text in sentences])
    workbook.save(path)


def _lines(blocks: Iterable[Block]) -> Iterator[tuple[str, bool]]:
    """Yield each heading, paragraph and item of a list, and whether it is a heading."""
    for block in blocks:
        match block:
            case Heading():
                yield block.text, True
            case Message():
                yield block.text, True
            case Paragraph() | FiguresBar():
                yield block.text, False
            case Bullets():
                for number, item in enumerate(block.items, start=1):
                    yield f"{number}. {item}" if block.numbered else f"• {item}", False


def _write_sheet(workbook: "Workbook", table: SheetOfRows) -> bool:
    """Write a table with a frozen header and a filter; return whether there was room."""
    from openpyxl.utils import get_column_letter

    sheet = workbook.create_sheet(table.name)
    sheet.freeze_panes = "A2"
    for number, (_header, width) in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    _set_page(sheet)
    sheet.print_options.gridLines = table.is_to_write_on
    widths = [width for _header, width in table.columns]
    headers = [header for header, _width in table.columns]
    rows = iter(table.rows)
    if table.keys:
        sheet.column_dimensions[get_column_letter(len(widths) + 1)].hidden = True
        headers.append(table.key_heading)
        widths.append(MAX_CHARACTERS)  # no line of a hidden cell makes its row higher
        rows = ((*cells, key) for cells, key in zip(rows, table.keys, strict=True))
    _append(sheet, 1, headers, widths)
    written = 1
    for written, cells in enumerate(islice(rows, MAX_ROWS - 1), start=2):
        _append(sheet, written, cells, widths)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{written}"
    return next(rows, None) is None


def _write_lines(workbook: "Workbook", name: str, lines: Iterable[tuple[str, bool]]) -> None:
    """Write sentences one under the other; the first is the title, and headings are bold."""
    sheet = workbook.create_sheet(name)
    sheet.column_dimensions["A"].width = _TEXT_WIDTH
    _set_page(sheet)
    for number, (text, is_heading) in enumerate(lines, start=1):
        _append(sheet, number, [text], [_TEXT_WIDTH], is_bold=is_heading)


def _append(
    sheet: "Worksheet",
    number: int,
    cells: Cells,
    widths: Sequence[int],
    *,
    is_bold: bool = False,
) -> None:
    """Add a row that is as high as its longest cell, within reason; the first is the header."""
    # Excel would fit the height by itself, LibreOffice does not.
    lines = max(len(str(cell)) // width + 1 for cell, width in zip(cells, widths, strict=True))
    sheet.row_dimensions[number].height = _LINE_POINTS * min(lines, _MAX_LINES)
    is_header = number == 1
    sheet.append([_cell(sheet, cell, is_header=is_header, is_bold=is_bold) for cell in cells])


def _cell(sheet: "Worksheet", value: str | int, *, is_header: bool, is_bold: bool) -> "Cell":
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    if isinstance(value, str):
        value = tidy(value)
        value = value if len(value) <= MAX_CHARACTERS else value[: MAX_CHARACTERS - 1] + "…"
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
        # Without it, the text would become a formula when somebody edits the cell.
        cell.quotePrefix = value.startswith(FORMULA_STARTS)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(
        name=_FONT, bold=is_header or is_bold, color="FFFFFF" if is_header else "1B1B1B"
    )
    if is_header:
        cell.fill = PatternFill("solid", fgColor=_DARK)
    return cell


def _set_page(sheet: "Worksheet") -> None:
    """Let a printed sheet be as wide as the paper, with the header on every page."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
