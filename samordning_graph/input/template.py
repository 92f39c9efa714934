"""Writes the workbook that a coordinator fills in, from the schema, the words and the examples."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from samordning_graph.common.atomic_write import write_atomically
from samordning_graph.common.locale import DEFAULT_LANGUAGE, _, current_language
from samordning_graph.common.seal import seal
from samordning_graph.input.example_rows import (
    EXAMPLE_ROWS,
    GUIDE_SHEETS,
    STATEMENTS_SHEET,
    WORDS_SHEET,
)
from samordning_graph.input.template_guide import write_guide
from samordning_graph.input.template_style import (
    DARK_GREEN,
    FONT,
    GREY,
    LIGHT_GREEN,
    PALE_GREEN,
    set_page,
)
from samordning_graph.schema.tables import (
    ACTOR_LABELS,
    TABLES,
    Column,
    OwnWord,
    Row,
    Takes,
    columns,
)
from samordning_graph.schema.vocabulary import OPEN_LISTS, factor_words, factors, word_lists

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

LAST_DROP_DOWN_ROW = 2000
"""The last row with drop-downs; rows below it are read all the same."""
MAX_ACTOR_CHOICES = 500
"""Actors that a drop-down of units and external actors has room for."""

_AS_TEXT, _AS_DATE = "@", "yyyy-mm-dd"
_WIDTH_OF = {"name": 34, "text": 44, "mandate": 44, "comment": 36, "agreement": 36, "reason": 44}


def write_template(path: Path) -> None:
    """Write a workbook with a guide, every table, drop-downs, notes and example rows.

    Headers and words are Norwegian in every language; guide and notes are in the one in use.
    """
    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.properties.creator = "samordning"
    guide = workbook.worksheets[0]
    guide.title = GUIDE_SHEETS.get(current_language(), GUIDE_SHEETS[DEFAULT_LANGUAGE])
    write_guide(guide)
    for table in TABLES:
        workbook.create_sheet(table.sheet)
    choices = _write_words(workbook)
    for table in TABLES:
        _write_table(workbook[table.sheet], table, choices)
    _write_statements(workbook.create_sheet(STATEMENTS_SHEET))

    def fill(temporary: Path) -> None:
        workbook.save(temporary)
        seal(temporary)

    write_atomically(path, fill)


def _write_statements(sheet: "Worksheet") -> None:
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


def _write_words(workbook: "Workbook") -> Mapping[str, str]:
    """Write the word lists and the list of all actors; return the cell range of each by name."""
    sheet = workbook.create_sheet(WORDS_SHEET)
    sheet.sheet_state = "hidden"
    ranges = {}
    lists = {**word_lists(), "factor": factor_words()}
    for index, (name, words) in enumerate(lists.items(), start=1):
        letter = sheet.cell(1, index, name).column_letter
        for row, word in enumerate(words.values(), start=2):
            sheet.cell(row, index, word.nb).number_format = _AS_TEXT
        ranges[name] = f"'{WORDS_SHEET}'!${letter}$2:${letter}${len(words) + 1}"
    # Units, then external actors: a reference to both kinds has one drop-down.
    column = len(ranges) + 1
    letter = sheet.cell(1, column, "actor").column_letter
    units, externals = (_name_range(label) for label in ACTOR_LABELS)
    for row in range(2, MAX_ACTOR_CHOICES + 2):
        unit, external = f"INDEX({units},ROW())", f"INDEX({externals},ROW()-COUNTA({units})+1)"
        sheet.cell(row, column, f'=IF(ROW()<=COUNTA({units}),{unit},{external})&""')
    height = f"MAX(1,MIN({MAX_ACTOR_CHOICES},COUNTA({units})+COUNTA({externals})-2))"
    ranges["actor"] = f"OFFSET('{WORDS_SHEET}'!${letter}$2,0,0,{height},1)"
    return ranges


def _name_range(label: str) -> str:
    """Return the cell range of the names of a kind of node, including the header."""
    table = next(table for table in TABLES if table.label == label)
    letter = _column_letter(table, "name")
    return f"'{table.sheet}'!${letter}$1:${letter}${LAST_DROP_DOWN_ROW}"


def _column_letter(table: type[Row], column_name: str) -> str:
    from openpyxl.utils import get_column_letter

    names = [column.name for column in columns(table)]
    return get_column_letter(names.index(column_name) + 1)


def _write_table(sheet: "Worksheet", table: type[Row], choices: Mapping[str, str]) -> None:
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Font
    from openpyxl.styles.differential import DifferentialStyle

    examples = EXAMPLE_ROWS.get(table.table, ())
    for index, column in enumerate(columns(table), start=1):
        _write_header(sheet, index, column)
        letter = _column_letter(table, column.name)
        dimension = sheet.column_dimensions[letter]
        dimension.width = _WIDTH_OF.get(column.name, max(14, len(column.nb) + 5))
        dimension.number_format = _number_format(column)
        for row, example in enumerate(examples, start=2):
            if column.name in example:
                cell = sheet.cell(row, index, example[column.name])
                cell.number_format = _number_format(column)
        drop_down = _drop_down(column, choices)
        if drop_down:
            drop_down.add(f"{letter}2:{letter}{LAST_DROP_DOWN_ROW}")
            sheet.add_data_validation(drop_down)
    if examples:
        comment = _column_letter(table, "comment")
        sheet.conditional_formatting.add(
            f"A2:{_column_letter(table, columns(table)[-1].name)}{LAST_DROP_DOWN_ROW}",
            Rule(
                type="expression",
                formula=[f'LEFT(${comment}2,8)="EKSEMPEL"'],
                dxf=DifferentialStyle(font=Font(italic=True, color="757575")),
            ),
        )
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "A2"
    sheet.sheet_properties.tabColor = (
        DARK_GREEN if table.needed else LIGHT_GREEN if examples else GREY
    )
    sheet.print_title_rows = "1:1"
    set_page(sheet, "landscape")


def _write_header(sheet: "Worksheet", index: int, column: Column) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell = sheet.cell(1, index, column.nb)
    cell.font = Font(
        name=FONT, bold=column.required, color="FFFFFF" if column.required else "000000"
    )
    cell.fill = PatternFill("solid", fgColor=DARK_GREEN if column.required else PALE_GREEN)
    cell.border = Border(bottom=Side("medium", color=DARK_GREEN))
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.number_format = _AS_TEXT
    note = "\n".join(_note(column))
    lines = sum(len(line) // 44 + 1 for line in note.splitlines())
    cell.comment = Comment(note, "samordning", width=330, height=18 * lines + 12)


def _note(column: Column) -> Iterator[str]:
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
        yield _("ja or nei. Empty = unknown.")
    if column.takes is Takes.NUMBER:
        yield _("A number: 4 or 2,5 or 4-6.")
    if column.takes is Takes.REFERENCE:
        sheets = [table.sheet for table in TABLES if table.label in column.refers_to]
        yield _("The name (or the id) as it stands in: {sheets}.").format(sheets=", ".join(sheets))
    if column.takes is Takes.WORD:
        words = ", ".join(word.nb for word in word_lists()[column.words].values())
        yield _("Choose from: {words}.").format(words=words)
        if column.words in OPEN_LISTS:
            yield _own_words()
    if column.suggests:
        yield _("Choose from the list, or write your own. «{sheet}» says what each means.").format(
            sheet=STATEMENTS_SHEET
        )


def _own_words() -> str:
    return _("Words of your own are added in the sheet «{sheet}».").format(sheet=OwnWord.sheet)


def _drop_down(column: Column, choices: Mapping[str, str]) -> "DataValidation | None":
    """Return the drop-down of a column. Only fixed lists and ja/nei reject other words."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if column.takes in (Takes.YES_NO, Takes.SURVEY_ANSWER):
        formula = '"ja,nei"'
    elif column.takes is Takes.WORD:
        formula = choices[column.words]
    elif column.suggests:
        formula = choices[column.suggests]
    elif column.takes is Takes.REFERENCE and column.refers_to == ACTOR_LABELS:
        formula = choices["actor"]
    elif column.takes is Takes.REFERENCE and len(column.refers_to) == 1:
        names = _name_range(column.refers_to[0])
        first = names.partition(":")[0]
        formula = f"OFFSET({first},1,0,MAX(1,COUNTA({names})-1),1)"
    else:
        return None
    is_open = column.words in OPEN_LISTS
    return DataValidation(
        type="list",
        formula1=formula,
        allow_blank=True,
        showErrorMessage=not column.many and column.takes in (Takes.YES_NO, Takes.WORD),
        errorStyle="warning" if is_open else "stop",
        errorTitle=_("Not in the list"),
        error=_own_words() if is_open else _("Choose from the list, or leave the cell empty."),
    )


def _number_format(column: Column) -> str:
    """Return the cell format: text where Excel would change what is written (0301, 4-6)."""
    if column.takes in (Takes.DATE, Takes.LAST_DAY, Takes.SURVEY_ANSWER):
        return _AS_DATE
    return "General" if column.takes in (Takes.YES_NO, Takes.INTEGER) else _AS_TEXT
