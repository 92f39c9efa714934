"""The programs that come with Neo4j, run as people run them: neo4j-admin and cypher-shell.

neo4j-admin is in the jars of the test server; cypher-shell (43 MB) is fetched once, in the same way
and into the same cache.
"""

import os
import subprocess

import pytest

from tests.helpers import server as servers

SHELL_ARTEFACTS = ("org.neo4j:cypher-shell",)
QUIET_JAVA = (
    "-XX:+IgnoreUnrecognizedVMOptions",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
)
"""Java 24 and newer warn of what cypher-shell and its libraries do; older ones know not every option."""


def available(get):
    """Return what a function returns. If it is not available, the test is skipped at a desk and fails in CI."""
    try:
        return get()
    except (servers.CannotStartError, OSError) as error:
        reason = f"this program of Neo4j cannot be had: {error}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    return pytest.skip(reason)


def run_neo4j_admin(home, version, *arguments, cwd):
    """Run neo4j-admin in a folder, for the server of another; fail with its output."""
    java, jars = available(lambda: (servers.find_java(version), servers.jars_of(version)))
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").touch()
    options = (
        f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in servers.OPENED_PACKAGES
    )
    done = subprocess.run(
        [
            *(java, "-Xmx1g", *options, "-cp", str(jars / "*")),
            *("org.neo4j.cli.AdminTool", *arguments),
        ],
        cwd=cwd,
        env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def run_cypher_shell(server, file, **variables):
    """Run a script with cypher-shell; fail with its output."""
    java, jars = available(
        lambda: (
            servers.find_java(servers.LTS),
            servers.jars_of(servers.LTS, "cypher-shell", SHELL_ARTEFACTS),
        )
    )
    done = subprocess.run(
        [
            *(java, *QUIET_JAVA, "-cp", str(jars / "*")),
            *("org.neo4j.shell.Main", "-a", server.uri, "-f", str(file)),
        ],
        env={**os.environ, **server.environment, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert done.stderr == ""
