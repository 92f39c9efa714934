"""Writes the workbook that a coordinator fills in, from the schema, the words and the examples."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from samordning_graph.common.atomic_write import write_atomically
from samordning_graph.common.locale import DEFAULT, _, current_language, mark
from samordning_graph.input.example_rows import (
    EXAMPLE_ROWS,
    GUIDE_SHEETS,
    STATEMENTS_SHEET,
    WORDS_SHEET,
)
from samordning_graph.schema.tables import (
    ACTOR,
    TABLES,
    Arena,
    Column,
    OwnWord,
    Participation,
    Row,
    Takes,
    Unit,
    columns,
)
from samordning_graph.schema.vocabulary import OPEN_LISTS, factor_words, factors, word_lists

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

LAST_ROW = 2000
"""The last row with drop-downs; rows below it are read like the others."""
ACTORS_SHOWN = 500
"""Actors that a drop-down of units and external actors has room for."""

_DARK, _LIGHT, _PALE, _GREY, _BLUE = "1B5E20", "C8E6C9", "F1F8E9", "BDBDBD", "0D47A1"
_FONT = "Calibri"
_GUIDE_WIDTH = 72
_AS_TEXT, _AS_DATE = "@", "yyyy-mm-dd"
_WIDTH_OF = {"name": 34, "text": 44, "mandate": 44, "comment": 36, "agreement": 36, "reason": 44}
_NAMED_IN_GUIDE: dict[type[Row], tuple[str, ...]] = {
    Unit: ("surveyed", "comment"),
    Arena: ("participants_complete",),
    Participation: ("actor",),
}

_GUIDE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        mark("What the workbook is for"),
        (
            mark(
                "Here you write down who works with housing for people who are disadvantaged in"
                " the housing market, where they meet, and what they have agreed on. The report"
                " shows who meets whom, and where a meeting place or a link seems to be missing."
            ),
            mark(
                "It is a basis for a conversation, not an answer key. A gap in the report means"
                " «not documented here», never that somebody breaks the law."
            ),
        ),
    ),
    (
        mark("Begin with three sheets (dark green tabs)"),
        (
            mark(
                "1. {units}: one row for each unit in the municipality that has to do with housing"
                " or with the people it is about. Name and sector are enough."
            ),
            mark(
                "2. {arenas}: one row for each group, forum, team or regular meeting where several"
                " units coordinate. The name is enough to begin with."
            ),
            mark(
                "3. {participation}: one row for each actor in each arena. Do you rather keep it"
                " as a matrix? Replace the headers: «{actor}» first, then one column for each"
                " arena, and put x or a role in the cells."
            ),
            mark(
                "Then the sheets with light green tabs are useful, {external_actors} first. The"
                " rest can wait, or stay empty."
            ),
            mark(
                "Headers on dark green must be filled in in every row. Rest the pointer on a header"
                " to see what belongs in the column. Several values in a cell are separated by ;"
            ),
        ),
    ),
    (
        mark("The example rows"),
        (
            mark(
                "The rows in grey italics are examples. They are left out as long as they stand"
                " unchanged. Write over them or delete them: a row counts as soon as one cell in it"
                " is changed."
            ),
        ),
    ),
    (
        mark("Two columns that decide how much the report can say"),
        (
            mark(
                "«{surveyed}» ({units} and {external_actors}): the date when the actor itself was"
                " asked whom it meets and works with, or ja. Empty means that nobody has asked."
            ),
            mark(
                "«{participants_complete}» ({arenas}): ja when everyone who takes part is listed in"
                " {participation}, nei when there are more."
            ),
            mark(
                "When an actor has not been asked, and a list that could have shown the link is not"
                " complete, the report says «not assessed» and suggests whom to ask. The more of"
                " these cells you fill in, the more it can say."
            ),
        ),
    ),
    (
        mark("Unknown is not absent"),
        (
            mark(
                "Leave a cell empty when you do not know. An empty cell never counts as nei. Write"
                " nei only when you know that the answer is no."
            ),
        ),
    ),
    (
        mark("Organisations and roles, never persons"),
        (
            mark(
                "Write units, roles and arenas. No names of persons, no e-mail addresses or phone"
                " numbers, no single cases. A file with a national identity number is refused."
            ),
        ),
    ),
    (
        mark("Check the workbook and make the report"),
        (
            mark("Save the workbook, open a command window in the same folder, and write:"),
            "samordning check kommune.xlsx",
            mark(
                "It tells what must be corrected, with sheet, row and column. When nothing is left:"
            ),
            "samordning report kommune.xlsx -o rapport.html",
            "samordning map kommune.xlsx -o kart.html",
            mark("Replace kommune.xlsx with the name of your own file."),
        ),
    ),
    (
        mark("Notes of your own"),
        (
            mark(
                "Columns and sheets whose name begins with _ are yours: they are not read into the"
                " report. The column «{comment}» in each sheet is free text."
            ),
        ),
    ),
)


def write_template(path: Path) -> None:
    """Write a workbook with a guide, every table, drop-downs, notes and example rows.

    Headers and words are Norwegian in every language; guide and notes are in the one in use.
    """
    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.properties.creator = "samordning"
    guide = workbook.worksheets[0]
    guide.title = GUIDE_SHEETS.get(current_language(), GUIDE_SHEETS[DEFAULT])
    _write_guide(guide)
    for table in TABLES:
        workbook.create_sheet(table.sheet)
    choices = _write_words(workbook)
    for table in TABLES:
        _write_table(workbook[table.sheet], table, choices)
    _write_statements(workbook.create_sheet(STATEMENTS_SHEET))
    write_atomically(path, workbook.save)


def _write_guide(sheet: "Worksheet") -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    names = {table.table: table.sheet for table in TABLES}
    for table, column_names in _NAMED_IN_GUIDE.items():
        names |= {one.name: one.nb for one in columns(table) if one.name in column_names}
    title = Font(name=_FONT, size=18, bold=True, color=_DARK)
    heading_font = Font(name=_FONT, size=13, bold=True, color=_DARK)
    lines = [(_("Map of coordination: guide"), title)]
    for heading, paragraphs in _GUIDE:
        lines.append((_(heading), heading_font))
        for text in paragraphs:
            if text.startswith("samordning "):
                lines.append((text, Font(name="Consolas", size=11)))
            else:
                lines.append((_(text).format(**names), Font(name=_FONT, size=11)))
    lines.append((_("The sheets"), heading_font))
    first_link = len(lines) + 1
    for table in TABLES:
        link = Font(name=_FONT, size=11, color=_BLUE, bold=table.needed)
        lines.append((f"{table.sheet}: {_(table.meaning)}", link))
    for row, (text, font) in enumerate(lines, start=1):
        cell = sheet.cell(row, 1, text)
        cell.font = font
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        # LibreOffice does not fit the height of a row to text that it did not break itself.
        above = 14 if font is heading_font else 4
        shown_lines = len(text) // (_GUIDE_WIDTH + 6) + 1
        sheet.row_dimensions[row].height = 1.4 * float(font.sz or 11) * shown_lines + above
        if row >= first_link:
            target = f"'{TABLES[row - first_link].sheet}'!A1"
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
    sheet.column_dimensions["A"].width = _GUIDE_WIDTH
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = _BLUE
    _set_page(sheet, "portrait")


def _write_statements(sheet: "Worksheet") -> None:
    """Write what each factor of the self-assessment says. Its name begins with _: it is no table."""
    from openpyxl.styles import Alignment, Font

    sheet.append([_("Factor"), _("What it says"), _("Source")])
    for factor in factors().values():
        sheet.append([factor.texts["name_nb"], factor.statement, factor.source])
    for letter, width in zip("ABC", (38, 70, 30), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font(name=_FONT, size=11, bold=cell.row == 1)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = "A2"


def _write_words(workbook: "Workbook") -> Mapping[str, str]:
    """Write the word lists and the list of all actors; return the range of each by its name."""
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
    one, other = (_names(label) for label in ACTOR)
    for row in range(2, ACTORS_SHOWN + 2):
        ours, theirs = f"INDEX({one},ROW())", f"INDEX({other},ROW()-COUNTA({one})+1)"
        sheet.cell(row, column, f'=IF(ROW()<=COUNTA({one}),{ours},{theirs})&""')
    height = f"MAX(1,MIN({ACTORS_SHOWN},COUNTA({one})+COUNTA({other})-2))"
    ranges["actor"] = f"OFFSET('{WORDS_SHEET}'!${letter}$2,0,0,{height},1)"
    return ranges


def _names(label: str) -> str:
    """Return the range of the names of every node of a kind, the header included."""
    table = next(table for table in TABLES if table.label == label)
    letter = _letter(table, "name")
    return f"'{table.sheet}'!${letter}$1:${letter}${LAST_ROW}"


def _letter(table: type[Row], column_name: str) -> str:
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
        letter = _letter(table, column.name)
        dimension = sheet.column_dimensions[letter]
        dimension.width = _WIDTH_OF.get(column.name, max(14, len(column.nb) + 5))
        dimension.number_format = _number_format(column)
        for row, example in enumerate(examples, start=2):
            if column.name in example:
                cell = sheet.cell(row, index, example[column.name])
                cell.number_format = _number_format(column)
        drop_down = _drop_down(column, choices)
        if drop_down:
            drop_down.add(f"{letter}2:{letter}{LAST_ROW}")
            sheet.add_data_validation(drop_down)
    if examples:
        comment = _letter(table, "comment")
        sheet.conditional_formatting.add(
            f"A2:{_letter(table, columns(table)[-1].name)}{LAST_ROW}",
            Rule(
                type="expression",
                formula=[f'LEFT(${comment}2,8)="EKSEMPEL"'],
                dxf=DifferentialStyle(font=Font(italic=True, color="757575")),
            ),
        )
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "A2"
    sheet.sheet_properties.tabColor = _DARK if table.needed else _LIGHT if examples else _GREY
    sheet.print_title_rows = "1:1"
    _set_page(sheet, "landscape")


def _write_header(sheet: "Worksheet", index: int, column: Column) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell = sheet.cell(1, index, column.nb)
    cell.font = Font(
        name=_FONT, bold=column.required, color="FFFFFF" if column.required else "000000"
    )
    cell.fill = PatternFill("solid", fgColor=_DARK if column.required else _PALE)
    cell.border = Border(bottom=Side("medium", color=_DARK))
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.number_format = _AS_TEXT
    note = "\n".join(_note(column))
    lines = sum(len(line) // 44 + 1 for line in note.splitlines())
    cell.comment = Comment(note, "samordning", width=330, height=18 * lines + 12)


def _note(column: Column) -> Iterator[str]:
    """Yield what a person needs to know to fill in the column."""
    yield _(column.meaning)
    yield _("Must be filled in.") if column.required else _("May be empty.")
    if column.many:
        yield _("Several values are separated by ;")
    if column.takes in (Takes.DATE, Takes.LAST_DAY, Takes.ASKED):
        yield _("A date, such as 2026-03-01 or 1.3.2026.")
    if column.takes is Takes.LAST_DAY:
        yield _("Or «løpende» when there is no end.")
    if column.takes in (Takes.YES_NO, Takes.ASKED):
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
    """Return the drop-down of a column. Only a fixed list and ja/nei turn other words away."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if column.takes in (Takes.YES_NO, Takes.ASKED):
        formula = '"ja,nei"'
    elif column.takes is Takes.WORD:
        formula = choices[column.words]
    elif column.suggests:
        formula = choices[column.suggests]
    elif column.takes is Takes.REFERENCE and column.refers_to == ACTOR:
        formula = choices["actor"]
    elif column.takes is Takes.REFERENCE and len(column.refers_to) == 1:
        names = _names(column.refers_to[0])
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
    """Return the format of the cells: text where Excel would change what is written (0301, 4-6)."""
    if column.takes in (Takes.DATE, Takes.LAST_DAY, Takes.ASKED):
        return _AS_DATE
    return "General" if column.takes in (Takes.YES_NO, Takes.WHOLE) else _AS_TEXT


def _set_page(sheet: "Worksheet", orientation: Literal["portrait", "landscape"]) -> None:
    """Let a printed sheet be as wide as the paper."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
