"""Reads an Excel workbook (.xlsx) as grids of text, in one streaming pass per sheet."""

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, BinaryIO

from samordning_graph.common.locale import _, ngettext
from samordning_graph.input.csv_folder import is_web_page
from samordning_graph.input.grid import MAX_CELLS, Grid
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.problem_kinds import NOT_READABLE
from samordning_graph.schema.source_location import SourceLocation

MAX_UNPACKED_BYTES = 100 * 1024 * 1024
"""Bytes that a workbook may unpack to: far more than any municipality needs, far less than a bomb."""
MAX_TAGS = 4_000_000
"""Tags, and attributes, in a workbook: four tags and some attributes for each of `MAX_CELLS`.
They, and not its bytes, decide how much memory an XML part takes."""
MAX_COLUMNS = 16_384
"""Columns of a sheet in Excel."""

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK_BYTES = 256 * 1024
"""Bytes with at least one tag: a cell holds at most 32 767 letters of at most four bytes."""
_EXCEL_DAY_0 = datetime(1899, 12, 30)
_YEARS = range(1900, 2101)


class WorkbookError(Exception):
    """The file cannot be read as a workbook; the text says why and what to do."""


def read_workbook(path: Path, shown: str, problems: Problems) -> list[Grid]:
    """Return a grid per sheet, or none when the file is no workbook (then a problem says why)."""
    try:
        with path.open("rb") as file:
            _refuse_other_formats(file)
            with warnings.catch_warnings():
                # openpyxl warns of parts that it does not keep, such as Excel's own drop-downs.
                warnings.simplefilter("ignore")
                return list(_grids(file, shown))
    except WorkbookError as error:
        problems.add(NOT_READABLE, SourceLocation(shown), str(error))
        return []


def _refuse_other_formats(file: BinaryIO) -> None:
    start = file.read(512)
    file.seek(0)
    if not start:
        raise WorkbookError(_("the file is empty."))
    if start.startswith(_OLE):
        encrypted = _ENCRYPTED in file.read(MAX_UNPACKED_BYTES)
        raise WorkbookError(
            _("the workbook is protected by a password. Save a copy without a password.")
            if encrypted
            else _("this is an old workbook (.xls). Save it as «Excel Workbook (.xlsx)».")
        )
    if is_web_page(start):
        raise WorkbookError(
            _("this is a web page, not a workbook. Save it from Excel as «Excel Workbook (.xlsx)».")
        )
    if not zipfile.is_zipfile(file):
        raise WorkbookError(_("this is not an Excel workbook (.xlsx), or it is damaged."))
    file.seek(0)


def _grids(file: BinaryIO, shown: str) -> Iterator[Grid]:
    # openpyxl takes a tenth of a second to import: only needed for workbooks.
    import openpyxl
    from defusedxml import DefusedXmlException

    try:
        _refuse_bombs(file)
        workbook = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        budget = MAX_CELLS
        for sheet in workbook.worksheets:
            grid = _read_sheet(sheet, shown, budget)
            budget -= sum(len(cells) for _number, cells in grid.rows)
            yield grid
    except (
        *(SyntaxError, zlib.error, zipfile.BadZipFile, OSError, EOFError),
        # What openpyxl raises on a part that Excel would not write.
        *(LookupError, ValueError, TypeError, AttributeError, OverflowError),
    ) as error:
        if isinstance(error, DefusedXmlException) or isinstance(
            error.__cause__, DefusedXmlException
        ):
            raise WorkbookError(
                _(
                    "the workbook holds XML entities, which no spreadsheet program writes. It is"
                    " refused."
                )
            ) from error
        raise WorkbookError(
            _(
                "the workbook is damaged or is not an Excel workbook. Open it in Excel and save it"
                " again as «Excel Workbook (.xlsx)»."
            )
        ) from error


def _refuse_bombs(file: BinaryIO) -> None:
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        names = set(archive.namelist())
        if unpacked <= MAX_UNPACKED_BYTES:
            _refuse_crowded(archive, entries)
    if unpacked > MAX_UNPACKED_BYTES:
        raise WorkbookError(
            _("the workbook unpacks to {size} MB; at most {limit} MB are read.").format(
                size=unpacked // 1024**2, limit=MAX_UNPACKED_BYTES // 1024**2
            )
        )
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise WorkbookError(_("this is a compressed file, but not an Excel workbook (.xlsx)."))
    file.seek(0)


