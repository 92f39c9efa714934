"""The action list of a meeting as a workbook: what was agreed before, and room for what is agreed now."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from samordning_graph.analysis.agreed_steps import StepInData, agreed_steps, latest_steps
from samordning_graph.analysis.matters import Matter
from samordning_graph.common.locale import _
from samordning_graph.graph.graph import options_of
from samordning_graph.input.action_list import (
    KEY_HEADING,
    MATTER_HEADINGS,
    MATTERS_SHEET,
    STEP_HEADINGS,
    STEPS_SHEET,
    about_step,
    headings_in_words,
    key_of,
)
from samordning_graph.report.data.workbook_of_sheets import SheetOfRows, write_workbook
from samordning_graph.report.documents.data_basis import title
from samordning_graph.report.documents.follow_up import step_cells, step_headings
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.labels import what_it_is_about
from samordning_graph.schema.tables import AgreedStep

STEP_WIDTHS = (50, 40, 26, 18, 14, 50)
"""Widths of the columns of a step, in characters."""
_STEP_WIDTHS_ON_PAPER = (32, 24, 18, 12, 9, 30)
"""The same where it is read on a sheet of A4."""
_MATTER_WIDTHS = (5, 22, 28, 28, 24, 15, 11)


def write(report: Report, path: Path) -> None:
    """Write the list: steps to go through if there are any, and the matters to begin with."""
    sheets = [*_steps_to_go_through(report), _new_matters(report)]
    about = (
        title(report),
        _(
            "What is agreed is written in the empty cells, or in the meeting mode of the map; of an"
            " earlier step the status, the deadline and who is responsible are changed in its row."
            " `samordning apply` puts both into the sheet «{sheet}» of a copy of the workbook: what is"
            " written here from this file, the decisions of the map from theirs."
        ).format(sheet=AgreedStep.sheet),
        _("Services and roles, never persons."),
    )
    write_workbook(sheets, about, path)


def sheet_of_steps(report: Report) -> Iterator[SheetOfRows]:
    """Yield all agreed steps as a sheet to sort and filter; none without any."""
    if steps := agreed_steps(report.graph):
        yield _sheet_of(report, steps, STEP_WIDTHS)


def _steps_to_go_through(report: Report) -> Iterator[SheetOfRows]:
    as_of = options_of(report.graph).as_of
    if steps := latest_steps(agreed_steps(report.graph), as_of):
        yield _sheet_of(report, steps, _STEP_WIDTHS_ON_PAPER, is_to_write_on=True)


def _sheet_of(
    report: Report,
    steps: Sequence[StepInData],
    widths: Sequence[int],
    *,
    is_to_write_on: bool = False,
) -> SheetOfRows:
    number = report.model.municipality.number
    rows = [step_cells(report.graph, each) for each in steps]
    return SheetOfRows(
        _(STEPS_SHEET),  # not as the table is called: it cannot be copied into one
        tuple(zip(step_headings(), widths, strict=True)),
        rows,
        is_to_write_on,
        keys=[
            key_of(
                dict(zip(STEP_HEADINGS, cells, strict=True)),
                {**about_step(each.step), "municipality": number},
            )
            for each, cells in zip(steps, rows, strict=True)
        ]
        if is_to_write_on
        else (),
        key_heading=_(KEY_HEADING),
    )


def _new_matters(report: Report) -> SheetOfRows:
    matters = report.matters.first
    rows = [_cells(report, matter) for matter in matters]
    return SheetOfRows(
        _(MATTERS_SHEET),
        tuple(zip(headings_in_words(MATTER_HEADINGS), _MATTER_WIDTHS, strict=True)),
        rows,
        is_to_write_on=True,
        keys=[
            key_of(dict(zip(MATTER_HEADINGS, map(str, cells), strict=True)), _about(report, matter))
            for matter, cells in zip(matters, rows, strict=True)
        ],
        key_heading=_(KEY_HEADING),
    )


def _about(report: Report, matter: Matter) -> dict[str, str]:
    """Return what a step about a matter says that it is about, as the meeting mode of the map does."""
    identity = matter.finding.identity
    is_pair = matter.pair is not None
    subject, *related = matter.key if is_pair else (identity.subject, *identity.related)
    return {
        "subject": subject,
        "related": "; ".join(related),
        "code": "" if is_pair else identity.rule,
        "decided": options_of(report.graph).as_of.isoformat(),
        "municipality": report.model.municipality.number,
    }


def _cells(report: Report, matter: Matter) -> tuple[str | int, ...]:
    finding = matter.finding
    about = what_it_is_about(report.graph, finding.identity)
    return (matter.number, about, finding.question, finding.next_step, "", "", "")
