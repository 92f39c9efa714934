"""docs/cypher.md and docs/neo4j.md say what the graph, the servers and the engine answer."""

import json
import re
import shlex
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path

import pytest

from samordning_graph import read_model
from samordning_graph.common.locale import in_language
from samordning_graph.property_graph.constraints import NODE_LABELS, OWN_LABELS, TIE_TYPES
from samordning_graph.property_graph.neo4j.connection import connected
from samordning_graph.property_graph.neo4j.load import load
from samordning_graph.property_graph.neo4j.settings import settings_from
from samordning_graph.property_graph.query.dialect import NotPortableError
from samordning_graph.property_graph.query.embedded import EmbeddedGraph
from samordning_graph.property_graph.query.rewriter import rewrite
from tests.helpers import server as servers
from tests.helpers.neo4j_fixtures import on_both_versions
from tests.property_graph.contents import ask, contents, data_set
from tests.repository.test_docs import blocks, rows

ROOT = Path(__file__).parents[3]
CYPHER = (ROOT / "docs" / "cypher.md").read_text(encoding="utf-8")
NEO4J = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(
    r"(?P<said>[^\n]*(?:\n[^\n]+)*)\n\n```cypher\n(?P<query>.*?)```\n\n"
    r"(?P<table>\|.*?)\n(?:\n… and (?P<more>\d+) more\.\n)?(?=\n|$)",
    re.DOTALL,
)
PARAMETER = re.compile(r'`\$(\w+) = ("[^"]*")`')


def examples():
    """Yield (query, parameters, columns, first rows, how many more) of each query with a table."""
    for found in EXAMPLE.finditer(CYPHER):
        given = {name: json.loads(value) for name, value in PARAMETER.findall(found["said"])}
        header, _line, *body = (
            [cell.strip() for cell in line.strip("|").split("|")]
            for line in found["table"].splitlines()
        )
        used = {"municipality": "0000", **given}
        parameters = {name: value for name, value in used.items() if f"${name}" in found["query"]}
        assert given.items() <= parameters.items()
        yield found["query"], parameters, header, body, int(found["more"] or 0)


def shown(value):
    if isinstance(value, list):
        return ", ".join(map(shown, value))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def assert_as_said(columns, found, header, body, more):
    assert list(columns) == header
    assert [[shown(cell) for cell in row] for row in found[: len(body)]] == body
    assert len(found) == len(body) + more


def test_every_query_of_the_page_has_its_answer():
    assert len(list(examples())) == CYPHER.count("```cypher") == 11


@pytest.mark.neo4j
@on_both_versions
def test_the_queries_of_the_page_answer_as_it_says_on_a_server(connection):
    load(connection.driver, connection.database, data_set("eksempel"))

    for query, parameters, *expected in examples():
        found = connection.driver.execute_query(
            query, parameters, database_=connection.database, routing_="r"
        )
        assert_as_said(found.keys, [list(record.values()) for record in found.records], *expected)


def test_the_queries_of_the_page_answer_as_it_says_over_files():
    graph = EmbeddedGraph([data_set("eksempel")])

    for query, parameters, *expected in examples():
        found = graph.ask(query, parameters, seconds=30, limit=1000)
        assert_as_said(found.columns, found.rows, *expected)


@pytest.mark.slow
def test_the_commands_of_the_page_run(tmp_path):
    commands = [
        line.replace("data/eksempel", str(ROOT / "data" / "eksempel"))
        for line in CYPHER.splitlines()
        if re.match(r"samordning \w+ data/", line)
    ]

    assert len(commands) == 5
    for command in commands:
        words = [sys.executable, "-m", "samordning_graph", *shlex.split(command)[1:]]
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, (command, done.stderr)


def test_the_picture_has_every_label_and_every_tie():
    (picture,) = blocks(CYPHER, "mermaid")
    words = set(re.findall(r"\w+", picture))

    assert set(TIE_TYPES) == {word for word in words if re.fullmatch(r"[A-Z]+(_[A-Z]+)*", word)} - {
        "LR"
    }
    assert set(NODE_LABELS) - set(OWN_LABELS.values()) <= words
    assert all(f"`{label}`" in CYPHER for label in OWN_LABELS.values())


def test_what_the_page_says_is_refused_is_refused_with_that_remedy():
    listed = rows(CYPHER, "refused")

    assert len(listed) > 5
    with in_language("en"):
        for refused, instead in listed:
            query = f"MATCH (n:Unit) WITH n, 1 AS x RETURN {refused.strip('`')} AS answer"
            with pytest.raises(NotPortableError, match=re.escape(f"as {instead.strip('`')}, or")):
                rewrite(query)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a)-[:PART_OF*]->(b) RETURN a.id",
        "MATCH (a)((b)-[:PART_OF]->(c)){1,3}(d) RETURN a.id",
        "MATCH p = SHORTEST 1 (a:Unit)-[:PART_OF]-(b:Unit) RETURN length(p)",
        "RETURN COLLECT { MATCH (a:Unit) RETURN a.id } AS ids",
        "MATCH (a:Unit) RETURN [(a)-[:PART_OF]->(b) | b.id] AS above",
        "MATCH (a:Unit) RETURN *",
        "CALL db.labels() YIELD label RETURN label",
        "MATCH (a:Person) RETURN a.name",
        "MATCH (a:Unit) SET a.name = 'x'",
    ],
)
def test_what_the_page_says_is_refused_without_remedy_is_refused(query):
    with pytest.raises(NotPortableError):
        rewrite(query)


@pytest.mark.neo4j
def test_a_municipality_is_taken_out_as_the_page_says(connection):
    load(connection.driver, connection.database, data_set("stord"))
    before = contents(connection)
    load(connection.driver, connection.database, data_set("eksempel"))
    ask(connection, "CREATE (:Note {mine: 1})")

    (statements,) = blocks(NEO4J, "cypher")
    for statement in statements.split(";\n"):
        if statement.strip():
            ask(connection, statement, number="0000")

    assert ask(connection, "MATCH (n:Note) DELETE n RETURN count(*)") == [(1,)]
    assert contents(connection) == before


@pytest.mark.neo4j
@on_both_versions
def test_a_load_goes_over_the_address_that_a_cluster_has(server, connection):
    address = server.uri.replace("bolt://", "neo4j://")
    settings = settings_from(address, server.environment)
    with connected(settings) as routed:
        done = load(routed.driver, routed.database, read_model(ROOT / "data" / "stord"))

    assert done.created > 0
    assert ask(connection, "MATCH (m:Municipality) RETURN m.number") == [("4614",)]


def test_the_page_names_the_versions_that_are_tested():
    for version in (servers.LTS, servers.NEWEST):
        assert version.number in NEO4J


def test_the_page_names_every_variable():
    from samordning_graph.property_graph.neo4j import settings

    source = Path(settings.__file__).read_text(encoding="utf-8")
    read = sorted(set(re.findall(r'environment\.get\("(\w+)"\)', source)))
    documented = sorted(row[0].strip("`") for row in rows(NEO4J, "variable"))
    for variable, documented_variable in zip_longest(read, documented):
        assert variable == documented_variable
