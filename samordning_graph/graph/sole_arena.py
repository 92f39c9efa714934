"""How much of what is covered rests on one arena alone: what would be left without it.

A figure that one yearly gathering of all makes is another figure than one that twenty meetings make.
A working arena is the sole cover of a pair when nothing else covers it: no link, and no other
working arena. It is told where it would lose more than half of what is covered. Own definition.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from samordning_graph.graph.bit_relation import bits
from samordning_graph.graph.coverage import PairEngine, pair_engine
from samordning_graph.graph.graph import Graph, cached_per_graph
from samordning_graph.graph.participant_lists import ParticipantList

NOTABLE_LOSS = 1 / 2
"""An arena without which more than this share of what is covered would not be is told with it."""


class SoleArena(NamedTuple):
    """An arena, and how many of what is covered would still be covered without it."""

    arena: str
    left: int


def heaviest(only_by: Mapping[str, int], covered: int) -> SoleArena | None:
    """Return the arena whose loss would lose most, of equal ones the first by id.

    None when no arena alone would lose more than half.

    Examples
    --------
    >>> heaviest({"forum": 7, "team": 1}, 9), heaviest({"forum": 4}, 9)
    (SoleArena(arena='forum', left=2), None)
    """
    arena = min(only_by, key=lambda arena: (-only_by[arena], arena), default="")
    if not arena or only_by[arena] <= covered * NOTABLE_LOSS:
        return None
    return SoleArena(arena, covered - only_by[arena])


def pairs_only_by(graph: Graph, wanted: Callable[[int], int]) -> Mapping[str, int]:
    """Return how many pairs each working arena alone covers.

    `wanted` gives, for the position of an actor, those with whom its pair is of interest.
    """
    engine = pair_engine(graph)
    only_there: dict[str, int] = defaultdict(int)
    for i, lists in _lists_of(graph).items():
        once = twice = 0
        for participant_list in lists:
            twice |= once & participant_list.taking_part
            once |= participant_list.taking_part
        only_once = wanted(i) & ~twice & ~engine.linked.row(i)
        for participant_list in lists:
            only_there[participant_list.arena] += (
                only_once & participant_list.taking_part
            ).bit_count()
    return {arena: count // 2 for arena, count in only_there.items() if count}


def groups_only_by(graph: Graph, groups: Iterable[Iterable[tuple[int, int]]]) -> Mapping[str, int]:
    """Return how many groups of pairs each working arena alone covers.

    A group is covered when one pair of it is. It holds (position of an actor, those with whom it
    makes pairs of the group).
    """
    only_there: dict[str, int] = defaultdict(int)
    for group in groups:
        arenas = _arenas_covering(pair_engine(graph), _lists_of(graph), list(group))
        if len(arenas) == 1:
            only_there[arenas.pop()] += 1
    return only_there


def _arenas_covering(
    engine: PairEngine,
    lists_of: Mapping[int, list[ParticipantList]],
    group: list[tuple[int, int]],
) -> set[str]:
    """Return the arenas that cover a pair of a group; none where a link does."""
    if any(row & engine.linked.row(i) for i, row in group):
        return set()
    return {
        participant_list.arena
        for i, row in group
        for participant_list in lists_of.get(i, ())
        if row & participant_list.taking_part
    }


@cached_per_graph
def _lists_of(graph: Graph) -> Mapping[int, list[ParticipantList]]:
    """Return the lists of the working arenas in which each actor takes part, by its position."""
    lists_of: dict[int, list[ParticipantList]] = defaultdict(list)
    for participant_list in pair_engine(graph).lists.all:
        for i in bits(participant_list.taking_part):
            lists_of[i].append(participant_list)
    return lists_of
