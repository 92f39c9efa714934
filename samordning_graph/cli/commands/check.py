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
from samordning_graph.common.phrases import listed

if TYPE_CHECKING:
    from samordning_graph.schema.model import Model
    from samordning_graph.schema.problem import Problem
    from samordning_graph.schema.tables import Actor


@command(
    "check",
    mark(
        "Check the data and list every problem, and what to ask. Exit 2 if there are any problems."
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
    """List the problems of a data source on stdout: they are the result here."""
    problems: list[Problem] = []
    questions: list[Actor] = []
    for found, model in read_all(data_source, date.today()):
        problems += found
        questions += _untyped(model)
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
        document = {"problems": rows, "questions": [_as_json(actor) for actor in questions]}
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
    raise SystemExit(2 if errors else 0)


def _all_well(warnings: int) -> str:
    if not warnings:
        return _("No problems.")
    return ngettext(
        "No problems. {n} warning, which stops nothing.",
        "No problems. {n} warnings, which stop nothing.",
        warnings,
    ).format(n=warnings)


def _untyped(model: "Model | None") -> "Iterator[Actor]":
    """Yield the actors of which to ask what kind of service they are."""
    from samordning_graph.schema.service_types import without_type

    if model is not None:
        yield from without_type(model)


def _question_lines(actors: "list[Actor]") -> Iterator[str]:
    """Yield a question for each sheet of each file."""
    in_order = sorted(actors, key=lambda actor: actor.place)
    for place, of_sheet in groupby(
        in_order, key=lambda actor: (actor.place.file, actor.place.sheet)
    ):
        names = listed([actor.name for actor in of_sheet])
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
