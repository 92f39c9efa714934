"""The action list of a meeting as it comes back: which rows it has, and what people wrote in their cells.

The workbook is written by `report`. A hidden column holds, for each row, what it is about and what its
cells said when it was written, so that rows may be sorted and a change is told from a word of ours.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from samordning_graph.common.locale import _, in_every_language, mark
from samordning_graph.common.text import fold, tidy
from samordning_graph.input.grid import MAX_HEADER_ROWS, Grid
from samordning_graph.input.personal_data import report_identity_numbers
from samordning_graph.input.workbook import read_workbook
from samordning_graph.schema.problem import Problems, ProblemsError
from samordning_graph.schema.problem_kinds import TABLE_MISSING
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import AgreedStep

STEPS_SHEET, MATTERS_SHEET = mark("Agreed steps"), mark("New matters")
KEY_HEADING = mark("Key (leave it as it is)")
STEP_HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "step": mark("Step"),
        "about": mark("What it is about"),
        "owner": mark("Responsible"),
        "deadline": mark("Deadline"),
        "status": mark("Status"),
        "in_data": mark("Do the data show it?"),
    }
)
MATTER_HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "number": mark("No."),
        "about": mark("What it is about"),
        "question": mark("Question"),
        "next_step": mark("Possible next step"),
        "step": mark("What was agreed"),
        "owner": mark("Responsible"),
        "deadline": mark("Deadline"),
    }
)
"""The headings of the cells, by what they hold."""
_KEY = "key"
NO_VALUE = "–"

Cells = Mapping[str, str]
"""By what they hold: the texts of cells, empty ones too."""


class ListedRow(NamedTuple):
    """A row of the action list, with the cells of today and those that were written.

    `about` holds the columns of a step as they were when the list was written: of a new matter what it
    is about and the day. Both are empty for a row that somebody has added.
    """

    place: SourceLocation
    is_new_matter: bool
    cells: Cells
    written: Cells
    about: Cells

    @property
    def changed(self) -> list[str]:
        """The cells that somebody has written in."""
        return [
            name for name, text in self.cells.items() if text != tidy(self.written.get(name, ""))
        ]


def key_of(cells: Cells, about: Cells) -> str:
    """Return what the hidden column of a row holds."""
    return json.dumps({"cells": dict(cells), "about": dict(about)}, ensure_ascii=False)


def about_step(step: AgreedStep) -> dict[str, str]:
    """Return the columns of a step that the list may change, or that tell it from others."""
    return {
        "step": step.step,
        "subject": step.subject or "",
        "related": "; ".join(step.related),
        "code": step.code or "",
        "owner": step.owner or "",
        "deadline": step.deadline.isoformat() if step.deadline else "",
        "status": step.status or "agreed",
        "decided": step.decided.isoformat() if step.decided else "",
    }


def read_action_list(path: Path) -> list[ListedRow]:
    """Return the rows of an action list.

    Raises
    ------
    ProblemsError
        If the file cannot be read, is no action list, or holds a national identity number.
    """
    problems = Problems()
    grids = read_workbook(path, path.as_posix(), problems, may_be_ours=True)
    for grid in grids:
        for number, texts in grid.rows:
            report_identity_numbers(problems, grid.place, number, texts)
    known = [
        (grid, headings, is_new)
        for grid in grids
        for sheet, headings, is_new in (
            (STEPS_SHEET, STEP_HEADINGS, False),
            (MATTERS_SHEET, MATTER_HEADINGS, True),
        )
        if fold(grid.name) in _spellings(sheet)
    ]
    if not known and not problems.any_errors:
        problems.add(
            TABLE_MISSING,
            SourceLocation(path.as_posix()),
            _(
                "this is no action list: it has no sheet «{steps}» or «{matters}». `samordning meeting`"
                " writes one."
            ).format(steps=_(STEPS_SHEET), matters=_(MATTERS_SHEET)),
        )
    if problems.any_errors:
        raise ProblemsError(problems.in_order())
    return [
        row
        for grid, headings, is_new in known
        for row in _rows(grid, {**headings, _KEY: KEY_HEADING}, is_new_matter=is_new)
    ]


def _spellings(text: str) -> set[str]:
    return {fold(spelling) for spelling in in_every_language(text)}


def _rows(grid: Grid, headings: Mapping[str, str], *, is_new_matter: bool) -> Iterator[ListedRow]:
    names = {spelling: name for name, text in headings.items() for spelling in _spellings(text)}
    header = next(
        (
            position
            for position, (_number, texts) in enumerate(grid.rows[:MAX_HEADER_ROWS])
            if sum(fold(text) in names for text in texts) > 1
        ),
        None,
    )
    if header is None:
        return
    columns = {
        index: names.get(fold(text), tidy(text)) for index, text in enumerate(grid.rows[header][1])
    }
    for number, texts in grid.rows[header + 1 :]:
        cells = {
            name: tidy(texts[index]) if index < len(texts) else ""
            for index, name in columns.items()
            if name
        }
        written, about = _from_key(cells.pop(_KEY, ""))
        if any(cells.values()):
            place = SourceLocation(grid.place.file, grid.name, number)
            yield ListedRow(place, is_new_matter, cells, written, about)


def _from_key(text: str) -> tuple[Cells, Cells]:
    """Return the cells that were written and what the row is about; nothing where the key is damaged."""
    try:
        key = json.loads(text)
        written, about = key["cells"], key["about"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return {}, {}
    if not all(isinstance(each, dict) and _is_of_texts(each) for each in (written, about)):
        return {}, {}
    return written, about


def _is_of_texts(cells: Mapping[object, object]) -> bool:
    return all(isinstance(text, str) for text in (*cells, *cells.values()))


def headings_in_words(headings: Mapping[str, str]) -> tuple[str, ...]:
    """Return headings in the language in use."""
    return tuple(_(heading) for heading in headings.values())


def heading_of(row: ListedRow, name: str) -> str:
    """Return what the heading of a cell says; somebody's own is as it was written."""
    headings: Mapping[str, str] = MATTER_HEADINGS if row.is_new_matter else STEP_HEADINGS
    return _(headings[name]) if name in headings else name
