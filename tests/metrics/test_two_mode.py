"""The two-mode network: the Southern women, tiny municipalities, and what does not count."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.metrics.betweenness import betweenness
from samordning_graph.metrics.two_mode import membership_network, two_mode_figures
from tests.helpers.cases import few
from tests.helpers.tiny import TODAY, tiny

UNITS = "name;sector\nA;bolig\nB;helse\nC;plan"


@pytest.fixture(scope="module")
def women():
    network = nx.davis_southern_women_graph()
    return network, network.graph["top"], network.graph["bottom"]


def figures(**tables: str):
    options = tables.pop("options", AnalysisOptions(as_of=TODAY))
    network = membership_network(tiny(options, **{"units": UNITS} | tables))
    actors = [node for node in network if node in "abc"]
    return two_mode_figures(network, actors, [node for node in network if node not in "abc"])


def test_the_southern_women_have_the_published_figures(women):
    found = two_mode_figures(*women)

    assert found.memberships == 89
    assert found.density == pytest.approx(89 / (18 * 14))
    assert found.components == 1
    assert (found.actor_pairs_sharing_arena, found.arena_pairs_sharing_actor) == (139, 66)


def test_the_southern_women_have_the_published_degree_centrality(women):
    network, actors, events = women

    for woman, figure in {"Evelyn Jefferson": 0.57, "Olivia Carleton": 0.14}.items():
        assert len(network[woman]) / len(events) == pytest.approx(figure, abs=0.005)
    for event, figure in {"E8": 0.78, "E9": 0.67, "E1": 0.17}.items():
        assert len(network[event]) / len(actors) == pytest.approx(figure, abs=0.005)


def test_the_southern_women_have_the_published_betweenness(women):
    network, actors, events = women
    found, most = betweenness(network), nx.bipartite.betweenness_centrality(network, actors)
    published = {"E8": 0.24, "E9": 0.23, "E7": 0.13, "Nora Fayette": 0.11, "Evelyn Jefferson": 0.1}

    for node, figure in published.items():
        # networkx divides by the most that a node of that mode can have.
        scale = next(
            most[member] / found[member]
            for member in (actors if node in actors else events)
            if found[member]
        )
        assert found[node] * scale == pytest.approx(figure, abs=0.005), node


def test_an_actor_in_no_arena_and_an_arena_without_anybody_are_components():
    found = figures(arenas="name\nForum\nTomt", participation="actor;arena\nA;Forum\nB;Forum")

    assert (found.memberships, found.density) == (2, 2 / 6)
    assert found.components == 3
    assert (found.cut_arenas, found.cut_actors, found.bridges) == (("forum",), (), 2)
    assert (found.actor_pairs_sharing_arena, found.arena_pairs_sharing_actor) == (1, 0)


def test_an_actor_between_two_arenas_is_a_cut_actor():
    found = figures(
        arenas="name\nEn\nTo",
        participation="actor;arena\nA;En\nB;En\nB;To\nC;To",
    )

    assert found.cut_actors == ("b",)
    assert found.cut_arenas == ("en", "to")
    assert found.arena_pairs_sharing_actor == 1


@pytest.mark.parametrize(
    "tables",
    [
        {"arenas": "name;kind\nForum;informasjon"},
        {"arenas": "name;valid_to\nForum;2020-01-01"},
        {"participation": "actor;arena;role\nA;Forum;ved behov\nB;Forum;observatør"},
        {"participation": "actor;arena\n", "links": "from;to\nA;B"},
        {"options": AnalysisOptions(as_of=TODAY, max_arena_size=1)},
    ],
    ids=["information", "closed", "loose roles", "a link", "too large"],
)
def test_only_leaders_and_members_of_working_arenas_have_seats(tables):
    base = {"arenas": "name\nForum", "participation": "actor;arena\nA;Forum\nB;Forum"}

    assert figures(**base).memberships == 2
    assert figures(**base | tables).memberships == 0


def test_without_actors_or_arenas_there_is_no_density():
    assert figures().density is None
    assert two_mode_figures(nx.Graph(), [], []).density is None
    assert two_mode_figures(nx.Graph(), [], []).components == 0


@few
@given(st.sets(st.tuples(st.sampled_from("abcd"), st.sampled_from("12345"))))
def test_pairs_share_when_the_two_have_a_seat_or_an_actor_in_common(seats):
    network = nx.Graph(seats)
    network.add_nodes_from("abcd12345")
    found = two_mode_figures(network, "abcd", "12345")
    by_hand = [
        sum(
            bool(set(network[first]) & set(network[second]))
            for first, second in combinations(mode, 2)
        )
        for mode in ("abcd", "12345")
    ]

    assert [found.actor_pairs_sharing_arena, found.arena_pairs_sharing_actor] == by_hand
