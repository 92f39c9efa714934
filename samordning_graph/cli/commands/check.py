"""`samordning check`: the problems of the data, and nothing else."""

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from samordning_graph.cli.data_source import DataSource, path_argument, read_all
from samordning_graph.cli.output import format_option
from samordning_graph.cli.problems import problem_line, problem_summary
from samordning_graph.cli.translated_click import command
from samordning_graph.common.locale import _, mark, ngettext
from samordning_graph.common.phrases import first_few

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samordning_graph.report.findings_report import Report
    from samordning_graph.schema.model import Model
    from samordning_graph.schema.problem import Problem

COLUMNS_SHOWN = 3
"""Columns that the sentence about an older template names."""
MOST_ACTORS = 300
"""Actors of whom a check tells what to fill in next; of more, the first page of the report does."""


@command(
    "check",
    mark(
        "Check the data: list every problem, and what to fill in next. Exit 2 if there are problems."
    ),
)
@path_argument
@format_option(
    ("text", "json"),
    help_message=mark("How the problems are written."),
    default="text",
    show_default=True,
)
def check_command(data_source: DataSource, format_name: str) -> None:
    """List the problems of a data source on stdout, and what to fill in next."""
    problems: list[Problem] = []
    models: list[Model] = []
    for found, model in read_all(data_source, date.today()):
        problems.extend(found)
        if model is not None:
            models.append(model)
    errors = [problem for problem in problems if problem.is_error]
    if format_name == "json":
        rows = [
            {
                "code": problem.kind.code,
                "severity": str(problem.kind.severity),
                "file": problem.place.file,
                "sheet": problem.place.sheet or None,
                "row": problem.place.row or None,
                **({"node": problem.place.node} if problem.place.node else {}),
                "column": problem.place.column or None,
                "value": problem.value or None,
                "message": problem.message,
                "suggestion": problem.suggestion or None,
            }
            for problem in problems
        ]
        from samordning_graph.report.data import next_cells_json

        report = _report_of(models)
        next_rows = next_cells_json.next_cells(report) if report else []
        text = json.dumps({"problems": rows, "next": next_rows}, ensure_ascii=False, indent=2)
        # A path with bytes that are no text is shown with «?», never a crash.
        click.echo(text.encode(errors="replace"))
    else:
        for problem in problems:
            click.echo(problem_line(problem))
        click.echo(problem_summary(problems) if errors else _all_well(len(problems)))
        if not errors:
            _tell_what_is_next(models)
    raise SystemExit(2 if errors else 0)


def _report_of(models: "Sequence[Model]") -> "Report | None":
    """Return what the only municipality tells; None for many, or for more than a check may cost."""
    from samordning_graph.schema.tables import ExternalActor, Unit

    if len(models) != 1 or sum(len(models[0].all(t)) for t in (Unit, ExternalActor)) > MOST_ACTORS:
        return None
    from samordning_graph.graph.build import build
    from samordning_graph.report.findings_report import Report

    return Report(build(models[0]))


def _tell_what_is_next(models: "Sequence[Model]") -> None:
    """Tell what to fill in next, and last whether a newer template would help."""
    if report := _report_of(models):
        from samordning_graph.report.documents.next_cells import next_sentences

        if sentences := next_sentences(report):
            click.echo(_("What to fill in next:"))
            for sentence in sentences:
                click.echo(f"- {sentence}")
    for model in models:
        if model.absent_columns:
            click.echo(
                _(
                    "The newest template has columns that are not here: {columns}. `samordning"
                    " template NEW.xlsx --from {path}` brings everything over into it."
                ).format(columns=first_few(model.absent_columns, COLUMNS_SHOWN), path=model.path)
            )


def _all_well(warnings: int) -> str:
    if not warnings:
        return _("No problems.")
    return ngettext(
        "No problems. {n} warning, which stops nothing.",
        "No problems. {n} warnings, which stop nothing.",
        warnings,
    ).format(n=warnings)
