"""Names of nodes in a sentence."""

from collections.abc import Iterable

from samordning_graph.common.phrases import listed
from samordning_graph.graph.graph import Graph, name


def names(graph: Graph, ids: Iterable[str]) -> str:
    """Return the names of nodes as a list in a sentence."""
    return listed([name(graph, node_id) for node_id in ids])
