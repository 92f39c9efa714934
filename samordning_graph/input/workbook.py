"""Reads a workbook of Excel (.xlsx) or LibreOffice (.ods) as grids of text.

Only values are looked at, in one pass per sheet: no colour, font or other style can refuse a file.
"""

import re
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from samordning_graph.common.locale import _
from samordning_graph.input.csv_folder import is_web_page
from samordning_graph.input.excel_parts import Package, read_excel_parts
from samordning_graph.input.file_kinds import other_kind
from samordning_graph.input.grid import MAX_CELLS, MAX_LETTERS, Budget, Grid, TooLargeError
from samordning_graph.input.open_document import read_open_document
from samordning_graph.input.table_names import tables_named_in
from samordning_graph.input.xml_stream import EntitiesError
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.problem_kinds import NOT_READABLE
from samordning_graph.schema.source_location import SourceLocation

MAX_UNPACKED_BYTES = 100 * 1024 * 1024
"""Bytes that a workbook may unpack to: far more than any municipality needs, far less than a bomb."""
MAX_TAGS = 4_000_000
"""Tags, and attributes, in a workbook: four tags and some attributes for each of `MAX_CELLS`.
They, and not its bytes, decide how long an XML part takes."""

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK_BYTES = 256 * 1024
"""Bytes with at least one tag: a cell holds at most 32 767 letters of at most four bytes."""
_WRITTEN_BY_US = re.compile(rb">samordning</(?:dc:creator|meta:initial-creator)>")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_OTHER_PARTS = (
    ("xl/workbook.bin", ".xlsb"),
    ("word/document.xml", ".docx"),
    ("ppt/presentation.xml", ".pptx"),
    ("index/document.iwa", ".numbers"),
    ("index.zip", ".numbers"),
)
"""Parts by which other packed files are known, whatever they are called."""


class WorkbookError(Exception):
    """The file cannot be read as a workbook; the text says why and what to do."""


def read_workbook(
    path: Path, shown: str, problems: Problems, *, may_be_ours: bool = False
) -> list[Grid]:
    """Return a grid per sheet, or none when the file is no workbook (then a problem says why).

    What this program wrote of findings is no municipality, and is refused unless it `may_be_ours`.
    """
    try:
        with path.open("rb") as file:
            _refuse_other_formats(file, path.suffix)
            return _grids(file, shown, may_be_ours=may_be_ours)
    except WorkbookError as error:
        problems.add(NOT_READABLE, SourceLocation(shown), str(error))
        return []


def _refuse_other_formats(file: BinaryIO, suffix: str) -> None:
    start = file.read(512)
    file.seek(0)
    if not start:
        raise WorkbookError(_("the file is empty."))
    if start.startswith(_OLE):
        encrypted = _ENCRYPTED in file.read(MAX_UNPACKED_BYTES)
        raise WorkbookError(_password() if encrypted else other_kind(".xls"))
    if zipfile.is_zipfile(file):
        file.seek(0)
        return
    if what_it_is := other_kind(suffix):
        raise WorkbookError(what_it_is)
    if is_web_page(start):
        raise WorkbookError(
            _("this is a web page, not a workbook. Save it from Excel as «Excel Workbook (.xlsx)».")
        )
    raise WorkbookError(_("this is not an Excel workbook (.xlsx), or it is damaged."))


def _password() -> str:
    return _("the workbook is protected by a password. Save a copy without a password.")


def _grids(file: BinaryIO, shown: str, *, may_be_ours: bool) -> list[Grid]:
    try:
        with zipfile.ZipFile(file) as archive:
            return _grids_of(archive, shown, may_be_ours=may_be_ours)
    except EntitiesError as error:
        raise WorkbookError(
            _(
                "the workbook holds XML entities, which no spreadsheet program writes. It is refused."
            )
        ) from error
    except TooLargeError as error:
        raise _too_many_cells() from error
    except (
        *(zlib.error, zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError),
        # A part that Excel would not write: a text, a sheet or a part that is not there.
        *(LookupError, ValueError),
    ) as error:
        raise WorkbookError(
            _(
                "the workbook is damaged or is not an Excel workbook. Open it in Excel and save it"
                " again as «Excel Workbook (.xlsx)»."
            )
        ) from error


def _grids_of(archive: zipfile.ZipFile, shown: str, *, may_be_ours: bool) -> list[Grid]:
    _refuse_bombs(archive)
    package, budget = Package(archive), Budget(MAX_CELLS, MAX_LETTERS)
    if "mimetype" in package:
        with package.open("mimetype") as stream:
            is_ods = stream.read(len(_ODS)) == _ODS
        if is_ods:
            _refuse_locked(package)
            with package.open("content.xml") as content:
                grids = read_open_document(content, shown, budget)
            if not may_be_ours:
                _refuse_report(package, "meta.xml", grids)
            return grids
    for part, suffix in _OTHER_PARTS:
        if part in package:
            raise WorkbookError(other_kind(suffix))
    if "[Content_Types].xml" not in package or package.main_part() not in package:
        raise WorkbookError(_("this is a compressed file, but not an Excel workbook (.xlsx)."))
    grids = list(read_excel_parts(package, shown, budget))
    if not may_be_ours:
        _refuse_report(package, "docProps/core.xml", grids)
    return grids


def _refuse_report(package: Package, properties: str, grids: list[Grid]) -> None:
    """Refuse the workbook of findings that this program has written, also as others save it."""
    if properties not in package or any(tables_named_in(grid.name) for grid in grids):
        return
    with package.open(properties) as stream:
        if _WRITTEN_BY_US.search(stream.read(_CHUNK_BYTES)):
            raise WorkbookError(
                _(
                    "this is a workbook with findings, written by `samordning report`. Give the"
                    " workbook that the report is about."
                )
            )


def _refuse_locked(package: Package) -> None:
    """Refuse an OpenDocument file with a password: its manifest names the encryption."""
    if "META-INF/manifest.xml" in package:
        with package.open("META-INF/manifest.xml") as stream:
            if b"encryption-data" in stream.read():
                raise WorkbookError(_password())


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED_BYTES:
        raise WorkbookError(
            _("the workbook unpacks to {size} MB; at most {limit} MB are read.").format(
                size=unpacked // 1024**2, limit=MAX_UNPACKED_BYTES // 1024**2
            )
        )
    _refuse_crowded(archive, entries)


def _refuse_crowded(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse parts that Excel does not write, and more XML than `MAX_CELLS` cells need."""
    tags = attributes = 0
    for entry in entries:
        if entry.flag_bits & 1 or entry.compress_type not in (
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        ):
            raise zipfile.BadZipFile
        with archive.open(entry) as part:
            is_xml = _may_be_xml(chunk := part.read(_CHUNK_BYTES))
            while chunk:
                tags_here = chunk.count(b"<")
                if is_xml and not tags_here and len(chunk) == _CHUNK_BYTES:
                    raise zipfile.BadZipFile
                tags += tags_here
                attributes += chunk.count(b"=")
                if max(tags, attributes) > MAX_TAGS:
                    raise _too_many_cells()
                chunk = part.read(_CHUNK_BYTES)


def _may_be_xml(start: bytes) -> bool:
    start = start.lstrip(b" \t\r\n\xef\xbb\xbf\xff\xfe\0")
    return not start or start.startswith(b"<")


def _too_many_cells() -> WorkbookError:
    return WorkbookError(_("the workbook has more than {limit} cells.").format(limit=MAX_CELLS))
