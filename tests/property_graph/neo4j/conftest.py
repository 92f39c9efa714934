import pytest

from tests.helpers.tiny import tiny_model
from tests.property_graph.neo4j.reading import UNITS, to_database


@pytest.fixture
def municipality(connection):
    """Two units, one in the other's arena, loaded into the database."""
    model = tiny_model(
        units=UNITS,
        arenas="name;participants_complete\nForum;ja",
        participation="actor;arena\nBolig;Forum\nRus;Forum",
        goals="name\nBosetting",
        goal_owners="actor;goal;role\nBolig;Bosetting;eier",
    )
    to_database(connection, model)
    return model
