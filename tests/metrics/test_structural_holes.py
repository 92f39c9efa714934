"""Constraint and effective size: the published figures, and those of networkx."""

import math

import networkx as nx
import pytest
from hypothesis import given

from samordning_graph.metrics.structural_holes import constraint, effective_size
from tests.helpers.cases import few
from tests.metrics.networks import networks, pairs

CONSTRAINT = {
    "A": 0.595486,
    "B": 0.642747,
    "C": 1,
    "D": 0.784722,
    "E": 0.730903,
    "F": 0.730903,
    "G": 0.40027,
}
"""As in igraph; Borgatti (1997) gives 0.400 for G, 0.595 for A and 1 for C."""


def without_nan(figures: dict) -> dict:
    return {actor: None if math.isnan(figure) else figure for actor, figure in figures.items()}


def test_the_network_of_borgatti_has_the_published_figures():
    network = nx.Graph(pairs("borgatti_holes"))
    sizes = effective_size(network)

    assert constraint(network) == pytest.approx(CONSTRAINT, abs=0.000001)
    assert (sizes["G"], sizes["A"], sizes["C"]) == pytest.approx((4.67, 2.5, 1), abs=0.005)


@few
@given(networks())
def test_they_are_those_of_networkx(network):
    assert constraint(network) == pytest.approx(without_nan(nx.constraint(network)))
    assert effective_size(network) == pytest.approx(without_nan(nx.effective_size(network)))


def test_an_actor_with_no_link_has_neither():
    network = nx.Graph([("a", "b")])
    network.add_node("alone")

    assert constraint(network) == {"a": 1, "b": 1, "alone": None}
    assert effective_size(network) == {"a": 1, "b": 1, "alone": None}


def test_in_a_closed_triangle_the_constraint_is_above_one():
    assert constraint(nx.complete_graph("abc")) == dict.fromkeys("abc", 1.125)
