"""The sector matrix: by hand, and against the definition."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from samordning_graph.graph.bit_relation import Relation
from samordning_graph.metrics.sector_matrix import sector_matrix
from tests.helpers.cases import few

POSITIONS = st.integers(0, 5)
PAIRS = st.sets(st.tuples(POSITIONS, POSITIONS).filter(lambda pair: pair[0] < pair[1]))


def test_pairs_inside_a_sector_stand_on_the_diagonal():
    linked = Relation(pairs=[(0, 1), (1, 2)])
    meeting = Relation(groups=[[0, 1, 2, 3]])
    matrix = sector_matrix(linked, meeting, ["plan", "plan", "bolig", "stab"])

    assert matrix.order == ("bolig", "plan", "stab")
    assert matrix.links == ((0, 1, 0), (1, 1, 0), (0, 0, 0))
    assert matrix.pairs_meeting == ((0, 2, 1), (2, 1, 2), (1, 2, 0))
    assert matrix.pairs_possible == ((0, 2, 1), (2, 1, 2), (1, 2, 0))


def test_nobody_has_no_sectors():
    matrix = sector_matrix(Relation(), Relation(), [])

    assert (matrix.order, matrix.links, matrix.pairs_possible) == ((), (), ())


@few
@given(PAIRS, st.lists(st.sampled_from("xyz"), min_size=6, max_size=6))
def test_it_counts_what_the_definition_says(pairs, sectors):
    matrix = sector_matrix(Relation(pairs=pairs), Relation(), sectors)

    for i, first in enumerate(matrix.order):
        for j, second in enumerate(matrix.order):
            of_these = [
                pair
                for pair in combinations(range(6), 2)
                if sorted((sectors[pair[0]], sectors[pair[1]])) == sorted((first, second))
            ]
            assert matrix.pairs_possible[i][j] == len(of_these)
            assert matrix.links[i][j] == len(pairs.intersection(of_these))
