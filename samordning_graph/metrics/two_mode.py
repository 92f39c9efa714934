"""The two-mode network: actors and the working arenas that they take part in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import networkx as nx

from samordning_graph.graph.bit_relation import PairSet, Relation
from samordning_graph.graph.graph import Graph, actors, cached_per_graph
from samordning_graph.graph.participation import arena_members, working_arenas


@dataclass(frozen=True, slots=True)
class TwoModeFigures:
    """Figures of the network of actors and working arenas: links do not count here.

    `cut_arenas`, `cut_actors` and the `bridges` (their number) are those without which some of the
    rest cannot reach each other.
    """

    memberships: int
    density: float | None
    components: int
    cut_arenas: tuple[str, ...]
    cut_actors: tuple[str, ...]
    bridges: int
    actor_pairs_sharing_arena: int
    arena_pairs_sharing_actor: int


@cached_per_graph
def membership_network(graph: Graph) -> "nx.Graph[str]":
    """Return the actors and the working arenas, with participation as leader or member."""
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(actor.id for actor in actors(graph))
    for arena in working_arenas(graph):
        network.add_node(arena.id)
        network.add_edges_from((member, arena.id) for member in arena_members(graph, arena.id))
    return cast("nx.Graph[str]", nx.freeze(network))


def one_mode_projection(network: "nx.Graph[str]", mode: Sequence[str]) -> Relation:
    """Return which nodes of one mode share a node of the other, numbered as in `mode`."""
    position = {node: i for i, node in enumerate(mode)}
    return Relation(
        groups=(
            [position[neighbour] for neighbour in network[node]]
            for node in network
            if node not in position
        )
    )


def two_mode_figures(
    network: "nx.Graph[str]", actors: Sequence[str], arenas: Sequence[str]
) -> TwoModeFigures:
    """Return the figures of a network of actors and arenas.

    Notes
    -----
    An actor in no arena, and an arena with nobody in it, are components of their own. The density
    without actors or without arenas is not defined.

    References
    ----------
    Borgatti and Everett (1997), «Network analysis of 2-mode data», Social Networks 19.
    Breiger (1974), «The duality of persons and groups», Social Forces 53: pairs that share.
    """
    memberships, cut = network.number_of_edges(), set(nx.articulation_points(network))
    possible = len(actors) * len(arenas)
    return TwoModeFigures(
        memberships=memberships,
        density=memberships / possible if possible else None,
        components=nx.number_connected_components(network),
        cut_arenas=tuple(sorted(cut.intersection(arenas))),
        cut_actors=tuple(sorted(cut.intersection(actors))),
        bridges=sum(1 for _bridge in nx.bridges(network)),
        actor_pairs_sharing_arena=_pairs(network, actors),
        arena_pairs_sharing_actor=_pairs(network, arenas),
    )


def _pairs(network: "nx.Graph[str]", mode: Sequence[str]) -> int:
    shared = one_mode_projection(network, mode)
    return len(PairSet(mode, shared.related(), shared.row))
