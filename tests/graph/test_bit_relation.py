"""Relations and pair sets on numbers small enough to see."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordning_graph.graph.bit_relation import PairSet, Relation, bits, mask_of


@given(st.sets(st.integers(0, 200)))
def test_a_mask_holds_exactly_the_positions_it_was_made_of(positions: set[int]):
    assert list(bits(mask_of(positions))) == sorted(positions)


def test_an_empty_mask_has_no_bits():
    assert mask_of([]) == 0
    assert list(bits(0)) == []


def test_members_of_a_group_are_related_to_each_other():
    relation = Relation(groups=[[0, 2, 5]])

    assert set(bits(relation.row(2))) - {2} == {0, 5}


def test_groups_do_not_run_together():
    relation = Relation(groups=[[0, 1], [1, 2]])

    assert set(bits(relation.row(0))) - {0} == {1}
    assert set(bits(relation.row(1))) - {1} == {0, 2}


def test_a_pair_is_related_both_ways():
    relation = Relation(pairs=[(3, 1)])

    assert list(bits(relation.row(1))) == [3]
    assert list(bits(relation.row(3))) == [1]


def test_groups_and_pairs_add_up():
    relation = Relation(groups=[[0, 1]], pairs=[(0, 2)])

    assert set(bits(relation.row(0))) - {0} == {1, 2}
    assert relation.related() == [0, 1, 2]


def test_an_actor_without_ties_is_related_to_nobody():
    relation = Relation(groups=[[]], pairs=[])

    assert relation.row(7) == 0
    assert relation.related() == []


def test_a_group_may_be_read_once_only():
    def members() -> Iterable[int]:
        yield from (1, 2)

    assert set(bits(Relation(groups=[members()]).row(1))) - {1} == {2}


def test_asking_for_a_row_does_not_make_the_actor_related():
    relation = Relation(pairs=[(0, 1)])
    relation.row(9)

    assert relation.related() == [0, 1]


@pytest.fixture
def triangle_and_a_loner() -> PairSet:
    rows = {0: 0b0111, 1: 0b0111, 2: 0b0111, 3: 0b1000}
    return PairSet(("a", "b", "c", "d"), (0, 1, 2, 3), rows.__getitem__)


def test_each_pair_stands_once_smaller_first_in_order(triangle_and_a_loner: PairSet):
    assert list(triangle_and_a_loner) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_pairs_are_counted_as_they_are_listed(triangle_and_a_loner: PairSet):
    assert len(triangle_and_a_loner) == 3


def test_pairs_can_be_listed_again(triangle_and_a_loner: PairSet):
    assert list(triangle_and_a_loner) == list(triangle_and_a_loner)


def test_a_pair_is_found_smaller_first_only(triangle_and_a_loner: PairSet):
    assert ("a", "c") in triangle_and_a_loner
    assert ("c", "a") not in triangle_and_a_loner
    assert ("a", "d") not in triangle_and_a_loner
    assert triangle_and_a_loner.has("a", "c")
    assert not triangle_and_a_loner.has("a", "d")


def test_pairs_are_listed_without_going_through_the_rest():
    def row(position: int) -> int:
        assert position == 0, "the second actor was asked for before anybody needed it"
        return 0b110

    assert next(iter(PairSet(("a", "b", "c"), (0, 1, 2), row))) == ("a", "b")
