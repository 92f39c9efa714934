"""PLAN05: no overall goals, or no overall strategies, in the municipal plan."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.plan05_kommuneplan_without_goals import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

PLANS = "id;name;kind\nsam;Samfunnsdelen;samfunnsdel\nare;Arealdelen;arealdel\ntema;Tema;temaplan"


def aims(goal: str, strategy: str, plans: str = PLANS) -> Graph:
    """A goal and a strategy, each with the plan it stands in and whether it is an overall one."""
    return tiny(
        plans=plans,
        goals=f"id;name;plan;overall\nmal;Mål;{goal}",
        strategies=f"id;name;plan;overall\nvei;Vei;{strategy}",
    )


@pytest.mark.parametrize(
    ("goal", "strategy"), [("sam;ja", "sam;ja"), ("sam;", "are;"), ("are;ja", "sam;")]
)
def test_a_goal_and_a_strategy_in_either_part_of_the_municipal_plan_are_enough(
    goal: str, strategy: str
):
    """What stands there is an overall one unless it is said not to be."""
    graph = aims(goal, strategy)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize(
    ("goal", "strategy"),
    [
        ("tema;ja", "tema;ja"),
        ("sam;ja", "tema;ja"),
        ("tema;ja", "sam;ja"),
        ("sam;nei", "sam;ja"),
        ("sam;ja", "sam;nei"),
        ("sam;ja", ";ja"),
    ],
)
def test_without_a_goal_or_without_a_strategy_it_is_found(goal: str, strategy: str):
    graph = aims(goal, strategy)

    assert found(RULE, graph) == [Case("0000")]
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize(
    "tables", [{"plans": PLANS}, {"overview": "name\nOversikt"}, {"challenges": "name\nLeie"}]
)
def test_without_any_goal_or_strategy_it_is_found(tables: dict[str, str]):
    assert found(RULE, tiny(**tables)) == [Case("0000")]


def test_nothing_is_examined_while_no_goal_or_strategy_says_in_which_plan_it_stands():
    assessment = RULE.assess(aims(";ja", ";ja"))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


def test_there_is_a_reason_when_nothing_about_plans_is_filled_in():
    assert RULE.assess(tiny(units="name;sector\nBolig;bolig")).reason


def test_it_is_required_by_law_and_rests_on_documents():
    (finding,) = findings_of(RULE, aims("tema;ja", "tema;"))

    assert finding.basis is Basis.REQUIRED
    assert finding.confidence is Confidence.BOTH
    assert {evidence.text for evidence in finding.evidence if not evidence.of_absence} == {
        "Samfunnsdelen",
        "Arealdelen",
        "Mål",
    }


@pytest.mark.parametrize(
    ("goal", "strategy", "sentence"),
    [
        ("sam;ja", "tema;", "has overall goals for the social-housing work, but overall str"),
        ("tema;", "sam;ja", "has overall strategies for the social-housing work, but overall go"),
        ("tema;", "tema;", "goals and strategies in Arealdelen and Samfunnsdelen are not docum"),
        ("tema;ja", "tema;", "1 goal or strategy is marked as an overall one, but does not stand"),
    ],
)
def test_it_says_what_is_there_and_what_is_not(goal: str, strategy: str, sentence: str):
    with in_language("en"):
        (finding,) = findings_of(RULE, aims(goal, strategy))

    assert sentence in finding.observation


def test_it_says_when_no_municipal_plan_is_filled_in():
    with in_language("en"):
        (finding,) = findings_of(RULE, aims("tema;", "tema;", "id;name;kind\ntema;Tema;temaplan"))

    assert finding.observation.endswith("no plan of that kind is filled in.")
