"""Reports of many municipalities: one at a time, or several at once (--jobs).

Each report goes to a file of its own until all have been made, so that memory holds one
municipality at a time, and nothing is written when one of them has problems.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordning_graph.cli.data_source import (
    problem_line,
    stop_at_errors,
    translating_os_errors,
    with_progress,
)
from samordning_graph.cli.output import report_written, standard_output
from samordning_graph.cli.translated_click import Failure
from samordning_graph.common.locale import _, mark, use_language

if TYPE_CHECKING:
    from samordning_graph.graph.graph import AnalysisOptions
    from samordning_graph.report.write import ReportPart
    from samordning_graph.schema.model import Model
    from samordning_graph.schema.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportJob:
    """What is asked of every municipality; small, since it goes to other processes."""

    form: str
    codes: frozenset[str]
    options: "AnalysisOptions"
    reader: str
    fail_on: str | None
    language: str
    folder: Path


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What came of one municipality: its problems, and its report if it has no errors."""

    problems: "list[Problem]"
    part: "ReportPart | None"
    failing: bool


def write_many(
    wanted: "Sequence[Path | Model]", work: ReportJob, output: Path | None, jobs: int
) -> bool:
    """Write the reports of many municipalities; return whether any reaches --fail-on."""
    from samordning_graph.report.formats.registry import ONE_FILE

    if output is None and work.form == "html":
        raise Failure(_("HTML of many municipalities needs a folder to write to: add -o FOLDER."))
    results = _results(work, wanted, jobs)
    made = list(with_progress(results, mark("Reading"), len(wanted)))
    problems = [problem for one in made for problem in one.problems]
    for problem in problems:
        click.echo(problem_line(problem), err=True)
    stop_at_errors(problems)
    parts = [one.part for one in made if one.part is not None]
    parts.sort(key=lambda part: (part.number, part.path))
    _write(parts, work.form, output, in_folder=work.form not in ONE_FILE)
    return any(one.failing for one in made)


def _results(
    work: ReportJob, wanted: "Sequence[Path | Model]", jobs: int
) -> Iterator[ReportResult]:
    """Yield what comes of each municipality, in order."""
    make = partial(_made, work)
    if jobs < 2:
        yield from map(make, enumerate(wanted))
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(make, enumerate(wanted))


def _made(work: ReportJob, numbered: "tuple[int, Path | Model]") -> ReportResult:
    """Read, check and report one municipality. Runs in any process."""
    from samordning_graph.graph.build import build
    from samordning_graph.input.read_source import read_source
    from samordning_graph.input.validate import validate
    from samordning_graph.report.findings_report import Report
    from samordning_graph.report.write import part_of
    from samordning_graph.rules.finding import Basis
    from samordning_graph.rules.register import RULES

    use_language(work.language)
    number, wanted = numbered
    problems: list[Problem] = []
    model: Model | None
    if isinstance(wanted, Path):
        source = read_source(wanted)
        model = validate(source, work.options.as_of)
        problems = source.problems.in_order()
    else:
        model = wanted
    if model is None:
        return ReportResult(problems, None, failing=False)
    rules = [rule for rule in RULES if rule.code in work.codes]
    report = Report(build(model, work.options), rules)
    problems += report.unused_acceptances()
    part = part_of(report, work.form, work.folder / str(number), work.reader)
    failing = work.fail_on is not None and report.reaches(Basis[work.fail_on.upper()])
    return ReportResult(problems, part, failing)


def _write(
    parts: "Sequence[ReportPart]", form: str, output: Path | None, *, in_folder: bool
) -> None:
    from samordning_graph.common.atomic_write import write_text_atomically
    from samordning_graph.report.write import join, join_in_folder

    if output is None:
        with standard_output(form) as stream:
            join(parts, form, stream)
        return
    with translating_os_errors(output):
        if in_folder:
            output = join_in_folder(parts, form, output)
        else:
            write_text_atomically(output, lambda stream: join(parts, form, stream))
    click.echo(report_written(output), err=True)


@contextmanager
def temporary_parts() -> Iterator[Path]:
    """Give a folder for reports that are made and not yet written; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="samordning-") as folder:
        yield Path(folder)
