import pytest

from samordning_graph.property_graph.neo4j.load import load
from samordning_graph.property_graph.neo4j.status import database_status
from tests.helpers.neo4j_fixtures import on_both_versions
from tests.helpers.tiny import tiny_model
from tests.property_graph.contents import ask, data_set

pytestmark = pytest.mark.neo4j


def status_of(connection):
    return database_status(connection.driver, connection.database)


@on_both_versions
def test_an_empty_database_holds_no_municipality(connection):
    found = status_of(connection)

    assert found.municipalities == ()
    assert found.newest is None
    assert found.database == connection.database
    assert found.version.partition(".")[0].isdecimal()
    assert found.edition


@on_both_versions
def test_the_counts_are_those_of_the_loads(connection):
    done = [
        load(connection.driver, connection.database, data_set(name))
        for name in ("stord", "eksempel")
    ]
    ask(connection, "CREATE (:Unit {municipality: '4614'}), (:Municipality {number: '9999'})")

    found = status_of(connection)

    assert [
        (municipality.number, municipality.nodes, municipality.ties)
        for municipality in found.municipalities
    ] == sorted((summary.municipality, summary.nodes, summary.ties) for summary in done)
    assert all(
        municipality.fits and not municipality.unfinished for municipality in found.municipalities
    )
    assert found.newest.loaded_at == max(
        municipality.loaded_at for municipality in found.municipalities
    )


def test_a_load_with_another_schema_does_not_fit(connection):
    load(connection.driver, connection.database, tiny_model(units="name;sector\nBolig;bolig"))
    ask(connection, "MATCH (m:Municipality) SET m.schema_version = 'older', m.tool_version = '0'")

    (municipality,) = status_of(connection).municipalities

    assert not municipality.fits
    assert municipality.tool_version == "0"


def test_a_load_that_died_is_unfinished(connection):
    ask(connection, "CREATE (:Municipality {key: '0301', number: '0301', run: 'a', loading: 'a'})")

    (municipality,) = status_of(connection).municipalities

    assert municipality.unfinished
    assert (municipality.loaded_at, municipality.name, municipality.nodes) == ("", "0301", 0)
