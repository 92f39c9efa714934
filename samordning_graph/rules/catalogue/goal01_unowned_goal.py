"""GOAL01 unowned-goal: A goal that nobody owns.

What it finds
    Goals without an owner in the data.
Why it matters
    A goal that nobody answers for is carried by whoever remembers it. Those who contribute have
    nobody to report to.
How it is decided
    An owner is a row of goal responsibility (Målansvar) with the role owner. Not assessed when
    nobody is owner of any goal, since then the role has not been used. Recommended when the role of
    everyone who stands with the goal is filled in; otherwise a hint, since one of them may own it. A
    hint, too, where the goal stands only in plans that are replaced or past their last day: it is then
    asked whether it still applies.
Known limits
    Whether the owner does anything cannot be seen. The owner may stand in a plan that has not been
    filled in.
Source
    Anchoring and ownership as a success factor: NOU 2011:15 «Rom for alle». The rule: own
    definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import (
    Graph,
    listed_names,
    node_row,
    nodes,
    rows_of,
    ties_to,
)
from samordning_graph.graph.organisation import goal_holders
from samordning_graph.graph.survey import Topic
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.aims_in_time import (
    basis_of_aims,
    with_still_valid,
    with_where_they_stand,
)
from samordning_graph.schema.tables import Goal, GoalHolder, Tie


def assess(graph: Graph) -> Assessment:
    """Look at every goal."""
    goals = nodes(graph, Goal)
    if not goals:
        return nothing_to_assess(_("No goals are filled in."))
    unowned = [
        goal.id for goal in goals if Tie.OWNS not in goal_holders(graph).get(goal.id, {}).values()
    ]
    if len(unowned) == len(goals):
        return nothing_to_assess(_("Nobody is registered as the owner of any goal."))
    return Assessment(examined=len(goals), found=[Case(goal) for goal in unowned])


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one goal without an owner."""
    row = node_row(graph, case.subject)
    goal = row.name
    contributors = sorted(goal_holders(graph).get(case.subject, {}))
    observation = _("Nobody is registered as the owner of the goal «{goal}».").format(goal=goal)
    if contributors:
        observation += " " + _("{contributors} contribute to it.").format(
            contributors=listed_names(graph, contributors)
        )
    return Finding(
        identity=RULE.identity(case),
        basis=basis_of_aims(
            graph,
            (row,),
            Basis.RECOMMENDED if _all_roles_are_given(graph, case.subject) else Basis.HINT,
        ),
        confidence=confidence(graph, contributors, about=RULE.asked_about),
        grounds=(FindingGround(_("Anchoring and ownership"), "NOU 2011:15"),),
        evidence=(
            *evidence(
                graph,
                (
                    row,
                    *rows_of(ties_to(graph, case.subject, Tie.CONTRIBUTES_TO)),
                ),
            ),
            *searched(graph, GoalHolder),
        ),
        observation=with_where_they_stand(graph, observation, (row,)),
        ground=_("A goal without an owner has nobody who answers for it."),
        question=with_still_valid(graph, _("Who answers for «{goal}»?").format(goal=goal), (row,)),
        next_step=_(
            "Name one unit as the owner of «{goal}», or consider whether the goal shall stand."
        ).format(goal=goal),
    )


def _all_roles_are_given(graph: Graph, goal: str) -> bool:
    rows = rows_of(ties_to(graph, goal, Tie.CONTRIBUTES_TO))
    return all(isinstance(row, GoalHolder) and row.role is not None for row in rows)


RULE = Rule(
    code="GOAL01",
    slug="unowned-goal",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    asked_about=(Topic.GOALS,),
)
