"""`samordning import`: a workbook of a network that was drawn in another program."""

from collections.abc import Iterator
from pathlib import Path

import click

from samordning_graph.cli.output import PATH, check_command, output_option, translating_os_errors
from samordning_graph.cli.translated_click import Failure, command, option
from samordning_graph.common.locale import _, mark


@command(
    "import",
    mark(
        "Make a workbook of a network from another program.\n\nFILE is a list of ties, lists of"
        " nodes and ties (Gephi), elements and connections (Kumu; also JSON), a matrix, GraphML or"
        " GEXF; tables as CSV or .xlsx. How it was read is printed, and can be corrected and given"
        " back with --map."
    ),
)
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=PATH)
@output_option(mark("The workbook to write (.xlsx)."), required=True)
@option(
    "--map",
    "mapping",
    multiple=True,
    metavar="TEXT",
    help_message=mark(
        "What is what: «Fra = Source», «Type: NGO = Eksterne aktører», or a file of such lines (may"
        " be repeated)."
    ),
)
@option("--force", is_flag=True, help_message=mark("Write over a file that is there."))
def import_network_command(
    files: tuple[Path, ...], output: Path, mapping: tuple[str, ...], force: bool
) -> None:
    """Write the workbook, and say on stdout how the network was read."""
    from samordning_graph.input.foreign.filled_template import write_filled_template
    from samordning_graph.input.foreign.import_network import import_network
    from samordning_graph.input.foreign.raw_table import ForeignNetworkError

    if output.suffix.lower() != ".xlsx":
        raise Failure(_("the name must end in .xlsx: {file}").format(file=output.as_posix()))
    if output.exists() and not force:
        raise Failure(
            _(
                "{file} is there already. Choose another name, or write over it with --force."
            ).format(file=output.as_posix())
        )
    if any(file.exists() and output.exists() and output.samefile(file) for file in files):
        raise Failure(
            _("{file} is one of the files that are read. Choose another name with -o.").format(
                file=output.as_posix()
            )
        )
    try:
        network = import_network(files, list(_lines(mapping)))
    except ForeignNetworkError as error:
        raise Failure(str(error)) from error
    with translating_os_errors(output):
        write_filled_template(output, network.rows)
    for line in network.mapping:
        click.echo(line)
    for remark in network.remarks:
        click.echo(f"# {remark}")
    click.echo(
        "# "
        + _(
            "Written: {file} ({counts}). Fill in Kommune and what is empty, and run: {command}"
        ).format(file=output.as_posix(), counts=network.counts, command=check_command(output))
    )


def _lines(mapping: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines that were written after --map, and those of the files that are named there."""
    from samordning_graph.input.csv_folder import TextError, read_text

    for text in mapping:
        if "=" in text:
            yield text
            continue
        try:
            if not Path(text).is_file():  # a pipe may have no end
                raise FileNotFoundError(text)
            yield from read_text(Path(text)).splitlines()
        except (TextError, OSError, ValueError) as error:
            raise Failure(
                _("--map: «{text}» is neither a file that can be read nor «Fra = Source».").format(
                    text=text
                )
            ) from error
