"""What a Neo4j database holds: its municipalities, how much, from when, and whether it fits."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import neo4j

from samordning_graph.property_graph.constraints import (
    KNOWS,
    MUNICIPALITY,
    NODE_LABELS,
    TIE_TYPES,
    schema_version,
)

SERVER = "CALL dbms.components() YIELD name, versions, edition RETURN versions, edition LIMIT 1"
MUNICIPALITIES = f"""
MATCH (m:{MUNICIPALITY}) WHERE m.run IS NOT NULL
RETURN m.number AS number, m.name AS name, m.loaded_at AS loaded_at, m.loading AS loading,
  m.schema_version AS schema_version, m.tool_version AS tool_version
ORDER BY number
"""
NODES = "\nUNION ALL\n".join(
    f"MATCH (n:{label}) WHERE n.run IS NOT NULL AND n.municipality IS NOT NULL"
    " RETURN n.municipality AS number, count(n) AS found"
    for label in NODE_LABELS
)
TIES = "\nUNION ALL\n".join(
    f"MATCH ()-[r:{type_}]->() WHERE r.run IS NOT NULL AND r.municipality IS NOT NULL"
    f" RETURN '{type_}' AS type, r.municipality AS number, count(r) AS found"
    for type_ in TIE_TYPES
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedMunicipality:
    """One municipality in the database; a shared actor counts as a node of each that knows it.

    `fits` is false if it was loaded with another schema; `unfinished` is true during a load, and
    after one that died.
    """

    number: str
    name: str
    nodes: int
    ties: int
    loaded_at: str
    tool_version: str
    fits: bool
    unfinished: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseStatus:
    """The server, the database, and the municipalities by number."""

    version: str
    edition: str
    database: str
    municipalities: tuple[LoadedMunicipality, ...]

    @property
    def newest(self) -> LoadedMunicipality | None:
        """The municipality that was loaded last."""
        return max(
            self.municipalities, key=lambda municipality: municipality.loaded_at, default=None
        )


def database_status(driver: neo4j.Driver, database: str) -> DatabaseStatus:
    """Return what the database holds."""
    (server,) = _read(driver, database, SERVER)
    nodes: Counter[str] = Counter()
    ties: Counter[str] = Counter()
    for record in _read(driver, database, NODES):
        nodes[record["number"]] += record["found"]
    for record in _read(driver, database, TIES):
        ties[record["number"]] += record["found"]
        if record["type"] == KNOWS:
            nodes[record["number"]] += record["found"]
    version = schema_version()
    return DatabaseStatus(
        version=server["versions"][0],
        edition=server["edition"],
        database=database,
        municipalities=tuple(
            LoadedMunicipality(
                number=record["number"],
                name=_text(record["name"]) or record["number"],
                nodes=nodes[record["number"]],
                ties=ties[record["number"]],
                loaded_at=_text(record["loaded_at"]),
                tool_version=_text(record["tool_version"]),
                fits=record["schema_version"] in (None, version),
                unfinished=record["loading"] is not None,
            )
            for record in _read(driver, database, MUNICIPALITIES)
        ),
    )


def _text(value: object) -> str:
    """Return a property as text: somebody may have made it something else."""
    return "" if value is None else str(value)


def _read(driver: neo4j.Driver, database: str, query: str) -> Iterator[dict[str, Any]]:
    result = driver.execute_query(
        neo4j.Query(query), database_=database, routing_=neo4j.RoutingControl.READ
    )
    return (record.data() for record in result.records)
