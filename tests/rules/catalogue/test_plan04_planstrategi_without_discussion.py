"""PLAN04: a planning strategy that does not discuss social-housing work."""

from datetime import date

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.plan04_planstrategi_without_discussion import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny


def plans(*rows: str, options: AnalysisOptions | None = None) -> Graph:
    """Each row with the day of adoption last; the council sits from October 2023."""
    header = "id;name;kind;discusses_social_housing;adopted"
    return tiny(options, plans="\n".join([header, *rows]))


def test_a_planning_strategy_said_not_to_discuss_it_is_found():
    graph = plans("a;Gammel;planstrategi;nei;2024-09-19", "b;Ny;planstrategi;ja;2025-09-19")

    assert found(RULE, graph) == [Case("a")]
    assert RULE.assess(graph).examined == 2


def test_an_empty_cell_is_unknown_and_not_absent():
    assessment = RULE.assess(plans("a;Planstrategi;planstrategi;;2024-09-19"))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        [Case("a")],
    )
    assert assessment.reason


def test_other_plans_are_not_looked_at():
    assessment = RULE.assess(plans("a;Temaplan;temaplan;nei;2024-09-19"))

    assert assessment.examined == 0
    assert assessment.reason


@pytest.mark.parametrize(("as_of", "cases"), [(date(2027, 10, 30), 1), (date(2027, 10, 31), 0)])
def test_one_of_an_earlier_council_is_left_out(as_of: date, cases: int):
    graph = plans("a;Strategi;planstrategi;nei;2024-09-19", options=AnalysisOptions(as_of=as_of))
    with in_language("en"):
        assessment = RULE.assess(graph)

    assert len(found(RULE, graph)) == assessment.examined == cases
    assert ("is from the previous council period" in assessment.reason) is (cases == 0)


@pytest.mark.parametrize("adopted", ["", "2023"])
def test_one_whose_council_cannot_be_told_is_not_assessed(adopted: str):
    graph = plans(f"a;Planstrategi;planstrategi;nei;{adopted}")
    with in_language("en"):
        assert RULE.question_when_undetermined
        asked = RULE.question_when_undetermined(graph, Case("a"))

    assert (RULE.assess(graph).examined, list(RULE.assess(graph).undetermined)) == (0, [Case("a")])
    assert asked == "When was it adopted?"


@pytest.mark.parametrize(
    ("as_of", "adopted"),
    [(date(2026, 11, 30), "2023-10-10"), (date(2027, 10, 20), "2027-10-10")],
)
def test_one_that_either_council_may_have_adopted_is_not_assessed(as_of: date, adopted: str):
    options = AnalysisOptions(as_of=as_of)
    graph = plans(f"a;Planstrategi;planstrategi;nei;{adopted}", options=options)
    with in_language("en"):
        assert RULE.question_when_undetermined
        asked = RULE.question_when_undetermined(graph, Case("a"))

    assert (RULE.assess(graph).examined, list(RULE.assess(graph).undetermined)) == (0, [Case("a")])
    assert asked == "Which council adopted it?"


def test_it_is_a_hint_since_the_law_says_should():
    with in_language("en"):
        (finding,) = findings_of(RULE, plans("a;Planstrategi 2024;planstrategi;nei;2024-09-19"))

    assert finding.basis is Basis.HINT
    assert finding.confidence is Confidence.BOTH
    assert finding.observation == (
        "According to the data, «Planstrategi 2024» does not discuss the municipality's"
        " social-housing work."
    )
    assert "«bør»" in finding.ground
    assert [evidence.text for evidence in finding.evidence] == ["Planstrategi 2024"]


def test_it_asks_about_an_empty_cell():
    with in_language("en"):
        asked = RULE.question_when_undetermined and RULE.question_when_undetermined(
            plans("a;Planstrategi;planstrategi;;2024-09-19"), Case("a")
        )

    assert asked == "Does it discuss the municipality's social-housing work?"


@pytest.mark.parametrize(("as_of", "cases"), [(date(2024, 9, 18), 0), (date(2024, 9, 19), 1)])
def test_one_that_is_not_adopted_yet_is_not_looked_at(as_of: date, cases: int):
    graph = plans("a;Strategi;planstrategi;nei;2024-09-19", options=AnalysisOptions(as_of=as_of))
    with in_language("en"):
        assessment = RULE.assess(graph)

    assert len(found(RULE, graph)) == assessment.examined == cases
    assert list(assessment.undetermined) == []
    assert ("«Strategi» is not adopted yet" in assessment.reason) is not cases


def test_another_of_the_same_period_that_does_is_named():
    graph = tiny(
        plans="id;name;kind;adopted;discusses_social_housing\na;Strategien;planstrategi;2024-03-01;ja\n"
        "b;Rullert;planstrategi;2025-06-01;nei\nc;Forrige;planstrategi;2020-03-01;ja"
    )
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)

    assert finding.identity.subject == "b"
    assert finding.observation.endswith("«Strategien», of the same council period, does.")
