"""Reads a folder of CSV files as grids of text."""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

from samordning_graph.locale import _
from samordning_graph.place import Place
from samordning_graph.problem import ENCODING, NOT_READABLE, Problems
from samordning_graph.read.table import HEADER_WITHIN, Grid, known_headers, table_of
from samordning_graph.text import fold

MAX_FILE = 50 * 1024 * 1024
"""Bytes in one text file: more than ten times the largest table of the largest municipality."""

_UTF8_LETTER = re.compile(rb"[\xc3\xc4\xc5][\x80-\xbf]")
_DELIMITERS = ";,\t"


def csv_files(folder: Path) -> list[Path]:
    """Return the text tables of a folder, by name. Excel's «Unicode-tekst» is saved as .txt."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in (".csv", ".txt")
        and path.is_file()
        and not path.name.startswith(("~$", "."))
    )


def read_csv_folder(folder: Path, shown: str, problems: Problems) -> list[Grid]:
    """Return a grid per file; a file that cannot be read gives a problem instead."""
    grids = []
    for path in csv_files(folder):
        name = f"{shown}/{path.name}"
        text = read_text(path, name, problems)
        if text is None:
            continue
        if not text.strip():
            problems.add(NOT_READABLE, Place(name), _("the file is empty."))
            continue
        grids.append(Grid(path.stem, Place(name), _rows(text, path.stem)))
    return grids


def read_text(path: Path, shown: str, problems: Problems) -> str | None:
    """Return the text of a file in UTF-8, UTF-16 (with its mark) or cp1252; None with a problem.

    Only a file that has neither a mark nor valid UTF-8 letters is cp1252: a mixture is a problem,
    since nobody can know which letters are meant.
    """
    if path.stat().st_size > MAX_FILE:
        problems.add(
            NOT_READABLE,
            Place(shown),
            _("the file is {size} MB; at most {limit} MB are read.").format(
                size=path.stat().st_size // 1024**2, limit=MAX_FILE // 1024**2
            ),
        )
        return None
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif content.startswith(b"\xef\xbb\xbf") or _UTF8_LETTER.search(content):
        encoding = "utf-8-sig"
    else:
        encoding = "utf-8" if _is_utf8(content) else "cp1252"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        problems.add(
            ENCODING,
            Place(shown, row=row),
            _(
                "a letter here is not {encoding}, as the rest of the file is. Open the file in"
                " Excel, check æ, ø and å, and save it as «CSV UTF-8»."
            ).format(encoding=encoding.removesuffix("-sig").upper()),
        )
        return None
    if "\0" in text:
        problems.add(NOT_READABLE, Place(shown), _("this is not a text file."))
        return None
    return text


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _rows(text: str, table_name: str) -> list[tuple[int, Sequence[str]]]:
    """Return the rows as Excel counts them: a line break inside quotes starts no row."""
    csv.field_size_limit(MAX_FILE)
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=_delimiter(text, table_name))
    return [(number, cells) for number, cells in enumerate(reader, start=1) if any(cells)]


def _delimiter(text: str, table_name: str) -> str:
    """Return the separator of the header: the one that makes most known columns of a row."""
    lines = text.splitlines()[:HEADER_WITHIN]
    table = table_of(table_name)
    known = known_headers(table) if table else {}
    fits = {
        mark: max(
            sum(fold(part.strip('"')) in known for part in line.split(mark)) for line in lines
        )
        for mark in _DELIMITERS
    }
    best = max(_DELIMITERS, key=lambda mark: fits[mark])
    if fits[best]:
        return best
    header = next((line for line in lines if line.strip()), "")
    return max(_DELIMITERS, key=header.count)
