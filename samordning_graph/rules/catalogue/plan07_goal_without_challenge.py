"""PLAN07 goal-without-challenge: A goal or strategy that answers no challenge.

What it finds
    Overall goals and strategies to which no challenge is registered.
Why it matters
    Goals and strategies shall start from the overview. One that answers no challenge may be right,
    but nobody can see which need it is for, or when it has been met.
How it is decided
    Neither the goal or strategy, nor a goal above or below it (Overordnet mål), names a challenge
    (Utfordringer). An empty cell is no answer: it is asked about, and is a hint where somebody has
    said that all goals and strategies are filled in (Alle mål er ført = ja in Kommune), and that it
    is an overall one (Overordnet). One that is said not to be is left out, and one that stands only
    in plans that do not count on the day of the report: not adopted yet, a municipal plan that is
    replaced, another plan whose last day is past. Where it is not known which of two municipal plans
    counts, since one has no date, what only they hold is not found. Not assessed when no challenge is
    filled in, or no goal or strategy that counts names one, since then the column has not been used.
Known limits
    The challenge may stand in the text and not in the column. Some goals come from the state and
    not from the municipality's own overview.
Source
    Boligsosialloven § 5 second paragraph, last sentence («med utgangspunkt i oversikten»). One goal
    at a time: own definition. Transitional time until 1 July 2027: statsforvalteren.no (Agder,
    29.8.2023), one source; the last day is our reckoning.
"""

from collections.abc import Iterable

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, node_name, node_row, nodes
from samordning_graph.graph.organisation import ancestor_goals
from samordning_graph.graph.plans import counts, transitional_until
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import confidence_in_documents, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.aims_in_time import left_out, where_they_stand
from samordning_graph.rules.shared.plan_times import with_transitional_note
from samordning_graph.rules.shared.planning import (
    aims_that_count,
    goals_and_strategies,
    municipality_of,
    second_paragraph,
)
from samordning_graph.schema.tables import Aim, Challenge, Goal, Strategy

CLAUSE = "P8"


def assess(graph: Graph) -> Assessment:
    """Look at every goal and strategy."""
    if not goals_and_strategies(graph):
        return nothing_to_assess(_("No goals or strategies are filled in."))
    answering = [aim for aim in aims_that_count(graph) if aim.challenges]
    perhaps = _traced(graph, answering)
    surely = _traced(graph, (aim for aim in answering if counts(graph, aim)))
    # One that answers a challenge is no gap, whether or not the plan that it stands in counts.
    aims = [
        aim
        for aim in aims_that_count(graph)
        if aim.overall is not False and (counts(graph, aim) or aim.id not in perhaps)
    ]
    if not aims:
        return _nothing(graph, _("No overall goals or strategies that count are filled in."))
    if not nodes(graph, Challenge):
        return nothing_to_assess(_("No challenges are filled in."))
    if not surely:
        return _nothing(
            graph, _("No goal or strategy that counts says which challenge it answers.")
        )
    all_listed = municipality_of(graph).all_goals_listed
    found = [
        Case(aim.id)
        for aim in aims
        if aim.overall and all_listed and counts(graph, aim) and aim.id not in perhaps
    ]
    unknown = [Case(aim.id) for aim in aims if aim.id not in surely and Case(aim.id) not in found]
    examined = len(aims) - len(unknown)
    return Assessment(
        examined=examined,
        found=found,
        undetermined=unknown,
        reason="" if examined else _("Of no overall goal or strategy can the data tell."),
    )


def _traced(graph: Graph, answering: Iterable[Aim]) -> set[str]:
    """Return the goals and strategies that answer a challenge, and the goals above and below."""
    direct = {aim.id for aim in answering}
    lines = {goal.id: ancestor_goals(graph, goal.id) for goal in nodes(graph, Goal)}
    return {
        *direct,
        *(above for goal in direct for above in lines.get(goal, ())),
        *(goal for goal, line in lines.items() if not direct.isdisjoint(line)),
    }


def _nothing(graph: Graph, reason: str) -> Assessment:
    """Return an assessment of nothing, with the reason and what was left out."""
    return nothing_to_assess(" ".join([reason, *where_they_stand(graph, left_out(graph))]))


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one goal or strategy without a challenge."""
    aim = node_name(graph, case.subject)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence_in_documents(),
        grounds=second_paragraph(),
        evidence=(
            *evidence(graph, (node_row(graph, case.subject),)),
            *searched(graph, Challenge),
        ),
        observation=_(
            "It is not documented in the data which challenge «{aim}» is meant to meet."
        ).format(aim=aim),
        ground=with_transitional_note(
            graph,
            _(
                "Goals and strategies shall be suited to meet the challenges of the municipality"
                " (§ 5 second paragraph)."
            ),
            CLAUSE,
        ),
        question=_("Which need in the overview is «{aim}» for?").format(aim=aim),
        next_step=_(
            "Fill in the challenge that «{aim}» meets, or note why it stands alone."
        ).format(aim=aim),
        transitional_until=transitional_until(graph, CLAUSE),
    )


def ask_about_open_case(graph: Graph, case: Case) -> str:
    """Return the question that decides it."""
    if node_row(graph, case.subject).overall is None:
        return _("Is it an overall one, and which need in the overview is it for?")
    return _("Which need in the overview is it for?")


RULE = Rule(
    code="PLAN07",
    slug="goal-without-challenge",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    question_when_undetermined=ask_about_open_case,
    clause=CLAUSE,
    tables=(Goal, Strategy),
    version=4,
)
