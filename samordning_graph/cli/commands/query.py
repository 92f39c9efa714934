"""`samordning query`: Cypher over files, or on a Neo4j server."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from samordning_graph.cli.data_source import (
    DataSource,
    path_argument,
    read_models,
    refuse_to_overwrite_input,
)
from samordning_graph.cli.neo4j_connection import connected
from samordning_graph.cli.output import Output, output_options
from samordning_graph.cli.query_choice import (
    chosen_query,
    complete_query,
    list_library,
    parameter_values,
    show_query,
    translating_query_errors,
)
from samordning_graph.cli.translated_click import Failure, FiniteRange, command, option
from samordning_graph.common.locale import _, mark, ngettext

if TYPE_CHECKING:
    from samordning_graph.property_graph.query.answer import QueryAnswer
    from samordning_graph.property_graph.query.library import Query
    from samordning_graph.schema.model import Model

DEFAULT_TIMEOUT_SECONDS = 30
LONGEST_TIMEOUT_SECONDS = 1_000_000
DEFAULT_MAX_ROWS = 10_000
MOST_ROWS = 1_000_000_000
"""What engines count with is limited: longer and more are refused where they are asked for."""

Ask = Callable[[Mapping[str, Any], int], "QueryAnswer"]
"""Asks with these values of the parameters, for at most so many rows."""


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
@click.argument("query", shell_complete=complete_query)
@option(
    "-p",
    "--parameter",
    "assignments",
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
    type=click.IntRange(min=1, max=MOST_ROWS),
    default=DEFAULT_MAX_ROWS,
    show_default=True,
    metavar="N",
    help_message=mark("Give at most N rows, and say so if there are more."),
)
@option(
    "--timeout",
    type=FiniteRange(min=0, min_open=True, max=LONGEST_TIMEOUT_SECONDS),
    default=DEFAULT_TIMEOUT_SECONDS,
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
    callback=list_library,
    help_message=mark("List the queries of the library."),
)
@option(
    "--show",
    is_eager=True,
    expose_value=False,
    callback=show_query,
    metavar="NAME",
    help_message=mark("Show the Cypher of a query of the library."),
)
def query_command(
    data_source: DataSource,
    query: str,
    assignments: tuple[str, ...],
    output: Output,
    limit: int,
    timeout: float,
    *,
    write: bool,
) -> None:
    """Ask, and write the rows."""
    refuse_to_overwrite_input(output.path, data_source)
    if write and not data_source.is_address:
        raise Failure(_("files are only read: --write is for a Neo4j server."))
    with translating_query_errors():
        chosen = chosen_query(query)
        values = parameter_values(chosen, assignments)
        with _connected_to(data_source, chosen.text, timeout, write=write) as (held, ask):
            numbers = _numbers_to_ask_for(chosen, values, data_source, held)
            answer = _joined_answer(ask, values, numbers, limit)
    _write(answer, chosen, output)
    _report_beside(answer, limit)


def _numbers_to_ask_for(
    query: "Query",
    values: Mapping[str, Any],
    data_source: DataSource,
    held: Callable[[], list[str]],
) -> list[str]:
    """Return the municipalities to ask for one by one; none if the query is asked once."""
    from samordning_graph.property_graph.query.library import MUNICIPALITY

    if not query.takes(MUNICIPALITY):
        if data_source.numbers:
            raise Failure(
                _(
                    "the query does not take $municipality, and answers for all. Leave out"
                    " --municipality."
                )
            )
        return []
    if MUNICIPALITY in values:
        return []
    numbers = held()
    for number in data_source.numbers:
        if number not in numbers:
            raise Failure(
                _("there is no municipality {number} in {path}. These are there: {numbers}.")
                .format(number=number, path=data_source.text, numbers=", ".join(numbers))
            )  # fmt: skip
    return list(data_source.numbers) or numbers


@contextmanager
def _connected_to(
    data_source: DataSource, text: str, timeout: float, *, write: bool
) -> "Iterator[tuple[Callable[[], list[str]], Ask]]":
    """Give a function for the numbers of the municipalities held, and one that asks."""
    if not data_source.is_address:
        from samordning_graph.property_graph.query.embedded import EmbeddedGraph

        graph = EmbeddedGraph(_models(data_source))

        def ask_files(values: Mapping[str, Any], limit: int) -> "QueryAnswer":
            return graph.ask(text, values, seconds=timeout, limit=limit)

        yield lambda: graph.numbers, ask_files
        return
    with connected(data_source.text) as connection:
        from samordning_graph.property_graph.neo4j.read_back import municipalities
        from samordning_graph.property_graph.query import server

        def ask_server(values: Mapping[str, Any], limit: int) -> "QueryAnswer":
            return server.ask(connection, text, values, seconds=timeout, limit=limit, write=write)

        yield (
            lambda: [municipality.number for municipality in municipalities(connection)],
            ask_server,
        )


def _models(data_source: DataSource) -> "Iterator[Model]":
    """Yield the models; nothing is read before the first is asked for."""
    yield from read_models(data_source._replace(numbers=()), date.today())


def _joined_answer(
    ask: Ask, values: Mapping[str, Any], numbers: list[str], limit: int
) -> "QueryAnswer":
    """Return the answer; of many municipalities theirs in sequence, with the number first."""
    from samordning_graph.property_graph.query.answer import QueryAnswer

    if len(numbers) < 2:
        return ask({**values, **({"municipality": numbers[0]} if numbers else {})}, limit)
    columns: tuple[str, ...] = ()
    rows: list[list[Any]] = []
    changes: Counter[str] = Counter()
    is_cut = False
    for number in numbers:
        # Without room for more, one row tells that there is more.
        answer = ask({**values, "municipality": number}, max(1, limit - len(rows)))
        columns = ("municipality", *answer.columns)
        changes.update(answer.changes)
        is_cut = answer.cut or len(rows) + len(answer.rows) > limit
        rows += ([number, *row] for row in answer.rows[: limit - len(rows)])
        if is_cut:
            break
    return QueryAnswer(columns, rows, cut=is_cut, changes=changes)


def _write(answer: "QueryAnswer", query: "Query", output: Output) -> None:
    from samordning_graph.report.data import query_rows

    counted = ngettext("{n} row", "{n} rows", len(answer.rows)).format(n=len(answer.rows))
    caption = f"{_(query.title)}: {counted}" if query.title else counted
    data = {
        "csv": partial(query_rows.write_csv, answer.columns, answer.rows),
        "json": partial(query_rows.write_json, answer.columns, answer.rows),
    }
    output.write([query_rows.answer_block(answer.columns, answer.rows, caption)], data)


def _report_beside(answer: "QueryAnswer", limit: int) -> None:
    """Say on stderr what the rows do not show."""
    if answer.cut:
        text = _("There are more rows than the {n} that are shown. See more with --limit.")
        click.echo(text.format(n=limit), err=True)
    if answer.changes:
        from samordning_graph.property_graph.query.answer import CHANGE_NAMES

        changes = ", ".join(f"{_(CHANGE_NAMES[kind])} {n}" for kind, n in answer.changes.items())
        click.echo(_("Changed in the database: {changes}.").format(changes=changes), err=True)
