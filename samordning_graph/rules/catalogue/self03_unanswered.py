"""SELF03 unanswered: Factors that nobody has answered.

What it finds
    The factors without an answer, in the groups of factors that somebody has begun on: the success
    factors, the conditions or the elements of coordination. All of them are one finding.
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

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import first_few
from samordning_graph.graph.graph import Graph
from samordning_graph.graph.self_assessment import answers_by_factor, unanswered_factors
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Confidence, Finding, FindingGround
from samordning_graph.rules.finding_text import searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.planning import assess_municipality
from samordning_graph.rules.shared.self_assessment_rule import nothing_answered
from samordning_graph.schema.tables import SelfAssessment
from samordning_graph.schema.vocabulary import factors

FIRST_NAMES_SHOWN = 4
"""Factors that the finding names; the rest are counted, and are in the list of the sheet."""


def assess(graph: Graph) -> Assessment:
    """Look at the factors of the groups that are begun, as a whole."""
    if not answers_by_factor(graph):
        return nothing_to_assess(nothing_answered())
    if not _answered(graph):
        return nothing_to_assess(_("Only the municipality's own factors are answered."))
    return assess_municipality(graph, not unanswered_factors(graph), "")


def _answered(graph: Graph) -> int:
    return sum(factor in factors() for factor in answers_by_factor(graph))


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about all of them at once."""
    missing = [factors()[factor] for factor in unanswered_factors(graph)]
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=Confidence.BOTH,
        grounds=(
            FindingGround(
                _("The municipality's own assessment"),
                "; ".join(dict.fromkeys(factor.source for factor in missing)),
            ),
        ),
        evidence=searched(graph, SelfAssessment),
        observation=ngettext(
            "{n} of {all} factors has no answer: {factors}.",
            "{n} of {all} factors have no answer: {factors}.",
            len(missing),
        ).format(
            n=len(missing),
            all=len(missing) + _answered(graph),
            factors=first_few([f"«{factor.name}»" for factor in missing], FIRST_NAMES_SHOWN),
        ),
        ground=_("The other factors of the group have answers."),
        question=_("Which of the factors without an answer do you want one to?"),
        next_step=_(
            "Ask two from different sectors about one of them, and write down both answers."
        ),
    )


RULE = Rule(
    code="SELF03",
    slug="unanswered",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    subject=SubjectKind.NODE,
    version=2,
)
