"""What the rules about the self-assessment share."""

from collections.abc import Callable

from samordning_graph.common.locale import _, ngettext
from samordning_graph.graph.graph import Graph, model_of, options_of
from samordning_graph.graph.self_assessment import FactorAnswers, answers_by_factor
from samordning_graph.rules.finding import Confidence, Evidence
from samordning_graph.rules.finding_text import evidence_of_row
from samordning_graph.rules.rule import Assessment, Case, nothing_to_assess
from samordning_graph.schema.tables import SelfAssessment


def assess_factors(
    graph: Graph,
    found: Callable[[FactorAnswers], bool],
    can_tell: Callable[[FactorAnswers], bool],
    reason: str,
) -> Assessment:
    """Assess the factors that have answers; those that cannot be decided are left out.

    `reason` is why none can be decided.
    """
    if not answers_by_factor(graph):
        return nothing_to_assess(nothing_answered())
    answers = answers_by_factor(graph)
    examined = [factor for factor in answers if can_tell(answers[factor])]
    return Assessment(
        examined=len(examined),
        found=sorted(Case(factor) for factor in examined if found(answers[factor])),
        undetermined=sorted(Case(factor) for factor in answers if factor not in examined),
        reason="" if examined else reason,
    )


def nothing_answered() -> str:
    """Return why nothing about the self-assessment can be assessed."""
    return _("No answers to the self-assessment are filled in.")


def evidence_of(graph: Graph, factor_answers: FactorAnswers) -> tuple[Evidence, ...]:
    """Return the answers about a factor, never with who gave them: the rows say that.

    Where answers are anonymous, not even which rows: only how many there are.
    """
    model = model_of(graph)
    if options_of(graph).anonymous:
        answers = len(factor_answers.rows)
        text = ngettext("{n} answer", "{n} answers", answers).format(n=answers)
        return (Evidence(model.place_of(SelfAssessment), text, of_absence=True),)
    return tuple(
        evidence_of_row(row, model.words["answer"][row.answer].name)
        for row in sorted(factor_answers.rows, key=lambda row: row.place)
    )


def known(factor_answers: FactorAnswers) -> Confidence:
    """Return both when it is known who gave every answer, one when it is known of some."""
    named = [row.respondent is not None for row in factor_answers.rows]
    if named and all(named):
        return Confidence.BOTH
    return Confidence.ONE if any(named) else Confidence.NONE
