"""Writes files and folders so that nothing is left half-written and nothing is lost."""

import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

_PREFIX = ".samordning-"
"""Begins the name of a file that is not complete yet."""
_LEFT_BEHIND_SECONDS = 3600
"""Age at which it never will be: whoever wrote it was stopped."""
_LONGEST_SUFFIX = 20


def write_atomically(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a temporary file beside `path`, and put it in place when it is complete.

    If `write` fails, the temporary file is removed and the file at `path` is untouched. A device
    or a pipe (/dev/null, /dev/fd/63) is written to directly: no file may take its place.

    Raises
    ------
    OSError
        If the folder does not exist or cannot be written to.
    """
    if path.exists() and not path.is_file():  # before it is resolved: a pipe has no name
        write(path)
        return
    path = path.resolve()  # a link stays a link: the file that it points to is written
    _remove_left_behind(path.parent)
    suffix = path.suffix if len(path.suffix) <= _LONGEST_SUFFIX else ""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX, suffix=suffix)
    os.close(handle)
    temporary = Path(name)
    try:
        write(temporary)
        temporary.chmod(_mode(path))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _remove_left_behind(folder: Path) -> None:
    """Remove what an earlier run left in a folder when it was killed."""
    try:
        found = list(folder.glob(f"{_PREFIX}*"))
        old = [path for path in found if path.stat().st_mtime < time.time() - _LEFT_BEHIND_SECONDS]
    except OSError:  # another run has just removed one; what is left waits for the next
        return
    for path in old:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


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
    write_atomically(path, lambda temporary: write_text(temporary, write))


def write_text(path: Path, write: Callable[[TextIO], None]) -> None:
    """Let `write` fill a UTF-8 text file with line ends as written."""
    # A file name with letters that the system cannot decode is written with «?», never a crash.
    with path.open("w", encoding="utf-8", errors="replace", newline="") as stream:
        write(stream)


def write_folder_atomically(folder: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a new folder beside `folder`, and put it in place when it is complete.

    If `write` fails, the new folder is removed and the folder at `folder` is untouched.

    Raises
    ------
    OSError
        If the parent folder does not exist or cannot be written to.
    """
    folder = folder.resolve()  # a link stays a link: the folder that it points to is written
    _remove_left_behind(folder.parent)
    new, old = (folder.with_name(f"{_PREFIX}{secrets.token_hex(8)}") for _ in "ab")
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
