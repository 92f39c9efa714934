"""A seal on files that people write on: a digest of the rest of the file, put in it when it is written.

Later the seal tells whether the file is as it was written. Then it can be replaced; otherwise
somebody's words would be lost.
"""

import hashlib
import re
import zipfile
from pathlib import Path

_LINE = b"<!-- samordning sha256:%s -->\n"
"""The last line of a text: a comment in HTML, in XML and in Markdown."""
_PLAIN_LINE = b"# samordning sha256:%s\n"
"""The last line of plain text and of YAML."""
_PLAIN = ("yaml", "text", "table")
_CYPHER_LINE = b"// samordning sha256:%s\n"
"""The first line of a script: after its last statement a shell would wait for another."""
_OURS = re.compile(
    rb'\s*\{(?:.{0,200}?"format": ?"samordning|"columns": ?\[.{0,4000}?\], "rows": ?\[)', re.S
)
"""The beginning of our JSON, in which no comment can stand."""
_BEGINNING = 8000
_PROPERTIES = "docProps/core.xml"
_END_OF_PROPERTIES = b"</cp:coreProperties>"
_IDENTIFIER = b'<dc:identifier xmlns:dc="http://purl.org/dc/elements/1.1/">samordning sha256:%s</dc:identifier>'
"""The property of a document or a workbook that is meant for a reference to it."""
_SEALED_PROPERTIES = re.compile(
    re.escape(_IDENTIFIER).replace(b"%s", b"([0-9a-f]{64})") + re.escape(_END_OF_PROPERTIES)
)
REPORT_CATEGORY = "samordning report"
"""The category of a workbook with findings: a folder is searched for municipalities, not for these."""
_REPORT = re.compile(rb"category(?: [^>]*)?>%s<" % REPORT_CATEGORY.encode())
_TIMES = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file knows."""


def seal(path: Path, format_name: str = "") -> None:
    """Seal a document, a workbook or a text that has just been written; a device is left alone.

    A document or a workbook loses the times of its writing, so that the same content is the same
    file.
    """
    if not path.is_file():
        return
    if zipfile.is_zipfile(path):
        _seal_package(path)
        return
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest().encode()
    if format_name == "cypher":
        path.write_bytes(_CYPHER_LINE % digest + content)
        return
    with path.open("ab") as file:
        file.write((_PLAIN_LINE if format_name in _PLAIN else _LINE) % digest)


def is_as_written(path: Path) -> bool:
    """Return whether a file was sealed by this program, and is unchanged since."""
    try:
        if zipfile.is_zipfile(path):
            return _is_package_as_written(path)
        content = path.read_bytes()
    except (OSError, zipfile.BadZipFile):
        return False
    first, _end, script = content.partition(b"\n")
    if first + b"\n" == _CYPHER_LINE % hashlib.sha256(script).hexdigest().encode():
        return True
    for pattern in (_LINE, _PLAIN_LINE):
        length = len(pattern % (b"0" * 64))
        text, line = content[:-length], content[-length:]
        if line == pattern % hashlib.sha256(text).hexdigest().encode():
            return True
    return False


def is_report(path: Path) -> bool:
    """Return whether a workbook holds findings that this program wrote, written on or not."""
    try:
        with zipfile.ZipFile(path) as package, package.open(_PROPERTIES) as properties:
            return _REPORT.search(properties.read(_BEGINNING)) is not None
    except (OSError, zipfile.BadZipFile, KeyError, RuntimeError):
        return False


def is_of_the_kind_of(path: Path, new: Path, format_name: str) -> bool:
    """Return whether data for programs look like what will take their place: they hold no seal.

    CSV has the same header, JSON is any of our formats. An empty file is anybody's.
    """
    with path.open("rb") as file, new.open("rb") as other:
        if format_name == "csv":
            header = file.readline().rstrip()
            return not header or header == other.readline().rstrip()
        beginning = file.read(_BEGINNING)
    return not beginning.strip() or _OURS.match(beginning) is not None


def _seal_package(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {entry.filename: package.read(entry) for entry in package.infolist()}
    properties = _TIMES.sub(b"", parts[_PROPERTIES])
    parts[_PROPERTIES] = properties
    identifier = _IDENTIFIER % _digest(parts).encode()
    before, end, after = properties.rpartition(_END_OF_PROPERTIES)
    parts[_PROPERTIES] = before + identifier + end + after
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            package.writestr(entry, content, zipfile.ZIP_DEFLATED)


def _is_package_as_written(path: Path) -> bool:
    with zipfile.ZipFile(path) as package:
        if _PROPERTIES not in package.namelist():
            return False
        sealed = _SEALED_PROPERTIES.search(package.read(_PROPERTIES))
        if sealed is None:
            return False
        parts = {entry.filename: package.read(entry) for entry in package.infolist()}
    parts[_PROPERTIES] = _SEALED_PROPERTIES.sub(_END_OF_PROPERTIES, parts[_PROPERTIES])
    return sealed[1].decode() == _digest(parts)


def _digest(parts: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in parts.items():
        digest.update(b"%s\0%d\0" % (name.encode(), len(content)))
        digest.update(content)
    return digest.hexdigest()
