"""PLAN04 planstrategi-without-discussion: A planning strategy that does not discuss housing work.

What it finds
    Municipal planning strategies (planstrategi) of this council period that are said not to discuss
    the municipality's social-housing work.
Why it matters
    The discussion is where the council sees what the work consists of and which plans it needs.
    Without it, social-housing work is easily planned only by those who do it.
How it is decided
    The row of the plan says nei to discussing social-housing work (Drøfter boligsosialt arbeid). A
    hint, since the law says «bør». An empty cell is not stated, and the plan is not assessed. Only
    planning strategies of this council period are looked at, by the day of adoption (Vedtatt); one
    without a date is not assessed, nor one of which only the year is known, when that is a year of
    election, nor one adopted between the election and the end of October, when either council may
    have sat. One that is not adopted yet on the day of the report is not looked at. Another of the same
    period that discusses the work is named with the finding.
Known limits
    Whether a mention is a discussion is for people to judge. A council sits from the end of October
    after the election at the latest, by our reckoning; its constituting meeting is not in the data.
Source
    Boligsosialloven § 5 second paragraph, third sentence («bør inngå i strategien»); plan- og
    bygningsloven § 10-1 (once each council period).
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, listed_names, node_name, node_row
from samordning_graph.graph.plans import (
    current_strategies,
    is_known_to_the_day,
    unplaced_strategies,
)
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import confidence_in_documents, evidence
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.plan_times import no_current_strategy
from samordning_graph.rules.shared.planning import second_paragraph
from samordning_graph.schema.tables import Plan


def assess(graph: Graph) -> Assessment:
    """Look at every planning strategy of this council period."""
    current, unplaced = current_strategies(graph), unplaced_strategies(graph)
    if not current and not unplaced:
        return nothing_to_assess(no_current_strategy(graph))
    silent = [plan for plan in current if plan.discusses_social_housing is None]
    examined = len(current) - len(silent)
    return Assessment(
        examined=examined,
        found=[Case(plan.id) for plan in current if plan.discusses_social_housing is False],
        undetermined=sorted(Case(plan.id) for plan in (*silent, *unplaced)),
        reason="" if examined else _reason(graph, current),
    )


def _reason(graph: Graph, current: list[Plan]) -> str:
    if not current:
        return no_current_strategy(graph)
    return _("It is not filled in whether the planning strategy discusses social-housing work.")


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one planning strategy without a discussion."""
    plan = node_name(graph, case.subject)
    others = [other for other in current_strategies(graph) if other.discusses_social_housing]
    observation = _(
        "According to the data, «{plan}» does not discuss the municipality's social-housing work."
    ).format(plan=plan)
    if others:
        observation += " " + _("{others}, of the same council period, does.").format(
            others=listed_names(graph, [other.id for other in others])
        )
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence_in_documents(),
        grounds=second_paragraph(),
        evidence=evidence(graph, (node_row(graph, case.subject), *others)),
        observation=observation,
        ground=_(
            "A discussion of the social-housing work should be part of the planning strategy (§ 5"
            " second paragraph, «bør»)."
        ),
        question=_("Where does the council discuss the social-housing work as a whole?"),
        next_step=_(
            "Agree on who prepares a discussion of the social-housing work for the next one."
        ),
    )


def ask_about_open_case(graph: Graph, case: Case) -> str:
    """Return the question that decides it."""
    for plan in unplaced_strategies(graph):
        if plan.id == case.subject:
            known = is_known_to_the_day(plan)
            return _("Which council adopted it?") if known else _("When was it adopted?")
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
    version=4,
)
