"""Writing files so that nothing is half-written and nothing is lost."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TextIO


def write_atomically(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a temporary file beside `path`, and put it in place when it is whole.

    If `write` fails, the temporary file is removed and what stood at `path` is untouched. A device
    or a pipe (/dev/null) is written to as it is: a file must not take its place.

    Raises
    ------
    OSError
        If the folder does not exist or cannot be written to.
    """
    path = path.resolve()  # a link stays a link: the file that it points to is written
    if path.exists() and not path.is_file():
        write(path)
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
    os.close(handle)
    temporary = Path(name)
    try:
        write(temporary)
        temporary.chmod(_mode(path))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """Return the rights of the file that stands there, or those that a new file gets.

    mkstemp makes files that only their owner may read; a report is for others too, unless somebody
    has said otherwise.
    """
    if path.exists():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def copy_text(file: Path, stream: TextIO) -> None:
    """Write what a UTF-8 file holds to a stream, line ends as they are, a piece at a time."""
    with file.open(encoding="utf-8", newline="") as text:
        shutil.copyfileobj(text, stream)


def write_text_atomically(path: Path, write: Callable[[TextIO], None]) -> None:
    """Let `write` fill a text file (UTF-8, line ends as they are written), put in place when whole."""

    def fill(temporary: Path) -> None:
        # A file name in letters that the system cannot tell is written with «?», never a crash.
        with temporary.open("w", encoding="utf-8", errors="replace", newline="") as stream:
            write(stream)

    write_atomically(path, fill)
