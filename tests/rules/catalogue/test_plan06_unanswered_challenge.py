"""PLAN06: a challenge that no goal or strategy answers."""

from datetime import date

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.plan06_unanswered_challenge import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

ALL_GOALS = {"municipality": "number;all_goals_listed\n0000;ja"}
CHALLENGES = "id;name\nleie;Utrygg leie\nlos;Bolig ved løslatelse"


def test_a_challenge_without_an_answer_is_found_where_somebody_says_that_all_goals_are_there():
    graph = tiny(challenges=CHALLENGES, goals="name;challenges\nFlere eier;leie", **ALL_GOALS)

    assert found(RULE, graph) == [Case("los")]
    assert RULE.assess(graph).examined == 2
    assert found(RULE, tiny(challenges=CHALLENGES, **ALL_GOALS)) == [Case("leie"), Case("los")]


@pytest.mark.parametrize(
    ("goals", "answer"),
    [
        ("name;challenges\nFlere eier;leie", {}),
        ("name;challenges\nFlere eier;leie\nTrygge nabolag;", ALL_GOALS),
    ],
)
def test_nobody_said_is_not_no(goals: str, answer: dict[str, str]):
    """Neither where goals may be left out, nor where one does not say what it answers."""
    graph = tiny(challenges=CHALLENGES, goals=goals, **answer)
    with in_language("en"):
        assessment = RULE.assess(graph)
        assert RULE.question_when_undetermined
        asked = RULE.question_when_undetermined(graph, Case("los"))

    assert (assessment.examined, list(assessment.found)) == (1, [])
    assert list(assessment.undetermined) == [Case("los")]
    assert asked == "Which goal or strategy answers it?"


@pytest.mark.parametrize("table", ["goals", "strategies"])
def test_a_goal_or_a_strategy_is_an_answer(table: str):
    graph = tiny(challenges=CHALLENGES, **{table: 'name;challenges\nAlle bor;"leie;los"'})

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 2


@pytest.mark.parametrize(
    "tables",
    [
        {"goals": "name\nMål"},
        {"challenges": CHALLENGES},
        {"challenges": CHALLENGES, "goals": "name\nMål", "strategies": "name\nVei"},
    ],
)
def test_there_is_a_reason_when_no_challenge_or_no_answer_is_filled_in(tables: dict[str, str]):
    assessment = RULE.assess(tiny(**tables))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


@pytest.mark.parametrize(
    ("as_of", "basis"),
    [(date(2027, 6, 30), Basis.HINT), (date(2027, 7, 1), Basis.RECOMMENDED)],
)
def test_it_is_recommended_after_the_transitional_time(as_of: date, basis: Basis):
    graph = tiny(
        AnalysisOptions(as_of=as_of),
        challenges=CHALLENGES,
        strategies="name;challenges\nVei inn;leie",
        **ALL_GOALS,
    )
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)

    assert finding.basis is basis
    assert finding.transitional_until == (date(2027, 7, 1) if basis is Basis.HINT else None)
    assert ("Transitional time" in finding.ground) is (basis is Basis.HINT)
    assert finding.confidence is Confidence.BOTH
    assert finding.observation == (
        "A goal or strategy that answers the challenge «Bolig ved løslatelse» is not documented in"
        " the data."
    )
    assert [evidence.text for evidence in finding.evidence] == [
        "Bolig ved løslatelse",
        "Mål: not filled in.",
        "Strategier: 1 row was searched.",
    ]


@pytest.mark.parametrize(("adopted", "cases"), [("2026-11-23", 0), ("2026-11-24", 1)])
def test_a_goal_that_stands_only_in_a_plan_that_is_not_adopted_yet_is_no_answer_yet(
    adopted: str, cases: int
):
    graph = tiny(
        challenges="id;name\nleie;Utrygg leie",
        plans=f"id;name;kind;adopted\nk;Samfunnsdelen;samfunnsdel;{adopted}",
        goals="name;plan;challenges\nFlere eier;k;leie",
        **ALL_GOALS,
    )
    with in_language("en"):
        observations = [finding.observation for finding in findings_of(RULE, graph)]

    assert len(observations) == cases
    assert all(
        "«Samfunnsdelen», which is not adopted yet (2026-11-24)." in text for text in observations
    )


ENDED = {
    "past its last day": (
        "k;Boligplan;temaplan;;2026-11-22",
        "«Flere eier» stands in «Boligplan», which applied until 2026-11-22.",
    ),
    "replaced": (
        "k;Boligdel;samfunnsdel;2018-01-02;2030\nny;Ny;samfunnsdel;2025-01-02;",
        "«Flere eier» stands in «Boligdel», which is replaced by «Ny» (adopted 2025-01-02).",
    ),
}


@pytest.mark.parametrize(("plans", "sentence"), ENDED.values(), ids=ENDED)
def test_a_goal_that_stands_only_in_a_plan_that_has_ended_is_no_answer(plans: str, sentence: str):
    graph = tiny(
        challenges="id;name\nleie;Utrygg leie",
        plans=f"id;name;kind;adopted;valid_to\n{plans}",
        goals="name;plan;challenges\nFlere eier;k;leie",
        **ALL_GOALS,
    )
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)

    assert finding.observation.endswith(sentence)


@pytest.mark.parametrize(
    "plans",
    [
        "k;Boligplan;temaplan;;2026-11-23",
        "k;Boligdel;samfunnsdel;2009-01-02;2020",  # a municipal plan counts until it is replaced
        "k;Boligdel;samfunnsdel;2018-01-02;\nny;Ny;samfunnsdel;2027-01-02;",
        "k;Boligdel;samfunnsdel;2018-01-02;\nny;Ny;arealdel;2025-01-02;",
    ],
)
def test_a_goal_of_a_plan_that_counts_is_an_answer(plans: str):
    graph = tiny(
        challenges="id;name\nleie;Utrygg leie",
        plans=f"id;name;kind;adopted;valid_to\n{plans}",
        goals="name;plan;challenges\nFlere eier;k;leie",
        **ALL_GOALS,
    )

    assert (RULE.assess(graph).examined, found(RULE, graph)) == (1, [])


def test_an_answer_in_one_of_two_plans_of_which_one_has_no_day_is_asked_about():
    graph = tiny(
        challenges="id;name\nleie;Utrygg leie",
        plans="id;name;kind;adopted\nk;Boligdel;samfunnsdel;2018-01-02\nny;Ny;samfunnsdel;",
        goals="name;plan;challenges\nFlere eier;k;leie",
        **ALL_GOALS,
    )
    assessment = RULE.assess(graph)
    with in_language("en"):
        assert RULE.question_when_undetermined
        asked = RULE.question_when_undetermined(graph, Case("leie"))

    assert (assessment.examined, list(assessment.undetermined)) == (0, [Case("leie")])
    assert assessment.reason
    assert asked == "When was «Ny» adopted?"
