"""`samordning check`: the problems of the data, and nothing else."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from samordning_graph.cli.data_source import DataSource, path_argument, read_all
from samordning_graph.cli.output import format_option
from samordning_graph.cli.problems import problem_lines, problem_summary
from samordning_graph.cli.translated_click import command
from samordning_graph.common.locale import _, mark, ngettext
from samordning_graph.common.phrases import first_few

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samordning_graph.report.findings_report import Report
    from samordning_graph.schema.model import Model
    from samordning_graph.schema.problem import Problem
    from samordning_graph.schema.tables import Actor

COLUMNS_SHOWN = 3
"""Columns that the sentence about an older template names."""
NAMES_SHOWN = 20
"""Services that a question names; all of them stand in the JSON."""
MOST_ACTORS = 300
"""Actors of whom a check tells what to fill in next; of more, the first page of the report does."""


@command(
    "check",
    mark(
        "List every problem of the data, what to ask, and what to fill in next. Exit 2 if any"
        " problems."
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
    """List the problems of a data source on stdout, what to ask, and what to fill in next."""
    problems: list[Problem] = []
    models: list[Model] = []
    for found, model in read_all(data_source, date.today()):
        problems.extend(found)
        if model is not None:
            models.append(model)
    problems += _of_rows_of_nothing(models)
    questions = [actor for model in models for actor in _untyped(model)]
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
        document = {
            "problems": rows,
            "questions": [_as_json(actor) for actor in questions],
            "next": next_cells_json.next_cells(report) if report else [],
        }
        text = json.dumps(document, ensure_ascii=False, indent=2)
        # A path with bytes that are no text is shown with «?», never a crash.
        click.echo(text.encode(errors="replace"))
    else:
        for line in problem_lines(problems):
            click.echo(line)
        click.echo(problem_summary(problems) if errors else _all_well(len(problems)))
        if questions:
            click.echo()
            click.echo(_("Questions, which are no problems:"))
        for line in _question_lines(questions):
            click.echo(f"- {line}")
        if not errors:
            _tell_what_is_next(models)
    raise SystemExit(2 if errors else 0)


def _of_rows_of_nothing(models: "Sequence[Model]") -> "Iterator[Problem]":
    """Yield the warnings of rows about findings that only a report can tell, where there are any rows."""
    from samordning_graph.schema.tables import AcceptedGap, AgreedStep

    for model in models:
        if model.all(AcceptedGap) or any(step.code for step in model.all(AgreedStep)):
            report = _report_of([model])
            if report is not None:
                from samordning_graph.report.notes import rows_of_nothing

                yield from rows_of_nothing(report)


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
        if model.absent_columns and model.path.lower().endswith(".xlsx"):
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


def _untyped(model: "Model") -> "Iterator[Actor]":
    """Return the actors of which to ask what kind of service they are."""
    unknown = frozenset(model.types.unknown)
    return (actor for actor in model.actors() if actor.id in unknown)


def _question_lines(actors: "list[Actor]") -> Iterator[str]:
    """Yield a question for each sheet of each file."""
    in_order = sorted(
        actors, key=lambda actor: (actor.place.file, actor.place.sheet, actor.place.row)
    )
    for place, of_sheet in groupby(
        in_order, key=lambda actor: (actor.place.file, actor.place.sheet)
    ):
        names = first_few([actor.name for actor in of_sheet], NAMES_SHOWN)
        yield _("{file}: what kind of service is {names}? («Tjenestetype»)").format(
            file=place[0], names=names
        )


def _as_json(actor: "Actor") -> dict[str, Any]:
    return {
        "file": actor.place.file,
        "sheet": actor.place.sheet or None,
        "row": actor.place.row or None,
        "column": "service_type",
        "subject": actor.id,
        "question": _("What kind of service is {name}?").format(name=actor.name),
    }
