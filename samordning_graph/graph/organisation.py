"""Units above and below, and who holds which goals."""

from collections import defaultdict
from collections.abc import Mapping

from samordning_graph.graph.graph import Graph, cached_per_graph, nodes, row, ties_by_kind
from samordning_graph.schema.tables import (
    Goal,
    Measure,
    Strategy,
    Tie,
    Unit,
)

_AIMS = (Goal, Strategy, Measure)


@cached_per_graph
def goal_holders(graph: Graph) -> Mapping[str, Mapping[str, Tie]]:
    """Return who holds each goal, strategy and measure: aim → actor → OWNS or CONTRIBUTES_TO.

    Owning implies contributing, so an actor that does both owns.
    """
    aims = {one.id for table in _AIMS for one in nodes(graph, table)}
    found: dict[str, dict[str, Tie]] = defaultdict(dict)
    for kind in (Tie.CONTRIBUTES_TO, Tie.OWNS):
        for from_, to, _data in ties_by_kind(graph)[kind]:
            if to in aims:
                found[to][from_] = kind
    return found


@cached_per_graph
def goals_held(graph: Graph) -> Mapping[str, frozenset[str]]:
    """Return the goals, strategies and measures that each actor owns or contributes to."""
    found: dict[str, set[str]] = defaultdict(set)
    for aim, by in goal_holders(graph).items():
        for actor_id in by:
            found[actor_id].add(aim)
    return {actor_id: frozenset(aims) for actor_id, aims in found.items()}


def ancestor_goals(graph: Graph, goal_id: str) -> tuple[str, ...]:
    """Return the goals that a goal is part of, nearest first."""
    line: list[str] = []
    parent = row(graph, goal_id).parent
    while parent is not None:
        line.append(parent)
        parent = row(graph, parent).parent
    return tuple(line)


# Units above and below


@cached_per_graph
def ancestors_by_unit(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Return the units that each unit is part of, nearest first; only units that have any."""
    parents = {unit.id: unit.part_of for unit in nodes(graph, Unit)}
    lines: dict[str, tuple[str, ...]] = {}
    for unit in parents:
        line, parent = [], parents[unit]
        while parent is not None:
            line.append(parent)
            parent = parents[parent]
        if line:
            lines[unit] = tuple(line)
    return lines


@cached_per_graph
def _descendants_by_unit(graph: Graph) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for unit, line in ancestors_by_unit(graph).items():
        for boss in line:
            found[boss].add(unit)
    return {unit: frozenset(under) for unit, under in found.items()}


def ancestor_units(graph: Graph, actor_id: str) -> tuple[str, ...]:
    """Return the units that an actor is part of, nearest first."""
    return ancestors_by_unit(graph).get(actor_id, ())


def descendant_units(graph: Graph, actor_id: str) -> frozenset[str]:
    """Return the units that are part of a unit, directly or through others."""
    return _descendants_by_unit(graph).get(actor_id, frozenset())
