"""Reports of many municipalities: one at a time, or several at once (--jobs).

Each report goes to a file of its own until all have been made, so that memory holds one
municipality at a time, and nothing is written when one of them has problems.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samordning_graph.cli.fail_on import FailingFindings, FailOn
from samordning_graph.cli.output import (
    Output,
    refuse_to_lose_of_folder,
    report_written,
    translating_os_errors,
)
from samordning_graph.cli.problems import report_problems
from samordning_graph.cli.progress import with_progress
from samordning_graph.cli.translated_click import Failure
from samordning_graph.common.locale import _, use_language
from samordning_graph.report.formats.registry import Many

if TYPE_CHECKING:
    from samordning_graph.analysis.diff import Snapshot
    from samordning_graph.graph.graph import AnalysisOptions
    from samordning_graph.report.findings_report import Report
    from samordning_graph.report.write import ReportPart
    from samordning_graph.schema.model import Model
    from samordning_graph.schema.problem import Problem

_MOST_PROCESSES = 61
"""Windows can wait for no more."""


class ReportJob(NamedTuple):
    """What every municipality is reported with; small, since it goes to other processes.

    `beside` names what lies beside the municipalities and is not read.
    """

    format_name: str
    codes: frozenset[str]
    options: "AnalysisOptions"
    reader: str
    fail_on: FailOn | None
    language: str
    beside: "Sequence[Problem]" = ()
    """What lies beside the municipalities, and is not read."""
    given: Path | None = None
    """The path that the municipalities lie in."""

    def report_of(self, model: "Model", before: "Snapshot | None" = None) -> "Report":
        """Return the report of a municipality, with what has changed since a baseline."""
        from samordning_graph.graph.build import build
        from samordning_graph.report.findings_report import Report
        from samordning_graph.rules.register import RULES

        graph = build(model, self.options)
        rules = [rule for rule in RULES if rule.code in self.codes]
        if before is None:
            return Report(graph, rules)
        from samordning_graph.analysis.diff import diff, snapshot

        return Report(graph, rules, diff(before, snapshot(graph, rules)))

    def failing(self, report: "Report") -> FailingFindings:
        """Return the findings that fail the run: none without --fail-on."""
        return self.fail_on.failing(report) if self.fail_on else FailingFindings()


@dataclass(frozen=True, slots=True)
class ReportResult:
    """The problems of one municipality, and its report if there are no errors."""

    problems: "list[Problem]"
    part: "ReportPart | None" = None
    failing: FailingFindings = field(default_factory=FailingFindings)


def write_many(
    wanted: "Sequence[Path | Model]", job: ReportJob, output: Output, processes: int
) -> FailingFindings:
    """Write the reports of many municipalities; return the findings that fail the run."""
    from samordning_graph.input.merge import shared_numbers

    if output.path is None and output.format.many is Many.FOLDER:
        raise Failure(_("HTML of many municipalities needs a folder to write to: add -o FOLDER."))
    with tempfile.TemporaryDirectory(prefix="samordning-") as folder:
        running = _results(job, wanted, Path(folder), processes)
        results = list(with_progress(running, _("Reading"), len(wanted)))
        parts = [result.part for result in results if result.part is not None]
        problems = [problem for result in results for problem in result.problems]
        if any(isinstance(place, Path) for place in wanted):  # models were read with their problems
            problems += job.beside
            problems += shared_numbers((part.number, part.path) for part in parts)
        report_problems(problems)
        parts.sort(key=lambda part: (part.number, part.path))
        _write(parts, output)
    return sum((result.failing for result in results), FailingFindings())


def _results(
    job: ReportJob, wanted: "Sequence[Path | Model]", folder: Path, processes: int
) -> Iterator[ReportResult]:
    """Yield the result of each municipality, in order."""
    make = partial(_result, job)
    bodies = [folder / str(number) for number in range(len(wanted))]
    processes = min(processes, len(wanted), _MOST_PROCESSES)
    if processes < 2:
        yield from map(make, wanted, bodies)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(make, wanted, bodies)


def _result(job: ReportJob, wanted: "Path | Model", body: Path) -> ReportResult:
    """Read, check and report one municipality. Runs in any process."""
    from samordning_graph.input.read_source import read_source
    from samordning_graph.input.validate import validate
    from samordning_graph.report.notes import rows_of_nothing
    from samordning_graph.report.write import part_of

    use_language(job.language)
    problems: list[Problem] = []
    model: Model | None
    if isinstance(wanted, Path):
        source = read_source(wanted, job.given)
        source.beside = job.beside
        model = validate(source, job.options.as_of)
        problems = source.problems.in_order()
    else:
        model = wanted
    if model is None:
        return ReportResult(problems)
    report = job.report_of(model)
    problems += rows_of_nothing(report)
    part = part_of(report, job.format_name, body, job.reader)
    return ReportResult(problems, part, job.failing(report))


def _write(parts: "Sequence[ReportPart]", output: Output) -> None:
    from samordning_graph.report.write import files_in_folder, join, write_files

    format_, path = output.format, output.path
    if path is None or format_.many is Many.ONE_FILE:
        output.fill(lambda stream: join(parts, format_.name, stream))
        return
    files = files_in_folder(parts, format_.name, path)
    refuse_to_lose_of_folder(filter(output.would_lose, files))
    with translating_os_errors(path):
        write_files(parts, format_.name, files)
    report_written(files[-1])
