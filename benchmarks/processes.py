"""Whole processes, interleaved: what a person waits for, against what cannot be avoided."""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import generate
from benchmarks.measure import Cost, Line, at_most, ms

REPETITIONS = 11
EXAMPLE = Path(__file__).parents[1] / "data" / "eksempel"
MAX_MULTIPLE = 5
"""`report` on the largest municipality may take this many times what `check`, which reads it, does."""
SUGGEST_LIMIT_SECONDS = 5
"""Seconds for `suggest` on the largest municipality: one thread, so that a person waits as long."""


def measure(python: str = sys.executable) -> Iterator[Line]:
    """Yield the lines of this benchmark; `python` should have neither numpy nor scipy."""
    if _runs([python, "-c", "import numpy"]):
        yield Line(
            "environment",
            "numpy is installed here, and networkx and openpyxl load it: see --plain-python",
        )
    click = [python, "-c", "import click"]
    networkx = [python, "-c", "import networkx"]
    samordning = program(python)
    yield from _against("`samordning --help` / `import click`", [*samordning, "--help"], click, 2)
    report = [*samordning, "report"]
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
            f"`report` / `check` on a municipality of {generate.LARGEST_ACTORS} actors",
            [*report, folder],
            [*samordning, "check", folder],
            MAX_MULTIPLE,
            repetitions=3,
        )
        took = typical([cost_of([*samordning, "suggest", folder]) for _ in range(5)])
    yield Line(
        f"`suggest` on a municipality of {generate.LARGEST_ACTORS} actors",
        str(took),
        f"< {SUGGEST_LIMIT_SECONDS} s of processor time",
        took.processor < SUGGEST_LIMIT_SECONDS,
    )


def program(python: str) -> list[str]:
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
    missing = [word for word in command if word.endswith(".xlsx") and not Path(word).exists()]
    if missing or not (_runs(command) and _runs(bare)):
        yield Line(what, f"skipped: {missing[0] + ' is missing' if missing else 'does not run'}")
        return
    commands = {"command": command, "bare": bare}
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for repetition in range(repetitions):
        for name in sorted(commands, reverse=bool(repetition % 2)):
            costs[name].append(cost_of(commands[name]))
    took = {name: typical(each) for name, each in costs.items()}
    used, waited = (" / ".join(map(ms, figures)) for figures in zip(*took.values(), strict=True))
    ratio = took["command"].processor / took["bare"].processor
    yield at_most(what, ratio, limit, f"{used}; waited {waited}")


def typical(costs: Sequence[Cost]) -> Cost:
    """Return the medians of what a command took each time."""
    return Cost(*(median(figures) for figures in zip(*costs, strict=True)))


def cost_of(command: list[str]) -> Cost:
    """Return what a command took, with the processes that it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = perf_counter()
    _run(command)
    waited = perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(used, waited)


def _run(command: list[str]) -> None:
    # An installed program has its bytecode: without this, each run would compile the source again.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    quiet = subprocess.DEVNULL
    subprocess.run(command, stdout=quiet, stderr=quiet, env=environment, check=True)
