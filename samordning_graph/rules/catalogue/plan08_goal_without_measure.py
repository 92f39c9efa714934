"""PLAN08 goal-without-measure: A goal without a measure, or a measure outside the budget.

What it finds
    Goals that no measure realises, and measures that are said to be in no budget.
Why it matters
    Between the goal and what is done stand a measure and money. A chain that ends at the goal, or
    at a measure that nobody pays for, easily leads to nothing.
How it is decided
    A goal is found when no measure (Tiltak) realises it or a goal below it. It is not assessed when
    a measure does not say what it realises, since an empty cell is no answer, or when no measure
    realises any goal, since then the column has not been used for goals. A goal or
    a measure that stands only in plans that do not count (not adopted yet, replaced, or past their
    last day) is left out. A measure is found when its row says nei to the budget (I budsjett) and it stands in no plan of the kind
    økonomiplan. Unknown is not absent: a measure with an empty cell is not assessed, unless it
    stands in such a plan.
Known limits
    Some goals are reached without a measure of their own, and some measures cost nothing.
Source
    The chain from overview to budget: «Plansystemet og helhetlig boligplanlegging», veiviseren.no.
    The rule: own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, node_row, nodes
from samordning_graph.graph.organisation import ancestor_goals
from samordning_graph.graph.plans import counts
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.family import Season
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence_in_documents, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.planning import goals_that_count
from samordning_graph.schema.tables import Goal, Measure

BUDGET_PLAN = "okonomiplan"


def assess(graph: Graph) -> Assessment:
    """Look at every goal that counts, and every measure."""
    measures = nodes(graph, Measure)
    if not measures:
        return nothing_to_assess(_("No measures are filled in."))
    goals = {goal.id for goal in goals_that_count(graph)}
    # A measure is there, and serves the goals above, whether or not the goal that it names counts yet.
    realised = {goal.id for goal in nodes(graph, Goal)} & {
        aim for measure in measures for aim in measure.realises
    }
    served = realised.union(*(ancestor_goals(graph, goal) for goal in realised))
    budgeted = {
        measure.id: _in_budget(graph, measure)
        for measure in measures
        if counts(graph, measure) is not False
    }
    unknown = [measure_id for measure_id, known in budgeted.items() if known is None]
    lacking = [measure_id for measure_id, known in budgeted.items() if known is False]
    if realised and all(measure.realises for measure in measures):
        lacking += goals - served
    else:
        unknown += goals - served
    examined = len(goals) + len(budgeted) - len(unknown)
    return Assessment(
        examined=examined,
        found=sorted(map(Case, lacking)),
        undetermined=sorted(map(Case, unknown)),
        reason=""
        if examined
        else _("No measure says which goal it realises, or whether it is in the budget."),
    )


def _in_budget(graph: Graph, measure: Measure) -> bool | None:
    """Return whether a measure is in a budget; None when its row does not say."""
    if any(node_row(graph, plan).kind == BUDGET_PLAN for plan in measure.plan):
        return True
    return measure.budgeted


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one goal without a measure, or one measure outside the budget."""
    subject = node_row(graph, case.subject)
    if isinstance(subject, Goal):
        observation = _("A measure that realises the goal «{name}» is not documented in the data.")
        ground = _("A goal is reached by what is done.")
        question = _("What is done today to reach «{name}»?")
        next_step = _("Fill in what is done for «{name}», or agree on a first measure.")
    else:
        observation = _("According to the data, the measure «{name}» is not in the budget.")
        ground = _("A measure without money set aside is easily put off.")
        question = _("How is «{name}» paid for?")
        next_step = _(
            "Bring «{name}» into the work with the next økonomiplan, or note its funding."
        )
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence_in_documents(),
        grounds=(FindingGround(_("The chain of plans")),),
        evidence=(*evidence(graph, (subject,)), *searched(graph, Measure)),
        observation=observation.format(name=subject.name),
        ground=ground,
        question=question.format(name=subject.name),
        next_step=next_step.format(name=subject.name),
    )


def ask_about_open_case(graph: Graph, case: Case) -> str:
    """Return the question that decides it."""
    if isinstance(node_row(graph, case.subject), Goal):
        return _("Which measure realises it?")
    return _("Is it in the budget?")


RULE = Rule(
    code="PLAN08",
    slug="goal-without-measure",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    question_when_undetermined=ask_about_open_case,
    season=Season.BUDGET,
    version=3,
)
