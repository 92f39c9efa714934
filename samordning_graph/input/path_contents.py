"""What a PATH holds: the municipalities that are read, and the name of everything else."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from samordning_graph.common.locale import _
from samordning_graph.common.reasons import os_reason
from samordning_graph.common.seal import is_report
from samordning_graph.common.shown_path import printable, shown_path
from samordning_graph.input.csv_folder import csv_files
from samordning_graph.input.file_kinds import (
    is_passed_over,
    is_text_table,
    is_whole_municipality,
    other_kind,
)
from samordning_graph.input.grid import not_read, table_of
from samordning_graph.input.personal_data import report_personal_data_in_name
from samordning_graph.input.table_names import tables_named_in
from samordning_graph.schema.problem import Problem, Problems
from samordning_graph.schema.problem_kinds import NOT_READABLE
from samordning_graph.schema.source_location import SourceLocation

MAX_DEPTH = 8
"""Folders in folders that are searched."""
MAX_ENTRIES = 20_000
"""Files and folders that are looked at: whoever gives a whole disk is told so."""


class PathContents(NamedTuple):
    """The municipalities of a path, each a file or a folder, and what lies beside them."""

    municipalities: list[Path]
    beside: list[Problem]


def path_contents(path: Path) -> PathContents:
    """Return the municipalities that a path holds: itself, or every one in its folders.

    A folder with a text table (`Enheter.csv`) is one municipality. Otherwise each workbook and YAML
    file in it is one, and its folders are searched in the same way. What begins with `_` is left out.
    A path that holds none is returned as it is: `read_source` says what is wrong with it.
    """
    search = _FolderSearch(path)
    found = search.within(path, 0) if _is_folder(path) else [path]
    return PathContents(found or [path], search.problems.found if found else [])


@dataclass(slots=True)
class _FolderSearch:
    root: Path
    problems: Problems = field(default_factory=Problems)
    entries: int = 0
    seen: set[Path] = field(default_factory=set)

    def within(self, folder: Path, depth: int) -> list[Path]:
        """Return the municipalities in a folder, and name the rest."""
        try:
            inside = entries_of(folder)
        except OSError as error:
            self.problems.add(
                NOT_READABLE,
                SourceLocation(shown_path(folder, self.root)),
                _("the folder may not be read: {reason}.").format(reason=os_reason(error)),
            )
            return []
        if any(table_of(file.stem) for file in inside if is_text_table(file)):
            return [folder]
        self.seen.add(folder.resolve())
        self.entries += len(inside)
        found: list[Path] = []
        left: list[Path] = []
        for child in inside:
            if child.is_dir():
                found += self._below(child, depth + 1)
            elif is_whole_municipality(child) and child.is_file() and not is_report(child):
                found.append(child)
            else:
                left.append(child)
        if not found and any(tables_named_in(file.stem) for file in left if is_text_table(file)):
            return [folder]
        for file in left:
            name_left_out(self.problems, file, shown_path(folder, self.root))
        return found

    def _below(self, folder: Path, depth: int) -> list[Path]:
        place = SourceLocation(
            report_personal_data_in_name(Problems(), shown_path(folder, self.root))
        )
        if folder.resolve() in self.seen:
            not_read(
                self.problems, place, _("the folder is a link to one that is searched already")
            )
        elif depth > MAX_DEPTH or self.entries > MAX_ENTRIES:
            not_read(self.problems, place, _("too much lies in the folders. Give a smaller folder"))
        else:
            before = len(self.problems.found)
            if found := self.within(folder, depth):
                return found
            if len(self.problems.found) == before:
                not_read(self.problems, place, _("the folder is empty"))
        return []


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that is too long, or a loop of links: reading it tells
        return False


def entries_of(folder: Path) -> list[Path]:
    """Return what lies in a folder, by name, without what is hidden or for own use (`_…`)."""
    return sorted(
        child
        for child in folder.iterdir()
        if not is_passed_over(child) and not child.name.startswith("_")
    )


def name_left_out(problems: Problems, path: Path, shown: str, reason: str = "") -> None:
    """Warn that a file or a folder in the folder `shown` is left out, and say what to do."""
    name = f"{shown}/{printable(path.name)}"
    if report_personal_data_in_name(problems, name) != name:
        return
    if path.is_dir():
        reason = reason or _("a folder beside the tables of a municipality")
    elif not path.is_file():
        reason = _("it is no file")
    elif is_text_table(path):
        reason = reason or _("a text table is read in a folder with the tables of a municipality")
    elif is_report(path):
        reason = _("a workbook with findings, which this program wrote")
    reason = other_kind(path.suffix) or reason or _("it is no workbook, CSV or YAML file")
    not_read(problems, SourceLocation(name), reason)


def input_files(path: Path) -> list[Path]:
    """Return the files that reading a path would read."""
    return [
        file
        for municipality in path_contents(path).municipalities
        if municipality.exists()
        for file in files_of(municipality)
    ]


def files_of(municipality: Path) -> list[Path]:
    """Return the files of one municipality."""
    return csv_files(municipality) if municipality.is_dir() else [municipality]
