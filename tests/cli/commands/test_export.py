"""`samordning export`: what it writes where, and what it refuses."""

import io
import json
import shutil

import networkx as nx
import pytest

from samordning_graph.property_graph.neo4j.load import load
from tests.helpers import neo4j_fixtures as fixtures
from tests.helpers.files import csv_folder
from tests.helpers.running import DATA, STORD, invoke, run
from tests.property_graph.contents import data_set

server, connection, variables = fixtures.server, fixtures.connection, fixtures.variables

BEGINS = {
    "graphml": b'<?xml version="1.0" encoding="UTF-8"?>\n<graphml',
    "gexf": b'<?xml version="1.0" encoding="UTF-8"?>\n<gexf',
    "json": b'{"directed": true',
    "cypher": b"// The graph of samordning_graph",
}


@pytest.fixture
def broken(tmp_path):
    return csv_folder(tmp_path / "feil", units="name;sector\nBolig;bolg\nRus;helse\n")


# Where it is written


@pytest.mark.parametrize("format_name", BEGINS)
def test_it_is_written_to_the_screen_in_utf_8_whatever_the_terminal_speaks(format_name):
    done = run("export", STORD, "--format", format_name, text=False, PYTHONIOENCODING="ascii")

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(BEGINS[format_name])
    done.stdout.decode()


@pytest.mark.parametrize("format_name", BEGINS)
def test_the_name_of_the_file_says_the_format(tmp_path, format_name):
    file = tmp_path / f"graf.{format_name.upper()}"
    result = invoke("export", STORD, "-o", file)

    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert file.name in result.stderr
    assert BEGINS[format_name] in file.read_bytes()[:200]


@pytest.mark.parametrize("format_name", BEGINS)
def test_the_screen_and_the_file_get_the_same(tmp_path, format_name):
    file = tmp_path / "graf"
    invoke("export", STORD, "--format", format_name, "-o", file)

    lines = file.read_bytes().splitlines(keepends=True)
    sealed = [line for line in lines if b"samordning sha256:" not in line]
    assert invoke("export", STORD, "--format", format_name).stdout_bytes == b"".join(sealed)


def test_csv_is_a_folder_that_is_replaced_whole(tmp_path):
    out = tmp_path / "neo4j"
    first = invoke("export", DATA / "eksempel", "--format", "csv", "-o", out)
    second = invoke("export", STORD, "--format", "csv", "-o", out)

    assert (first.exit_code, second.exit_code) == (0, 0), second.stderr
    assert (out / "nodes-Unit.csv").exists()
    assert not (out / "nodes-Strategy.csv").exists()
    assert sorted(file.name for file in tmp_path.iterdir()) == [".neo4j.sha256", "neo4j"]


def test_a_folder_of_municipalities_is_one_graph():
    found = json.loads(invoke("export", DATA, "--format", "json").stdout)

    numbers = [row["number"] for row in found["graph"]["municipalities"]]
    assert numbers == ["0000", "3101", "4614", "5532", "5603"]
    assert len([node for node in found["nodes"] if node["id"] == "no/husbanken"]) == 1
    assert len({node["id"] for node in found["nodes"]}) == len(found["nodes"])


# What is refused


def test_the_format_must_be_said_somehow(tmp_path):
    for output in ((), ("-o", tmp_path / "graf"), ("-o", tmp_path / "graf.xlsx")):
        result = invoke("export", STORD, *output)

        assert result.exit_code == 2
        assert "--format" in result.stderr
        assert len(result.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_csv_needs_a_folder():
    result = invoke("export", STORD, "--format", "csv")

    assert result.exit_code == 2
    assert "-o" in result.stderr
    assert result.stdout == ""


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path):
    (tmp_path / "notater.txt").write_text("viktig")
    result = invoke("export", STORD, "--format", "csv", "-o", tmp_path)

    assert result.exit_code == 2
    assert tmp_path.as_posix() in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["notater.txt"]


def test_the_input_is_never_written_over(tmp_path):
    folder = shutil.copytree(STORD, tmp_path / "stord")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    as_folder = invoke("export", folder, "--format", "csv", "-o", folder)
    as_file = invoke("export", folder, "--format", "json", "-o", folder / "units.csv")

    assert (as_folder.exit_code, as_file.exit_code) == (2, 2)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


@pytest.mark.parametrize("format_name", [*BEGINS, "csv"])
def test_data_with_problems_are_not_exported_and_leave_what_was_there(
    broken, tmp_path, format_name
):
    out = tmp_path / "ut"
    invoke("export", STORD, "--format", format_name, "-o", out)
    before = out.read_bytes() if out.is_file() else sorted(out.iterdir())

    result = invoke("export", broken, "--format", format_name, "-o", out)

    assert result.exit_code == 2
    assert "units.csv" in result.stderr
    assert (out.read_bytes() if out.is_file() else sorted(out.iterdir())) == before


def test_two_files_with_one_number_are_refused_with_their_names(tmp_path):
    for name in ("a", "b"):
        shutil.copytree(STORD, tmp_path / name)
    result = invoke("export", tmp_path, "--format", "json")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "4614" in result.stderr.splitlines()[-1]


@pytest.mark.parametrize("format_name", ["graphml", "csv"])
def test_a_place_that_cannot_be_written_is_one_clear_message(tmp_path, format_name):
    result = invoke("export", STORD, "--format", format_name, "-o", tmp_path / "ikke" / "ut")

    assert result.exit_code == 2
    assert "ikke/ut" in result.stderr
    assert list(tmp_path.iterdir()) == []


# From a database


@pytest.mark.neo4j
def test_a_database_is_exported_as_the_file_that_was_loaded(connection, variables, server):
    for name in ("stord", "balsfjord"):
        load(connection.driver, connection.database, data_set(name))

    stord, all_of_data = (
        invoke("export", server.uri, "--format", "graphml", *numbers)
        for numbers in (("--municipality", "4614"), ())
    )

    assert (stord.exit_code, all_of_data.exit_code) == (0, 0), all_of_data.stderr
    graph = nx.read_graphml(io.StringIO(stord.stdout), force_multigraph=True)
    wanted = nx.read_graphml(
        io.StringIO(invoke("export", STORD, "--format", "graphml").stdout), force_multigraph=True
    )
    assert dict(graph.nodes(data=True)) == dict(wanted.nodes(data=True))
    assert sorted(graph.edges(keys=True)) == sorted(wanted.edges(keys=True))
    assert set(graph) < set(nx.read_graphml(io.StringIO(all_of_data.stdout)))
