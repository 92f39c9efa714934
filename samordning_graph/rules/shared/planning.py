"""What the rules about § 5 second paragraph share: from the overview to plans, goals, measures."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, listed_names, model_of, node_row, nodes
from samordning_graph.graph.plans import counts, transitional_until
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import FindingGround
from samordning_graph.rules.rule import Assessment, Case, nothing_to_assess
from samordning_graph.schema.tables import (
    Aim,
    Challenge,
    Goal,
    Measure,
    Municipality,
    Overview,
    Plan,
    Strategy,
)

THEME_PLANS = frozenset({"temaplan", "handlingsplan"})
"""A boligsosial handlingsplan is a theme plan, whichever of the two kinds it is entered as."""
_TABLES = (Overview, Plan, Challenge, Goal, Strategy, Measure)


class OpenQuestion(NamedTuple):
    """Why the data cannot tell, and the question that decides it."""

    reason: str
    question: str


def assess_municipality(graph: Graph, holds: bool | None, reason: str) -> Assessment:
    """Assess what the municipality as a whole has, has not, or does not tell (None, with reason).

    Who has just begun with three tables is not asked about each document.
    """
    case = Case(model_of(graph).municipality.number)
    if holds is None and not any(nodes(graph, table) for table in _TABLES):
        return nothing_to_assess(reason)
    if holds is None:
        return Assessment(examined=0, undetermined=[case], reason=reason)
    return Assessment(examined=1, found=[] if holds else [case])


def all_hold(answers: Iterable[bool | None]) -> bool | None:
    """Return whether all hold: not where one does not, and unknown where one is unknown.

    >>> all_hold([True, None]), all_hold([True, None, False]), all_hold([])
    (None, False, True)
    """
    known = set(answers)
    return False if False in known else None if None in known else True


def municipality_of(graph: Graph) -> Municipality:
    """Return the row of the municipality, with what it says about its documents and lists."""
    return model_of(graph).municipality


def goals_and_strategies(graph: Graph) -> list[Aim]:
    """Return goals and strategies, by id."""
    aims: tuple[Aim, ...] = (*nodes(graph, Goal), *nodes(graph, Strategy))
    return sorted(aims, key=lambda aim: aim.id)


def aims_that_count(graph: Graph) -> list[Aim]:
    """Return goals and strategies, by id, without those that are known not to count.

    Those stand only in plans that are not adopted yet, replaced or past their last day.
    """
    return [aim for aim in goals_and_strategies(graph) if counts(graph, aim) is not False]


def goals_that_count(graph: Graph) -> list[Goal]:
    """Return goals, by id, without those that are known not to count."""
    return [goal for goal in nodes(graph, Goal) if counts(graph, goal) is not False]


def stands_in(graph: Graph, aim: Aim, kinds: Collection[str]) -> bool:
    """Return whether a goal or strategy is anchored in a plan of one of these kinds."""
    return any(node_row(graph, plan).kind in kinds for plan in aim.plan)


def basis_in_time(graph: Graph, clause: str, basis: Basis) -> Basis:
    """Return a basis, or a hint while the transitional time of the clause («P5») lasts."""
    return basis if transitional_until(graph, clause) is None else Basis.HINT


def goals_not_listed(graph: Graph) -> str:
    """Return that nobody has said that goals and strategies are all there."""
    if model_of(graph).municipality.all_goals_listed is False:
        return _("Not all goals and strategies are filled in («Alle mål er ført» is nei).")
    return _("Whether all goals and strategies are filled in is not stated («Alle mål er ført»).")


def plans_not_listed(graph: Graph) -> str:
    """Return that nobody has said that the plans are all there."""
    if model_of(graph).municipality.all_plans_listed is False:
        return _("Not all plans are filled in («Alle planer er ført» is nei).")
    return _("Whether all plans are filled in is not stated («Alle planer er ført»).")


def when_adopted(graph: Graph, plans: Iterable[Plan]) -> str:
    """Return the question when some plans were adopted."""
    return _("When was {plan} adopted?").format(
        plan=listed_names(graph, (plan.id for plan in plans))
    )


def second_paragraph() -> tuple[FindingGround, ...]:
    """Return the ground of these rules: what the law says about overview and plans."""
    return (FindingGround(_("Overview and plans"), _("boligsosialloven § 5 second paragraph")),)
