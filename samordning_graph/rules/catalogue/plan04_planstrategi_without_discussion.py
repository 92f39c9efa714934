"""PLAN04 planstrategi-without-discussion: A planning strategy that does not discuss housing work.

What it finds
    Municipal planning strategies (planstrategi) that are said not to discuss the municipality's
    social-housing work.
Why it matters
    The discussion is where the council sees what the work consists of and which plans it needs.
    Without it, social-housing work is easily planned only by those who do it.
How it is decided
    The row of the plan says nei to discussing social-housing work (Drøfter boligsosialt arbeid). A
    hint, since the law says «bør». An empty cell is unknown, and the plan is not assessed. A
    planning strategy whose last day is past is left out.
Known limits
    Whether a mention is a discussion is for people to judge.
Source
    Boligsosialloven § 5 second paragraph, third sentence («bør inngå i strategien»).
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, node_name, node_row, options_of
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import confidence, evidence
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.planning import PLANSTRATEGI, plans_of, second_paragraph
from samordning_graph.schema.tables import Plan


def assess(graph: Graph) -> Assessment:
    """Look at every planning strategy whose last day is not past."""
    as_of = options_of(graph).as_of
    current = [
        plan
        for plan in plans_of(graph, {PLANSTRATEGI})
        if plan.valid_to is None or plan.valid_to >= as_of
    ]
    if not current:
        return nothing_to_assess(_("No current planning strategy is filled in."))
    undetermined = [Case(plan.id) for plan in current if plan.discusses_social_housing is None]
    examined = len(current) - len(undetermined)
    return Assessment(
        examined=examined,
        found=[Case(plan.id) for plan in current if plan.discusses_social_housing is False],
        undetermined=undetermined,
        reason=""
        if examined
        else _("It is not filled in whether the planning strategy discusses social-housing work."),
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one planning strategy without a discussion."""
    plan = node_name(graph, case.subject)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, ()),
        grounds=second_paragraph(),
        evidence=evidence(graph, (node_row(graph, case.subject),)),
        observation=_(
            "According to the data, {plan} does not discuss the municipality's social-housing work."
        ).format(plan=plan),
        ground=_(
            "A discussion of the social-housing work should be part of the planning strategy (§ 5"
            " second paragraph, «bør»)."
        ),
        question=_("Where does the council discuss the social-housing work as a whole?"),
        next_step=_(
            "Agree on who prepares a discussion of the social-housing work for the next one."
        ),
    )


def ask_about_open_case(_graph: Graph, _case: Case) -> str:
    """Return the question that decides it."""
    return _("Does it discuss the municipality's social-housing work?")


RULE = Rule(
    code="PLAN04",
    slug="planstrategi-without-discussion",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    question_when_undetermined=ask_about_open_case,
    clause="P6",
    tables=(Plan,),
)
