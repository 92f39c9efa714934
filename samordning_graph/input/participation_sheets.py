"""The list and the matrix of participation as one table."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from samordning_graph.common.locale import _
from samordning_graph.input.grid import is_matrix_name
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.tables import Participation
from samordning_graph.schema.vocabulary import WordList
from samordning_graph.schema.warning_kinds import REPEATED


def joined(
    rows: tuple[Participation, ...],
    words: Mapping[str, WordList],
    called: Callable[[str], str],
    problems: Problems,
) -> tuple[Participation, ...]:
    """Return the rows of both without those that only repeat what the other one says.

    An x of the matrix, or a row of the list without a role, repeats any role of the same actor in
    the same arena. Every other repetition is kept, and warned about: `called` gives the names.
    """
    matrices = _matrices(rows)
    kept: list[Participation] = []
    position: dict[tuple[str, str], int] = {}
    for row in rows:
        index = position.setdefault((row.actor, row.arena), len(kept))
        if index == len(kept):
            kept.append(row)
            continue
        first = kept[index]
        is_beside = (_sheet(first) in matrices) != (_sheet(row) in matrices)
        # Two answers that are merged may give two roles, each in a file of its own.
        says_other = (
            _sheet(first) != _sheet(row) and row.role and first.role not in (None, row.role)
        )
        if not is_beside and not says_other:
            message = _("{actor} is listed more than once in {arena}. The strongest role counts.")
        elif row.role in (None, first.role):
            continue
        elif first.role is None:
            kept[index] = row
            continue
        else:
            message = _(
                "{actor} is {role} in {arena} here, and {other_role} in {other}. The strongest"
                " role counts. Correct one of them."
            )
        kept.append(row)
        text = message.format(
            actor=called(row.actor),
            arena=called(row.arena),
            role=words["role"][row.role].name if row.role else "",
            other_role=words["role"][first.role].name if first.role else "",
            other=first.place,
        )
        problems.add(REPEATED, row.place, text)
    return tuple(kept)


def _matrices(rows: tuple[Participation, ...]) -> set[tuple[str, str]]:
    return {
        (file, sheet)
        for file, sheet in {_sheet(row) for row in rows}
        if is_matrix_name(sheet or PurePosixPath(file).stem)
    }


def _sheet(row: Participation) -> tuple[str, str]:
    return row.place.file, row.place.sheet
