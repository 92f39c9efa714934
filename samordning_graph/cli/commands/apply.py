"""`samordning apply`: what a meeting decided, and the action list, as rows in a copy of the workbook."""

from datetime import date
from pathlib import Path

import click

from samordning_graph.cli.output import (
    PATH,
    file_named,
    free_name,
    output_option,
    report_written,
    translating_os_errors,
)
from samordning_graph.cli.problems import report_problems
from samordning_graph.cli.translated_click import Failure, command
from samordning_graph.common.locale import _, mark
from samordning_graph.schema.tables import AgreedStep


@command(
    "apply",
    mark(
        "Put the decisions of a meeting into a copy of the workbook, as rows in their sheets.\n\nFILE"
        " is what the meeting mode of the map saves as decisions (.yaml), the action list of meeting in"
        " which somebody has written (.xlsx), or rows from suggest without new arenas. The workbook"
        " itself is never changed."
    ),
)
@click.argument("workbook", type=PATH)
@click.argument("file", type=PATH)
@output_option(mark("The copy to write (.xlsx)."), required=True)
def apply_command(workbook: Path, file: Path, output: Path) -> None:
    """Write a copy of a workbook with the rows of a file in it."""
    from samordning_graph.input.added_rows import RowsWithIdsError, write_with_rows
    from samordning_graph.input.applied_action_list import write_with_action_list
    from samordning_graph.schema.problem import ProblemsError

    new = _checked(workbook, file, output)
    try:
        with translating_os_errors(new):
            is_list = file.suffix.lower() == ".xlsx"
            write = write_with_action_list if is_list else write_with_rows
            added = write(workbook, file, new, date.today())
    except ProblemsError as error:
        report_problems(error.problems)
        return
    except RowsWithIdsError as error:
        raise Failure(
            _(
                "{file} has rows for the sheet {sheet}, which may change what stands there. Fill them"
                " in by hand; nothing is written."
            ).format(file=file.as_posix(), sheet=error.sheet)
        ) from error
    for sheet, count in added.count.items():
        click.echo(_("Rows added to {sheet}: {n}").format(sheet=sheet, n=count), err=True)
    if added.changed:
        click.echo(
            _("Rows changed in {sheet}: {n}").format(sheet=AgreedStep.sheet, n=added.changed),
            err=True,
        )
    if not added.count and not added.changed:
        click.echo(_("No rows were added: they are there already, or there are none."), err=True)
    if added.left:
        click.echo(
            _("Not placed; to be filled in by hand: {what}.").format(what="; ".join(added.left)),
            err=True,
        )
    for sentence in added.to_know:
        click.echo(sentence, err=True)
    report_written(new)


def _checked(workbook: Path, file: Path, output: Path) -> Path:
    """Return the file to write, if nothing is lost by it."""
    for path, suffixes in ((workbook, (".xlsx",)), (file, (".yaml", ".yml", ".xlsx"))):
        if path.suffix.lower() not in suffixes or not path.is_file():
            raise Failure(
                _("{file} is not there, or its name does not end in {suffix}.").format(
                    file=path.as_posix(), suffix=_(" or ").join((suffixes[0], *suffixes[2:]))
                )
            )
    new = file_named(output)
    if new is None or new.suffix.lower() != ".xlsx":
        raise Failure(_("the name must end in .xlsx: {file}").format(file=output.as_posix()))
    if new.exists():
        raise Failure(
            _(
                "{file} is there already, and is never written over: choose another name, such as"
                " «{free}»."
            ).format(file=new.as_posix(), free=free_name(new))
        )
    return new