def _refuse_crowded(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse parts that Excel does not write, and more XML than `MAX_CELLS` cells need."""
    tags = attributes = 0
    for entry in entries:
        if entry.flag_bits & 1 or entry.compress_type not in (
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        ):
            raise zipfile.BadZipFile
        with archive.open(entry) as part:
            is_xml = _may_be_xml(chunk := part.read(_CHUNK_BYTES))
            while chunk:
                tags_here = chunk.count(b"<")
                if is_xml and not tags_here and len(chunk) == _CHUNK_BYTES:
                    raise zipfile.BadZipFile
                tags += tags_here
                attributes += chunk.count(b"=")
                if max(tags, attributes) > MAX_TAGS:
                    raise _too_many_cells()
                chunk = part.read(_CHUNK_BYTES)


def _may_be_xml(start: bytes) -> bool:
    start = start.lstrip(b" \t\r\n\xef\xbb\xbf\xff\xfe\0")
    return not start or start.startswith(b"<")


def _too_many_cells() -> WorkbookError:
    return WorkbookError(_("the workbook has more than {limit} cells.").format(limit=MAX_CELLS))


def _read_sheet(sheet: Any, shown: str, budget: int) -> Grid:  # noqa: ANN401 - untyped openpyxl part
    """Read one sheet through openpyxl's streaming parser.

    The public read-only sheet gives neither merged ranges, hidden rows nor formulas without a
    stored value; the parser beneath it does, in the same pass.
    """
    from openpyxl.worksheet._reader import FORMULA_TAG, VALUE_TAG, WorkSheetParser

    class Parser(WorkSheetParser):
        def parse_cell(self, element: Any) -> dict[str, Any]:  # noqa: ANN401
            cell: dict[str, Any] = super().parse_cell(element)
            if cell["value"] is None and element.find(FORMULA_TAG) is not None:
                stored = element.find(VALUE_TAG) is not None and element.get("t") == "str"
                cell["data_type"] = "s" if stored else "f"
            return cell

        def parse_row(self, row: Any) -> tuple[int, list[dict[str, Any]]]:  # noqa: ANN401
            if len(row) > MAX_COLUMNS:
                raise _too_many_cells()
            parsed: tuple[int, list[dict[str, Any]]] = super().parse_row(row)
            return parsed

    book = sheet.parent
    grid = Grid(sheet.title, SourceLocation(shown, sheet.title), [])
    with sheet._get_source() as stream:
        parser = Parser(
            stream,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, cells in parser.parse():
            row = _row(grid, number, cells)
            budget -= len(row)
            if budget < 0:
                raise _too_many_cells()
            if row:
                grid.rows.append((number, row))
    grid.merged = [
        (area.min_row, area.min_col - 1, area.max_row, area.max_col - 1)
        for area in (parser.merged_cells.mergeCell if parser.merged_cells else ())
    ]
    filled = {str(number) for number, _cells in grid.rows}
    hidden = sum(
        row in filled and about.get("hidden") in ("1", "true")
        for row, about in parser.row_dimensions.items()
    )
    grid.hidden = _hidden_text(sheet.sheet_state != "visible", hidden)
    return grid


def _row(grid: Grid, number: int, cells: list[dict[str, Any]]) -> list[str]:
    """Return the cells of a row as text without empty ones at the end; note the unreadable."""
    row: list[str] = []
    for cell in cells:
        value, kind, index = cell["value"], cell["data_type"], cell["column"] - 1
        if kind == "e":
            grid.unreadable[number, index] = _("the cell holds the error {value}.").format(
                value=value
            )
            value = "#"
        elif kind == "f":
            grid.unreadable[number, index] = _(
                "the cell holds a formula whose result is not stored. Open the workbook in Excel"
                " and save it."
            )
            value = "="
        text = _text(value)
        if text:
            row.extend([""] * (index - len(row)))
            row.append(text)
    return row


def _text(value: object) -> str:
    """Return the text of a cell as a person reads it: dates ISO, whole numbers as digits.

    A year in a cell with a date format is a day of 1905 to Excel; it is read as the year.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        days = (value - _EXCEL_DAY_0).days
        if days in _YEARS:
            return str(days)
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()


def _hidden_text(sheet_is_hidden: bool, hidden_rows: int) -> str:
    if sheet_is_hidden:
        return _("the sheet is hidden, and is read.")
    if hidden_rows:
        return ngettext("{n} hidden row is read.", "{n} hidden rows are read.", hidden_rows).format(
            n=hidden_rows
        )
    return ""
