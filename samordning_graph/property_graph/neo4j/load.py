"""Loads one municipality's graph into Neo4j so that a load can be repeated, stopped and raced.

How it is decided
    What the database holds of this municipality is read first, compared with the graph, and only
    the difference is written: a second load of the same data writes nothing but when it was. What
    is in the database and not in the graph is removed last, and only what a load has put there (it
    has the property `run`, the load that last wrote it). A load that would remove more than a
    share of it is refused before anything is written.
Two loads at once, and loads that die
    A load writes its name on the municipality (`loading`). Each batch first locks that node and
    writes only if the name still stands there: the load that came last goes on, and the earlier
    one stops with a message. Nothing is waited for, so a load that died stands in nobody's way, and
    the next one reads what it left behind and completes it.
Known limits
    A node that is removed takes along ties that others have added to it; the summary counts them.
    Properties that others have added to our nodes and ties go at the next load: the file is the
    whole truth about these.
"""

import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice, product
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import Neo4jError

from samordning_graph.common.locale import _
from samordning_graph.common.version import __version__
from samordning_graph.graph.build import build
from samordning_graph.property_graph.constraints import (
    KNOWS,
    MUNICIPALITY,
    NODE_LABELS,
    TIE_TYPES,
    label_set,
    made_by,
    schema_version,
    statements,
    tie_groups,
)
from samordning_graph.property_graph.neo4j.settings import StoreError
from samordning_graph.property_graph.rows import GraphRows, NodeRow, Properties, TieId, TieRow
from samordning_graph.schema.model import Model
from samordning_graph.schema.tables import ExternalActor

BATCH = 5_000
"""Rows in one transaction: the fastest of those measured."""
MAX_SHARE = 0.5
"""A load that would remove more of the nodes, or of the ties, is most likely half a file."""

Progress = Callable[[int, int], None]
"""Told how many rows are written, of how many."""
Item = TypeVar("Item")

# Queries: made of the schema alone. Everything else is a parameter.

_LABELS = tuple(label for label in NODE_LABELS if label != MUNICIPALITY)
SHOW_NAMES = "SHOW INDEXES YIELD name RETURN collect(name) AS names"
AWAIT_INDEXES = "CALL db.awaitIndexes(300)"
BEGIN = f"""
MERGE (m:{MUNICIPALITY} {{key: $municipality}})
ON CREATE SET m.id = $municipality, m.number = $municipality, m.municipality = $municipality,
  m.run = $run
SET m.loading = $run
"""
# Writing what stands there changes nothing, but holds the node until the batch is done, so that what
# is read of it after that cannot be old.
_LOCK = f"""
MATCH (m:{MUNICIPALITY} {{key: $municipality}})
SET m.id = $municipality
WITH m WHERE m.loading = $run
"""
GIVE_UP = f"{_LOCK}REMOVE m.loading RETURN 1 AS done"
FINISH = f"{_LOCK}SET m = $properties RETURN 1 AS done"
WHO_LOADS = f"MATCH (m:{MUNICIPALITY} {{key: $municipality}}) RETURN m.loading AS run"

