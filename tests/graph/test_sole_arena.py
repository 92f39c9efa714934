"""How much of what is covered rests on one arena alone."""

from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.graph import Graph
from samordning_graph.graph.sole_arena import (
    SoleArena,
    groups_only_by,
    heaviest,
    pairs_only_by,
)
from tests.helpers.tiny import tiny


def four(links: str = "A;C") -> Graph:
    """Forum gathers everybody, Team two of them."""
    return tiny(
        units="name;sector\nA;bolig\nB;helse\nC;plan\nD;plan",
        arenas="name;kind\nForum;\nTeam;\nAllmøte;informasjon",
        participation="actor;arena\nA;Forum\nB;Forum\nC;Forum\nD;Forum\nA;Team\nB;Team\nA;Allmøte\nD;Allmøte",
        links=f"from;to\n{links}",
    )


def test_pairs_that_one_arena_alone_covers_are_counted_for_it():
    graph = four()

    # Forum alone: A-D, B-C, B-D; A-B also meets in Team, A-C is linked, C-D is one sector.
    assert pairs_only_by(graph, pair_engine(graph).cross_sector) == {"forum": 3}


def test_a_group_is_covered_by_any_pair_of_it():
    graph = four()
    a, b, c, d = (1 << pair_engine(graph).position[unit] for unit in "abcd")

    assert groups_only_by(graph, [[(0, c | d)]]) == {}  # A is linked to C
    assert groups_only_by(graph, [[(0, d)], [(1, c | d)]]) == {"forum": 2}
    assert groups_only_by(graph, [[(0, b)], [(1, a | c)]]) == {}  # and in Team
    assert groups_only_by(graph, [[], [(0, 0)]]) == {}


def test_the_heaviest_loses_more_than_half():
    assert heaviest({"team": 3, "forum": 3}, 5) == SoleArena("forum", 2)
    assert heaviest({"forum": 3}, 6) is None
    assert heaviest({"forum": 3}, 3) == SoleArena("forum", 0)
    assert heaviest({}, 0) is None
