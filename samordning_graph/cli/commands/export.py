"""`samordning export`: the graph for other programs."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordning_graph.cli.data_source import (
    PATH,
    DataSource,
    path_argument,
    read_models,
    refuse_to_overwrite_input,
    translating_os_errors,
)
from samordning_graph.cli.standard_output import utf8_output
from samordning_graph.cli.translated_click import Failure, command, option
from samordning_graph.common.locale import _, mark

if TYPE_CHECKING:
    from samordning_graph.schema.model import Model

FORMATS = ("graphml", "gexf", "csv", "json", "cypher")
SUFFIXES = {f".{form}": form for form in FORMATS if form != "csv"}


@command(
    "export",
    mark(
        "Write the graph for other programs, all municipalities of PATH as one.\n\ngraphml and gexf"
        " open in Gephi, yEd and networkx, json in d3 and networkx. csv is a folder for neo4j-admin"
        " database import, cypher a script for cypher-shell."
    ),
)
@path_argument
@option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help_message=mark("Format; by default that of the name after -o."),
)
@option(
    "-o",
    "--output",
    type=PATH,
    metavar="FILE",
    help_message=mark("Write to a file (csv: to a folder) and not to the screen."),
)
def export(origin: DataSource, format_: str | None, output: Path | None) -> None:
    """Write the graph of every municipality of an origin."""
    form = format_ or _format_of(output)
    _refuse_output(form, output, origin)
    models = read_models(origin, date.today())
    _refuse_shared_number(models)
    from samordning_graph.common.atomic_write import (
        write_folder_atomically,
        write_text_atomically,
    )
    from samordning_graph.property_graph.export import neo4j_csv
    from samordning_graph.property_graph.export.contents import Contents
    from samordning_graph.property_graph.export.registry import WRITERS

    contents = Contents(models)
    if output is None:
        with utf8_output() as stream:
            WRITERS[form](contents, stream)
        return
    with translating_os_errors(output):
        if form == "csv":
            write_folder_atomically(output, partial(neo4j_csv.write, contents))
        else:
            write_text_atomically(output, partial(WRITERS[form], contents))
    click.echo(_("Written: {path}").format(path=output.as_posix()), err=True)


def _format_of(output: Path | None) -> str:
    """Return the format that the name of the output says."""
    suffix = output.suffix.lower() if output else ""
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    raise Failure(
        _(
            "say the format with --format {formats}, or a file with -o that ends in {suffixes}."
        ).format(formats="|".join(FORMATS), suffixes=", ".join(SUFFIXES))
    )


def _refuse_output(form: str, output: Path | None, origin: DataSource) -> None:
    """Stop before anything is read if the output cannot be written."""
    from samordning_graph.property_graph.export.neo4j_csv import may_be_replaced

    if output is None:
        if form == "csv":
            raise Failure(_("csv is a folder of files: add -o FOLDER."))
        return
    refuse_to_overwrite_input(output, origin)
    if form == "csv" and not may_be_replaced(output):
        raise Failure(
            _(
                "{folder} holds other things than an earlier export. Choose an empty folder, or one"
                " that is not there."
            ).format(folder=output.as_posix())
        )


def _refuse_shared_number(models: "list[Model]") -> None:
    from samordning_graph.schema.model import sharing_a_number

    if sharing := sharing_a_number(models):
        raise Failure(
            _(
                "{count} of the files have the municipality number {number}, and would be mixed"
                " up: {paths}. Correct the numbers, or export one of them."
            ).format(
                count=len(sharing),
                number=sharing[0].municipality.number,
                paths=", ".join(model.path for model in sharing),
            )
        )


command = export
