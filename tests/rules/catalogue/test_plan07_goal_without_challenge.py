"""PLAN07: a goal or strategy that answers no challenge."""

import pytest

from samordning_graph.common.locale import in_language
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
        goals="id;name;challenges\nmed;Flere eier;leie\nuten;Trygge nabolag;",
        strategies="id;name;challenges\na-vei;Vei inn;",
        municipality=ALL_GOALS,
    )

    assert found(RULE, graph) == [Case("a-vei"), Case("uten")]
    assert RULE.assess(graph).examined == 3


def test_goals_above_and_below_one_that_answers_share_its_challenge_and_siblings_do_not():
    graph = tiny(
        challenges=CHALLENGES,
        goals="id;name;parent;challenges\ntopp;Topp;;\nmidt;Midt;topp;leie\nbunn;Bunn;midt;\n"
        "side;Side;topp;",
        municipality=ALL_GOALS,
    )

    assert found(RULE, graph) == [Case("side")]
    assert RULE.assess(graph).examined == 4


def test_an_empty_cell_is_asked_about_while_nobody_says_that_all_goals_are_there():
    graph = tiny(
        challenges=CHALLENGES, goals="id;name;challenges\nmed;A;leie\nuten;Trygge nabolag;"
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
        goals="id;name;challenges\nmed;A;leie\nuten;Trygge nabolag;",
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
