"""Times alternatives side by side, and writes result lines with figure, target and verdict."""

import gc
import resource
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the results. Without a limit it is for information."""

    what: str
    figure: str
    target: str = ""
    holds: bool | None = None


class Cost(NamedTuple):
    """Seconds of processors that a process and those that it started used, and waited for it."""

    processor: float
    waited: float

    def __str__(self) -> str:
        return f"{ms(self.waited)} ({ms(self.processor)} of processor time)"


def at_most(what: str, ratio: float, limit: float, figures: str) -> Line:
    """Return the line of a ratio that should be at most `limit`."""
    return Line(what, f"{ratio:.2f} × ({figures})", f"≤ {limit:g} ×", ratio <= limit)


def at_least(what: str, ratio: float, limit: float, figures: str) -> Line:
    """Return the line of a ratio that should be at least `limit`."""
    return Line(what, f"{ratio:.1f} × ({figures})", f"≥ {limit:g} ×", ratio >= limit)


def table(lines: Sequence[Line]) -> str:
    """Return the lines as a Markdown table."""
    verdict = {True: "ok", False: "**over**", None: ""}
    rows = [
        f"| {line.what} | {line.figure} | {line.target} | {verdict[line.holds]} |" for line in lines
    ]
    return "\n".join(["| measured | figure | target | |", "|---|---|---|---|", *rows])


def timed(work: Callable[[], object], *, collect: bool = True) -> float:
    """Return the seconds that `work` takes, without what the collector does to older objects."""
    if collect:
        gc.collect()
    gc.disable()
    try:
        start = perf_counter()
        work()
        return perf_counter() - start
    finally:
        gc.enable()


def interleaved(
    cases: Mapping[str, Callable[[], object]],
    repetitions: int,
    before: Callable[[], None] = lambda: None,
    before_each: Callable[[], None] = lambda: None,
) -> dict[str, float]:
    """Return the median seconds of each case.

    Every repetition runs each of them once, in an order that rotates, so that a busy machine and
    a warm cache are shared fairly. `before` runs before each repetition, `before_each` before each
    case; neither is timed.
    """
    names = list(cases)
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for repetition in range(repetitions):
        before()
        first = repetition % len(names)
        for name in names[first:] + names[:first]:
            before_each()
            seconds[name].append(timed(cases[name]))
    return {name: median(times) for name, times in seconds.items()}


def peak_megabytes() -> float:
    """Return the most memory that this process has had, in MB.

    `ru_maxrss` of a process that was started by a larger one begins with the larger one's size,
    so Linux is asked for the peak of this address space itself.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ms(seconds: float) -> str:
    """Return a time as a person reads it."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"
