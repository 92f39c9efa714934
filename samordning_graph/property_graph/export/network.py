"""The same nodes and ties as a network, for programs that draw and measure networks.

The id of a node is its key (`4614/nav`, `no/husbanken`); `local_id` is its id in the municipality.
What has no ties (own words, answers, accepted gaps) and what only a load needs are left out.

Every tie runs one way in the file, since networkx reads no file in which some do and some do not:
`directed` says whether the direction means anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from samordning_graph.graph.links import LINK_STRENGTHS
from samordning_graph.graph.participation import PARTICIPATION_ROLES
from samordning_graph.graph.sector_colours import sector_colours
from samordning_graph.property_graph.constraints import OWN_LABELS
from samordning_graph.property_graph.export.contents import Contents, cell, in_order
from samordning_graph.property_graph.rows import Properties, TieRow
from samordning_graph.schema.tables import TIES

# `id` and `source` are the key of a node, and the end that a tie runs from, in these formats.
_RENAMED = {"id": "local_id", "source": "data_source"}
_LEFT_OUT = {"key", "run", "schema_version", "tool_version", "digest"}
_NO_NODES = set(OWN_LABELS.values())
_UNDIRECTED = {str(tie.tie) for tie in TIES if not tie.directed}


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A node. `colour` is that of its sector on the map, empty without a sector."""

    id: str
    label: str
    colour: str
    attributes: Properties


@dataclass(frozen=True, slots=True)
class NetworkTie:
    """A tie from one node to another; `id` is the same in every export."""

    id: str
    source: str
    target: str
    weight: int
    attributes: Properties


class Network:
    """The nodes and ties of some municipalities, made again at every call."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._colours: dict[str, str] = {}
        for graph in contents.graphs():
            self._colours |= sector_colours(graph)

    def nodes(self) -> Iterator[NetworkNode]:
        """Yield the nodes: `type` is their label in Neo4j."""
        for node in self._contents.nodes():
            if node.label not in _NO_NODES:
                properties = node.properties
                yield NetworkNode(
                    node.key,
                    cell(properties.get("name", "")) or node.key,
                    self._colours.get(properties.get("sector", ""), ""),
                    {"type": node.label, **_attributes(properties)},
                )

    def ties(self) -> Iterator[NetworkTie]:
        """Yield the ties: `tie` is their type in Neo4j."""
        for tie in self._contents.ties():
            ends = (tie.from_key, tie.to_key)
            parts = (tie.properties["municipality"], tie.type, *ends, str(tie.nth))
            yield NetworkTie(
                ":".join(parts),
                *ends,
                weight(tie),
                {
                    "tie": tie.type,
                    "directed": tie.type not in _UNDIRECTED,
                    **_attributes(tie.properties),
                },
            )


def weight(tie: TieRow) -> int:
    """Return how much a tie weighs among ties of its type: a rank, neither a distance nor a count.

    Own definition: a collaboration is 0 (none), 1 (awareness) to 4 (integration), a participation 1 (observer)
    to 4 (leader), every other tie 1.
    """
    if "strength" in tie.properties:
        return LINK_STRENGTHS.index(tie.properties["strength"])
    if "role" in tie.properties:
        return len(PARTICIPATION_ROLES) - PARTICIPATION_ROLES.index(tie.properties["role"])
    return 1


def attributes_in_use(items: Iterator[NetworkNode] | Iterator[NetworkTie]) -> tuple[str, ...]:
    """Return the attributes that any item has, in the order of the schema."""
    found: set[str] = set()
    for item in items:
        found.update(item.attributes)
    return in_order(found)


def _attributes(properties: Properties) -> Properties:
    return {
        _RENAMED.get(name, name): value
        for name, value in properties.items()
        if name not in _LEFT_OUT
    }
