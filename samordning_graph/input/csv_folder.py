"""Reads a folder of CSV files as grids of text."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from samordning_graph.common.locale import _
from samordning_graph.common.shown_path import printable
from samordning_graph.input.file_kinds import is_passed_over, is_text_table
from samordning_graph.input.grid import (
    MAX_CELLS,
    MAX_HEADER_ROWS,
    Grid,
    column_headed,
    table_of,
)
from samordning_graph.input.letters_made_twice import letter_made_twice
from samordning_graph.input.table_names import tables_named_in
from samordning_graph.schema.problem import Problem, ProblemKind
from samordning_graph.schema.problem_kinds import ENCODING, NOT_READABLE
from samordning_graph.schema.source_location import SourceLocation

MAX_FILE_BYTES = 50 * 1024 * 1024
"""Bytes in one text file: more than ten times the largest table of the largest municipality."""

_UTF8_LETTER = re.compile(rb"[\xc3\xc4\xc5][\x80-\xbf]")
_LETTERS_OF_WINDOWS = re.compile("[æøåÆØÅ]".encode("latin-1"))
"""The two encodings have them in the same places, and Python need not look the first one up."""
_LETTERS_OF_OTHERS = (
    # The surest first: the same bytes are marks such as ¿, ›, ® and ’ elsewhere.
    # æ, ø and å within a word
    ("mac_roman", rb"[A-Za-z][\xbe\xbf\x8c][a-z]"),
    ("cp850", rb"[A-Za-z][\x91\x9b\x86][a-z]"),
    # Å of a Mac, Ø and Å of DOS, first in a word: Windows has no such letters
    ("mac_roman", rb"(?<![A-Za-z])\x81[A-Za-z]"),
    ("cp850", rb"(?<![A-Za-z])[\x9d\x8f][A-Za-z]"),
    # Æ and Ø of a Mac, Æ of DOS, first in a word
    ("mac_roman", rb"(?<![A-Za-z])[\xae\xaf][a-z]{2}"),
    ("cp850", rb"(?<![A-Za-z])\x92[a-z]{2}"),
    # ø and å of a Mac, last in a word or first in one
    ("mac_roman", rb"[A-Za-z][\xbf\x8c](?![A-Za-z])|(?<![A-Za-z])[\xbf\x8c][a-z]{2}"),
)
"""Which older encoding has a Norwegian letter where, as a pattern that only such a file compiles.

