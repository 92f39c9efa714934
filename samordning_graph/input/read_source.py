"""From a workbook, a folder of CSV files or a YAML file to records of text.

Nothing is interpreted here: `0301` stays `0301` and every cell keeps its file, sheet, row and
column. `validate` interprets the records.
"""

import hashlib
import os
from pathlib import Path

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import first_few
from samordning_graph.common.reasons import os_reason
from samordning_graph.common.shown_path import printable, shown_path
from samordning_graph.input.csv_folder import MAX_FILE_BYTES, csv_files, read_csv_folder
from samordning_graph.input.file_kinds import (
    TEXT_TABLES,
    WORKBOOKS,
    YAML_FILES,
    is_whole_municipality,
)
from samordning_graph.input.grid import Grid
from samordning_graph.input.path_contents import (
    entries_of,
    files_of,
    name_left_out,
    path_contents,
)
from samordning_graph.input.personal_data import (
    report_personal_data_in_name,
    tell_only_places,
)
from samordning_graph.input.record import Source
from samordning_graph.input.table_reader import read_grids
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.problem_kinds import NOT_FILLED_IN, NOT_READABLE
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import TABLES, Municipality

_PATHS_SHOWN = 3


def read_source(path: Path, given: Path | None = None) -> Source:
    """Read one municipality. Problems are collected in the source, not raised.

    `given` is the path that a person wrote, if the municipality is one of many in it.
    """
    problems = Problems()
    shown = report_personal_data_in_name(problems, shown_path(path, given))
    source = Source(shown, problems=problems)
    try:
        before = _state(path)
        grids = _grids(path, shown, source.problems)
        if grids or not source.problems.any_errors:
            read_grids(source, grids)
            _report_not_filled_in(source, path)
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
            _("the file cannot be read ({reason}).").format(reason=os_reason(error)),
        )
    tell_only_places(source.problems)
    return source


def _report_not_filled_in(source: Source, path: Path) -> None:
    """Report that no row holds anything, unless another problem may be the cause."""
    filled = any(record.table != Municipality.table for record in source.records)
    if filled or source.unread or source.problems.any_errors:
        return
    begin_with = ", ".join(
        table.sheet
        for table in TABLES
        if table.needed or (table is Municipality and not source.records)
    )
    message = (
        _("the workbook is not filled in. Begin with {sheets}.")
        if path.suffix.lower() in WORKBOOKS
        else _("the tables are not filled in. Begin with {sheets}.")
    )
    source.problems.add(
        NOT_FILLED_IN, SourceLocation(source.path), message.format(sheets=begin_with)
    )


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
    if suffix in TEXT_TABLES:
        problems.add(
            NOT_READABLE,
            SourceLocation(shown),
            _("this is one table of several. Give the folder that it lies in: {folder}").format(
                folder=printable(path.parent.as_posix())
            ),
        )
        return []
    from samordning_graph.input.beside_cells import report_beside_workbook
    from samordning_graph.input.workbook import read_workbook

    grids = read_workbook(path, shown, problems)
    if grids:
        report_beside_workbook(path, shown, problems)
    return grids


def _folder(path: Path, shown: str, problems: Problems) -> list[Grid]:
    files = csv_files(path)
    for beside in entries_of(path):
        if beside not in files:
            is_whole = beside.is_file() and is_whole_municipality(beside)
            reason = _("the folder's CSV files are the municipality") if files and is_whole else ""
            name_left_out(problems, beside, shown, reason)
    if not files:
        inside = [
            shown_path(municipality, path)
            for municipality in path_contents(path).municipalities
            if municipality != path
        ]
        message = (
            _("the folder holds municipalities. Give one of them: {paths}.").format(
                paths=first_few(inside, _PATHS_SHOWN)
            )
            if inside
            else _("the folder holds no CSV files, workbooks or YAML files.")
        )
        problems.add(NOT_READABLE, SourceLocation(shown), message)
    return read_csv_folder(path, shown)


def _state(path: Path) -> list[tuple[Path, int, int]]:
    """Return when the files of a path were last changed: the digest is of a reading of its own."""
    if not path.exists():
        return []
    return [(file, file.stat().st_mtime_ns, file.stat().st_size) for file in files_of(path)]


def _digest(path: Path) -> str:
    """Return the SHA-256 of the names and contents of the files that were read."""
    digest = hashlib.sha256()
    for file in files_of(path):
        digest.update(os.fsencode(file.name) + b"\0")
        with file.open("rb") as stream:
            while chunk := stream.read(1024 * 1024):
                digest.update(chunk)
    return digest.hexdigest()
