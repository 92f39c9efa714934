"""What is asked about one municipality is found by index, however many municipalities there are.

A plan that scans all nodes, or all of a label or a type, grows with the number of municipalities.
"""

from dataclasses import replace
from itertools import count, islice

import pytest

from samordning_graph.property_graph.neo4j import load as loading
from samordning_graph.property_graph.neo4j import load_queries
from samordning_graph.property_graph.query.library import library
from tests.property_graph.contents import ask, data_set
from tests.property_graph.query.test_twins import operators
from tools.cypher_readme import example

pytestmark = pytest.mark.neo4j

MUNICIPALITIES = {"eksempel": 6, "stord": 12}
LIBRARY = {
    query.stem: (query.text, example(query))
    for query in library()
    if "municipality" in query.parameters
}
STEPS = {"municipality": "0000", "run": "x", "rows": []}
LOAD = {
    name: (query, STEPS)
    for name, query in {
        "read nodes": load_queries.READ_NODES,
        "read shared": load_queries.READ_SHARED,
        "read ties": load_queries.READ_TIES,
        "count nodes": load_queries.COUNT_NODES,
        "count ties": load_queries.COUNT_TIES,
        "change ties": load_queries.CHANGE_TIES,
        "remove ties": load_queries.REMOVE_TIES,
        "remove forgotten": load_queries.REMOVE_UNKNOWN_SHARED,
        "write shared": load_queries.WRITE_SHARED,
        **{f"write {label}": query for label, query in load_queries.WRITE_NODES.items()},
        **{f"remove {label}": query for label, query in load_queries.REMOVE_NODES.items()},
        **{" ".join(group): query for group, query in load_queries.CREATE_TIES.items()},
    }.items()
}


def load_many(connection):
    """Load municipalities, and let the planner know at once what it would see in ten seconds."""
    numbers = map("{:04}".format, count())
    for name, times in MUNICIPALITIES.items():
        model = data_set(name)
        for number in islice(numbers, times):
            municipality = replace(model.municipality, number=number)
            loading.load(
                connection.driver, connection.database, replace(model, municipality=municipality)
            )
    ask(connection, "CALL db.prepareForReplanning(60)")


def test_a_question_about_one_municipality_reads_no_other(connection):
    load_many(connection)

    queries = LIBRARY | LOAD
    scanning = {
        name: found
        for name in queries
        if (
            found := [
                operator
                for operator in scans(connection, *queries[name])
                if _is_of_all(operator, name)
            ]
        )
    }

    assert not scanning


def _is_of_all(operator: str, query: str) -> bool:
    """Whether it reads every municipality; the planner may walk an index of ties, but for LINK."""
    return "RelationshipIndexScan" not in operator or query.startswith("link")


def test_a_scan_is_seen(connection):
    assert scans(connection, "MATCH (n:Unit) RETURN n", {}) == ["NodeByLabelScan"]
    assert scans(connection, "MATCH (n) RETURN n", {}) == ["AllNodesScan"]


def scans(connection, query, parameters) -> list[str]:
    found = connection.driver.execute_query(
        f"EXPLAIN {query}", parameters, database_=connection.database
    )
    return [operator for operator in operators(found.summary.plan) if "Scan" in operator]
