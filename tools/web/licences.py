"""The licences of all that is in the page: ours, those of the packages, and those of Python itself."""

from collections.abc import Sequence
from pathlib import Path

from samordning_graph.common.version import __version__
from samordning_graph.web.page import Licence
from tools.web import runtime
from tools.web.own_files import ROOT
from tools.web.wheels import VIS_NETWORK, licence_of, vis_network_notice

FOLDER = Path(__file__).with_name("licences")
"""Texts that come with no package: that of Pyodide, and those of Python and what is built into it."""


def licences(wheels: Sequence[Path]) -> list[Licence]:
    """Return all of them, ours first."""
    pyodide, python = runtime.version(), runtime.python_version()
    return [
        Licence("samordning_graph", __version__, "MIT", "", _text(ROOT / "LICENSE")),
        *(Licence(*licence_of(wheel)) for wheel in wheels),
        Licence(
            "vis-network",
            VIS_NETWORK.split("/vis-")[1].partition("/")[0],
            "MIT or Apache-2.0",
            "https://github.com/visjs/vis-network",
            vis_network_notice(wheels),
        ),
        Licence(
            "Pyodide",
            pyodide,
            "MPL-2.0",
            f"https://github.com/pyodide/pyodide/tree/{pyodide}",
            _text(FOLDER / "MPL-2.0.txt"),
        ),
        Licence(
            "Python",
            python,
            "PSF-2.0",
            f"https://github.com/python/cpython/tree/v{python}",
            _text(FOLDER / "Python.txt"),
        ),
        Licence(
            "Emscripten, musl, libffi, Expat, zlib, bzip2, Zstandard, SQLite, liblzma",
            "",
            "MIT, zlib, BSD",
            f"https://github.com/pyodide/pyodide/blob/{pyodide}/Makefile.envs",
            _text(FOLDER / "Built-in.txt"),
        ),
    ]


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
