"""Problems of the data for a page: by sheet, equal ones together, each with where and what to do."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import first_few
from samordning_graph.schema.problem import Problem

ROWS_NAMED = 5
"""Rows that are named of those with the same problem."""
MOST_OF_A_SHEET = 100
"""Problems that are shown of a sheet; when some are corrected, the others come."""
LONGEST_MESSAGE = 1000
"""Letters of a message: it quotes a cell, which may hold a book."""
_COMMAND = re.compile(r"[^.!?«»]*`samordning[^`]*`[^.]*\.?")
"""A sentence that tells what to run on a command line, which the page does not have."""


def problem_groups(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Return the problems of each sheet, those with errors first, as JSON."""
    groups: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[problem.place.file, problem.place.sheet].append(problem)
    in_order = sorted(groups.items(), key=lambda group: not any(p.is_error for p in group[1]))
    return [
        {
            "file": PurePosixPath(file).name,
            "sheet": sheet,
            "problems": list(_problems(found))[:MOST_OF_A_SHEET],
        }
        for (file, sheet), found in in_order
    ]


def _problems(found: Sequence[Problem]) -> Iterator[dict[str, Any]]:
    equal: dict[tuple[object, ...], list[Problem]] = defaultdict(list)
    for problem in sorted(found, key=lambda problem: not problem.is_error):
        column = problem.place.column
        equal[problem.kind, column, problem.message, problem.suggestion].append(problem)
    for same in equal.values():
        first = same[0]
        message = without_commands(first.message)
        yield {
            "error": first.is_error,
            "rows": _rows(same),
            "column": first.place.column,
            "title": _(first.kind.title),
            "message": message[:1].upper() + message[1:LONGEST_MESSAGE],
            "remedy": without_commands(first.suggestion),
            "more": []
            if first.suggestion
            else [without_commands(_(text)) for text in first.kind.page],
        }


def _rows(same: Sequence[Problem]) -> str:
    rows = list(dict.fromkeys(str(problem.place.row) for problem in same if problem.place.row))
    if not rows:
        return ""
    return ngettext("row {rows}", "rows {rows}", len(rows)).format(rows=first_few(rows, ROWS_NAMED))


def without_commands(text: str) -> str:
    """Return a text without the sentences that tell what to run on a command line.

    Examples
    --------
    >>> without_commands("this is a document. Write it into a workbook: `samordning template`.")
    'this is a document.'
    """
    return _COMMAND.sub("", text).strip()
