"""PLAN03 overview-outside-planstrategi: No overview is documented as a basis for the planning strategy.

What it finds
    That the data do not show any overview of housing needs as a basis for the municipal planning
    strategy (planstrategi).
Why it matters
    The planning strategy decides which plans the new council will make. A need that is not seen
    there easily gets no plan, and then no goal and no money.
How it is decided
    One overview that names a plan of the kind planstrategi among its plans (Planer) is enough. Also
    found when the overview or the planning strategy is missing. Not assessed while nothing is
    filled in about overview, plans, challenges, goals, strategies and measures.
Known limits
    The overview may have been used without being named. A planning strategy whose last day is past
    counts, since it holds until it is replaced.
Source
    Boligsosialloven § 5 second paragraph, second sentence; plan- og bygningsloven § 10-1.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, listed_names, nodes
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.rules.shared.planning import (
    PLANSTRATEGI,
    assess_municipality,
    plans_of,
    second_paragraph,
)
from samordning_graph.schema.tables import Overview, Plan


def assess(graph: Graph) -> Assessment:
    """Look at the municipality."""
    informed = {plan for overview in nodes(graph, Overview) for plan in overview.plans}
    return assess_municipality(
        graph, all(plan.id not in informed for plan in plans_of(graph, {PLANSTRATEGI}))
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about a municipality whose planning strategy rests on no overview in the data."""
    overviews, strategies = nodes(graph, Overview), plans_of(graph, {PLANSTRATEGI})
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.REQUIRED,
        confidence=confidence(graph, ()),
        grounds=second_paragraph(),
        evidence=(
            *evidence(graph, (*overviews, *strategies)),
            *searched(graph, Overview, Plan),
        ),
        observation=_observation(graph, overviews, strategies),
        ground=_(
            "The overview shall be a basis for the work with the municipal planning strategy (§ 5"
            " second paragraph; plan- og bygningsloven § 10-1)."
        ),
        question=_("How is the need for housing brought into the work with the planning strategy?"),
        next_step=_(
            "Agree on who brings the overview into the next planning strategy, or fill in where it"
            " was used."
        ),
    )


def _observation(graph: Graph, overviews: tuple[Overview, ...], strategies: list[Plan]) -> str:
    if not overviews:
        return _(
            "It is not documented in the data that the planning strategy rests on an overview of"
            " the need for housing: no overview is filled in."
        )
    overview = listed_names(graph, (row.id for row in overviews))
    if not strategies:
        return _(
            "It is not documented in the data that the planning strategy rests on {overview}: no"
            " plan of that kind is filled in."
        ).format(overview=overview)
    observation = _("It is not documented in the data that {strategy} rests on {overview}.").format(
        strategy=listed_names(graph, (plan.id for plan in strategies)), overview=overview
    )
    plans = sorted({plan for row in overviews for plan in row.plans})
    if plans:
        observation += " " + _("In the data, {overview} is a basis for {plans}.").format(
            overview=overview, plans=listed_names(graph, plans)
        )
    return observation


RULE = Rule(
    code="PLAN03",
    slug="overview-outside-planstrategi",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    clause="P5",
    tables=(Overview, Plan),
)
