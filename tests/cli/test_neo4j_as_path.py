"""Every command that takes a PATH takes the address of a Neo4j server too."""

import json
import re
import subprocess
import sys

import jsonschema
import pytest

from tests.helpers import neo4j_fixtures as fixtures
from tests.helpers.files import csv_folder
from tests.helpers.running import DATA, DAY, ROOT, STORD, environment, invoke
from tests.property_graph.contents import ask
from tests.property_graph.same import without_places
from tests.report.data.test_findings_json import SCHEMA

server, connection, variables = fixtures.server, fixtures.connection, fixtures.variables
on_server = pytest.mark.neo4j
NOBODY = "bolt://127.0.0.1:9"


@pytest.fixture
def address(connection, variables, server):
    """The server's address, with all data sets loaded."""
    result = invoke("neo4j", "load", DATA)
    assert result.exit_code == 0, result.stderr
    return server.uri


# The same as from the file


@on_server
@pytest.mark.parametrize("name", ["eksempel", "stord"])
def test_a_report_is_the_same_as_from_the_file(address, name):
    number = {"eksempel": "0000", "stord": "4614"}[name]

    file = invoke("report", DATA / name, "--format", "json", *DAY)
    back = invoke("report", address, "--municipality", number, "--format", "json", *DAY)

    assert (back.exit_code, file.exit_code) == (0, 0), back.stderr
    report = json.loads(back.stdout)
    assert report["data"]["path"].endswith(f"/neo4j/{number}")
    assert re.fullmatch("[0-9a-f]{64}", report["data"]["digest"])
    # A tie that several rows made gives each of them its source.
    assert (report["data"]["undated_rows"] == 0) is (name == "eksempel")
    assert without_places(report) == without_places(json.loads(file.stdout))


@on_server
def test_evidence_names_the_node_or_the_tie(address):
    result = invoke("report", address, "--municipality", "0000", "--format", "json", *DAY)

    report = json.loads(result.stdout)
    jsonschema.validate(report, SCHEMA)
    evidence = [row for finding in report["findings"] for row in finding["evidence"]]
    assert {row["row"] for row in evidence} == {None}
    assert {
        "file": f"{address}/neo4j/0000",
        "sheet": "REFERS_TO",
        "row": None,
        "node": "0000/fjordby-fengsel → 0000/boligkontoret",
        "text": "Fjordby fengsel (oppdiktet) – Boligkontoret",
        "source": "Oppdiktet eksempel",
        "source_date": "2026-09-15",
        "comment": None,
        "reported_by": None,
    } in evidence


@on_server
def test_a_report_of_all_municipalities_is_that_of_the_folder(address):
    file = invoke("report", DATA, "--format", "json", *DAY)
    back = invoke("report", address, "--format", "json", *DAY)

    def reports(result):
        return [without_places(report) for report in json.loads(result.stdout)["reports"]]

    assert reports(back) == reports(file)


@on_server
def test_fail_on_and_select_work_as_from_a_file(address):
    options = ("--municipality", "0000", "--select", "LINK03", "--fail-on", "recommended")

    assert invoke("report", address, *options, *DAY).exit_code == 1


def shown_by(page):
    """Return what a map shows. Where it stands is a row in a file, and a node or tie in a database."""
    text = page.read_text(encoding="utf-8")
    data = json.loads(text.partition('id="map-data">')[2].partition("</script>")[0])
    findings = [
        (finding["identity"], finding["observation"], finding["question"])
        for finding in data["findings"]
    ]
    return findings, [data[key] for key in ("title", "facts", "nodes", "views", "words", "leftOut")]


@on_server
def test_a_map_is_the_same_as_from_the_file(address, tmp_path):
    file, back = tmp_path / "file.html", tmp_path / "back.html"

    invoke("map", STORD, "-o", file, *DAY)
    result = invoke("map", address, "--municipality", "4614", "-o", back, *DAY)

    assert result.exit_code == 0, result.stderr
    assert shown_by(back) == shown_by(file)


@on_server
def test_a_map_of_many_says_how_to_choose_one(address, tmp_path):
    result = invoke("map", address, "-o", tmp_path / "map.html")

    assert result.exit_code == 2
    assert "--municipality" in result.stderr
    assert not list(tmp_path.iterdir())


# Problems


