"""Writes the workbook that a coordinator fills in, from the schema, the words and the examples."""

from pathlib import Path
from typing import TYPE_CHECKING

from samordning_graph.common.atomic_write import write_atomically
from samordning_graph.common.locale import DEFAULT_LANGUAGE, _, current_language
from samordning_graph.common.seal import seal
from samordning_graph.input.example_rows import GUIDE_SHEETS, STATEMENTS_SHEET
from samordning_graph.input.template_guide import write_guide
from samordning_graph.input.template_lists import name_range, write_lists
from samordning_graph.input.template_style import FONT
from samordning_graph.input.template_table import write_matrix, write_table
from samordning_graph.schema.tables import TABLES, Participation, Row, columns, node_tables
from samordning_graph.schema.vocabulary import factors

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def write_template(path: Path, *, examples: bool = True) -> None:
    """Write a workbook with a guide, every table, drop-downs, notes and example rows.

    Headers and words are Norwegian in every language; guide and notes are in the one in use.
    """
    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.properties.creator = "samordning"
    guide = workbook.worksheets[0]
    guide.title = guide_name()
    write_guide(guide)
    for table in TABLES:
        workbook.create_sheet(table.sheet)
        if table is Participation:
            workbook.create_sheet(Participation.matrix_sheet)
    names = {table.label: template_name_range(table, table.sheet) for table in node_tables()}
    lists = write_lists(workbook, names)
    for table in TABLES:
        write_table(workbook[table.sheet], table, lists, examples=examples)
    write_matrix(workbook[Participation.matrix_sheet], lists)
    write_statements(workbook.create_sheet(STATEMENTS_SHEET))

    def fill(temporary: Path) -> None:
        workbook.save(temporary)
        seal(temporary)

    write_atomically(path, fill)


def template_name_range(table: type[Row], sheet: str) -> str:
    """Return the cells with the names in a sheet that has the columns of the template."""
    from openpyxl.utils import get_column_letter

    names = [column.name for column in columns(table)]
    return name_range(sheet, get_column_letter(names.index("name") + 1))


def guide_name() -> str:
    """Return the name of the guide sheet in the language in use."""
    return GUIDE_SHEETS.get(current_language(), GUIDE_SHEETS[DEFAULT_LANGUAGE])


def write_statements(sheet: "Worksheet") -> None:
    """Write the statement of each self-assessment factor, in a sheet that is no table (`_…`)."""
    from openpyxl.styles import Alignment, Font

    sheet.append([_("Factor"), _("What it says"), _("Source")])
    for factor in factors().values():
        sheet.append([factor.texts["name_nb"], factor.statement, factor.source])
    for letter, width in zip("ABC", (38, 70, 30), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font(name=FONT, size=11, bold=cell.row == 1)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = "A2"
