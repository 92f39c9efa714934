"""`samordning query`: Cypher over files, or on a Neo4j server."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from samordning_graph.cli.data_source import (
    DataSource,
    path_argument,
    read_models,
    refuse_to_overwrite_input,
)
from samordning_graph.cli.neo4j_options import connected
from samordning_graph.cli.output import Output, output_options
from samordning_graph.cli.translated_click import Failure, command, option
from samordning_graph.common.locale import _, mark, ngettext

if TYPE_CHECKING:
    from samordning_graph.property_graph.query.answer import QueryAnswer
    from samordning_graph.property_graph.query.library import Query
    from samordning_graph.schema.model import Model

SECONDS = 30
ROWS = 10_000
FROM_STDIN = "-"
CHANGES = {
    "nodes_created": mark("nodes created"),
    "nodes_deleted": mark("nodes deleted"),
    "relationships_created": mark("ties created"),
    "relationships_deleted": mark("ties deleted"),
    "properties_set": mark("properties set"),
    "labels_added": mark("labels added"),
    "labels_removed": mark("labels removed"),
    "indexes_added": mark("indexes added"),
    "indexes_removed": mark("indexes removed"),
    "constraints_added": mark("constraints added"),
    "constraints_removed": mark("constraints removed"),
}
"""What a query can have written."""

Ask = Callable[[Mapping[str, Any], int], "QueryAnswer"]
"""Asks with these values of the parameters, for at most so many rows."""


def _list(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    """Show the library and stop."""
    if not wanted or context.resilient_parsing:
        return
    from samordning_graph.property_graph.query.library import (
        OF_RULES,
        explore_queries,
        rule_queries,
    )

    click.echo(_("The rules, with the findings that the report gives:"))
    for query in rule_queries():
        click.echo(f"  {query.code:<8}{_(query.title)}")
    click.echo()
    click.echo(_("Questions to explore with:"))
    for query in explore_queries():
        own = {name: said for name, said in query.parameters.items() if name not in OF_RULES}
        click.echo(f"  {query.stem:<30}{_(query.question)}")
        if own:
            click.echo(" " * 32 + ", ".join(f"-p {name}={said}" for name, said in own.items()))
    click.echo()
    click.echo(_("One of them as Cypher: samordning query --show NAME"))
    context.exit()


def _show(context: click.Context, _parameter: click.Parameter, name: str | None) -> None:
    """Show the Cypher of one query and stop."""
    if name is None or context.resilient_parsing:
        return
    from samordning_graph.property_graph.query.library import named

    with _one_message():
        click.echo(named(name).text, nl=False)
    context.exit()


def _complete_query(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from samordning_graph.property_graph.query.library import library

    names = (name for query in library() for name in (query.code or query.stem,))
    return [CompletionItem(name) for name in names if name.lower().startswith(incomplete.lower())]


@command(
    "query",
    mark(
        "Ask in Cypher: over files without a server, or on a Neo4j server (PATH is its address)."
        "\n\nQUERY is the name of a query in the library (--list), a file (.cypher), Cypher in"
        " quotes, or - for standard input. A query that takes $municipality is asked once for each"
        " municipality in the data, unless one is chosen with --municipality."
    ),
)
@path_argument
@click.argument("query", shell_complete=_complete_query)
@option(
    "-p",
    "--parameter",
    "given",
    multiple=True,
    metavar="NAME=VALUE",
    help_message=mark(
        "A parameter of the query: JSON (3, true, null, a list), otherwise text. May be repeated."
    ),
)
@output_options(
    "table",
    "csv",
    "json",
    "md",
    format_help=mark("Format; by default that of the name after -o, otherwise a table."),
    output_help=mark("Write to a file."),
)
@option(
    "--limit",
    type=click.IntRange(min=1),
    default=ROWS,
    show_default=True,
    metavar="N",
    help_message=mark("Give at most N rows, and say so if there are more."),
)
@option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=SECONDS,
    show_default=True,
    metavar="SECONDS",
    help_message=mark("Stop a query that takes longer."),
)
@option(
    "--write",
    is_flag=True,
    help_message=mark(
        "Let the query write to the Neo4j server. Without it nothing can be changed."
    ),
)
@option(
    "--list",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list,
    help_message=mark("List the queries of the library."),
)
@option(
    "--show",
    is_eager=True,
    expose_value=False,
    callback=_show,
    metavar="NAME",
    help_message=mark("Show the Cypher of a query of the library."),
)
def query(
    origin: DataSource,
    query: str,
    given: tuple[str, ...],
    output: Output,
    limit: int,
    timeout: float,
    *,
    write: bool,
) -> None:
    """Ask, and write the rows."""
    refuse_to_overwrite_input(output.path, origin)
    if write and not origin.is_address:
        raise Failure(_("files are only read: --write is for a Neo4j server."))
    with _one_message():
        wanted = _wanted(query)
        values = _values(wanted, given)
        with _asked(origin, wanted.text, timeout, write=write) as (numbers, ask):
            answer = _gathered(ask, values, _numbers(wanted, values, origin, numbers), limit)
    _write(answer, wanted, output)
    _tell(answer, limit)


@contextmanager
def _one_message() -> Iterator[None]:
    """Turn a query that cannot be run into one clear message."""
    from samordning_graph.property_graph.query.library import QueryError

    try:
        yield
    except QueryError as error:
        raise Failure(str(error)) from error


# What is asked


def _wanted(text: str) -> "Query":
    """Return the query that an argument names or is."""
    from samordning_graph.property_graph.query import library as queries

    if text == FROM_STDIN:
        return queries.parsed(sys.stdin.buffer.read().decode("utf-8-sig", errors="replace"))
    if _is_file(text):
        return queries.read(Path(text))
    try:
        return queries.named(text)
    except queries.QueryError:
        if len(text.split()) == 1:
            raise
        return queries.parsed(text)


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # no name of a file: too long, or with a null in it
        return False


def _values(query: "Query", given: tuple[str, ...]) -> dict[str, Any]:
    """Return the values of the parameters, and say which were not chosen but set by the library."""
    from samordning_graph.property_graph.query import library as queries

    pairs = {}
    for one in given:
        name, sign, value = one.partition("=")
        if not sign or not name:
            raise Failure(_("-p {text} is not NAME=VALUE.").format(text=one))
        pairs[name.removeprefix("$")] = value
    values = queries.complete(query, pairs, date.today())
    set_here = [
        f"{name}={query.parameters[name]}"
        for name in values
        if name not in pairs and name not in queries.OF_RULES
    ]
    if set_here:
        click.echo(
            _("Not given, and set as in the library: {values}. Choose others with -p.").format(
                values=", ".join(set_here)
            ),
            err=True,
        )
    return values


def _numbers(
    query: "Query", values: Mapping[str, Any], origin: DataSource, there: Callable[[], list[str]]
) -> list[str]:
    """Return the municipalities to ask for one by one; none if the query is asked once."""
    from samordning_graph.property_graph.query.library import MUNICIPALITY

    if not query.takes(MUNICIPALITY):
        if origin.numbers:
            raise Failure(
                _(
                    "the query does not take $municipality, and answers for all. Leave out"
                    " --municipality."
                )
            )
        return []
    if MUNICIPALITY in values:
        return []
    numbers = there()
    for number in origin.numbers:
        if number not in numbers:
            raise Failure(
                _("there is no municipality {number} in {path}. These are there: {numbers}.")
                .format(number=number, path=origin.text, numbers=", ".join(numbers))
            )  # fmt: skip
    return list(origin.numbers) or numbers


# Asking


@contextmanager
def _asked(
    origin: DataSource, text: str, seconds: float, *, write: bool
) -> "Iterator[tuple[Callable[[], list[str]], Ask]]":
    """Give what tells the municipalities that are there, and what asks."""
    if not origin.is_address:
        from samordning_graph.property_graph.query.embedded import EmbeddedGraph

        graph = EmbeddedGraph(_models(origin))

        def ask_files(values: Mapping[str, Any], limit: int) -> "QueryAnswer":
            return graph.ask(text, values, seconds=seconds, limit=limit)

        yield lambda: graph.numbers, ask_files
        return
    with connected(origin.text) as connection:
        from samordning_graph.property_graph.neo4j import read_back
        from samordning_graph.property_graph.query import server as ask

        def ask_server(values: Mapping[str, Any], limit: int) -> "QueryAnswer":
            return ask.ask(connection, text, values, seconds=seconds, limit=limit, write=write)

        yield lambda: [one.number for one in read_back.municipalities(connection)], ask_server


def _models(origin: DataSource) -> "Iterator[Model]":
    """Yield the models; nothing is read before the first is asked for."""
    yield from read_models(DataSource(origin.text), date.today())


def _gathered(ask: Ask, values: Mapping[str, Any], numbers: list[str], limit: int) -> "QueryAnswer":
    """Return the answer, or with many municipalities theirs after each other, with the number first."""
    from samordning_graph.property_graph.query.answer import QueryAnswer

    if len(numbers) < 2:
        return ask({**values, **({"municipality": numbers[0]} if numbers else {})}, limit)
    columns: tuple[str, ...] = ()
    rows: list[list[Any]] = []
    changes: Counter[str] = Counter()
    cut = False
    for number in numbers:
        # Without room for more, one row tells that there is more.
        one = ask({**values, "municipality": number}, max(1, limit - len(rows)))
        columns = ("municipality", *one.columns)
        changes.update(one.changes)
        cut = one.cut or len(rows) + len(one.rows) > limit
        rows += ([number, *row] for row in one.rows[: limit - len(rows)])
        if cut:
            break
    return QueryAnswer(columns, rows, cut=cut, changes=changes)


# Telling


def _write(answer: "QueryAnswer", query: "Query", output: Output) -> None:
    from samordning_graph.report.data import query_rows

    counted = ngettext("{n} row", "{n} rows", len(answer.rows)).format(n=len(answer.rows))
    caption = f"{_(query.title)}: {counted}" if query.title else counted
    data = {
        "csv": partial(query_rows.write_csv, answer.columns, answer.rows),
        "json": partial(query_rows.write_json, answer.columns, answer.rows),
    }
    output.write([query_rows.answer_block(answer.columns, answer.rows, caption)], data)


def _tell(answer: "QueryAnswer", limit: int) -> None:
    """Say on stderr what the rows do not show."""
    if answer.cut:
        text = _("There are more rows than the {n} that are shown. See more with --limit.")
        click.echo(text.format(n=limit), err=True)
    if answer.changes:
        said = ", ".join(f"{_(CHANGES[kind])} {n}" for kind, n in answer.changes.items())
        click.echo(_("Changed in the database: {changes}.").format(changes=said), err=True)


command = query
