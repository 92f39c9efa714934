"""GOAL06 actor-without-goal: An actor with tasks that holds no goal.

What it finds
    Actors that have a task of the law (§ 1: prevent, obtain, keep) and neither own nor contribute to
    any goal, strategy or measure.
Why it matters
    Whoever does the work without a part in the goals is coordinated by chance: nobody asks it how
    the goal goes, and it does not know when the goal changes.
How it is decided
    Neither the actor, nor a unit that is part of it, nor a unit that it is part of, stands in goal
    responsibility (Målansvar). Not assessed when nobody holds anything, and an actor without a goal
    not either unless it was asked itself, or the municipality says that all goals are listed
    (Kommune: Alle mål er ført).
Known limits
    The municipality's goals are seldom written with all contributors. Of an external actor it says
    only that no goal is shared with it.
Source
    Own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import listed
from samordning_graph.graph.graph import (
    Graph,
    actors,
    get_actor,
    model_of,
    node_row,
    words_of,
)
from samordning_graph.graph.organisation import ancestor_units, descendant_units, goals_held
from samordning_graph.graph.survey import Topic, is_surveyed
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import GoalHolder


def assess(graph: Graph) -> Assessment:
    """Look at every actor with tasks."""
    holding = goals_held(graph)
    if not holding:
        return nothing_to_assess(_("Nobody holds any goal, strategy or measure in the data."))
    candidates = [actor.id for actor in actors(graph) if actor.tasks]
    if not candidates:
        return nothing_to_assess(_("No actor has a task in the data."))
    without = [
        actor_id
        for actor_id in candidates
        if holding.keys().isdisjoint(
            {actor_id, *descendant_units(graph, actor_id), *ancestor_units(graph, actor_id)}
        )
    ]
    found = [Case(actor_id) for actor_id in without if _somebody_has_said(graph, actor_id)]
    examined = len(candidates) - len(without) + len(found)
    return Assessment(
        examined=examined,
        found=found,
        undetermined=[Case(actor_id) for actor_id in without if Case(actor_id) not in found],
        reason=""
        if examined
        else _(
            "No actor with a task has a goal in the data, and none of them was asked about goals."
        ),
    )


def _somebody_has_said(graph: Graph, actor_id: str) -> bool:
    """Return whether a goal that an actor has would stand in the data: no answer is not none."""
    listed_all = model_of(graph).municipality.all_goals_listed
    return bool(listed_all) or is_surveyed(get_actor(graph, actor_id), Topic.GOALS)


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one actor without a goal."""
    subject = get_actor(graph, case.subject)
    tasks = listed([words_of(graph, "task")[task].name.lower() for task in subject.tasks])
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, (subject.id,), about=RULE.asked_about),
        grounds=(FindingGround(_("Tasks without a goal"), "boligsosialloven § 1"),),
        evidence=(*evidence(graph, (node_row(graph, subject.id),)), *searched(graph, GoalHolder)),
        observation=_(
            "{name} has the tasks {tasks}, and neither owns nor contributes to any goal, strategy or"
            " measure in the data."
        ).format(name=subject.name, tasks=tasks),
        ground=_("Those who have a task also have a part in the goals."),
        question=_("Which of the municipality's goals does {name} contribute to?").format(
            name=subject.name
        ),
        next_step=_("Agree with {name} on what it contributes to, and fill it in.").format(
            name=subject.name
        ),
    )


def ask_about_open_case(_graph: Graph, _case: Case) -> str:
    """Return the question that decides it."""
    return _("Which of the municipality's goals does it contribute to?")


RULE = Rule(
    code="GOAL06",
    slug="actor-without-goal",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    question_when_undetermined=ask_about_open_case,
    version=2,
    asked_about=(Topic.GOALS,),
)
