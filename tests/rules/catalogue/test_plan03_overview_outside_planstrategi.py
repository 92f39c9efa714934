"""PLAN03: no overview that is a basis for the planning strategy."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.plan03_overview_outside_planstrategi import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

PLANS = "id;name;kind;valid_to\nps;Planstrategi;planstrategi;\ntp;Temaplan;temaplan;"


def test_an_overview_that_informs_no_planning_strategy_is_found():
    graph = tiny(overview="name;plans\nBoligbehov;tp", plans=PLANS)

    assert found(RULE, graph) == [Case("0000")]
    assert RULE.assess(graph).examined == 1


def test_one_overview_that_informs_it_is_enough():
    graph = tiny(overview="name;plans\nBoligbehov;\nNy;ps", plans=PLANS)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize(
    "tables",
    [
        {"plans": PLANS},
        {"overview": "name\nBoligbehov"},
        {"overview": "name;plans\nBoligbehov;tp", "plans": PLANS.replace("ps;", "xx;", 1)},
        {"goals": "name\nMål"},
    ],
)
def test_a_missing_overview_or_planning_strategy_is_found_too(tables: dict[str, str]):
    assert found(RULE, tiny(**tables)) == [Case("0000")]


def test_a_planning_strategy_holds_until_it_is_replaced():
    plans = PLANS.replace("planstrategi;\n", "planstrategi;2023\n")

    assert found(RULE, tiny(overview="name;plans\nBoligbehov;ps", plans=plans)) == []


def test_there_is_a_reason_when_nothing_about_plans_is_filled_in():
    assessment = RULE.assess(tiny(units="name;sector\nBolig;bolig"))

    assert assessment.examined == 0
    assert assessment.reason


def test_it_is_required_by_law_and_rests_on_documents():
    (finding,) = findings_of(RULE, tiny(overview="name;plans\nBoligbehov;tp", plans=PLANS))

    assert finding.basis is Basis.REQUIRED
    assert finding.confidence is Confidence.BOTH
    assert {evidence.place.file for evidence in finding.evidence} == {"overview.csv", "plans.csv"}


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        ({"plans": PLANS}, "no overview is filled in"),
        ({"overview": "name\nBoligbehov"}, "no plan of that kind is filled in"),
        (
            {"overview": "name;plans\nBoligbehov;tp", "plans": PLANS},
            "that Planstrategi rests on Boligbehov. In the data, Boligbehov is a basis for Temaplan",
        ),
    ],
)
def test_it_says_which_of_the_two_is_not_documented(tables: dict[str, str], sentence: str):
    with in_language("en"):
        (finding,) = findings_of(RULE, tiny(**tables))

    assert sentence in finding.observation
