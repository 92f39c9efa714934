"""SELF02 sectors-disagree: Two sectors that answer differently about the same factor.

What it finds
    Factors in the self-assessment where the answers of one sector are much nearer to yes than those
    of another.
Why it matters
    An average would hide it. Where one sector sees something in place that another misses, that is
    worth an hour's talk. Neither needs to be wrong.
How it is decided
    The answers of each sector are taken together, and a sector counts when it has at least three
    about the factor. Where one or two answers of others would be left, which could then be worked
    out from the total, the sector with the fewest is left out too. A factor is found when the mean
    of one sector is more than half of the scale above that of another. Factors with fewer than two
    sectors that count are not assessed.
Known limits
    Three answers of a sector may be of one unit. Answers without a respondent belong to no sector.
Not in Cypher
    A factor is found however it is spelt, by a word list that is not in the graph.
Source
    Disagreement as a finding: own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import listed
from samordning_graph.graph.graph import Graph, sector_name
from samordning_graph.graph.self_assessment import FactorAnswers, answers_by_factor, factor_name
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.rules.shared.self_assessment_rule import assess_factors, evidence_of, known

MAX_DISTANCE = 0.5
"""Half of the scale: from «ja» to «delvis» is not yet disagreement."""


def assess(graph: Graph) -> Assessment:
    """Look at every factor that two sectors have answered often enough."""
    return assess_factors(
        graph,
        lambda factor_answers: _distance(factor_answers) > MAX_DISTANCE,
        can_tell=lambda factor_answers: len(factor_answers.by_told_sector) > 1,
        reason=_("No factor has at least three answers from each of two sectors."),
    )


def _distance(factor_answers: FactorAnswers) -> float:
    means = factor_answers.told_means.values()
    return max(means) - min(means)


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one factor: whose answers are nearest to yes, and whose to no."""
    factor_answers = answers_by_factor(graph)[case.subject]
    factor = factor_name(graph, case.subject)
    sectors = factor_answers.by_told_sector
    means = factor_answers.told_means
    high, low = (
        listed(
            [
                _("{sector} ({n} answers)").format(sector=sector_name(graph, sector), n=len(values))
                for sector, values in sectors.items()
                if means[sector] == end
            ]
        )
        for end in (max(means.values()), min(means.values()))
    )
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=known(factor_answers),
        grounds=(FindingGround(_("The municipality's own assessment")),),
        evidence=evidence_of(graph, factor_answers),
        observation=_(
            "About «{factor}», the answers of {high} are nearer to yes than those of {low}."
        ).format(high=high, low=low, factor=factor),
        ground=_("An average would hide that sectors see it differently."),
        question=_(
            "What have the sectors seen of «{factor}», since they answer differently?"
        ).format(factor=factor),
        next_step=_("Let those who answered about «{factor}» tell each other why.").format(
            factor=factor
        ),
    )


RULE = Rule(
    code="SELF02", slug="sectors-disagree", page=__doc__ or "", assess=assess, tell=tell, version=3
)
