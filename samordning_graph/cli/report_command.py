"""`samordning report`: the missing-links report."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from samordning_graph.cli.municipalities import (
    PATH,
    Origin,
    path_argument,
    picture,
    picture_options,
    problem_line,
    read_models,
    refuse_to_overwrite_input,
    writing_to,
)
from samordning_graph.cli.standard_output import utf8_output
from samordning_graph.cli.translated import Failure, command, option
from samordning_graph.locale import _, mark

if TYPE_CHECKING:
    from samordning_graph.finding import Basis
    from samordning_graph.report.model import Report
    from samordning_graph.rules.rule import Rule

FORMATS = ("text", "md", "html", "csv", "json")
BASES = ("hint", "recommended", "local", "conditional", "required")


@command(
    "report",
    mark(
        "Report what is in place, which links are missing, and what cannot be assessed."
        "\n\nExit 0 done, 1 findings at or above --fail-on, 2 could not run."
    ),
)
@path_argument
@option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help_message=mark("Format; by default that of the name after -o, otherwise text."),
)
@option(
    "-o",
    "--output",
    type=PATH,
    metavar="FILE",
    help_message=mark("Write to a file (text, md and html of many municipalities: a folder)."),
)
@option(
    "--select",
    metavar="CODES",
    help_message=mark("Only these rules: codes or families, such as ISO,LINK03."),
)
@option(
    "--fail-on",
    type=click.Choice(BASES),
    help_message=mark("Exit 1 if a finding that is not accepted has at least this basis."),
)
@picture_options
def report(
    origin: Origin,
    format_: str | None,
    output: Path | None,
    select: str | None,
    fail_on: str | None,
    **narrowed: Any,  # noqa: ANN401 - the options of the picture
) -> None:
    """Write the report of each municipality of an origin."""
    from samordning_graph.graph import build  # noqa: PLC0415
    from samordning_graph.report.model import Report  # noqa: PLC0415

    rules = _selected(select)
    form = format_ or _format_of(output)
    if output is not None:
        refuse_to_overwrite_input(output, origin)
    options = picture(**narrowed)
    models = read_models(origin, options.as_of)
    failing = False

    def reports() -> Iterator[Report]:
        nonlocal failing
        for model in models:
            one = Report(build(model, options), rules)
            for warning in one.unused_acceptances():
                click.echo(problem_line(warning), err=True)
            yield one
            failing = failing or (fail_on is not None and one.reaches(_basis(fail_on)))

    _write(reports(), len(models) > 1, form, output)
    raise SystemExit(1 if failing else 0)


def _write(reports: "Iterator[Report]", many: bool, form: str, output: Path | None) -> None:
    from samordning_graph.output import write_text_atomically  # noqa: PLC0415
    from samordning_graph.report import writing  # noqa: PLC0415

    def write(stream: TextIO) -> None:
        if many:
            writing.write_reports(reports, form, stream)
        else:
            for one in reports:
                writing.write_report(one, form, stream)

    if output is not None and many and form not in writing.ONE_FILE:
        with writing_to(output):
            summary = writing.write_folder(reports, form, output)
        click.echo(_written(summary), err=True)
    elif output is not None:
        with writing_to(output):
            write_text_atomically(output, write)
        click.echo(_written(output), err=True)
    elif form == "text" and not many:
        for one in reports:
            writing.show(one)
    elif many and form == "html":
        raise Failure(_("HTML of many municipalities needs a folder to write to: add -o FOLDER."))
    else:
        with _standard_output(form) as stream:
            write(stream)


def _written(path: Path) -> str:
    return _("Written: {path}").format(path=path.as_posix())


@contextmanager
def _standard_output(form: str) -> Iterator[TextIO]:
    """Give stdout: text in the encoding of the terminal, everything else in UTF-8."""
    if form == "text":
        yield sys.stdout
        return
    with utf8_output() as stream:
        yield stream


def _selected(select: str | None) -> "Sequence[Rule]":
    from samordning_graph.rules import RULES  # noqa: PLC0415
    from samordning_graph.suggestion import did_you_mean  # noqa: PLC0415

    if select is None:
        return RULES
    wanted = [word.strip().upper() for word in select.split(",") if word.strip()]
    known = [word for rule in RULES for word in (rule.code, rule.family)]
    for word in wanted:
        if word not in known:
            raise Failure(
                _("no rule or family is called «{word}». {suggestion} Known: {codes}.").format(
                    word=word,
                    suggestion=did_you_mean(word, known),
                    codes=", ".join(rule.code for rule in RULES),
                )
            )
    return [rule for rule in RULES if rule.code in wanted or rule.family in wanted] or RULES


def _format_of(output: Path | None) -> str:
    """Return the format that the name of the output says; text without one."""
    from samordning_graph.report.writing import SUFFIXES  # noqa: PLC0415

    suffix = output.suffix.lower() if output else ""
    if not suffix:
        return "text"
    for form, one in SUFFIXES.items():
        if one == suffix:
            return form
    raise Failure(
        _("no format is written to files that end in {suffix}. Known: {known}.").format(
            suffix=suffix, known=", ".join(SUFFIXES.values())
        )
    )


def _basis(word: str) -> "Basis":
    from samordning_graph.finding import Basis  # noqa: PLC0415

    return Basis[word.upper()]


command = report
