"""The word lists, and words of a municipality's own."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.common.text import fold
from samordning_graph.schema.vocabulary import (
    OPEN_LISTS,
    OTHER_WORD,
    Word,
    WordList,
    kostra_functions,
    municipalities,
    word_lists,
)

LISTS = word_lists()


@pytest.mark.parametrize("name", LISTS)
def test_every_word_is_found_by_each_of_its_spellings(name):
    words = LISTS[name]
    for word in words.values():
        for spelling in word.spellings:
            assert words.find(f" {spelling.upper()} ") == word.id


@pytest.mark.parametrize("name", LISTS)
def test_no_spelling_means_two_words(name):
    seen = {}
    for word in LISTS[name].values():
        for spelling in word.spellings:
            assert seen.setdefault(fold(spelling), word.id) == word.id


@pytest.mark.parametrize("name", OPEN_LISTS)
def test_every_open_list_has_other(name):
    assert OTHER_WORD in LISTS[name]


def test_every_actor_type_has_a_sector_and_level_that_exist_or_none():
    for word in LISTS["actor_type"].values():
        assert not word.sector or word.sector in LISTS["sector"]
        assert not word.government_level or word.government_level in LISTS["government_level"]


def test_a_sector_that_serves_nobody_is_marked():
    assert {word.id for word in LISTS["sector"].values() if not word.service} == {"ledelse", "stab"}


def test_words_are_shown_in_the_language_in_use():
    with in_language("en"):
        assert "leader" in LISTS["role"].spellings()
    with in_language("nb"):
        assert "leder" in LISTS["role"].spellings()


def test_what_is_no_word_is_not_found():
    assert LISTS["sector"].find("bolg") is None
    assert LISTS["sector"].find("…") is None
    assert LISTS["sector"].find("") is None


def test_an_own_word_is_added_and_an_own_name_wins():
    words = WordList("sector", [Word(id="bolig", nb="Bolig", en="Housing", aliases=("hus",))])
    own = words.extended(
        [Word(id="Bolig", nb="Bustad", en="Bustad"), Word(id="kyst", nb="Kyst", en="Kyst")]
    )
    assert own["bolig"].nb == "Bustad"
    assert [own.find(text) for text in ("hus", "housing", "bolig", "bustad", "kyst")] == [
        "bolig",
        "bolig",
        "bolig",
        "bolig",
        "kyst",
    ]
    assert words["bolig"].nb == "Bolig"


def test_the_registers_of_2024():
    assert len(municipalities()) == 357
    assert municipalities()["0301"] == "Oslo"
    assert all(len(number) == 4 for number in municipalities())
    assert "120" in kostra_functions()
