"""The answer to a query, in plain values: texts, numbers, booleans, lists and maps.

A node is a map of `labels` and `properties`, a tie one of `type` and `properties`, and a path one of
`nodes` and `relationships`. Dates, durations and points are ISO text, or a map.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


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
