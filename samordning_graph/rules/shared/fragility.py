"""What the rules about a fragile network share: the parts that it splits into when one of it is lost."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, cast

import networkx as nx

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import first_few
from samordning_graph.graph.bit_relation import bits
from samordning_graph.graph.contact import component_graph, has_any_ties
from samordning_graph.graph.graph import (
    Graph,
    actors,
    cached_per_graph,
    names_in_text,
    rows_of,
    ties_from,
)
from samordning_graph.graph.links import rows_of_links
from samordning_graph.graph.participation import MEMBER_ROLES, excluded_arenas
from samordning_graph.rules.finding_text import nothing_filled_in, open_lists
from samordning_graph.rules.rule import Assessment, Case, nothing_to_assess
from samordning_graph.schema.tables import Row, Tie

MIN_CUT_OFF = 2
"""An actor that is left alone is no part of a network; ISO03 finds those with one contact."""
MAX_NAMED = 5
"""How many actors of a part, and how many parts, are named; the rest are counted."""

Parts: TypeAlias = tuple[tuple[str, ...], ...]


def assess_splits(graph: Graph, candidates: Iterable[tuple[str, ...]], reason: str) -> Assessment:
    """Assess actors and arenas `(id,)` or links `(smaller id, larger id)`, in order.

    `reason` says why there are none.
    """
    if not has_any_ties(graph):
        return nothing_to_assess(nothing_filled_in())
    examined = list(candidates)
    if not examined:
        return nothing_to_assess(reason)
    found = [Case(key[0], key[1:]) for key in examined if key in splits(graph)]
    return Assessment(examined=len(examined), found=found)


@cached_per_graph
def splits(graph: Graph) -> Mapping[tuple[str, ...], Parts]:
    """Return the actors, arenas and links without which two or more actors are cut off.

    Each with the parts that its component falls into: the actors of each part, by id, the largest
    part first (of equal ones the one with the smallest id). Those in the others are cut off from
    it. An arena without actors is no part.
    """
    ids = [actor.id for actor in actors(graph)]
    found: dict[tuple[str, ...], Parts] = {}
    for key, masks in _sides(component_graph(graph), ids):
        parts = sorted(filter(None, masks), key=lambda mask: (-mask.bit_count(), mask & -mask))
        if sum(part.bit_count() for part in parts[1:]) >= MIN_CUT_OFF:
            found[key] = tuple(tuple(ids[i] for i in bits(part)) for part in parts)
    return found


def _sides(
    tied: "nx.Graph[str]", ids: Sequence[str]
) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """Yield each node, and each tie between actors that is in no cycle, with what it holds together.

    That is masks of actors, one for each direction from it. Losing a node separates its blocks (a
    block is what the loss of no single node can split), and only a tie that is a block of its own
    separates anything: so all sides of everything are read from one walk through the tree of nodes and blocks (Harary and
    Prins 1966; blocks: Hopcroft and Tarjan 1973), at the cost of a mask per node.
    """
    own: dict[tuple[str, ...], int] = {(actor,): 1 << i for i, actor in enumerate(ids)}
    tree: nx.Graph[tuple[str, ...]] = nx.Graph()
    # The stubs take a block for a set of blocks.
    for block in cast("Iterator[set[str]]", nx.biconnected_components(tied)):
        whole = tuple(sorted(block))
        for node in whole:
            tree.add_edge(whole, (node,))
    for component in nx.connected_components(tree):
        root = min(component)
        walk = list(nx.bfs_edges(tree, root))
        below = {key: own.get(key, 0) for key in component}
        for parent, child in reversed(walk):
            below[parent] |= below[child]
        sides: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for parent, child in walk:
            sides[parent].append(below[child])
            sides[child].append(below[root] & ~below[child])
        for key, masks in sides.items():
            if len(key) == 1 or (len(key) == 2 and all((actor,) in own for actor in key)):
                yield key, masks


def cut_off(parts: Parts) -> list[str]:
    """Return the actors outside the largest part."""
    return [actor for part in parts[1:] for actor in part]


def parts_named(graph: Graph, parts: Parts) -> str:
    """Return parts in words, those cut off first: «A and B; C; 12 others»."""
    largest, cut_off_parts = parts[0], parts[1:]
    words = [_part_named(graph, part) for part in cut_off_parts[:MAX_NAMED]]
    left = len(cut_off_parts) - len(words)
    if left:
        words.append(ngettext("{n} more part", "{n} more parts", left).format(n=left))
    words.append(
        _("{n} others").format(n=len(largest))
        if len(largest) > MAX_NAMED
        else _part_named(graph, largest)
    )
    return "; ".join(words)


def _part_named(graph: Graph, part: tuple[str, ...]) -> str:
    return first_few(names_in_text(graph, part), MAX_NAMED)


def with_open_lists(graph: Graph, observation: str) -> str:
    """Return an observation, with how many lists may hold ties that the data do not show."""
    n = len(open_lists(graph))
    if not n:
        return observation
    return f"{observation} " + ngettext(
        "{n} participant list is incomplete, and may show more ties.",
        "{n} participant lists are incomplete, and may show more ties.",
        n,
    ).format(n=n)


def rows_of_ties(graph: Graph, actor_id: str) -> tuple[Row, ...]:
    """Return the rows of an actor's own seats in working arenas and of its own links."""
    excluded = excluded_arenas(graph)
    participations = [
        tie
        for tie in ties_from(graph, actor_id, Tie.PARTICIPATES_IN)
        if tie[0] not in excluded and tie[1]["role"] in MEMBER_ROLES
    ]
    return (*rows_of(participations), *rows_of_links(graph)[actor_id])
