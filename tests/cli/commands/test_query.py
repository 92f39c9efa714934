import json
import re
import shutil
import sys

import pytest
from click.testing import CliRunner

from samordning_graph.cli.main import command_line
from tests.helpers import neo4j_fixtures as fixtures
from tests.helpers.running import DATA, STORD, invoke, run
from tests.property_graph.contents import ask, data_set
from tests.repository.test_architecture import RUN, loaded

server, connection, variables = fixtures.server, fixtures.connection, fixtures.variables
EXAMPLE = DATA / "eksempel"
UNITS = "MATCH (n:Unit) RETURN n.id AS id ORDER BY id"


def answered(*arguments):
    """Return what a query answers as JSON."""
    result = invoke("query", *arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def refused(*arguments):
    """Return the one message about a query that cannot be run, without warnings about the data."""
    result = invoke("query", *arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    warning = re.compile(r": W\d\d|explain W\d\d")
    (message,) = [line for line in result.stderr.splitlines() if not warning.search(line)]
    return message


# What is asked


def test_a_rule_of_the_library_finds_what_the_report_finds():
    by_code = answered(EXAMPLE, "ISO01")

    assert by_code == {"columns": ["subject", "related"], "rows": [["krisesentertilbudet", []]]}
    assert answered(EXAMPLE, "isolated-service") == by_code
    assert answered(EXAMPLE, "iso01_isolated_service") == by_code


def test_a_query_is_a_name_a_file_text_or_standard_input(tmp_path):
    file = tmp_path / "mine.cypher"
    file.write_text(UNITS, encoding="utf-8")
    by_text = answered(STORD, UNITS)

    piped = CliRunner().invoke(command_line, ["query", STORD, "-", "--format", "json"], input=UNITS)
    assert by_text["columns"] == ["id"]
    assert by_text == answered(STORD, file) == json.loads(piped.stdout)


def test_a_workbook_and_a_folder_give_the_same():
    assert answered(EXAMPLE / "eksempel.xlsx", UNITS) == answered(EXAMPLE, UNITS)


def test_a_name_that_is_none_is_one_message():
    message = refused(STORD, "shortst_way")

    assert "«shortst_way»" in message
    assert "«shortest-way»" in message


def test_the_list_shows_every_query_and_what_it_takes():
    result = invoke("query", "--list")

    assert result.exit_code == 0
    assert "  ISO01 " in result.stdout
    assert "  shortest_way " in result.stdout
    assert '-p from="eksempelvik-sykehjem"' in result.stdout


def test_a_query_is_shown_as_it_stands_in_its_file():
    result = invoke("query", "--show", "iso01")

    file = DATA.parent / "cypher" / "rules" / "iso01_isolated_service.cypher"
    assert result.stdout == file.read_text(encoding="utf-8")
    assert invoke("query", "--show", "iso0x").exit_code == 2


# Parameters and municipalities


def test_parameters_are_given_by_name():
    text = "MATCH (n:Unit) WHERE n.sector = $sector AND size(n.name) > $n RETURN count(n) AS c"

    (row,) = answered(EXAMPLE, text, "-p", "sector=helse", "-p", "n=3")["rows"]

    assert row[0] > 1


def test_parameters_that_are_missing_or_not_used_are_named():
    assert "$sector" in refused(STORD, "MATCH (n:Unit {sector: $sector}) RETURN n.id")
    assert "$as_of" in refused(STORD, "ISO01", "-p", "as_off=2026-01-01")
    assert "as_of" in refused(STORD, "ISO01", "-p", "as_of")


def test_what_the_library_has_set_is_told():
    result = invoke("query", EXAMPLE, "arenas_with_common_members")

    assert "at_least=2" in result.stderr
    assert (
        "at_least"
        not in invoke("query", EXAMPLE, "arenas_with_common_members", "-p", "at_least=3").stderr
    )


def test_the_municipality_is_the_one_that_there_is():
    assert answered(STORD, "units_by_arenas")["rows"]


def test_of_many_municipalities_each_is_asked_and_stands_first():
    found = answered(DATA, "MATCH (n:Unit {municipality: $municipality}) RETURN count(n) AS units")

    assert found["columns"] == ["municipality", "units"]
    assert [number for number, _units in found["rows"]] == ["0000", "3101", "4614", "5532", "5603"]


def test_one_municipality_of_many_is_chosen_in_either_way():
    chosen = answered(DATA, "units_by_arenas", "--municipality", "4614")

    assert chosen == answered(STORD, "units_by_arenas")
    assert chosen == answered(DATA, "units_by_arenas", "-p", "municipality=4614")
    assert "4614" in refused(DATA, "units_by_arenas", "--municipality", "9999")
    assert "$municipality" in refused(DATA, UNITS, "--municipality", "4614")


def test_a_query_about_all_municipalities_is_asked_once():
    found = answered(DATA, "municipalities_compared")

    assert [row[0] for row in found["rows"]] == ["0000", "3101", "4614", "5532", "5603"]


def test_two_files_with_one_number_are_refused(tmp_path):
    for name in ("a", "b"):
        shutil.copytree(STORD, tmp_path / name)

    assert "4614" in refused(tmp_path, UNITS)


# What is written


def test_the_formats(tmp_path):
    table, marked, sheet = (
        invoke("query", DATA / "balsfjord", "ISO03", "--format", format_name).stdout
        for format_name in ("table", "md", "csv")
    )

    assert "nav-balsfjord                          boligsosialt-team" in table
    assert "| nav-balsfjord | boligsosialt-team |" in marked
    assert sheet.splitlines() == [
        "\ufeffsubject;related",
        "barnevern;boligsosialt-team",
        "byggforvaltning;boligsosialt-team",
        "enhet-psykisk-helse-og-rehabilitering;boligsosialt-team",
        "nav-balsfjord;boligsosialt-team",
    ]


def test_the_name_of_the_output_says_the_format(tmp_path):
    for name, start in (("a.json", "{"), ("a.md", "**"), ("a.csv", "\ufeff"), ("a.txt", "\n")):
        result = invoke("query", STORD, "ISO03", "-o", tmp_path / name)
        assert result.exit_code == 0
        assert result.stdout == ""
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert ".docx" in refused(STORD, "ISO03", "-o", tmp_path / "a.docx")


def test_a_file_that_is_read_is_not_written_over(tmp_path):
    folder = shutil.copytree(STORD, tmp_path / "by")

    assert "-o" in refused(folder, UNITS, "-o", folder / "units.csv")


def test_rows_beyond_the_limit_are_told_of():
    result = invoke("query", DATA, UNITS, "--limit", 3, "--format", "json")

    assert len(json.loads(result.stdout)["rows"]) == 3
    assert "--limit" in result.stderr


@pytest.mark.parametrize(("limit", "is_cut"), [(4, True), (5, False)])
def test_the_limit_is_of_all_municipalities_together(limit, is_cut):
    text = "MATCH (m:Municipality {number: $municipality}) RETURN m.name AS name"

    result = invoke("query", DATA, text, "--limit", limit, "--format", "json")

    assert len(json.loads(result.stdout)["rows"]) == limit
    assert ("--limit" in result.stderr) is is_cut


# Files are only read, and only what is answered as a server does is answered


def test_files_are_never_written_to():
    assert "--write" in refused(STORD, "MATCH (n:Unit) SET n.x = 1 RETURN n.id", "--write")
    assert "«SET»" in refused(STORD, "MATCH (n:Unit) SET n.x = 1 RETURN n.id")


def test_what_cannot_be_answered_is_refused_by_name():
    assert "«=~»" in refused(STORD, "MATCH (n:Unit) WHERE n.name =~ 'a' RETURN n.id")
    assert "«Unit»" in refused(STORD, "MATCH (n:Units) RETURN n.id")


def test_a_query_that_takes_too_long_is_stopped():
    text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS x"

    assert "--timeout" in refused(STORD, text, "--timeout", 0.2)


@pytest.mark.parametrize(
    "limit", [("--timeout", "1e300"), ("--timeout", "nan"), ("--limit", 10**20)]
)
def test_a_limit_that_no_engine_counts_with_is_refused(limit):
    result = invoke("query", STORD, "RETURN 1 AS x", *limit)

    assert result.exit_code == 2
    assert limit[0] in result.stderr.splitlines()[-1]


def test_half_a_letter_is_no_json():
    done = run("query", STORD, "RETURN $x AS x", "-p", 'x="\\ud800"', "--format", "json")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["rows"] == [['"\\ud800"']]


def test_problems_in_the_data_stop_it(tmp_path):
    folder = shutil.copytree(STORD, tmp_path / "by")
    with (folder / "participation.csv").open("a", encoding="utf-8") as file:
        file.write("finnes-ikke;finnes-heller-ikke\n")

    result = invoke("query", folder, UNITS)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "participation.csv" in result.stderr


def test_without_the_engine_one_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "kglite", None)

    assert 'pip install "samordning-graph[cypher]"' in refused(STORD, UNITS)


def test_the_engine_and_the_driver_are_loaded_only_when_they_are_needed():
    for arguments in (("--help",), ("query", "--help"), ("query", "--list"), ("rules",)):
        assert not loaded(RUN, *arguments) & {"kglite", "neo4j"}, arguments
    by_file = loaded(RUN, "query", STORD, UNITS)
    assert "kglite" in by_file
    assert not by_file & {"neo4j", "numpy", "pandas"}


def test_letters_that_a_terminal_lacks_do_no_harm():
    result = run("query", STORD, "RETURN 'Ø' AS x", PYTHONIOENCODING="ascii")

    assert result.returncode == 0
    assert "?" in result.stdout


# On a server


@pytest.mark.neo4j
def test_a_server_answers_as_the_files_do(connection, variables, server):
    invoke("neo4j", "load", DATA)

    for query in ("ISO03", "who_was_asked", "municipalities_compared", UNITS):
        assert answered(server.uri, query) == answered(DATA, query), query
    assert answered(server.uri, "units_by_arenas", "--municipality", "4614") == answered(
        STORD, "units_by_arenas"
    )


@pytest.mark.neo4j
@pytest.mark.parametrize(
    "text",
    [
        "CREATE (n:Mine) RETURN n.id",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.x = 1 RETURN n.id",
        "CREATE INDEX mine FOR (n:Mine) ON (n.id)",
        "CALL db.createLabel('Mine')",
    ],
)
def test_a_server_is_only_read_unless_writing_is_allowed(connection, variables, server, text):
    """`bolt://`: it is the server that refuses."""
    assert server.uri.startswith("bolt://")
    ask(connection, "CREATE (:Other {id: 'a'})")

    assert "--write" in refused(server.uri, text)
    assert ask(connection, "MATCH (n) RETURN labels(n), n.id, n.x") == [(["Other"], "a", None)]


@pytest.mark.neo4j
def test_writing_is_told_of(connection, variables, server):
    result = invoke("query", server.uri, "UNWIND [1, 2] AS x CREATE (:Mine {id: x})", "--write")

    assert result.exit_code == 0, result.stderr
    assert "2" in result.stderr
    assert ask(connection, "MATCH (n:Mine) RETURN count(n)") == [(2,)]


@pytest.mark.neo4j
def test_the_limit_stops_the_fetching(connection, variables, server):
    text = "UNWIND range(1, 1000000000) AS x RETURN x"

    result = invoke("query", server.uri, text, "--limit", 2, "--format", "json")

    assert json.loads(result.stdout)["rows"] == [[1], [2]]
    assert "--limit" in result.stderr


@pytest.mark.neo4j
def test_the_server_stops_a_query_that_takes_too_long(connection, variables, server):
    text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS x"

    assert "--timeout" in refused(server.uri, text, "--timeout", 0.5)


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("MATCH (n RETURN n", "10"),
        ("MATCH (n:Unit)\nRETURN m.id", "`m`"),
        ("RETURN nonsense(1)", "nonsense"),
        ("CALL nonsense.now()", "nonsense.now"),
        ("RETURN 1 / 0 AS x", "zero"),
        ("RETURN substring('a', -1) AS x", "negative"),
    ],
)
def test_a_mistake_in_a_query_is_the_word_of_the_server(connection, variables, server, text, part):
    message = refused(server.uri, text)

    assert part in message
    assert server.password not in message


