"""The sheets of `report --sheets`: a file for each service, in a folder."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from samordning_graph.cli.data_source import DataSource, refuse_to_overwrite_input
from samordning_graph.cli.output import Output, report_written, translating_os_errors
from samordning_graph.cli.translated_click import Failure
from samordning_graph.common.locale import _
from samordning_graph.common.text import slug, unique_stem
from samordning_graph.report.formats.registry import FORMATS, Format, Writer

if TYPE_CHECKING:
    from samordning_graph.report.findings_report import Report

SHEET_FORMATS = ("html", "docx", "md")
"""Formats of a sheet; the first unless the report is written in another of them."""


def sheet_writers(report: "Report", format_: Format) -> Iterator[tuple[str, Writer]]:
    """Yield the name of a file for each service, and what writes its sheet."""
    from samordning_graph.graph.graph import node_name
    from samordning_graph.report.documents.service_sheet import service_sheet, services_with_sheets

    stems: set[str] = set()
    for contacts in services_with_sheets(report):
        stem = unique_stem(slug(node_name(report.graph, contacts.actor)) or contacts.actor, stems)
        stems.add(stem)
        blocks = service_sheet(report, contacts)
        yield f"{stem}{format_.suffix}", partial(format_.write_blocks, blocks)


def write_sheets(report: "Report", folder: Path, output: Output, data_source: DataSource) -> None:
    """Write a sheet for each service to a folder, if nothing is lost by any of them."""
    format_ = _format_of_sheets(output)
    sheets = Output(format_, force=output.force)
    writers = {folder / name: write for name, write in sheet_writers(report, format_)}
    for file in writers:
        refuse_to_overwrite_input(file, data_source)
    sheets.refuse_to_lose(*writers)
    with translating_os_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for file, write in writers.items():
        sheets.save(file, write)
    report_written(folder)


def _format_of_sheets(output: Output) -> Format:
    """Return the format of the report if sheets can be written in it, and else the first."""
    name = output.format.name
    if name in SHEET_FORMATS:
        return output.format
    # Nothing but sheets is asked for, and not as they can be.
    if output.path is None and name != "text":
        raise Failure(
            _("A sheet is written as {formats}, not as {format}.").format(
                formats=", ".join(SHEET_FORMATS), format=name
            )
        )
    return FORMATS[SHEET_FORMATS[0]]
