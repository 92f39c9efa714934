"""A connection to Neo4j that is known to work, and every fault as one sentence on what to do.

Notes
-----
`bolt://` does not notice a database that is not there until a query runs, `neo4j://` hides the
cause of a failure in `__cause__`, and a port that accepts and says nothing holds a driver for a
minute. So the time limits are short, a query is run before anything else, and the whole chain of
causes is read. The driver's own messages are not shown where they could quote what was sent.
"""

import logging
import os
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from samordning_graph.common.locale import _
from samordning_graph.common.version import __version__

OLDEST_SERVER = 5
SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
DEFAULT_USER = "neo4j"
EXAMPLE = "neo4j://localhost:7687"
CONNECT_SECONDS = 4
ACQUIRE_SECONDS = 6
RETRY_SECONDS = 5
"""The last retry begins within this time; with its wait a lost server is told of in 10 seconds."""


class StoreError(Exception):
    """Neo4j could not do what was asked; the text is one sentence that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the server is and who asks. The password is in no text that is made from this."""

    uri: str
    username: str = DEFAULT_USER
    password: str | None = field(default=None, repr=False)
    database: str | None = None


@dataclass(frozen=True, slots=True)
class Connection:
    """A driver that has answered, and the name of the database that it answered from."""

    driver: neo4j.Driver
    database: str
    server: str
    uri: str


