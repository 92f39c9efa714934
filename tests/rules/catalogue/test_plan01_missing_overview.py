"""PLAN01: no overview of housing needs with a date."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.plan01_missing_overview import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

MUNICIPALITY = "number;name\n0301;Oslo"


def test_a_municipality_without_an_overview_is_found():
    graph = tiny(municipality=MUNICIPALITY, goals="name\nMål")

    assert found(RULE, graph) == [Case("0301")]
    assert RULE.assess(graph).examined == 1


def test_one_overview_with_a_date_is_enough():
    graph = tiny(overview="name;date\nOversikt;2025-11-15\nGammel;")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


def test_an_overview_without_a_date_is_found_once():
    assert found(RULE, tiny(overview="name\nOversikt\nEn til")) == [Case("0000")]


@pytest.mark.parametrize(
    "tables",
    [
        {"plans": "name;kind\nPlan;temaplan"},
        {"challenges": "name\nUtfordring"},
        {"goals": "name\nMål"},
        {"strategies": "name\nStrategi"},
        {"measures": "name\nTiltak"},
    ],
)
def test_any_table_about_plans_shows_that_plans_are_filled_in(tables: dict[str, str]):
    assert found(RULE, tiny(**tables)) == [Case("0000")]


def test_nothing_is_examined_in_the_three_tables_of_a_beginner():
    assessment = RULE.assess(
        tiny(
            units="name;sector\nBolig;bolig",
            arenas="name\nForum",
            participation="actor;arena\nBolig;Forum",
        )
    )

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


def test_the_law_asks_for_an_overview_and_not_for_a_date():
    """That a date is missing is a hint: the overview is there."""
    (missing,) = findings_of(RULE, tiny(goals="name\nMål"))
    (undated,) = findings_of(RULE, tiny(overview="name\nBoligbehov"))

    assert (missing.basis, undated.basis) == (Basis.REQUIRED, Basis.HINT)
    assert missing.confidence is undated.confidence is Confidence.BOTH
    assert missing.grounds[0].citation.startswith("boligsosialloven § 5")


def test_the_evidence_is_the_table_that_was_searched_and_the_rows_without_a_date():
    with in_language("en"):
        (missing,) = findings_of(RULE, tiny(goals="name\nMål"))
        (undated,) = findings_of(RULE, tiny(overview="name\nBoligbehov"))

    assert [evidence.text for evidence in missing.evidence] == ["Oversikt: not filled in."]
    assert [evidence.text for evidence in undated.evidence] == [
        "Boligbehov",
        "Oversikt: 1 row was searched.",
    ]


def test_it_says_that_it_is_not_documented_and_asks():
    with in_language("en"):
        (missing,) = findings_of(RULE, tiny(goals="name\nMål"))
        (undated,) = findings_of(RULE, tiny(overview="name\nBoligbehov"))

    assert missing.observation == (
        "An overview of the need for housing is not documented in the data."
    )
    assert missing.question.startswith("Does the municipality have")
    assert undated.observation == "The date of Boligbehov is not documented in the data."
