"""The findings as CSV for Excel in Norway: `;`, UTF-8 with its mark, one row a finding."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from samordning_graph.common.atomic_write import copy_text
from samordning_graph.common.locale import _
from samordning_graph.report.data.finding_columns import COLUMNS
from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats.csv_dialect import (
    BYTE_ORDER_MARK,
    NorwegianCsv,
    escape_formula,
)


def write(report: Report, stream: TextIO) -> None:
    """Write the findings of a report as a table."""
    _write_head(stream)
    write_body(report, stream)


def _write_head(stream: TextIO) -> None:
    """Write the mark and the header."""
    stream.write(BYTE_ORDER_MARK)
    headers = (
        _("municipality number"),
        _("municipality"),
        *(_(column.header) for column in COLUMNS),
    )
    csv.writer(stream, NorwegianCsv).writerow(headers)


def write_body(report: Report, stream: TextIO) -> None:
    """Write the rows of one report, without the header: those of many share one."""
    writer = csv.writer(stream, NorwegianCsv)
    municipality = report.model.municipality
    for finding in report.findings():
        cells = (column.text(report.graph, finding) for column in COLUMNS)
        writer.writerow(
            escape_formula(cell) for cell in (municipality.number, municipality.name or "", *cells)
        )


def join(bodies: Iterable[Path], stream: TextIO) -> None:
    """Write many reports as one table, from the files that hold their rows."""
    _write_head(stream)
    for body in bodies:
        copy_text(body, stream)
