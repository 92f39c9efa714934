"""SELF03 unanswered: A factor that nobody has answered.

What it finds
    Factors without an answer, in a group of factors that somebody has begun on: the success
    factors, the conditions or the elements of coordination.
Why it matters
    What nobody answers is often what nobody is responsible for.
How it is decided
    The table Egenvurdering. A group that nobody has begun on is left alone: thirty questions are
    not for every municipality.
Known limits
    The question may have been talked through without being written down.
Not in Cypher
    A factor is found however it is spelt, by a word list that is not in the graph.
Source
    Success factors: NOU 2011:15 «Rom for alle» and «Bolig for velferd». The rule: own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph
from samordning_graph.graph.self_assessment import answers_by_factor, unanswered_factors
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Confidence, Finding, FindingGround
from samordning_graph.rules.finding_text import searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.self_assessment_rule import nothing_answered
from samordning_graph.schema.tables import SelfAssessment
from samordning_graph.schema.vocabulary import factors


def assess(graph: Graph) -> Assessment:
    """Look at every factor of the groups that are begun."""
    if not answers_by_factor(graph):
        return nothing_to_assess(nothing_answered())
    missing = unanswered_factors(graph)
    answered = sum(factor in factors() for factor in answers_by_factor(graph))
    if not answered:
        return nothing_to_assess(_("Only the municipality's own factors are answered."))
    return Assessment(
        examined=answered + len(missing), found=sorted(Case(factor) for factor in missing)
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one factor."""
    factor = factors()[case.subject]
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=Confidence.BOTH,
        grounds=(FindingGround(_("The municipality's own assessment"), factor.source),),
        evidence=searched(graph, SelfAssessment),
        observation=_("Nobody has answered about «{factor}».").format(factor=factor.name),
        ground=_("The other factors of the group have answers."),
        question=_("«{statement}» Is it so?").format(statement=factor.statement),
        next_step=_("Ask two from different sectors, and write down both answers."),
    )


RULE = Rule(code="SELF03", slug="unanswered", page=__doc__ or "", assess=assess, tell=tell)
