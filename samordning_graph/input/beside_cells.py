"""Personal data beside the cells: in comments, links, document properties and lists of a workbook."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from samordning_graph.common.locale import _
from samordning_graph.common.text import tidy
from samordning_graph.input.personal_data import report_personal_data_in
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.source_location import SourceLocation

MAX_PART_BYTES = 100 * 1024 * 1024
"""Bytes that are looked at in a part: as many as a workbook may unpack to."""

_SHEET = re.compile(r"worksheets/[^/]*\.xml$")
_OTHERS = re.compile(
    r"(comments?\d*|threadedComments?/[^/]*|docProps/[^/]*|drawing\d*|workbook|persons?)\.xml$"
    r"|^(?:meta|styles|content)\.xml$|worksheets/_rels/[^/]*\.rels$",
    re.IGNORECASE,
)
_OPEN_DOCUMENT = "content.xml"
"""The part of an OpenDocument file that holds the cells, and remarks between them."""
_REMARK, _END_OF_REMARK = "<office:annotation", "</office:annotation>"
_LINK = re.compile(r'\b(?:Target|xlink:href)="((?:mailto|tel|sms):[^"]*)"', re.IGNORECASE)
"""Where a cell with an address leads: Excel makes a link of it, and keeps it when the text is changed."""
_END_OF_CELLS = re.compile(rb"</(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*/>")
_SHOWN_ATTRIBUTE = re.compile(r'\b(?:prompt|error|promptTitle|errorTitle)="([^"]*)"')
_DRAWN = re.compile(r"<a:t>([^<]*)</a:t>")
"""A text of a drawing: its other elements are figures."""
_TAG = re.compile(r"<[^<>]*>")
_COMMENT_MARK = re.compile(r"(?:^|\s)#")


def report_beside_workbook(path: Path, shown: str, problems: Problems) -> None:
    """Report personal data in the comments, links, properties, drop-downs and drawings of a workbook.

    A workbook that cannot be opened has a problem of its own, and is passed over.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            for part, text in _texts(archive):
                place = SourceLocation(
                    shown, column=_("beside the cells: {part}").format(part=part)
                )
                report_personal_data_in(problems, place, text)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError):
        return


def _texts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield each part that holds text beside the cells, by name, without its tags."""
    for entry in archive.infolist():
        is_sheet = _SHEET.search(entry.filename) is not None
        if not is_sheet and not _OTHERS.search(entry.filename):
            continue
        with archive.open(entry) as stream:
            content = stream.read(MAX_PART_BYTES)
        if is_sheet:
            ends = [match.end() for match in _END_OF_CELLS.finditer(content)]
            content = content[ends[-1] :] if ends else b""
        encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
        text = content.decode(encoding, errors="replace")
        # A number may be cut by the end of a run: its parts are joined by one space.
        if entry.filename.endswith(".rels"):
            shown = " ".join(_LINK.findall(text))
        elif entry.filename == _OPEN_DOCUMENT:
            shown = " ".join((*_remarks(text), *_LINK.findall(text)))
        elif "drawing" in entry.filename:
            shown = " ".join(_DRAWN.findall(text))
        else:
            shown = " ".join((_TAG.sub(" ", text), *_SHOWN_ATTRIBUTE.findall(text)))
        yield entry.filename.rpartition("/")[2], tidy(unescape(shown))


def _remarks(text: str) -> Iterator[str]:
    """Yield the remarks in the cells of an OpenDocument file, without their tags."""
    begins = text.find(_REMARK)
    while begins >= 0:
        ends = text.find(_END_OF_REMARK, begins)
        if ends < 0:
            return
        yield _TAG.sub(" ", text[begins:ends])
        begins = text.find(_REMARK, ends)


def report_beside_yaml(text: str, shown: str, problems: Problems) -> None:
    """Report personal data in the comments of a YAML text."""
    for number, line in enumerate(text.splitlines(), start=1):
        if (mark := _COMMENT_MARK.search(line)) is not None:
            report_personal_data_in(problems, SourceLocation(shown, row=number), line[mark.end() :])
