"""PLAN06 unanswered-challenge: A challenge that no goal or strategy answers.

What it finds
    Challenges in the social-housing work to which no goal and no strategy is registered.
Why it matters
    The municipality has seen the challenge and written it down. Without a goal or a strategy nobody
    is set to meet it.
How it is decided
    The challenges that goals and strategies say they answer (Utfordringer). That none answers a
    challenge is found only where all goals and strategies are filled in (Alle mål er ført = ja in
    Kommune) and each says which challenges it answers. An empty cell is no answer: the challenge is
    not assessed, and asked about. What stands only in plans that do not count on the day of the
    report is no answer: one not adopted yet, a municipal plan that is replaced, another plan whose
    last day is past. Of two municipal plans of a kind, one without a date, it is not known which
    counts: what only they answer is not assessed. Recommended; in the transitional time, until 1 July
    2027, a hint.
Known limits
    A goal may answer a challenge without naming it. Whether the answer is suitable is for people
    to judge. The transitional time rests on one source, which says four years; its last day is our
    reckoning.
Source
    Boligsosialloven § 5 second paragraph, last sentence (goals and strategies «egnet til å møte de
    utfordringene kommunen står overfor»). One challenge at a time: own definition. Transitional
    time: statsforvalteren.no (Agder, 29.8.2023).
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, node_name, node_row, nodes
from samordning_graph.graph.plans import (
    counts,
    transitional_until,
    undated_municipal_plans,
)
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import confidence_in_documents, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.aims_in_time import left_out, where_they_stand
from samordning_graph.rules.shared.plan_times import time_of_plan, with_transitional_note
from samordning_graph.rules.shared.planning import (
    aims_that_count,
    basis_in_time,
    goals_not_listed,
    municipality_of,
    second_paragraph,
    when_adopted,
)
from samordning_graph.schema.tables import Challenge, Goal, Strategy

CLAUSE = "P8"


def assess(graph: Graph) -> Assessment:
    """Look at every challenge."""
    challenges = nodes(graph, Challenge)
    if not challenges:
        return nothing_to_assess(_("No challenges are filled in."))
    answered, doubtful = _answered(graph), _doubtful(graph)
    unanswered = {row.id for row in challenges} - answered - doubtful
    reason = _why_unknown(graph)
    found = [] if reason else sorted(map(Case, unanswered))
    unknown = sorted(map(Case, doubtful | unanswered if reason else doubtful))
    examined = len(challenges) - len(unknown)
    if examined:
        return Assessment(examined=examined, found=found, undetermined=unknown)
    undated = (time_of_plan(graph, plan) for plan in undated_municipal_plans(graph))
    return Assessment(examined=0, undetermined=unknown, reason=reason or " ".join(undated))


def _answered(graph: Graph) -> set[str]:
    """Return the challenges that a goal or strategy answers that is known to count."""
    aims = (aim for aim in aims_that_count(graph) if counts(graph, aim))
    return {challenge for aim in aims for challenge in aim.challenges}


def _doubtful(graph: Graph) -> set[str]:
    """Return the challenges that only goals and strategies answer that may not count."""
    aims = aims_that_count(graph)
    return {challenge for aim in aims for challenge in aim.challenges} - _answered(graph)


def _why_unknown(graph: Graph) -> str:
    """Return why an unanswered challenge may have an answer; empty if it has none in the data."""
    if not municipality_of(graph).all_goals_listed:
        return goals_not_listed(graph)
    if not all(aim.challenges for aim in aims_that_count(graph)):
        return _("Not every goal and strategy says which challenge it answers.")
    return ""


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one challenge without an answer."""
    challenge = node_name(graph, case.subject)
    return Finding(
        identity=RULE.identity(case),
        basis=basis_in_time(graph, CLAUSE, Basis.RECOMMENDED),
        confidence=confidence_in_documents(),
        grounds=second_paragraph(),
        evidence=(
            *evidence(graph, (node_row(graph, case.subject),)),
            *searched(graph, Goal, Strategy),
        ),
        observation=" ".join(
            [
                _(
                    "A goal or strategy that answers the challenge «{challenge}» is not documented in"
                    " the data."
                ).format(challenge=challenge),
                *where_they_stand(
                    graph, (aim for aim in left_out(graph) if case.subject in aim.challenges)
                ),
            ]
        ),
        ground=with_transitional_note(
            graph,
            _(
                "Goals and strategies shall be suited to meet the challenges of the municipality"
                " (§ 5 second paragraph)."
            ),
            CLAUSE,
        ),
        question=_("Which goal or strategy shall meet «{challenge}»?").format(challenge=challenge),
        next_step=_(
            "Fill in the goal or strategy that meets it, or bring «{challenge}» into the next plan."
        ).format(challenge=challenge),
        transitional_until=transitional_until(graph, CLAUSE),
    )


def ask_about_open_case(graph: Graph, case: Case) -> str:
    """Return the question that decides it."""
    if case.subject in _doubtful(graph):
        return when_adopted(graph, undated_municipal_plans(graph))
    return _("Which goal or strategy answers it?")


RULE = Rule(
    code="PLAN06",
    slug="unanswered-challenge",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    question_when_undetermined=ask_about_open_case,
    clause=CLAUSE,
    tables=(Challenge,),
    version=4,
)
