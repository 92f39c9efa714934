"""A digest beside data that can hold no seal: `.funn.csv.sha256` beside `funn.csv`.

No comment can stand in CSV and JSON, and a column or a key more would be in the way of the programs
that read them. The digest is a hidden file of its own. Where it is not there (the data were moved, or
written by an earlier version), nothing is known of what somebody has done to them.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_CHUNK_BYTES = 1024 * 1024


def digest_file(path: Path) -> Path:
    """Return where the digest of a file or a folder stands."""
    path = path.resolve()  # beside the file itself, where a link points to it
    return path.with_name(f".{path.name}.sha256")


def remember(path: Path, *passed_over: str) -> None:
    """Write the digest of what has just been written; a device has none.

    Files in a folder that are called as one of `passed_over` do not count. Where no file may be
    written, nothing is remembered.
    """
    if path.is_file() or path.is_dir():
        with suppress(OSError):
            digest_file(path).write_text(f"{_digest(path, passed_over)}\n", encoding="ascii")


def forget(path: Path) -> None:
    """Remove the digest of what is about to be written: the run may be killed before the next one stands."""
    with suppress(OSError):
        digest_file(path).unlink()


def is_known_to_be_changed(path: Path, *passed_over: str) -> bool:
    """Return whether a file or a folder has another digest than when it was written."""
    try:
        if path.is_file() and not path.stat().st_size:
            return False  # emptied: there is nothing to lose
        remembered = digest_file(path).read_bytes().strip()
        return remembered != _digest(path, passed_over).encode()
    except OSError:
        return False


def _digest(path: Path, passed_over: tuple[str, ...]) -> str:
    import hashlib

    digest = hashlib.sha256()
    for file in _files(path, passed_over):
        digest.update(b"%s\0%d\0" % (file.name.encode(errors="replace"), file.stat().st_size))
        with file.open("rb") as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                digest.update(chunk)
    return digest.hexdigest()


def _files(path: Path, passed_over: tuple[str, ...]) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(
            file for file in path.iterdir() if file.is_file() and file.name not in passed_over
        )
    else:
        yield path
