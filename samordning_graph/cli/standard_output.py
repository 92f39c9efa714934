"""Standard output for what other programs read: UTF-8, whatever the terminal speaks."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO


@contextmanager
def utf8_output() -> Iterator[TextIO]:
    """Give stdout in UTF-8, with line ends as they are written."""
    sys.stdout.flush()
    stream = TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="")
    try:
        yield stream
    finally:
        stream.flush()
        stream.detach()