@pytest.mark.neo4j
def test_values_of_a_server_are_written_plainly(connection, variables, server):
    ask(connection, "CREATE (:Unit:Actor {name: 'A'})-[:OWNS {nth: 1}]->(:Goal {id: 'g'})")
    text = (
        "MATCH p = (n)-[r:OWNS]->(g) RETURN n, r, p, date('2026-11-23') AS d, 0.0 / 0 AS nan,"
        " datetime('2026-11-23T12:00Z') AS t, duration('P1D') AS u, point({x: 1, y: 2}) AS q"
    )

    found = answered(server.uri, text)
    table = invoke("query", server.uri, text).stdout

    node, tie, path, *plain_values = found["rows"][0]
    assert node == {"labels": ["Actor", "Unit"], "properties": {"name": "A"}}
    assert tie == {"type": "OWNS", "properties": {"nth": 1}}
    assert (path["nodes"][0], path["relationships"]) == (node, [tie])
    assert plain_values == [
        *("2026-11-23", None, "2026-11-23T12:00:00.000000000+00:00", "P1D"),
        {"srid": 7203, "coordinates": [1.0, 2.0]},
    ]
    assert "Unit" in table
    assert "coordinates:" in table


@pytest.mark.neo4j
def test_one_municipality_of_a_server_is_asked_by_itself(connection, variables, server):
    from samordning_graph.property_graph.neo4j.load import load

    load(connection.driver, connection.database, data_set("stord"))

    found = answered(server.uri, "units_by_arenas")

    assert found["columns"][0] == "unit"
    assert "9999" in refused(server.uri, "units_by_arenas", "--municipality", "9999")


def test_a_server_that_is_not_there_is_one_message(monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", "hemmelig-passord")

    message = refused("bolt://127.0.0.1:9", UNITS)

    assert "bolt://127.0.0.1:9" in message
    assert "hemmelig" not in message
