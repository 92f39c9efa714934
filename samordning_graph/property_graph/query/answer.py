"""The answer to a query, in plain values: texts, numbers, booleans, lists and maps.

A node is a map of `labels` and `properties`, a tie one of `type` and `properties`, and a path one of
`nodes` and `relationships`. Dates, durations and points are ISO text, or a map.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from samordning_graph.common.locale import mark

CHANGE_NAMES = {
    "nodes_created": mark("nodes created"),
    "nodes_deleted": mark("nodes deleted"),
    "relationships_created": mark("ties created"),
    "relationships_deleted": mark("ties deleted"),
    "properties_set": mark("properties set"),
    "labels_added": mark("labels added"),
    "labels_removed": mark("labels removed"),
    "indexes_added": mark("indexes added"),
    "indexes_removed": mark("indexes removed"),
    "constraints_added": mark("constraints added"),
    "constraints_removed": mark("constraints removed"),
}
"""What a query can have written: the counters of the driver, and what they are called."""


@dataclass(frozen=True, slots=True)
class QueryAnswer:
    """Columns and rows; `cut` if there were more rows than the limit.

    `changes` counts what a query has written, by kind.
    """

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    cut: bool = False
    changes: Mapping[str, int] = field(default_factory=dict)


def node(labels: Sequence[str], properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return a node as a plain value."""
    return {"labels": list(labels), "properties": dict(properties)}


def tie(type_: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return a tie as a plain value."""
    return {"type": type_, "properties": dict(properties)}


def path(nodes: Sequence[Any], ties: Sequence[Any]) -> dict[str, Any]:
    """Return a path as a plain value."""
    return {"nodes": list(nodes), "relationships": list(ties)}
