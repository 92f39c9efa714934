"""GOAL02 one-sector-goal: A goal whose owners and contributors are all in one sector.

What it finds
    Goals whose owners and contributors, at least one of them a service, are all in the same sector.
Why it matters
    The goals of the social-housing work are seldom within one sector's reach. A goal that only one
    sector carries is not a shared goal, whatever the plan calls it.
How it is decided
    The sectors of those who hold the goal (Målansvar). Goals that no service of the municipality
    holds are left out: leadership, staff and «Annet» are no services. Where one of them holds a goal
    with a service, its sector counts, since it may act for others. That of a political body does not:
    what it holds a goal for is to decide. Recommended when the goal is an
    overall one (Overordnet = ja); otherwise a hint. A hint, too, where it stands only in plans that
    are replaced or past their last day: it is then asked whether it still applies.
Known limits
    Some goals rightly belong to one sector. Contributors may not be filled in.
Source
    Own definition.
"""

from collections.abc import Collection

from samordning_graph.common.locale import _, ngettext
from samordning_graph.graph.graph import (
    Graph,
    get_actor,
    listed_names,
    node_row,
    nodes,
    sector_name,
)
from samordning_graph.graph.organisation import goal_holders, rows_of_holders
from samordning_graph.graph.political_bodies import administrative_holders
from samordning_graph.graph.service_types import has_service
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
from samordning_graph.schema.tables import Goal, GoalHolder


def assess(graph: Graph) -> Assessment:
    """Look at every goal that a service holds."""
    held = [
        goal.id
        for goal in nodes(graph, Goal)
        if has_service(graph, goal_holders(graph).get(goal.id, ()))
    ]
    if not held:
        return nothing_to_assess(
            _("No goal has an owner or contributor that is a service in the data.")
        )
    found = [goal for goal in held if len(_sectors(graph, goal)) == 1]
    return Assessment(examined=len(held), found=[Case(goal) for goal in found])


def _sectors(graph: Graph, goal: str) -> set[str]:
    return {get_actor(graph, holder).sector for holder in administrative_holders(graph)[goal]}


def _with_bodies(graph: Graph, observation: str, bodies: Collection[str]) -> str:
    """Add the political bodies that hold the goal too: it would be false to pass over them."""
    if not bodies:
        return observation
    return f"{observation} " + ngettext(
        "{names} holds the goal too, as a political body.",
        "{names} hold the goal too, as political bodies.",
        len(bodies),
    ).format(names=listed_names(graph, sorted(bodies)))


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one goal within one sector."""
    goal = node_row(graph, case.subject)
    holders = sorted(administrative_holders(graph)[case.subject])
    bodies = goal_holders(graph)[case.subject].keys() - {*holders}
    (sector,) = _sectors(graph, case.subject)
    return Finding(
        identity=RULE.identity(case),
        basis=basis_of_aims(graph, (goal,), Basis.RECOMMENDED if goal.overall else Basis.HINT),
        confidence=confidence(graph, holders, about=RULE.asked_about),
        grounds=(FindingGround(_("Cooperation across sectors"), "boligsosialloven § 5"),),
        evidence=(
            *evidence(graph, (goal, *rows_of_holders(graph).get(goal.id, ()))),
            *searched(graph, GoalHolder),
        ),
        observation=with_where_they_stand(
            graph,
            _with_bodies(
                graph,
                _(
                    "In the data, «{goal}» has owners and contributors only in the sector {sector}:"
                    " {holders}."
                ).format(
                    goal=goal.name,
                    sector=sector_name(graph, sector),
                    holders=listed_names(graph, holders),
                ),
                bodies,
            ),
            (goal,),
        ),
        ground=_("The municipality shall ensure cooperation across sectors (§ 5 first paragraph)."),
        question=with_still_valid(
            graph,
            _("Which other sector must do something for «{goal}» to be reached?").format(
                goal=goal.name
            ),
            (goal,),
        ),
        next_step=_(
            "Ask one more sector to contribute to «{goal}», or note why it stands alone."
        ).format(goal=goal.name),
    )


RULE = Rule(
    code="GOAL02",
    slug="one-sector-goal",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    asked_about=(Topic.GOALS,),
    version=3,
)
