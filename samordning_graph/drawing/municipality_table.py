"""The long table of a municipality: its actors by sector, its arenas, and who should talk to whom."""

from itertools import islice

from samordning_graph.analysis.matters import matters
from samordning_graph.analysis.pair_message import ALL_UP_TO, MOST_LINES
from samordning_graph.drawing.long_table import LongTable
from samordning_graph.drawing.placed_table import TableNames
from samordning_graph.drawing.table_order import TableGuests, order_table
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.graph import (
    Graph,
    actors,
    cached_per_graph,
    node_name,
    nodes,
    sector_name,
)
from samordning_graph.graph.participation import roles_by_arena
from samordning_graph.schema.tables import Arena


@cached_per_graph
def table_of(graph: Graph) -> LongTable:
    """Return who sits where, computed from the data alone."""
    return order_table(guests_of(graph))


@cached_per_graph
def guests_of(graph: Graph) -> TableGuests:
    """Return who is to be placed, and between whom a line will be drawn."""
    sectors: dict[str, list[str]] = {}
    for actor in sorted(actors(graph), key=lambda actor: actor.id):
        sectors.setdefault(actor.sector, []).append(actor.id)
    arenas = sorted(arena.id for arena in nodes(graph, Arena))
    roles = roles_by_arena(graph)
    return TableGuests(
        sectors=dict(sorted(sectors.items())),
        arenas=arenas,
        seats=[(actor, arena) for arena in arenas for actor in sorted(roles[arena])],
        pairs=drawn_pairs(graph),
    )


def drawn_pairs(graph: Graph) -> list[tuple[str, str]]:
    """Return the pairs that may be missing, in the order of their numbers: all, or of too many the first."""
    if not has_any_ties(graph):
        return []
    first = ((each.pair.first, each.pair.second) for each in matters(graph).first if each.pair)
    by_strength = ((pair.first, pair.second) for _number, pair in matters(graph).numbered_pairs())
    found = list(dict.fromkeys((*first, *islice(by_strength, ALL_UP_TO + 1))))
    return found if len(found) <= ALL_UP_TO else found[:MOST_LINES]


def names_of(graph: Graph) -> TableNames:
    """Return what everything is called; in bold are those of the pairs that are drawn."""
    guests = guests_of(graph)
    keys = [*(key for keys in guests.sectors.values() for key in keys), *guests.arenas]
    return TableNames(
        nodes={key: node_name(graph, key) for key in keys},
        sectors={sector: sector_name(graph, sector) for sector in guests.sectors},
        strong=frozenset(key for pair in guests.pairs for key in pair),
    )
