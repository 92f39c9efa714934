"""Problems of the data on the command line: a line each, and a summary that stops the command."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from samordning_graph.common.locale import _, ngettext

if TYPE_CHECKING:
    from samordning_graph.schema.problem import Problem

_MAX_MESSAGE = 1000
"""Letters of a message that are shown: it quotes a cell, which may hold a book."""


def report_problems(found: "Iterable[Problem]") -> None:
    """List problems on stderr, and stop with a summary (exit 2) if any is an error."""
    problems = list(found)
    for problem in problems:
        click.echo(problem_line(problem), err=True)
    if any(problem.is_error for problem in problems):
        click.echo(problem_summary(problems), err=True)
        raise SystemExit(2)


def problem_line(problem: "Problem") -> str:
    """Return one problem as a line: where, code, what is wrong, what to do."""
    message = problem.message
    if len(message) > _MAX_MESSAGE:
        message = message[: _MAX_MESSAGE - 1] + "…"
    parts = (f"{problem.place}: {problem.kind.code}", message, problem.suggestion)
    return " ".join(part for part in parts if part)


def problem_summary(problems: "Sequence[Problem]") -> str:
    """Return how many errors there are in how many files, and that nothing was analysed."""
    errors = [problem for problem in problems if problem.is_error]
    places = {problem.place.file: problem.place.in_database for problem in errors}
    found = ngettext("{n} problem", "{n} problems", len(errors)).format(n=len(errors))
    where = (
        ngettext("in {n} municipality", "in {n} municipalities", len(places))
        if all(places.values())
        else ngettext("in {n} file", "in {n} files", len(places))
    ).format(n=len(places))
    return _("{found} {where}. Nothing was analysed.").format(found=found, where=where)
