"""Which arenas are political bodies: kommunestyret, formannskapet, a hovedutvalg.

The law sets a political body and says what it decides, so nobody asks who gave it its mandate, or
who leads it. It is known by its name, read as the name of a service is
(`schema/service_types.py`): it can mean the type `politisk-organ` and no other. A unit is one by its
type of service, written or read of its name. What it holds a goal for, or has a target
group for, is to decide and follow up: nobody asks a service to meet it about that. Own definition.
"""

from collections.abc import Mapping, Set

from samordning_graph.graph.graph import Graph, cached_per_graph, nodes, words_of
from samordning_graph.graph.organisation import goal_holders
from samordning_graph.graph.participation import working_arenas
from samordning_graph.graph.service_types import types_of_actors
from samordning_graph.schema.service_types import name_reader
from samordning_graph.schema.tables import Arena, Unit

POLITICAL_BODY = "politisk-organ"


@cached_per_graph
def political_bodies(graph: Graph) -> frozenset[str]:
    """Return the arenas that are political bodies, working or not."""
    reader = name_reader(words_of(graph, "service_type"))
    return frozenset(
        arena.id for arena in nodes(graph, Arena) if reader.type_of(arena.name) == POLITICAL_BODY
    )


@cached_per_graph
def administrative_arenas(graph: Graph) -> tuple[Arena, ...]:
    """Return the working arenas that are no political bodies, by id."""
    return tuple(
        arena for arena in working_arenas(graph) if arena.id not in political_bodies(graph)
    )


@cached_per_graph
def political_units(graph: Graph) -> frozenset[str]:
    """Return the units that are political bodies."""
    types = types_of_actors(graph).of
    return frozenset(unit.id for unit in nodes(graph, Unit) if POLITICAL_BODY in types[unit.id])


@cached_per_graph
def administrative_holders(graph: Graph) -> Mapping[str, Set[str]]:
    """Return who holds each goal, strategy and measure and is no political body."""
    political = political_units(graph)
    return {
        aim: holders.keys() - political if political else holders.keys()
        for aim, holders in goal_holders(graph).items()
    }
