"""Which query to run: the library as a list, one of its queries, a file, Cypher, standard input."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from samordning_graph.cli.translated_click import Failure
from samordning_graph.common.locale import _

if TYPE_CHECKING:
    from samordning_graph.property_graph.query.library import Query

STDIN = "-"


@contextmanager
def translating_query_errors() -> Iterator[None]:
    """Turn a query that cannot be run into one clear message."""
    from samordning_graph.property_graph.query.library import QueryError

    try:
        yield
    except QueryError as error:
        raise Failure(str(error)) from error


# The library


def list_library(context: click.Context, _parameter: click.Parameter, is_wanted: bool) -> None:
    """List the queries of the library, and stop."""
    if not is_wanted or context.resilient_parsing:
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
        click.echo(f"  {query.stem:<30}{_(query.question)}")
        parameters = [
            f"-p {name}={value}" for name, value in query.parameters.items() if name not in OF_RULES
        ]
        if parameters:
            click.echo(" " * 32 + ", ".join(parameters))
    click.echo()
    click.echo(_("One of them as Cypher: samordning query --show NAME"))
    context.exit()


def show_query(context: click.Context, _parameter: click.Parameter, name: str | None) -> None:
    """Show the Cypher of one query, and stop."""
    if name is None or context.resilient_parsing:
        return
    from samordning_graph.property_graph.query.library import named

    with translating_query_errors():
        click.echo(named(name).text, nl=False)
    context.exit()


def complete_query(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the names in the library that begin with what is typed."""
    from samordning_graph.property_graph.query.library import library

    names = (query.code or query.stem for query in library())
    return [CompletionItem(name) for name in names if name.lower().startswith(incomplete.lower())]


# The chosen query and its parameters


def chosen_query(text: str) -> "Query":
    """Return the query that an argument names or is."""
    from samordning_graph.property_graph.query import library

    if text == STDIN:
        return library.parsed(sys.stdin.buffer.read().decode("utf-8-sig", errors="replace"))
    if _is_file(text):
        return library.read(Path(text))
    try:
        return library.named(text)
    except library.QueryError:
        if len(text.split()) == 1:
            raise
        _refuse_undecodable(text)
        return library.parsed(text)


def _refuse_undecodable(text: str) -> None:
    """Stop at bytes that are no text in the encoding of the terminal."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Failure(
            _("«{text}» holds bytes that are no text here.").format(
                text=text.encode(errors="replace").decode()
            )
        ) from error


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # no name of a file: too long, or with a null in it
        return False


def parameter_values(query: "Query", assignments: tuple[str, ...]) -> dict[str, Any]:
    """Return the values of the parameters, and say on stderr which the library has set."""
    from samordning_graph.property_graph.query import library

    given = {}
    for assignment in assignments:
        _refuse_undecodable(assignment)
        name, sign, value = assignment.partition("=")
        if not sign or not name:
            raise Failure(_("-p {text} is not NAME=VALUE.").format(text=assignment))
        given[name.removeprefix("$")] = value
    values = library.complete(query, given, date.today())
    set_by_library = [
        f"{name}={query.parameters[name]}"
        for name in values
        if name not in given and name not in library.OF_RULES
    ]
    if set_by_library:
        click.echo(
            _("Not given, and set as in the library: {values}. Choose others with -p.").format(
                values=", ".join(set_by_library)
            ),
            err=True,
        )
    return values
