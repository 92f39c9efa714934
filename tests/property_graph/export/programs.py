"""The programs that come with Neo4j, run as people run them: neo4j-admin and cypher-shell.

neo4j-admin lies in the jars of the server of the tests; cypher-shell (43 MB) is fetched once, in the
same way and into the same cache.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest

from tests.helpers import server as servers

POM = Path(__file__).parent / "pom.xml"
QUIET_JAVA = (
    "-XX:+IgnoreUnrecognizedVMOptions",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
)
"""Java 24 and newer warn of what cypher-shell and its libraries do; older ones know not every option."""


def or_say_why(have):
    """Return what a function gives. Where it cannot be had: skipped at a desk, failed in CI."""
    try:
        return have()
    except (servers.CannotStartError, OSError) as error:
        reason = f"this program of Neo4j cannot be had: {error}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    return pytest.skip(reason)


def run_neo4j_admin(home, version, *arguments, cwd):
    """Run neo4j-admin in a folder, for the server of another; fail with what it says."""
    java, jars = or_say_why(lambda: (servers._java(version), servers._jars(version)))
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").touch()
    opened = (f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in servers.OPENED)
    done = subprocess.run(
        [
            *(java, "-Xmx1g", *opened, "-cp", str(jars / "*")),
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
    """Run a script with cypher-shell; fail with what it says."""
    java, jars = or_say_why(lambda: (servers._java(servers.LTS), _shell_jars()))
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


@cache
def _shell_jars():
    number = servers.LTS.number
    lib = servers._jars(servers.LTS).parent.parent / f"cypher-shell-{number}"
    if lib.is_dir():
        return lib
    with tempfile.TemporaryDirectory(dir=lib.parent) as folder:
        fetched = Path(folder) / "lib"
        fetched.mkdir()
        mvn = shutil.which("mvn")
        if mvn:
            servers._run(
                *(mvn, "-q", "-B", "-f", str(POM), "dependency:copy-dependencies"),
                *(f"-Dneo4j.version={number}", "-DincludeScope=runtime"),
                f"-DoutputDirectory={fetched}",
            )
        elif importlib.util.find_spec("jgo"):
            endpoint = f"org.neo4j:cypher-shell:{number}"
            repository = {"M2_REPO": str(Path(folder) / "repository")}
            servers._run(
                *(sys.executable, "-c", servers.FETCH_WITH_JGO, endpoint, str(fetched)),
                **repository,
            )
        else:
            raise servers.CannotStartError("neither mvn nor jgo is here to fetch it with")
        try:
            fetched.rename(lib)
        except OSError:
            if not lib.is_dir():
                raise
    return lib
