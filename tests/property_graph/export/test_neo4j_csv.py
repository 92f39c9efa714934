import csv

import pytest

from samordning_graph.property_graph.constraints import script
from samordning_graph.property_graph.export import neo4j_csv
from samordning_graph.property_graph.export.contents import Contents
from samordning_graph.property_graph.export.cypher_script import NOTE_WHEN
from samordning_graph.property_graph.neo4j.connection import connected
from samordning_graph.property_graph.neo4j.load import load
from samordning_graph.property_graph.neo4j.settings import settings_from
from samordning_graph.property_graph.neo4j.status import database_status
from tests.helpers import server as servers
from tests.helpers.neo4j_fixtures import VERSIONS
from tests.helpers.tiny import tiny_model
from tests.property_graph.contents import contents, data_set
from tests.property_graph.export.programs import available, run_neo4j_admin
from tests.property_graph.export.reading import example_models, hostile_town, run_statements


def written(folder, *models):
    folder.mkdir()
    neo4j_csv.write(Contents(models), folder)
    return folder


def rows(file):
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def command(folder):
    """The command that the README tells people to run, without the name of the program."""
    (line,) = (
        line
        for line in (folder / neo4j_csv.README).read_text(encoding="utf-8").splitlines()
        if line.startswith("neo4j-admin ")
    )
    return line.split()[1:]


def test_a_file_of_nodes_has_labels_keys_and_types_in_its_header(tmp_path):
    folder = written(
        tmp_path / "ut",
        tiny_model(
            units='name;sector;tasks\nBolig;bolig;"skaffe;beholde"\nRus;helse;',
            arenas="name;meetings_per_year;decision_authority\nForum;4;ja",
        ),
    )

    assert rows(folder / "nodes-Unit.csv") == [
        [":LABEL", "key:ID", "name", "id", "sector", "tasks:string[]", "municipality", "run"],
        ["Unit;Actor", "0000/bolig", "Bolig", "bolig", "bolig", "obtain;keep", "0000", "export"],
        ["Unit;Actor", "0000/rus", "Rus", "rus", "helse", "", "0000", "export"],
    ]
    header, forum = rows(folder / "nodes-Arena.csv")
    assert dict(zip(header, forum, strict=True))["meetings_per_year:double"] == "4.0"
    assert dict(zip(header, forum, strict=True))["decision_authority:boolean"] == "true"


def test_a_file_of_ties_has_ends_and_type_and_what_the_tie_says(tmp_path):
    folder = written(
        tmp_path / "ut",
        tiny_model(
            units="name;sector\nBolig;bolig\nRus;helse",
            links="from;to;strength;formal\nBolig;Rus;samordning;ja",
        ),
    )
    header, tie = rows(folder / "relationships-COLLABORATES_WITH.csv")

    assert header[:3] == [":START_ID", ":END_ID", ":TYPE"]
    assert tie[:3] == ["0000/bolig", "0000/rus", "COLLABORATES_WITH"]
    properties = dict(zip(header, tie, strict=True))
    assert (properties["strength"], properties["formal:boolean"], properties["nth:long"]) == (
        "coordination",
        "true",
        "1",
    )


def test_only_kinds_that_are_there_have_files_and_the_command_names_each(tmp_path):
    folder = written(tmp_path / "ut", tiny_model(units="name;sector\nBolig;bolig"))

    tables = sorted(file.name for file in folder.glob("*.csv"))
    assert tables == ["nodes-Municipality.csv", "nodes-Unit.csv", "relationships-PART_OF.csv"]
    assert command(folder) == [
        *("database", "import", "full", "neo4j"),
        "--nodes=./nodes-Municipality.csv",
        "--nodes=./nodes-Unit.csv",
        "--relationships=./relationships-PART_OF.csv",
    ]


def test_what_is_run_after_the_import_makes_constraints_and_notes_the_time(tmp_path):
    folder = written(tmp_path / "ut", tiny_model())

    assert (folder / neo4j_csv.AFTER_IMPORT).read_text() == script() + NOTE_WHEN


def test_an_earlier_export_may_be_replaced_and_nothing_else(tmp_path):
    earlier = written(tmp_path / "ut", *example_models())
    (tmp_path / "tom").mkdir()
    (tmp_path / "fil").touch()
    (tmp_path / "annet").mkdir()
    (tmp_path / "annet" / "nodes-Unit.csv").touch()

    assert neo4j_csv.may_be_replaced(tmp_path / "ikke-der")
    assert neo4j_csv.may_be_replaced(tmp_path / "tom")
    assert neo4j_csv.may_be_replaced(earlier)
    assert not neo4j_csv.may_be_replaced(tmp_path / "fil")
    assert not neo4j_csv.may_be_replaced(tmp_path / "annet")
    (earlier / "import.report").touch()  # what the importer leaves there
    assert neo4j_csv.may_be_replaced(earlier)
    (earlier / "notater.csv").touch()
    assert not neo4j_csv.may_be_replaced(earlier)


@pytest.mark.java
@pytest.mark.neo4j
@pytest.mark.parametrize("version", VERSIONS)
def test_the_importer_makes_what_a_load_makes(connection, tmp_path, version):
    models = [data_set("eksempel"), data_set("stord"), hostile_town(tmp_path)]
    for model in models:
        load(connection.driver, connection.database, model)
    folder, home = written(tmp_path / "ut", *models), tmp_path / "home"

    run_neo4j_admin(home, version, *command(folder), cwd=folder)

    server = available(lambda: servers.start(home, version=version))
    try:
        with connected(settings_from(None, server.environment)) as imported:
            assert contents(imported) == contents(connection)
            run_statements(imported, (folder / neo4j_csv.AFTER_IMPORT).read_text())
            assert all(
                municipality.fits and municipality.loaded_at and not municipality.unfinished
                for municipality in database_status(
                    imported.driver, imported.database
                ).municipalities
            )
            again = load(imported.driver, imported.database, models[0])
            assert (again.created, again.changed, again.removed) == (0, 0, 0)
    finally:
        server.stop()
