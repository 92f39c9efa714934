"""`samordning template`: an empty workbook to fill in."""

from pathlib import Path

import click

from samordning_graph.cli.output import (
    PATH,
    check_command,
    free_name,
    refuse_pipe,
    translating_os_errors,
)
from samordning_graph.cli.problems import report_problems
from samordning_graph.cli.translated_click import Failure, command, option
from samordning_graph.common.locale import _, mark


@command("template", mark("Write an empty workbook with drop-downs, notes and a guide."))
@click.argument("file", type=PATH)
@option(
    "--from",
    "old",
    type=PATH,
    metavar="OLD.xlsx",
    help_message=mark(
        "Bring everything over from an older workbook: cells, comments, own columns and sheets."
    ),
)
def template_command(file: Path, old: Path | None) -> None:
    """Write the template to a file that is not there yet, or is an untouched template."""
    from samordning_graph.common.seal import is_as_written
    from samordning_graph.input.template import write_template

    if file.suffix.lower() != ".xlsx":
        raise Failure(_("the name must end in .xlsx: {file}").format(file=file.as_posix()))
    refuse_pipe(file)
    if file.exists() and not is_as_written(file):
        raise Failure(
            _(
                "{file} is there already, and is no empty template. It is never written over:"
                " choose another name, such as «{free}»."
            ).format(file=file.as_posix(), free=free_name(file))
        )
    with translating_os_errors(file):
        if old is None:
            write_template(file)
        else:
            _bring_up_to_date(old, file)
    click.echo(
        _("Written: {file}. Fill it in, and run: {command}").format(
            file=file.as_posix(), command=check_command(file)
        )
    )


def _bring_up_to_date(old: Path, new: Path) -> None:
    from samordning_graph.input.template_update import write_updated
    from samordning_graph.schema.problem import ProblemsError

    if old.suffix.lower() != ".xlsx":
        raise Failure(_("--from takes a workbook (.xlsx), not {file}.").format(file=old.as_posix()))
    if not old.is_file():
        raise Failure(_("there is no workbook {file}.").format(file=old.as_posix()))
    if new.exists() and new.samefile(old):
        raise Failure(_("--from is the file to be written. Choose another name for the new one."))
    try:
        to_know = write_updated(old, new)
    except ProblemsError as error:
        report_problems(error.problems)
    else:
        for sentence in to_know:
            click.echo(sentence, err=True)
