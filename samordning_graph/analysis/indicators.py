"""What the graph shows beside each factor of the self-assessment, where it shows anything.

Own definition. A figure beside an answer is no verdict on the answer: the graph sees structure, and
those who answer see the rest.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from samordning_graph.analysis.clauses import ClauseStatus, clauses
from samordning_graph.common.locale import _
from samordning_graph.graph.contact import actor_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import Graph, get_actor, is_unit, nodes
from samordning_graph.graph.links import linked_pairs
from samordning_graph.graph.organisation import goal_holders
from samordning_graph.graph.participation import (
    MEMBER_ROLES,
    arena_members,
    has_leader,
    has_mandate,
    working_arenas,
)
from samordning_graph.schema.tables import Arena, Challenge, Goal, Measure, Strategy, Unit

SEVERAL_FIELDS = 3
"""The fewest sectors with which an arena gathers several fields."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure: `part` of `whole` things, in words."""

    text: str
    part: int
    whole: int


def indicators(graph: Graph) -> Mapping[str, Indicator]:
    """Return the indicator of each factor that has one, where there is anything to count."""
    found = {factor: count(graph) for factor, count in _COUNTS.items()}
    return {factor: indicator for factor, indicator in found.items() if indicator.whole}


def _of(text: str, things: Iterable[bool]) -> Indicator:
    counted = list(things)
    return Indicator(text, sum(counted), len(counted))


def _sectors(graph: Graph, ids: Iterable[str]) -> int:
    return len({get_actor(graph, actor_id).sector for actor_id in ids})


def _anchored(graph: Graph) -> Indicator:
    strategic = [arena for arena in nodes(graph, Arena) if arena.level == "strategic"]
    return _of(
        _("strategic arenas with the municipality's leaders"),
        (arena.municipal_leadership is True for arena in strategic),
    )


def _planned(graph: Graph) -> Indicator:
    about = [clause for clause in clauses(graph) if clause.id in ("P7", "P8")]
    assessed = [clause for clause in about if clause.status is not ClauseStatus.NOT_ASSESSED]
    return _of(
        _("clauses about overall goals that are documented (P7, P8)"),
        (clause.status is ClauseStatus.DOCUMENTED for clause in assessed),
    )


def _organised(graph: Graph) -> Indicator:
    figure = pair_engine(graph).congruence(*Ground)
    return Indicator(
        _("pairs that should coordinate and do"), figure.met, figure.needed - figure.not_assessed
    )


def _budgeted(graph: Graph) -> Indicator:
    known = [measure for measure in nodes(graph, Measure) if measure.budgeted is not None]
    return _of(
        _("measures in the budget, of those where it is said"),
        (bool(measure.budgeted) for measure in known),
    )


def _users(graph: Graph) -> Indicator:
    known = [arena for arena in working_arenas(graph) if arena.user_representation is not None]
    return _of(
        _("working arenas with users, of those where it is said"),
        (bool(arena.user_representation) for arena in known),
    )


def _challenges_known(graph: Graph) -> Indicator:
    answered: dict[str, set[str]] = {challenge.id: set() for challenge in nodes(graph, Challenge)}
    for table in (Goal, Strategy):
        for aim in nodes(graph, table):
            for challenge in aim.challenges:
                answered[challenge] |= set(goal_holders(graph).get(aim.id, ()))
    return _of(
        _("challenges that goals of two or more sectors answer"),
        (_sectors(graph, holders) > 1 for holders in answered.values()),
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
        _("units in arenas of more than one level, of those in any"),
        (len(levels - {None}) > 1 for levels in levels_of_unit.values() if levels),
    )


def _same_direction(graph: Graph) -> Indicator:
    goals = pair_engine(graph).needs(Ground.GOAL)
    position = pair_engine(graph).position
    return _of(
        _("linked pairs that also share a goal"),
        (
            bool(goals.row(position[first]) >> position[second] & 1)
            for first, second in linked_pairs(graph)
        ),
    )


def _shared_goals(graph: Graph) -> Indicator:
    held = [goal_holders(graph).get(goal.id, {}) for goal in nodes(graph, Goal)]
    return _of(
        _("goals with holders in two or more sectors"),
        (_sectors(graph, holders) > 1 for holders in held),
    )


def _outside(graph: Graph) -> Indicator:
    return _of(
        _("working arenas where someone outside the municipality takes part"),
        (
            any(not is_unit(graph, member) for member in arena_members(graph, arena.id))
            for arena in working_arenas(graph)
        ),
    )


def _fields(graph: Graph) -> Indicator:
    return _of(
        _("working arenas with three or more sectors"),
        (
            _sectors(graph, arena_members(graph, arena.id)) >= SEVERAL_FIELDS
            for arena in working_arenas(graph)
        ),
    )


def _measures_together(graph: Graph) -> Indicator:
    held = [goal_holders(graph).get(measure.id, {}) for measure in nodes(graph, Measure)]
    return _of(
        _("measures with holders in two or more sectors"),
        (_sectors(graph, holders) > 1 for holders in held),
    )


def _led(graph: Graph) -> Indicator:
    return _of(
        _("working arenas with a leader"),
        (has_leader(graph, arena.id) for arena in working_arenas(graph)),
    )


def _settled(graph: Graph) -> Indicator:
    answers = [has_mandate(arena) for arena in working_arenas(graph)]
    return _of(
        _("working arenas with a mandate, of those where it is said"),
        (answer for answer in answers if answer is not None),
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
