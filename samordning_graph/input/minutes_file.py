"""Reads the minutes of a meeting from the file of decisions that the map saves."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from samordning_graph.common.locale import _
from samordning_graph.input.grid import Grid
from samordning_graph.input.yaml_file import read_yaml_file
from samordning_graph.schema.problem import Problems, ProblemsError
from samordning_graph.schema.problem_kinds import TABLE_MISSING
from samordning_graph.schema.source_location import SourceLocation

_MEETING, _MINUTES = "_meeting", "_minutes"
"""Tables of one's own: whoever lays the rows of the file over the data passes them by."""


class MinutesItem(NamedTuple):
    """What was decided about a matter; `deadline` is as in the file, empty if there is none."""

    matter: str
    decision: str
    responsible: str
    deadline: str


class Minutes(NamedTuple):
    """The minutes of a meeting; `date` is as in the file."""

    municipality: str
    date: str
    items: tuple[MinutesItem, ...]


def read_minutes(path: Path) -> Minutes:
    """Return the minutes in a file.

    Raises
    ------
    ProblemsError
        If the file cannot be read, or holds no minutes.
    """
    problems = Problems()
    grids = {grid.name: grid for grid in read_yaml_file(path, path.as_posix(), problems)}
    rows = list(_rows(grids.get(_MINUTES)))
    if not problems.any_errors and not rows:
        problems.add(
            TABLE_MISSING,
            SourceLocation(path.as_posix()),
            _(
                "no minutes are in this file. Save the decisions (YAML) in the meeting mode of the map."
            ),
        )
    if problems.any_errors:
        raise ProblemsError(problems.in_order())
    meeting = next(_rows(grids.get(_MEETING)), {})
    return Minutes(
        meeting.get("municipality", ""),
        meeting.get("date", ""),
        tuple(MinutesItem(*(row.get(name, "") for name in MinutesItem._fields)) for row in rows),
    )


def _rows(grid: Grid | None) -> Iterator[dict[str, str]]:
    """Yield the rows of a table by the names of its columns."""
    if grid is None or not grid.rows:
        return
    (_number, header), *rows = grid.rows
    yield from (dict(zip(header, _texts(cells), strict=False)) for _row, cells in rows)


def _texts(cells: Sequence[object]) -> Iterator[str]:
    return (str(cell).strip() for cell in cells)
