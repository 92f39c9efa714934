"""`samordning check`: the problems of the data, and nothing else."""

import json
from datetime import date

import click

from samordning_graph.cli.data_source import DataSource, path_argument, read_all
from samordning_graph.cli.output import format_option
from samordning_graph.cli.problems import problem_lines, problem_summary
from samordning_graph.cli.translated_click import command
from samordning_graph.common.locale import _, mark, ngettext


@command("check", mark("Check the data and list every problem. Exit 2 if there are any."))
@path_argument
@format_option(
    ("text", "json"),
    help_message=mark("How the problems are written."),
    default="text",
    show_default=True,
)
def check_command(data_source: DataSource, format_name: str) -> None:
    """List the problems of a data source on stdout: they are the result here."""
    problems = [
        problem for found, _model in read_all(data_source, date.today()) for problem in found
    ]
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
        text = json.dumps({"problems": rows}, ensure_ascii=False, indent=2)
        # A path with bytes that are no text is shown with «?», never a crash.
        click.echo(text.encode(errors="replace"))
    else:
        for line in problem_lines(problems):
            click.echo(line)
        click.echo(problem_summary(problems) if errors else _all_well(len(problems)))
    raise SystemExit(2 if errors else 0)


def _all_well(warnings: int) -> str:
    if not warnings:
        return _("No problems.")
    return ngettext(
        "No problems. {n} warning, which stops nothing.",
        "No problems. {n} warnings, which stop nothing.",
        warnings,
    ).format(n=warnings)
