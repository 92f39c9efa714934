"""PLAN01: no overview of housing needs, an older one, or one without a date."""

from datetime import date

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.plan01_missing_overview import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

NONE = "number;name;has_overview\n0301;Oslo;nei"


def test_a_municipality_said_to_have_no_overview_is_found():
    graph = tiny(municipality=NONE)

    assert found(RULE, graph) == [Case("0301")]
    assert RULE.assess(graph).examined == 1


def test_one_overview_with_a_date_of_the_last_four_years_is_enough():
    graph = tiny(overview="name;date\nOversikt;2025-11-15\nUdatert;\nGammel;2009")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


def test_an_overview_without_a_date_is_found_once():
    assert found(RULE, tiny(overview="name\nOversikt\nEn til")) == [Case("0000")]


@pytest.mark.parametrize(
    ("day", "as_of", "is_older"),
    [
        ("2022-11-23", TODAY, False),
        ("2022-11-22", TODAY, True),
        ("2022", TODAY, False),  # of a year it may be any day
        ("2021", TODAY, True),
        ("2022-11-23", date(2026, 11, 24), True),
    ],
)
def test_an_overview_is_older_after_four_years(day: str, as_of: date, is_older: bool):
    graph = tiny(AnalysisOptions(as_of=as_of), overview=f"name;date\nOversikt;{day}")

    assert bool(found(RULE, graph)) is is_older


@pytest.mark.parametrize(
    ("tables", "reason", "question"),
    [
        ({"goals": "name\nMål"}, "is not stated", "Does the municipality have an overview"),
        (
            {"goals": "name\nMål", "municipality": NONE.replace("nei", "ja")},
            "said to have an overview; it is not filled in.",
            "What is it called",
        ),
    ],
)
def test_nobody_said_is_not_no(tables: dict[str, str], reason: str, question: str):
    graph = tiny(**tables)
    with in_language("en"):
        assessment = RULE.assess(graph)
        (case,) = assessment.undetermined
        assert RULE.question_when_undetermined
        asked = RULE.question_when_undetermined(graph, case)

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert reason in assessment.reason
    assert question in asked


def test_who_has_just_begun_gets_a_reason_and_no_question():
    assessment = RULE.assess(tiny(units="name;sector\nBolig;bolig"))

    assert (assessment.examined, [*assessment.found, *assessment.undetermined]) == (0, [])
    assert assessment.reason


def test_only_that_there_is_none_is_required_by_law():
    """The law asks for no date and no age: the overview is there."""
    (missing,) = findings_of(RULE, tiny(municipality=NONE))
    (undated,) = findings_of(RULE, tiny(overview="name\nBoligbehov"))
    (older,) = findings_of(RULE, tiny(overview="name;date\nBoligbehov;2009"))

    assert (missing.basis, undated.basis, older.basis) == (Basis.REQUIRED, Basis.HINT, Basis.HINT)
    assert missing.confidence is undated.confidence is Confidence.BOTH
    assert missing.grounds[0].citation.startswith("boligsosialloven § 5")
    assert missing.transitional_until is None


def test_the_evidence_is_who_said_so_the_table_that_was_searched_and_its_rows():
    with in_language("en"):
        (missing,) = findings_of(RULE, tiny(municipality=NONE))
        (undated,) = findings_of(RULE, tiny(overview="name\nBoligbehov"))

    assert [evidence.text for evidence in missing.evidence] == ["Oslo", "Oversikt: not filled in."]
    assert [evidence.text for evidence in undated.evidence] == [
        "Boligbehov",
        "Oversikt: 1 row was searched.",
    ]


def test_it_says_what_is_known_with_dates():
    with in_language("en"):
        (missing,) = findings_of(RULE, tiny(municipality=NONE))
        (undated,) = findings_of(RULE, tiny(overview="name\nBoligbehov"))
        (older,) = findings_of(RULE, tiny(overview="name;date\nA;2009\nB;2012-03-01"))

    assert missing.observation.startswith(
        "An overview of the need for housing is not documented in the data: the municipality"
    )
    assert undated.observation == "The date of «Boligbehov» is not documented in the data."
    assert older.observation == (
        "Older overview: «A» is from 2009, more than four years before 2026-11-23."
        " Older overview: «B» is from 2012-03-01, more than four years before 2026-11-23."
    )
    assert older.question == "Does «B» from 2012-03-01 still show the need of today?"
    assert "own definition" in older.ground


@pytest.mark.parametrize("answer", ["", "ja", "nei"])
def test_an_overview_that_is_not_made_yet_does_not_count(answer: str):
    graph = tiny(
        municipality=f"number;has_overview\n0000;{answer}",
        overview="name;date\nSom kommer;2026-11-24",
    )
    with in_language("en"):
        assessment = RULE.assess(graph)

    assert found(RULE, graph) == [Case("0000")] * (answer == "nei")
    assert list(assessment.undetermined) == [Case("0000")] * (answer != "nei")
    if answer != "nei":
        assert assessment.reason == "«Som kommer» is not made yet (2026-11-24)."


def test_an_overview_that_is_not_made_yet_does_not_make_an_older_one_recent():
    graph = tiny(overview="name;date\nGammel;2009\nSom kommer;2027")

    assert found(RULE, graph) == [Case("0000")]
    assert (
        found(RULE, tiny(AnalysisOptions(as_of=date(2027, 1, 1)), overview="name;date\nA;2027"))
        == []
    )
