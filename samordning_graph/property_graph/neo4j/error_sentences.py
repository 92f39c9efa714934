"""Every fault of the driver and the server as one sentence on what to do.

Notes
-----
`neo4j://` hides the cause of a failure in `__cause__`, so the whole chain of causes is read. The
driver's own messages are not shown where they could quote what was sent.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from neo4j.exceptions import DriverError, Neo4jError

from samordning_graph.common.locale import _, mark
from samordning_graph.property_graph.neo4j.settings import Settings, StoreError

OLDEST_SERVER = 5

_NO_PASSWORD = mark("Neo4j at {uri} asks for a password: set NEO4J_PASSWORD.")
_SERVER_ERRORS = (
    (
        r"Unauthorized",
        mark(
            "Neo4j at {uri} does not accept the password of the user «{user}»: check NEO4J_USERNAME"
            " and NEO4J_PASSWORD."
        ),
    ),
    (
        r"AuthenticationRateLimit",
        mark(
            "Neo4j at {uri} has been given a wrong password several times and refuses for a while:"
            " wait ten seconds, and check NEO4J_PASSWORD."
        ),
    ),
    (
        r"CredentialsExpired",
        mark(
            "the first password of Neo4j at {uri} must be changed before it can be used: log in with"
            " Neo4j Browser or cypher-shell and choose one."
        ),
    ),
    (
        r"DatabaseNotFound",
        mark(
            "there is no database «{database}» in Neo4j at {uri}: check NEO4J_DATABASE, or leave it"
            " out."
        ),
    ),
    (
        r"DatabaseUnavailable",
        mark(
            "the database in Neo4j at {uri} is not running yet, or is stopped: wait a little, or"
            " start it."
        ),
    ),
    (
        r".*ReadOnly.*",
        mark(
            "the database in Neo4j at {uri} can only be read: open it for writing, or name another"
            " with NEO4J_DATABASE."
        ),
    ),
    (
        r"NotALeader",
        mark(
            "{uri} is a server of a cluster that does not take writes: use neo4j:// instead of"
            " bolt://."
        ),
    ),
    (
        r"Forbidden",
        mark(
            "the user «{user}» has no right to do this in Neo4j at {uri}: it must be allowed to"
            " read, to write, and to make constraints and indexes."
        ),
    ),
    (
        r"(Constraint|IndexAlreadyExists).*",
        mark(
            "the database in Neo4j at {uri} holds other data with the same labels and keys, so that"
            " ours cannot be told apart: use another database (NEO4J_DATABASE), or remove them."
        ),
    ),
)
"""Pattern of the last part of the server's error code, and sentence; the first match counts."""


@dataclass(frozen=True, slots=True)
class _Cause:
    """A sentence, and the errors in a chain, or the words in their messages, that call for it."""

    sentence: str
    error_names: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    needs_both: bool = False

    def explains(self, error_names: set[str], text: str) -> bool:
        has_error = not error_names.isdisjoint(self.error_names)
        has_text = any(part in text for part in self.texts)
        return has_error and has_text if self.needs_both else has_error or has_text


