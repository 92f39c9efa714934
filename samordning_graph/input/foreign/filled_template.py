"""Writes the rows of a network into the template, for a person to go on in."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from samordning_graph.common.atomic_write import write_atomically
from samordning_graph.input.template import write_template
from samordning_graph.input.written_cells import write_as_text
from samordning_graph.schema.tables import TABLES, Row, columns

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Rows = Mapping[str, Sequence[Mapping[str, str]]]
"""Rows to write: table → rows of column → text."""


def write_filled_template(path: Path, rows: Rows) -> None:
    """Write the template with some rows in the place of its examples.

    Raises
    ------
    OSError
        If the file cannot be written.
    """

    def write(temporary: Path) -> None:
        import openpyxl

        write_template(temporary)
        workbook = openpyxl.load_workbook(temporary)
        for table in TABLES:
            _fill(workbook[table.sheet], table, rows.get(table.table, ()))
        workbook.save(temporary)

    write_atomically(path, write)


def _fill(sheet: "Worksheet", table: type[Row], rows: Sequence[Mapping[str, str]]) -> None:
    from openpyxl.utils import get_column_letter

    positions: dict[str, int] = {}
    for position, header in enumerate(sheet[1], start=1):
        positions[str(header.value)] = position
        if header.comment:  # openpyxl reads the text of a note, and not its size
            lines = sum(len(line) // 44 + 1 for line in header.comment.text.splitlines())
            header.comment.width, header.comment.height = 330, 18 * lines + 12
    sheet.delete_rows(2, sheet.max_row)
    for column in columns(table):
        position = positions[column.nb]
        number_format = sheet.column_dimensions[get_column_letter(position)].number_format
        for number, row in enumerate(rows, start=2):
            if text := row.get(column.name, ""):
                cell = sheet.cell(number, position)
                write_as_text(cell, text)
                cell.number_format = number_format
