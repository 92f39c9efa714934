"""The parts of an Excel workbook (.xlsx) that hold values, and nothing of how it looks.

Parts are found by their relationships, wherever they lie and in whichever of the two namespaces
of the standard (ECMA-376, transitional and strict) they are written.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import IO, NamedTuple

from samordning_graph.common.locale import _
from samordning_graph.input.grid import Budget, Grid, TooLargeError, hidden_text
from samordning_graph.input.spreadsheet_values import (
    EXCEL_DAY_0,
    MAC_DAY_0,
    day_text,
    is_date_format,
    iso_text,
    number_text,
    unescaped,
)
from samordning_graph.input.xml_stream import (
    Attributes,
    EntitiesError,
    ignore_end,
    named,
    read_xml,
)
from samordning_graph.schema.source_location import SourceLocation

MAX_COLUMNS = 16_384
"""Columns of a sheet in Excel."""

_DAYS = (20_000, 80_000)
"""Stored numbers that days from 1954 to 2119 have, and hardly anything that is counted."""
_TRUE = ("1", "true")
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$")


class _Relation(NamedTuple):
    kind: str
    part: str


class Package:
    """The parts of a workbook by name, and which refer to which."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {
            name.replace("\\", "/").lstrip("/").lower(): name for name in archive.namelist()
        }

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._names

    def open(self, part: str) -> IO[bytes]:
        """Open a part. `KeyError` if it is not there."""
        return self._archive.open(self._names[part.lower()])

    def main_part(self) -> str:
        """Return the part that the document begins with; empty if none is named."""
        relations = self.relations_of("").values()
        return next((found.part for found in relations if found.kind == "officeDocument"), "")

    def relations_of(self, part: str) -> dict[str, _Relation]:
        """Return what a part refers to, by id."""
        folder, name = posixpath.split(part)
        described = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, _Relation] = {}

        def start(element: str, about: Attributes, _text: str) -> None:
            if element == "Relationship" and about.get("TargetMode") != "External":
                target = about.get("Target", "").replace("\\", "/")
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                kind = about.get("Type", "").rpartition("/")[2]
                found[about.get("Id", "")] = _Relation(kind, path)

        if described in self:
            with self.open(described) as stream:
                read_xml(stream, start, ignore_end)
        return found


def read_excel_parts(package: Package, shown: str, budget: Budget) -> Iterator[Grid]:
    """Yield a grid per sheet."""
    main = package.main_part()
    relations = package.relations_of(main)
    book = _Book()
    with package.open(main) as stream:
        read_xml(stream, book.start, ignore_end)
    for relation in relations.values():
        if relation.kind == "sharedStrings":
            book.texts = _shared_texts(package, relation.part)
        elif relation.kind == "styles":
            book.date_styles = _date_styles(package, relation.part)
    for name, is_hidden, relation_id in book.sheets:
        relation = relations[relation_id]
        if relation.kind == "worksheet":
            yield _read_sheet(package, relation.part, name, shown, is_hidden, book, budget)


