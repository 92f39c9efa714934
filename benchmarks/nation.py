"""The reports of all municipalities, made by the command itself: `samordning report FOLDER --jobs 2`."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import generate
from benchmarks.measure import Cost, Line, ms
from benchmarks.processes import cost_of, program, typical

LIMIT_SECONDS = 15
"""Seconds for all of them, in two processes on two cores."""
MAX_FLAT_RATIO = 1.5
"""One of many municipalities may cost this many times one of 10."""
REPETITIONS = 3
MUNICIPALITY_COUNTS = (10, 100, generate.ALL_MUNICIPALITIES)


def measure(python: str = sys.executable) -> Iterator[Line]:
    """Yield the lines of this benchmark; `python` should have neither numpy nor scipy."""
    with tempfile.TemporaryDirectory() as root:
        folders = {count: Path(root, str(count)) for count in MUNICIPALITY_COUNTS}
        for count, folder in folders.items():
            generate.write_all(folder, count)

        def reports(count: int, format_name: str, jobs: int) -> Cost:
            command = [*program(python), "report", str(folders[count]), "--format", format_name]
            command += ["--jobs", str(jobs), "-o", str(Path(root, f"{count}-{format_name}"))]
            return typical([cost_of(command) for _ in range(REPETITIONS)])

        yield Line("`import networkx` meanwhile: how fast the machine is", str(_yardstick(python)))
        whole = reports(generate.ALL_MUNICIPALITIES, "text", 2)
        yield Line(
            f"`report` of {generate.ALL_MUNICIPALITIES} municipalities, all rules, text, --jobs 2",
            str(whole),
            f"< {LIMIT_SECONDS} s",
            whole.waited < LIMIT_SECONDS,
        )
        yield Line("the same as html", str(reports(generate.ALL_MUNICIPALITIES, "html", 2)))
        alone = {count: reports(count, "text", 1) for count in MUNICIPALITY_COUNTS}
        yield Line("the same as text, --jobs 1", str(alone[generate.ALL_MUNICIPALITIES]))
        yield _each(alone)
        yield Line(
            "of 10 municipalities as JSON, each finding and pair told, --jobs 2",
            str(reports(10, "json", 2)),
        )


def _yardstick(python: str) -> Cost:
    return typical([cost_of([python, "-c", "import networkx"]) for _ in range(5)])


def _each(alone: dict[int, Cost]) -> Line:
    """Return whether one of many municipalities costs as much as one of few."""
    few, *many = (cost.processor / count for count, cost in alone.items())
    ratio = max(many) / few
    return Line(
        f"processor time per municipality ({' · '.join(map(str, alone))}), --jobs 1, with the start",
        f"{' · '.join(map(ms, (few, *many)))}: {ratio:.2f} ×",
        f"flat: ≤ {MAX_FLAT_RATIO} ×",
        ratio <= MAX_FLAT_RATIO,
    )
