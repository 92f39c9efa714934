import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordning_graph.property_graph.export import cypher_script
from samordning_graph.property_graph.export.cypher_script import BATCH_ROWS, literal
from samordning_graph.property_graph.neo4j.load import load
from samordning_graph.property_graph.neo4j.status import database_status
from tests.helpers.neo4j_fixtures import on_both_versions
from tests.helpers.tiny import tiny_model
from tests.property_graph.contents import ask, contents, data_set
from tests.property_graph.export.programs import run_cypher_shell
from tests.property_graph.export.reading import (
    HOSTILE,
    example_models,
    hostile_town,
    run_statements,
    saying,
    statements_of,
    written,
)

# The text


@given(st.text(min_size=1))
def test_no_text_leaves_its_string(text):
    """What is left when the strings are taken out is the same whatever the data say."""
    plain = re.sub(r'"(?:[^"\\]|\\.)*"', "", written(cypher_script, saying("x")), flags=re.DOTALL)
    left = re.sub(r'"(?:[^"\\]|\\.)*"', "", written(cypher_script, saying(text)), flags=re.DOTALL)

    assert left == plain


@given(st.text())
def test_the_script_is_ascii_and_no_line_of_data_looks_like_cypher(text):
    script = written(cypher_script, saying(text))

    assert script.isascii()
    assert not re.search(r"^\s*:", script, flags=re.MULTILINE)
    inside = [rows for rows in script.split('"') if "\\t" in rows]
    assert not [line for rows in inside for line in rows.splitlines() if line.endswith(";")]


def test_a_statement_has_a_thousand_rows_at_most():
    units = "\n".join(f"Enhet {i};bolig" for i in range(BATCH_ROWS + 1))
    found = statements_of(written(cypher_script, tiny_model(units=f"name;sector\n{units}")))

    sizes = [
        statement.count("\\texport") for statement in found if "MERGE (n:Unit:Actor" in statement
    ]
    assert sizes == [BATCH_ROWS, 1]


def test_the_same_data_give_the_same_script():
    assert written(cypher_script, *example_models()) == written(cypher_script, *example_models())


# On a server


@pytest.mark.neo4j
@on_both_versions
@pytest.mark.parametrize(
    "text", [*HOSTILE, "a\tb\r\nc\0d\x1b\x7f\x85\u2028", "\\u0027" * 3, '\\"' * 3, "\\" * 5]
)
def test_a_string_is_read_as_it_was(connection, text):
    assert ask(connection, f"RETURN {literal(text)}") == [(text,)]


@pytest.mark.neo4j
@on_both_versions
def test_the_script_makes_what_a_load_makes(connection, tmp_path):
    models = [*example_models(), hostile_town(tmp_path)]
    for model in models:
        load(connection.driver, connection.database, model)
    loaded = contents(connection)
    ask(connection, "MATCH (n) DETACH DELETE n")

    run_statements(connection, written(cypher_script, *models))

    assert contents(connection) == loaded
    assert all(
        municipality.fits and municipality.loaded_at and not municipality.unfinished
        for municipality in database_status(connection.driver, connection.database).municipalities
    )


@pytest.mark.neo4j
def test_it_may_be_run_again_over_a_load_and_under_one(connection):
    model, other_model = data_set("eksempel"), data_set("stord")
    script = written(cypher_script, model)
    load(connection.driver, connection.database, model)
    load(connection.driver, connection.database, other_model)
    wanted = contents(connection)

    for _turn in range(2):
        run_statements(connection, script)
        assert contents(connection) == wanted
    again = load(connection.driver, connection.database, model)
    assert (again.created, again.changed, again.removed) == (0, 0, 0)


@pytest.mark.neo4j
def test_what_has_changed_since_is_changed_and_what_others_have_tied_stays(connection):
    units = "name;sector\nBolig;bolig\nRus;helse\n"
    arenas = {"units": units, "arenas": "name\nForum"}
    part = "actor;arena;role\nBolig;Forum;{}"
    before = tiny_model(**arenas, participation=part.format("medlem") + "\nRus;Forum;medlem")
    after = tiny_model(**arenas, participation=part.format("leder"))
    run_statements(connection, written(cypher_script, before))
    ask(connection, "MATCH (a:Arena), (u:Unit) CREATE (u)-[:PARTICIPATES_IN {mine: 1}]->(a)")

    run_statements(connection, written(cypher_script, after))

    assert ask(
        connection,
        "MATCH (u)-[r:PARTICIPATES_IN]->() RETURN u.id, r.role, r.mine ORDER BY u.id, r.role",
    ) == [("bolig", "leader", None), ("bolig", None, 1), ("rus", None, 1)]


@pytest.mark.neo4j
def test_a_script_with_the_line_ends_of_windows_is_the_same(connection):
    script = written(cypher_script, data_set("eksempel"))
    run_statements(connection, script)
    wanted = contents(connection)
    ask(connection, "MATCH (n) DETACH DELETE n")

    for statement in statements_of(script):
        ask(connection, statement.replace("\n", "\r\n"))

    assert contents(connection) == wanted


@pytest.mark.java
@pytest.mark.neo4j
def test_cypher_shell_runs_it_on_a_machine_without_norwegian_letters(connection, server, tmp_path):
    models = [data_set("stord"), hostile_town(tmp_path)]
    for model in models:
        load(connection.driver, connection.database, model)
    loaded = contents(connection)
    ask(connection, "MATCH (n) DETACH DELETE n")
    file = tmp_path / "graf.cypher"
    file.write_text(written(cypher_script, *models), encoding="utf-8")

    run_cypher_shell(server, file, LC_ALL="C")

    assert contents(connection) == loaded
