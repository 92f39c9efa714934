"""The sheets of an OpenDocument spreadsheet (.ods), as LibreOffice saves them."""

from typing import IO

from samordning_graph.common.locale import _
from samordning_graph.input.grid import Budget, Grid, TooLargeError, hidden_text
from samordning_graph.input.spreadsheet_values import iso_text, number_text
from samordning_graph.input.xml_stream import Attributes, named, read_xml
from samordning_graph.schema.source_location import SourceLocation

MAX_COLUMNS = 16_384
"""Columns of a sheet. The rest of a row is one empty cell that is repeated so often."""

_CELLS = ("table-cell", "covered-table-cell")
_NUMBERS = ("float", "percentage", "currency")


def read_open_document(content: IO[bytes], shown: str, budget: Budget) -> list[Grid]:
    """Return a grid per sheet, from the part `content.xml`."""
    document = _Document(shown, budget)
    read_xml(content, document.start, document.end)
    return document.grids


class _Document:
    """Collects the grids while the content passes by. `open` are the elements that are open."""

    def __init__(self, shown: str, budget: Budget) -> None:
        self.grids: list[Grid] = []
        self._shown = shown
        self._budget = budget
        self._open: list[str] = []
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._sheet_is_hidden = False
        self._hidden_rows = self._row_number = 0
        self._row: list[str] = []
        self._about_row: Attributes = {}
        self._about_cell: Attributes = {}
        self._paragraphs: list[str] = []
        self._written: list[str] | None = None  # the paragraph that is open

    def start(self, name: str, about: Attributes, text: str) -> None:
        if self._written is not None:
            self._written += [text, _SPACING.get(name, "")]
        elif name == "style":
            self._style = named(about, "name")
        elif name == "table-properties" and named(about, "display") == "false":
            self._hidden_styles.add(self._style)
        elif name == "table":
            sheet = named(about, "name")
            self.grids.append(Grid(sheet, SourceLocation(self._shown, sheet), []))
            self._sheet_is_hidden = named(about, "style-name") in self._hidden_styles
            self._hidden_rows = self._row_number = 0
        elif name == "table-row":
            self._about_row, self._row = about, []
        elif name in _CELLS:
            self._about_cell, self._paragraphs = about, []
        elif name == "p" and self._open[-1:] and self._open[-1] in _CELLS:
            self._written = []
        self._open.append(name)

    def end(self, name: str, text: str) -> None:
        self._open.pop()
        if self._written is not None:
            self._written.append(text)
            if name == "p" and self._open[-1] in _CELLS:
                self._paragraphs.append("".join(self._written))
                self._written = None
        elif name in _CELLS and self._open[-1:] == ["table-row"]:
            self._end_cell()
        elif name == "table-row":
            self._end_row()
        elif name == "table":
            self.grids[-1].hidden = hidden_text(self._sheet_is_hidden, self._hidden_rows)

    def _end_cell(self) -> None:
        about, grid, row_number = self._about_cell, self.grids[-1], self._row_number + 1
        text = self._cell_text().strip()
        repeated = int(named(about, "number-columns-repeated") or 1)
        down = int(named(about, "number-rows-spanned") or 1)
        across = int(named(about, "number-columns-spanned") or 1)
        left = len(self._row)
        if down > 1 or across > 1:
            grid.merged.append((row_number, left, row_number + down - 1, left + across - 1))
        if about.get(_KIND_OF_LIBREOFFICE) == "error":
            grid.unreadable[row_number, left] = _("the cell holds the error {value}.").format(
                value=text
            )
        self._budget.spend(letters=repeated * len(text))
        self._row += [text] * (repeated if text else min(repeated, MAX_COLUMNS))
        if len(self._row) > 2 * MAX_COLUMNS:
            raise TooLargeError

    def _cell_text(self) -> str:
        about, kind = self._about_cell, named(self._about_cell, _VALUE_TYPE)
        if kind in _NUMBERS:
            return number_text(named(about, "value"))
        if kind == "date":
            return iso_text(named(about, "date-value"))
        if kind == "boolean":
            return "ja" if named(about, "boolean-value") == "true" else "nei"
        return "\n".join(self._paragraphs)

    def _end_row(self) -> None:
        repeated = int(named(self._about_row, "number-rows-repeated") or 1)
        row = self._row
        while row and not row[-1]:
            row.pop()
        if row:
            self._budget.spend(repeated * len(row), (repeated - 1) * sum(map(len, row)))
            first = self._row_number + 1
            self.grids[-1].rows += [(number, row) for number in range(first, first + repeated)]
            if named(self._about_row, "visibility") in ("collapse", "filter"):
                self._hidden_rows += repeated
        self._row_number += repeated


_SPACING = {"s": " ", "tab": " ", "line-break": "\n"}
_VALUE_TYPE = "value-type"
_KIND_OF_LIBREOFFICE = (
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
)
