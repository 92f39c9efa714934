"""The E-I index: the published figure, the value by chance, and what is not defined."""

from collections import Counter
from itertools import permutations
from statistics import mean

import networkx as nx
import pytest
from hypothesis import given, settings

from samordning_graph.metrics.ei_index import SectorEI, ei_figures, ei_index
from tests.helpers.cases import few
from tests.metrics.networks import groups, pairs, sectored


def index(network: nx.Graph, sector: dict[str, str]) -> float:
    signs = [1 if sector[first] != sector[second] else -1 for first, second in network.edges]
    return sum(signs) / len(signs)


def every_deal(network: nx.Graph, sector: dict[str, str]) -> list[float]:
    """The index in each way to deal the sectors out among the actors."""
    actors = list(network)
    return [
        index(network, dict(zip(actors, labels, strict=True)))
        for labels in permutations([sector[actor] for actor in actors])
    ]


def test_the_pupils_who_choose_each_other_have_the_published_index():
    arcs = set(pairs("classroom_arcs"))
    network = nx.Graph([arc for arc in arcs if arc[::-1] in arcs])
    figures = ei_figures(network, groups("classroom_groups"))

    assert (figures.external, figures.internal) == (1, 11 + 10)
    assert figures.index == pytest.approx(-0.9090909)
    assert figures.p_value < 0.01


def test_all_their_choices_have_the_published_index():
    group = groups("classroom_groups")
    same = Counter(group[first] == group[second] for first, second in pairs("classroom_arcs"))

    assert (same[False], same[True]) == (7, 81)
    assert ei_index(same[False], same[True]) == pytest.approx(-0.8409091)


def test_a_link_to_another_sector_counts_for_both():
    network = nx.Graph([("a", "b"), ("a", "c"), ("b", "c")])
    figures = ei_figures(network, {"a": "plan", "b": "plan", "c": "bolig"})

    assert (figures.external, figures.internal) == (2, 1)
    assert figures.index == figures.expected == pytest.approx(1 / 3)
    assert figures.by_sector == (
        SectorEI("bolig", 2, 0, 1.0),
        SectorEI("plan", 2, 1, pytest.approx(1 / 3)),
    )


def test_a_sector_without_links_is_there_without_an_index():
    network = nx.Graph([("a", "b")])
    network.add_node("c")
    figures = ei_figures(network, {"a": "plan", "b": "plan", "c": "bolig"})

    assert figures.by_sector[0] == SectorEI("bolig", 0, 0, None)


@settings(few, max_examples=25)
@given(sectored(least=2, most=6))
def test_the_expected_index_is_the_mean_over_every_deal(drawn):
    network, _sector = drawn
    if network.number_of_edges():
        assert ei_figures(*drawn).expected == pytest.approx(mean(every_deal(*drawn)))


@settings(few, max_examples=15)
@given(sectored(least=2, most=6))
def test_p_is_near_the_share_of_every_deal_that_is_as_far_away(drawn):
    network, sector = drawn
    found = ei_figures(network, sector)
    if found.p_value is not None:
        far = abs(found.index - found.expected) - 1e-9
        share = mean(abs(deal - found.expected) >= far for deal in every_deal(network, sector))
        assert found.p_value == pytest.approx(share, abs=0.03)


def test_p_counts_both_sides():
    """Two sectors of three: all inside is as far below the expected as nothing is above it."""
    network = nx.Graph([("a", "b"), ("b", "c"), ("a", "c"), ("d", "e"), ("e", "f"), ("d", "f")])
    figures = ei_figures(network, dict(zip("abcdef", ["x"] * 3 + ["y"] * 3, strict=True)))

    assert figures.index == -1
    assert figures.p_value == pytest.approx(2 / 20, abs=0.02)


@few
@given(sectored())
def test_what_the_sectors_are_called_does_not_matter(drawn):
    network, sector = drawn
    renamed = {
        actor: {"bolig": "z", "helse": "a", "plan": "m"}[name] for actor, name in sector.items()
    }
    before, after = ei_figures(network, sector), ei_figures(network, renamed)

    assert (before.index, before.expected, before.p_value) == (
        after.index,
        after.expected,
        after.p_value,
    )


@pytest.mark.parametrize(
    ("actors", "links", "sectors", "expected"),
    [
        ("", [], "", (None, None, None)),
        ("a", [], "x", (None, None, None)),
        ("ab", [], "xy", (None, 1, None)),
        ("ab", [("a", "b")], "xx", (-1, -1, None)),
        ("ab", [("a", "b")], "xy", (1, 1, 1)),
    ],
    ids=["nobody", "one actor", "no link", "one sector", "nothing else possible"],
)
def test_what_is_not_defined_is_none(actors, links, sectors, expected):
    network = nx.Graph(links)
    network.add_nodes_from(actors)
    figures = ei_figures(network, dict(zip(actors, sectors, strict=True)))

    assert (figures.index, figures.expected, figures.p_value) == expected
