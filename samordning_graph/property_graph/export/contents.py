"""What an export holds: the nodes and ties that `neo4j load` would leave in an empty database.

A national actor is one node however many municipalities are exported; what each says about it is
on its KNOWS tie. Only the time of the load is missing: Neo4j notes that itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from samordning_graph.common.text import tidy
from samordning_graph.common.version import __version__
from samordning_graph.graph.build import build
from samordning_graph.graph.graph import Graph, model_of
from samordning_graph.property_graph.constraints import (
    MUNICIPALITY,
    schema_version,
)
from samordning_graph.property_graph.rows import GraphRows, NodeRow, Properties, TieRow
from samordning_graph.schema.model import Model
from samordning_graph.schema.tables import TABLES, ExternalActor, Takes, columns

RUN = "export"
"""Written where a load writes its name, so that the next load knows what is ours and completes it."""
VALUE_SEPARATOR = ";"
"""Between values in one cell, as in the tables: no value that was read from a cell holds it."""

Item = TypeVar("Item", NodeRow, TieRow)


class PropertyType(StrEnum):
    """What a property holds."""

    TEXT = "text"
    TEXTS = "texts"
    YES_NO = "yes or no"
    WHOLE = "whole number"
    NUMBER = "number"


_TAKEN = {
    Takes.YES_NO: PropertyType.YES_NO,
    Takes.INTEGER: PropertyType.WHOLE,
    Takes.NUMBER: PropertyType.NUMBER,
}
_COLUMNS = {
    column.name: PropertyType.TEXTS if column.many else _TAKEN.get(column.takes, PropertyType.TEXT)
    for table in TABLES
    for column in columns(table)
    if column.takes is not Takes.REFERENCE
}
_OF_BOTH_ENDS = {
    "strength_from": PropertyType.TEXT,
    "strength_to": PropertyType.TEXT,
    "confirmed": PropertyType.YES_NO,
}
"""What the ends of a collaboration say; no column holds it."""
_TYPES = (
    {"key": PropertyType.TEXT, **_COLUMNS, **_OF_BOTH_ENDS, "nth": PropertyType.WHOLE}
    | dict.fromkeys(("is_service", "political_body"), PropertyType.YES_NO)
    | dict.fromkeys(
        ("municipality", "schema_version", "tool_version", "digest", "run"), PropertyType.TEXT
    )
)
"""In the order of an export. A property that is missing here (a reference in words) is text."""


class Contents:
    """The nodes and ties of some municipalities, made again at every call."""

    def __init__(self, models: Sequence[Model]) -> None:
        self.models = models

    def graphs(self) -> Iterator[Graph]:
        """Yield the graph of each municipality."""
        return map(build, self.models)

    def nodes(self) -> Iterator[NodeRow]:
        """Yield every node once; of a national actor, the properties that the last municipality gives."""
        national: dict[str, Properties] = {}
        for graph in self.graphs():
            rows = GraphRows(graph)
            yield _municipality_node(rows, model_of(graph))
            for node in rows.nodes():
                yield replace(node, properties=_exported(node.properties))
            national |= {actor.key: actor.properties for actor in rows.shared()}
        for key in sorted(national):
            yield NodeRow(ExternalActor.label, key, _exported(national[key]))

    def ties(self) -> Iterator[TieRow]:
        """Yield every tie, those to national actors first."""
        for graph in self.graphs():
            for tie in GraphRows(graph).all_ties():
                yield replace(tie, properties=_exported(tie.properties))


def _municipality_node(rows: GraphRows, model: Model) -> NodeRow:
    """Return the node of the municipality with what a load writes on it, but for the time."""
    load = {
        "schema_version": schema_version(),
        "tool_version": __version__,
        "digest": model.digest,
    }
    return NodeRow(MUNICIPALITY, rows.number, _exported({**rows.municipality(), **load}))


def _exported(properties: Properties) -> Properties:
    return {**properties, "run": RUN}


def type_of_property(name: str) -> PropertyType:
    """Return what a property holds, by the column that it comes from.

    >>> type_of_property("tasks"), type_of_property("formal"), type_of_property("key")
    (<PropertyType.TEXTS: 'texts'>, <PropertyType.YES_NO: 'yes or no'>, <PropertyType.TEXT: 'text'>)
    """
    return _TYPES.get(name, PropertyType.TEXT)


def cell(value: Any) -> str:  # noqa: ANN401 - whatever a property holds
    r"""Return a property as one line of text that every format can hold.

    Text is tidied as all text is that is read: a tab or a line end is a space, and a character that
    XML or a table cannot hold is dropped.

    >>> cell("a\tb\x00"), cell(["x", "y"]), cell(True), cell(2.5)
    ('a b', 'x;y', 'true', '2.5')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return VALUE_SEPARATOR.join(map(cell, value))
    return tidy(value) if isinstance(value, str) else str(value)


def names_in_use(rows: Iterable[Item], group: Callable[[Item], str]) -> dict[str, tuple[str, ...]]:
    """Return the properties that some row of each group has, in the order of the schema."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[group(row)].update(row.properties)
    return {name: in_order(found[name]) for name in sorted(found)}


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Return properties in the order of the schema, the key first and `run` last."""
    order = {name: place for place, name in enumerate(_TYPES)}
    return tuple(sorted(names, key=lambda name: (order.get(name, 1), name)))
