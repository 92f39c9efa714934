"""`samordning template`: an empty workbook to fill in."""

from pathlib import Path

import click

from samordning_graph.cli.output import PATH, translating_os_errors
from samordning_graph.cli.translated_click import Failure, command, option
from samordning_graph.common.locale import _, mark


@command("template", mark("Write an empty workbook with drop-downs, notes and a guide."))
@click.argument("file", type=PATH)
@option("--force", is_flag=True, help_message=mark("Write over a file that is there."))
def template_command(file: Path, force: bool) -> None:
    """Write the template to a file that is not there yet."""
    from samordning_graph.input.template import write_template

    if file.suffix.lower() != ".xlsx":
        raise Failure(_("the name must end in .xlsx: {file}").format(file=file.as_posix()))
    if file.exists() and not force:
        raise Failure(
            _(
                "{file} is there already. Choose another name, or write over it with --force."
            ).format(file=file.as_posix())
        )
    with translating_os_errors(file):
        write_template(file)
    click.echo(
        _("Written: {file}. Fill it in, and run: samordning check {file}").format(
            file=file.as_posix()
        )
    )
