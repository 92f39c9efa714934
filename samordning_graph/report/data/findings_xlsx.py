"""The report as a workbook: page one as its first sheet, and the rest in sheets to sort and filter.

Every cell of text is text, whatever it begins with: nothing from the data is run as a formula.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from samordning_graph.analysis.agreed_steps import agreed_steps
from samordning_graph.analysis.matters import MOST_FIRST
from samordning_graph.common.locale import _
from samordning_graph.common.text import tidy
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import node_name, sector_name
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from samordning_graph.report.data.finding_columns import COLUMNS
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.documents.data_basis import title
from samordning_graph.report.documents.first_page import first_page
from samordning_graph.report.documents.follow_up import step_cells, step_headings
from samordning_graph.report.documents.in_place import (
    in_place_rows,
    pairs_left_out,
    remarks_on_duties,
)
from samordning_graph.report.documents.phrases import found_cells
from samordning_graph.report.documents.selected import answers, data_line, headline, left_out
from samordning_graph.report.findings_report import Report, sectors_of
from samordning_graph.report.formats.csv_dialect import FORMULA_STARTS
from samordning_graph.report.notes import notes
from samordning_graph.rules.finding_text import evidence
from samordning_graph.rules.labels import basis_name, strength
from samordning_graph.rules.missing_pairs import MissingPair
from samordning_graph.rules.shared.pair_rule import cited
from samordning_graph.rules.sources import source_line

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


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table to sort and filter: columns with their widths in characters, and rows."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Cells]


def write(report: Report, path: Path) -> None:
    """Write a report as a workbook; of selected rules, their answers first and nothing else."""
    if not report.is_limited:
        sheets = [
            *_follow_up(report),
            *(_findings(report), _pairs(report), _in_place(report), _rules(report)),
        ]
        summary, about = first_page(report), [title(report), *remarks_on_duties(report)]
    else:
        sheets = [_rules(report), _findings(report)]
        if any(rule.is_about_pairs for rule in report.rules):
            sheets.append(_pairs(report))
        summary, about = _answers_first(report), [headline(report)]
    guide = [sentence for name, sentence in _guide() if name in {sheet.name for sheet in sheets}]
    _write(sheets, [*about, report_disclaimer(), *guide, *notes(report)], path, summary)


def _answers_first(report: Report) -> Iterator[Block]:
    """Yield the answers of selected rules, and what is left out."""
    yield Heading(1, headline(report))
    yield Paragraph(data_line(report))
    yield Bullets(tuple(answers(report)))
    yield Paragraph(left_out(report))


def write_summary(blocks: Iterable[Block], path: Path) -> None:
    """Write the summary of many reports: its table as a sheet, its sentences as another."""
    parts = list(blocks)
    sheets = [
        _Sheet(_("Summary"), [(header, 22) for header in table.header], map(_numbered, table.rows))
        for table in parts
        if isinstance(table, TableBlock)
    ]
    captions = [block.caption for block in parts if isinstance(block, TableBlock)]
    texts = [block.text for block in parts if isinstance(block, Heading | Paragraph)]
    _write(sheets, [*texts, *captions], path)


def _numbered(cells: Sequence[str]) -> Cells:
    """Return the cells of a row with counts as numbers."""
    return list(map(_number, cells))


def _number(cell: str) -> str | int:
    return int(cell) if cell.isdecimal() else cell


# The sheets


def _findings(report: Report) -> _Sheet:
    """Return the findings, strongest basis first: an order that no column sorts by."""
    findings = sorted(report.findings(), key=strength)
    shown = [column for column in COLUMNS if column.width is not None]
    return _Sheet(
        _("Findings"),
        [(_(column.header).capitalize(), column.width or 0) for column in shown],
        ([column.text(report.graph, finding) for column in shown] for finding in findings),
    )


def _pairs(report: Report) -> _Sheet:
    """Return the pairs by number, and after them those that are accepted or not assessed."""
    numbers = report.matters.number_of_each_pair()
    pairs = sorted(
        report.missing_pairs(),
        key=lambda pair: numbers.get((pair.first, pair.second), len(numbers) + MOST_FIRST + 1),
    )
    return _Sheet(
        _("Pairs"),
        (
            (_("No."), 8),
            (_("One"), 30),
            (_("Sector of the one"), 18),
            (_("The other"), 30),
            (_("Sector of the other"), 18),
            (_("Coordination"), 20),
            (_("Basis"), 20),
            (_("Ground"), 70),
            (_("Rules"), 18),
            (_("Source"), 40),
        ),
        (
            (numbers.get((pair.first, pair.second), ""), *_pair_cells(report, pair))
            for pair in pairs
        ),
    )


def _pair_cells(report: Report, pair: MissingPair) -> Cells:
    graph = report.graph
    first_sector, second_sector = (sector_name(graph, sector) for sector in sectors_of(graph, pair))
    reasons = [why.reason(graph, pair.first, pair.second) for why in pair.pair_grounds]
    return (
        node_name(graph, pair.first),
        first_sector,
        node_name(graph, pair.second),
        second_sector,
        _("not documented") if pair.coverage is Coverage.NONE else _("not assessed"),
        basis_name(pair.basis),
        "; ".join(f"{reason.text} ({cited(reason)})" for reason in reasons),
        ", ".join(why.rule for why in pair.pair_grounds),
        source_line(evidence(graph, (row for reason in reasons for row in reason.rows))),
    )


def _in_place(report: Report) -> _Sheet:
    """Return what is in place; of many pairs the first, and how many more there are."""
    rows = [
        (
            row.kind,
            row.what,
            row.who,
            row.shown_by,
            source_line(evidence(report.graph, row.rows)),
        )
        for row in in_place_rows(report)
    ]
    if more := pairs_left_out(report):
        rows.append((_("Pairs with a ground to coordinate"), more, "", "", ""))
    return _Sheet(
        _("What is in place"),
        (
            (_("Kind"), 26),
            (_("What it is about"), 50),
            (_("Who"), 40),
            (_("What the data say"), 60),
            (_("Source"), 40),
        ),
        rows,
    )


def _follow_up(report: Report) -> Iterator[_Sheet]:
    """Yield every agreed step, if there are any."""
    if steps := agreed_steps(report.graph):
        widths = (50, 40, 26, 18, 14, 50)
        yield _Sheet(
            _("Follow-up"),
            tuple(zip(step_headings(), widths, strict=True)),
            (step_cells(report.graph, each) for each in steps),
        )


def _rules(report: Report) -> _Sheet:
    return _Sheet(
        _("Rules"),
        (
            (_("Rule"), 10),
            (_("Title"), 60),
            (_("Found"), 10),
            (_("Not found"), 12),
            (_("Not known"), 14),
            (_("Accepted"), 12),
            (_("Why not assessed"), 60),
        ),
        (
            (
                outcome.rule.code,
                outcome.rule.title,
                *map(_number, found_cells(outcome.assessment.figures)),
                outcome.accepted,
                outcome.assessment.reason,
            )
            for outcome in report.outcomes
        ),
    )


def _guide() -> tuple[tuple[str, str], ...]:
    """Return what is in each sheet, by its name."""
    sentences = (
        (
            _("Follow-up"),
            _("{sheet}: what meetings agreed on, open steps first, and whether the data show it."),
        ),
        (
            _("Findings"),
            _("{sheet}: one row a finding, with a question and a possible step for the meeting."),
        ),
        (
            _("Pairs"),
            _(
                "{sheet}: pairs with a ground to coordinate, where the data do not show that they do."
                " «Not assessed» means that the data cannot tell."
            ),
        ),
        (
            _("What is in place"),
            _("{sheet}: what the data document, with who and where, and where it is known from."),
        ),
        (
            _("Rules"),
            _("{sheet}: what each rule looked at, so that nothing found is not nothing looked at."),
        ),
    )
    return tuple((name, sentence.format(sheet=name)) for name, sentence in sentences)


# The workbook


def _write(
    sheets: Iterable[_Sheet], about: Iterable[str], path: Path, summary: Iterable[Block] = ()
) -> None:
    import openpyxl

    workbook = openpyxl.Workbook(write_only=True)
    workbook.properties.creator = "samordning"
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
            case Paragraph():
                yield block.text, False
            case Bullets():
                for number, item in enumerate(block.items, start=1):
                    yield f"{number}. {item}" if block.numbered else f"• {item}", False


def _write_sheet(workbook: "Workbook", table: _Sheet) -> bool:
    """Write a table with a frozen header and a filter; return whether there was room."""
    from openpyxl.utils import get_column_letter

    sheet = workbook.create_sheet(table.name)
    sheet.freeze_panes = "A2"
    for number, (_header, width) in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    _set_page(sheet)
    widths = [width for _header, width in table.columns]
    _append(sheet, 1, [header for header, _width in table.columns], widths)
    rows = iter(table.rows)
    written = 1
    for written, cells in enumerate(islice(rows, MAX_ROWS - 1), start=2):
        _append(sheet, written, cells, widths)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{written}"
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
