"""The chain of planning in columns: overview, challenges, goals and strategies, measures, plans.

Owners and contributors are in a band above, the arenas that follow up a goal in one below.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum

from samordning_graph.common.locale import _
from samordning_graph.common.text import fold
from samordning_graph.graph.graph import Graph, actors, nodes, ties_by_kind
from samordning_graph.graph.organisation import goal_holders
from samordning_graph.map.gaps import pair_ties
from samordning_graph.map.geometry.columns import columns
from samordning_graph.map.geometry.frame import Block, Point
from samordning_graph.map.geometry.ordering import order_layers
from samordning_graph.map.view import Region, View, ViewTie
from samordning_graph.map.views.actor_nodes import actor_node, arena_node
from samordning_graph.map.views.chain_nodes import ChainRow, chain_node
from samordning_graph.schema.tables import (
    Arena,
    Challenge,
    Goal,
    Measure,
    Node,
    Overview,
    Plan,
    Strategy,
    Tie,
)

CHAIN: tuple[tuple[type[ChainRow], ...], ...] = (
    (Overview,),
    (Challenge,),
    (Goal, Strategy),
    (Measure,),
    (Plan,),
)
"""The tables of each column, from left to right."""
TIE_KINDS = {
    Tie.OWNS: "owns",
    Tie.CONTRIBUTES_TO: "contributes",
    Tie.FOLLOWS_UP: "follows_up",
    Tie.ANSWERS: "answers",
    Tie.IDENTIFIED_IN: "identified_in",
    Tie.REALISES: "realises",
    Tie.ANCHORED_IN: "anchored_in",
    Tie.INFORMS: "informs",
    Tie.BUILDS_ON: "builds_on",
    Tie.PART_OF: "part_of",
}


def goals_view(graph: Graph) -> View:
    """Return the view of the chain from overview to plans, with all that its sheets hold."""
    chain = [[row for table in tables for row in nodes(graph, table)] for tables in CHAIN]
    links = list(_ties(graph, {row.id for column in chain for row in column}))
    ends = {end for tie in links for end in (tie.source, tie.target)}
    above = [actor for actor in actors(graph) if actor.id in ends]
    below = [arena for arena in nodes(graph, Arena) if arena.id in ends]
    placed = columns([len(column) for column in chain], len(above), len(below))
    positions = _positions(
        order_layers([_by_name(column) for column in chain], _pairs(links)), placed.columns
    )
    for band, block in ((above, placed.above), (below, placed.below)):
        positions.update(_positions([_by_ends(_by_name(band), links, positions)], [block]))
    return View(
        id="goals",
        name=_("Goals"),
        meaning=_meaning() if any(chain) else _nothing(),
        nodes=(
            *(chain_node(graph, row) for column in chain for row in column),
            *(actor_node(graph, actor) for actor in above),
            *(arena_node(graph, arena) for arena in below),
        ),
        positions=positions,
        ties=(*links, *pair_ties(graph, [goal.id for goal in nodes(graph, Goal)])),
        regions=tuple(
            Region(name=heading, sector="", box=block.box)
            for heading, block in zip(
                _headings(), (*placed.columns, placed.above, placed.below), strict=True
            )
            if block.cells
        ),
        whole=placed.whole,
    )


def _meaning() -> str:
    return _(
        "From the left: what the overview shows, the challenges, the goals and strategies that answer"
        " them, the measures that realise these, and the plans that they stand in; a box"
        " without a line has no such tie in the data."
    )


def _nothing() -> str:
    return _(
        "The data name no goal, challenge, measure or plan. Fill in the sheets Oversikt, Utfordringer,"
        " Mål, Strategier, Tiltak, Planer and Målansvar."
    )


def _headings() -> tuple[str, ...]:
    return (
        _("Overview"),
        _("Challenges"),
        _("Goals and strategies"),
        _("Measures"),
        _("Plans"),
        _("Owners and contributors"),
        _("Coordination arenas"),
    )


def _ties(graph: Graph, chain: set[str]) -> Iterator[ViewTie]:
    """Yield the ties of which an end is in the chain, once each."""
    for tie, kind in TIE_KINDS.items():
        pairs = {
            (source, target)
            for source, target, _data in ties_by_kind(graph)[tie]
            if target in chain
            and (tie is not Tie.CONTRIBUTES_TO or not _owns(graph, source, target))
        }
        yield from (
            ViewTie(kind=kind, source=source, target=target) for source, target in sorted(pairs)
        )


def _owns(graph: Graph, actor: str, aim: str) -> bool:
    """Return whether a contributor is an owner too, so that a second tie would add nothing."""
    return goal_holders(graph)[aim][actor] is Tie.OWNS


def _pairs(ties: Iterable[ViewTie]) -> list[tuple[str, str]]:
    return [(tie.source, tie.target) for tie in ties]


def _by_name(layer: Iterable[Node]) -> list[str]:
    return [node.id for node in sorted(layer, key=lambda node: (fold(node.name), node.id))]


def _positions(layers: Sequence[Sequence[str]], blocks: Sequence[Block]) -> dict[str, Point]:
    return {
        key: at
        for layer, block in zip(layers, blocks, strict=True)
        for key, at in zip(layer, block.cells, strict=True)
    }


def _by_ends(
    band: Sequence[str], ties: Iterable[ViewTie], positions: Mapping[str, Point]
) -> list[str]:
    """Return a band ordered by the mean position of what its nodes are tied to, left to right."""
    ends: dict[str, list[Point]] = defaultdict(list)
    for tie in ties:
        if tie.target in positions:
            ends[tie.source].append(positions[tie.target])
    return sorted(
        band,
        key=lambda key: tuple(fsum(along) / len(along) for along in zip(*ends[key], strict=True)),
    )
