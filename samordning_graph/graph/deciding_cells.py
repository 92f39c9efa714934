"""Which cells would decide the pairs that the data leave open, and how many pairs each."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from samordning_graph.graph.contact import possibly_isolated_actors
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import Graph
from samordning_graph.graph.participation import (
    has_incomplete_list,
    rolled_up_roles,
    working_arenas,
)


class DecidingCells(NamedTuple):
    """The needed pairs that cannot be assessed, and what would decide them.

    `by_arena`: pairs decided if this arena's list were marked as complete. `by_actor`: pairs
    decided if this actor were asked about arenas. `by_empty_cells`: pairs decided if every list that is marked
    neither way were marked as complete. Each number is for that change alone.
    """

    pairs: int
    by_arena: Mapping[str, int]
    by_actor: Mapping[str, int]
    by_empty_cells: int


def deciding_cells(graph: Graph, *grounds: Ground) -> DecidingCells:
    """Return what would decide the pairs with any of the grounds that cannot be assessed."""
    engine = pair_engine(graph)
    asked = engine.everyone & ~engine.lists.not_asked
    pairs = by_empty_cells = 0
    by_arena: dict[str, int] = defaultdict(int)
    by_actor: dict[str, int] = {}
    incomplete = {
        arena.id for arena in working_arenas(graph) if arena.participants_complete is False
    }
    for i in engine.related_by(*grounds):
        undetermined = engine.not_assessed(i, engine.needed(i, *grounds))
        if not undetermined:
            continue
        pairs += undetermined.bit_count()
        lists = list(engine.lists.shown_by(i))
        once = twice = marked_incomplete = 0
        for arena_id, could_meet in lists:
            twice |= once & could_meet
            once |= could_meet
            if arena_id in incomplete:
                marked_incomplete |= could_meet
        shown_once = undetermined & ~twice
        for arena_id, could_meet in lists if shown_once else ():
            by_arena[arena_id] += (shown_once & could_meet).bit_count()
        by_empty_cells += (undetermined & ~marked_incomplete).bit_count()
        if not asked >> i & 1 and undetermined & asked:
            by_actor[engine.ids[i]] = (undetermined & asked).bit_count()
    return DecidingCells(
        pairs=pairs // 2,
        by_arena={arena_id: count // 2 for arena_id, count in by_arena.items() if count},
        by_actor=by_actor,
        by_empty_cells=by_empty_cells // 2,
    )


def actors_decided_by(graph: Graph) -> Mapping[str, int]:
    """Return, per arena, how many actors would be known to be isolated, or not, by its whole list.

    Those without a known tie whose ties may be incomplete because of this list alone.
    """
    incomplete_lists = {
        arena.id: rolled_up_roles(graph)[arena.id]
        for arena in working_arenas(graph)
        if has_incomplete_list(graph, arena)
    }
    decided: dict[str, int] = defaultdict(int)
    for actor_id in possibly_isolated_actors(graph):
        not_naming = [
            arena_id for arena_id, roles in incomplete_lists.items() if actor_id not in roles
        ]
        if len(not_naming) == 1:
            decided[not_naming[0]] += 1
    return decided
