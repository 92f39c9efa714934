"""SELF01: a factor where most of the answers are no."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.self01_mostly_no import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.graph.test_self_assessment import with_answers
from tests.helpers.tiny import findings_of, found


@pytest.mark.parametrize(
    ("answers", "is_found"),
    [
        (("nei",), True),
        (("ja",), False),
        (("nei", "ja"), False),
        (("nei", "nei", "ja"), True),
        (("2", "1", "5"), True),
        (("3", "delvis", "nei"), False),
    ],
)
def test_more_than_half_of_the_answers_say_no(answers, is_found: bool):
    graph = with_answers(*(f"Ledelse;{answer};b" for answer in answers))

    assert found(RULE, graph) == [Case("ledelse")] * is_found
    assert RULE.assess(graph).examined == 1


def test_without_answers_nothing_is_assessed():
    assert RULE.assess(with_answers()).examined == 0


def test_it_tells_how_many_and_who():
    with in_language("en"):
        (finding,) = findings_of(
            RULE, with_answers("Ledelse;nei;b", "Ledelse;nei;h", "Ledelse;ja;")
        )

    assert "2 of 3" in finding.observation
    assert finding.basis is Basis.HINT
    assert finding.confidence is Confidence.ONE
    assert [evidence.text.partition(":")[0] for evidence in finding.evidence][:2] == [
        "Bolig",
        "Helse",
    ]
