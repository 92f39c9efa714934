import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.property_graph.neo4j.settings import Settings, StoreError, settings_from

PASSWORD = "hemmelig-passord-7361"


@pytest.fixture(autouse=True)
def english():
    with in_language("en"):
        yield


def test_the_settings_come_from_the_environment_and_the_uri_from_the_option_first():
    environment = {
        "NEO4J_URI": "bolt://a",
        "NEO4J_USERNAME": "u",
        "NEO4J_PASSWORD": PASSWORD,
        "NEO4J_DATABASE": "d",
    }

    assert settings_from("neo4j://b:7687", environment) == Settings(
        uri="neo4j://b:7687", username="u", password=PASSWORD, database="d"
    )
    assert settings_from(None, environment).uri == "bolt://a"
    assert settings_from("bolt://b", {}) == Settings(uri="bolt://b", username="neo4j")


def test_the_password_is_not_in_the_text_of_the_settings():
    assert PASSWORD not in repr(settings_from("bolt://a", {"NEO4J_PASSWORD": PASSWORD}))


def test_without_an_address_it_is_said_how_to_give_one():
    with pytest.raises(StoreError, match=r"--uri .*NEO4J_URI.*neo4j://localhost:7687"):
        settings_from(None, {})


@pytest.mark.parametrize(
    "uri",
    ["localhost:7687", "http://localhost:7474", "neo4j://", "bolt://a:x", "data", "bolt://[a"],
)
def test_an_address_that_is_none_is_refused(uri):
    with pytest.raises(StoreError, match="is not the address of a Neo4j server"):
        settings_from(uri, {})


def test_a_password_in_the_address_is_refused_and_not_shown():
    with pytest.raises(StoreError, match="NEO4J_PASSWORD") as refused:
        settings_from(f"neo4j://neo4j:{PASSWORD}@localhost", {})

    assert PASSWORD not in str(refused.value)
