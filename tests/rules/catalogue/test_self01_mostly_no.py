"""SELF01: a factor where most of the answers are no."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.self01_mostly_no import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.graph.test_self_assessment import with_answers
from tests.helpers.tiny import TODAY, findings_of, found


@pytest.mark.parametrize(
    ("answers", "is_found"),
    [
        (("nei", "nei", "ja"), True),
        (("nei", "ja", "ja"), False),
        (("nei", "nei", "ja", "ja"), False),
        (("2", "1", "5"), True),
        (("3", "delvis", "nei"), False),
    ],
)
def test_more_than_half_of_the_answers_say_no(answers, is_found: bool):
    graph = with_answers(*(f"Ledelse;{answer};b" for answer in answers))

    assert found(RULE, graph) == [Case("ledelse")] * is_found
    assert RULE.assess(graph).examined == 1


def test_fewer_than_three_answers_are_too_few():
    assessment = RULE.assess(with_answers("Ledelse;nei;b", "Ledelse;nei;h"))

    assert (assessment.examined, list(assessment.undetermined)) == (0, [Case("ledelse")])
    assert assessment.reason


def test_without_answers_nothing_is_assessed():
    assert RULE.assess(with_answers()).examined == 0


def test_it_tells_how_many_and_never_who():
    with in_language("en"):
        (finding,) = findings_of(
            RULE, with_answers("Ledelse;nei;b", "Ledelse;nei;h", "Ledelse;ja;")
        )

    assert "2 of 3" in finding.observation
    assert finding.basis is Basis.HINT
    assert finding.confidence is Confidence.ONE
    assert [(row.place.row, row.text) for row in finding.evidence] == [
        (2, "no"),
        (3, "no"),
        (4, "yes"),
    ]


def test_of_anonymous_answers_not_even_the_rows_are_told():
    answers = [f"Ledelse;nei;b;Sagt av {name}" for name in ("A", "B", "C")]
    options = AnalysisOptions(as_of=TODAY, anonymous=True)
    graph = with_answers(*answers, options=options, columns="factor;answer;respondent;comment")
    (finding,) = findings_of(RULE, graph)
    (answers_told,) = finding.evidence

    assert (answers_told.place.row, answers_told.comment) == (0, "")
    assert "3" in answers_told.text
