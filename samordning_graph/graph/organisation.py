"""Units above and below, and who holds which goals."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from samordning_graph.graph.graph import (
    Graph,
    cached_per_graph,
    get_actor,
    node_row,
    nodes,
    rows_of,
    ties_by_kind,
)
from samordning_graph.schema.tables import Actor, Goal, Measure, Row, Strategy, Tie, Unit

_AIMS = (Goal, Strategy, Measure)

# Goals


@cached_per_graph
def goal_holders(graph: Graph) -> Mapping[str, Mapping[str, Tie]]:
    """Return who holds each goal, strategy and measure: aim → actor → OWNS or CONTRIBUTES_TO.

    Owning implies contributing, so an actor that does both owns.
    """
    aims = {aim.id for table in _AIMS for aim in nodes(graph, table)}
    holders: dict[str, dict[str, Tie]] = defaultdict(dict)
    for kind in (Tie.CONTRIBUTES_TO, Tie.OWNS):
        for from_, to, _data in ties_by_kind(graph)[kind]:
            if to in aims:
                holders[to][from_] = kind
    return holders


@cached_per_graph
def rows_of_holders(graph: Graph) -> Mapping[str, tuple[Row, ...]]:
    """Return the rows that say who holds each goal, strategy and measure, in the order of the input."""
    ties: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for kind in (Tie.CONTRIBUTES_TO, Tie.OWNS):
        for tie in ties_by_kind(graph)[kind]:
            ties[tie[1]].append(tie)
    return {aim: rows_of(of_aim) for aim, of_aim in ties.items()}


@cached_per_graph
def goals_held(graph: Graph) -> Mapping[str, frozenset[str]]:
    """Return the goals, strategies and measures that each actor owns or contributes to."""
    return _inverted(goal_holders(graph))


def has_something_to_coordinate(graph: Graph, actor: Actor) -> bool:
    """Return whether an actor has a task, a target group or a goal: own definition."""
    return bool(actor.tasks or actor.target_groups or goals_held(graph).get(actor.id))


def join_sectors(graph: Graph, holders: Iterable[str]) -> bool | None:
    """Return whether those who hold an aim are of several sectors; None where nobody is given."""
    sectors = {get_actor(graph, holder).sector for holder in holders}
    return len(sectors) > 1 if sectors else None


def ancestor_goals(graph: Graph, goal_id: str) -> tuple[str, ...]:
    """Return the goals that a goal is part of, nearest first."""
    return _ancestors(goal_id, lambda goal: node_row(graph, goal).parent)


# Units above and below


@cached_per_graph
def ancestors_by_unit(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Return the units that each unit is part of, nearest first; only units that have any."""
    parents = {unit.id: unit.part_of for unit in nodes(graph, Unit)}
    return {
        unit: _ancestors(unit, parents.__getitem__)
        for unit, parent in parents.items()
        if parent is not None
    }


@cached_per_graph
def _descendants_by_unit(graph: Graph) -> Mapping[str, frozenset[str]]:
    return _inverted(ancestors_by_unit(graph))


def ancestor_units(graph: Graph, actor_id: str) -> tuple[str, ...]:
    """Return the units that an actor is part of, nearest first."""
    return ancestors_by_unit(graph).get(actor_id, ())


def descendant_units(graph: Graph, actor_id: str) -> frozenset[str]:
    """Return the units that are part of a unit, directly or through others."""
    return _descendants_by_unit(graph).get(actor_id, frozenset())


def _ancestors(node_id: str, parent_of: Callable[[str], str | None]) -> tuple[str, ...]:
    ancestors: list[str] = []
    parent = parent_of(node_id)
    while parent is not None:
        ancestors.append(parent)
        parent = parent_of(parent)
    return tuple(ancestors)


def _inverted(relation: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Return a relation seen from the other end: each second with the firsts that have it."""
    inverse: dict[str, set[str]] = defaultdict(set)
    for first, seconds in relation.items():
        for second in seconds:
            inverse[second].add(first)
    return {second: frozenset(firsts) for second, firsts in inverse.items()}
