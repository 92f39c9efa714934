"""Actors and arenas as nodes of the map: the same in every view."""

from collections.abc import Iterator

from samordning_graph.common.locale import _
from samordning_graph.graph.contact import is_without_ties
from samordning_graph.graph.graph import Graph, is_unit, node_name, sector_name, words_of
from samordning_graph.graph.participation import excluded_arenas, has_incomplete_list
from samordning_graph.graph.survey import is_surveyed
from samordning_graph.map.node_labels import kind_of_actor, label, survey_text
from samordning_graph.map.view import MapNode
from samordning_graph.rules.finding_text import exclusion_reason
from samordning_graph.schema.tables import Actor, Arena, ExternalActor, Unit


def actor_node(graph: Graph, actor: Actor) -> MapNode:
    """Return an actor as a node of the map."""
    unit_or_external = "unit" if is_unit(graph, actor.id) else "external"
    return MapNode(
        key=actor.id,
        kind=unit_or_external,
        name=actor.name,
        label=label(actor.name),
        facts=tuple(_actor_facts(graph, actor)),
        attributes={
            "sector": actor.sector,
            "type": actor.actor_type if isinstance(actor, ExternalActor) else "unit",
            "asked": is_surveyed(actor),
            **({"alone": True} if is_without_ties(graph, actor) else {}),
        },
    )


def _actor_facts(graph: Graph, actor: Actor) -> Iterator[str]:
    yield kind_of_actor(graph, actor)
    yield _("Sector: {sector}").format(sector=sector_name(graph, actor.sector))
    if isinstance(actor, Unit) and actor.part_of:
        yield _("Part of: {unit}").format(unit=node_name(graph, actor.part_of))
    yield survey_text(actor)


def arena_node(graph: Graph, arena: Arena) -> MapNode:
    """Return an arena as a node of the map."""
    filters = {"level": arena.level, "arenaKind": arena.kind}
    return MapNode(
        key=arena.id,
        kind="arena",
        name=arena.name,
        label=label(arena.name),
        facts=tuple(_arena_facts(graph, arena)),
        attributes={
            **{attribute: word for attribute, word in filters.items() if word},
            "working": arena.id not in excluded_arenas(graph),
        },
    )


def _arena_facts(graph: Graph, arena: Arena) -> Iterator[str]:
    yield _("Coordination arena")
    if arena.level:
        yield _("Level: {level}").format(level=words_of(graph, "level")[arena.level].name)
    if arena.meetings_per_year is not None:
        yield _("Meetings a year: {n}").format(n=f"{arena.meetings_per_year:g}")
    reason = excluded_arenas(graph).get(arena.id)
    if reason:
        yield _("Not counted as a working arena: {reason}").format(reason=exclusion_reason(reason))
        yield _("Leaders and members that it shares with other arenas are not drawn.")
    if has_incomplete_list(graph, arena):
        yield _("The participant list is incomplete")