@on_server
def test_check_tells_of_nodes_where_it_tells_of_rows(address, connection):
    well = invoke("check", address, "--municipality", "4614")
    ask(connection, "MATCH (n:Unit {key: '4614/tildelingskontoret'}) SET n.sector = 'hlese'")

    text = invoke("check", address)
    as_json = json.loads(invoke("check", address, "--format", "json").stdout)

    place = f"{address}/neo4j/4614, Unit 4614/tildelingskontoret, "
    assert (well.exit_code, text.exit_code) == (0, 2)
    assert place in text.stdout
    assert ": E11 " in text.stdout
    (error,) = [problem for problem in as_json["problems"] if problem["severity"] == "error"]
    assert error["file"] == f"{address}/neo4j/4614"
    assert (error["sheet"], error["node"]) == ("Unit", "4614/tildelingskontoret")
    assert (error["row"], error["column"]) == (None, "sector")


@on_server
def test_nothing_is_reported_when_a_municipality_has_errors(address, connection):
    ask(connection, "MATCH (n:Unit {key: '4614/tildelingskontoret'}) REMOVE n.name")

    result = invoke("report", address, *DAY)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "4614/tildelingskontoret" in result.stderr


# Which municipalities


@on_server
def test_some_municipalities_can_be_named(address):
    result = invoke(
        "report", address, "--municipality", "5603", "--municipality", "4614", "--format", "json"
    )

    reports = json.loads(result.stdout)["reports"]
    assert [report["municipality"]["number"] for report in reports] == ["4614", "5603"]


@on_server
def test_one_that_is_not_there_is_refused_with_those_that_are(address):
    result = invoke("report", address, "--municipality", "0301")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "0000, 3101, 4614, 5532, 5603" in result.stderr


@on_server
def test_an_empty_database_says_to_load_first(connection, variables, server):
    result = invoke("report", server.uri)

    assert result.exit_code == 2
    assert "samordning neo4j load PATH" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_files_are_chosen_by_their_path():
    result = invoke("report", DATA, "--municipality", "4614")

    assert result.exit_code == 2
    assert "--municipality" in result.stderr
    assert result.stdout == ""


# What goes wrong


@pytest.mark.parametrize("command", [("report",), ("check",), ("map", "-o", "map.html")])
def test_a_server_that_is_not_there_is_one_message(command, monkeypatch, tmp_path):
    monkeypatch.setenv("NEO4J_PASSWORD", "hemmelig-passord")
    monkeypatch.chdir(tmp_path)

    result = invoke(command[0], NOBODY, *command[1:])

    assert result.exit_code == 2
    assert NOBODY in result.stderr
    assert "hemmelig" not in result.output
    assert len(result.stderr.splitlines()) == 1
    assert not list(tmp_path.iterdir())


@on_server
def test_a_wrong_password_is_one_message(address, monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", "feil-passord")

    result = invoke("report", address)

    assert result.exit_code == 2
    assert "NEO4J_PASSWORD" in result.stderr
    assert "feil-passord" not in result.output


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("http://localhost:7474", "neo4j://localhost:7687"),
        ("neo4j://", "neo4j://localhost:7687"),
        ("neo4j://neo4j:hemmelig@localhost", "NEO4J_PASSWORD"),
        ("neo4j://localhost:7687/mine", "NEO4J_DATABASE"),
    ],
)
def test_an_address_that_cannot_be_used_is_one_message(address, part):
    result = invoke("report", address)

    assert result.exit_code == 2
    assert part in result.stderr
    assert "hemmelig" not in result.output
    assert len(result.stderr.splitlines()) == 1


def test_a_load_takes_files():
    result = invoke("neo4j", "load", "neo4j://localhost:7687")

    assert result.exit_code == 2
    assert "--uri" in result.stderr


def test_a_path_is_a_path_as_before(tmp_path):
    """Two slashes are one, and a drive letter with two slashes is no address."""
    folder = csv_folder(tmp_path / "by")

    assert invoke("check", f"{tmp_path}//by").exit_code == 0
    assert invoke("check", folder).exit_code == 0
    assert "E01" in invoke("check", "C://by").stdout


def test_the_driver_is_imported_only_for_an_address():
    code = (
        "import sys; from samordning_graph.cli.main import command_line;"
        f" command_line(['check', {STORD!r}], standalone_mode=False)"
    )
    program = f"try:\n {code}\nexcept SystemExit:\n pass\nprint('neo4j' in sys.modules)"

    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.stdout.splitlines()[-1] == "False"
