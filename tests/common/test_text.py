"""White space, folding and ids."""

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordning_graph.common.text import fold, slug, tidy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boligkontoret", "boligkontoret"),
        ("Ærlig på Ås, Bø", "aerlig-pa-as-bo"),
        ("Sámi đálu ŋ ŧ Š", "sami-dalu-n-t-s"),
        (" --NAV (stat)-- ", "nav-stat"),
        ("Rus & psykisk  helse", "rus-psykisk-helse"),
        ("0301", "0301"),
        ("…", ""),
        ("日本", ""),
    ],
)
def test_slugs(text, expected):
    assert slug(text) == expected


def test_composed_and_decomposed_letters_give_one_slug():
    for text in ("Ås", "Måløy", "é"):
        assert slug(unicodedata.normalize("NFD", text)) == slug(text)


@given(st.text())
def test_a_slug_is_its_own_slug_and_plain(text):
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))
    assert slug(slug(text)) == slug(text)


@given(st.text())
def test_tidy_and_fold_change_nothing_the_second_time(text):
    assert tidy(tidy(text)) == tidy(text)
    assert fold(fold(text)) == fold(text)


def test_tidy_makes_white_space_one_space():
    assert tidy("\t a\u00a0 b\r\nc ") == "a b c"


def test_fold_makes_spellings_one():
    assert len({fold(text) for text in ("Møter per år", "møter_per_år", " MØTER-PER ÅR ")}) == 1


@pytest.mark.parametrize("function", [tidy, slug, fold])
def test_any_number_of_marks_on_a_letter_is_read_once(function):
    text = "a" + "\u0301\u0316" * 100_000
    begun = time.process_time()
    function(text)

    assert time.process_time() - begun < 1


def test_marks_within_reason_are_kept():
    assert tidy("a\u030a" * 100) == "å" * 100
