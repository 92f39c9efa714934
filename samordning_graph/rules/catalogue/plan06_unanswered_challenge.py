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
    not assessed, and asked about. What stands only in a plan that is not adopted yet on the day of
    the report is no answer yet. Recommended; in the transitional time, until 1 July 2027, a hint.
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
from samordning_graph.graph.plans import stands_only_ahead, transitional_until
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import confidence_in_documents, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.plan_times import time_of_plan, with_transitional_note
from samordning_graph.rules.shared.planning import (
    aims_that_count,
    basis_in_time,
    goals_and_strategies,
    goals_not_listed,
    municipality_of,
    second_paragraph,
)
from samordning_graph.schema.tables import Challenge, Goal, Strategy

CLAUSE = "P8"


def assess(graph: Graph) -> Assessment:
    """Look at every challenge."""
    challenges = nodes(graph, Challenge)
    if not challenges:
        return nothing_to_assess(_("No challenges are filled in."))
    aims = aims_that_count(graph)
    answered = {challenge for aim in aims for challenge in aim.challenges}
    unanswered = [Case(row.id) for row in challenges if row.id not in answered]
    reason = _why_unknown(graph)
    if not reason:
        return Assessment(examined=len(challenges), found=unanswered)
    examined = len(challenges) - len(unanswered)
    return Assessment(examined=examined, undetermined=unanswered, reason="" if examined else reason)


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
                *_answers_ahead(graph, case.subject),
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


def _answers_ahead(graph: Graph, challenge: str) -> list[str]:
    """Return a sentence about each plan, not adopted yet, where an answer stands."""
    plans = {
        plan
        for aim in goals_and_strategies(graph)
        if challenge in aim.challenges and stands_only_ahead(graph, aim)
        for plan in aim.plan
    }
    return [time_of_plan(graph, node_row(graph, plan)) for plan in sorted(plans)]


def ask_about_open_case(_graph: Graph, _case: Case) -> str:
    """Return the question that decides it."""
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
    version=3,
)
