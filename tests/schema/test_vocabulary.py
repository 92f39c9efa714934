"""The word lists, and words of a municipality's own."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.common.text import fold, slug
from samordning_graph.schema.tables import TABLES, columns
from samordning_graph.schema.vocabulary import (
    OPEN_LISTS,
    OTHER_WORD,
    Word,
    WordList,
    header_synonyms,
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


@pytest.mark.parametrize("name", LISTS)
def test_a_spelling_without_accents_and_signs_means_the_same_word(name):
    for word in LISTS[name].values():
        for spelling in word.spellings:
            assert LISTS[name].find(slug(spelling)) == word.id


@pytest.mark.parametrize("name", OPEN_LISTS)
def test_every_open_list_has_other(name):
    assert OTHER_WORD in LISTS[name]


def test_every_actor_type_has_a_sector_and_level_that_exist_or_none():
    for word in LISTS["actor_type"].values():
        assert not word.sector or word.sector in LISTS["sector"]
        assert not word.government_level or word.government_level in LISTS["government_level"]


def test_a_sector_that_is_no_service_is_marked():
    assert {word.id for word in LISTS["sector"].values() if not word.service} == {
        "ledelse",
        "stab",
        "annet",
    }


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


TARGET_GROUPS = LISTS["target_group"]


def own_word(id_: str, name: str = "") -> Word:
    return Word(id=id_, nb=name, en=name)


@pytest.mark.parametrize(
    "own",
    [
        own_word("losloste", "Løslatte"),
        own_word("dem", "  løslatte fra KRIMINALOMSORGEN"),
        own_word("innsatte", "Innsatte og løslatte"),
        own_word("loslatte"),
        own_word("lost-fra-fengsel", "Løslatte"),
    ],
)
def test_an_own_word_that_shares_a_spelling_with_a_built_in_one_is_that_word(own):
    words = TARGET_GROUPS.extended([own])

    assert len(words) == len(TARGET_GROUPS)
    for spelling in (own.id, own.nb or own.id, *TARGET_GROUPS["lost-fra-fengsel"].spellings):
        assert words.find(spelling) == "lost-fra-fengsel"
    assert words["lost-fra-fengsel"].nb == (own.nb or "Løslatte fra kriminalomsorgen")


def test_what_an_own_word_is_called_is_no_alias_of_another_built_in_word():
    words = LISTS["sector"].extended(
        [own_word("velferd", "Helse og velferd"), own_word("bolig", "Teknisk")]
    )

    assert words.find("velferd") == words.find("Helse og velferd") == "helse"
    assert words.find("teknisk") == "bolig"
    assert (words.find("sosialtjeneste"), words.find("eiendom")) == ("sosial", "eiendom")


def test_a_name_that_is_the_id_of_another_word_leads_to_that_word():
    """As a reference does: an id before a name."""
    words = TARGET_GROUPS.extended([own_word("eldre", "Barn og unge")])

    assert words.find("Barn og unge") == words.find("ungdom") == "barn-og-unge"
    assert words.find("eldre") == "eldre"


def test_two_own_words_of_one_name_are_one_word_in_either_order():
    rows = [own_word("a", "Unge på hybel"), own_word("b", "unge på  hybel")]

    for first, second in (rows, rows[::-1]):
        words = TARGET_GROUPS.extended([first, second])
        assert words.find("a") == words.find("b") == words.find("Unge på hybel") == first.id
        assert len(words) == len(TARGET_GROUPS) + 1


def test_names_that_differ_in_a_sign_are_two_words():
    words = TARGET_GROUPS.extended([own_word("u", "Unge < 18"), own_word("o", "Unge > 18")])

    assert (words.find("unge < 18"), words.find("UNGE > 18")) == ("u", "o")


def test_an_own_word_without_a_name_keeps_the_built_in_name():
    words = LISTS["sector"].extended([Word(id="bolig", nb="", en="", service=False)])

    assert (words["bolig"].nb, words["bolig"].service) == ("Bolig", False)
    assert LISTS["sector"].extended([own_word("kyst")])["kyst"].nb == "kyst"


def test_the_registers_of_2024():
    assert len(municipalities()) == 357
    assert municipalities()["0301"] == "Oslo"
    assert all(len(number) == 4 for number in municipalities())
    assert "120" in kostra_functions()


def test_each_synonym_of_a_header_names_one_column_of_its_table():
    for table in TABLES:
        names = {column.name for column in columns(table)}
        spellings = [fold(word) for column in columns(table) for word in (column.name, column.nb)]
        for (of_table, column), words in header_synonyms().items():
            if of_table == table.table:
                assert column in names, (of_table, column)
                spellings += map(fold, words)
        assert len(spellings) - len(set(spellings)) == sum(
            fold(column.name) == fold(column.nb) for column in columns(table)
        ), [word for word in spellings if spellings.count(word) > 1]


def test_every_synonym_is_of_a_table_or_of_all():
    assert {table for table, _column in header_synonyms()} <= {
        "*",
        *(table.table for table in TABLES),
    }
