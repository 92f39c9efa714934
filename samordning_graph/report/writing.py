"""Writes reports in a format: one, many after each other, or many as files in a folder."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TextIO, cast

from samordning_graph.finding import Basis
from samordning_graph.graph import any_ties, asked
from samordning_graph.locale import _
from samordning_graph.output import write_text_atomically
from samordning_graph.report import csv_format, json_format
from samordning_graph.report.blocks import Block, Heading, Paragraph, Table
from samordning_graph.report.document import document, no_answer_key
from samordning_graph.report.model import Report
from samordning_graph.report.wording import basis_name, out_of
from samordning_graph.text import slug

SUFFIXES = {"text": ".txt", "md": ".md", "html": ".html", "csv": ".csv", "json": ".json"}
ONE_FILE = ("csv", "json")
"""Formats in which many municipalities are one file."""

_LAYOUTS = {"text": "text", "md": "markdown", "html": "html"}
_BASES = tuple(sorted(Basis, reverse=True))


def write_report(report: Report, form: str, stream: TextIO) -> None:
    """Write one report in a format of `SUFFIXES`."""
    if form == "json":
        json_format.write(report, stream)
    elif form == "csv":
        csv_format.write([report], stream)
    else:
        _layout(form)(document(report), stream)


def show(report: Report) -> None:
    """Write one report to stdout as text: laid out by rich on a terminal, plain in a pipe."""
    if sys.stdout.isatty():
        from samordning_graph.report import terminal  # noqa: PLC0415 - rich is for terminals only

        terminal.show(document(report))
    else:
        write_report(report, "text", sys.stdout)


def write_reports(reports: Iterable[Report], form: str, stream: TextIO) -> None:
    """Write many reports to one stream; text formats end with a summary."""
    if form == "json":
        json_format.write_many(reports, stream)
    elif form == "csv":
        csv_format.write(reports, stream)
    else:
        rows = []
        for report in reports:
            write_report(report, form, stream)
            rows.append(_summary_row(report))
        _layout(form)(_summary(rows), stream)


def write_folder(reports: Iterable[Report], form: str, folder: Path) -> Path:
    """Write each report as a file of its own; return the summary that is written beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    taken: set[str] = set()
    for report in reports:
        file = folder / f"{_file_stem(report, taken)}{SUFFIXES[form]}"
        write_text_atomically(file, partial(write_report, report, form))
        rows.append(_summary_row(report))
    word = _("summary")
    summary = folder / f"{slug(word)}{SUFFIXES[form]}"
    write_text_atomically(summary, partial(_layout(form), list(_summary(rows))))
    return summary


def _file_stem(report: Report, taken: set[str]) -> str:
    """Return number and name; with a number after it where two data sets are of one municipality."""
    town = report.model.municipality
    stem = "-".join(part for part in (town.number, slug(town.name or "")) if part)
    stem = next(
        one
        for one in (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
        if one not in taken
    )
    taken.add(stem)
    return stem


def _layout(form: str) -> Callable[[Iterable[Block], TextIO], None]:
    module = import_module(f"samordning_graph.report.{_LAYOUTS[form]}")
    return cast("Callable[[Iterable[Block], TextIO], None]", module.write)


@dataclass(frozen=True, slots=True)
class _SummaryRow:
    """What the summary says of a municipality; kept when its report is gone."""

    name: str
    asked: str
    covered: str
    not_assessed: int
    by_basis: tuple[str, ...]


def _summary_row(report: Report) -> _SummaryRow:
    town, figure = report.model.municipality, report.congruence["all"]
    by_basis = dict.fromkeys(_BASES, 0)
    for finding in report.findings():
        if finding.accepted is None:
            by_basis[finding.basis] += 1
    any_assessed = any(outcome.is_assessed for outcome in report.outcomes)
    pairs_assessed = figure.needed - figure.not_assessed if any_ties(report.graph) else 0
    return _SummaryRow(
        name=f"{town.name} ({town.number})",
        asked=out_of(*asked(report.graph)),
        covered=out_of(figure.met, pairs_assessed) if pairs_assessed else "–",
        not_assessed=figure.not_assessed,
        by_basis=tuple(str(count) if any_assessed else "–" for count in by_basis.values()),
    )


def _summary(rows: Iterable[_SummaryRow]) -> list[Block]:
    """Return the municipalities side by side, by number: no league table."""
    return [
        Heading(1, _("Summary")),
        Paragraph(no_answer_key(), quiet=True),
        Table(
            _("Municipalities by number. What was asked differs: compare with care."),
            (
                _("Municipality"),
                _("Asked"),
                _("Pairs covered"),
                _("Not assessed"),
                *(basis_name(basis).capitalize() for basis in _BASES),
            ),
            tuple(
                (
                    row.name,
                    row.asked,
                    row.covered,
                    str(row.not_assessed),
                    *row.by_basis,
                )
                for row in rows
            ),
        ),
    ]
