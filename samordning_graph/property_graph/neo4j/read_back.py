"""Reads a municipality in Neo4j as a file of it would be read.

What belongs to a municipality
    The nodes whose property `municipality` is its number, and the national actors that it KNOWS. The
    ties with the same property, and those without it that run between its nodes: somebody has drawn
    them. In a database where no node has the property, everything is one municipality.
How it is decided
    Four queries per municipality, whatever its size, each with an index to begin from. Their records
    become rows of text (`records.py`), which are validated as those of a file are.
Known limits
    A tie without a municipality between two national actors belongs to nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import neo4j

from samordning_graph.common.locale import _
from samordning_graph.input.record import Source
from samordning_graph.property_graph.constraints import KNOWS, MUNICIPALITY, NODE_LABELS, TIE_TYPES
from samordning_graph.property_graph.neo4j.connection import Connection
from samordning_graph.property_graph.neo4j.records import RecordReader
from samordning_graph.property_graph.neo4j.settings import StoreError
from samordning_graph.property_graph.neo4j.value_text import shown
from samordning_graph.schema.tables import ExternalActor

INVENTED_NUMBER = "0000"
MAX_LISTED = 20
"""Municipalities that are listed when the requested one is missing."""

# Queries: made of the schema alone. Everything else is a parameter.

_IN_MUNICIPALITY = "n.municipality = $municipality"
_TIE = (
    "elementId(r) AS id, type(r) AS type, properties(r) AS properties,"
    " elementId(startNode(r)) AS `from`, startNode(r).key AS from_key,"
    " elementId(endNode(r)) AS `to`, endNode(r).key AS to_key"
)
NUMBERS = "\nUNION\n".join(
    f"MATCH (n:{label}) WHERE n.municipality IS NOT NULL RETURN DISTINCT n.municipality AS number"
    for label in NODE_LABELS
)
ANY_NODES = "\nUNION ALL\n".join(
    f"MATCH (n:{label}) WITH n LIMIT 2 RETURN '{label}' AS label, n.number AS number"
    for label in NODE_LABELS
)
NODES, ALL_NODES = (
    "\nUNION ALL\n".join(
        f"MATCH (n:{label}){condition}"
        f" RETURN '{label}' AS label, elementId(n) AS id, properties(n) AS properties"
        for label in NODE_LABELS
    )
    for condition in (f" WHERE {_IN_MUNICIPALITY}", "")
)
SHARED = f"""
MATCH (n:{MUNICIPALITY})-[k:{KNOWS}]->(actor:{ExternalActor.label}) WHERE {_IN_MUNICIPALITY}
RETURN elementId(actor) AS id, properties(actor) AS properties, properties(k) AS knows,
  n.key AS from_key, actor.key AS to_key
"""
MARKED_TIES = "\nUNION ALL\n".join(
    f"MATCH ()-[r:{type_}]->() WHERE r.municipality = $municipality RETURN {_TIE}"
    for type_ in TIE_TYPES
    if type_ != KNOWS
)
DRAWN_TIES = "\nUNION ALL\n".join(
    f"MATCH (n:{label})-[r]-(other) WHERE {_IN_MUNICIPALITY}"
    f" AND (r.municipality IS NULL OR NOT type(r) IN {list(TIE_TYPES)})"
    f" RETURN {_TIE}, elementId(other) AS other,"
    f" [label IN labels(other) WHERE label IN {list(NODE_LABELS)} AND other.municipality IS NULL]"
    " AS stray"
    for label in NODE_LABELS
)
ALL_TIES = "\nUNION ALL\n".join(
    f"MATCH (n:{label})-[r]->() RETURN {_TIE}, null AS other, [] AS stray" for label in NODE_LABELS
)
QUERIES = frozenset(
    (NUMBERS, ANY_NODES, NODES, ALL_NODES, SHARED, MARKED_TIES, DRAWN_TIES, ALL_TIES)
)
"""Every query that reading can send."""


@dataclass(frozen=True, slots=True)
class StoredMunicipality:
    """A municipality in a database.

    `stored_number` is the value of the property `municipality` of its nodes; None when no node has
    one, so that the whole database is this municipality.
    """

    number: str
    stored_number: Any


def municipalities(
    connection: Connection, wanted: Sequence[str] = ()
) -> tuple[StoredMunicipality, ...]:
    """Return the municipalities of a database by number: all, or those that are wanted.

    Raises
    ------
    StoreError
        If it holds none, or lacks one that is wanted.
    """
    found = [
        StoredMunicipality(shown(record["number"]), record["number"])
        for record in _ask(connection, NUMBERS)
    ] or [_whole_database(connection)]
    found.sort(key=lambda municipality: municipality.number)
    numbers = [municipality.number for municipality in found]
    for number in wanted:
        if number not in numbers:
            raise StoreError(
                _("there is no municipality {number} in {path}. These are there: {numbers}.")
                .format(
                    number=number,
                    path=address(connection),
                    numbers=", ".join(numbers[:MAX_LISTED]) + (" …" if len(numbers) > MAX_LISTED else ""),
                )
            )  # fmt: skip
    return tuple(
        municipality for municipality in found if not wanted or municipality.number in wanted
    )


def _whole_database(connection: Connection) -> StoredMunicipality:
    nodes = _ask(connection, ANY_NODES)
    if not nodes:
        raise StoreError(
            _("{database} holds no municipality. Load one with: samordning neo4j load PATH").format(
                database=address(connection)
            )
        )
    numbers = [node["number"] for node in nodes if node["label"] == MUNICIPALITY]
    number = shown(numbers[0]) if len(numbers) == 1 else ""
    return StoredMunicipality(number or INVENTED_NUMBER, None)


def read_source(connection: Connection, municipality: StoredMunicipality) -> Source:
    """Read one municipality. Problems with its rows are in the source; none are raised."""
    reader = RecordReader(f"{address(connection)}/{municipality.number}", municipality.number)
    # Nodes are read last: a load that has begun meanwhile then shows on the municipality.
    if municipality.stored_number is None:
        ties = _ask(connection, ALL_TIES)
        reader.take_nodes(_ask(connection, ALL_NODES))
        reader.take_ties((), ties)
    else:
        marked, drawn, shared, nodes = (
            _ask(connection, query, municipality=municipality.stored_number)
            for query in (MARKED_TIES, DRAWN_TIES, SHARED, NODES)
        )
        reader.take_nodes(nodes, shared)
        reader.take_ties(marked, drawn)
    return reader.source()


def address(connection: Connection) -> str:
    """Return the address of a database as it is shown."""
    parts = urlsplit(connection.uri)
    return f"{parts.scheme}://{parts.netloc}/{connection.database}"


def _ask(connection: Connection, query: str, **parameters: Any) -> list[neo4j.Record]:
    return connection.driver.execute_query(
        neo4j.Query(query),
        parameters,
        database_=connection.database,
        routing_=neo4j.RoutingControl.READ,
    ).records