class _Book:
    """What the sheets have in common, and their names."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, bool, str]] = []
        self.day_0: datetime = EXCEL_DAY_0
        self.texts: list[str] = []
        self.date_styles: frozenset[str] | None = frozenset()

    def shared_text(self, index: int) -> str:
        """Return a shared text. `IndexError` if it is not there."""
        if index < 0:
            raise IndexError
        return self.texts[index]

    def start(self, element: str, about: Attributes, _text: str) -> None:
        if element == "sheet":
            is_hidden = about.get("state", "visible") != "visible"
            self.sheets.append((about.get("name", ""), is_hidden, named(about, "id")))
        elif element == "workbookPr" and about.get("date1904") in _TRUE:
            self.day_0 = MAC_DAY_0


def _shared_texts(package: Package, part: str) -> list[str]:
    texts: list[str] = []
    pieces: list[str] = []
    skipped = False

    def start(element: str, _about: Attributes, _text: str) -> None:
        nonlocal skipped
        if element == "si":
            pieces.clear()
        elif element == "rPh":  # how it is pronounced
            skipped = True

    def end(element: str, text: str) -> None:
        nonlocal skipped
        if element == "t" and not skipped:
            pieces.append(text)
        elif element == "rPh":
            skipped = False
        elif element == "si":
            texts.append(unescaped("".join(pieces)).strip())

    with package.open(part) as stream:
        read_xml(stream, start, end)
    return texts


def _date_styles(package: Package, part: str) -> frozenset[str] | None:
    """Return the styles of cells that show a number as a date; None if nobody can tell.

    Nothing else of a style is read, and cells can be read without it.
    """
    try:
        return _read_date_styles(package, part)
    except EntitiesError:
        raise
    except (LookupError, ValueError):
        return None


def _read_date_styles(package: Package, part: str) -> frozenset[str]:
    codes: dict[str, str] = {}
    formats: list[str] = []
    inside = False

    def start(element: str, about: Attributes, _text: str) -> None:
        nonlocal inside
        if element == "numFmt":
            codes.setdefault(about.get("numFmtId", ""), about.get("formatCode", ""))
        elif element == "cellXfs":
            inside = True
        elif element == "xf" and inside:
            formats.append(about.get("numFmtId", ""))

    def end(element: str, _text: str) -> None:
        nonlocal inside
        inside = inside and element != "cellXfs"

    with package.open(part) as stream:
        read_xml(stream, start, end)
    return frozenset(
        str(style)
        for style, number in enumerate(formats)
        if is_date_format(number, codes.get(number))
    )


def _read_sheet(
    package: Package,
    part: str,
    name: str,
    shown: str,
    is_hidden: bool,
    book: _Book,
    budget: Budget,
) -> Grid:
    grid = Grid(name, SourceLocation(shown, name), [])
    sheet = _SheetCells(grid, book, budget)
    with package.open(part) as stream:
        read_xml(stream, sheet.start, sheet.end)
    grid.hidden = hidden_text(is_hidden, len(sheet.hidden & {row for row, _cells in grid.rows}))
    for relation in package.relations_of(part).values():
        if relation.kind == "table" and (row := _totals_row(package, relation.part)):
            grid.rows = [(number, cells) for number, cells in grid.rows if number != row]
            grid.left_out.append((row, _("the totals of the Excel table")))
    return grid


def _totals_row(package: Package, part: str) -> int:
    """Return the row of an Excel table that holds its totals, or 0."""
    found = 0

    def start(element: str, about: Attributes, _text: str) -> None:
        nonlocal found
        if element == "table" and about.get("totalsRowCount", "0") != "0":
            found = _range(about["ref"])[2]

    with package.open(part) as stream:
        read_xml(stream, start, ignore_end)
    return found


class _SheetCells:
    """Collects the cells of a sheet while its XML passes by."""

    def __init__(self, grid: Grid, book: _Book, budget: Budget) -> None:
        self.hidden: set[int] = set()
        self._grid = grid
        self._book = book
        self._budget = budget
        self._in_data = self._skipped = False
        self._row_number = 0
        self._row: list[str] = []
        self._index = -1
        self._about: Attributes = {}
        self._value: str | None = None
        self._has_formula = False
        self._inline: list[str] = []

    def start(self, element: str, about: Attributes, _text: str) -> None:
        if element == "mergeCell":
            top, left, bottom, right = _range(about["ref"])
            self._grid.merged.append((top, left, bottom, right))
        elif element == "sheetData":
            self._in_data = True
        elif not self._in_data:
            return
        elif element == "c":
            written = about.get("r")
            self._index = _cell(written)[1] if written else self._index + 1
            self._about, self._value, self._has_formula = about, None, False
            self._inline.clear()
            if self._index >= MAX_COLUMNS:
                raise TooLargeError
        elif element == "f":
            self._has_formula = True
        elif element == "rPh":
            self._skipped = True
        elif element == "row":
            self._row_number = int(about["r"]) if "r" in about else self._row_number + 1
            self._row, self._index = [], -1
            if about.get("hidden") in _TRUE:
                self.hidden.add(self._row_number)

    def end(self, element: str, text: str) -> None:
        if not self._in_data:
            return
        if element == "v":
            self._value = text
        elif element == "c":
            if filled := self._cell_text():
                self._row += [""] * (self._index - len(self._row))
                self._row.append(filled)
                self._budget.spend(letters=len(filled))
        elif element == "t" and not self._skipped:
            self._inline.append(text)
        elif element == "rPh":
            self._skipped = False
        elif element == "row" and self._row:
            self._budget.spend(cells=len(self._row))
            self._grid.rows.append((self._row_number, self._row))
        elif element == "sheetData":
            self._in_data = False

    def _cell_text(self) -> str:
        kind, value, book = self._about.get("t", "n"), self._value, self._book
        if kind == "inlineStr":
            return unescaped("".join(self._inline)).strip()
        if not value:
            if self._has_formula and not (kind == "str" and value is not None):
                return self._unreadable(
                    "=",
                    _(
                        "the cell holds a formula whose result is not stored. Open the workbook in"
                        " Excel and save it."
                    ),
                )
            return ""
        if kind == "s":
            return book.shared_text(int(value))
        if kind == "str":
            return unescaped(value).strip()
        if kind == "b":
            return "ja" if value.strip() in _TRUE else "nei"
        if kind == "e":
            message = _("the cell holds the error {value}.").format(value=value)
            return self._unreadable("#", message)
        if kind == "d":
            return iso_text(value.strip())
        style = self._about.get("s")
        if book.date_styles is None:
            if style and _DAYS[0] <= float(value) < _DAYS[1]:
                return self._unreadable("#", _day_or_number())
        elif style in book.date_styles:
            return day_text(value, book.day_0)
        return number_text(value.strip())

    def _unreadable(self, instead: str, reason: str) -> str:
        self._grid.unreadable[self._row_number, self._index] = reason
        return instead


def _day_or_number() -> str:
    return _(
        "the workbook's styles are damaged, so that nobody can tell whether this is a date or a number."
        " Open it in Excel, write the dates anew, and save it."
    )


def _cell(reference: str) -> tuple[int, int]:
    """Return the row (from 1) and the column (from 0) of a cell such as `B2`."""
    match = _CELL.match(reference)
    if not match:
        raise ValueError(reference)
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column - 1


def _range(reference: str) -> tuple[int, int, int, int]:
    """Return first row, first column, last row and last column of a range such as `A1:B2`."""
    first, _colon, last = reference.partition(":")
    return (*_cell(first), *_cell(last or first))
