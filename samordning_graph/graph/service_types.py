"""The types of service of the actors of a graph (`schema/service_types.py` says how they are read)."""

from collections.abc import Iterable

from samordning_graph.graph.graph import Graph, cached_per_graph, model_of, nodes, words_of
from samordning_graph.schema.service_types import ServiceTypes, service_types
from samordning_graph.schema.tables import Unit


@cached_per_graph
def types_of_actors(graph: Graph) -> ServiceTypes:
    """Return the types of service of every actor, written or read of the name."""
    return service_types(model_of(graph))


def is_service(graph: Graph, unit: Unit) -> bool:
    """Return whether a unit serves users: its sector does, and none of its types says otherwise.

    Management, staff and political bodies are no services. Of external actors it is not asked.
    """
    types = words_of(graph, "service_type")
    return words_of(graph, "sector")[unit.sector].service and all(
        types[type_id].service for type_id in types_of_actors(graph).of[unit.id]
    )


def has_service(graph: Graph, actors: Iterable[str]) -> bool:
    """Return whether any of some actors is a unit that is a service."""
    services = {unit.id for unit in service_units(graph)}
    return not services.isdisjoint(actors)


@cached_per_graph
def service_units(graph: Graph) -> tuple[Unit, ...]:
    """Return the units that are services, by id.

    The law asks that services are coordinated. Nobody asks who else the municipal director meets.
    """
    return tuple(unit for unit in nodes(graph, Unit) if is_service(graph, unit))
