"""Every tie of an actor, and the groups that ties make."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import networkx as nx

from samordning_graph.graph.graph import (
    Graph,
    actors,
    cached_per_graph,
    options_of,
    ties_by_kind,
)
from samordning_graph.graph.links import is_contact, linked_pairs, makes_linked
from samordning_graph.graph.organisation import ancestors_by_unit
from samordning_graph.graph.participation import (
    arena_members,
    has_incomplete_list,
    rolled_up_roles,
    working_arenas,
)
from samordning_graph.graph.survey import ABOUT_TIES, is_surveyed
from samordning_graph.schema.tables import Actor, Tie

# The ties of an actor


@dataclass(frozen=True, slots=True)
class ActorTies:
    """The ties of an actor and of the units below it: arenas with role, and who it is tied to."""

    arenas: Mapping[str, str]
    linked: frozenset[str]
    acquainted: frozenset[str]
    referrals: frozenset[str]

    def __bool__(self) -> bool:
        """Whether there is any tie at all."""
        return bool(self.arenas or self.linked or self.acquainted or self.referrals)


@cached_per_graph
def actor_ties(graph: Graph) -> Mapping[str, ActorTies]:
    """Return the ties of every actor, those of the units below it included.

    An expired agreement is no tie, nor is the answer that there is no contact. An acquaintance
    (awareness) is one, though it does not link, and so is a collaboration that is not confirmed
    where only confirmed ones link.
    """
    options = options_of(graph)
    arenas: dict[str, dict[str, str]] = defaultdict(dict)
    for arena_id, roles in rolled_up_roles(graph).items():
        for actor_id, role in roles.items():
            arenas[actor_id][arena_id] = role
    partners: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    ancestors = ancestors_by_unit(graph)
    for tie in (Tie.COLLABORATES_WITH, Tie.HAS_AGREEMENT_WITH, Tie.REFERS_TO):
        for from_, to, data in ties_by_kind(graph)[tie]:
            if makes_linked(data, options):
                kind = "linked"
            elif tie is Tie.COLLABORATES_WITH and is_contact(data):
                kind = "acquainted"
            elif tie is Tie.REFERS_TO:
                kind = "referrals"
            else:
                continue
            for first, second in ((from_, to), (to, from_)):
                for actor_id in (first, *ancestors.get(first, ())):
                    partners[actor_id][kind].add(second)
    return {
        actor.id: ActorTies(
            arenas[actor.id],
            frozenset(partners[actor.id]["linked"]),
            frozenset(partners[actor.id]["acquainted"]),
            frozenset(partners[actor.id]["referrals"]),
        )
        for actor in actors(graph)
    }


@cached_per_graph
def actors_with_incomplete_ties(graph: Graph) -> frozenset[str]:
    """Return the actors whose own ties may be incomplete, so that no rule may call them isolated.

    Those that were not asked about contact and arenas, while an incomplete list names neither them
    nor a unit below them.
    """
    incomplete_lists = [
        rolled_up_roles(graph)[arena.id]
        for arena in working_arenas(graph)
        if has_incomplete_list(graph, arena)
    ]
    return frozenset(
        actor.id
        for actor in actors(graph)
        if not is_surveyed(actor, *ABOUT_TIES)
        and any(actor.id not in listed for listed in incomplete_lists)
    )


@cached_per_graph
def possibly_isolated_actors(graph: Graph) -> frozenset[str]:
    """Return the actors without any known tie whose ties may be incomplete.

    Whoever has a tie is known not to be isolated: what a list may lack takes no tie away.
    """
    ties = actor_ties(graph)
    return frozenset(actor for actor in actors_with_incomplete_ties(graph) if not ties[actor])


def is_without_ties(graph: Graph, actor: Actor) -> bool:
    """Return whether an actor was asked and has no tie at all: unknown is not absent."""
    if not is_surveyed(actor, *ABOUT_TIES) or not has_any_ties(graph):
        return False
    return not actor_ties(graph)[actor.id] and actor.id not in actors_with_incomplete_ties(graph)


@cached_per_graph
def has_any_ties(graph: Graph) -> bool:
    """Return whether the data hold a participation, contact, agreement in force or referral at all.

    Without any, nobody can be called isolated: nothing was filled in. One answer that there is no
    contact says nothing of anybody else.
    """
    ties = ties_by_kind(graph)
    return (
        any(ties[kind] for kind in (Tie.PARTICIPATES_IN, Tie.REFERS_TO))
        or any(is_contact(data) for _from, _to, data in ties[Tie.COLLABORATES_WITH])
        or bool(linked_pairs(graph))
    )


# Components


@cached_per_graph
def component_graph(graph: Graph) -> "nx.Graph[str]":
    """Return what ties actors together, frozen: actors, working arenas, seats and links.

    Participation as leader or member, and linked pairs; nothing else, since an information forum or
    the organisation chart would join everything. Own ties only.
    """
    tied: nx.Graph[str] = nx.Graph()
    tied.add_nodes_from(actor.id for actor in actors(graph))
    for arena in working_arenas(graph):
        tied.add_edges_from((member, arena.id) for member in arena_members(graph, arena.id))
    tied.add_edges_from(linked_pairs(graph))
    return cast("nx.Graph[str]", nx.freeze(tied))


@cached_per_graph
def actor_components(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return the groups of actors that are tied together, ids sorted, the main group first.

    The main group has the most actors; among groups of equal size, it has the smallest id.
    """
    everyone = {actor.id for actor in actors(graph)}
    groups = [
        tuple(sorted(everyone.intersection(group)))
        for group in nx.connected_components(component_graph(graph))
    ]
    return tuple(
        sorted((group for group in groups if group), key=lambda group: (-len(group), group[0]))
    )
