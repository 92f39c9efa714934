"""Writes data/eksempel/eksempel.xlsx from the CSV files beside it: `python -m tools.example_workbook`.

The same municipality as a coordinator keeps it: Norwegian sheets and headers, names instead of ids
in references, and participation as a matrix. A test compares the two.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from samordning_graph.common.locale import in_language
from samordning_graph.input.read_source import read_source
from samordning_graph.input.record import Record
from samordning_graph.input.template import write_template
from samordning_graph.input.template_lists import PLAIN_MARK
from samordning_graph.schema.tables import (
    TABLES,
    Arena,
    Participation,
    Row,
    Takes,
    columns,
    node_tables,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FOLDER = Path(__file__).parent.parent / "data" / "eksempel"
FILE = FOLDER / "eksempel.xlsx"


def main() -> int:
    """Write the workbook, unless its cells are as they would be: a workbook holds when it was made."""
    with TemporaryDirectory() as folder:
        fresh = Path(folder, FILE.name)
        write_example(fresh)
        if not FILE.exists() or _cells(fresh) != _cells(FILE):
            FILE.write_bytes(fresh.read_bytes())
    return 0


def _cells(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the values of a workbook by sheet."""
    import openpyxl

    workbook = openpyxl.load_workbook(file)
    return {sheet.title: [*sheet.iter_rows(values_only=True)] for sheet in workbook.worksheets}


def write_example(file: Path) -> None:
    """Write the example municipality as a workbook, in the layout of the template."""
    import openpyxl

    with in_language("nb"):
        write_template(file)
    workbook = openpyxl.load_workbook(file)
    records = read_source(FOLDER).records
    names = {
        record.cells["id"]: record.cells["name"]
        for table in node_tables()
        for record in records
        if record.table == table.table and "id" in record.cells
    }
    for table in TABLES:
        sheet = workbook[table.sheet]
        sheet.delete_rows(2, sheet.max_row)
        own = [record for record in records if record.table == table.table]
        if table is Participation:
            matrix = workbook[Participation.matrix_sheet]
            _write_matrix(matrix, own, names, [r for r in records if r.table == Arena.table])
        else:
            _write_rows(sheet, table, own, names)
    workbook.save(file)


def _write_rows(
    sheet: "Worksheet", table: type[Row], records: list[Record], names: dict[str, str]
) -> None:
    for number, record in enumerate(records, start=2):
        for index, column in enumerate(columns(table), start=1):
            text = record.cells.get(column.name, "")
            if text and column.takes is Takes.REFERENCE:
                parts = (part.strip() for part in text.split(";"))
                text = "; ".join(names.get(part, part) for part in parts)
            if text:
                sheet.cell(number, index).value = text


def _write_matrix(
    sheet: "Worksheet", records: list[Record], names: dict[str, str], arenas: list[Record]
) -> None:
    """Write participation as people keep it: actors down, arenas across, a mark or a role."""
    sheet.data_validations.dataValidation.clear()
    across = [record.cells["id"] for record in arenas]
    down = list(dict.fromkeys(record.cells["actor"] for record in records))
    roles = {(r.cells["actor"], r.cells["arena"]): r.cells.get("role", "") for r in records}
    table: list[list[str | None]] = [
        ["Aktør", *(names[arena] for arena in across), "Kilde", "Kildedato"]
    ]
    for actor in down:
        first = next(record for record in records if record.cells["actor"] == actor)
        marks = (_mark(roles.get((actor, arena))) for arena in across)
        source = (first.cells.get("source"), first.cells.get("source_date"))
        table.append([names[actor], *marks, *source])
    for number, cells in enumerate(table, start=1):
        for index, text in enumerate(cells, start=1):
            sheet.cell(number, index).value = text
    _make_readable(sheet)


def _make_readable(sheet: "Worksheet") -> None:
    """Lay out the matrix: names in full, headers on several lines, both always visible."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for index in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(index)].width = 40 if index == 1 else 17
        header = sheet.cell(1, index)
        header.font = Font(bold=True)
        header.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[1].height = 62
    sheet.freeze_panes = "B2"


def _mark(role: str | None) -> str | None:
    return PLAIN_MARK if role in ("", "medlem") else role


if __name__ == "__main__":
    sys.exit(main())
