"""The server of the tests: what is said where there is none, and that it is fetched whole."""

import os
import subprocess
import sys

import pytest

from tests.helpers import server as servers
from tests.helpers.neo4j_fixtures import on_both_versions
from tests.helpers.running import ROOT

NOBODY_THERE = {"NEO4J_URI": "bolt://127.0.0.1:9", "NEO4J_PASSWORD": "ukjent-passord"}


def one_test(**variables):
    """Run one test that needs a server."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            "tests/property_graph/neo4j/test_status.py",
        ],
        cwd=ROOT,
        env={**kept, "CI": "", **NOBODY_THERE, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_without_a_server_it_is_said_last_how_many_tests_were_skipped_and_why():
    done = one_test()

    *_dots, reason, count = done.stdout.splitlines()
    assert done.returncode == 0, done.stdout
    assert "no Neo4j server to test against" in reason
    assert count.startswith("4 skipped")
    assert "ukjent" not in done.stdout


@pytest.mark.slow
def test_without_a_server_ci_fails():
    done = one_test(CI="true")

    assert done.returncode == 1
    assert "no Neo4j server to test against" in done.stdout


@pytest.mark.neo4j
@on_both_versions
def test_a_release_runs_in_one_worker_only(request, server):
    grouped = request.config.getoption("loadgroup", default=False)

    assert ("@neo4j-" in request.node.nodeid) is grouped


def test_an_interrupted_fetch_leaves_nothing_that_is_taken_for_whole(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    def interrupted(_artefacts, folder):
        (folder / "half.jar").touch()
        raise KeyboardInterrupt

    def whole(artefacts, folder):
        for artefact in artefacts:
            (folder / f"{artefact.replace(':', '-')}.jar").touch()

    monkeypatch.setattr(servers, "_fetch", interrupted)
    with pytest.raises(KeyboardInterrupt):
        servers.jars_of(servers.LTS)
    monkeypatch.setattr(servers, "_fetch", whole)
    lts, newest = servers.jars_of(servers.LTS), servers.jars_of(servers.NEWEST)

    assert lts != newest
    for jars, version in ((lts, servers.LTS), (newest, servers.NEWEST)):
        assert {jar.name.rpartition("-")[2] for jar in jars.iterdir()} == {f"{version.number}.jar"}
    assert [path.name for path in lts.parent.iterdir()] == ["lib"]
