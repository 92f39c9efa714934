"""Loads one municipality's graph into Neo4j so that loads can be repeated, interrupted or simultaneous.

How it is decided
    What the database holds of this municipality is read first, compared with the graph, and only
    the difference is written: a second load of the same data writes nothing but when it was. What
    is in the database and not in the graph is removed last, and only what a load has written (it
    has the property `run`, the load that last wrote it). A load that would remove more than a
    share of it is refused before anything is written.
Simultaneous and interrupted loads
    A load writes its name on the municipality (`loading`). Each batch first locks that node and
    writes only if the name is still there: the load that came last continues, and the earlier one
    stops with a message. Nothing is waited for, so a load that died blocks nobody, and the next one
    reads what it left behind and completes it.
Known limits
    Removing a node also removes ties that others have added to it; the summary counts them.
    Properties that others have added to our nodes and ties disappear at the next load: the file is
    the whole truth about these.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import neo4j
from neo4j.exceptions import Neo4jError

from samordning_graph.common.locale import _
from samordning_graph.common.version import __version__
from samordning_graph.graph.build import build
from samordning_graph.property_graph.batches import batches, grouped_batches
from samordning_graph.property_graph.constraints import KNOWS, made_by, schema_version, statements
from samordning_graph.property_graph.neo4j.difference import Difference, compare
from samordning_graph.property_graph.neo4j.load_queries import (
    AWAIT_INDEXES,
    BEGIN,
    CHANGE_LABEL,
    CHANGE_TIES,
    COUNT_NODES,
    COUNT_TIES,
    CREATE_TIES,
    FINISH,
    GIVE_UP,
    REMOVE_NODES,
    REMOVE_TIES,
    REMOVE_UNKNOWN_SHARED,
    SHOW_NAMES,
    WHO_LOADS,
    WRITE_NODES,
    WRITE_SHARED,
)
from samordning_graph.property_graph.neo4j.settings import StoreError
from samordning_graph.property_graph.rows import GraphRows, NodeRow, TieRow
from samordning_graph.schema.model import Model

BATCH_ROWS = 5_000
"""Rows in one transaction: the fastest of the sizes measured."""
MAX_REMOVED_SHARE = 0.5
"""A load that would remove more of the nodes, or of the ties, is most likely half a file."""

Progress = Callable[[int, int], None]
"""Called with how many rows are written, and of how many."""


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
        """How many nodes and ties have different properties than before."""
        return self.nodes_changed + self.ties_changed

    @property
    def removed(self) -> int:
        """How many nodes and ties are gone."""
        return self.nodes_removed + self.ties_removed


def make_constraints(driver: neo4j.Driver, database: str) -> None:
    """Make the missing constraints and indexes, and wait until they can be used."""
    # A constraint has an index of the same name, so one query finds both.
    answer = driver.execute_query(neo4j.Query(SHOW_NAMES), database_=database)
    existing = answer.records[0]["names"]
    missing = [text for text in statements() if made_by(text) not in existing]
    for statement in (*missing, *([AWAIT_INDEXES] if missing else ())):
        try:
            driver.execute_query(neo4j.Query(statement), database_=database)
        except Neo4jError as error:
            # «IF NOT EXISTS» does not see what another load is making at the same moment.
            if "EquivalentSchemaRuleAlreadyExists" not in (error.code or ""):
                raise


def load(
    driver: neo4j.Driver,
    database: str,
    model: Model,
    *,
    allow_removal: bool = False,
    max_share: float = MAX_REMOVED_SHARE,
    progress: Progress | None = None,
) -> LoadSummary:
    """Make the database hold exactly this graph of the municipality.

    Raises
    ------
    StoreError
        If it would remove more than `max_share` of what it holds, if another load of the same
        municipality has begun, or if the counts differ in the end.
    neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError
        If the server cannot do it; `error_sentences.explained` gives the sentence.
    """
    make_constraints(driver, database)
    loader = _Loader(driver, database, model, progress or (lambda _done, _all: None))
    return loader.load(max_share=1.0 if allow_removal else max_share)


class _Loader:
    """One load: the steps share the driver, the name of the load and its summary."""

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
        municipality = model.municipality
        self._summary = LoadSummary(
            municipality=municipality.number, name=municipality.name or municipality.number
        )

    def load(self, max_share: float) -> LoadSummary:
        begun = self._query(BEGIN, run=self._run).summary.counters
        self._summary.nodes_created += begun.nodes_created
        difference = compare(self._rows, self._read)
        self._refuse_to_remove_most(difference, max_share)
        self._to_write = difference.count_rows_to_write(self._rows)
        self._write_nodes(difference)
        self._write_ties(difference)
        self._remove(difference)
        self._check_counts()
        self._finish()
        return self._summary

    def _refuse_to_remove_most(self, difference: Difference, max_share: float) -> None:
        if not difference.removes_more_than(max_share):
            return
        self._query(GIVE_UP, run=self._run)
        raise StoreError(
            _(
                "this would remove {nodes} of {all_nodes} nodes and {ties} of {all_ties} ties of"
                " {municipality} from the database, more than the {share} % that is allowed. Nothing"
                " was changed. Is it the whole file? Load with --allow-removal if it is."
            ).format(
                nodes=difference.count_stale_nodes(),
                all_nodes=difference.nodes_found,
                ties=len(difference.stale_ties),
                all_ties=difference.ties_found,
                municipality=self._summary.municipality,
                share=round(max_share * 100),
            )
        )

    # Writing the difference

    def _write_nodes(self, difference: Difference) -> None:
        shared = [
            {"national": actor.properties, "knows": actor.knows}
            for actor in self._rows.shared()
            if actor.key not in difference.same_nodes
        ]
        if shared:
            counters = self._write(WRITE_SHARED, shared)
            self._summary.nodes_created += counters.nodes_created
            self._summary.ties_created += counters.relationships_created
            self._summary.nodes_changed += len(shared) - counters.nodes_created
        remaining = (node for node in self._rows.nodes() if node.key not in difference.same_nodes)
        for query, nodes in grouped_batches(
            remaining, lambda node: _query_of_node(node, difference), BATCH_ROWS
        ):
            counters = self._write(query, [node.properties for node in nodes])
            self._summary.nodes_created += counters.nodes_created
            self._summary.nodes_changed += len(nodes) - counters.nodes_created

    def _write_ties(self, difference: Difference) -> None:
        remaining = (tie for tie in self._rows.ties() if tie.identity not in difference.same_ties)
        for query, ties in grouped_batches(
            remaining, lambda tie: _query_of_tie(tie, difference), BATCH_ROWS
        ):
            rows = [
                {"id": difference.changed_ties[tie.identity], "properties": tie.properties}
                if query == CHANGE_TIES
                else {"from": tie.from_key, "to": tie.to_key, "properties": tie.properties}
                for tie in ties
            ]
            counters = self._write(query, rows)
            self._summary.ties_created += counters.relationships_created
            self._summary.ties_changed += len(ties) - counters.relationships_created

    def _remove(self, difference: Difference) -> None:
        for ids in batches(difference.stale_ties, BATCH_ROWS):
            counters = self._write(REMOVE_TIES, ids)
            self._summary.ties_removed += counters.relationships_deleted
        for label, stale_keys in difference.stale_nodes.items():
            for keys in batches(stale_keys, BATCH_ROWS):
                counters = self._write(REMOVE_NODES[label], keys)
                self._summary.nodes_removed += counters.nodes_deleted
                self._summary.foreign_ties_removed += counters.relationships_deleted
        if difference.stale_ties:
            counters = self._locked(REMOVE_UNKNOWN_SHARED).summary.counters
            self._summary.nodes_removed += counters.nodes_deleted
            self._summary.foreign_ties_removed += counters.relationships_deleted

    # Checking

    def _check_counts(self) -> None:
        tie_counts = dict(self._read(COUNT_TIES))
        ties = sum(tie_counts.values())
        own_nodes = sum(count for (count,) in self._read(COUNT_NODES))
        nodes = 1 + tie_counts.get(KNOWS, 0) + own_nodes
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
        properties = {
            **self._rows.municipality(),
            "run": self._run,
            "loaded_at": self._started.isoformat(timespec="seconds"),
            "schema_version": schema_version(),
            "tool_version": __version__,
            "digest": self._model.digest,
        }
        if not self._locked(FINISH, properties=properties).records:
            self._stop_if_overtaken()

    # Queries

    def _query(self, query: str, **parameters: Any) -> neo4j.EagerResult:
        return self._driver.execute_query(
            neo4j.Query(query),
            {"municipality": self._rows.number, **parameters},
            database_=self._database,
        )

    def _read(self, query: str) -> list[list[Any]]:
        """Return the values of each record, from the server that writes: another server may lag behind."""
        return self._driver.execute_query(
            neo4j.Query(query),
            {"municipality": self._rows.number},
            database_=self._database,
            result_transformer_=neo4j.Result.values,
        )

    def _locked(self, query: str, **parameters: Any) -> neo4j.EagerResult:
        """Run a query that writes only if no later load has begun."""
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


def _query_of_node(node: NodeRow, difference: Difference) -> str:
    old_label = difference.old_labels.get(node.key)
    return CHANGE_LABEL[old_label, node.label] if old_label else WRITE_NODES[node.label]


def _query_of_tie(tie: TieRow, difference: Difference) -> str:
    return CHANGE_TIES if tie.identity in difference.changed_ties else CREATE_TIES[tie.group]
