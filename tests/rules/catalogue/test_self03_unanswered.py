"""SELF03: a factor that nobody has answered."""

from samordning_graph.rules.catalogue.self03_unanswered import RULE
from samordning_graph.rules.rule import Case
from tests.graph.test_self_assessment import with_answers
from tests.helpers.tiny import findings_of, found


def test_the_rest_of_a_group_that_is_begun_is_found():
    graph = with_answers("Kompetanse;ja;b", "Brukermedvirkning;nei;h")

    assert RULE.assess(graph).examined == 6
    assert Case("overordnet-strategi") in found(RULE, graph)
    assert len(found(RULE, graph)) == 4


def test_own_factors_and_no_answers_are_nothing_to_assess():
    assert RULE.assess(with_answers("Vi feirer sammen;ja;b")).examined == 0
    assert RULE.assess(with_answers()).examined == 0


def test_it_asks_the_question_that_was_not_answered():
    finding = findings_of(RULE, with_answers("Kompetanse;ja;b"))[0]

    assert finding.question.endswith("?")
    assert finding.evidence
