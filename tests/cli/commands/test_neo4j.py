import shutil

import pytest
from click.testing import CliRunner

from samordning_graph.cli.commands.neo4j import neo4j_command
from tests.helpers import neo4j_fixtures as fixtures
from tests.helpers.running import DATA, STORD
from tests.property_graph.contents import ask

pytestmark = pytest.mark.neo4j

server, connection, variables = fixtures.server, fixtures.connection, fixtures.variables


def invoke(*arguments):
    result = CliRunner().invoke(neo4j_command, [str(argument) for argument in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_loading_tells_what_was_done_and_the_second_time_that_nothing_was(connection, variables):
    first, second = invoke("load", STORD), invoke("load", STORD)

    assert (first.exit_code, second.exit_code) == (0, 0), first.stderr
    assert "Stord (4614): 16 " in first.stdout
    assert first.stdout.count(" 0 ") == 4
    assert second.stdout.count(" 0 ") == 6
    assert ask(connection, "MATCH (m:Municipality) RETURN m.number") == [("4614",)]


def test_a_folder_of_municipalities_is_loaded_one_after_another(connection, variables):
    result = invoke("load", DATA)

    numbers = [line.partition("(")[2] for line in result.stdout.splitlines()]
    assert result.exit_code == 0, result.stderr
    assert ask(connection, "MATCH (m:Municipality) RETURN count(m)") == [(5,)]
    assert len(numbers) == 5


def test_the_address_is_given_by_the_option(connection, variables, server, monkeypatch):
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:9")

    result = invoke("load", STORD, "--uri", server.uri)

    assert result.exit_code == 0, result.stderr


def test_status_tells_of_server_database_and_municipalities(connection, variables):
    empty = invoke("status")
    invoke("load", STORD)
    ask(connection, "MATCH (m:Municipality) SET m.schema_version = 'x', m.loading = 'y'")

    full = invoke("status")

    assert (empty.exit_code, full.exit_code) == (0, 0)
    assert "Neo4j " in empty.stdout
    assert "samordning neo4j load" in empty.stdout
    assert "Stord (4614): 16 " in full.stdout
    assert len(full.stdout.splitlines()) == 3
    assert full.stderr == ""


def test_data_with_problems_are_not_loaded(connection, variables, tmp_path):
    folder = shutil.copytree(STORD, tmp_path / "by")
    with (folder / "participation.csv").open("a", encoding="utf-8") as file:
        file.write("finnes-ikke;finnes-heller-ikke\n")

    result = invoke("load", folder)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "participation.csv" in result.stderr
    assert ask(connection, "MATCH (n) RETURN count(n)") == [(0,)]


def test_two_files_with_one_number_are_refused_before_anything_is_written(
    connection, variables, tmp_path
):
    for name in ("a", "b"):
        shutil.copytree(STORD, tmp_path / name)

    result = invoke("load", tmp_path)

    assert result.exit_code == 2
    assert "4614" in result.stderr
    assert ask(connection, "MATCH (n) RETURN count(n)") == [(0,)]


def test_removing_most_of_it_must_be_allowed(connection, variables, tmp_path):
    invoke("load", DATA / "eksempel")
    folder = shutil.copytree(STORD, tmp_path / "by")
    municipality_file = folder / "municipality.csv"
    municipality_file.write_text(
        municipality_file.read_text(encoding="utf-8").replace("4614", "0000"), encoding="utf-8"
    )

    refused = invoke("load", folder)
    allowed = invoke("load", folder, "--allow-removal")

    assert refused.exit_code == 2
    assert "--allow-removal" in refused.stderr
    assert allowed.exit_code == 0, allowed.stderr


def test_a_server_that_is_not_there_is_one_message(monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", "hemmelig-passord")

    result = invoke("status", "--uri", "bolt://127.0.0.1:9")

    assert result.exit_code == 2
    assert "bolt://127.0.0.1:9" in result.stderr
    assert "hemmelig" not in result.output
    assert len(result.stderr.splitlines()) == 1


def test_without_an_address_nothing_is_tried(monkeypatch):
    monkeypatch.delenv("NEO4J_URI", raising=False)

    result = invoke("load", STORD)

    assert result.exit_code == 2
    assert "NEO4J_URI" in result.stderr
