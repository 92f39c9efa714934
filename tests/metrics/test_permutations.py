"""The shuffles: the same every time, and counted as one would one by one."""

from itertools import islice
from random import Random

import pytest

from samordning_graph.metrics.permutations import SHUFFLE_COUNT, crossing_counts

LABELS = ["bolig", "bolig", "helse", "plan", "helse", "oppvekst", "plan", "bolig"]
LINKS = [(0, 1), (0, 2), (1, 3), (4, 5), (2, 6), (3, 7), (0, 7)]


def one_by_one(labels: list[str], links: list[tuple[int, int]]):
    random, labels = Random(0), list(labels)
    while True:
        random.shuffle(labels)
        yield sum(labels[first] != labels[second] for first, second in links)


def test_there_are_as_many_counts_as_shuffles_and_they_are_those_of_the_standard_library():
    counts = crossing_counts(LABELS, LINKS)

    assert len(counts) == SHUFFLE_COUNT == 9_999
    assert counts == list(islice(one_by_one(LABELS, LINKS), SHUFFLE_COUNT))


def test_many_labels_and_links_count_no_differently():
    labels = [str(number) for number in range(200)] + ["0"] * 60
    links = [(first, second) for first in range(0, 260, 7) for second in range(first + 1, 260, 11)]

    assert crossing_counts(labels, links)[:20] == list(islice(one_by_one(labels, links), 20))


@pytest.mark.parametrize(
    ("labels", "links"), [(["a", "a"], [(0, 1)]), (["a", "b"], []), (["a"], []), ([], [])]
)
def test_nothing_crosses_with_one_label_or_without_links(labels, links):
    assert crossing_counts(labels, links) == [0] * SHUFFLE_COUNT


def test_two_that_differ_cross_in_every_shuffle():
    assert set(crossing_counts(["a", "b"], [(0, 1)])) == {1}
