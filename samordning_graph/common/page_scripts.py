"""Scripts and styles that are put into a page: our modules as one, and the hashes that allow them."""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

_IMPORT = re.compile(r'^import [^;]*? from "\.[\w./]+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=async|function|const|class)", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?:/\*\*(?:(?!\*/)[\s\S])*\*/|//.*)[ \t]*\n", re.MULTILINE)
"""A comment that has its lines to itself: for those who read the modules, not the page."""
_TYPE = re.compile(r"/\*\* @(?:type|param) (?:(?!\*/).)*\*/ ?")
"""The type of what follows on the same line."""
_INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)
"""What a reader needs to see the shape of a text, and a browser does not."""
_STYLE_SPACE = re.compile(r"/\*(?:(?!\*/)[\s\S])*\*/|\s*(?=[{}])|(?<=[{};])\s+")
"""Comments of styles, and spaces around braces and after semicolons: none stands in a text there."""


def joined_modules(files: Iterable[Path]) -> Markup:
    """Return modules as one: a module in a page cannot import another one without a network.

    Imports between them are dropped, and so is `export`: a name means the same in all modules. Nor
    are there comments, types or indents: no text in the modules goes over more than one line.
    """
    return Markup("\n").join(Markup(_code(page_text(file))) for file in files)


def _code(text: str) -> str:
    plain = _TYPE.sub("", _COMMENT.sub("", text))
    return _INDENT.sub("", _EXPORT.sub("", _IMPORT.sub("", plain)))


def style_sheet(file: Path) -> Markup:
    """Return a file of styles without what only its readers need."""
    return Markup(_STYLE_SPACE.sub("", page_text(file)))


def page_text(file: Path) -> Markup:
    """Return a file as a browser sees it: line feeds alone, or the hash would not fit."""
    return Markup(file.read_text(encoding="utf-8").replace("\r\n", "\n"))


def hash_sources(texts: Iterable[str]) -> str:
    """Return what a Content-Security-Policy calls these texts, so that it allows them alone."""
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
