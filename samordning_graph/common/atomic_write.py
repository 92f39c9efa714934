"""Writes files and folders so that nothing is left half-written and nothing is lost."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TextIO


def write_atomically(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a temporary file beside `path`, and put it in place when it is complete.

    If `write` fails, the temporary file is removed and the file at `path` is untouched. A device
    or a pipe (/dev/null) is written to directly: no file may take its place.

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
    """Return the permissions of the existing file, or those that any new file gets.

    mkstemp makes files that only their owner may read; a report is for more people, unless
    somebody has restricted it.
    """
    if path.exists():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def write_text_atomically(path: Path, write: Callable[[TextIO], None]) -> None:
    """Let `write` fill a UTF-8 text file with line ends as written; put it in place when complete."""

    def fill(temporary: Path) -> None:
        # A file name with letters that the system cannot decode is written with «?», never a crash.
        with temporary.open("w", encoding="utf-8", errors="replace", newline="") as stream:
            write(stream)

    write_atomically(path, fill)


def write_folder_atomically(folder: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a new folder beside `folder`, and put it in place when it is complete.

    If `write` fails, the new folder is removed and the folder at `folder` is untouched.

    Raises
    ------
    OSError
        If the parent folder does not exist or cannot be written to.
    """
    folder = folder.resolve()  # a link stays a link: the folder that it points to is written
    new, old = (folder.with_name(f".{folder.name}-{secrets.token_hex(4)}") for _ in "ab")
    new.mkdir()
    try:
        write(new)
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        if old.exists() and not folder.exists():
            old.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def copy_text(file: Path, stream: TextIO) -> None:
    """Copy a UTF-8 file to a stream, with its line ends unchanged, one block at a time."""
    with file.open(encoding="utf-8", newline="") as text:
        shutil.copyfileobj(text, stream)
