"""The long table of a municipality: its actors by sector, its arenas, and who should talk to whom."""

from itertools import islice

from samordning_graph.analysis.pair_message import ALL_UP_TO, MOST_LINES
from samordning_graph.drawing.long_table import LongTable
from samordning_graph.drawing.placed_table import TableNames
from samordning_graph.drawing.table_order import TableGuests, order_table
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import (
    Graph,
    actors,
    cached_per_graph,
    node_name,
    nodes,
    sector_name,
)
from samordning_graph.graph.participation import roles_by_arena
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.missing_pairs import pairs_by_grounds, ranked
from samordning_graph.rules.register import RULES, assessment_of
from samordning_graph.schema.tables import Arena

PARTIES_OF_ONE_PAIR = 2


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
    """Return the pairs that may be missing, strongest first: all, or of too many the strongest.

    A duty that only a single pair can meet asks for that pair.
    """
    if not has_any_ties(graph):
        return []
    of_duties = sorted(
        (case.related[0], case.related[1])
        for rule in RULES
        if rule.subject is SubjectKind.DUTY
        for case in assessment_of(graph, rule).found
        if len(case.related) == PARTIES_OF_ONE_PAIR
    )
    of_grounds = (
        (pair.first, pair.second) for pair in ranked(pairs_by_grounds(graph, RULES, Coverage.NONE))
    )
    unique = dict.fromkeys((*of_duties, *islice(of_grounds, ALL_UP_TO + 1)))
    found = list(unique)
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
