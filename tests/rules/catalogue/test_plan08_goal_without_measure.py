"""PLAN08: a goal without a measure, or a measure outside the budget."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.plan08_goal_without_measure import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

GOALS = "id;name;parent\nmed;Flere eier;\nuten;Trygge nabolag;"
PLANS = "id;name;kind\nokonomi;Økonomiplan;okonomiplan\ntema;Temaplan;temaplan"


def measures(*rows: str, goals: str = GOALS, **more: str) -> Graph:
    header = "id;name;realises;budgeted;plan"
    return tiny(goals=goals, plans=PLANS, measures="\n".join([header, *rows]), **more)


def test_a_goal_that_no_measure_realises_is_found():
    graph = measures("lan;Startlån;med;ja;")

    assert found(RULE, graph) == [Case("uten")]
    assert RULE.assess(graph).examined == 3


def test_a_measure_serves_the_goals_above_and_not_those_below():
    goals = "id;name;parent\ntopp;Topp;\nmidt;Midt;topp\nbunn;Bunn;midt"

    assert found(RULE, measures("lan;Startlån;midt;ja;", goals=goals)) == [Case("bunn")]


@pytest.mark.parametrize("cells", ["nei;", "nei;tema"])
def test_a_measure_said_to_be_in_no_budget_is_found(cells: str):
    graph = measures(f'lan;Startlån;"med;uten";{cells}')

    assert found(RULE, graph) == [Case("lan")]
    assert RULE.assess(graph).examined == 3


@pytest.mark.parametrize("days", ["2010-01-01;2013-12-31", "2099-01-01;"])
def test_a_measure_of_a_plan_that_has_ended_or_is_ahead_is_left_out(days: str):
    assessment = RULE.assess(
        tiny(
            goals=GOALS,
            plans=f"id;name;kind;adopted;valid_to\ntema;Temaplan;temaplan;{days}",
            measures='id;name;realises;budgeted;plan\nlan;Startlån;"med;uten";nei;tema\nny;Ny;med;ja;',
        )
    )

    assert list(assessment.found) == []
    assert assessment.examined == 3


@pytest.mark.parametrize("cells", ["ja;", "ja;tema", ";okonomi", "nei;okonomi"])
def test_a_measure_in_the_budget_or_in_an_okonomiplan_is_not_found(cells: str):
    graph = measures(f'lan;Startlån;"med;uten";{cells}')

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 3


@pytest.mark.parametrize("cells", [";", ";tema"])
def test_an_empty_cell_is_unknown_and_not_absent(cells: str):
    assessment = RULE.assess(measures(f'lan;Startlån;"med;uten";{cells}'))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        2,
        [],
        [Case("lan")],
    )


def test_goals_are_not_assessed_while_no_measure_says_which_goal_it_realises():
    """A measure that realises a strategy does not show that the goals' measures are filled in."""
    assessment = RULE.assess(measures("lan;Startlån;vei;nei;", strategies="id;name\nvei;Vei inn"))

    assert list(assessment.found) == [Case("lan")]
    assert list(assessment.undetermined) == [Case("med"), Case("uten")]
    assert assessment.examined == 1


def test_goals_are_asked_about_while_a_measure_does_not_say_what_it_realises():
    assessment = RULE.assess(measures("lan;Startlån;med;ja;", "tom;Boliger;;ja;"))

    assert list(assessment.found) == []
    assert list(assessment.undetermined) == [Case("uten")]
    assert assessment.examined == 3


@pytest.mark.parametrize("rows", [[], ["lan;Startlån;;;"]])
def test_there_is_a_reason_when_measures_say_nothing(rows: list[str]):
    assessment = RULE.assess(measures(*rows))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


def test_it_is_a_hint_about_the_goal_or_about_the_measure():
    with in_language("en"):
        measure, goal = findings_of(RULE, measures("lan;Startlån;med;nei;"))

    assert {finding.basis for finding in (goal, measure)} == {Basis.HINT}
    assert {finding.confidence for finding in (goal, measure)} == {Confidence.BOTH}
    assert goal.observation == (
        "A measure that realises the goal «Trygge nabolag» is not documented in the data."
    )
    assert measure.observation == (
        "According to the data, the measure «Startlån» is not in the budget."
    )
    assert [evidence.text for evidence in goal.evidence] == [
        "Trygge nabolag",
        "Tiltak: 1 row was searched.",
    ]


def test_the_law_is_not_its_ground_since_it_speaks_of_no_measures():
    (finding,) = findings_of(RULE, measures("lan;Startlån;med;ja;"))

    assert [ground.citation for ground in finding.grounds] == [""]


def test_it_asks_about_what_is_unknown():
    graph = measures("lan;Startlån;;;")
    with in_language("en"):
        asked = [
            RULE.question_when_undetermined(graph, Case(subject))
            for subject in ("lan", "med")
            if RULE.question_when_undetermined
        ]

    assert asked == ["Is it in the budget?", "Which measure realises it?"]


@pytest.mark.parametrize(("adopted", "cases"), [("2026-11-23", 1), ("", 1), ("2026-11-24", 0)])
def test_a_goal_that_stands_only_in_a_plan_that_is_not_adopted_yet_is_left_out(
    adopted: str, cases: int
):
    graph = tiny(
        plans=f"id;name;kind;adopted\nk;Boligplan;temaplan;{adopted}",
        goals="id;name;plan\nmed;Flere eier;\nuten;Trygge nabolag;k",
        measures="id;name;realises;budgeted\nlan;Startlån;med;ja",
    )

    assert found(RULE, graph) == [Case("uten")] * cases
    assert RULE.assess(graph).examined == 2 + cases


def test_a_measure_serves_the_goals_above_one_that_does_not_count_yet():
    graph = tiny(
        plans="id;name;kind;adopted\nk;Boligplan;temaplan;2026-11-24",
        goals="id;name;plan;parent\ntopp;Alle bor trygt;;\nny;Flere eier;k;topp",
        measures="id;name;realises;budgeted\nlan;Startlån;ny;ja",
    )

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 2
