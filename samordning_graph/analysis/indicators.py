"""What the graph shows beside each factor of the self-assessment, where it shows anything.

What nobody holds, and what an incomplete list may lack, is not known. Own definition. A figure beside an answer is no verdict on the answer: the graph sees structure, and
those who answer see the rest.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from samordning_graph.analysis.clauses import clauses
from samordning_graph.analysis.cooperation import is_led
from samordning_graph.common.locale import _
from samordning_graph.graph.contact import actor_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import Graph, get_actor, is_unit, nodes
from samordning_graph.graph.links import linked_pairs
from samordning_graph.graph.organisation import goal_holders, goals_held
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.graph.participation import (
    MEMBER_ROLES,
    arena_members,
    has_incomplete_list,
    has_mandate,
    working_arenas,
)
from samordning_graph.schema.tables import Arena, Challenge, Goal, Measure, Strategy, Unit

SEVERAL_FIELDS = 3
"""The fewest sectors with which an arena gathers several fields."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """Three figures, and in words what is counted."""

    text: str
    figures: ThreeFigures


def indicators(graph: Graph) -> Mapping[str, Indicator]:
    """Return the indicator of each factor that has one, where there is anything to count."""
    found = {factor: count(graph) for factor, count in _COUNTS.items()}
    return {factor: indicator for factor, indicator in found.items() if indicator.figures.total}


def _of(text: str, things: Iterable[bool | None]) -> Indicator:
    return Indicator(text, ThreeFigures.of(things))


def _sectors(graph: Graph, ids: Iterable[str]) -> int:
    return len({get_actor(graph, actor_id).sector for actor_id in ids})


def _across_sectors(graph: Graph, holders: Iterable[str]) -> bool | None:
    """Return whether holders are of two or more sectors; None where nobody is given."""
    count = _sectors(graph, holders)
    return count > 1 if count else None


def _unless_incomplete(graph: Graph, arena: Arena, shown: bool) -> bool | None:
    """Return what a participant list shows; that it does not show it is known of a whole list."""
    return True if shown else None if has_incomplete_list(graph, arena) else False


def _anchored(graph: Graph) -> Indicator:
    strategic = [arena for arena in nodes(graph, Arena) if arena.level == "strategic"]
    return _of(
        _("strategic arenas with the municipality's leaders"),
        (arena.municipal_leadership for arena in strategic),
    )


def _planned(graph: Graph) -> Indicator:
    about = [clause for clause in clauses(graph) if clause.id in ("P7", "P8")]
    return _of(
        _("points of § 5 about overall goals, in full (P7, P8)"),
        (clause.in_full for clause in about),
    )


def _organised(graph: Graph) -> Indicator:
    return Indicator(_("pairs with a ground to coordinate"), pair_engine(graph).congruence(*Ground))


def _budgeted(graph: Graph) -> Indicator:
    return _of(_("measures in the budget"), (measure.budgeted for measure in nodes(graph, Measure)))


def _users(graph: Graph) -> Indicator:
    return _of(
        _("working arenas with users"),
        (arena.user_representation for arena in working_arenas(graph)),
    )


def _challenges_known(graph: Graph) -> Indicator:
    answered: dict[str, set[str]] = {challenge.id: set() for challenge in nodes(graph, Challenge)}
    for table in (Goal, Strategy):
        for aim in nodes(graph, table):
            for challenge in aim.challenges:
                answered[challenge] |= set(goal_holders(graph).get(aim.id, ()))
    return _of(
        _("challenges that goals of two or more sectors answer"),
        (_across_sectors(graph, holders) for holders in answered.values()),
    )


def _levels(graph: Graph) -> Indicator:
    level = {arena.id: arena.level for arena in working_arenas(graph)}
    levels_of_unit = {
        unit.id: {
            level[arena]
            for arena, role in actor_ties(graph)[unit.id].arenas.items()
            if role in MEMBER_ROLES and arena in level
        }
        for unit in nodes(graph, Unit)
    }
    return _of(
        _("units in arenas of more than one level"),
        (_several(levels) for levels in levels_of_unit.values() if level),
    )


def _several(levels: Collection[str | None]) -> bool | None:
    """Return whether there is more than one level; None where an arena does not say its own."""
    if len({*levels} - {None}) > 1:
        return True
    return None if None in levels or not levels else False


def _same_direction(graph: Graph) -> Indicator:
    held = goals_held(graph)

    def share_one(first: str, second: str) -> bool | None:
        if first not in held or second not in held:
            return None
        return not held[first].isdisjoint(held[second])

    return _of(
        _("linked pairs that also share a goal"),
        (share_one(first, second) for first, second in linked_pairs(graph)),
    )


def _shared_goals(graph: Graph) -> Indicator:
    held = [goal_holders(graph).get(goal.id, {}) for goal in nodes(graph, Goal)]
    return _of(
        _("goals with holders in two or more sectors"),
        (_across_sectors(graph, holders) for holders in held),
    )


def _outside(graph: Graph) -> Indicator:
    return _of(
        _("working arenas where someone outside the municipality takes part"),
        (
            _unless_incomplete(
                graph,
                arena,
                any(not is_unit(graph, member) for member in arena_members(graph, arena.id)),
            )
            for arena in working_arenas(graph)
        ),
    )


def _fields(graph: Graph) -> Indicator:
    return _of(
        _("working arenas with three or more sectors"),
        (
            _unless_incomplete(
                graph, arena, _sectors(graph, arena_members(graph, arena.id)) >= SEVERAL_FIELDS
            )
            for arena in working_arenas(graph)
        ),
    )


def _measures_together(graph: Graph) -> Indicator:
    held = [goal_holders(graph).get(measure.id, {}) for measure in nodes(graph, Measure)]
    return _of(
        _("measures with holders in two or more sectors"),
        (_across_sectors(graph, holders) for holders in held),
    )


def _led(graph: Graph) -> Indicator:
    return _of(
        _("working arenas with a leader"),
        (is_led(graph, arena) for arena in working_arenas(graph)),
    )


def _settled(graph: Graph) -> Indicator:
    return _of(
        _("working arenas with a mandate"),
        (has_mandate(arena) for arena in working_arenas(graph)),
    )


_COUNTS: Mapping[str, Callable[[Graph], Indicator]] = {
    "forankring-og-eierskap": _anchored,
    "overordnet-strategi": _planned,
    "organisering-og-samordning": _organised,
    "okonomiske-ressurser": _budgeted,
    "brukermedvirkning": _users,
    "forstaelse-av-utfordringer": _challenges_known,
    "nivaer-og-sektorer": _levels,
    "felles-retning": _same_direction,
    "felles-mal": _shared_goals,
    "flere-parter": _outside,
    "flere-fagomrader": _fields,
    "tiltak-sammen": _measures_together,
    "ledelse": _led,
    "struktur": _settled,
}
"""Of the others (competence, shared concepts, each other's laws …) a graph knows nothing."""
