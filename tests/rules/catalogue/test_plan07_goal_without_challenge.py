"""PLAN07: a goal or strategy that answers no challenge."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.plan07_goal_without_challenge import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

ALL_GOALS = "number;all_goals_listed\n0000;ja"
CHALLENGES = "id;name\nleie;Utrygg leie"


def test_goals_and_strategies_without_a_challenge_are_found():
    graph = tiny(
        challenges=CHALLENGES,
        goals="id;name;overall;challenges\nmed;Flere eier;;leie\nuten;Trygge nabolag;ja;",
        strategies="id;name;overall;challenges\na-vei;Vei inn;ja;",
        municipality=ALL_GOALS,
    )

    assert found(RULE, graph) == [Case("a-vei"), Case("uten")]
    assert RULE.assess(graph).examined == 3


def test_goals_above_and_below_one_that_answers_share_its_challenge_and_siblings_do_not():
    graph = tiny(
        challenges=CHALLENGES,
        goals="id;name;overall;parent;challenges\ntopp;Topp;ja;;\nmidt;Midt;ja;topp;leie\n"
        "bunn;Bunn;ja;midt;\nside;Side;ja;topp;",
        municipality=ALL_GOALS,
    )

    assert found(RULE, graph) == [Case("side")]
    assert RULE.assess(graph).examined == 4


def test_an_empty_cell_is_asked_about_while_nobody_says_that_all_goals_are_there():
    graph = tiny(
        challenges=CHALLENGES,
        goals="id;name;overall;challenges\nmed;A;ja;leie\nuten;Trygge nabolag;ja;",
    )
    with in_language("en"):
        assert RULE.question_when_undetermined
        asked = RULE.question_when_undetermined(graph, Case("uten"))

    assert (RULE.assess(graph).examined, found(RULE, graph)) == (1, [])
    assert list(RULE.assess(graph).undetermined) == [Case("uten")]
    assert asked == "Which need in the overview is it for?"


@pytest.mark.parametrize(
    "tables",
    [
        {"challenges": CHALLENGES},
        {"goals": "name\nMål"},
        {"challenges": CHALLENGES, "goals": "name\nMål", "strategies": "name\nVei"},
    ],
)
def test_there_is_a_reason_when_no_goal_challenge_or_answer_is_filled_in(tables: dict[str, str]):
    assessment = RULE.assess(tiny(**tables))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


def test_it_is_a_hint_and_rests_on_documents():
    graph = tiny(
        challenges=CHALLENGES,
        goals="id;name;overall;challenges\nmed;A;;leie\nuten;Trygge nabolag;ja;",
        municipality=ALL_GOALS,
    )
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)

    assert finding.basis is Basis.HINT
    assert finding.confidence is Confidence.BOTH
    assert finding.observation == (
        "It is not documented in the data which challenge «Trygge nabolag» is meant to meet."
    )
    assert [evidence.text for evidence in finding.evidence] == [
        "Trygge nabolag",
        "Utfordringer: 1 row was searched.",
    ]


@pytest.mark.parametrize(
    ("overall", "found_", "unknown"),
    [("ja", ["uten"], []), ("", [], ["uten"]), ("nei", [], [])],
)
def test_only_an_overall_goal_needs_a_challenge(
    overall: str, found_: list[str], unknown: list[str]
):
    """The law speaks of overall goals; where nobody has said, it is asked about."""
    graph = tiny(
        challenges=CHALLENGES,
        goals=f"id;name;overall;challenges\nmed;A;ja;leie\nuten;Flere ramper;{overall};",
        municipality=ALL_GOALS,
    )
    assessment = RULE.assess(graph)
    with in_language("en"):
        assert RULE.question_when_undetermined
        asked = RULE.question_when_undetermined(graph, Case("uten"))

    assert [case.subject for case in assessment.found] == found_
    assert [case.subject for case in assessment.undetermined] == unknown
    assert assessment.examined == 1 + len(found_)
    assert asked.startswith("Is it an overall one") is (not overall)


@pytest.mark.parametrize(("adopted", "cases"), [("2026-11-23", 1), ("2026-11-24", 0)])
def test_a_goal_that_stands_only_in_a_plan_that_is_not_adopted_yet_is_left_out(
    adopted: str, cases: int
):
    graph = tiny(
        challenges=CHALLENGES,
        plans=f"id;name;kind;adopted\nk;Samfunnsdelen;samfunnsdel;{adopted}",
        goals="id;name;overall;plan;challenges\nmed;A;ja;;leie\nuten;Trygge nabolag;ja;k;",
        municipality=ALL_GOALS,
    )

    assert len(found(RULE, graph)) == cases
    assert RULE.assess(graph).examined == 1 + cases


def planned(plans: str, goals: str) -> Graph:
    return tiny(
        challenges=CHALLENGES,
        plans=f"id;name;kind;adopted;valid_to\n{plans}",
        goals=f"id;name;overall;plan;challenges\n{goals}",
        municipality=ALL_GOALS,
    )


def test_one_of_a_plan_that_has_ended_is_left_out_and_named():
    ended = planned("t;Boligplan;temaplan;2010;2013", "g;Gammelt;ja;t;\nny;Nytt;ja;;leie")
    alone = planned("t;Boligplan;temaplan;2010;2013", "g;Gammelt;ja;t;leie")
    with in_language("en"):
        reason = RULE.assess(alone).reason

    assert (RULE.assess(ended).examined, found(RULE, ended)) == (1, [])
    assert reason.endswith("«Gammelt» stands in «Boligplan», which applied until 2013-12-31.")


@pytest.mark.parametrize(
    ("goals", "unknown"),
    [
        ("g;Gammelt;ja;k;\nny;Nytt;ja;;leie", ["g"]),
        ("g;Gammelt;ja;k;leie\nny;Nytt;ja;;leie", []),
    ],
)
def test_one_of_a_plan_that_may_be_replaced_is_not_found(goals: str, unknown: list[str]):
    graph = planned("k;Boligdel;samfunnsdel;2018-01-02;\nny2;Ny;samfunnsdel;;", goals)
    assessment = RULE.assess(graph)

    assert (assessment.examined, found(RULE, graph)) == (1, [])
    assert list(assessment.undetermined) == [Case(goal) for goal in unknown]
