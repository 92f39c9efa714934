"""Whole processes, interleaved: what a person waits for, against what cannot be avoided."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import generate
from benchmarks.measure import Line, at_most, interleaved, ms

REPETITIONS = 11
EXAMPLE = Path(__file__).parents[1] / "data" / "eksempel"
SMALL_MULTIPLE = 5
"""`report` on the largest municipality may take this many times what `check`, which reads it, does."""


def measure(python: str = sys.executable) -> Iterator[Line]:
    """Yield the lines of this benchmark; `python` should have neither numpy nor scipy."""
    if _runs([python, "-c", "import numpy"]):
        yield Line(
            "environment",
            "numpy is installed here, and networkx and openpyxl load it: see --plain-python",
        )
    click = [python, "-c", "import click"]
    networkx = [python, "-c", "import networkx"]
    program = _program(python)
    yield from _against("`samordning --help` / `import click`", [*program, "--help"], click, 2)
    report = [*program, "report"]
    yield from _against(
        "`report` on the CSV form of data/eksempel / `import networkx`",
        [*report, str(EXAMPLE)],
        networkx,
        2,
    )
    workbook = EXAMPLE / "eksempel.xlsx"
    yield from _against(
        "`report` on the workbook / `import networkx`", [*report, str(workbook)], networkx, 3
    )
    with tempfile.TemporaryDirectory() as folder:
        generate.write(generate.largest(), Path(folder))
        yield from _against(
            f"`report` / `check` on a municipality of {generate.LARGEST} actors",
            [*report, folder],
            [*program, "check", folder],
            SMALL_MULTIPLE,
            repetitions=3,
        )


def _program(python: str) -> list[str]:
    """Return the command as a person starts it, or the module where it is not installed."""
    script = Path(python).with_name("samordning.exe" if os.name == "nt" else "samordning")
    return [str(script)] if script.exists() else [python, "-m", "samordning_graph"]


def _runs(command: list[str]) -> bool:
    try:
        _run(command)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _against(
    what: str, command: list[str], bare: list[str], limit: float, repetitions: int = REPETITIONS
) -> Iterator[Line]:
    missing = [one for one in command if one.endswith(".xlsx") and not Path(one).exists()]
    if missing or not (_runs(command) and _runs(bare)):
        yield Line(what, f"skipped: {missing[0] + ' is missing' if missing else 'does not run'}")
        return
    took = interleaved({"command": lambda: _run(command), "bare": lambda: _run(bare)}, repetitions)
    figures = f"{ms(took['command'])} / {ms(took['bare'])}"
    yield at_most(what, took["command"] / took["bare"], limit, figures)


def _run(command: list[str]) -> None:
    # An installed program has its bytecode: without this, each run would compile the source again.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    quiet = subprocess.DEVNULL
    subprocess.run(command, stdout=quiet, stderr=quiet, env=environment, check=True)
