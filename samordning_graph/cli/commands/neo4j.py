"""`samordning neo4j`: load municipalities into Neo4j, and say what is there."""

from datetime import date
from typing import TYPE_CHECKING

import click

from samordning_graph.cli.data_source import DataSource, read_models, refuse_shared_number
from samordning_graph.cli.neo4j_connection import connected
from samordning_graph.cli.progress import progress_line
from samordning_graph.cli.translated_click import (
    Decorated,
    Failure,
    Group,
    command,
    language_option,
    option,
)
from samordning_graph.common.locale import _, mark, ngettext

if TYPE_CHECKING:
    from samordning_graph.property_graph.neo4j.load import LoadSummary
    from samordning_graph.property_graph.neo4j.status import LoadedMunicipality


@click.group(
    "neo4j",
    cls=Group,
    help=mark(
        "Load municipalities into Neo4j, and see what is there.\n\nThe server is given by --uri or"
        " NEO4J_URI, the rest by NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE."
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@language_option
def neo4j_command() -> None:
    """Do nothing here: the commands do."""


def uri_option(function: Decorated) -> Decorated:
    """Declare the address of the server."""
    return option(
        "--uri",
        metavar="URI",
        help_message=mark("The Neo4j server, such as neo4j://localhost:7687. Default: NEO4J_URI."),
    )(function)


@command(
    "load",
    mark(
        "Load the graph into Neo4j. A second load of the same data changes nothing; what is no"
        " longer in the data is removed, and what others have added beside it stays."
    ),
)
@click.argument("path", type=click.Path())
@uri_option
@option(
    "--allow-removal",
    is_flag=True,
    help_message=mark("Load even if more than half of the municipality would be removed."),
)
def load(path: str, uri: str | None, *, allow_removal: bool) -> None:
    """Load every municipality of a path, one after another."""
    data_source = DataSource(path)
    if data_source.is_address:
        raise Failure(
            _(
                "a load takes files: PATH is a workbook, a folder or a YAML file, and the"
                " server is given by --uri or NEO4J_URI."
            )
        )
    models = read_models(data_source, date.today())
    refuse_shared_number(
        models,
        _(
            "{count} of the files have the municipality number {number}, so that one would"
            " replace the other: {paths}. Correct the numbers, or load one of them."
        ),
    )
    with connected(uri) as connection:
        from samordning_graph.property_graph.neo4j.load import load as load_model

        for model in models:
            text = _("Loading {number}").format(number=model.municipality.number)
            with progress_line(text) as progress:
                summary = load_model(
                    connection.driver,
                    connection.database,
                    model,
                    allow_removal=allow_removal,
                    progress=progress,
                )
            click.echo(_load_text(summary))
            if summary.foreign_ties_removed:
                click.echo(_foreign_ties_text(summary.foreign_ties_removed), err=True)


@command("status", mark("Tell which municipalities the database holds, and whether they fit."))
@uri_option
def status(uri: str | None) -> None:
    """Say what a database holds."""
    with connected(uri) as connection:
        from samordning_graph.property_graph.neo4j.status import database_status

        held = database_status(connection.driver, connection.database)
    click.echo(
        _("Neo4j {version} ({edition}), database «{database}»").format(
            version=held.version, edition=held.edition, database=held.database
        )
    )
    if held.newest is None:
        click.echo(_("No municipality is loaded. Load one with: samordning neo4j load PATH"))
        return
    for municipality in held.municipalities:
        click.echo(_status_line(municipality))
    if held.newest.loaded_at:
        click.echo(
            _("Newest load: {name}, {time}").format(
                name=held.newest.name, time=held.newest.loaded_at
            )
        )


def _load_text(summary: "LoadSummary") -> str:
    return _(
        "{name} ({number}): {nodes} nodes and {ties} ties. Nodes: {n_created} new, {n_changed}"
        " changed, {n_removed} removed. Ties: {t_created} new, {t_changed} changed, {t_removed}"
        " removed."
    ).format(
        name=summary.name,
        number=summary.municipality,
        nodes=summary.nodes,
        ties=summary.ties,
        n_created=summary.nodes_created,
        n_changed=summary.nodes_changed,
        n_removed=summary.nodes_removed,
        t_created=summary.ties_created,
        t_changed=summary.ties_changed,
        t_removed=summary.ties_removed,
    )


def _foreign_ties_text(count: int) -> str:
    return ngettext(
        "{n} tie that others had added to the removed nodes went with them.",
        "{n} ties that others had added to the removed nodes went with them.",
        count,
    ).format(n=count)


def _status_line(municipality: "LoadedMunicipality") -> str:
    line = _("{name} ({number}): {nodes} nodes and {ties} ties, loaded {time}.").format(
        name=municipality.name,
        number=municipality.number,
        nodes=municipality.nodes,
        ties=municipality.ties,
        time=municipality.loaded_at or _("never to the end"),
    )
    if municipality.unfinished:
        line += " " + _("A load has begun and is not done: load again if none is running.")
    if not municipality.fits:
        line += " " + _("Loaded by version {version} with other columns: load again.").format(
            version=municipality.tool_version
        )
    return line


neo4j_command.add_command(load)
neo4j_command.add_command(status)
