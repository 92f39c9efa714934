"""The report as a workbook: page one as its first sheet, and the rest in sheets to sort and filter."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from samordning_graph.analysis.matters import MOST_FIRST
from samordning_graph.common.locale import _
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import node_name, sector_name
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from samordning_graph.report.data.action_list_xlsx import sheet_of_steps
from samordning_graph.report.data.finding_columns import COLUMNS
from samordning_graph.report.data.workbook_of_sheets import Cells, SheetOfRows, write_workbook
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.documents.data_basis import title
from samordning_graph.report.documents.first_page import first_page
from samordning_graph.report.documents.in_place import (
    in_place_rows,
    pairs_left_out,
    remarks_on_duties,
)
from samordning_graph.report.documents.in_short import in_short
from samordning_graph.report.documents.phrases import found_cells
from samordning_graph.report.documents.selected import answers, data_line, headline, left_out
from samordning_graph.report.findings_report import Report, sectors_of
from samordning_graph.report.notes import notes
from samordning_graph.rules.finding_text import evidence
from samordning_graph.rules.labels import basis_name, strength
from samordning_graph.rules.missing_pairs import MissingPair
from samordning_graph.rules.shared.pair_rule import cited
from samordning_graph.rules.sources import source_line


def write(report: Report, path: Path) -> None:
    """Write a report as a workbook; of selected rules, their answers first and nothing else."""
    if not report.is_limited:
        sheets = [
            *sheet_of_steps(report),
            *(_findings(report), _pairs(report), _in_place(report), _rules(report)),
        ]
        summary: Iterable[Block] = chain(first_page(report), in_short(report))
        about = [title(report), *remarks_on_duties(report)]
    else:
        sheets = [_rules(report), _findings(report)]
        if any(rule.is_about_pairs for rule in report.rules):
            sheets.append(_pairs(report))
        summary, about = _answers_first(report), [headline(report)]
    guide = [sentence for name, sentence in _guide() if name in {sheet.name for sheet in sheets}]
    write_workbook(sheets, [*about, report_disclaimer(), *guide, *notes(report)], path, summary)


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
        SheetOfRows(
            _("Summary"), [(header, 22) for header in table.header], map(_numbered, table.rows)
        )
        for table in parts
        if isinstance(table, TableBlock)
    ]
    captions = [block.caption for block in parts if isinstance(block, TableBlock)]
    texts = [block.text for block in parts if isinstance(block, Heading | Paragraph)]
    write_workbook(sheets, [*texts, *captions], path)


def _numbered(cells: Sequence[str]) -> Cells:
    """Return the cells of a row with counts as numbers."""
    return list(map(_number, cells))


def _number(cell: str) -> str | int:
    return int(cell) if cell.isdecimal() else cell


# The sheets


def _findings(report: Report) -> SheetOfRows:
    """Return the findings, strongest basis first: an order that no column sorts by."""
    findings = sorted(report.findings(), key=strength)
    shown = [column for column in COLUMNS if column.width is not None]
    return SheetOfRows(
        _("Findings"),
        [(_(column.header).capitalize(), column.width or 0) for column in shown],
        ([column.text(report.graph, finding) for column in shown] for finding in findings),
    )


def _pairs(report: Report) -> SheetOfRows:
    """Return the pairs by number, and after them those that are accepted or not assessed."""
    numbers = report.matters.number_of_each_pair()
    pairs = sorted(
        report.missing_pairs(),
        key=lambda pair: numbers.get((pair.first, pair.second), len(numbers) + MOST_FIRST + 1),
    )
    return SheetOfRows(
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


def _in_place(report: Report) -> SheetOfRows:
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
    return SheetOfRows(
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


def _rules(report: Report) -> SheetOfRows:
    return SheetOfRows(
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
