"""A connection to Neo4j that is known to work.

Notes
-----
`bolt://` does not notice that a database is missing until a query runs, and a port that accepts and
says nothing holds a driver for a minute. So the time limits are short, and a query is run before
anything else.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import neo4j

from samordning_graph.common.locale import _
from samordning_graph.common.version import __version__
from samordning_graph.property_graph.neo4j.error_sentences import OLDEST_SERVER, explained
from samordning_graph.property_graph.neo4j.settings import Settings, StoreError

CONNECT_SECONDS = 4
ACQUIRE_SECONDS = 6
RETRY_SECONDS = 5
"""The last retry begins within this time; with its wait, a lost server is reported in 10 seconds."""


@dataclass(frozen=True, slots=True)
class Connection:
    """A driver that has answered, and the name of the database that it answered from."""

    driver: neo4j.Driver
    database: str
    server: str
    uri: str


@contextmanager
def connected(settings: Settings) -> Iterator[Connection]:
    """Yield a connection that has answered; a fault inside the block becomes one sentence too.

    Raises
    ------
    StoreError
        If the server cannot be used, now or later in the block.
    """
    # Without a handler Python would print the driver's log of retries.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    with explained(settings):
        driver = neo4j.GraphDatabase.driver(
            settings.uri,
            auth=(settings.username, settings.password) if settings.password else None,
            user_agent=f"samordning-graph/{__version__}",
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=ACQUIRE_SECONDS,
            max_transaction_retry_time=RETRY_SECONDS,
            notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
        )
        with driver:
            yield _verified(driver, settings)


def _verified(driver: neo4j.Driver, settings: Settings) -> Connection:
    server = driver.get_server_info().agent
    version = re.search(r"Neo4j/v?(\d+)", server)
    if version and int(version[1]) < OLDEST_SERVER:
        raise StoreError(
            _("the server at {uri} is too old: Neo4j {oldest} or newer is needed.").format(
                uri=settings.uri, oldest=OLDEST_SERVER
            )
        )
    answer = driver.execute_query(
        "CALL db.info() YIELD name RETURN name",
        database_=settings.database,
        routing_=neo4j.RoutingControl.READ,
    )
    return Connection(driver, answer.records[0]["name"], server, settings.uri)
