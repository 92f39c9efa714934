import pytest

from tests.helpers.neo4j_fixtures import connection, server, variables
from tests.helpers.server import LTS

__all__ = ["connection", "server", "variables"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Run all tests of one release of Neo4j in one worker, so that each is started once."""
    for item in items:
        if item.get_closest_marker("neo4j"):
            asked = getattr(item, "callspec", None)
            version = asked.params.get("server", LTS) if asked else LTS
            item.add_marker(pytest.mark.xdist_group(f"neo4j-{version.number}"))
