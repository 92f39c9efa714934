"""Who takes part in which arena, and which arenas count as working arenas."""

from collections.abc import Mapping

from samordning_graph.common.text import fold
from samordning_graph.graph.graph import Graph, cached_per_graph, nodes, options_of, ties_by_kind
from samordning_graph.graph.organisation import ancestors_by_unit
from samordning_graph.schema.tables import (
    Arena,
    Tie,
)

ROLES = ("leader", "member", "on_call", "observer")
"""From the strongest to the weakest."""
TAKING_PART = frozenset({"leader", "member"})
_NO_MANDATE = frozenset({"", "nei", "ingen"})


@cached_per_graph
def participants(graph: Graph) -> Mapping[str, Mapping[str, str]]:
    """Return who is listed in each arena: arena → actor → strongest role."""
    listed: dict[str, dict[str, str]] = {one.id: {} for one in nodes(graph, Arena)}
    for from_, to, data in ties_by_kind(graph)[Tie.PARTICIPATES_IN]:
        listed[to][from_] = data["role"]
    return listed


def members(graph: Graph, arena_id: str) -> list[str]:
    """Return the leaders and members of an arena, by id."""
    listed = participants(graph)[arena_id]
    return sorted(one for one, role in listed.items() if role in TAKING_PART)


# Arenas


@cached_per_graph
def excluded_arenas(graph: Graph) -> Mapping[str, str]:
    """Return the arenas that are no working arenas, with the reason.

    The reasons: `closed` (past its last day), `information`, `large` (more leaders and members
    than `max_arena_size`), `seldom` (known to meet less than `min_meetings`). A big yearly forum
    must not make every gap vanish. No kind given counts as working.
    """
    options = options_of(graph)
    reasons: dict[str, str] = {}
    for one in nodes(graph, Arena):
        if one.valid_to is not None and one.valid_to < options.as_of:
            reasons[one.id] = "closed"
        elif one.kind == "information":
            reasons[one.id] = "information"
        elif (
            options.max_arena_size is not None
            and len(members(graph, one.id)) > options.max_arena_size
        ):
            reasons[one.id] = "large"
        elif (
            options.min_meetings is not None
            and one.meetings_per_year is not None
            and one.meetings_per_year < options.min_meetings
        ):
            reasons[one.id] = "seldom"
    return reasons


@cached_per_graph
def working_arenas(graph: Graph) -> tuple[Arena, ...]:
    """Return the arenas in which two can be said to meet, by id."""
    aside = excluded_arenas(graph)
    return tuple(one for one in nodes(graph, Arena) if one.id not in aside)


@cached_per_graph
def rolled_up_roles(graph: Graph) -> Mapping[str, Mapping[str, str]]:
    """Return the roles in each arena with those of the units below counted for the units above.

    Goals are owned by a kommunalområde and arenas attended by its units; never the other way: a
    boss in a forum does not make the ward meet.
    """
    lines = ancestors_by_unit(graph)
    lifted: dict[str, dict[str, str]] = {}
    for arena_id, listed in participants(graph).items():
        roles = dict(listed)
        for actor_id, role in listed.items() if lines else ():
            for one in lines.get(actor_id, ()):
                if one not in roles or ROLES.index(role) < ROLES.index(roles[one]):
                    roles[one] = role
        lifted[arena_id] = roles
    return lifted


@cached_per_graph
def rolled_up_members(graph: Graph) -> Mapping[str, frozenset[str]]:
    """Return the leaders and members of each arena with the units that they are part of."""
    return {
        arena_id: frozenset(one for one, role in roles.items() if role in TAKING_PART)
        for arena_id, roles in rolled_up_roles(graph).items()
    }


def has_incomplete_list(graph: Graph, one: Arena) -> bool:
    """Return whether an arena's list is open: anyone could be missing from it.

    Said to be incomplete, or naming nobody without being said to be complete.
    """
    if one.participants_complete is None:
        return not participants(graph)[one.id]
    return not one.participants_complete


def has_mandate(one: Arena) -> bool:
    """Return whether it is said what an arena is set to do, or what it rests on.

    «nei», «ingen» and «-» say that there is none.
    """
    return any(fold(text or "") not in _NO_MANDATE for text in (one.mandate, one.basis))


def has_leader(graph: Graph, arena_id: str) -> bool:
    """Return whether anybody is listed as the leader of an arena."""
    return "leader" in participants(graph)[arena_id].values()
