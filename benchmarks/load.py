"""Neo4j: the loader beside a bare loop over the driver, its memory, and a twin in a whole nation.

A server is started as the tests start theirs, unless `NEO4J_URI` names one, **which is emptied**.
"""

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import neo4j

from benchmarks import generate
from benchmarks.measure import Line, at_most, interleaved, ms, peak_megabytes, timed
from samordning_graph.cli.main import command_line
from samordning_graph.property_graph.neo4j import load as loading
from samordning_graph.property_graph.neo4j.connection import Connection, connected
from samordning_graph.property_graph.neo4j.settings import settings_from
from samordning_graph.property_graph.query.library import named
from samordning_graph.schema.model import Model
from samordning_graph.schema.vocabulary import municipalities
from tests.helpers import server as servers

ACTORS = {10_000: 2_520, 100_000: 25_150}
"""Actors of one municipality with about so many ties."""
AVERAGE_ACTORS = 185
"""Actors of a municipality of average size, with about 490 ties."""
REPETITIONS = 7
MAX_LOAD_RATIO = 1.2
MEMORY_COUNTS = (20, 200)
"""Municipalities of average size whose loads should take the same memory."""
MAX_MEMORY_RATIO = 1.2
DATABASE_COUNTS = (10, 100)
"""Municipalities in the database when a twin is asked about one of them."""
TWIN = "LINK03"
MAX_TWIN_RATIO = 1.5
REPETITIONS_OF_TWIN = 25

SentQuery = tuple[neo4j.Query, Mapping[str, Any]]


# A server, and an empty database in it


@contextmanager
def _server() -> Iterator[servers.Server]:
    given = servers.given()
    if given:
        yield given
        return
    # With the compiler and the collector of a server in use; those of the tests start sooner.
    servers.JAVA_OPTIONS = ("-Xmx1g",)
    with tempfile.TemporaryDirectory(prefix="samordning-neo4j-") as home:
        started = servers.start(Path(home))
        try:
            yield started
        finally:
            started.stop()


def _empty(connection: Connection) -> None:
    """Remove all nodes and ties; constraints and indexes stay."""
    with connection.driver.session(database=connection.database) as session:
        for found, removed in (
            ("()-[element]->()", "DELETE element"),
            ("(element)", "DETACH DELETE element"),
        ):
            session.run(
                f"MATCH {found} CALL (element) {{ {removed} }} IN TRANSACTIONS OF 20000 ROWS"
            ).consume()


def _load(connection: Connection, model: Model) -> loading.LoadSummary:
    return loading.load(connection.driver, connection.database, model)


def _average_municipalities(count: int) -> Iterator[Model]:
    """Yield municipalities of average size, each with a number of its own."""
    for number in sorted(municipalities())[:count]:
        yield generate.model(generate.municipality(number, AVERAGE_ACTORS))


# Side by side


class _Recorder:
    """A driver that writes down what it is asked, so that a bare loop can ask it again."""

    def __init__(self, driver: neo4j.Driver) -> None:
        self._driver = driver
        self.sent: list[SentQuery] = []

    def execute_query(
        self, query: neo4j.Query, parameters: Mapping[str, Any] | None = None, **settings: Any
    ) -> Any:
        self.sent.append((query, parameters or {}))
        return self._driver.execute_query(query, parameters, **settings)


