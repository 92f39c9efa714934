"""Problems of the data on the command line: equal ones together, and a summary that stops the command."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import first_few, sentences
from samordning_graph.common.shown_path import printable

if TYPE_CHECKING:
    from samordning_graph.schema.problem import Problem

_ROWS_SHOWN = 3
"""Rows that are named of those with the same problem."""
_LINES_OF_A_KIND = 20
"""Lines about one kind of problem in one table; the rest of them are counted."""
_MAX_MESSAGE = 1000
"""Letters of a message that are shown: it quotes a cell, which may hold a book."""


def report_problems(found: "Iterable[Problem]") -> None:
    """List problems on stderr, and stop with a summary (exit 2) if any is an error.

    A command that reads the same data twice, or two that share files, tells each problem once.
    """
    problems = list(found)
    already = _shown_by_this_command()
    for line in problem_lines([problem for problem in problems if problem not in already]):
        click.echo(line, err=True)
    already.update(problems)
    if any(problem.is_error for problem in problems):
        click.echo(problem_summary(problems), err=True)
        raise SystemExit(2)


def report_how_many(warnings: "Sequence[Problem]", command: str) -> None:
    """Say on stderr how many warnings there are, and the command that shows them."""
    already = _shown_by_this_command()
    if new := [warning for warning in warnings if warning not in already]:
        text = ngettext(
            "{n} warning about the data. To see it: {command}",
            "{n} warnings about the data. To see them: {command}",
            len(new),
        )
        click.echo(text.format(n=len(new), command=printable(command)), err=True)
        already.update(new)


def _shown_by_this_command() -> "set[Problem]":
    context = click.get_current_context(silent=True)
    shown: set[Problem] = context.meta.setdefault(__name__, set()) if context else set()
    return shown


def problem_lines(problems: "Sequence[Problem]") -> Iterator[str]:
    """Yield a line for each problem that is told: where, code, what is wrong, what to do.

    The same problem in several rows of a column is one line. Of many problems of one kind in one
    table the first are told, and the rest are counted. The last lines say how to see them, and what
    to do about warnings that do not tell it.
    """
    equal: dict[Problem, list[Problem]] = defaultdict(list)
    for problem in problems:
        equal[problem._replace(place=problem.place._replace(row=0))].append(problem)
    lines: dict[tuple[str, str, str], int] = defaultdict(int)
    left: dict[tuple[str, str, str], list[Problem]] = defaultdict(list)
    for same in equal.values():
        first = same[0]
        kind = (first.kind.code, first.place.file, first.place.sheet)
        lines[kind] += 1
        if lines[kind] > _LINES_OF_A_KIND:
            left[kind] += same
        else:
            yield _line(first) if len(same) == 1 else _line_of_equal(same)
    for rest in left.values():
        yield _line_of_rest(rest)
    if left or any(len(same) > _ROWS_SHOWN for same in equal.values()):
        yield _("Every row is listed by: samordning check PATH --format json")
    unexplained = (problem for problem in problems if not (problem.is_error or problem.suggestion))
    if codes := sorted({problem.kind.code for problem in unexplained}):
        yield _("What to do: samordning explain {codes}").format(codes=" ".join(codes))


def _line(problem: "Problem") -> str:
    code = f"{problem.place}: {problem.kind.code}"
    return sentences(code, _in_part(problem.message), problem.suggestion)


def _in_part(message: str) -> str:
    return message if len(message) <= _MAX_MESSAGE else message[: _MAX_MESSAGE - 1] + "…"


def _line_of_equal(same: "Sequence[Problem]") -> str:
    """Return one line for the same problem in many rows: the title, how many, and the first rows."""
    first = same[0]
    place = first.place._replace(row=0)
    return sentences(
        f"{place}: {first.kind.code} {_(first.kind.title)}: {_rows(same)}.",
        _in_part(first.message[:1].upper() + first.message[1:]),
        first.suggestion,
    )


def _line_of_rest(rest: "Sequence[Problem]") -> str:
    first = rest[0]
    place = first.place._replace(row=0, column="")
    more = _("another {rows}.").format(rows=_rows(rest))
    return f"{place}: {first.kind.code} {_(first.kind.title)}: {more}"


def _rows(problems: "Sequence[Problem]") -> str:
    numbers = list(dict.fromkeys(problem.place.row for problem in problems if problem.place.row))
    if not numbers:
        return ngettext("{n} time", "{n} times", len(problems)).format(n=len(problems))
    return ngettext("{n} row ({rows})", "{n} rows ({rows})", len(numbers)).format(
        n=len(numbers), rows=first_few([str(number) for number in numbers], _ROWS_SHOWN)
    )


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
