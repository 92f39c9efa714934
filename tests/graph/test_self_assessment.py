"""Answers by factor and sector, however a factor is written."""

from samordning_graph.graph.self_assessment import (
    answer_value,
    answers_by_factor,
    factor_name,
    unanswered_factors,
)
from tests.helpers.tiny import tiny

UNITS = "id;name;sector\nb;Bolig;bolig\nh;Helse;helse"


def with_answers(*rows: str):
    return tiny(units=UNITS, self_assessment="\n".join(["factor;answer;respondent", *rows]))


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
