"""What of a graph is written to Neo4j: nodes and ties as plain properties.

A national actor (its type is marked `shared`) is one node for all municipalities, with a key that
begins with `no/`. That node holds only what is the same for everyone. What a municipality says about
the actor, its own id and name included, is on the tie `(:Municipality)-[:KNOWS]->(:Actor)`, so that
no load disturbs what another municipality has said, and reading back gives the same rows. A
municipality with two rows of one such type has them as nodes of its own, like other actors.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from samordning_graph.graph.graph import Graph, model_of
from samordning_graph.graph.political_bodies import political_bodies, political_units
from samordning_graph.graph.service_types import serves_nobody, service_units
from samordning_graph.property_graph.constraints import KNOWS, MUNICIPALITY, OWN_LABELS, found_by
from samordning_graph.schema.service_types import is_of_a_municipality
from samordning_graph.schema.tables import (
    TARGET_GROUP,
    TIES,
    AcceptedGap,
    AgreedStep,
    Arena,
    ExternalActor,
    Node,
    OwnWord,
    Row,
    SelfAssessment,
    Takes,
    Tie,
    Unit,
    columns,
)

Properties: TypeAlias = dict[str, Any]
TieId: TypeAlias = tuple[str, str, str, int]
"""(type, key of the one it runs from, key of the other, which of the ties between them)."""

NATIONAL_COLUMNS = (
    "name",
    "actor_type",
    "sector",
    "government_level",
    "public",
    "orgnr",
    "org_form",
)
"""The columns of a shared actor that are the same for every municipality; the last load decides."""
_PROPERTIES = {tie.tie: tie.properties for tie in TIES}


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node as it is written."""

    label: str
    key: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie as it is written. `nth` distinguishes ties of one type between the same two nodes.

    The labels are those by which the ends are found.
    """

    type: str
    from_label: str
    from_key: str
    to_label: str
    to_key: str
    nth: int
    properties: Properties

    @property
    def identity(self) -> TieId:
        """What makes it the same tie at the next load."""
        return (self.type, self.from_key, self.to_key, self.nth)

    @property
    def group(self) -> tuple[str, str, str]:
        """The query that writes it."""
        return (self.type, self.from_label, self.to_label)


@dataclass(frozen=True, slots=True)
class SharedRow:
    """A national actor as it is written: the node, and what this municipality says about it."""

    key: str
    properties: Properties
    knows: Properties


class GraphRows:
    """The rows of one graph, made when they are asked for."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._model = model_of(graph)
        self.number = self._model.municipality.number
        self._keys = self._all_keys()
        self._services = {unit.id for unit in service_units(graph)}

    def _all_keys(self) -> dict[str, str]:
        keys = {node_id: f"{self.number}/{node_id}" for node_id in self._graph.nodes}
        keys[self.number] = self.number
        for node_id, data in self._graph.nodes(data=True):
            if data["label"] == TARGET_GROUP:
                keys[node_id] = f"{self.number}/target-group/{data['row'].id}"
        keys.update((actor.id, f"no/{actor.actor_type}") for actor in self._shared_actors())
        return keys

    def _shared_actors(self) -> list[ExternalActor]:
        types = self._model.words["actor_type"]
        actors = self._model.all(ExternalActor)
        rows = Counter(actor.actor_type for actor in actors)
        return [
            actor
            for actor in actors
            if types[actor.actor_type].shared and rows[actor.actor_type] == 1
        ]

    def municipality(self) -> Properties:
        """Return the properties of the municipality's own node."""
        row = self._model.municipality
        return {
            **properties(row),
            "key": row.number,
            "id": row.number,
            "municipality": row.number,
        }

    def nodes(self) -> Iterator[NodeRow]:
        """Yield every node but the municipality's own and the shared actors."""
        shared = {actor.id for actor in self._shared_actors()}
        for node_id, data in self._graph.nodes(data=True):
            label, row = data["label"], data["row"]
            if label == MUNICIPALITY or node_id in shared:
                continue
            # A word of a list has a name in each language; what is stored must not depend on it.
            own = {"id": row.id, "name": row.nb} if label == TARGET_GROUP else properties(row)
            key = self._keys[node_id]
            what = {"key": key, "municipality": self.number}
            yield NodeRow(label, key, {**own, **self._read_from_words(row), **what})
        for table, name in (
            (OwnWord, "own-word"),
            (SelfAssessment, "self-assessment"),
            (AcceptedGap, "accepted-gap"),
            (AgreedStep, "agreed-step"),
        ):
            for order, row in enumerate(self._model.all(table), start=1):
                yield self._own_node(table, name, order, row)

    def _read_from_words(self, row: Any) -> Properties:  # noqa: ANN401 - a row, or a word
        """Return what the word lists say of a node, where it is the exception.

        Own words and other spellings decide too, and a query cannot look them up.
        """
        found: Properties = {}
        if self._is_no_service(row):
            found["is_service"] = False
        bodies = {Unit: political_units, Arena: political_bodies}.get(type(row))
        if bodies and row.id in bodies(self._graph):
            found["political_body"] = True
        return found

    def _is_no_service(self, row: Any) -> bool:  # noqa: ANN401 - a row, or a word
        """Return whether a unit, or what another municipality runs, is no service."""
        if isinstance(row, Unit):
            return row.id not in self._services
        is_hosted = isinstance(row, ExternalActor) and is_of_a_municipality(row)
        return is_hosted and serves_nobody(self._graph, row)

    def _own_node(self, table: type[Row], name: str, order: int, row: Row) -> NodeRow:
        """Return a row that is no node of the graph: its key is its place in the table."""
        key = f"{self.number}/{name}/{order}"
        shown = next(
            (text for word in ("name", "factor", "step") if (text := getattr(row, word, None))),
            None,
        )
        return NodeRow(
            OWN_LABELS[table],
            key,
            {
                "id": f"{name}-{order}",
                "name": shown or getattr(row, "code", None) or getattr(row, "id", None),
                **properties(row, references=True),
                **self._meaning(row),
                "key": key,
                "municipality": self.number,
            },
        )

    def _meaning(self, row: Row) -> Properties:
        """Return the word that an own word is, where that has another id: what nodes refer to."""
        if not isinstance(row, OwnWord):
            return {}
        word = self._model.words[row.list].find(row.id)
        return {} if word == row.id else {"means": word}

    def shared(self) -> Iterator[SharedRow]:
        """Yield the national actors."""
        for actor in self._shared_actors():
            own = properties(actor)
            key = self._keys[actor.id]
            national = {name: own[name] for name in NATIONAL_COLUMNS if name in own}
            yield SharedRow(
                key,
                {**national, "key": key, "id": actor.actor_type},
                {**own, "municipality": self.number},
            )

    def all_ties(self) -> Iterator[TieRow]:
        """Yield every tie, those to the national actors first."""
        actor_label = found_by(ExternalActor.label)
        for actor in self.shared():
            ends = (MUNICIPALITY, self.number, actor_label, actor.key)
            yield TieRow(KNOWS, *ends, nth=1, properties=actor.knows)
        yield from self.ties()

    def ties(self) -> Iterator[TieRow]:
        """Yield every tie of the graph, grouped by the node that it runs from."""
        nodes = self._graph.nodes(data=True)
        labels = {node_id: found_by(data["label"]) for node_id, data in nodes}
        for from_, neighbours in self._graph.adjacency():
            for to, edges in neighbours.items():
                by_type: dict[Tie, list[Properties]] = {}
                for data in edges.values():
                    by_type.setdefault(data["tie"], []).append(self._tie_properties(data))
                for tie, found in by_type.items():
                    # In the order of their content, so that rows may change places in the file.
                    if len(found) > 1:
                        found.sort(key=_content)
                    for nth, tie_properties in enumerate(found, start=1):
                        tie_properties["nth"] = nth
                        yield TieRow(
                            tie.value,
                            labels[from_],
                            self._keys[from_],
                            labels[to],
                            self._keys[to],
                            nth,
                            tie_properties,
                        )

    def _tie_properties(self, data: Mapping[str, Any]) -> Properties:
        own: Properties = {"municipality": self.number}
        for name in _PROPERTIES[data["tie"]]:
            if data[name] is not None:
                own[name] = plain(data[name])
        # From the first of its rows that has one.
        for row in data["rows"]:
            if row.source:
                own.setdefault("source", plain(row.source))
            if row.source_date:
                own.setdefault("source_date", plain(row.source_date))
            # A comment on a node is stored on the node, not on each tie that its columns make.
            if row.comment and not isinstance(row, Node):
                own.setdefault("comment", plain(row.comment))
        return own

    def count_nodes(self) -> int:
        """Return how many nodes there are, the municipality's own and shared actors included."""
        own = sum(len(self._model.all(table)) for table in OWN_LABELS)
        return self._graph.number_of_nodes() + own

    def count_ties(self) -> int:
        """Return how many ties there are, those to the shared actors included."""
        return self._graph.number_of_edges() + len(self._shared_actors())


def properties(row: Row, *, references: bool = False) -> Properties:
    """Return the filled columns of a row as Neo4j holds them. References are ties, unless asked."""
    filled: Properties = {}
    for column in columns(type(row)):
        value = getattr(row, column.name)
        if value is None or value == ():
            continue
        if column.takes is Takes.SURVEY_ANSWER and isinstance(value, bool):
            value = "yes" if value else "no"
        if references or column.takes is not Takes.REFERENCE:
            filled[column.name] = plain(value)
    return filled


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    """Return a value in a type of Neo4j: dates as ISO text, many values as a list.

    Half a character (a lone surrogate, which YAML can spell) cannot be stored, and becomes «?».
    """
    if isinstance(value, str):
        return value if value.isascii() else value.encode(errors="replace").decode()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(member) for member in value]
    return value


def _content(tie_properties: Properties) -> str:
    return repr(sorted(tie_properties.items()))
