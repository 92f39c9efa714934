"""The arenas, tied by the leaders and members that they share; a band for each level.

Arenas that share nobody, and those that do not count as working arenas, have frames of their own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from samordning_graph.common.locale import _
from samordning_graph.common.text import fold
from samordning_graph.graph.graph import Graph, node_name, nodes, words_of
from samordning_graph.graph.participation import arena_members, excluded_arenas, working_arenas
from samordning_graph.map.gaps import pair_ties
from samordning_graph.map.geometry.bands import bands
from samordning_graph.map.geometry.ordering import order_layers
from samordning_graph.map.view import Region, View, ViewTie
from samordning_graph.map.views.actor_nodes import arena_node
from samordning_graph.schema.tables import Arena


def arenas_view(graph: Graph) -> View:
    """Return the view of the arenas."""
    arenas = nodes(graph, Arena)
    shared = tuple(_shared(graph))
    anchored = tuple(_anchored(arenas))
    groups = _groups(graph, shared)
    order = order_layers(
        [group for _region, group in groups],
        [(tie.source, tie.target) for tie in (*shared, *anchored)],
    )
    sizes = [len(group) for group in order]
    margins = sum(sector is None for (_heading, sector), _group in groups)
    placed = bands(sizes[: len(sizes) - margins], sizes[len(sizes) - margins :])
    return View(
        id="arenas",
        name=_("Arenas"),
        meaning=_meaning() if arenas else _nothing(),
        nodes=tuple(arena_node(graph, arena) for arena in arenas),
        positions={
            key: at
            for group, block in zip(order, placed.blocks, strict=True)
            for key, at in zip(group, block.cells, strict=True)
        },
        ties=(*shared, *anchored, *pair_ties(graph, [arena.id for arena in arenas])),
        regions=tuple(
            Region(name=heading, sector=sector, box=block.box)
            for ((heading, sector), _group), block in zip(groups, placed.blocks, strict=True)
        ),
        whole=placed.whole,
    )


def _meaning() -> str:
    return _(
        "Two arenas are tied when somebody is leader or member of both; the more they share, the"
        " wider the line."
    )


def _nothing() -> str:
    return _("The data name no arena. Fill in the sheets Arenaer and Deltakelse.")


def _shared(graph: Graph) -> Iterator[ViewTie]:
    """Yield the ties between working arenas, by the leaders and members that they share."""
    arenas_of: dict[str, list[str]] = defaultdict(list)
    for arena in working_arenas(graph):
        for actor in arena_members(graph, arena.id):
            arenas_of[actor].append(arena.id)
    in_common: dict[tuple[str, str], list[str]] = defaultdict(list)
    for actor in sorted(arenas_of):
        for pair in combinations(arenas_of[actor], 2):
            in_common[pair].append(actor)
    for (first, second), shared_by in sorted(in_common.items()):
        yield ViewTie(
            kind="shared",
            source=first,
            target=second,
            facts=tuple(node_name(graph, actor) for actor in shared_by),
            weight=len(shared_by),
        )


def _anchored(arenas: Sequence[Arena]) -> Iterator[ViewTie]:
    ids = {arena.id for arena in arenas}
    for arena in arenas:
        for above in arena.anchored_in:
            if above in ids:
                yield ViewTie(kind="anchored_in", source=arena.id, target=above)


def _groups(
    graph: Graph, shared: Sequence[ViewTie]
) -> list[tuple[tuple[str, str | None], list[str]]]:
    """Return ((heading, ground), arenas by name) for each level that has any, then the margins."""
    tied = {end for tie in shared for end in (tie.source, tie.target)}
    levels = words_of(graph, "level")
    headings: Mapping[str, tuple[str, str | None]] = {
        **{level: (levels[level].name.capitalize(), "") for level in levels},
        "": (_("Level not stated"), ""),
        "alone": (_("No common members in the data"), None),
        "excluded": (_("Not counted as working arenas"), None),
    }
    found: dict[str, list[Arena]] = defaultdict(list)
    for arena in nodes(graph, Arena):
        if arena.id in excluded_arenas(graph):
            found["excluded"].append(arena)
        else:
            found[(arena.level or "") if arena.id in tied else "alone"].append(arena)
    return [
        (
            heading,
            [
                arena.id
                for arena in sorted(found[key], key=lambda arena: (fold(arena.name), arena.id))
            ],
        )
        for key, heading in headings.items()
        if found[key]
    ]
