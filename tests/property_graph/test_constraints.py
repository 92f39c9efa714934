import ast
import re
from pathlib import Path

import pytest

from samordning_graph import property_graph
from samordning_graph.property_graph.constraints import (
    NODE_LABELS,
    TIE_TYPES,
    made_by,
    schema_version,
    script,
    statements,
    tie_groups,
)
from samordning_graph.property_graph.neo4j.load_queries import QUERIES
from samordning_graph.schema.tables import TABLES, TIES
from tools.constraints import FILE


def test_the_committed_file_is_fresh():
    assert script() == FILE.read_text(encoding="utf-8"), "run `make fresh`"


def test_the_file_is_one_statement_for_each_semicolon_and_no_other_comments_than_lines():
    text = FILE.read_text(encoding="utf-8")
    code = "\n".join(line for line in text.splitlines() if not line.startswith("//"))

    found = [statement.strip() for statement in code.split(";") if statement.strip()]

    assert found == list(statements())
    assert text.isascii()


def test_every_statement_may_be_run_again_and_has_a_name_of_its_own():
    names = [made_by(statement) for statement in statements()]

    assert len(set(names)) == len(names)
    assert all(" IF NOT EXISTS " in statement for statement in statements())


def test_every_label_has_a_unique_key_and_every_tie_an_index_on_its_municipality():
    text = script()

    labels = {table.label for table in TABLES if table.label}
    assert labels < set(NODE_LABELS)
    for label in NODE_LABELS:
        assert f"FOR (n:{label}) REQUIRE n.key IS UNIQUE" in text
    for tie in TIE_TYPES:
        assert f"FOR ()-[r:{tie}]-() ON (r.municipality)" in text


def test_every_tie_of_the_schema_can_be_written():
    assert {group[0] for group in tie_groups()} == {str(tie.tie) for tie in TIES}


def test_the_version_of_the_schema_is_short_and_the_same_each_time():
    assert schema_version() == schema_version()
    assert re.fullmatch("[0-9a-f]{12}", schema_version())


def test_no_query_holds_anything_that_is_not_english_ascii():
    assert all(query.isascii() for query in QUERIES)


# Nothing from the data becomes a query; test_load.py loads hostile names and watches what is sent

PACKAGE = Path(property_graph.__file__).parent
CYPHER_FILES = sorted(
    path for room in (".", "neo4j", "query") for path in (PACKAGE / room).glob("*.py")
)
FROM_THE_SCHEMA = {"constraints.py", "embedded.py"}
"""Their functions make queries, of labels and types that the schema declares."""
CYPHER = re.compile(r"\b(?:MATCH|MERGE|CREATE|UNWIND|RETURN|DELETE|REMOVE|CALL|SHOW|WHERE)\b")


def made_queries(source):
    """Return the expressions inside functions that put a text with a word of Cypher together."""
    functions = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef))
    return [
        ast.unparse(node)
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.JoinedStr | ast.BinOp)
        or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("format", "join", "replace")
        )
        if CYPHER.search(ast.unparse(node))
    ]


@pytest.mark.parametrize("path", CYPHER_FILES, ids=lambda path: path.name)
def test_queries_are_written_before_any_data_are_read(path):
    made = made_queries(path.read_text(encoding="utf-8"))

    assert bool(made) is (path.name in FROM_THE_SCHEMA), made


@pytest.mark.parametrize(
    "made",
    [
        'f"MATCH (n:{label})"',
        '"MATCH (n:" + label + ")"',
        '"MATCH (n:%s)" % label',
        '"MATCH (n:{})".format(label)',
        '" ".join(["MATCH", label])',
        'QUERY.replace("MATCH", label)',
    ],
)
def test_a_query_that_is_made_of_data_is_seen(made):
    assert made_queries(f"QUERY = 'MATCH (n)'\ndef ask(label):\n    run({made})")
