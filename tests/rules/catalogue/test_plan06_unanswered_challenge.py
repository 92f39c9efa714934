"""PLAN06: a challenge that no goal or strategy answers."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.plan06_unanswered_challenge import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

CHALLENGES = "id;name\nleie;Utrygg leie\nlos;Bolig ved løslatelse"


def test_a_challenge_without_an_answer_is_found():
    graph = tiny(challenges=CHALLENGES, goals="name;challenges\nFlere eier;leie")

    assert found(RULE, graph) == [Case("los")]
    assert RULE.assess(graph).examined == 2


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


def test_it_is_recommended_and_rests_on_documents():
    with in_language("en"):
        (finding,) = findings_of(
            RULE, tiny(challenges=CHALLENGES, strategies="name;challenges\nVei inn;leie")
        )

    assert finding.basis is Basis.RECOMMENDED
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