_OURS = "{0}.municipality = $municipality AND {0}.run IS NOT NULL"
READ_NODES = "\nUNION ALL\n".join(
    f"MATCH (n:{label}) WHERE {_OURS.format('n')}"
    f" RETURN '{label}' AS label, n.key AS key, properties(n) AS properties"
    for label in _LABELS
)
READ_SHARED = f"""
MATCH (:{MUNICIPALITY} {{key: $municipality}})-[k:{KNOWS}]->(n)
WHERE k.run IS NOT NULL
RETURN n.key AS key, properties(n) AS properties, properties(k) AS knows, elementId(k) AS id
"""
READ_TIES = "\nUNION ALL\n".join(
    f"MATCH (a)-[r:{type_}]->(b) WHERE {_OURS.format('r')}"
    f" RETURN '{type_}' AS type, a.key AS `from`, b.key AS `to`, properties(r) AS properties,"
    " elementId(r) AS id"
    for type_ in TIE_TYPES
    if type_ != KNOWS
)
WRITE_NODES = {
    label: f"""{_LOCK}UNWIND $rows AS row
MERGE (n:{label_set(label)} {{key: row.key}})
SET n = row, n.run = $run
RETURN count(n) AS done
"""
    for label in _LABELS
}
CHANGE_KIND = {
    (old, new): f"""{_LOCK}UNWIND $rows AS row
MATCH (n:{old} {{key: row.key}})
REMOVE n:{label_set(old)}
SET n:{label_set(new)}
SET n = row, n.run = $run
RETURN count(n) AS done
"""
    for old, new in product(WRITE_NODES, repeat=2)
    if old != new
}
WRITE_SHARED = f"""{_LOCK}UNWIND $rows AS row
MERGE (n:{label_set(ExternalActor.label)} {{key: row.national.key}})
SET n = row.national, n.run = $run
MERGE (m)-[k:{KNOWS}]->(n)
SET k = row.knows, k.run = $run
RETURN count(k) AS done
"""
# Created, not merged: a tie that is there is known by what was read, and looking for it between two
# nodes is planned as a scan of its type while that is small.
CREATE_TIES = {
    (type_, from_label, to_label): f"""{_LOCK}UNWIND $rows AS row
MATCH (a:{from_label} {{key: row.from}})
MATCH (b:{to_label} {{key: row.to}})
CREATE (a)-[r:{type_}]->(b)
SET r = row.properties, r.run = $run
RETURN count(r) AS done
"""
    for type_, from_label, to_label in tie_groups()
}
CHANGE_TIES = f"""{_LOCK}UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.id
SET r = row.properties, r.run = $run
RETURN count(r) AS done
"""
REMOVE_TIES = f"""{_LOCK}UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row
DELETE r
RETURN count(*) AS done
"""
REMOVE_NODES = {
    label: f"""{_LOCK}UNWIND $rows AS row
MATCH (n:{label} {{key: row}}) WHERE n.run IS NOT NULL
DETACH DELETE n
RETURN count(*) AS done
"""
    for label in _LABELS
}
REMOVE_FORGOTTEN = f"""{_LOCK}MATCH (n:{ExternalActor.label})
WHERE n.key STARTS WITH 'no/' AND n.run IS NOT NULL
  AND NOT EXISTS {{ MATCH (:{MUNICIPALITY})-[:{KNOWS}]->(n) }}
DETACH DELETE n
RETURN count(*) AS done
"""
COUNT_NODES = "\nUNION ALL\n".join(
    f"MATCH (n:{label}) WHERE {_OURS.format('n')} RETURN count(n) AS found" for label in _LABELS
)
COUNT_TIES = "\nUNION ALL\n".join(
    f"MATCH ()-[r:{type_}]->() WHERE {_OURS.format('r')}"
    f" RETURN '{type_}' AS type, count(r) AS found"
    for type_ in TIE_TYPES
)
QUERIES = frozenset(
    (
        *statements(),
        *(SHOW_NAMES, AWAIT_INDEXES, BEGIN, GIVE_UP, FINISH, WHO_LOADS),
        *(READ_NODES, READ_SHARED, READ_TIES, COUNT_NODES, COUNT_TIES),
        *(*WRITE_NODES.values(), *CHANGE_KIND.values(), WRITE_SHARED, *CREATE_TIES.values()),
        *(*REMOVE_NODES.values(), CHANGE_TIES, REMOVE_TIES, REMOVE_FORGOTTEN),
    )
)
"""Every text that a load can send."""


@dataclass(slots=True, kw_only=True)
class LoadSummary:
    """What a load did, and how much of the municipality the database now holds."""

    municipality: str
    name: str
    nodes: int = 0
    ties: int = 0
    nodes_created: int = 0
    nodes_changed: int = 0
    nodes_removed: int = 0
    ties_created: int = 0
    ties_changed: int = 0
    ties_removed: int = 0
    foreign_ties_removed: int = 0

    @property
    def created(self) -> int:
        """How many nodes and ties are new."""
        return self.nodes_created + self.ties_created

    @property
    def changed(self) -> int:
        """How many nodes and ties have other properties than before."""
        return self.nodes_changed + self.ties_changed

    @property
    def removed(self) -> int:
        """How many nodes and ties are gone."""
        return self.nodes_removed + self.ties_removed


