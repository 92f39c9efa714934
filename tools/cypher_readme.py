"""Writes cypher/README.md from the queries in cypher/: `python -m tools.cypher_readme`.

The example results come from a real Neo4j server with `data/eksempel`, which is started for the
occasion as the tests start theirs.
"""

import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samordning_graph.locale import in_language
from samordning_graph.rules import RULES

FOLDER = Path(__file__).parent.parent / "cypher"
FILE = FOLDER / "README.md"
EXAMPLE = FOLDER.parent / "data" / "eksempel"
EXAMPLE_DAY = "2026-11-23"
"""What `today` is in the example results."""
SHOWN_ROWS = 5
OF_RULES: Mapping[str, Any] = {
    "municipality": "0000",
    "as_of": EXAMPLE_DAY,
    "max_arena_size": None,
    "min_meetings": None,
}
"""The parameters of the rules, with the values that the example is asked with."""

Ask = Callable[[str, Mapping[str, Any]], tuple[Sequence[str], Sequence[Sequence[Any]]]]
"""Runs a query with parameters; returns the columns and the rows."""

_HEADER = re.compile(r"// (\w+): (.*)")
_FIRST_OF_RULE = re.compile(r"// ([A-Z]+\d\d) ([a-z-]+): (.*)")
_DEFAULT = re.compile(r'(\w+) = ("[^"]*"|[^,"]+)(?:, |$)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query of the library: what its header says, and its text.

    `code` and `slug` are those of the rule that it is the twin of, empty for the others.
    `parameters` has the default of each parameter as it is written; "" for those of rules.
    """

    stem: str
    text: str
    code: str = ""
    slug: str = ""
    title: str
    question: str = ""
    columns: tuple[str, ...]
    parameters: Mapping[str, str]

    @property
    def example(self) -> dict[str, Any]:
        """The values of the parameters in the example."""
        if self.code:
            return {name: OF_RULES[name] for name in self.parameters}
        return {
            name: EXAMPLE_DAY if written == "today" else json.loads(written)
            for name, written in self.parameters.items()
        }


def rule_queries() -> tuple[Query, ...]:
    """Return the twins of the rules, in the order of the register."""
    codes = [rule.code for rule in RULES]
    found = map(read, sorted((FOLDER / "rules").glob("*.cypher")))
    return tuple(sorted(found, key=lambda one: codes.index(one.code)))


def explore_queries() -> tuple[Query, ...]:
    """Return the researcher's library, by name of the file."""
    return tuple(map(read, sorted((FOLDER / "explore").glob("*.cypher"))))


def read(path: Path) -> Query:
    """Read a query and its header: the comment lines that it begins with."""
    text = path.read_text(encoding="utf-8")
    header: dict[str, str] = {}
    code = slug = ""
    for line in text.splitlines():
        if first := _FIRST_OF_RULE.fullmatch(line):
            code, slug, header["name"] = first.groups()
        elif said := _HEADER.fullmatch(line):
            header[said[1]] = said[2]
        else:
            break
    written = header["parameters"]
    names = () if written == "none" else written.split(", ")
    return Query(
        stem=path.stem,
        text=text,
        code=code,
        slug=slug,
        title=header["name"],
        question=header.get("question", ""),
        columns=tuple(header["columns"].split(", ")),
        parameters=dict.fromkeys(names, "") if code else dict(_DEFAULT.findall(written)),
    )


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
        "`today` is the day of the query as text (`2026-11-23`). «Working arena» is used in a wider"
        " sense than in the rules: any arena that is not of the kind information, closed ones too."
        " A national actor has the id of its actor type, since it is one node for all"
        f" municipalities. The examples are the first {SHOWN_ROWS} rows for the invented"
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
    said = [f"`{name}` = `{written}`" for name, written in query.parameters.items()]
    return f"Parameters: {', '.join(said)}."


def _rules() -> Iterator[str]:
    twins = rule_queries()
    yield ""
    yield "## The rules"
    yield ""
    yield (
        "Each gives the findings of the rule with the same code, with the columns `subject` and"
        " `related` (a sorted list of ids). Parameters: `municipality` (the number as text), `as_of`"
        " (the day as text, `2026-11-23`), `max_arena_size` and `min_meetings` (a number, or null ="
        " no limit). Units above and below each other are followed through at most eight levels."
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
    return {query.stem: _table(*ask(query.text, query.example)) for query in explore_queries()}


def examples_in(page: str) -> dict[str, str]:
    """Return the example results that stand in a page."""
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
    from samordning_graph import read_model  # noqa: PLC0415
    from samordning_graph.store.connection import connected, settings_from  # noqa: PLC0415
    from samordning_graph.store.load import load  # noqa: PLC0415
    from tests.store import server as servers  # noqa: PLC0415

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
