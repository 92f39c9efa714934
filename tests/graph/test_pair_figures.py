"""Three figures: one sentence for them, and two bounds of the share of all."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.pair_figures import ThreeFigures, figures_in_words, share_in_words


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ((23, 11, 8), "23 dokumentert · 11 ikke dokumentert · 8 vet ikke"),
        ((10, 0, 11), "10 dokumentert · 11 vet ikke"),
        ((9, 0, 0), "alle 9 dokumentert"),
        ((1, 0, 0), "1 dokumentert"),
        ((0, 4, 0), "alle 4 ikke dokumentert"),
        ((0, 0, 9), "9 vet ikke"),
        ((0, 0, 0), "ingenting å telle"),
    ],
)
def test_parts_that_are_none_are_left_out_and_what_is_not_known_never_is(figures, sentence):
    with in_language("nb"):
        assert figures_in_words(ThreeFigures(*figures)) == sentence


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ((23, 11, 8), "mellom 55 og 74 %"),
        ((10, 0, 11), "mellom 48 og 100 %"),
        ((2, 1, 0), "67 %"),
        ((999, 1, 0), "99 %"),
        ((1, 999, 0), "1 %"),
        ((3, 0, 0), "100 %"),
        ((0, 0, 0), "–"),
    ],
)
def test_the_share_is_of_all_and_is_whole_or_nothing_only_where_all_is(figures, sentence):
    with in_language("nb"):
        assert share_in_words(ThreeFigures(*figures)) == sentence


def test_where_nobody_was_asked_the_share_may_be_anything():
    unknown = ThreeFigures(not_known=9)

    assert (unknown.share_at_least, unknown.share_at_most) == (0, 1)
    assert (ThreeFigures().share_at_least, ThreeFigures().share_at_most) == (None, None)


def test_figures_add_up_and_a_subset_can_be_taken_away():
    few, more = ThreeFigures(1, 2, 3), ThreeFigures(4, 0, 1)

    assert few + more == ThreeFigures(5, 2, 4)
    assert (few + more) - more == few
    assert (few.total, few.decided) == (6, 3)