def make_constraints(driver: neo4j.Driver, database: str) -> None:
    """Make the constraints and indexes that are not there, and wait until they can be used."""
    # A constraint has an index of the same name, so that one question tells of both.
    there = driver.execute_query(neo4j.Query(SHOW_NAMES), database_=database).records[0]["names"]
    missing = [text for text in statements() if made_by(text) not in there]
    for statement in (*missing, *([AWAIT_INDEXES] if missing else ())):
        try:
            driver.execute_query(neo4j.Query(statement), database_=database)
        except Neo4jError as error:
            # «IF NOT EXISTS» does not see what another load makes at the same moment.
            if "EquivalentSchemaRuleAlreadyExists" not in (error.code or ""):
                raise


def load(
    driver: neo4j.Driver,
    database: str,
    model: Model,
    *,
    allow_removal: bool = False,
    max_share: float = MAX_SHARE,
    progress: Progress | None = None,
) -> LoadSummary:
    """Make the database hold exactly this graph of the municipality.

    Raises
    ------
    StoreError
        If it would remove more than `max_share` of what is there, if another load of the same
        municipality has begun, or if the counts differ in the end.
    neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError
        If the server cannot do it; `error_sentences.explained` gives the sentence.
    """
    make_constraints(driver, database)
    loader = _Loader(driver, database, model, progress or (lambda _done, _all: None))
    return loader.load(max_share=1.0 if allow_removal else max_share)


@dataclass(slots=True)
class _There:
    """What the database holds of the municipality, reduced to what differs from the graph."""

    nodes: int = 0
    ties: int = 0
    same: set[str] = field(default_factory=set)
    same_ties: set[TieId] = field(default_factory=set)
    changed_ties: dict[TieId, str] = field(default_factory=dict)
    other_kind: dict[str, str] = field(default_factory=dict)
    stale: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    stale_ties: list[str] = field(default_factory=list)

    def count_stale(self) -> int:
        """Return how many nodes are to be removed."""
        return sum(len(keys) for keys in self.stale.values())

    def rows_to_write(self, rows: GraphRows) -> int:
        """Return how many rows the batches will hold; a shared actor is one."""
        shared = sum(1 for _shared in rows.shared())
        wanted = rows.count_nodes() - 1 + rows.count_ties() - shared
        there = len(self.same) + len(self.same_ties)
        return wanted - there + self.count_stale() + len(self.stale_ties)


