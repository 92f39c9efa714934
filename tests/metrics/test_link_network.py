"""The network of links: figures by hand, published cut points, and the definition by taking away."""

import networkx as nx
import pytest
from hypothesis import given

from samordning_graph.metrics.link_network import link_network, network_figures
from tests.helpers.cases import few
from tests.helpers.tiny import tiny
from tests.metrics.networks import networks, pairs

UNITS = "name;sector;part_of\nTopp;sosial;\nA;bolig;Topp\nB;helse;\nC;plan;"


def parts(network: nx.Graph) -> int:
    return nx.number_connected_components(network)


def without(network: nx.Graph, *, node: str = "", edge: tuple[str, ...] = ()) -> nx.Graph:
    left = network.copy()
    left.remove_nodes_from([node] if node else [])
    left.remove_edges_from([edge] if edge else [])
    return left


def test_a_chain_with_one_apart():
    network = nx.Graph([("b", "a"), ("b", "c")])
    network.add_node("d")
    figures = network_figures(network)

    assert (figures.actors, figures.links, figures.density) == (4, 2, 2 / 6)
    assert figures.isolates == ("d",)
    assert (figures.components, figures.largest_component) == (2, 3)
    assert figures.articulation_points == ("b",)
    assert figures.bridges == (("a", "b"), ("b", "c"))


def test_the_families_of_florence_and_the_kite_have_the_published_cut_points_and_bridges():
    florence = network_figures(nx.Graph(pairs("florentine_families")))
    kite = network_figures(nx.Graph(pairs("kite")))

    assert florence.articulation_points == ("Albizzi", "Guadagni", "Medici", "Salviati")
    assert florence.bridges == (
        ("Acciaiuoli", "Medici"),
        ("Albizzi", "Ginori"),
        ("Guadagni", "Lamberteschi"),
        ("Medici", "Salviati"),
        ("Pazzi", "Salviati"),
    )
    assert kite.articulation_points == ("7", "8")
    assert kite.bridges == (("7", "8"), ("8", "9"))


@few
@given(networks())
def test_a_cut_point_and_a_bridge_leave_more_parts_when_they_go(network):
    figures = network_figures(network)
    cut = {
        actor
        for actor in network
        if network.degree(actor) and parts(without(network, node=actor)) > parts(network)
    }
    bridges = {
        edge for edge in network.edges if parts(without(network, edge=edge)) > parts(network)
    }

    assert set(figures.articulation_points) == cut
    assert {frozenset(bridge) for bridge in figures.bridges} == {
        frozenset(bridge) for bridge in bridges
    }


@pytest.mark.parametrize("size", [0, 1])
def test_fewer_than_two_have_no_density(size: int):
    network = nx.Graph()
    network.add_nodes_from("a"[:size])
    figures = network_figures(network)

    assert figures.density is None
    assert figures.components == figures.largest_component == len(figures.isolates) == size


def test_links_are_those_in_force_between_units_and_external_actors():
    graph = tiny(
        units=UNITS,
        external_actors="name;actor_type\nHusbanken;husbanken\nPolitiet;politi",
        links="from;to;strength;agreement;valid_to\nA;B;samarbeid;;\nA;C;kjennskap;;\n"
        "B;C;;Avtale;2020-01-01\nHusbanken;Politiet;;Avtale;",
        arenas="name\nForum",
        participation="actor;arena\nA;Forum\nC;Forum",
    )
    network = link_network(graph)

    assert list(network) == ["a", "b", "c", "husbanken", "politiet", "topp"]
    assert {frozenset(link) for link in network.edges} == {
        frozenset("ab"),
        frozenset(("husbanken", "politiet")),
    }


def test_a_unit_does_not_get_the_links_of_those_below_it():
    graph = tiny(units=UNITS, links="from;to\nA;B")

    assert network_figures(link_network(graph)).isolates == ("c", "topp")