def _side_by_side(connection: Connection) -> Iterator[Line]:
    model = generate.model(generate.municipality("0301", ACTORS[100_000]))
    recorder = _Recorder(connection.driver)
    loaded = loading.load(recorder, connection.database, model)
    begin = [query for query in recorder.sent if query[0].text == loading.BEGIN]
    batches = [query for query in recorder.sent if "rows" in query[1]]
    worked: dict[str, list[float]] = defaultdict(list)

    def ask_all(queries: Sequence[SentQuery]) -> None:
        for query, parameters in queries:
            connection.driver.execute_query(query, parameters, database_=connection.database)

    def prepare() -> None:
        _empty(connection)
        ask_all(begin)

    def counted(name: str, work: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            start = process_time()
            work()
            worked[name].append(process_time() - start)

        return run

    took = interleaved(
        {
            "load": counted("load", lambda: _load(connection, model)),
            "bare": counted("bare", lambda: ask_all(batches)),
        },
        REPETITIONS,
        before_each=prepare,
    )
    yield at_most(
        f"load of a model / bare loop with the same {len(batches)} batches"
        f" ({loaded.nodes:,} nodes; {loaded.ties:,} ties)",
        took["load"] / took["bare"],
        MAX_LOAD_RATIO,
        f"{ms(took['load'])} / {ms(took['bare'])}",
    )
    of_client = " / ".join(ms(median(worked[name])) for name in ("load", "bare"))
    yield Line("of that, processor time of the client", of_client)
    prepare()
    _load(connection, model)
    again = median(timed(lambda: _load(connection, model)) for _ in range(3))
    figures = f"{loaded.ties / took['load']:,.0f} · {loaded.ties / again:,.0f}"
    yield Line("ties a second, everything new · nothing changed", figures)


# A twin in a nation


def _twin(connection: Connection) -> Iterator[Line]:
    query = named(TWIN).text
    parameters = {
        "municipality": min(municipalities()),
        "as_of": generate.TODAY.isoformat(),
        "max_arena_size": None,
        "min_meetings": None,
        "links": "any",
    }

    def ask() -> None:
        connection.driver.execute_query(
            query, parameters, database_=connection.database, routing_="r"
        )

    _empty(connection)
    took = {}
    for count, model in enumerate(_average_municipalities(max(DATABASE_COUNTS)), start=1):
        _load(connection, model)
        if count in DATABASE_COUNTS:
            for _ in range(REPETITIONS_OF_TWIN):  # until the server has compiled it
                ask()
            took[count] = median(timed(ask) for _ in range(REPETITIONS_OF_TWIN))
    few, many = took.values()
    yield at_most(
        f"twin of {TWIN} for one municipality, {DATABASE_COUNTS[1]} in the database / {DATABASE_COUNTS[0]}",
        many / few,
        MAX_TWIN_RATIO,
        f"{ms(many)} / {ms(few)}",
    )


# Memory of the client, in processes of their own


def _memory(server: servers.Server, connection: Connection) -> Iterator[Line]:
    def peak(kind: str, size: object) -> float:
        _empty(connection)
        command = [sys.executable, "-m", "benchmarks.load", kind, str(size)]
        environment = {**os.environ, **server.environment}
        done = subprocess.run(command, env=environment, capture_output=True, check=True)
        return float(done.stdout.splitlines()[-1])

    few, many = (peak("several", count) for count in MEMORY_COUNTS)
    yield at_most(
        f"peak memory, {MEMORY_COUNTS[1]} municipalities one after another / {MEMORY_COUNTS[0]}",
        many / few,
        MAX_MEMORY_RATIO,
        f"{many:.0f} MB / {few:.0f} MB",
    )
    with tempfile.TemporaryDirectory() as root:
        folders = [Path(root, str(count)) for count in MEMORY_COUNTS]
        for count, folder in zip(MEMORY_COUNTS, folders, strict=True):
            for number in sorted(municipalities())[:count]:
                generate.write(generate.municipality(number, AVERAGE_ACTORS), folder / number)
        few, many = (peak("command", folder) for folder in folders)
    yield Line(
        f"the same by `neo4j load`, which reads all before it loads one, {MEMORY_COUNTS[1]} / {MEMORY_COUNTS[0]}",
        f"{many:.0f} MB / {few:.0f} MB",
    )
    small, large = (peak("single", actors) for actors in ACTORS.values())
    yield Line(
        "peak memory, one municipality of 100 000 ties / 10 000, with its model and graph",
        f"{large:.0f} MB / {small:.0f} MB",
    )


def _in_a_process(kind: str, size: str) -> None:
    """Load, and print the most memory that it took."""
    if kind == "command":
        command_line(["neo4j", "load", size], standalone_mode=False)
    else:
        with connected(settings_from(None)) as connection:
            if kind == "several":
                for municipality in _average_municipalities(int(size)):
                    _load(connection, municipality)
            else:
                _load(connection, generate.model(generate.municipality("0301", int(size))))
    print(peak_megabytes())


def measure() -> Iterator[Line]:
    """Yield the lines of this benchmark."""
    with _server() as server, connected(settings_from(None, server.environment)) as connection:
        yield from _side_by_side(connection)
        yield from _twin(connection)
        yield from _memory(server, connection)


if __name__ == "__main__":
    _in_a_process(sys.argv[1], sys.argv[2])
