"""From a workbook, a folder of CSV files or a YAML file to records of text.

Nothing is interpreted here: `0301` stays `0301` and every cell keeps its file, sheet, row and
column. `validate` interprets the records.
"""

import hashlib
import os
from pathlib import Path

from samordning_graph.common.locale import _
from samordning_graph.common.shown_path import printable, shown_path
from samordning_graph.input.beside_cells import report_beside_workbook
from samordning_graph.input.csv_folder import MAX_FILE_BYTES, csv_files, read_csv_folder
from samordning_graph.input.grid import Grid
from samordning_graph.input.personal_data import keep_identity_numbers_hidden
from samordning_graph.input.record import Source
from samordning_graph.input.table_reader import read_grids
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.problem_kinds import NOT_READ, NOT_READABLE
from samordning_graph.schema.source_location import SourceLocation

WORKBOOKS = (".xlsx", ".xlsm")
YAML_FILES = (".yaml", ".yml")


def municipality_paths(path: Path) -> list[Path]:
    """Return the municipalities that a path holds: itself, or each sub-folder or file in it.

    A folder with CSV files is one municipality. Otherwise each of its sub-folders with CSV files,
    workbooks and YAML files is one. Lock files of open programs (`~$…`) are ignored.
    """
    if not _is_folder(path) or csv_files(path):
        return [path]
    inside = [
        child
        for child in sorted(path.iterdir())
        if (child.is_dir() and csv_files(child)) or _is_one_file(child)
    ]
    return inside or [path]


def read_source(path: Path, given: Path | None = None) -> Source:
    """Read one municipality. Problems are collected in the source, not raised.

    `given` is the path that a person wrote, if the municipality is one of many in it.
    """
    shown = shown_path(path, given)
    source = Source(shown)
    try:
        before = _state(path)
        grids = _grids(path, shown, source.problems)
        if grids or not source.problems.any_errors:
            read_grids(source, grids)
            source.digest = "" if source.unread else _digest(path)
            if _state(path) != before:
                source.problems.add(
                    NOT_READABLE,
                    SourceLocation(shown),
                    _("somebody saved the data while they were read. Run the command again."),
                )
    except PermissionError as error:
        source.problems.add(
            NOT_READABLE,
            SourceLocation(shown_path(Path(error.filename or path), given or path)),
            _("the file may not be read. Close it in other programs, or check your rights."),
        )
    except OSError as error:
        source.problems.add(
            NOT_READABLE,
            SourceLocation(shown),
            _("the file cannot be read ({reason}).").format(reason=error.strerror),
        )
    keep_identity_numbers_hidden(source)
    return source


def _grids(path: Path, shown: str, problems: Problems) -> list[Grid]:
    if not path.exists():
        problems.add(NOT_READABLE, SourceLocation(shown), _("there is no such file or folder."))
        return []
    if path.is_dir():
        return _folder(path, shown, problems)
    if not path.is_file():
        problems.add(
            NOT_READABLE,
            SourceLocation(shown),
            _("this is a device or a pipe, not a file. Save the data as a file first."),
        )
        return []
    suffix = path.suffix.lower()
    if path.stat().st_size > MAX_FILE_BYTES:
        problems.add(
            NOT_READABLE,
            SourceLocation(shown),
            _("the file is {size} MB; at most {limit} MB are read.").format(
                size=path.stat().st_size // 1024**2, limit=MAX_FILE_BYTES // 1024**2
            ),
        )
        return []
    if suffix in YAML_FILES:
        from samordning_graph.input.yaml_file import read_yaml_file

        return read_yaml_file(path, shown, problems)
    if suffix in (".csv", ".txt"):
        problems.add(
            NOT_READABLE,
            SourceLocation(shown),
            _("this is one table of several. Give the folder that it lies in: {folder}").format(
                folder=printable(path.parent.as_posix())
            ),
        )
        return []
    from samordning_graph.input.workbook import read_workbook

    grids = read_workbook(path, shown, problems)
    if grids:
        report_beside_workbook(path, shown, problems)
    return grids


def _folder(path: Path, shown: str, problems: Problems) -> list[Grid]:
    if not csv_files(path):
        problems.add(
            NOT_READABLE,
            SourceLocation(shown),
            _("the folder holds no CSV files, workbooks or YAML files."),
        )
        return []
    for beside in sorted(path.iterdir()):
        if _is_one_file(beside):
            problems.add(
                NOT_READ,
                SourceLocation(f"{shown}/{printable(beside.name)}"),
                _("not read: the folder's CSV files are the municipality."),
            )
    return read_csv_folder(path, shown, problems)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that is too long, or a loop of links: reading it tells
        return False


def _is_one_file(path: Path) -> bool:
    return path.suffix.lower() in (*WORKBOOKS, *YAML_FILES) and not path.name.startswith(
        ("~$", ".")
    )


def input_files(path: Path) -> list[Path]:
    """Return the files that reading a path would read."""
    return [
        file
        for municipality in municipality_paths(path)
        if municipality.exists()
        for file in (csv_files(municipality) if municipality.is_dir() else [municipality])
    ]


def _state(path: Path) -> list[tuple[Path, int, int]]:
    """Return when the files of a path were last changed: the digest is of a reading of its own."""
    if not path.exists():
        return []
    return [(file, file.stat().st_mtime_ns, file.stat().st_size) for file in input_files(path)]


def _digest(path: Path) -> str:
    """Return the SHA-256 of the names and contents of the files that were read."""
    digest = hashlib.sha256()
    for file in input_files(path):
        digest.update(os.fsencode(file.name) + b"\0")
        with file.open("rb") as stream:
            while chunk := stream.read(1024 * 1024):
                digest.update(chunk)
    return digest.hexdigest()
