"""Writing a folder as a whole: what stood there gives way when all is written, and not before."""

import secrets
import shutil
from collections.abc import Callable
from pathlib import Path


def replace_folder(folder: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a new folder beside `folder`, and put it in place when it is whole.

    If `write` fails, the new folder is removed and what stood at `folder` is untouched.

    Raises
    ------
    OSError
        If the folder above does not exist or cannot be written to.
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
