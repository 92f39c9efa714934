"""The sheets of `report --sheets` and of a meeting: a file for each service, in a folder."""

import html
import re
import zipfile
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from samordning_graph.cli.data_source import DataSource, refuse_to_overwrite_input
from samordning_graph.cli.output import (
    Output,
    refuse_to_lose_of_folder,
    refuse_what_is_in_the_way,
    report_written,
    translating_os_errors,
)
from samordning_graph.cli.translated_click import Failure
from samordning_graph.common.locale import _, in_every_language
from samordning_graph.common.phrases import listed
from samordning_graph.common.shown_path import printable
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
    refuse_what_is_in_the_way(folder, writers)
    refuse_to_lose_of_folder(filter(sheets.would_lose, writers))
    left = sheets_left(report, folder, {file.name for file in writers}, format_)
    with translating_os_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for file, write in writers.items():
        sheets.save(file, write)
    for file in left.unchanged:
        with translating_os_errors(file):
            file.unlink(missing_ok=True)
    report_written(folder)
    left.report()


class SheetsLeft(NamedTuple):
    """Sheets of a folder that no service has any more: as they were written, or written in since."""

    unchanged: tuple[Path, ...]
    changed: tuple[Path, ...]

    def report(self) -> None:
        """Say on stderr which are gone, and which stay."""
        for files, text in (
            (self.unchanged, _("Removed, since no service has these sheets any more: {names}.")),
            (
                self.changed,
                _(
                    "No service has these sheets any more, but somebody has written in them, so they"
                    " stay: {names}."
                ),
            ),
        ):
            if files:
                names = listed([printable(file.name) for file in files])
                click.echo(text.format(names=names), err=True)


def sheets_left(
    report: "Report", folder: Path, names: Collection[str], format_: Format
) -> SheetsLeft:
    """Return the sheets of the municipality in a folder that are not among the new ones."""
    from samordning_graph.common.seal import is_as_written

    left = [
        file
        for file in sorted(folder.glob(f"*{format_.suffix}"))
        if file.name not in names and file.is_file() and _is_sheet(report, file)
    ]
    unchanged = tuple(file for file in left if is_as_written(file))
    return SheetsLeft(unchanged, tuple(file for file in left if file not in unchanged))


def _is_sheet(report: "Report", file: Path) -> bool:
    """Return whether a file holds the sentence that every sheet of the municipality begins with."""
    from samordning_graph.report.documents.service_sheet import SHEET_OF, name_of_municipality

    try:
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as package:
                content = package.read("word/document.xml")
        else:
            content = file.read_bytes()
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError):
        return False
    letters = _letters(html.unescape(content.decode("utf-8", errors="replace")))
    return any(
        _letters(text.format(municipality=name_of_municipality(report), day="")) in letters
        for text in in_every_language(SHEET_OF)
    )


def _letters(text: str) -> str:
    """Return the letters of a text alone: each format marks what is between them in its own way."""
    return re.sub(r"[\W_]+", "", text)


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
