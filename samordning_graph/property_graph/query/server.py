"""Sends queries to a Neo4j server: for reading only, unless writing is wanted.

The server itself refuses to write in a session for reading, also over `bolt://`. It stops a query
that takes too long, and rows beyond the limit are never fetched.
"""

import math
import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

import neo4j
from neo4j.exceptions import DatabaseError, Neo4jError
from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from samordning_graph.common.locale import _
from samordning_graph.property_graph.neo4j.connection import Connection
from samordning_graph.property_graph.query import answer
from samordning_graph.property_graph.query.answer import CHANGE_NAMES, QueryAnswer
from samordning_graph.property_graph.query.library import QueryError, too_slow

MAX_REASON_LETTERS = 240
"""How much of a message of the server is shown; some list every word there is."""
_POSITION = re.compile(r"\s*\(line (\d+), column (\d+).*\)$")


def ask(
    connection: Connection,
    text: str,
    parameters: Mapping[str, Any],
    *,
    seconds: float,
    limit: int,
    write: bool = False,
) -> QueryAnswer:
    """Return the answer to a query, at most `limit` rows of it.

    Raises
    ------
    QueryError
        If the query is wrong, writes without permission, or takes longer than `seconds`.
    neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError
        For every other fault; `error_sentences.explained` gives the sentence.
    """

    def fetch(result: neo4j.Result) -> QueryAnswer:
        rows = [[_plain(cell) for cell in record.values()] for record in islice(result, limit + 1)]
        counters = result.consume().counters
        changes = {name: count for name in CHANGE_NAMES if (count := getattr(counters, name))}
        return QueryAnswer(tuple(result.keys()), rows[:limit], len(rows) > limit, changes)

    routing = neo4j.RoutingControl.WRITE if write else neo4j.RoutingControl.READ
    try:
        return connection.driver.execute_query(
            neo4j.Query(text, timeout=seconds),
            dict(parameters),
            database_=connection.database,
            routing_=routing,
            result_transformer_=fetch,
        )
    except Neo4jError as error:
        sentence = _sentence(error, seconds)
        if not sentence:
            raise
        raise QueryError(sentence) from None


def _sentence(error: Neo4jError, seconds: float) -> str:
    """Return the sentence for a fault of the query, or an empty text for any other fault."""
    code = error.code or ""
    if "TransactionTimedOut" in code:
        return too_slow(seconds)
    if code.endswith(".AccessMode"):
        return _("the query writes, and a query only reads unless --write is given.")
    of_the_query = (".Statement.", ".Procedure.", ".TransactionStartFailed", ".Schema.")
    if isinstance(error, DatabaseError) or any(part in code for part in of_the_query):
        return _("Neo4j cannot run the query: {reason}").format(reason=_reason(error))
    return ""


def _reason(error: Neo4jError) -> str:
    first_line = (error.message or error.code or "").splitlines()[0]
    position = _POSITION.search(first_line)
    reason = _POSITION.sub("", first_line)
    if len(reason) > MAX_REASON_LETTERS:
        reason = f"{reason[:MAX_REASON_LETTERS].rstrip()} …"
    if position is None or position[1] == "0":
        return reason
    return _("line {line}, column {column}: {said}").format(
        line=position[1], column=position[2], said=reason
    )


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a query returns
    match value:
        case Node():
            return answer.node(sorted(value.labels), _plain(dict(value)))
        case Relationship():
            return answer.tie(value.type, _plain(dict(value)))
        case Path():
            return answer.path(_plain(list(value.nodes)), _plain(list(value.relationships)))
        case Date() | DateTime() | Duration() | Time():
            return value.iso_format()
        case Point():
            return {"srid": value.srid, "coordinates": list(value)}
        case dict():
            return {name: _plain(content) for name, content in value.items()}
        case list():
            return [_plain(member) for member in value]
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else None
        case _:
            return str(value)