_NOT_NEO4J = mark(
    "{uri} answers, but not as Neo4j does: check the port (most often 7687), and use neo4j+s:// or"
    " bolt+s:// if the server asks for encryption."
)
_NOT_AVAILABLE = ("ServiceUnavailable", "SessionExpired", "RoutingServiceUnavailable")
_DRIVER_ERRORS = (
    _Cause(
        mark(
            "the connection to Neo4j at {uri} was lost, and the last step may or may not be done:"
            " run it again, which does no harm."
        ),
        error_names=("IncompleteCommit",),
    ),
    _Cause(
        mark("{uri} is the address of a web server: Neo4j's own port is needed, most often 7687."),
        texts=("HTTP",),
    ),
    _Cause(
        mark(
            "the certificate of {uri} is not one that this machine trusts: use neo4j+ssc:// if you"
            " know that the server is yours."
        ),
        error_names=("SSLCertVerificationError",),
    ),
    _Cause(
        mark(
            "{uri} does not answer with encryption (TLS): use neo4j:// or bolt:// without «+s» if"
            " the server is on this machine."
        ),
        error_names=("SSLError",),
        texts=("SSL",),
    ),
    # The driver does not distinguish an older server from one that is no Neo4j, or wants TLS.
    _Cause(
        mark(
            "{uri} does not speak as Neo4j {oldest} or newer does: is the server too old, is the"
            " port right (most often 7687), or does it ask for encryption (neo4j+s://)?"
        ),
        error_names=("UnsupportedServerProduct",),
        texts=("does not support communication",),
    ),
    _Cause(
        mark("there is no machine with the name in {uri}: check the address."),
        error_names=("gaierror",),
        texts=("resolve address",),
    ),
    _Cause(
        mark(
            "nothing answers at {uri}: is Neo4j started, and is the port right (most often 7687)?"
        ),
        error_names=("ConnectionRefusedError",),
    ),
    _Cause(
        _NOT_NEO4J,
        error_names=("BoltHandshakeError", "BoltProtocolError"),
    ),
    _Cause(
        mark(
            "{uri} does not answer in time: is it Neo4j that listens there, and does a firewall"
            " stand between?"
        ),
        error_names=("ConnectionAcquisitionTimeoutError", "TimeoutError"),
    ),
    _Cause(
        mark("«{uri}» cannot be used as an address: {reason}"),
        error_names=("ConfigurationError",),
    ),
    _Cause(
        _NOT_NEO4J,
        error_names=_NOT_AVAILABLE,
        texts=("handshake", "routing information"),
        needs_both=True,
    ),
    _Cause(
        mark(
            "the connection to Neo4j at {uri} was lost: see that the server runs, and run it again,"
            " which does no harm."
        ),
        error_names=_NOT_AVAILABLE,
    ),
)
"""What can go wrong on the way to the server; the first that explains a chain of errors counts."""


@contextmanager
def explained(settings: Settings) -> Iterator[None]:
    """Turn every fault of driver and server inside the block into a `StoreError`."""
    try:
        yield
    except (DriverError, Neo4jError, OSError) as error:
        # Its own cause is cut: it may quote what was sent.
        raise StoreError(_explanation(error, settings)) from None


def _explanation(error: Exception, settings: Settings) -> str:
    sentence = _sentence(list(_chain(error)), settings)
    reason = str(error)
    if not sentence:
        sentence = mark("Neo4j at {uri} answered with an error: {reason}")
        reason = (reason.splitlines() or [type(error).__name__])[0]
        if settings.password:
            reason = reason.replace(settings.password, "…")
    return _(sentence).format(
        uri=settings.uri,
        user=settings.username,
        database=settings.database,
        oldest=OLDEST_SERVER,
        reason=reason,
    )


def _chain(first: BaseException) -> Iterator[BaseException]:
    """Yield an error and everything that led to it, each once."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [first]
    while waiting:
        error = waiting.pop(0)
        if error is None or id(error) in seen:
            continue
        seen.add(id(error))
        yield error
        waiting += (error.__cause__, error.__context__)
        if isinstance(error, BaseExceptionGroup):  # `neo4j://` gathers what each router said
            waiting += error.exceptions


def _sentence(chain: list[BaseException], settings: Settings) -> str:
    """Return the sentence for a chain of errors, unfilled; an empty text if there is none."""
    for error in chain:
        sentence = _sentence_of_code(error, settings)
        if sentence:
            return sentence
    names = {name for error in chain for name in _names(error)}
    text = " ".join(map(str, chain))
    return next((cause.sentence for cause in _DRIVER_ERRORS if cause.explains(names, text)), "")


def _sentence_of_code(error: BaseException, settings: Settings) -> str:
    if not isinstance(error, Neo4jError):
        return ""
    title = (error.code or "").rpartition(".")[2]
    if title == "Unauthorized" and not settings.password:
        return _NO_PASSWORD
    return next(
        (sentence for pattern, sentence in _SERVER_ERRORS if re.fullmatch(pattern, title)), ""
    )


def _names(error: BaseException) -> Iterator[str]:
    """Yield the name of an error's class and, for one of the operating system, of those above it."""
    yield type(error).__name__
    yield from (
        parent.__name__ for parent in type(error).__mro__[1:] if issubclass(parent, OSError)
    )
