"""PLAN05 kommuneplan-without-goals: Overall goals or strategies in the municipal plan are not documented.

What it finds
    That the data show no overall goal, or no overall strategy, in the municipal plan (kommuneplan).
Why it matters
    Goals that stand only in a theme plan are easily followed up only by those who made it. In the
    municipal plan they guide the budgets and the use of land of the whole municipality.
How it is decided
    At least one goal and at least one strategy stand (Plan) in a plan of the kind samfunnsdel or
    arealdel, and are not said to be no overall one (Overordnet = nei). Not assessed when there are
    goals or strategies but none says in which plan it stands, since then the column has not been
    used, nor while nothing is filled in about overview, plans, challenges, goals, strategies and
    measures.
Known limits
    The plan may hold goals and strategies that are not filled in, or be written without telling the
    two apart. A plan whose last day is past counts, since it holds until it is replaced.
Source
    Boligsosialloven § 5 second paragraph, fourth sentence («overordnede mål og strategier»); plan-
    og bygningsloven chapter 11.
"""

from samordning_graph.common.locale import _, ngettext
from samordning_graph.graph.graph import Graph, listed_names, nodes
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.planning import (
    KOMMUNEPLAN,
    assess_municipality,
    goals_and_strategies,
    plans_of,
    second_paragraph,
    stands_in,
)
from samordning_graph.schema.tables import Aim, Goal, Plan, Strategy


def assess(graph: Graph) -> Assessment:
    """Look at the municipality."""
    aims = goals_and_strategies(graph)
    if aims and not any(aim.plan for aim in aims):
        return nothing_to_assess(_("No goal or strategy says in which plan it stands."))
    return assess_municipality(graph, not all(_overall(graph, table) for table in (Goal, Strategy)))


def _overall(graph: Graph, table: type[Aim]) -> list[Aim]:
    """Return the overall goals, or strategies, of the municipal plan.

    What stands there is an overall one unless it is said not to be.
    """
    return [
        aim
        for aim in nodes(graph, table)
        if aim.overall is not False and stands_in(graph, aim, KOMMUNEPLAN)
    ]


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about a municipality without overall goals or strategies in the municipal plan."""
    plans = plans_of(graph, KOMMUNEPLAN)
    goals, strategies = _overall(graph, Goal), _overall(graph, Strategy)
    elsewhere = [
        aim
        for aim in goals_and_strategies(graph)
        if aim.overall and not stands_in(graph, aim, KOMMUNEPLAN)
    ]
    observation = _observation(graph, plans, goals, strategies)
    if elsewhere:
        observation += " " + ngettext(
            "{n} goal or strategy is marked as an overall one, but does not stand there: {aims}.",
            "{n} goals and strategies are marked as overall ones, but do not stand there: {aims}.",
            len(elsewhere),
        ).format(n=len(elsewhere), aims=listed_names(graph, (aim.id for aim in elsewhere)))
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.REQUIRED,
        confidence=confidence(graph, ()),
        grounds=second_paragraph(),
        evidence=(
            *evidence(graph, (*plans, *goals, *strategies, *elsewhere)),
            *searched(graph, Plan, Goal, Strategy),
        ),
        observation=observation,
        ground=_(
            "In its work with the municipal plan, the municipality shall set overall goals and"
            " strategies for the social-housing work (§ 5 second paragraph; plan- og bygningsloven"
            " chapter 11)."
        ),
        question=_("Which overall goals and strategies does the municipal plan hold today?"),
        next_step=_(
            "Fill in the overall goals and strategies of the municipal plan. If it has none, choose"
            " what should be lifted from the theme plans at its next revision."
        ),
    )


def _observation(graph: Graph, plans: list[Plan], goals: list[Aim], strategies: list[Aim]) -> str:
    if not plans:
        return _(
            "Overall goals and strategies in the municipal plan are not documented in the data: no"
            " plan of that kind is filled in."
        )
    if goals:
        text = _(
            "{plan} has overall goals for the social-housing work, but overall strategies are not"
            " documented in the data."
        )
    elif strategies:
        text = _(
            "{plan} has overall strategies for the social-housing work, but overall goals are not"
            " documented in the data."
        )
    else:
        text = _("Overall goals and strategies in {plan} are not documented in the data.")
    return text.format(plan=listed_names(graph, (plan.id for plan in plans)))


RULE = Rule(
    code="PLAN05",
    slug="kommuneplan-without-goals",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    clause="P7",
    tables=(Goal, Strategy),
)
