"""Writes cypher/README.md from the queries in cypher/: `python -m tools.cypher_readme`.

The example results come from a real Neo4j server with `data/eksempel`, which is started for the
occasion as the tests start theirs.
"""

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from samordning_graph.common.locale import in_language
from samordning_graph.property_graph.query.library import (
    MUNICIPALITY,
    Query,
    explore_queries,
    rule_queries,
)
from samordning_graph.rules.register import RULES

FOLDER = Path(__file__).parent.parent / "cypher"
FILE = FOLDER / "README.md"
EXAMPLE = FOLDER.parent / "data" / "eksempel"
EXAMPLE_DAY = "2026-11-23"
"""What `today` is in the example results."""
EXAMPLE_NUMBER = "0000"
SHOWN_ROWS = 5
Ask = Callable[[str, Mapping[str, Any]], tuple[Sequence[str], Sequence[Sequence[Any]]]]
"""Runs a query with parameters; returns the columns and the rows."""


def example(query: Query) -> dict[str, Any]:
    """Return the values of the parameters in the example."""
    day = date.fromisoformat(EXAMPLE_DAY)
    return {
        name: EXAMPLE_NUMBER if name == MUNICIPALITY else query.default(name, day)
        for name in query.parameters
    }


# The page


def readme(examples: Mapping[str, str]) -> str:
    """Return the page, with the example result of each query of the library by its stem."""
    return "\n".join(_lines(examples)) + "\n"


def _lines(examples: Mapping[str, str]) -> Iterator[str]:
    yield "# Queries in Cypher"
    yield ""
    yield (
        "Generated from the headers of the files here by `python -m tools.cypher_readme`; a test"
        " keeps it fresh. All are read-only, sorted, and portable: they run unchanged on Neo4j 5.26"
        " and newer. Ids are sorted by code point, not as in the Norwegian alphabet."
    )
    yield from _rules()
    yield ""
    yield "## Questions to explore with"
    yield ""
    yield (
        "`today` is the day of the query as text (`2026-11-23`). «Working arena» and «linked» are what"
        " they are in the rules, with the same parameters. A national actor is told as the"
        " municipality tells of it; across municipalities it has the id of its actor type, since it"
        f" is one node for all. The examples are the first {SHOWN_ROWS} rows for the invented"
        f" municipality in `data/eksempel` on {EXAMPLE_DAY}."
    )
    for query in explore_queries():
        yield ""
        yield f"### `explore/{query.stem}.cypher` – {query.title}"
        yield ""
        yield query.question
        yield ""
        yield _parameters(query)
        yield ""
        yield examples.get(query.stem, "")


def _parameters(query: Query) -> str:
    if not query.parameters:
        return "No parameters."
    values = [f"`{name}` = `{written}`" for name, written in query.parameters.items()]
    return f"Parameters: {', '.join(values)}."


def _rules() -> Iterator[str]:
    twins = rule_queries()
    yield ""
    yield "## The rules"
    yield ""
    yield (
        "Each gives the findings of the rule with the same code, with the columns `subject` and"
        " `related` (a sorted list of ids). Parameters: `municipality` (the number as text), `as_of`"
        " (the day as text, `2026-11-23`), `max_arena_size` and `min_meetings` (a number, or null ="
        " no limit), `links` (`any`, or `confirmed` by both ends). The other days follow from `as_of`:"
        " `council_from` and `council_until` (the first day of the council period and of the next),"
        " `election_day` and `next_election_day` (those of the elections before these),"
        " `strategy_due` (the last day to adopt a planning strategy) and `older_before` (an overview"
        " from before it is an older one). Units above and below each other are followed through at most eight levels."
    )
    yield ""
    yield "| rule | what it finds | parameters |"
    yield "|---|---|---|"
    for query in twins:
        names = ", ".join(f"`{name}`" for name in query.parameters)
        yield f"| [{query.code} {query.slug}](rules/{query.stem}.cypher) | {query.title} | {names} |"
    with in_language("en"):
        without = [rule for rule in RULES if rule.code not in {query.code for query in twins}]
        named = [f"{rule.code} {rule.slug} ({rule.title})" for rule in without]
    if named:
        yield ""
        yield f"Not in Cypher, for the reason that its own page gives: {'; '.join(named)}."


# The example results


def make_examples(ask: Ask) -> dict[str, str]:
    """Return the example result of each query of the library as a table, by its stem."""
    return {query.stem: _table(*ask(query.text, example(query))) for query in explore_queries()}


def examples_in(page: str) -> dict[str, str]:
    """Return the example results that a page holds."""
    parts = re.split(r"^### `explore/(\w+)\.cypher` – .*$", page, flags=re.MULTILINE)
    return {
        stem: part[part.index("| ") :].strip() if "\n| " in part else ""
        for stem, part in zip(parts[1::2], parts[2::2], strict=True)
    }


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    lines = [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    lines += [f"| {' | '.join(map(_cell, row))} |" for row in rows[:SHOWN_ROWS]]
    if len(rows) > SHOWN_ROWS:
        lines += ["", f"… and {len(rows) - SHOWN_ROWS} more."]
    return "\n".join(lines)


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever a query returns
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value).replace("|", "\\|")


def main() -> int:
    """Start a server, load the example, ask it, write the page and stop the server."""
    # The server needs the test tools and a minute the first time, so nothing else imports them.
    from samordning_graph import read_model
    from samordning_graph.property_graph.neo4j.connection import connected
    from samordning_graph.property_graph.neo4j.load import load
    from samordning_graph.property_graph.neo4j.settings import settings_from
    from tests.helpers import server as servers

    with tempfile.TemporaryDirectory(prefix="samordning-neo4j-") as home:
        server = servers.start(Path(home))
        try:
            with connected(settings_from(None, server.environment)) as connection:
                load(connection.driver, connection.database, read_model(EXAMPLE))
                page = readme(make_examples(asker(connection.driver, connection.database)))
        finally:
            server.stop()
    FILE.write_text(page, encoding="utf-8", newline="\n")
    return 0


def asker(driver: Any, database: str) -> Ask:  # noqa: ANN401 - the driver is imported late
    """Return what runs a query for reading in a database of Neo4j."""

    def ask(
        query: str, parameters: Mapping[str, Any]
    ) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
        found = driver.execute_query(query, dict(parameters), database_=database, routing_="r")
        return found.keys, [list(record.values()) for record in found.records]

    return ask


if __name__ == "__main__":
    sys.exit(main())
