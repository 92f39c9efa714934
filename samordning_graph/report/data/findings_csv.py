"""The findings as CSV for Excel in Norway: `;`, UTF-8 with its mark, one row a finding."""

import csv
from typing import Any, TextIO

from samordning_graph.common.locale import _
from samordning_graph.report.data.finding_columns import COLUMNS
from samordning_graph.report.findings_report import Report

BYTE_ORDER_MARK = "\ufeff"
NORWEGIAN_CSV: Any = {"delimiter": ";", "lineterminator": "\r\n"}
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(report: Report, stream: TextIO) -> None:
    """Write the findings of a report as a table."""
    write_head(stream)
    write_body(report, stream)


def write_head(stream: TextIO) -> None:
    """Write the mark and the header."""
    stream.write(BYTE_ORDER_MARK)
    town = (_("municipality number"), _("municipality"))
    csv.writer(stream, **NORWEGIAN_CSV).writerow([*town, *(_(column.header) for column in COLUMNS)])


def write_body(report: Report, stream: TextIO) -> None:
    """Write the rows of one report: those of several can stand under one header."""
    writer = csv.writer(stream, **NORWEGIAN_CSV)
    town = report.model.municipality
    for finding in report.findings():
        cells = (column.says(report.graph, finding) for column in COLUMNS)
        writer.writerow(escape_formula(cell) for cell in (town.number, town.name or "", *cells))


def escape_formula(cell: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula."""
    return f"'{cell}" if cell.startswith(STARTS_A_FORMULA) else cell
