"""All figures of one municipality."""

from dataclasses import dataclass

from samordning_graph.graph.graph import Graph, actors, cached_per_graph
from samordning_graph.graph.own_ties import own_ties
from samordning_graph.graph.participation import working_arenas
from samordning_graph.metrics.betweenness import betweenness
from samordning_graph.metrics.brokerage import Brokerage, brokerage
from samordning_graph.metrics.ei_index import EIFigures, ei_figures
from samordning_graph.metrics.formal_layers import FormalLayers, formal_layers
from samordning_graph.metrics.link_network import NetworkFigures, link_network, network_figures
from samordning_graph.metrics.sector_matrix import SectorMatrix, sector_matrix_of
from samordning_graph.metrics.structural_holes import constraint, effective_size
from samordning_graph.metrics.two_mode import TwoModeFigures, membership_network, two_mode_figures


@dataclass(frozen=True, slots=True)
class ActorFigures:
    """One actor in the network of links; `arenas` is the number of its own working arenas."""

    id: str
    sector: str
    degree: int
    arenas: int
    betweenness: float
    constraint: float | None
    effective_size: float | None
    brokerage: Brokerage


@dataclass(frozen=True, slots=True)
class MunicipalityFigures:
    """The figures of one municipality, of own ties only; None where a figure is not defined."""

    network: NetworkFigures
    two_mode: TwoModeFigures
    ei: EIFigures
    sectors: SectorMatrix
    actors: tuple[ActorFigures, ...]
    layers: FormalLayers


@cached_per_graph
def municipality_figures(graph: Graph) -> MunicipalityFigures:
    """Return all figures of a municipality."""
    network, ties = link_network(graph), own_ties(graph)
    sector = {actor.id: actor.sector for actor in actors(graph)}
    return MunicipalityFigures(
        network=network_figures(network),
        two_mode=two_mode_figures(
            membership_network(graph), ties.ids, [arena.id for arena in working_arenas(graph)]
        ),
        ei=ei_figures(network, sector),
        sectors=sector_matrix_of(graph),
        actors=_actor_figures(graph, sector),
        layers=formal_layers(graph),
    )


def _actor_figures(graph: Graph, sector: dict[str, str]) -> tuple[ActorFigures, ...]:
    network, memberships = link_network(graph), membership_network(graph)
    between, constraints = betweenness(network), constraint(network)
    sizes, brokers = effective_size(network), brokerage(network, sector)
    return tuple(
        ActorFigures(
            id=actor,
            sector=sector[actor],
            degree=len(network[actor]),
            arenas=len(memberships[actor]),
            betweenness=between[actor],
            constraint=constraints[actor],
            effective_size=sizes[actor],
            brokerage=brokers[actor],
        )
        for actor in network
    )
