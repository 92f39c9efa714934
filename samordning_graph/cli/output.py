"""What commands that write a document share: --format, -o, and where the text goes."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from samordning_graph.cli.data_source import PATH, Decorated, translating_os_errors
from samordning_graph.cli.standard_output import utf8_output
from samordning_graph.cli.translated_click import Failure, option
from samordning_graph.common.locale import _, mark
from samordning_graph.report.formats.registry import SUFFIXES, WHOLE_FILES

if TYPE_CHECKING:
    from samordning_graph.report.blocks import Block

LAID_OUT = ("text", "md", "html")
"""Formats that lay out a document of blocks; the others hold the data."""


def format_options(*formats: str) -> Callable[[Decorated], Decorated]:
    """Declare `--format` with these choices, and `-o`."""

    def declare(function: Decorated) -> Decorated:
        function = option(
            "-o",
            "--output",
            type=PATH,
            metavar="FILE",
            help_message=mark("Write to a file instead of the screen."),
        )(function)
        return option(
            "--format",
            "format_",
            type=click.Choice(formats),
            help_message=mark("Format; by default that of the name after -o, otherwise text."),
        )(function)

    return declare


def format_of(format_: str | None, output: Path | None, formats: Sequence[str]) -> str:
    """Return the format asked for, else the one that the name of the output says, else text."""
    if format_ in WHOLE_FILES and output is None:
        raise Failure(
            _(
                "{format} is a file, not text for the screen: say where to write it, with -o."
            ).format(format=format_)
        )
    suffix = output.suffix.lower() if output else ""
    if format_ is not None or not suffix:
        return format_ or "text"
    for form in formats:
        if SUFFIXES[form] == suffix:
            return form
    raise Failure(
        _("no format is written to files that end in {suffix}. Known: {known}.").format(
            suffix=suffix, known=", ".join(SUFFIXES[form] for form in formats)
        )
    )


def write_output(
    form: str,
    output: Path | None,
    blocks: "Iterable[Block]",
    data: Mapping[str, Callable[[TextIO], None]],
    files: Mapping[str, Callable[[Path], None]] | None = None,
) -> None:
    """Write blocks in a laid-out format, or what `data` writes in its own, to a file or stdout.

    `files` writes the formats that are files and hold data.
    """
    from samordning_graph.common.atomic_write import write_atomically, write_text_atomically
    from samordning_graph.report import write as writing
    from samordning_graph.report.formats import docx as docx_format

    def write(stream: TextIO) -> None:
        if form in LAID_OUT:
            writing.write_blocks(blocks, form, stream)
        else:
            data[form](stream)

    if output is not None:
        with translating_os_errors(output):
            if form in WHOLE_FILES:
                write_file = (files or {}).get(form, partial(docx_format.write, blocks))
                write_atomically(output, write_file)
            else:
                write_text_atomically(output, write)
        click.echo(report_written(output), err=True)
    elif form == "text":
        writing.show_blocks(blocks)
    else:
        with standard_output(form) as stream:
            write(stream)


def report_written(path: Path) -> str:
    """Return the line that says what was written."""
    return _("Written: {path}").format(path=path.as_posix())


@contextmanager
def standard_output(form: str) -> Iterator[TextIO]:
    """Give stdout: text in the encoding of the terminal, everything else in UTF-8."""
    if form == "text":
        yield sys.stdout
        return
    with utf8_output() as stream:
        yield stream
