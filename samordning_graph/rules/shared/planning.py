"""What the rules about § 5 second paragraph share: from the overview to plans, goals, measures."""

from collections.abc import Collection

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, model_of, node_row, nodes
from samordning_graph.rules.finding import FindingGround
from samordning_graph.rules.rule import Assessment, Case, nothing_to_assess
from samordning_graph.schema.tables import Aim, Challenge, Goal, Measure, Overview, Plan, Strategy

PLANSTRATEGI = "planstrategi"
KOMMUNEPLAN = frozenset({"samfunnsdel", "arealdel"})
"""The law says kommuneplan (plan- og bygningsloven chapter 11), which is both parts."""
THEME_PLANS = frozenset({"temaplan", "handlingsplan"})
"""A boligsosial handlingsplan is a theme plan, whichever of the two kinds it is entered as."""
_TABLES = (Overview, Plan, Challenge, Goal, Strategy, Measure)


def assess_municipality(graph: Graph, found: bool) -> Assessment:
    """Assess what the municipality as a whole has or lacks.

    Nothing while no table about plans is filled in: somebody who has just begun with three tables is not told
    that the overview is missing.
    """
    if not any(nodes(graph, table) for table in _TABLES):
        return nothing_to_assess(
            _("No overview, plan, challenge, goal, strategy or measure is filled in.")
        )
    case = Case(model_of(graph).municipality.number)
    return Assessment(examined=1, found=[case] if found else [])


def plans_of(graph: Graph, kinds: Collection[str]) -> list[Plan]:
    """Return the plans of these kinds, by id. An expired plan holds until it is replaced."""
    return [plan for plan in nodes(graph, Plan) if plan.kind in kinds]


def goals_and_strategies(graph: Graph) -> list[Aim]:
    """Return goals and strategies, by id."""
    aims: tuple[Aim, ...] = (*nodes(graph, Goal), *nodes(graph, Strategy))
    return sorted(aims, key=lambda aim: aim.id)


def stands_in(graph: Graph, aim: Aim, kinds: Collection[str]) -> bool:
    """Return whether a goal or strategy is anchored in a plan of one of these kinds."""
    return any(node_row(graph, plan).kind in kinds for plan in aim.plan)


def second_paragraph() -> tuple[FindingGround, ...]:
    """Return the ground of these rules: what the law says about overview and plans."""
    return (FindingGround(_("Overview and plans"), _("boligsosialloven § 5 second paragraph")),)
