"""Writes reports in a format: one, many joined to one text, or many as files in a folder."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple, TextIO

from samordning_graph.common.atomic_write import copy_text
from samordning_graph.common.locale import _
from samordning_graph.common.text import slug, unique_stem
from samordning_graph.graph.survey import survey_count
from samordning_graph.report.blocks import Block, Heading, Paragraph, TableBlock
from samordning_graph.report.data.registry import findings_data
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.documents.findings import findings_document
from samordning_graph.report.documents.phrases import (
    figure_cells,
    figure_headings,
    out_of,
)
from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats.registry import FORMATS, Many, Target
from samordning_graph.report.readers import Reader
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.labels import basis_name


def report_document(report: Report, reader: str = Reader.COORDINATOR) -> Iterator[Block]:
    """Return the blocks of a report: all of it, or the answer of the rules that were selected."""
    if report.is_limited:
        from samordning_graph.report.documents.selected import selected_document

        return selected_document(report, reader)
    return findings_document(report, reader)


def write_report(
    report: Report, format_name: str, target: Target, reader: str = Reader.COORDINATOR
) -> None:
    """Write one report, for one of the readers if the format lays out a document."""
    format_ = FORMATS[format_name]
    if format_.lays_out_blocks:
        format_.write_blocks(report_document(report, reader), target)
    else:
        findings_data(format_name).write(report, target)


class ReportPart(NamedTuple):
    """One of many reports, in a file of its own until all have been made, and its summary.

    The file holds what goes between the head and the foot of the format, so that a report can be
    made in another process and joined here without being read into memory.
    """

    number: str
    name: str
    path: str
    body: Path
    summary: "SummaryRow"


def part_of(
    report: Report, format_name: str, body: Path, reader: str = Reader.COORDINATOR
) -> ReportPart:
    """Write the body of one report to a file, and return it as a part of many."""
    format_ = FORMATS[format_name]
    if format_.many is Many.ONE_FILE:
        format_.write_unsealed(body, partial(findings_data(format_name).write_body, report))
    else:
        format_.write_unsealed(
            body, lambda target: write_report(report, format_name, target, reader)
        )
    municipality = report.model.municipality
    return ReportPart(
        municipality.number,
        municipality.name or "",
        report.model.path,
        body,
        _summary_row(report),
    )


def join(parts: Sequence[ReportPart], format_name: str, stream: TextIO) -> None:
    """Write many reports to one stream, in the order given; documents end with a summary."""
    format_ = FORMATS[format_name]
    if format_.many is Many.ONE_FILE:
        findings_data(format_name).join([part.body for part in parts], stream)
        return
    for part in parts:
        copy_text(part.body, stream)
    format_.write_blocks(_summary(parts), stream)


def files_in_folder(parts: Sequence[ReportPart], format_name: str, folder: Path) -> list[Path]:
    """Return the files that reports become in a folder, in order; the last is their summary."""
    taken: set[str] = set()
    stems = [*(_file_stem(part, taken) for part in parts), slug(_("summary"))]
    return [folder / f"{stem}{FORMATS[format_name].suffix}" for stem in stems]


def write_files(parts: Sequence[ReportPart], format_name: str, files: Sequence[Path]) -> None:
    """Write each report as a file of its own, and the summary, to `files_in_folder`."""
    format_ = FORMATS[format_name]
    *of_parts, summary = files
    copy = copy_text if format_.is_text else copyfile
    summary.parent.mkdir(parents=True, exist_ok=True)
    for part, file in zip(parts, of_parts, strict=True):
        format_.write_file(file, partial(copy, part.body))
    write = (
        format_.write_blocks
        if format_.lays_out_blocks
        else findings_data(format_name).write_summary
    )
    format_.write_file(summary, partial(write, _summary(parts)))


def _file_stem(part: ReportPart, taken: set[str]) -> str:
    """Return number and name, and a counter when two data sets are of one municipality."""
    stem = "-".join(text for text in (part.number, slug(part.name)) if text)
    stem = unique_stem(stem, taken)
    taken.add(stem)
    return stem


class SummaryRow(NamedTuple):
    """The cells of a municipality in the summary; kept when its report is gone."""

    name: str
    asked: str
    pairs: tuple[str, ...]
    by_basis: tuple[str, ...]


def _summary_row(report: Report) -> SummaryRow:
    municipality = report.model.municipality
    any_assessed = any(outcome.is_assessed for outcome in report.outcomes)
    return SummaryRow(
        name=f"{municipality.name} ({municipality.number})",
        asked=out_of(*survey_count(report.graph)),
        pairs=figure_cells(report.congruence["all"])[:3],
        by_basis=tuple(str(count) if any_assessed else "–" for count in report.by_basis.values()),
    )


def _summary(parts: Iterable[ReportPart]) -> list[Block]:
    """Return the municipalities side by side, by number: no league table."""
    return [
        Heading(1, _("Summary")),
        Paragraph(report_disclaimer(), quiet=True),
        TableBlock(
            _(
                "Municipalities by number, with their pairs with a ground to coordinate. What was"
                " asked differs: compare with care."
            ),
            (
                _("Municipality"),
                _("Asked"),
                *figure_headings()[:3],
                *(basis_name(basis).capitalize() for basis in sorted(Basis, reverse=True)),
            ),
            tuple(
                (
                    part.summary.name,
                    part.summary.asked,
                    *part.summary.pairs,
                    *part.summary.by_basis,
                )
                for part in parts
            ),
        ),
    ]
