"""GOAL06 actor-without-goal: An actor with tasks that holds no goal.

What it finds
    Actors that have a task of the law (§ 1: prevent, obtain, keep) and neither own nor contribute to
    any goal, strategy or measure.
Why it matters
    Whoever does the work without a part in the goals is coordinated by chance: nobody asks it how
    the goal goes, and it does not know when the goal changes.
How it is decided
    Neither the actor, nor a unit that is part of it, nor a unit that it is part of, stands in goal
    responsibility (Målansvar). Not assessed when nobody holds anything.
Known limits
    The municipality's goals are seldom written with all contributors. Of an external actor it says
    only that no goal is shared with it.
Source
    Own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import listed
from samordning_graph.graph.graph import Graph, actors, get_actor, node_row, words_of
from samordning_graph.graph.organisation import ancestor_units, descendant_units, goals_held
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
    found = [
        Case(actor_id)
        for actor_id in candidates
        if holding.keys().isdisjoint(
            {actor_id, *descendant_units(graph, actor_id), *ancestor_units(graph, actor_id)}
        )
    ]
    return Assessment(examined=len(candidates), found=found)


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one actor without a goal."""
    subject = get_actor(graph, case.subject)
    tasks = listed([words_of(graph, "task")[task].name.lower() for task in subject.tasks])
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, (subject.id,)),
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


RULE = Rule(code="GOAL06", slug="actor-without-goal", page=__doc__ or "", assess=assess, tell=tell)
