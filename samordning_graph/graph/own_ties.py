"""Own ties of the actors as relations: who is linked to whom, and who meets whom."""

from typing import NamedTuple

from samordning_graph.graph.bit_relation import Relation
from samordning_graph.graph.graph import Graph, actors, cached_per_graph
from samordning_graph.graph.links import linked_pairs
from samordning_graph.graph.participation import arena_members, working_arenas


class OwnTies(NamedTuple):
    """Actors numbered in id order; who is linked, and who takes part in one working arena.

    Own ties only. The pair engine, which finds who *should* coordinate, also counts those of the
    units below.
    """

    ids: tuple[str, ...]
    linked: Relation
    meeting: Relation


@cached_per_graph
def own_ties(graph: Graph) -> OwnTies:
    """Return the own ties of the actors of a graph."""
    ids = tuple(actor.id for actor in actors(graph))
    position = {actor_id: i for i, actor_id in enumerate(ids)}
    linked = Relation(
        pairs=((position[first], position[second]) for first, second in linked_pairs(graph))
    )
    meeting = Relation(
        groups=(
            [position[member] for member in arena_members(graph, arena.id)]
            for arena in working_arenas(graph)
        )
    )
    return OwnTies(ids, linked, meeting)
