"""The action list of a meeting as a workbook: what was agreed before, and room for what is agreed now."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from samordning_graph.analysis.agreed_steps import StepInData, agreed_steps, latest_steps
from samordning_graph.analysis.matters import Matter
from samordning_graph.common.locale import _
from samordning_graph.graph.graph import options_of
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


def write(report: Report, path: Path) -> None:
    """Write the list: steps to go through if there are any, and the matters to begin with."""
    sheets = [*_steps_to_go_through(report), _new_matters(report)]
    about = (
        title(report),
        _(
            "What is agreed is written in the empty cells, or in the meeting mode of the map. Its"
            " decisions come into the sheet «{sheet}» of the workbook with `samordning apply`."
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
    return SheetOfRows(
        _("Agreed steps"),  # not as the table is called: it cannot be copied into one
        tuple(zip(step_headings(), widths, strict=True)),
        [step_cells(report.graph, each) for each in steps],
        is_to_write_on,
    )


def _new_matters(report: Report) -> SheetOfRows:
    return SheetOfRows(
        _("New matters"),
        (
            (_("No."), 5),
            (_("What it is about"), 22),
            (_("Question"), 28),
            (_("Possible next step"), 28),
            (_("What was agreed"), 24),
            (_("Responsible"), 15),
            (_("Deadline"), 11),
        ),
        [_cells(report, matter) for matter in report.matters.first],
        is_to_write_on=True,
    )


def _cells(report: Report, matter: Matter) -> tuple[str | int, ...]:
    finding = matter.finding
    about = what_it_is_about(report.graph, finding.identity)
    return (matter.number, about, finding.question, finding.next_step, "", "", "")
