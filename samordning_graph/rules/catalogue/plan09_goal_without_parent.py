"""PLAN09 goal-without-parent: A goal in a theme plan with no goal above it in the municipal plan.

What it finds
    Goals of theme plans and action plans that neither stand in the municipal plan (kommuneplan)
    themselves nor are part of a goal that does.
Why it matters
    A goal that only the theme plan knows is easily lost when the council sets priorities. The goal
    above it in the municipal plan is what it can appeal to.
How it is decided
    The goal stands (Plan) in a plan of the kind temaplan or handlingsplan. Neither it, nor any goal
    above it (Overordnet mål), stands in a plan of the kind samfunnsdel or arealdel. An empty cell is
    no answer: the goal is found only where all goals are filled in (Alle mål er ført = ja in
    Kommune) and each goal above it says in which plan it stands; otherwise it is asked about. Not
    assessed when no goal has a goal above it, since then the column has not been used, or when no
    goal that counts stands in the municipal plan: that is PLAN05. A goal that stands only in
    plans that do not count (not adopted yet, replaced, or past their last day) is left out; as the
    goal above another it is enough.
Known limits
    That the theme plan as a whole builds on the municipal plan (Bygger på) does not tell which of
    its goals does.
Source
    The chain of plans: «Plansystemet og helhetlig boligplanlegging», veiviseren.no. The rule: own
    definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, listed_names, node_row, nodes
from samordning_graph.graph.organisation import ancestor_goals
from samordning_graph.graph.plans import KOMMUNEPLAN, plans_of
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence_in_documents, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.planning import (
    THEME_PLANS,
    goals_that_count,
    municipality_of,
    stands_in,
)
from samordning_graph.schema.tables import Goal


def assess(graph: Graph) -> Assessment:
    """Look at every goal of a theme plan that counts."""
    goals, counting = nodes(graph, Goal), goals_that_count(graph)
    candidates = [goal for goal in counting if stands_in(graph, goal, THEME_PLANS)]
    if not candidates:
        return nothing_to_assess(_("No goal stands in a theme plan in the data."))
    above = {goal.id for goal in goals if stands_in(graph, goal, KOMMUNEPLAN)}
    if above.isdisjoint(goal.id for goal in counting):
        return nothing_to_assess(_("No goal stands in the municipal plan in the data."))
    if not any(goal.parent for goal in goals):
        return nothing_to_assess(_("No goal has a goal above it in the data."))
    lacking = [
        goal.id
        for goal in candidates
        if above.isdisjoint((goal.id, *ancestor_goals(graph, goal.id)))
    ]
    unknown = [Case(goal) for goal in lacking if not _is_line_known(graph, goal)]
    return Assessment(
        examined=len(candidates) - len(unknown),
        found=[Case(goal) for goal in lacking if _is_line_known(graph, goal)],
        undetermined=unknown,
        reason=""
        if len(candidates) > len(unknown)
        else _(
            "Which goal in the municipal plan the goals of the theme plans serve is not filled in."
        ),
    )


def _is_line_known(graph: Graph, goal: str) -> bool:
    """Return whether the goals above one are all there, each with the plan that it stands in."""
    return municipality_of(graph).all_goals_listed is True and all(
        node_row(graph, above).plan for above in ancestor_goals(graph, goal)
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one goal of a theme plan without a goal above it in the municipal plan."""
    goal = node_row(graph, case.subject)
    plans = [plan for plan in goal.plan if node_row(graph, plan).kind in THEME_PLANS]
    higher = plans_of(graph, KOMMUNEPLAN)
    line = ancestor_goals(graph, goal.id)
    observation = _(
        "«{goal}» stands in {plans}. A goal above it in {higher} is not documented in the data."
    ).format(
        goal=goal.name,
        plans=listed_names(graph, plans),
        higher=listed_names(graph, (plan.id for plan in higher)),
    )
    if line:
        observation += " " + _("It is part of {above}, which the data do not place there.").format(
            above=listed_names(graph, line)
        )
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence_in_documents(),
        grounds=(FindingGround(_("The chain of plans")),),
        evidence=(
            *evidence(graph, (goal, *(node_row(graph, node) for node in (*line, *plans)))),
            *searched(graph, Goal),
        ),
        observation=observation,
        ground=_("The overall goals and strategies are set in the municipal plan."),
        question=_("Which overall goal does «{goal}» serve?").format(goal=goal.name),
        next_step=_(
            "Fill in the overall goal that «{goal}» serves, or bring it into the next revision of"
            " the municipal plan."
        ).format(goal=goal.name),
    )


def ask_about_open_case(_graph: Graph, _case: Case) -> str:
    """Return the question that decides it."""
    return _("Which goal of the municipal plan does it serve?")


RULE = Rule(
    code="PLAN09",
    slug="goal-without-parent",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    question_when_undetermined=ask_about_open_case,
    version=3,
)
