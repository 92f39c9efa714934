"""Runs in Pyodide under Node: modules become bytecode, and files are packed by its zlib."""

import gzip
import importlib._bootstrap_external as bytecode
import importlib.util
import zipfile
from pathlib import Path

NO_TIME = (1980, 1, 1, 0, 0, 0)
LEVEL = 9


def pack(source: str, target: str, is_zip: bool) -> None:
    """Write a zip file with its modules compiled, or any other file as gzip."""
    if is_zip:
        _pack_zip(source, target)
    else:
        Path(target).write_bytes(gzip.compress(Path(source).read_bytes(), LEVEL, mtime=0))


def _pack_zip(source: str, target: str) -> None:
    with (
        zipfile.ZipFile(source) as archive,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as packed,
    ):
        for name in sorted(archive.namelist()):
            content = archive.read(name)
            if name.endswith(".py"):
                name, content = f"{name}c", _compiled(name, content)
            packed.writestr(
                zipfile.ZipInfo(name, NO_TIME), content, zipfile.ZIP_DEFLATED, compresslevel=LEVEL
            )


def _compiled(name: str, content: bytes) -> bytes:
    """Return bytecode that is used without looking for its source."""
    code = compile(content, name, "exec", dont_inherit=True)
    return bytecode._code_to_hash_pyc(code, importlib.util.source_hash(content), False)
