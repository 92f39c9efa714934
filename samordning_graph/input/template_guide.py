"""The guide sheet of the template: what the workbook is for and how to fill it in."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samordning_graph.common.locale import _, mark
from samordning_graph.input.template_style import BLUE, DARK_GREEN, FONT, set_page, tab_colour
from samordning_graph.schema.tables import (
    TABLES,
    Arena,
    Link,
    Municipality,
    Participation,
    Row,
    Unit,
    columns,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTH = 72
"""The width of the text, in characters of the standard font."""
_NAMED_COLUMNS: dict[type[Row], tuple[str, ...]] = {
    Municipality: ("has_overview", "all_plans_listed", "all_goals_listed"),
    Unit: ("surveyed", "surveyed_about", "comment"),
    Arena: ("participants_complete",),
    Participation: ("actor",),
    Link: ("from", "strength", "reported_by"),
}

_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
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
        mark("Begin with four sheets (dark green tabs)"),
        (
            mark(
                "1. {municipality}: number and name, in one row; they are the title of the report."
                " Answer ja or nei to «{has_overview}», «{all_plans_listed}» and"
                " «{all_goals_listed}» too, if you can. Only where somebody has said so does the"
                " report say that a document is not documented. Empty means not stated."
            ),
            mark(
                "2. {units}: one row for each unit in the municipality that has to do with housing"
                " or with the people it is about. Name and sector are enough."
            ),
            mark(
                "3. {arenas}: one row for each group, forum, team or regular meeting where several"
                " units coordinate. The name is enough to begin with."
            ),
            mark(
                "4. {participation}: one row for each actor in each arena. Do you rather keep it"
                " as a matrix? Use the sheet «{matrix}»: actors in the first column, the name of an"
                " arena above each of the others, and x or a role in the cells. You may use both:"
                " they are read as one."
            ),
            mark(
                "Then the sheets with light green tabs are useful, {external_actors} first. The"
                " rest can wait, or stay empty. `samordning check` tells what to fill in next."
            ),
            mark(
                "Hide the sheets that you do not use: right-click the tab and choose «Skjul». What"
                " stands in a hidden sheet is read like the rest."
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
                " unchanged. Delete them, or write over all of the row and clear «{comment}»: a row"
                " that is half an example stops the check, which then names it."
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
        mark("What was asked, and the answer that there is no contact"),
        (
            mark(
                "«{surveyed_about}» ({units} and {external_actors}): kontakt, arenaer or mål, when"
                " only a part was asked about. Empty means everything."
            ),
            mark(
                "When somebody was asked about another one and answers that they have no contact,"
                " write a row in {links} with «ingen kontakt» in «{strength}». It is an answer, which"
                " an empty row is not."
            ),
            mark(
                "Write what each of the two answers in a row of its own, with the one who answers in"
                " «{from}» and «én part» in «{reported_by}». Nothing is lost when they differ: the"
                " report asks about it."
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
                " report. The column «{comment}» in each sheet is free text, and the report shows it:"
                " write nothing there that others may not read."
            ),
        ),
    ),
)


def _sheets() -> Iterator[tuple[str, str, bool]]:
    """Yield name and meaning of each sheet, and whether it is one to begin with."""
    for table in TABLES:
        yield table.sheet, _(table.meaning), tab_colour(table) == DARK_GREEN
        if table is Participation:
            yield Participation.matrix_sheet, _("The same as a matrix, instead or beside."), False


def write_guide(sheet: "Worksheet") -> None:
    """Write the guide, with a link to each table at the end."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    names = {table.table: table.sheet for table in TABLES} | {"matrix": Participation.matrix_sheet}
    for table, column_names in _NAMED_COLUMNS.items():
        names |= {
            column.name: column.nb for column in columns(table) if column.name in column_names
        }
    title = Font(name=FONT, size=18, bold=True, color=DARK_GREEN)
    heading_font = Font(name=FONT, size=13, bold=True, color=DARK_GREEN)
    lines = [(_("Map of coordination: guide"), title)]
    for heading, paragraphs in _SECTIONS:
        lines.append((_(heading), heading_font))
        for text in paragraphs:
            if text.startswith("samordning "):
                lines.append((text, Font(name="Consolas", size=11)))
            else:
                lines.append((_(text).format(**names), Font(name=FONT, size=11)))
    lines.append((_("The sheets"), heading_font))
    first_link = len(lines) + 1
    sheets = list(_sheets())
    for name, meaning, needed in sheets:
        link = Font(name=FONT, size=11, color=BLUE, bold=needed)
        lines.append((f"{name}: {meaning}", link))
    for row, (text, font) in enumerate(lines, start=1):
        cell = sheet.cell(row, 1, text)
        cell.font = font
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        # LibreOffice does not fit the height of a row to text that it did not break itself.
        above = 14 if font is heading_font else 4
        shown_lines = len(text) // (_WIDTH + 6) + 1
        sheet.row_dimensions[row].height = 1.4 * float(font.sz or 11) * shown_lines + above
        if row >= first_link:
            target = f"'{sheets[row - first_link][0]}'!A1"
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
    sheet.column_dimensions["A"].width = _WIDTH
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = BLUE
    set_page(sheet, "portrait")