def settings_from(uri: str | None, environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings: the URI given, or `NEO4J_URI`, and the other `NEO4J_…` variables.

    Raises
    ------
    StoreError
        If there is no URI, or one that is no address of a Neo4j server.
    """
    uri = uri or environment.get("NEO4J_URI") or ""
    if not uri:
        raise StoreError(
            _("no Neo4j server is given. Use --uri or set NEO4J_URI, for instance {example}.")
            .format(example=EXAMPLE)
        )  # fmt: skip
    _check_uri(uri)
    return Settings(
        uri=uri,
        username=environment.get("NEO4J_USERNAME") or DEFAULT_USER,
        password=environment.get("NEO4J_PASSWORD") or None,
        database=environment.get("NEO4J_DATABASE") or None,
    )


def _check_uri(uri: str) -> None:
    try:
        parts = urlsplit(uri)
        whole = parts.scheme in SCHEMES and parts.hostname
        _port = parts.port
    except ValueError:
        whole = False
        parts = None
    if parts is not None and (parts.username is not None or "@" in parts.netloc):
        # Not quoted: it may hold a password.
        raise StoreError(
            _(
                "the address holds a user name. Leave it out, and set NEO4J_USERNAME and"
                " NEO4J_PASSWORD instead."
            )
        )
    if not whole:
        raise StoreError(
            _(
                "«{uri}» is not the address of a Neo4j server. It looks like {example}, with one of"
                " {schemes} in front."
            ).format(uri=uri, example=EXAMPLE, schemes=", ".join(f"{one}://" for one in SCHEMES))
        )
    if parts is not None and parts.path not in ("", "/"):
        # The driver leaves it out without a word, and another database would be used.
        raise StoreError(
            _(
                "«{uri}» has more after the port. Leave it out: a database is named with"
                " NEO4J_DATABASE, a municipality with --municipality."
            ).format(uri=uri)
        )


@contextmanager
def connected(settings: Settings) -> Iterator[Connection]:
    """Give a connection that has answered; inside the block too, a fault becomes one sentence.

    Raises
    ------
    StoreError
        If the server cannot be used, now or later in the block.
    """
    # Without a handler Python itself would print the driver's log of retries.
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
        raise StoreError(_too_old(settings))
    found = driver.execute_query(
        "CALL db.info() YIELD name RETURN name",
        database_=settings.database,
        routing_=neo4j.RoutingControl.READ,
    )
    return Connection(driver, found.records[0]["name"], server, settings.uri)


@contextmanager
def explained(settings: Settings) -> Iterator[None]:
    """Turn every fault of driver and server inside the block into a `StoreError`."""
    try:
        yield
    except (DriverError, Neo4jError, OSError) as error:
        # Its own cause is cut: it may quote what was sent.
        raise StoreError(_sentence(error, settings)) from None


def _sentence(error: Exception, settings: Settings) -> str:
    chain = list(_chain(error))
    for one in chain:
        if isinstance(one, Neo4jError):
            said = _from_server(one, settings)
            if said:
                return said
    said = _from_driver(chain, settings)
    if said:
        return said
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    if settings.password:
        reason = reason.replace(settings.password, "…")
    return _("Neo4j at {uri} answered with an error: {reason}").format(
        uri=settings.uri, reason=reason
    )


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        one = waiting.pop(0)
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += (one.__cause__, one.__context__)
        if isinstance(one, BaseExceptionGroup):  # `neo4j://` gathers what each router said
            waiting += one.exceptions


def _from_server(error: Neo4jError, settings: Settings) -> str:
    """Return the sentence for an error that the server has given a code, or an empty text."""
    title = (error.code or "").rpartition(".")[2]
    if title == "Unauthorized":
        if not settings.password:
            return _("Neo4j at {uri} asks for a password: set NEO4J_PASSWORD.").format(
                uri=settings.uri
            )
        return _(
            "Neo4j at {uri} does not accept the password of the user «{user}»: check NEO4J_USERNAME"
            " and NEO4J_PASSWORD."
        ).format(uri=settings.uri, user=settings.username)
    if title == "AuthenticationRateLimit":
        return _(
            "Neo4j at {uri} has been given a wrong password several times and refuses for a while:"
            " wait ten seconds, and check NEO4J_PASSWORD."
        ).format(uri=settings.uri)
    if title == "CredentialsExpired":
        return _(
            "the first password of Neo4j at {uri} must be changed before it can be used: log in with"
            " Neo4j Browser or cypher-shell and choose one."
        ).format(uri=settings.uri)
    if title == "DatabaseNotFound":
        return _(
            "there is no database «{database}» in Neo4j at {uri}: check NEO4J_DATABASE, or leave it"
            " out."
        ).format(uri=settings.uri, database=settings.database)
    if title == "DatabaseUnavailable":
        return _(
            "the database in Neo4j at {uri} is not running yet, or is stopped: wait a little, or"
            " start it."
        ).format(uri=settings.uri)
    if "ReadOnly" in title or "WriteOnReadOnly" in title:
        return _(
            "the database in Neo4j at {uri} can only be read: open it for writing, or name another"
            " with NEO4J_DATABASE."
        ).format(uri=settings.uri)
    if title == "NotALeader":
        return _(
            "{uri} is a server of a cluster that does not take writes: use neo4j:// instead of"
            " bolt://."
        ).format(uri=settings.uri)
    if title == "Forbidden":
        return _(
            "the user «{user}» has no right to do this in Neo4j at {uri}: it must be allowed to read,"
            " to write, and to make constraints and indexes."
        ).format(uri=settings.uri, user=settings.username)
    if title.startswith(("Constraint", "IndexAlreadyExists")):
        return _(
            "the database in Neo4j at {uri} holds other data with the same labels and keys, so that"
            " ours cannot be told apart: use another database (NEO4J_DATABASE), or remove them."
        ).format(uri=settings.uri)
    return ""


def _from_driver(chain: list[BaseException], settings: Settings) -> str:
    """Return the sentence for a fault on the way to the server, or an empty text."""
    names = {type(one).__name__ for one in chain}
    texts = " ".join(str(one) for one in chain)
    if "IncompleteCommit" in names:
        return _(
            "the connection to Neo4j at {uri} was lost, and the last step may or may not be done:"
            " run it again, which does no harm."
        ).format(uri=settings.uri)
    if "looks like HTTP" in texts or "HTTP" in texts:
        return _(
            "{uri} is the address of a web server: Neo4j's own port is needed, most often 7687."
        ).format(uri=settings.uri)
    if any(isinstance(one, ssl.SSLCertVerificationError) for one in chain):
        return _(
            "the certificate of {uri} is not one that this machine trusts: use neo4j+ssc:// if you"
            " know that the server is yours."
        ).format(uri=settings.uri)
    if any(isinstance(one, ssl.SSLError) for one in chain) or "SSL" in texts:
        return _(
            "{uri} does not answer with encryption (TLS): use neo4j:// or bolt:// without «+s» if"
            " the server is on this machine."
        ).format(uri=settings.uri)
    if "UnsupportedServerProduct" in names or "does not support communication" in texts:
        # The driver does not tell an older server from one that is no Neo4j, or that wants TLS.
        return _(
            "{uri} does not speak as Neo4j {oldest} or newer does: is the server too old, is the port"
            " right (most often 7687), or does it ask for encryption (neo4j+s://)?"
        ).format(uri=settings.uri, oldest=OLDEST_SERVER)
    if any(isinstance(one, socket.gaierror) for one in chain) or "resolve address" in texts:
        return _("there is no machine with the name in {uri}: check the address.").format(
            uri=settings.uri
        )
    if any(isinstance(one, ConnectionRefusedError) for one in chain):
        return _(
            "nothing answers at {uri}: is Neo4j started, and is the port right (most often 7687)?"
        ).format(uri=settings.uri)
    if "BoltHandshakeError" in names or "BoltProtocolError" in names:
        return _no_neo4j(settings)
    if "ConnectionAcquisitionTimeoutError" in names or any(
        isinstance(one, TimeoutError) for one in chain
    ):
        return _(
            "{uri} does not answer in time: is it Neo4j that listens there, and does a firewall stand"
            " between?"
        ).format(uri=settings.uri)
    if "ConfigurationError" in names:
        return _("«{uri}» cannot be used as an address: {reason}").format(
            uri=settings.uri, reason=str(chain[0])
        )
    if names & {"ServiceUnavailable", "SessionExpired", "RoutingServiceUnavailable"}:
        if "handshake" in texts or "routing information" in texts:
            return _no_neo4j(settings)
        return _(
            "the connection to Neo4j at {uri} was lost: see that the server runs, and run it again,"
            " which does no harm."
        ).format(uri=settings.uri)
    return ""


def _too_old(settings: Settings) -> str:
    return _("the server at {uri} is too old: Neo4j {oldest} or newer is needed.").format(
        uri=settings.uri, oldest=OLDEST_SERVER
    )


def _no_neo4j(settings: Settings) -> str:
    return _(
        "{uri} answers, but not as Neo4j does: check the port (most often 7687), and use neo4j+s://"
        " or bolt+s:// if the server asks for encryption."
    ).format(uri=settings.uri)
