"""Answers by factor and sector, however a factor is written."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.graph.self_assessment import (
    answer_value,
    answers_by_factor,
    factor_name,
    respondents,
    sectors_to_tell,
    unanswered_factors,
)
from tests.helpers.tiny import TODAY, tiny

UNITS = "id;name;sector\nb;Bolig;bolig\nh;Helse;helse"


def with_answers(*rows: str, options=None, columns: str = "factor;answer;respondent"):
    return tiny(options, units=UNITS, self_assessment="\n".join([columns, *rows]))


def test_what_an_answer_counts():
    assert [answer_value(answer) for answer in ("ja", "delvis", "nei", "1", "3", "5")] == [
        *(1.0, 0.5, 0.0),
        *(0.0, 0.5, 1.0),
    ]


def test_a_factor_is_known_by_id_name_english_and_alias():
    spellings = ("Kompetanse", "kompetanse", "Competence", "kunnskap")
    graph = with_answers(*(f"{factor};ja;b" for factor in spellings))

    assert [*answers_by_factor(graph)] == ["kompetanse"]
    assert len(answers_by_factor(graph)["kompetanse"].rows) == len(spellings)


def test_an_own_factor_keeps_its_words_and_comes_last():
    graph = with_answers("Vi feirer sammen;ja;b", "Ledelse;nei;h")

    assert [*answers_by_factor(graph)] == ["ledelse", "vi-feirer-sammen"]
    assert factor_name(graph, "vi-feirer-sammen") == "Vi feirer sammen"


def test_answers_stand_by_sector_and_without_a_respondent_in_none():
    graph = with_answers("Ledelse;ja;b", "Ledelse;delvis;b", "Ledelse;nei;h", "Ledelse;nei;")

    assert answers_by_factor(graph)["ledelse"].by_sector == {"bolig": (1.0, 0.5), "helse": (0.0,)}
    assert answers_by_factor(graph)["ledelse"].values == (1.0, 0.5, 0.0, 0.0)


def test_only_groups_that_are_begun_have_unanswered_factors():
    missing = unanswered_factors(with_answers("Kompetanse;ja;b"))

    assert len(missing) == 5
    assert "ledelse" not in missing
    assert unanswered_factors(with_answers("Vi feirer sammen;ja;b")) == ()


@pytest.mark.parametrize(
    ("anonymous", "others", "expected"),
    [
        (False, 0, {"bolig": (1.0, 1.0, 1.0)}),
        (False, 2, {"bolig": (1.0, 1.0, 1.0)}),
        (True, 0, {"bolig": (1.0, 1.0, 1.0)}),
        (True, 2, {}),  # two answers would be left when those of the sector are taken from all
        (True, 3, {"bolig": (1.0, 1.0, 1.0), "helse": (0.0, 0.0, 0.0)}),
    ],
)
def test_a_sector_is_told_with_three_answers_and_where_it_does_not_give_others_away(
    anonymous: bool, others: int, expected
):
    graph = with_answers(
        *["Ledelse;ja;b"] * 3,
        *["Ledelse;nei;h"] * others,
        options=AnalysisOptions(as_of=TODAY, anonymous=anonymous),
    )

    assert sectors_to_tell(graph, answers_by_factor(graph)["ledelse"]) == expected


def test_respondents_are_known_where_every_answer_says_who():
    assert respondents(with_answers("Ledelse;ja;b", "Kompetanse;ja;b")) == {"b"}
    assert respondents(with_answers("Ledelse;ja;b", "Kompetanse;ja;")) is None
