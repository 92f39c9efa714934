"""Which working arenas gather nearly the same people. ARENA04 tells them; nobody is sent there first.

Source
    Share of all in either: Jaccard (1912), «The distribution of the flora in the alpine zone»,
    J = |A ∩ B| / |A ∪ B|. The limits: own definition.
"""

from collections import Counter
from itertools import combinations

from samordning_graph.graph.graph import Graph, cached_per_graph, get_arena
from samordning_graph.graph.participation import arena_members, working_arenas
from samordning_graph.schema.tables import Arena

MIN_IN_COMMON = 3
"""Leaders and members in common; arenas with fewer at all are not compared."""
MIN_SHARE = (2, 3)
"""The least share of all who are leader or member in either."""


@cached_per_graph
def comparable_arenas(graph: Graph) -> tuple[Arena, ...]:
    """Return the working arenas that are large enough to be compared, by id."""
    return tuple(
        arena
        for arena in working_arenas(graph)
        if len(arena_members(graph, arena.id)) >= MIN_IN_COMMON
    )


@cached_per_graph
def overlapping_arenas(graph: Graph) -> tuple[tuple[str, str], ...]:
    """Return the pairs of arenas (smaller id first) that share most of their leaders and members."""
    taking_part = {arena.id: arena_members(graph, arena.id) for arena in comparable_arenas(graph)}
    # By those who share them: most pairs of arenas share nobody.
    by_member: dict[str, list[str]] = {}
    for arena_id, actor_ids in taking_part.items():
        for actor_id in actor_ids:
            by_member.setdefault(actor_id, []).append(arena_id)
    least, of = MIN_SHARE
    in_common = Counter(pair for arenas in by_member.values() for pair in combinations(arenas, 2))
    return tuple(
        (first, second)
        for (first, second), shared in sorted(in_common.items())
        if shared >= MIN_IN_COMMON
        and of * shared >= least * (len(taking_part[first]) + len(taking_part[second]) - shared)
        and not _differ(get_arena(graph, first), get_arena(graph, second))
    )


def _differ(first: Arena, second: Arena) -> bool:
    """Return whether two arenas are known to be of different levels."""
    return None not in (first.level, second.level) and first.level != second.level
