"""Reads a small text file whole."""

import errno
from pathlib import Path

from samordning_graph.common.locale import _


def read_whole_text(path: Path) -> str:
    """Return the text of a UTF-8 file, without the mark at its start.

    Raises
    ------
    OSError
        If it cannot be read, or is a device or a pipe, which may have no end.
    UnicodeDecodeError
        If it is not UTF-8.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(errno.EINVAL, _("it is a device or a pipe"))
    return path.read_text(encoding="utf-8-sig")
