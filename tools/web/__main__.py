"""`python -m tools.web`: writes build/samordning.html and build/site/, and says how large they are."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from samordning_graph.web.page import web_page
from tools import provide
from tools.web import runtime, wheels
from tools.web.licences import licences
from tools.web.own_files import ROOT, own_files

BUILD = ROOT / "build"
PAGE, SITE = BUILD / "samordning.html", BUILD / "site"
WORK = BUILD / "web"
"""What is kept from one build to the next."""
HERE = Path(__file__).parent
PRECOMPILE = HERE / "precompile.py"
MEGABYTE = 1_000_000


def main() -> int:
    """Build both."""
    node = provide.node()
    WORK.mkdir(parents=True, exist_ok=True)
    (WORK / "wheels").mkdir(exist_ok=True)
    wheel_files = wheels.downloaded(WORK / "wheels")
    sources = {
        "library": _zip("library", _library()),
        "packages": _zip("packages", _packages(wheel_files)),
        "program": _zip("program", own_files()),
        "runtime": runtime.RUNTIME,
        "worker": _written("worker.js", runtime.worker_script()),
    }
    parts = _packed(node, sources)
    known = licences(wheel_files)
    PAGE.write_text(web_page(parts, known), encoding="utf-8", newline="")
    _write_site(parts, web_page({name: f"{name}.bin" for name in parts}, known))
    for name, part in parts.items():
        sys.stdout.write(f"{len(part) / MEGABYTE:7.2f} MB  {name}\n")
    sys.stdout.write(f"{PAGE.stat().st_size / MEGABYTE:7.2f} MB  {PAGE.relative_to(ROOT)}\n")
    return 0


def _library() -> Iterable[tuple[str, bytes]]:
    with zipfile.ZipFile(runtime.LIBRARY) as archive:
        for name in archive.namelist():
            if not name.startswith(runtime.UNUSED) and not name.endswith("/"):
                yield name, archive.read(name)


def _packages(wheel_files: Iterable[Path]) -> Iterable[tuple[str, bytes]]:
    for wheel in wheel_files:
        yield from wheels.files_of(wheel)


def _zip(name: str, files: Iterable[tuple[str, bytes]]) -> Path:
    path = WORK / f"{name}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file, content in files:
            archive.writestr(zipfile.ZipInfo(file), content)
    return path


def _written(name: str, text: str) -> Path:
    path = WORK / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def _packed(node: Iterable[str], sources: Mapping[str, Path]) -> dict[str, bytes]:
    """Return the parts of the page, compiled and packed by the Python that runs in it.

    What was packed in an earlier build is kept for as long as its source is the same.
    """
    how = runtime.version().encode() + PRECOMPILE.read_bytes()
    packed = {
        name: WORK / f"{name}-{sha256(how + source.read_bytes()).hexdigest()}"
        for name, source in sources.items()
    }
    if new := [name for name, file in packed.items() if not file.exists()]:
        pairs = [f"{sources[name]}={packed[name]}" for name in new]
        script = (HERE / "precompile.mjs", runtime.PYODIDE, PRECOMPILE)
        subprocess.run((*node, *script, *pairs), check=True)
    return {name: file.read_bytes() for name, file in packed.items()}


def _write_site(parts: Mapping[str, bytes], page: str) -> None:
    shutil.rmtree(SITE, ignore_errors=True)
    SITE.mkdir(parents=True)
    (SITE / "index.html").write_text(page, encoding="utf-8", newline="")
    for name, part in parts.items():
        (SITE / f"{name}.bin").write_bytes(part)


if __name__ == "__main__":
    sys.exit(main())