class _Loader:
    """One load: the steps share the driver, the name of the load and what was found."""

    def __init__(
        self, driver: neo4j.Driver, database: str, model: Model, progress: Progress
    ) -> None:
        self._driver = driver
        self._database = database
        self._model = model
        self._progress = progress
        self._rows = GraphRows(build(model))
        self._started = datetime.now(UTC)
        self._run = f"{self._started:%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}"
        self._written = self._to_write = 0
        town = model.municipality
        self._summary = LoadSummary(municipality=town.number, name=town.name or town.number)

    def load(self, max_share: float) -> LoadSummary:
        begun = self._query(BEGIN, run=self._run).summary.counters
        self._summary.nodes_created += begun.nodes_created
        there = self._compare()
        self._refuse_to_remove_most(there, max_share)
        self._to_write = there.rows_to_write(self._rows)
        self._write_nodes(there)
        self._write_ties(there)
        self._remove(there)
        self._check_counts()
        self._finish()
        return self._summary

    # Reading what is there

    def _compare(self) -> _There:
        there = _There()
        self._compare_nodes(there)
        self._compare_shared(there)
        self._compare_ties(there)
        return there

    def _compare_nodes(self, there: _There) -> None:
        found = {key: (label, said) for label, key, said in self._read(READ_NODES)}
        there.nodes = len(found)
        if found:
            for node in self._rows.nodes():
                label, properties = found.pop(node.key, ("", {}))
                if label and label != node.label:
                    there.other_kind[node.key] = label
                elif _same(properties, node.properties):
                    there.same.add(node.key)
        for key, (label, _properties) in found.items():
            there.stale[label].append(key)

    def _compare_shared(self, there: _There) -> None:
        found = {key: rest for key, *rest in self._read(READ_SHARED)}
        there.ties += len(found)
        for shared in self._rows.shared():
            national, knows, _id = found.pop(shared.key, ({}, {}, ""))
            if _same(national, shared.properties) and _same(knows, shared.knows):
                there.same.add(shared.key)
        there.stale_ties += [id_ for _national, _knows, id_ in found.values()]

    def _compare_ties(self, there: _There) -> None:
        found: dict[TieId, tuple[str, Properties]] = {}
        for type_, from_, to, properties, id_ in self._read(READ_TIES):
            identity = (type_, from_ or "", to or "", properties.get("nth", 0))
            there.ties += 1
            if identity in found:
                there.stale_ties.append(id_)
            else:
                found[identity] = (id_, properties)
        if found:
            for tie in self._rows.ties():
                id_, properties = found.pop(tie.identity, ("", {}))
                if _same(properties, tie.properties):
                    there.same_ties.add(tie.identity)
                elif id_:
                    there.changed_ties[tie.identity] = id_
        there.stale_ties += [id_ for id_, _properties in found.values()]

    def _refuse_to_remove_most(self, there: _There, max_share: float) -> None:
        stale = there.count_stale()
        if stale <= max_share * there.nodes and len(there.stale_ties) <= max_share * there.ties:
            return
        self._query(GIVE_UP, run=self._run)
        raise StoreError(
            _(
                "this would remove {nodes} of {all_nodes} nodes and {ties} of {all_ties} ties of"
                " {municipality} from the database, more than the {share} % that is allowed. Nothing"
                " was changed. Is it the whole file? Load with --allow-removal if it is."
            ).format(
                nodes=stale,
                all_nodes=there.nodes,
                ties=len(there.stale_ties),
                all_ties=there.ties,
                municipality=self._summary.municipality,
                share=round(max_share * 100),
            )
        )

    # Writing the difference

    def _write_nodes(self, there: _There) -> None:
        shared = [
            {"national": one.properties, "knows": one.knows}
            for one in self._rows.shared()
            if one.key not in there.same
        ]
        if shared:
            counters = self._write(WRITE_SHARED, shared)
            self._summary.nodes_created += counters.nodes_created
            self._summary.ties_created += counters.relationships_created
            self._summary.nodes_changed += len(shared) - counters.nodes_created
        todo = (node for node in self._rows.nodes() if node.key not in there.same)
        for query, nodes in _grouped(todo, lambda node: _query_of(node, there)):
            counters = self._write(query, [node.properties for node in nodes])
            self._summary.nodes_created += counters.nodes_created
            self._summary.nodes_changed += len(nodes) - counters.nodes_created

    def _write_ties(self, there: _There) -> None:
        todo = (tie for tie in self._rows.ties() if tie.identity not in there.same_ties)
        for query, ties in _grouped(todo, lambda tie: _query_of_tie(tie, there)):
            rows = [
                {"id": there.changed_ties[tie.identity], "properties": tie.properties}
                if query == CHANGE_TIES
                else {"from": tie.from_key, "to": tie.to_key, "properties": tie.properties}
                for tie in ties
            ]
            counters = self._write(query, rows)
            self._summary.ties_created += counters.relationships_created
            self._summary.ties_changed += len(ties) - counters.relationships_created

    def _remove(self, there: _There) -> None:
        for ids in _batches(there.stale_ties):
            counters = self._write(REMOVE_TIES, ids)
            self._summary.ties_removed += counters.relationships_deleted
        for label, keys in there.stale.items():
            for some in _batches(keys):
                counters = self._write(REMOVE_NODES[label], some)
                self._summary.nodes_removed += counters.nodes_deleted
                self._summary.foreign_ties_removed += counters.relationships_deleted
        if there.stale_ties:
            counters = self._locked(REMOVE_FORGOTTEN).summary.counters
            self._summary.nodes_removed += counters.nodes_deleted
            self._summary.foreign_ties_removed += counters.relationships_deleted

    # Checking

    def _check_counts(self) -> None:
        counted = dict(self._read(COUNT_TIES))
        ties = sum(counted.values())
        own = sum(found for (found,) in self._read(COUNT_NODES))
        nodes = 1 + counted.get(KNOWS, 0) + own
        self._summary.nodes, self._summary.ties = nodes, ties
        wanted = (self._rows.count_nodes(), self._rows.count_ties())
        if (nodes, ties) != wanted:
            self._stop_if_overtaken()
            raise StoreError(
                _(
                    "the database holds {nodes} nodes and {ties} ties of {municipality}, and should"
                    " hold {all_nodes} and {all_ties}: somebody else changes them. Load again."
                ).format(
                    nodes=nodes,
                    ties=ties,
                    municipality=self._summary.municipality,
                    all_nodes=wanted[0],
                    all_ties=wanted[1],
                )
            )

    def _finish(self) -> None:
        said = {
            **self._rows.municipality(),
            "run": self._run,
            "loaded_at": self._started.isoformat(timespec="seconds"),
            "schema_version": schema_version(),
            "tool_version": __version__,
            "digest": self._model.digest,
        }
        if not self._locked(FINISH, properties=said).records:
            self._stop_if_overtaken()

    # Talking to the server

    def _query(self, query: str, **parameters: Any) -> neo4j.EagerResult:
        return self._driver.execute_query(
            neo4j.Query(query),
            {"municipality": self._rows.number, **parameters},
            database_=self._database,
        )

    def _read(self, query: str) -> list[list[Any]]:
        """Return the values of each record, from the server that writes: another may lag behind."""
        return self._driver.execute_query(
            neo4j.Query(query),
            {"municipality": self._rows.number},
            database_=self._database,
            result_transformer_=neo4j.Result.values,
        )

    def _locked(self, query: str, **parameters: Any) -> neo4j.EagerResult:
        """Run a query that writes only if this load is still the one that goes on."""
        return self._query(query, run=self._run, **parameters)

    def _write(self, query: str, rows: Sequence[Any]) -> neo4j.SummaryCounters:
        result = self._locked(query, rows=rows)
        if result.records[0]["done"] != len(rows):
            self._stop_if_overtaken()
            raise StoreError(
                _(
                    "nodes of {municipality} disappeared from the database during the load: somebody"
                    " else changes them. Load again."
                ).format(municipality=self._summary.municipality)
            )
        self._written += len(rows)
        self._progress(self._written, self._to_write)
        return result.summary.counters

    def _stop_if_overtaken(self) -> None:
        records = self._query(WHO_LOADS).records
        if not records or records[0]["run"] != self._run:
            raise StoreError(
                _(
                    "another load of {municipality} began during this one, and goes on; this one"
                    " stopped. What the other loads is whole when it is done."
                ).format(municipality=self._summary.municipality)
            )


def _query_of(node: NodeRow, there: _There) -> str:
    old = there.other_kind.get(node.key)
    return CHANGE_KIND[old, node.label] if old else WRITE_NODES[node.label]


def _query_of_tie(tie: TieRow, there: _There) -> str:
    return CHANGE_TIES if tie.identity in there.changed_ties else CREATE_TIES[tie.group]


def _same(there: Properties, wanted: Properties) -> bool:
    """Return whether the properties are the same, whichever load wrote them."""
    return there == {**wanted, "run": there.get("run")}


def _grouped(
    items: Iterable[Item], query_of: Callable[[Item], str]
) -> Iterator[tuple[str, list[Item]]]:
    """Yield (query, at most a batch of items), in the order of the items within a query."""
    waiting: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        query = query_of(item)
        waiting[query].append(item)
        if len(waiting[query]) == BATCH:
            yield query, waiting.pop(query)
    yield from waiting.items()


def _batches(items: Sequence[Item]) -> Iterator[list[Item]]:
    left = iter(items)
    while batch := list(islice(left, BATCH)):
        yield batch
