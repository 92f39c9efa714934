"""What the database holds of a municipality, compared with its graph."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from samordning_graph.property_graph.neo4j.load_queries import READ_NODES, READ_SHARED, READ_TIES
from samordning_graph.property_graph.rows import GraphRows, Properties, TieId


@dataclass(slots=True)
class Difference:
    """How many nodes and ties were found, and which of them are the same, changed or stale.

    Nodes are named by key, ties by identity or by the id that the server has given them. Nodes that
    are in the graph and in none of these are new, or have changed.
    """

    nodes_found: int = 0
    ties_found: int = 0
    same_nodes: set[str] = field(default_factory=set)
    same_ties: set[TieId] = field(default_factory=set)
    changed_ties: dict[TieId, str] = field(default_factory=dict)
    old_labels: dict[str, str] = field(default_factory=dict)
    """By key, the label of a node that has another label in the graph."""
    stale_nodes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """By label, the keys of nodes to be removed."""
    stale_ties: list[str] = field(default_factory=list)

    def count_stale_nodes(self) -> int:
        """Return how many nodes are to be removed."""
        return sum(map(len, self.stale_nodes.values()))

    def removes_more_than(self, share: float) -> bool:
        """Tell whether more than a share of the nodes, or of the ties, is to be removed."""
        return (
            self.count_stale_nodes() > share * self.nodes_found
            or len(self.stale_ties) > share * self.ties_found
        )

    def count_rows_to_write(self, rows: GraphRows) -> int:
        """Return how many rows the batches will hold; a shared actor is one."""
        shared = sum(1 for _shared in rows.shared())
        wanted = rows.count_nodes() - 1 + rows.count_ties() - shared
        same = len(self.same_nodes) + len(self.same_ties)
        return wanted - same + self.count_stale_nodes() + len(self.stale_ties)


def compare(rows: GraphRows, read: Callable[[str], list[list[Any]]]) -> Difference:
    """Return the difference between a graph and the database, which `read` sends queries to."""
    difference = Difference()
    _compare_nodes(difference, rows, read(READ_NODES))
    _compare_shared(difference, rows, read(READ_SHARED))
    _compare_ties(difference, rows, read(READ_TIES))
    return difference


def _compare_nodes(difference: Difference, rows: GraphRows, records: list[list[Any]]) -> None:
    found = {key: (label, properties) for label, key, properties in records}
    difference.nodes_found = len(found)
    if found:
        for node in rows.nodes():
            label, properties = found.pop(node.key, ("", {}))
            if label and label != node.label:
                difference.old_labels[node.key] = label
            elif _same(properties, node.properties):
                difference.same_nodes.add(node.key)
    for key, (label, _properties) in found.items():
        difference.stale_nodes[label].append(key)


def _compare_shared(difference: Difference, rows: GraphRows, records: list[list[Any]]) -> None:
    found = {key: rest for key, *rest in records}
    difference.ties_found += len(found)
    for shared in rows.shared():
        national, knows, _id = found.pop(shared.key, ({}, {}, ""))
        if _same(national, shared.properties) and _same(knows, shared.knows):
            difference.same_nodes.add(shared.key)
    difference.stale_ties += [id_ for _national, _knows, id_ in found.values()]


def _compare_ties(difference: Difference, rows: GraphRows, records: list[list[Any]]) -> None:
    found: dict[TieId, tuple[str, Properties]] = {}
    for type_, from_key, to_key, properties, id_ in records:
        identity = (type_, from_key or "", to_key or "", properties.get("nth", 0))
        difference.ties_found += 1
        if identity in found:
            difference.stale_ties.append(id_)
        else:
            found[identity] = (id_, properties)
    if found:
        for tie in rows.ties():
            id_, properties = found.pop(tie.identity, ("", {}))
            if _same(properties, tie.properties):
                difference.same_ties.add(tie.identity)
            elif id_:
                difference.changed_ties[tie.identity] = id_
    difference.stale_ties += [id_ for id_, _properties in found.values()]


def _same(stored: Properties, wanted: Properties) -> bool:
    """Tell whether the properties are the same, whichever load wrote them."""
    return stored == {**wanted, "run": stored.get("run")}
