"""`samordning template`: an empty workbook to fill in."""

from pathlib import Path

import click

from samordning_graph.cli.output import PATH, free_name, quoted, translating_os_errors
from samordning_graph.cli.translated_click import Failure, command
from samordning_graph.common.locale import _, mark


@command("template", mark("Write an empty workbook with drop-downs, notes and a guide."))
@click.argument("file", type=PATH)
def template_command(file: Path) -> None:
    """Write the template to a file that is not there yet, or is an untouched template."""
    from samordning_graph.common.seal import is_as_written
    from samordning_graph.input.template import write_template

    if file.suffix.lower() != ".xlsx":
        raise Failure(_("the name must end in .xlsx: {file}").format(file=file.as_posix()))
    if file.exists() and not is_as_written(file):
        raise Failure(
            _(
                "{file} is there already, and is no empty template. It is never written over:"
                " choose another name, such as «{free}»."
            ).format(file=file.as_posix(), free=free_name(file))
        )
    with translating_os_errors(file):
        write_template(file)
    click.echo(
        _("Written: {file}. Fill it in, and run: {command}").format(
            file=file.as_posix(), command=quoted("samordning", "check", file)
        )
    )
