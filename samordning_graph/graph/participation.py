"""Who takes part in which arena, and which arenas count as working arenas."""

from collections.abc import Iterable, Mapping

from samordning_graph.common.text import says_none
from samordning_graph.graph.graph import Graph, cached_per_graph, nodes, options_of, ties_by_kind
from samordning_graph.graph.organisation import ancestors_by_unit, descendant_units
from samordning_graph.schema.tables import Arena, Tie

PARTICIPATION_ROLES = ("leader", "member", "on_call", "observer")
"""From the strongest to the weakest."""
MEMBER_ROLES = frozenset({"leader", "member"})


@cached_per_graph
def roles_by_arena(graph: Graph) -> Mapping[str, Mapping[str, str]]:
    """Return who is listed in each arena: arena → actor → strongest role."""
    roles: dict[str, dict[str, str]] = {arena.id: {} for arena in nodes(graph, Arena)}
    for actor_id, arena_id, data in ties_by_kind(graph)[Tie.PARTICIPATES_IN]:
        roles[arena_id][actor_id] = data["role"]
    return roles


def arena_members(graph: Graph, arena_id: str) -> list[str]:
    """Return the leaders and members of an arena, by id."""
    roles = roles_by_arena(graph)[arena_id]
    return sorted(actor_id for actor_id, role in roles.items() if role in MEMBER_ROLES)


# Arenas


@cached_per_graph
def excluded_arenas(graph: Graph) -> Mapping[str, str]:
    """Return the arenas that do not count as working arenas, with the reason.

    The reasons: `closed` (past its last day), `information`, `large` (more leaders and members
    than `max_arena_size`), `seldom` (known to meet less than `min_meetings`). A big yearly forum
    must not make every gap vanish. An arena without a kind counts as working.
    """
    options = options_of(graph)
    reasons: dict[str, str] = {}
    for arena in nodes(graph, Arena):
        if arena.valid_to is not None and arena.valid_to < options.as_of:
            reasons[arena.id] = "closed"
        elif arena.kind == "information":
            reasons[arena.id] = "information"
        elif (
            options.max_arena_size is not None
            and len(arena_members(graph, arena.id)) > options.max_arena_size
        ):
            reasons[arena.id] = "large"
        elif (
            options.min_meetings is not None
            and arena.meetings_per_year is not None
            and arena.meetings_per_year < options.min_meetings
        ):
            reasons[arena.id] = "seldom"
    return reasons


@cached_per_graph
def working_arenas(graph: Graph) -> tuple[Arena, ...]:
    """Return the arenas whose leaders and members count as meeting each other, by id."""
    excluded = excluded_arenas(graph)
    return tuple(arena for arena in nodes(graph, Arena) if arena.id not in excluded)


@cached_per_graph
def rolled_up_roles(graph: Graph) -> Mapping[str, Mapping[str, str]]:
    """Return the roles in each arena with those of the units below counted for the units above.

    A kommunalområde owns goals while its units attend the arenas. Never the other way round: a
    head in a forum does not make the ward meet anybody.
    """
    ancestors = ancestors_by_unit(graph)
    rolled_up: dict[str, dict[str, str]] = {}
    for arena_id, own_roles in roles_by_arena(graph).items():
        roles = dict(own_roles)
        for actor_id, role in own_roles.items() if ancestors else ():
            for unit in ancestors.get(actor_id, ()):
                if unit not in roles or PARTICIPATION_ROLES.index(role) < PARTICIPATION_ROLES.index(
                    roles[unit]
                ):
                    roles[unit] = role
        rolled_up[arena_id] = roles
    return rolled_up


def listed_for(graph: Graph, arena_id: str, actor_ids: Iterable[str]) -> frozenset[str]:
    """Return who is listed in an arena of some actors: each itself, or else the units below it."""
    listed = roles_by_arena(graph)[arena_id].keys()
    return frozenset().union(
        *(
            {actor_id} if actor_id in listed else listed & set(descendant_units(graph, actor_id))
            for actor_id in actor_ids
        )
    )


def first_member_for(graph: Graph, arena_id: str, actor_id: str) -> str:
    """Return who takes part in an arena for an actor that does: itself, or else a unit below it."""
    taking_part = arena_members(graph, arena_id)
    below = (actor_id, *sorted(descendant_units(graph, actor_id)))
    return next(unit for unit in below if unit in taking_part)


@cached_per_graph
def rolled_up_members(graph: Graph) -> Mapping[str, frozenset[str]]:
    """Return the leaders and members of each arena with the units that they are part of."""
    return {
        arena_id: frozenset(actor_id for actor_id, role in roles.items() if role in MEMBER_ROLES)
        for arena_id, roles in rolled_up_roles(graph).items()
    }


def has_incomplete_list(graph: Graph, arena: Arena) -> bool:
    """Return whether anyone could be missing from the participant list of an arena.

    The list is marked as incomplete, or names nobody and is not marked as complete.
    """
    if arena.participants_complete is None:
        return not roles_by_arena(graph)[arena.id]
    return not arena.participants_complete


def has_mandate(arena: Arena) -> bool | None:
    """Return whether an arena has a mandate, or a basis that it rests on; None when nobody has said.

    «nei», «ingen» and «-» say that there is none. An empty cell says nothing.
    """
    texts = (arena.mandate, arena.basis)
    if any(text is not None and not says_none(text) for text in texts):
        return True
    return None if None in texts else False


def has_leader(graph: Graph, arena_id: str) -> bool:
    """Return whether anybody is listed as the leader of an arena."""
    return "leader" in roles_by_arena(graph)[arena_id].values()


def lacks_leader(graph: Graph, arena: Arena) -> bool:
    """Return whether the data say that nobody leads an arena.

    Its list is whole as far as anybody knows, and somebody is listed as the leader of some arena.
    """
    return (
        not has_leader(graph, arena.id)
        and not has_incomplete_list(graph, arena)
        and any(has_leader(graph, other.id) for other in nodes(graph, Arena))
    )
