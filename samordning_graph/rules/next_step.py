"""A possible next step for two who do not coordinate.

How it is decided
    What they nearly have comes first: a lapsed agreement is renewed, and whoever is only on call
    or observer where the other takes part becomes a member. Otherwise one of them is invited to an
    arena of the other, and two without an arena agree on a first meeting.
Source
    Own definition.
"""

from collections.abc import Iterable
from typing import NamedTuple

from samordning_graph.common.locale import _, in_words
from samordning_graph.graph.contact import actor_ties
from samordning_graph.graph.excluded_ties import ExcludedTie, Exclusion
from samordning_graph.graph.graph import Graph, get_actor, get_arena, listed_names, node_name
from samordning_graph.graph.participation import MEMBER_ROLES, arena_members, excluded_arenas


def next_step(graph: Graph, first: str, second: str, excluded: Iterable[ExcludedTie]) -> str:
    """Return a possible next step for two, given what they have that does not count."""
    nearest = nearest_tie(excluded)
    if nearest is None:
        return invitation(graph, first, second)
    if nearest.last_day is not None:
        return _(
            "The agreement «{agreement}» was valid to {date}. It can be renewed, or you can write"
            " down why it was not."
        ).format(agreement=nearest.agreement, date=in_words(nearest.last_day))
    return _(
        "{actors} can become a member of {arena}, where it is now on call or observer."
    ).format(actors=listed_names(graph, nearest.loosely), arena=node_name(graph, nearest.arena))


def nearest_tie(excluded: Iterable[ExcludedTie]) -> ExcludedTie | None:
    """Return what two nearly have: the newest lapsed agreement, else a seat on call or observer."""
    by_exclusion = {tie.exclusion: tie for tie in reversed([*excluded])}
    return by_exclusion.get(Exclusion.LAPSED) or by_exclusion.get(Exclusion.ROLE)


def proposed_invitation(
    graph: Graph, first: str, second: str, excluded: Iterable[ExcludedTie]
) -> "InvitationOption | None":
    """Return the invitation that the next step of two proposes; None where it is another step."""
    return None if nearest_tie(excluded) else best_invitation(graph, first, second)


class InvitationOption(NamedTuple):
    """An arena to which one of two could be invited, since the other takes part in it."""

    invited: str
    arena: str
    host: str


def best_invitation(graph: Graph, first: str, second: str) -> InvitationOption | None:
    """Return where one of two who do not meet could be invited; None where neither has an arena.

    The smallest working arena in which exactly one of them takes part; of equal ones the first by
    id. A small arena is where a seat at the table makes a difference. One that is for target groups
    which the invited one does not serve comes last: nobody invites a prison to a meeting about
    refugees.
    """
    excluded = excluded_arenas(graph)
    arenas = {
        actor_id: {
            arena_id
            for arena_id, role in actor_ties(graph)[actor_id].arenas.items()
            if role in MEMBER_ROLES and arena_id not in excluded
        }
        for actor_id in (first, second)
    }
    choices = [
        (
            _is_for_other_groups(graph, arena_id, invited),
            len(arena_members(graph, arena_id)),
            InvitationOption(invited, arena_id, host),
        )
        for host, invited in ((first, second), (second, first))
        for arena_id in arenas[host] - arenas[invited]
    ]
    return min(choices, key=_ranked)[-1] if choices else None


def _ranked(choice: tuple[bool, int, InvitationOption]) -> tuple[bool, int, str, str]:
    is_for_other_groups, size, option = choice
    return is_for_other_groups, size, option.arena, option.invited


def invitation(graph: Graph, first: str, second: str) -> str:
    """Return a possible next step for two who do not meet, in words."""
    option = best_invitation(graph, first, second)
    if option is None:
        return _(
            "{one} and {other} can agree on a meeting place, and on who calls the meetings."
        ).format(one=node_name(graph, first), other=node_name(graph, second))
    return _("{guest} can be invited to {arena}, where {host} already takes part.").format(
        guest=node_name(graph, option.invited),
        arena=node_name(graph, option.arena),
        host=node_name(graph, option.host),
    )


def _is_for_other_groups(graph: Graph, arena_id: str, invited: str) -> bool:
    """Return whether an arena is for target groups of which the invited one serves none."""
    groups = {*get_arena(graph, arena_id).target_groups}
    return bool(groups) and groups.isdisjoint(get_actor(graph, invited).target_groups)
