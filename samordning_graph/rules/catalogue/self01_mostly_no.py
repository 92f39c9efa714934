"""SELF01 mostly-no: A factor where most of the answers are no.

What it finds
    Factors in the self-assessment where more than half of at least three answers are «nei», or 1
    or 2 of 5.
Why it matters
    Those who answer are close to the work. What most of them miss is worth talking about.
How it is decided
    The table Egenvurdering. «delvis» and 3 are neither yes nor no. Factors with fewer than three
    answers are not assessed, and the number of answers is told with those that are found.
Known limits
    It shows what those who answered think, not what is the case. Those who were not asked may think
    otherwise.
Not in Cypher
    A factor is found however it is spelt, by a word list that is not in the graph.
Source
    Success factors: NOU 2011:15 «Rom for alle» and «Bolig for velferd». The limit: own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph
from samordning_graph.graph.self_assessment import FactorAnswers, answers_by_factor, factor_name
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.rules.shared.self_assessment_rule import assess_factors, evidence_of, known


def assess(graph: Graph) -> Assessment:
    """Look at every factor that has enough answers."""
    return assess_factors(
        graph,
        _says_no,
        can_tell=lambda factor_answers: factor_answers.has_enough,
        reason=_("No factor has at least three answers."),
    )


def _says_no(factor_answers: FactorAnswers) -> bool:
    return 2 * factor_answers.count_no > len(factor_answers.rows)


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one factor."""
    factor_answers = answers_by_factor(graph)[case.subject]
    factor = factor_name(graph, case.subject)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=known(factor_answers),
        grounds=(FindingGround(_("The municipality's own assessment")),),
        evidence=evidence_of(graph, factor_answers),
        observation=_("{nos} of {n} answers about «{factor}» are no.").format(
            nos=factor_answers.count_no, n=len(factor_answers.rows), factor=factor
        ),
        ground=_("Most of those who answered say that this is not in place."),
        question=_(
            "What would have to be there for more of you to answer yes to «{factor}»?"
        ).format(factor=factor),
        next_step=_(
            "Choose one thing about «{factor}» to try before the next time you answer."
        ).format(factor=factor),
    )


RULE = Rule(
    code="SELF01", slug="mostly-no", page=__doc__ or "", assess=assess, tell=tell, version=2
)
