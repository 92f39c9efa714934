"""What the rules about the self-assessment share."""

from collections.abc import Callable

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, model_of, node_name
from samordning_graph.graph.self_assessment import FactorAnswers, answers_by_factor
from samordning_graph.rules.finding import Confidence, Evidence
from samordning_graph.rules.rule import Assessment, Case, nothing_to_assess


def assess_factors(
    graph: Graph,
    found: Callable[[str], bool],
    can_tell: Callable[[str], bool] = lambda _factor: True,
) -> Assessment:
    """Assess the factors that have answers; those that cannot be decided are left out."""
    if not answers_by_factor(graph):
        return nothing_to_assess(nothing_answered())
    examined = [factor for factor in answers_by_factor(graph) if can_tell(factor)]
    return Assessment(
        examined=len(examined),
        found=sorted(Case(factor) for factor in examined if found(factor)),
        undetermined=sorted(
            Case(factor) for factor in answers_by_factor(graph) if factor not in examined
        ),
        reason="" if examined else _("No factor is answered by more than one sector."),
    )


def nothing_answered() -> str:
    """Return why nothing about the self-assessment can be assessed."""
    return _("No answers to the self-assessment are filled in.")


def evidence_of(graph: Graph, factor_answers: FactorAnswers) -> tuple[Evidence, ...]:
    """Return the answers about a factor, with who gave them."""
    words = model_of(graph).words["answer"]
    return tuple(
        Evidence(
            row.place,
            f"{node_name(graph, row.respondent)}: {words[row.answer].name}"
            if row.respondent
            else words[row.answer].name,
        )
        for row in sorted(factor_answers.rows, key=lambda row: row.place)
    )


def known(factor_answers: FactorAnswers) -> Confidence:
    """Return both when it is known who gave every answer, one when it is known of some."""
    named = [row.respondent is not None for row in factor_answers.rows]
    if named and all(named):
        return Confidence.BOTH
    return Confidence.ONE if any(named) else Confidence.NONE
