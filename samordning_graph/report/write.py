"""Writes reports in a format: one, many joined to one text, or many as files in a folder."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from shutil import copyfile
from typing import TextIO

from samordning_graph.common.atomic_write import copy_text, write_atomically, write_text_atomically
from samordning_graph.common.locale import _
from samordning_graph.common.text import slug, unique_stem
from samordning_graph.graph.contact import any_ties, survey_count
from samordning_graph.report.blocks import Block, Heading, Paragraph, TableBlock
from samordning_graph.report.data import findings_csv as csv_format
from samordning_graph.report.data import findings_json as json_format
from samordning_graph.report.data import findings_xlsx as xlsx_format
from samordning_graph.report.documents.findings import DEFAULT_READER, findings_document
from samordning_graph.report.documents.first_page import report_disclaimer
from samordning_graph.report.documents.phrases import out_of
from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats import docx as docx_format
from samordning_graph.report.formats.registry import SUFFIXES
from samordning_graph.rules.finding import Basis
from samordning_graph.rules.labels import basis_name

_LAYOUTS = {"text": "plain_text", "md": "markdown", "html": "html"}


def write_report(report: Report, form: str, stream: TextIO, reader: str = DEFAULT_READER) -> None:
    """Write one report in a format that is text, for one of the readers of `findings_document`."""
    if form == "json":
        json_format.write(report, stream)
    elif form == "csv":
        csv_format.write(report, stream)
    else:
        write_blocks(findings_document(report, reader), form, stream)


def write_blocks(blocks: Iterable[Block], form: str, stream: TextIO) -> None:
    """Write a document in a format that lays out blocks."""
    module = import_module(f"samordning_graph.report.formats.{_LAYOUTS[form]}")
    module.write(blocks, stream)


def show_blocks(blocks: Iterable[Block]) -> None:
    """Write a document to stdout as text: laid out by rich on a terminal, plain in a pipe."""
    if sys.stdout.isatty():
        from samordning_graph.report.formats import terminal

        terminal.show(blocks)
    else:
        write_blocks(blocks, "text", sys.stdout)


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One of many reports, written to a file until all are known to be sound, and its summary.

    The file holds what goes between the head and the foot of the format, so that a report can be
    made in another process and joined here without being read into memory.
    """

    number: str
    name: str
    path: str
    body: Path
    summary: "SummaryRow"


def part_of(report: Report, form: str, body: Path, reader: str = DEFAULT_READER) -> ReportPart:
    """Write the body of one report to a file, and return it as a part of many."""
    if form == "xlsx":
        xlsx_format.write(report, body)
    elif form == "docx":
        docx_format.write(findings_document(report, reader), body)
    else:
        with body.open("w", encoding="utf-8", newline="") as stream:
            if form == "json":
                json_format.write_body(report, stream)
            elif form == "csv":
                csv_format.write_body(report, stream)
            else:
                write_blocks(findings_document(report, reader), form, stream)
    town = report.model.municipality
    name = town.name or ""
    return ReportPart(town.number, name, report.model.path, body, _summary_row(report))


def join(parts: Sequence[ReportPart], form: str, stream: TextIO) -> None:
    """Write many reports to one stream, in the order given; text formats end with a summary."""
    if form == "json":
        json_format.write_many((part.body for part in parts), stream)
    elif form == "csv":
        csv_format.write_head(stream)
        for part in parts:
            copy_text(part.body, stream)
    else:
        for part in parts:
            copy_text(part.body, stream)
        write_blocks(_summary([part.summary for part in parts]), form, stream)


def join_in_folder(parts: Sequence[ReportPart], form: str, folder: Path) -> Path:
    """Write each report as a file of its own; return the summary that is written beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for part in parts:
        file = folder / f"{_file_stem(part, taken)}{SUFFIXES[form]}"
        write_atomically(file, partial(copyfile, part.body))
    word = _("summary")
    summary = folder / f"{slug(word)}{SUFFIXES[form]}"
    blocks = _summary([part.summary for part in parts])
    if form == "xlsx":
        write_atomically(summary, partial(xlsx_format.write_summary, blocks))
    elif form == "docx":
        write_atomically(summary, partial(docx_format.write, blocks))
    else:
        write_text_atomically(summary, lambda stream: write_blocks(blocks, form, stream))
    return summary


def _file_stem(part: ReportPart, taken: set[str]) -> str:
    """Return number and name; with a number after it where two data sets are of one municipality."""
    stem = "-".join(text for text in (part.number, slug(part.name)) if text)
    stem = unique_stem(stem, taken)
    taken.add(stem)
    return stem


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """What the summary says of a municipality; kept when its report is gone."""

    name: str
    asked: str
    covered: str
    not_assessed: int
    by_basis: tuple[str, ...]


def _summary_row(report: Report) -> SummaryRow:
    town, figure = report.model.municipality, report.congruence["all"]
    any_assessed = any(outcome.is_assessed for outcome in report.outcomes)
    pairs_assessed = figure.needed - figure.not_assessed if any_ties(report.graph) else 0
    return SummaryRow(
        name=f"{town.name} ({town.number})",
        asked=out_of(*survey_count(report.graph)),
        covered=out_of(figure.met, pairs_assessed) if pairs_assessed else "–",
        not_assessed=figure.not_assessed,
        by_basis=tuple(str(count) if any_assessed else "–" for count in report.by_basis.values()),
    )


def _summary(rows: Iterable[SummaryRow]) -> list[Block]:
    """Return the municipalities side by side, by number: no league table."""
    return [
        Heading(1, _("Summary")),
        Paragraph(report_disclaimer(), quiet=True),
        TableBlock(
            _("Municipalities by number. What was asked differs: compare with care."),
            (
                _("Municipality"),
                _("Asked"),
                _("Pairs covered"),
                _("Not assessed"),
                *(basis_name(basis).capitalize() for basis in sorted(Basis, reverse=True)),
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
