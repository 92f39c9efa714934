"""The types of service of the actors of a graph (`schema/service_types.py` says how they are read)."""

from collections.abc import Iterable

from samordning_graph.graph.graph import Graph, actors, cached_per_graph, model_of, nodes, words_of
from samordning_graph.graph.organisation import descendant_units
from samordning_graph.schema.service_types import ServiceTypes, is_of_a_municipality
from samordning_graph.schema.tables import Actor, ExternalActor, Unit
from samordning_graph.schema.vocabulary import OTHER_WORD


def types_of_actors(graph: Graph) -> ServiceTypes:
    """Return the types of service of every actor, written or read of the name."""
    return model_of(graph).types


def is_service(graph: Graph, unit: Unit) -> bool:
    """Return whether a unit serves users: its sector does, and none of its types says otherwise.

    Management, staff and political bodies are no services. Of external actors it is not asked.
    """
    return words_of(graph, "sector")[unit.sector].service and not serves_nobody(graph, unit)


def serves_nobody(graph: Graph, actor: Actor) -> bool:
    """Return whether the sector or the type of an actor says that it serves no users.

    Management, staff and political bodies. «Annet» says nothing of it.
    """
    return actor.id in _serving_nobody(graph)


@cached_per_graph
def _serving_nobody(graph: Graph) -> frozenset[str]:
    types, sectors = words_of(graph, "service_type"), words_of(graph, "sector")
    no_service = {id_ for id_, word in sectors.items() if not word.service} - {OTHER_WORD}
    return frozenset(
        actor.id
        for actor in actors(graph)
        if actor.sector in no_service
        or any(not types[type_id].service for type_id in types_of_actors(graph).of[actor.id])
    )


def may_be_one_service(graph: Graph, actor: Actor) -> bool:
    """Return whether an actor whose type of service is blank may be one service itself.

    What has units below it in the line holds services, and is none; nor are management and staff.
    A cell may still say that it is one: nobody should be asked of each of them whether it is.
    """
    return not (serves_nobody(graph, actor) or descendant_units(graph, actor.id))


def has_service(graph: Graph, ids: Iterable[str]) -> bool:
    """Return whether any of some actors is a unit that is a service."""
    return not _ids_of_services(graph).isdisjoint(ids)


@cached_per_graph
def _ids_of_services(graph: Graph) -> frozenset[str]:
    return frozenset(unit.id for unit in service_units(graph))


@cached_per_graph
def service_units(graph: Graph) -> tuple[Unit, ...]:
    """Return the units that are services, by id.

    The law asks that services are coordinated. Nobody asks who else the municipal director meets.
    """
    return tuple(unit for unit in nodes(graph, Unit) if is_service(graph, unit))


@cached_per_graph
def hosted_services(graph: Graph) -> tuple[ExternalActor, ...]:
    """Return the services that other municipalities run, by id: they may stand for one of this one."""
    return tuple(
        actor
        for actor in nodes(graph, ExternalActor)
        if is_of_a_municipality(actor) and not serves_nobody(graph, actor)
    )


def counts_as_unit(graph: Graph, actor: Actor) -> bool | None:
    """Return whether an actor counts as a unit here; None if it may be a service hosted elsewhere."""
    if isinstance(actor, Unit):
        return True
    if not is_of_a_municipality(actor):
        return False
    return True if types_of_actors(graph).of[actor.id] else None
