"""A real server for a run of tests, and its database emptied before each test.

Imported by `conftest.py` here, and by the tests of the command line. Under pytest-xdist each worker
has a server of its own, so that no test needs to know of another.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from neo4j.exceptions import DriverError, Neo4jError

from samordning_graph.store.connection import connected, settings_from
from samordning_graph.store.load import make_constraints
from tests.store import server as servers

_started: list[servers.Server] = []


def start_or_say_why(start):
    """Start a server. Without one: skipped at a desk, failed in CI."""
    try:
        return start()
    except (servers.CannotStartError, DriverError, Neo4jError, OSError) as error:
        reason = f"no Neo4j server to test against: {error}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def server():
    """One running server; the fixture may be imported in several places and is started once."""
    if not _started:
        given = start_or_say_why(servers.given)
        _started.append(given or start_or_say_why(lambda: servers.start(new_home())))
    yield _started[0]
    _started[0].stop()
    remove_home(_started[0])


def new_home():
    return Path(tempfile.mkdtemp(prefix="samordning-neo4j-"))


def remove_home(server):
    if server.home is not None:
        shutil.rmtree(server.home, ignore_errors=True)


@pytest.fixture
def connection(server):
    """A connection to the emptied database, constraints kept."""
    with connected(settings_from(None, server.environment)) as connection:
        make_constraints(connection.driver, connection.database)
        connection.driver.execute_query("MATCH (n) DETACH DELETE n", database_=connection.database)
        yield connection


@pytest.fixture
def variables(server, monkeypatch):
    """The environment variables that name the server."""
    monkeypatch.delenv("NEO4J_DATABASE", raising=False)
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
