"""What the graph shows beside each factor of the self-assessment, where it shows anything.

What nobody holds, and what an incomplete list may lack, is not known. Own definition. A figure
beside an answer is no verdict on the answer: the graph sees structure, and those who answer see the
rest.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from samordning_graph.analysis.clauses import clauses
from samordning_graph.analysis.cooperation import is_led
from samordning_graph.analysis.in_place import figures_of_results
from samordning_graph.common.locale import _, mark
from samordning_graph.graph.contact import actor_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import Graph, get_actor, is_unit, nodes
from samordning_graph.graph.links import linked_pairs
from samordning_graph.graph.organisation import goal_holders, goals_held, join_sectors
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.graph.participation import (
    MEMBER_ROLES,
    arena_members,
    has_incomplete_list,
    has_mandate,
    working_arenas,
)
from samordning_graph.schema.tables import Arena, Challenge, Goal, Measure, Strategy, Tie, Unit

SEVERAL_FIELDS = 3
"""The fewest sectors with which an arena gathers several fields."""


class Indicator(NamedTuple):
    """Three figures, and in words what is counted."""

    text: str
    figures: ThreeFigures


def indicators(graph: Graph) -> Mapping[str, Indicator]:
    """Return the indicator of each factor that has one, where there is anything to count."""
    found = {factor: Indicator(_(text), count(graph)) for factor, (text, count) in _COUNTED.items()}
    return {factor: indicator for factor, indicator in found.items() if indicator.figures.total}


def what_is_counted(factor: str) -> str:
    """Return what a graph can show of a factor, in words; empty where only people can answer."""
    return _(_COUNTED[factor][0]) if factor in _COUNTED else ""


def _sectors(graph: Graph, ids: Iterable[str]) -> int:
    return len({get_actor(graph, actor_id).sector for actor_id in ids})


def _unless_incomplete(graph: Graph, arena: Arena, shown: bool) -> bool | None:
    """Return what a participant list shows; that it does not show it is known of a whole list."""
    return True if shown else None if has_incomplete_list(graph, arena) else False


def _anchored(graph: Graph) -> ThreeFigures:
    strategic = [arena for arena in nodes(graph, Arena) if arena.level == "strategic"]
    return ThreeFigures.of(arena.municipal_leadership for arena in strategic)


def _planned(graph: Graph) -> ThreeFigures:
    about = [clause for clause in clauses(graph) if clause.id in ("P7", "P8")]
    return ThreeFigures.of(clause.in_full for clause in about)


def _organised(graph: Graph) -> ThreeFigures:
    return pair_engine(graph).congruence(*Ground)


def _budgeted(graph: Graph) -> ThreeFigures:
    return ThreeFigures.of(measure.budgeted for measure in nodes(graph, Measure))


def _users(graph: Graph) -> ThreeFigures:
    return ThreeFigures.of(arena.user_representation for arena in working_arenas(graph))


def _challenges_known(graph: Graph) -> ThreeFigures:
    answered: dict[str, set[str]] = {challenge.id: set() for challenge in nodes(graph, Challenge)}
    for table in (Goal, Strategy):
        for aim in nodes(graph, table):
            for challenge in aim.challenges:
                answered[challenge] |= set(goal_holders(graph).get(aim.id, ()))
    return ThreeFigures.of(join_sectors(graph, holders) for holders in answered.values())


def _levels(graph: Graph) -> ThreeFigures:
    level = {arena.id: arena.level for arena in working_arenas(graph)}
    levels_of_unit = {
        unit.id: {
            level[arena]
            for arena, role in actor_ties(graph)[unit.id].arenas.items()
            if role in MEMBER_ROLES and arena in level
        }
        for unit in nodes(graph, Unit)
    }
    return ThreeFigures.of(_several(levels) for levels in levels_of_unit.values() if level)


def _several(levels: Collection[str | None]) -> bool | None:
    """Return whether there is more than one level; None where an arena does not say its own."""
    if len({*levels} - {None}) > 1:
        return True
    return None if None in levels or not levels else False


def _same_direction(graph: Graph) -> ThreeFigures:
    held = goals_held(graph)

    def share_one(first: str, second: str) -> bool | None:
        if first not in held or second not in held:
            return None
        return not held[first].isdisjoint(held[second])

    return ThreeFigures.of(share_one(first, second) for first, second in linked_pairs(graph))


def _shared_goals(graph: Graph) -> ThreeFigures:
    held = [goal_holders(graph).get(goal.id, {}) for goal in nodes(graph, Goal)]
    return ThreeFigures.of(join_sectors(graph, holders) for holders in held)


def _outside(graph: Graph) -> ThreeFigures:
    return ThreeFigures.of(
        _unless_incomplete(
            graph,
            arena,
            any(not is_unit(graph, member) for member in arena_members(graph, arena.id)),
        )
        for arena in working_arenas(graph)
    )


def _fields(graph: Graph) -> ThreeFigures:
    return ThreeFigures.of(
        _unless_incomplete(
            graph, arena, _sectors(graph, arena_members(graph, arena.id)) >= SEVERAL_FIELDS
        )
        for arena in working_arenas(graph)
    )


def _measures_together(graph: Graph) -> ThreeFigures:
    held = [goal_holders(graph).get(measure.id, {}) for measure in nodes(graph, Measure)]
    return ThreeFigures.of(join_sectors(graph, holders) for holders in held)


def _led(graph: Graph) -> ThreeFigures:
    return ThreeFigures.of(is_led(graph, arena) for arena in working_arenas(graph))


def _settled(graph: Graph) -> ThreeFigures:
    return ThreeFigures.of(has_mandate(arena) for arena in working_arenas(graph))


def _owned_goals(graph: Graph) -> ThreeFigures:
    held = [goal_holders(graph).get(goal.id, {}) for goal in nodes(graph, Goal)]
    return ThreeFigures.of(True if Tie.OWNS in by.values() else None for by in held)


def _carried_measures(graph: Graph) -> ThreeFigures:
    holders = goal_holders(graph)
    return ThreeFigures.of(
        True if holders.get(measure.id) else None for measure in nodes(graph, Measure)
    )


def _seen_referrals(graph: Graph) -> ThreeFigures:
    return pair_engine(graph).congruence(Ground.REFERRAL)


def _across(graph: Graph) -> ThreeFigures:
    return ThreeFigures.of(
        _unless_incomplete(graph, arena, _sectors(graph, arena_members(graph, arena.id)) > 1)
        for arena in working_arenas(graph)
    )


def _plan_chain(graph: Graph) -> ThreeFigures:
    return ThreeFigures.of(clause.in_full for clause in clauses(graph) if clause.id >= "P4")


_COUNTED: Mapping[str, tuple[str, Callable[[Graph], ThreeFigures]]] = {
    "forankring-og-eierskap": (mark("strategic arenas with the municipality's leaders"), _anchored),
    "overordnet-strategi": (mark("points of § 5 about overall goals, in full (P7, P8)"), _planned),
    "organisering-og-samordning": (mark("pairs with a ground to coordinate"), _organised),
    "okonomiske-ressurser": (mark("measures in the budget"), _budgeted),
    "brukermedvirkning": (mark("working arenas with users"), _users),
    "forstaelse-av-utfordringer": (
        mark("challenges that goals of two or more sectors answer"),
        _challenges_known,
    ),
    "nivaer-og-sektorer": (mark("units in arenas of more than one level"), _levels),
    "felles-retning": (mark("linked pairs that also share a goal"), _same_direction),
    "felles-mal": (mark("goals with holders in two or more sectors"), _shared_goals),
    "flere-parter": (
        mark("working arenas where someone outside the municipality takes part"),
        _outside,
    ),
    "flere-fagomrader": (mark("working arenas with three or more sectors"), _fields),
    "tiltak-sammen": (mark("measures with holders in two or more sectors"), _measures_together),
    "ledelse": (mark("working arenas with a leader"), _led),
    "mal": (mark("goals with an owner"), _owned_goals),
    "innsats": (mark("measures with somebody behind them"), _carried_measures),
    "prosesser": (mark("pairs that refer users across sectors and are in touch"), _seen_referrals),
    "arenaer": (mark("working arenas with two or more sectors"), _across),
    "system": (mark("points of § 5 about overview and plans, in full"), _plan_chain),
    "resultater": (mark("goals with results"), figures_of_results),
    "struktur": (mark("working arenas with a mandate"), _settled),
}
"""Of the others (competence, shared concepts, each other's laws …) a graph knows nothing."""
