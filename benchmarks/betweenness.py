"""Betweenness: networkx, which the program uses, beside igraph, which is written in C.

Both are given the same networkx graphs, the whole graph of each municipality without directions,
and must give the same values. Then all municipalities as one graph.
"""

from collections.abc import Iterator, Sequence
from math import isclose
from time import process_time
from typing import TypeAlias

import networkx as nx

from benchmarks import generate
from benchmarks.measure import Line, ms
from samordning_graph.graph.build import build
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.metrics.betweenness import betweenness
from samordning_graph.schema.tables import TARGET_GROUP

SAMPLED_SOURCES = 20
"""Nodes of the one graph from which networkx counts, to tell what all of them would cost."""

Network: TypeAlias = "nx.Graph[str]"


def by_igraph(network: Network) -> dict[str, float]:
    """Return the raw betweenness of each node, the way from and to networkx included."""
    import igraph

    position = {node: i for i, node in enumerate(network)}
    ties = [(position[first], position[second]) for first, second in network.edges]
    found = igraph.Graph(len(position), ties).betweenness(directed=False)
    return dict(zip(position, found, strict=True))


def _undirected(graph: Graph) -> Network:
    """Return who and what is tied in a municipality, each tie once; ids of their own but for groups."""
    number = graph.graph["model"].municipality.number

    def national(node: str) -> str:
        return node if graph.nodes[node]["label"] == TARGET_GROUP else f"{number}/{node}"

    network: Network = nx.Graph()
    network.add_nodes_from(map(national, graph))
    network.add_edges_from(
        (national(first), national(second)) for first, second in graph.edges() if first != second
    )
    return network


def measure() -> Iterator[Line]:
    """Yield the lines of this benchmark."""
    try:
        import igraph  # noqa: F401
    except ImportError:
        yield Line("betweenness", "skipped: pip install -r benchmarks/requirements.txt")
        return
    options = AnalysisOptions(as_of=generate.TODAY)
    networks = [
        _undirected(build(generate.model(tables), options)) for tables in generate.generate()
    ]
    yield from _one_after_another(networks)
    # The target groups are the same everywhere, so that these join all municipalities to one.
    yield from _as_one(nx.compose_all(networks))


def _one_after_another(networks: Sequence[Network]) -> Iterator[Line]:
    took = dict.fromkeys(("networkx", "igraph"), 0.0)
    largest = dict(took)
    for network in networks:
        values = {}
        for name, method in (("networkx", betweenness), ("igraph", by_igraph)):
            start = process_time()
            values[name] = method(network)
            seconds = process_time() - start
            took[name] += seconds
            largest[name] = max(largest[name], seconds)
        for node, value in values["networkx"].items():
            assert isclose(value, values["igraph"][node], rel_tol=1e-9, abs_tol=1e-6), node
    for what, seconds in (
        (f"betweenness in each of {len(networks)} municipalities", took),
        ("of these, in the largest", largest),
    ):
        ratio = seconds["networkx"] / seconds["igraph"]
        yield Line(
            f"{what}: networkx / igraph, equal values",
            f"{ratio:.0f} × ({ms(seconds['networkx'])} / {ms(seconds['igraph'])})",
        )


def _as_one(network: Network) -> Iterator[Line]:
    size = f"{len(network):,} nodes; {network.number_of_edges():,} ties".replace(",", " ")
    start = process_time()
    by_igraph(network)
    yield Line(f"as one graph ({size}): igraph", ms(process_time() - start))
    start = process_time()
    nx.betweenness_centrality(network, k=SAMPLED_SOURCES, seed=1)
    whole = (process_time() - start) * len(network) / SAMPLED_SOURCES
    yield Line(
        f"the same in networkx, estimated from {SAMPLED_SOURCES} of the nodes as sources",
        f"{whole / 3600:.1f} hours",
    )
