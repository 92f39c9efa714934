"""Which arenas are political bodies: kommunestyret, formannskapet, a hovedutvalg.

The law sets a political body and says what it decides, so nobody asks who gave it its mandate, or
who leads it. It is known by its name, read as the name of a service is
(`schema/service_types.py`): it can mean the type `politisk-organ` and no other. Own definition.
"""

from samordning_graph.graph.graph import Graph, cached_per_graph, nodes, words_of
from samordning_graph.graph.participation import working_arenas
from samordning_graph.schema.service_types import NameReader
from samordning_graph.schema.tables import Arena

POLITICAL_BODY = "politisk-organ"


@cached_per_graph
def political_bodies(graph: Graph) -> frozenset[str]:
    """Return the arenas that are political bodies, working or not."""
    reader = NameReader(words_of(graph, "service_type"))
    return frozenset(
        arena.id for arena in nodes(graph, Arena) if reader.type_of(arena.name) == POLITICAL_BODY
    )


@cached_per_graph
def administrative_arenas(graph: Graph) -> tuple[Arena, ...]:
    """Return the working arenas that are no political bodies, by id."""
    return tuple(
        arena for arena in working_arenas(graph) if arena.id not in political_bodies(graph)
    )
