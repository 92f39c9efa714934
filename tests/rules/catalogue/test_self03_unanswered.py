"""SELF03: factors that nobody has answered."""

from samordning_graph.common.locale import in_language
from samordning_graph.rules.catalogue.self03_unanswered import RULE
from samordning_graph.rules.rule import Case
from tests.graph.test_self_assessment import with_answers
from tests.helpers.tiny import findings_of, found

OF_SUCCESS = (
    "Forankring og eierskap",
    "Overordnet strategi",
    "Organisering og samordning",
    "Økonomiske ressurser",
    "Kompetanse",
    "Brukermedvirkning",
)


def test_the_rest_of_a_group_that_is_begun_is_one_finding():
    graph = with_answers("Kompetanse;ja;b", "Brukermedvirkning;nei;h")
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)

    assert found(RULE, graph) == [Case("0000")]
    assert finding.observation.startswith("4 of 6 factors have no answer: «Anchoring and")
    assert finding.question.endswith("?")
    assert finding.evidence


def test_of_many_the_first_are_named_and_the_rest_counted():
    with in_language("en"):
        (finding,) = findings_of(RULE, with_answers("Ledelse;ja;b", "Kultur;ja;b"))

    assert finding.observation.startswith("22 of 24")
    assert "and 18 more" in finding.observation


def test_nothing_is_found_where_a_group_is_answered_in_full():
    graph = with_answers(*(f"{factor};ja;b" for factor in OF_SUCCESS))

    assert (RULE.assess(graph).examined, found(RULE, graph)) == (1, [])


def test_own_factors_and_no_answers_are_nothing_to_assess():
    assert RULE.assess(with_answers("Vi feirer sammen;ja;b")).examined == 0
    assert RULE.assess(with_answers()).examined == 0
