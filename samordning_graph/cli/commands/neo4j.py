"""`samordning neo4j`: load municipalities into Neo4j, and tell what is there."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from samordning_graph.cli.data_source import DataSource, read_models
from samordning_graph.cli.neo4j_options import connected
from samordning_graph.cli.translated_click import Failure, Group, command, language_option, option
from samordning_graph.common.locale import _, mark, ngettext

if TYPE_CHECKING:
    from samordning_graph.property_graph.neo4j.load import LoadSummary
    from samordning_graph.property_graph.neo4j.status import LoadedMunicipality
    from samordning_graph.schema.model import Model

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


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
def neo4j() -> None:
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
    origin = DataSource(path)
    if origin.is_address:
        raise Failure(
            _(
                "a load takes files: PATH is a workbook, a folder or a YAML file, and the"
                " server is given by --uri or NEO4J_URI."
            )
        )
    models = read_models(origin, date.today())
    _refuse_shared_number(models)
    with connected(uri) as connection:
        from samordning_graph.property_graph.neo4j import load as loading

        for model in models:
            with _progress(model.municipality.number) as progress:
                done = loading.load(
                    connection.driver,
                    connection.database,
                    model,
                    allow_removal=allow_removal,
                    progress=progress,
                )
            click.echo(_in_words(done))
            if done.foreign_ties_removed:
                click.echo(_about_foreign_ties(done.foreign_ties_removed), err=True)


@command("status", mark("Tell which municipalities the database holds, and whether they fit."))
@uri_option
def database_status(uri: str | None) -> None:
    """Tell what a database holds."""
    with connected(uri) as connection:
        from samordning_graph.property_graph.neo4j.status import database_status as status_of

        found = status_of(connection.driver, connection.database)
    click.echo(
        _("Neo4j {version} ({edition}), database «{database}»").format(
            version=found.version, edition=found.edition, database=found.database
        )
    )
    if found.newest is None:
        click.echo(_("No municipality is loaded. Load one with: samordning neo4j load PATH"))
        return
    for one in found.municipalities:
        click.echo(_line(one))
    if found.newest.loaded_at:
        click.echo(
            _("Newest load: {name}, {time}").format(
                name=found.newest.name, time=found.newest.loaded_at
            )
        )


def _refuse_shared_number(models: "list[Model]") -> None:
    from samordning_graph.schema.model import sharing_a_number

    if sharing := sharing_a_number(models):
        raise Failure(
            _(
                "{count} of the files have the municipality number {number}, so that one would"
                " replace the other: {paths}. Correct the numbers, or load one of them."
            ).format(
                count=len(sharing),
                number=sharing[0].municipality.number,
                paths=", ".join(model.path for model in sharing),
            )
        )


@contextmanager
def _progress(number: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give what tells, on a terminal's stderr and after a second, how far a load has come."""
    if not sys.stderr.isatty():
        yield None
        return
    start = time.monotonic()
    shown = False

    def show(done: int, whole: int) -> None:
        nonlocal shown
        if time.monotonic() - start > 1:
            shown = True
            text = _("Loading {number}").format(number=number)
            click.echo(f"\r{text} {done}/{whole}", err=True, nl=False)

    try:
        yield show
    finally:
        if shown:
            click.echo("", err=True)


def _in_words(done: "LoadSummary") -> str:
    return _(
        "{name} ({number}): {nodes} nodes and {ties} ties. Nodes: {n_created} new, {n_changed}"
        " changed, {n_removed} removed. Ties: {t_created} new, {t_changed} changed, {t_removed}"
        " removed."
    ).format(
        name=done.name,
        number=done.municipality,
        nodes=done.nodes,
        ties=done.ties,
        n_created=done.nodes_created,
        n_changed=done.nodes_changed,
        n_removed=done.nodes_removed,
        t_created=done.ties_created,
        t_changed=done.ties_changed,
        t_removed=done.ties_removed,
    )


def _about_foreign_ties(count: int) -> str:
    return ngettext(
        "{n} tie that others had added to the removed nodes went with them.",
        "{n} ties that others had added to the removed nodes went with them.",
        count,
    ).format(n=count)


def _line(one: "LoadedMunicipality") -> str:
    line = _("{name} ({number}): {nodes} nodes and {ties} ties, loaded {time}.").format(
        name=one.name,
        number=one.number,
        nodes=one.nodes,
        ties=one.ties,
        time=one.loaded_at or _("never to the end"),
    )
    if one.unfinished:
        line += " " + _("A load has begun and is not done: load again if none is running.")
    if not one.fits:
        line += " " + _("Loaded by version {version} with other columns: load again.").format(
            version=one.tool_version
        )
    return line


neo4j.add_command(load)
neo4j.add_command(database_status)
command = neo4j
