"""A real server for a test run, and its database, emptied before each test.

Imported by the `conftest.py` of the rooms that need one. Under pytest-xdist each worker has servers
of its own, so that tests do not disturb each other. With `--dist loadgroup` each release
runs in one worker only.
"""

import os
import shutil
import tempfile
from functools import partial
from pathlib import Path

import pytest
from neo4j.exceptions import DriverError, Neo4jError

from samordning_graph.property_graph.neo4j.connection import connected
from samordning_graph.property_graph.neo4j.load import make_constraints
from samordning_graph.property_graph.neo4j.settings import settings_from
from tests.helpers import server as servers

VERSIONS = [pytest.param(servers.LTS, id="lts")]
if not os.environ.get("NEO4J_URI"):
    VERSIONS.append(pytest.param(servers.NEWEST, id="newest"))
on_both_versions = pytest.mark.parametrize("server", VERSIONS, indirect=True)
"""Runs a test on the long-term release and on the newest; the others run on the former alone."""

_servers: dict[servers.Version, servers.Server | str] = {}


@pytest.fixture(scope="session")
def server(request):
    """The running server of a version, or the one that the environment names.

    The fixture may be imported in several places: a server is started once, when it is first asked
    for, and stopped when the run ends. Why it cannot be started is also found out once.
    """
    version = getattr(request, "param", servers.LTS)
    if version not in _servers:
        _servers[version] = _server_or_why_not(version)
        if isinstance(_servers[version], servers.Server):
            request.config.add_cleanup(partial(_end, _servers[version]))
    server_or_reason = _servers[version]
    if isinstance(server_or_reason, str):
        _without_server(server_or_reason)
    return server_or_reason


def _server_or_why_not(version):
    try:
        given = servers.given()
        if given is None:
            return servers.start(
                Path(tempfile.mkdtemp(prefix="samordning-neo4j-")), version=version
            )
    except (servers.CannotStartError, DriverError, Neo4jError, OSError) as error:
        return f"no Neo4j server to test against: {' '.join(str(error).split())}"
    if os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1") != "1":
        return "NEO4J_URI names one server, which each test empties: run them one by one (-n 0)"
    return given


def _without_server(reason):
    """Skip on a developer's machine, fail in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def _end(server):
    server.stop()
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
