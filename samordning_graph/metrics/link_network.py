"""The network of links: actors, and who is linked to whom."""

from dataclasses import dataclass
from typing import cast

import networkx as nx

from samordning_graph.graph.graph import Graph, actors, cached_per_graph
from samordning_graph.graph.links import linked_pairs


@dataclass(frozen=True, slots=True)
class NetworkFigures:
    """Figures of the network of links alone: meetings do not count here.

    `largest_component` is the number of actors in it. `articulation_points` (cut points) are the
    actors, `bridges` the links, without which some of the rest cannot reach each other.
    """

    actors: int
    links: int
    density: float | None
    isolates: tuple[str, ...]
    components: int
    largest_component: int
    articulation_points: tuple[str, ...]
    bridges: tuple[tuple[str, str], ...]


@cached_per_graph
def link_network(graph: Graph) -> "nx.Graph[str]":
    """Return the actors, in id order, with their own links.

    Units and external actors. Links of units below do not count for those above: the figures are
    about those who coordinate themselves.
    """
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(actor.id for actor in actors(graph))
    network.add_edges_from(linked_pairs(graph))
    return cast("nx.Graph[str]", nx.freeze(network))


def network_figures(network: "nx.Graph[str]") -> NetworkFigures:
    """Return the figures of a network of links.

    Notes
    -----
    An actor with no link is a component of its own. The density of fewer than two actors is not
    defined.

    References
    ----------
    Wasserman and Faust (1994), «Social Network Analysis», chapter 4.

    Examples
    --------
    >>> figures = network_figures(nx.path_graph(["a", "b", "c"]))
    >>> figures.articulation_points, figures.bridges
    (('b',), (('a', 'b'), ('b', 'c')))
    """
    size, links = network.number_of_nodes(), network.number_of_edges()
    components = [len(part) for part in nx.connected_components(network)]
    return NetworkFigures(
        actors=size,
        links=links,
        density=links / (size * (size - 1) / 2) if size > 1 else None,
        isolates=tuple(sorted(nx.isolates(network))),
        components=len(components),
        largest_component=max(components, default=0),
        articulation_points=tuple(sorted(nx.articulation_points(network))),
        bridges=tuple(sorted((min(link), max(link)) for link in nx.bridges(network))),
    )