cp865 of DOS has its letters where cp850 has.
"""
_DELIMITERS = ";,\t|"
_HEADER_CHARACTERS = 100_000
"""Characters at the start of a file in which the header is looked for."""
_SEP_LINE = re.compile(r"sep=([;,\t|])\r?\n", re.IGNORECASE)
_HTML_STARTS = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta")
_END_OF_TEXT = "\0"
"""Added as a row after the last one: it is missing if an open quotation mark swallowed the end."""


def csv_files(folder: Path) -> list[Path]:
    """Return the text tables of a folder, by name."""
    return sorted(
        path
        for path in folder.iterdir()
        if is_text_table(path) and path.is_file() and not is_passed_over(path)
    )


class TextError(Exception):
    """A text file cannot be read; the text says why, `row` where (0 = the whole file)."""

    def __init__(self, message: str, kind: ProblemKind = NOT_READABLE, row: int = 0) -> None:
        super().__init__(message)
        self.kind = kind
        self.row = row


def read_csv_folder(folder: Path, shown: str) -> list[Grid]:
    """Return a grid per file; one that cannot be read has no rows, and says why."""
    grids = []
    for path in csv_files(folder):
        grid = Grid(path.stem, SourceLocation(f"{shown}/{printable(path.name)}"), [])
        try:
            grid.rows = list(_rows(read_text(path), path.stem))
        except TextError as error:
            grid.unread = True
            grid.failure = Problem(error.kind, grid.place._replace(row=error.row), str(error))
        grids.append(grid)
    return grids


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, UTF-16 (with a byte order mark) or an older encoding.

    Only a file with neither a byte order mark nor valid UTF-8 letters is in one of the older ones. A
    mixture is a problem, since nobody can know which letters are meant.

    Raises
    ------
    TextError
        If the file is too large, empty, no text, or a mixture of encodings.
    """
    if path.stat().st_size > MAX_FILE_BYTES:
        raise TextError(
            _("the file is {size} MB; at most {limit} MB are read.").format(
                size=path.stat().st_size // 1024**2, limit=MAX_FILE_BYTES // 1024**2
            )
        )
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in content:
        raise TextError(_("this is not a text file."))
    elif is_web_page(content):
        raise TextError(_("this is a web page, not a table."))
    elif content.startswith(b"\xef\xbb\xbf") or _UTF8_LETTER.search(content):
        encoding = "utf-8-sig"
    else:
        encoding = "utf-8" if _is_utf8(content) else _encoding_of_letters(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise TextError(
            _(
                "a letter here is not {encoding}, as the rest of the file is. Open the file, check"
                " æ, ø and å, and save it as UTF-8 (in Excel «CSV UTF-8»)."
            ).format(encoding=encoding.removesuffix("-sig").upper()),
            ENCODING,
            row=error.object[: error.start].count(b"\n") + 1,
        ) from error
    if "\0" in text:
        raise TextError(_("this is not a text file."))
    if twice := letter_made_twice(text):
        raise TextError(
            _(
                "«{letter}» stands here for a letter such as æ, ø or å: the file has been turned into"
                " UTF-8 twice. Save it anew as UTF-8 (in Excel «CSV UTF-8»), in the program that it came"
                " from."
            ).format(letter=twice[0]),
            ENCODING,
            row=text.count("\n", 0, twice.start()) + 1,
        )
    if not text.strip():
        raise TextError(_("the file is empty."))
    return text


def read_rows(path: Path) -> list[tuple[int, Sequence[str]]]:
    """Return the rows of a text file whose columns are those of another program.

    Raises
    ------
    TextError
        If the file cannot be read.
    """
    return list(_rows(read_text(path), ""))


def is_web_page(content: bytes) -> bool:
    """Return whether a file begins as HTML or XML does."""
    return content[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_HTML_STARTS)


def _encoding_of_letters(content: bytes) -> str:
    """Return cp1252 (Windows), unless æ, ø and å stand where old Macs or DOS have them, and only there."""
    if not _LETTERS_OF_WINDOWS.search(content):
        for encoding, pattern in _LETTERS_OF_OTHERS:
            if re.search(pattern, content):
                return encoding
    return "cp1252"


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _rows(text: str, table_name: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows as Excel counts them: a line break inside quotes starts no row.

    A first line `sep=;` is not counted: it only names the separator.
    """
    if stated := _SEP_LINE.match(text):
        text = text[stated.end() :]
    delimiter = stated[1] if stated else _delimiter(text, table_name)
    if sum(map(text.count, (delimiter, "\n", "\r"))) > MAX_CELLS:
        raise TextError(_("the file has more than {limit} cells.").format(limit=MAX_CELLS))
    csv.field_size_limit(MAX_FILE_BYTES)
    lines = chain(io.StringIO(text, newline=""), [_END_OF_TEXT])
    number = 0
    for number, cells in enumerate(csv.reader(lines, delimiter=delimiter), start=1):
        if cells == [_END_OF_TEXT]:
            return
        if any(cells):
            yield number, cells
    raise TextError(
        _("a quotation mark here is never closed, so that the rest of the file is one cell."),
        row=number,
    )


def _delimiter(text: str, table_name: str) -> str:
    """Return the separator of the header: the one that yields most known columns."""
    beginning = io.StringIO(text[:_HEADER_CHARACTERS], newline=None)
    lines = [line.rstrip("\n") for line in islice(beginning, MAX_HEADER_ROWS)]
    table = table_of(table_name)
    tables = [table] if table else tables_named_in(table_name)
    fits = dict.fromkeys(_DELIMITERS, 0)
    for line in lines:
        for mark in _DELIMITERS:
            parts = line.split(mark)
            known = sum(
                any(column_headed(table, part.strip('"')) for table in tables) for part in parts
            )
            if known == len(parts) > 1:  # a header, and nothing else
                return mark
            fits[mark] = max(fits[mark], known)
    best = max(_DELIMITERS, key=lambda mark: fits[mark])
    if fits[best]:
        return best
    header = next((line for line in lines if line.strip()), "")
    return max(_DELIMITERS, key=header.count)
