"""From files of other programs to raw tables: what a file is, is decided by what it holds."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from samordning_graph.common.locale import _
from samordning_graph.common.text import fold, tidy
from samordning_graph.input.csv_folder import TextError, read_rows
from samordning_graph.input.example_rows import WORDS_SHEET
from samordning_graph.input.foreign.json_file import read_json
from samordning_graph.input.foreign.matrix import tables_of_matrix
from samordning_graph.input.foreign.raw_table import ForeignNetworkError, RawTable, raw_table
from samordning_graph.input.foreign.words import is_known_header
from samordning_graph.input.foreign.xml_file import read_xml
from samordning_graph.input.grid import column_letter, is_for_own_use
from samordning_graph.input.workbook import read_workbook
from samordning_graph.schema.problem import Problems

_OTHER_NETWORK_FILES = (".net", ".paj", ".dl", ".gdf", ".dot", ".gv", ".gephi", "##h", "##d")
_BEGINNING = 512
MAX_NETWORK_BYTES = 10 * 1024 * 1024
"""Bytes of a file: six times a published network of 1 300 organisations with 7 600 ties."""


def read_files(paths: Sequence[Path], *, has_matrix: bool = False) -> list[RawTable]:
    """Return every table of some files. With `has_matrix`, somebody says that one is a matrix.

    Raises
    ------
    ForeignNetworkError
        If a file cannot be read, or a national identity number stands in it.
    """
    return [table for path in paths for table in _read(path, has_matrix)]


def _read(path: Path, has_matrix: bool) -> list[RawTable]:
    if path.exists() and not path.is_file():
        message = (
            _("{file}: this is a folder. Give the files in it.")
            if path.is_dir()
            else _("{file}: this is a device or a pipe, not a file. Save the data as a file first.")
        )
        raise ForeignNetworkError(message.format(file=path.as_posix()))
    if not path.is_file():
        raise ForeignNetworkError(_("{file}: there is no such file.").format(file=path.as_posix()))
    if path.stat().st_size > MAX_NETWORK_BYTES:
        raise ForeignNetworkError(
            _("{file}: the file is {size} MB; at most {limit} MB are read.").format(
                file=path.name,
                size=path.stat().st_size // 1024**2,
                limit=MAX_NETWORK_BYTES // 1024**2,
            )
        )
    with path.open("rb") as file:
        start = file.read(_BEGINNING)
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return list(_sheets(path, has_matrix))
    if bare.startswith(b"<"):
        return read_xml(path)
    if bare.startswith(b"{"):
        return read_json(path)
    if path.suffix.lower() in _OTHER_NETWORK_FILES or bare.startswith((b"graph", b"Creator")):
        raise ForeignNetworkError(
            _(
                "{file}: this kind of network file is not read. Open it in Gephi or the program that"
                " wrote it, and save it as GraphML, GEXF or CSV."
            ).format(file=path.name)
        )
    try:
        rows = [cells for _number, cells in read_rows(path)]
    except TextError as error:
        raise ForeignNetworkError(f"{path.name}: {error}") from error
    return _tables(path.name, rows, has_matrix)


def _sheets(path: Path, has_matrix: bool) -> Iterator[RawTable]:
    problems = Problems()
    grids = read_workbook(path, path.name, problems)
    for problem in problems.found:
        raise ForeignNetworkError(f"{path.name}: {problem.message}")
    if any(grid.name == WORDS_SHEET for grid in grids):
        raise ForeignNetworkError(
            _(
                "{file}: this is a workbook of ours already. Go on in it, and run: samordning check"
                " {file}"
            ).format(file=path.name)
        )
    for grid in grids:
        if grid.rows and not is_for_own_use(grid.name):
            place = f"{path.name}: {grid.name}" if len(grids) > 1 else path.name
            tables = _tables(place, [cells for _number, cells in grid.rows], has_matrix)
            if grid.unreadable and tables:
                tables[0].notes.append(
                    _(
                        "{place}: {count} cells with errors or unsaved formulas are not read."
                    ).format(place=place, count=len(grid.unreadable))
                )
            yield from tables


def _tables(place: str, rows: Sequence[Sequence[str]], has_matrix: bool) -> list[RawTable]:
    """Return what a sheet holds: the nodes and ties of a matrix, or a list with headers."""
    # A title above the table has one cell; a table has at least two columns.
    first = next((at for at, row in enumerate(rows) if sum(map(bool, map(tidy, row))) > 1), None)
    if first is None:
        return [RawTable(place, [], [])]
    rows = rows[first:]
    if matrix := tables_of_matrix(place, rows, stated=has_matrix):
        return matrix
    headers = [tidy(text) for text in rows[0]]
    if _is_data(headers, rows[1:]):
        headers = [column_letter(index) for index in range(len(headers))]
    else:
        rows = rows[1:]
    width = max(map(len, rows), default=0)
    names: list[str] = []
    for index in range(width):
        header = (headers[index] if index < len(headers) else "") or column_letter(index)
        names.append(f"{header} ({column_letter(index)})" if header in names else header)
    return [raw_table(place, (dict(zip(names, row, strict=False)) for row in rows))]


def _is_data(first: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row is one of the list: its names stand further down again."""
    if any(is_known_header(text) for text in first):
        return False
    below = {fold(text) for row in others for text in row if text and not text.isdecimal()}
    return any(fold(text) in below for text in first if text)
