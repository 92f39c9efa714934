"""The page without installation: how large it is, how soon it is ready, and how soon there is a report."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks import generate
from benchmarks.measure import Line, at_most, ms
from benchmarks.processes import EXAMPLE, cost_of, program, typical
from tools import provide
from tools.web import __main__ as build

REPETITIONS = 5
LARGEST_PAGE = 20.0
"""Megabytes."""
LARGE_MUNICIPALITY, LONGEST_WAIT = 300, 60.0
"""Actors of the largest municipality of a real size, and the seconds that its report may take."""
MOST_TIMES = 45
"""`import networkx` takes 0.11 s on a quiet machine: this many times that is five seconds."""
PATIENCE = 300_000
"""Milliseconds."""


def measure() -> Iterator[Line]:
    """Yield the lines of this benchmark."""
    build.main()
    size = build.PAGE.stat().st_size / build.MEGABYTE
    yield Line("the file", f"{size:.1f} MB", f"≤ {LARGEST_PAGE:g} MB", size <= LARGEST_PAGE)
    path = provide.program(provide.CHROMIUM)
    if path is None:
        yield Line("in the browser", "skipped: no Chromium was found")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        arguments = list(provide.CHROMIUM_ARGUMENTS)
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield from _example(browser)
        yield _large(browser, Path(folder))
        browser.close()


def _example(browser: Any) -> Iterator[Line]:
    """Yield what a person waits for, against Python on the machine, in turns."""
    workbook = EXAMPLE / "eksempel.xlsx"
    networkx = [sys.executable, "-c", "import networkx"]
    report = [*program(sys.executable), "report", str(workbook), "--format", "html"]
    ready, first, bare, whole = [], [], [], []
    for _ in range(REPETITIONS):
        page, seconds = _opened(browser)
        ready.append(seconds)
        first.append(_reported(page, [workbook]))
        page.context.close()
        bare.append(cost_of(networkx))
        whole.append(cost_of(report))
    library, process = typical(bare).waited, typical(whole).waited
    for what, seconds in (
        ("from opening to ready", median(ready)),
        ("from choosing data/eksempel to the answer and the report", median(first)),
    ):
        figures = f"{ms(seconds)} / {ms(library)}"
        yield at_most(f"{what} / `import networkx`", seconds / library, MOST_TIMES, figures)
    figures = f"{ms(median(first))} / {ms(process)}"
    yield Line(
        "the same / the whole process on the machine",
        f"{median(first) / process:.1f} × ({figures})",
    )


def _large(browser: Any, folder: Path) -> Line:
    generate.write(generate.municipality("0301", LARGE_MUNICIPALITY), folder)
    page, _seconds = _opened(browser)
    took = _reported(page, sorted(folder.iterdir()))
    page.context.close()
    what = f"the answer and the report of {LARGE_MUNICIPALITY} actors"
    return Line(what, ms(took), f"≤ {LONGEST_WAIT:g} s", took <= LONGEST_WAIT)


def _opened(browser: Any) -> tuple[Any, float]:
    """Return the page when it is ready, and the seconds until then."""
    page = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True).new_page()
    start = perf_counter()
    page.goto(build.PAGE.as_uri(), wait_until="commit")
    page.wait_for_selector("body[data-ready]", timeout=PATIENCE)
    return page, perf_counter() - start


def _reported(page: Any, files: Sequence[Path]) -> float:
    """Return the seconds from choosing files until the report is shown."""
    start = perf_counter()
    page.set_input_files("#file", [str(file) for file in files])
    page.wait_for_selector("#result:not([hidden])", timeout=PATIENCE)
    page.click("#tab-report")
    page.wait_for_selector("#report iframe", timeout=PATIENCE)
    return perf_counter() - start
