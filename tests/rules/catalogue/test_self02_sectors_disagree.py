"""SELF02: two sectors that answer differently about the same factor."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.rules.catalogue.self02_sectors_disagree import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.graph.test_self_assessment import with_answers
from tests.helpers.tiny import findings_of, found, tiny


@pytest.mark.parametrize(
    ("first", "second", "is_found"),
    [("ja", "nei", True), ("ja", "delvis", False), ("5", "2", True), ("4", "2", False)],
)
def test_one_sector_says_yes_and_another_no(first: str, second: str, is_found: bool):
    graph = with_answers(*[f"Ledelse;{first};b"] * 3, *[f"Ledelse;{second};h"] * 3)

    assert found(RULE, graph) == [Case("ledelse")] * is_found
    assert RULE.assess(graph).examined == 1


def test_one_sector_alone_cannot_disagree_and_is_not_assessed():
    assessment = RULE.assess(with_answers(*["Ledelse;ja;b"] * 3, *["Ledelse;nei;"] * 3))

    assert (assessment.examined, list(assessment.undetermined)) == (0, [Case("ledelse")])
    assert assessment.reason


def test_a_sector_with_two_answers_is_not_said_to_disagree():
    graph = with_answers(*["Ledelse;ja;b"] * 3, *["Ledelse;nei;h"] * 2)

    assert list(RULE.assess(graph).undetermined) == [Case("ledelse")]


def test_a_sector_that_would_give_another_away_does_not_count():
    answers = [*["Ledelse;ja;b"] * 3, *["Ledelse;nei;h"] * 4]

    assert found(RULE, with_answers(*answers)) == [Case("ledelse")]
    assert list(RULE.assess(with_answers(*answers, "Ledelse;nei;p")).undetermined) == [
        Case("ledelse")
    ]


def test_it_names_whose_answers_are_nearest_to_yes_first():
    (finding,) = findings_of(RULE, with_answers(*["Ledelse;nei;b"] * 3, *["Ledelse;ja;h"] * 3))

    assert finding.observation.index("Helse (3") < finding.observation.index("Bolig (3")
    assert finding.confidence is Confidence.BOTH


def test_all_sectors_at_an_end_are_named():
    graph = tiny(
        units="id;name;sector\nb;Bolig;bolig\nh;Helse;helse\np;Eiendom;eiendom",
        self_assessment="factor;answer;respondent"
        + "\nLedelse;nei;b\nLedelse;nei;p\nLedelse;ja;h" * 3,
    )
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)
    _yes, no = finding.observation.split(" than those of ")

    assert "Housing" in no
    assert "Property" in no
