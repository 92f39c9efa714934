"""Betweenness: the published figures, and the definition itself on small networks."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given

from samordning_graph.metrics.betweenness import betweenness
from tests.helpers.cases import few
from tests.metrics.networks import networks, pairs

KITE = [0.833, 0.833, 0, 3.667, 0, 8.333, 8.333, 14, 8, 0]
FLORENTINE = {
    "Medici": 0.522,
    "Guadagni": 0.255,
    "Albizzi": 0.212,
    "Salviati": 0.143,
    "Ridolfi": 0.114,
    "Strozzi": 0.103,
    "Bischeri": 0.104,
    "Tornabuoni": 0.092,
    "Barbadori": 0.093,
    "Castellani": 0.055,
    "Peruzzi": 0.022,
    "Acciaiuoli": 0,
}


def by_definition(network: nx.Graph) -> dict[str, float]:
    """Walk every shortest path between every two."""
    found = dict.fromkeys(network, 0.0)
    for first, second in combinations(network, 2):
        if nx.has_path(network, first, second):
            paths = list(nx.all_shortest_paths(network, first, second))
            for path in paths:
                for between in path[1:-1]:
                    found[between] += 1 / len(paths)
    return found


def test_the_kite_of_krackhardt_has_the_published_figures():
    found = betweenness(nx.Graph(pairs("kite")))

    assert [found[str(actor)] for actor in range(10)] == pytest.approx(KITE, abs=0.0005)


def test_the_families_of_florence_have_the_published_figures():
    found = betweenness(nx.Graph(pairs("florentine_families")))
    pairs_of_others = 14 * 13 / 2

    for family, figure in FLORENTINE.items():
        assert found[family] / pairs_of_others == pytest.approx(figure, abs=0.0006), family


@few
@given(networks())
def test_it_is_what_the_definition_says(network):
    assert betweenness(network) == pytest.approx(by_definition(network))


def test_nobody_is_between_where_nobody_is_linked():
    network = nx.Graph()
    network.add_nodes_from("abc")

    assert betweenness(network) == {"a": 0, "b": 0, "c": 0}
    assert betweenness(nx.Graph()) == {}
