"""Where the Neo4j server is and who asks: from an option and the `NEO4J_…` variables."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from samordning_graph.common.locale import _

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
DEFAULT_USER = "neo4j"
EXAMPLE_URI = "neo4j://localhost:7687"


class StoreError(Exception):
    """Neo4j could not do what was asked; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the server is and who asks. The password never appears in its text form."""

    uri: str
    username: str = DEFAULT_USER
    password: str | None = field(default=None, repr=False)
    database: str | None = None


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
            .format(example=EXAMPLE_URI)
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
        is_complete = parts.scheme in SCHEMES and parts.hostname
        _port = parts.port
    except ValueError:
        is_complete = False
        parts = None
    if parts is not None and (parts.username is not None or "@" in parts.netloc):
        # Not quoted: it may hold a password.
        raise StoreError(
            _(
                "the address holds a user name. Leave it out, and set NEO4J_USERNAME and"
                " NEO4J_PASSWORD instead."
            )
        )
    if not is_complete:
        raise StoreError(
            _(
                "«{uri}» is not the address of a Neo4j server. It looks like {example}, with one of"
                " {schemes} in front."
            ).format(
                uri=uri,
                example=EXAMPLE_URI,
                schemes=", ".join(f"{scheme}://" for scheme in SCHEMES),
            )
        )
    if parts is not None and parts.path not in ("", "/"):
        # The driver ignores it silently, so another database would be used.
        raise StoreError(
            _(
                "«{uri}» has more after the port. Leave it out: a database is named with"
                " NEO4J_DATABASE, a municipality with --municipality."
            ).format(uri=uri)
        )
