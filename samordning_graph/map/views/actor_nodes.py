"""Actors and arenas as nodes of the map: the same in every view."""

from collections.abc import Iterator

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, is_unit, name, sector_name, words_of
from samordning_graph.graph.participation import excluded_arenas, has_incomplete_list
from samordning_graph.map.node_labels import kind_of_actor, label, survey_text
from samordning_graph.map.view import MapNode
from samordning_graph.rules.finding_text import exclusion_reason
from samordning_graph.schema.tables import Actor, Arena, ExternalActor, Unit


def actor_node(graph: Graph, one: Actor) -> MapNode:
    """Return an actor as a node of the map."""
    unit = is_unit(graph, one.id)
    return MapNode(
        key=one.id,
        kind="unit" if unit else "external",
        name=one.name,
        label=label(one.name),
        facts=tuple(_actor_facts(graph, one)),
        attributes={
            "sector": one.sector,
            "type": one.actor_type if isinstance(one, ExternalActor) else "unit",
        },
    )


def _actor_facts(graph: Graph, one: Actor) -> Iterator[str]:
    yield kind_of_actor(graph, one)
    yield _("Sector: {sector}").format(sector=sector_name(graph, one.sector))
    if isinstance(one, Unit) and one.part_of:
        yield _("Part of: {unit}").format(unit=name(graph, one.part_of))
    yield survey_text(one)


def arena_node(graph: Graph, place: Arena) -> MapNode:
    """Return an arena as a node of the map."""
    given = {"level": place.level, "arenaKind": place.kind}
    return MapNode(
        key=place.id,
        kind="arena",
        name=place.name,
        label=label(place.name),
        facts=tuple(_arena_facts(graph, place)),
        attributes={
            **{attribute: word for attribute, word in given.items() if word},
            "working": place.id not in excluded_arenas(graph),
        },
    )


def _arena_facts(graph: Graph, place: Arena) -> Iterator[str]:
    yield _("Coordination arena")
    if place.level:
        yield _("Level: {level}").format(level=words_of(graph, "level")[place.level].name)
    if place.meetings_per_year is not None:
        yield _("Meetings a year: {n}").format(n=f"{place.meetings_per_year:g}")
    reason = excluded_arenas(graph).get(place.id)
    if reason:
        yield _("Not counted as a working arena: {reason}").format(reason=exclusion_reason(reason))
        yield _("Leaders and members that it shares with other arenas are not drawn.")
    if has_incomplete_list(graph, place):
        yield _("The participant list is incomplete")
