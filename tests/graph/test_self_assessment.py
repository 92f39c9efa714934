"""Answers by factor and sector, however a factor is written."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.graph.self_assessment import (
    MIN_ANSWERS,
    answer_value,
    answers_by_factor,
    factor_name,
    respondents,
    unanswered_factors,
)
from tests.helpers.tiny import TODAY, tiny

UNITS = "id;name;sector\nb;Bolig;bolig\nh;Helse;helse\np;Plan;plan"


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
    ("answers", "shown"),
    [
        ({"b": 3}, {"bolig"}),
        ({"b": 3, "h": 3}, {"bolig", "helse"}),
        ({"b": 2, "h": 3, "p": 4}, {"plan"}),  # «helse» hides the two of «bolig»
        ({"b": 2, "h": 1, "p": 4}, {"plan"}),  # three of two sectors are left
        ({"b": 5, "h": 2}, set()),
        ({"b": 3, "h": 4, "": 1}, {"helse"}),  # an answer of no sector is worked out as well
        ({"b": 3, "": 3}, {"bolig"}),
    ],
)
@pytest.mark.parametrize("anonymous", [False, True])
def test_no_few_answers_can_be_worked_out_from_the_total_and_the_sectors_told(
    anonymous: bool, answers: dict[str, int], shown: set[str]
):
    graph = with_answers(
        *(f"Ledelse;ja;{who}" for who, count in answers.items() for _each in range(count)),
        options=AnalysisOptions(as_of=TODAY, anonymous=anonymous),
    )
    factor_answers = answers_by_factor(graph)["ledelse"]
    left = len(factor_answers.rows) - sum(map(len, factor_answers.by_told_sector.values()))

    assert set(factor_answers.by_told_sector) == shown
    assert not 0 < left < MIN_ANSWERS


def test_respondents_are_known_where_every_answer_says_who():
    assert respondents(with_answers("Ledelse;ja;b", "Kompetanse;ja;b")) == {"b"}
    assert respondents(with_answers("Ledelse;ja;b", "Kompetanse;ja;")) is None
