"""The positions of actors and arenas: computed, so that the same data always give the same picture.

Sectors are placed round a table, clockwise by name, units towards the middle and external actors
further out. Arenas are in the middle, near those who take part. Actors without any tie have a
region of their own, where they are noticed.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samordning_graph.common.text import fold
from samordning_graph.graph.contact import actor_ties
from samordning_graph.graph.graph import Graph, actors, is_unit, nodes, sector_name
from samordning_graph.graph.participation import roles_by_arena
from samordning_graph.map.geometry.frame import Block, Box, Point, frame
from samordning_graph.map.geometry.slots import assign_slots, slots_of
from samordning_graph.schema.tables import Actor, Arena


@dataclass(frozen=True, slots=True)
class LayoutRegion:
    """The part of the map that belongs to a sector; `sector` is None for the untied."""

    sector: str | None
    box: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """The centre of every actor and arena by id, the regions, and the box that must be in view."""

    positions: Mapping[str, Point]
    regions: tuple[LayoutRegion, ...]
    whole: Box


def layout(graph: Graph, duties: Mapping[str, Sequence[str]] | None = None) -> Layout:
    """Return the layout of actors and arenas, and of duties, given by key with their parties."""
    parties_of = {
        arena.id: sorted(roles_by_arena(graph)[arena.id]) for arena in nodes(graph, Arena)
    }
    parties_of.update((key, sorted(parties)) for key, parties in (duties or {}).items())
    groups = _groups(graph)
    placed = frame([len(group) for group in groups.values()], len(parties_of))
    positions: dict[str, Point] = {}
    for group, block in zip(groups.values(), placed.blocks, strict=True):
        positions.update(_in_block(graph, group, block))
    regions = [
        LayoutRegion(sector, block.box) for sector, block in zip(groups, placed.blocks, strict=True)
    ]
    positions.update(_in_the_middle(parties_of, placed.middle, positions))
    return Layout(positions, tuple(regions), placed.whole)


def _groups(graph: Graph) -> dict[str | None, list[Actor]]:
    """Return actors by sector, the sectors by name and the actors by id; the untied come last."""
    ties = actor_ties(graph)
    found: dict[str | None, list[Actor]] = defaultdict(list)
    for actor in actors(graph):
        found[actor.sector if ties[actor.id] else None].append(actor)
    sectors = sorted(
        (sector for sector in found if sector is not None),
        key=lambda sector: (fold(sector_name(graph, sector)), sector),
    )
    return {key: found[key] for key in (*sectors, None) if found[key]}


def _in_block(graph: Graph, group: Sequence[Actor], block: Block) -> dict[str, Point]:
    """Return the cells of a sector: units from the middle outwards, external actors outermost."""
    units = [actor.id for actor in group if is_unit(graph, actor.id)]
    external = [actor.id for actor in group if not is_unit(graph, actor.id)]
    outermost = block.cells[len(block.cells) - len(external) :]
    return {
        **dict(zip(units, block.cells, strict=False)),
        **dict(zip(external, outermost, strict=True)),
    }


def _in_the_middle(
    parties_of: Mapping[str, Sequence[str]], middle: Box, positions: Mapping[str, Point]
) -> dict[str, Point]:
    """Return the positions of arenas, as near as possible to the middle of those who take part."""
    centre = (middle.left + middle.width / 2, middle.top + middle.height / 2)
    wishes = {}
    for key, parties in parties_of.items():
        points = [positions[actor] for actor in parties] or [centre]
        wishes[key] = (
            sum(x for x, _y in points) / len(points),
            sum(y for _x, y in points) / len(points),
        )
    return assign_slots(wishes, slots_of(middle, len(parties_of)))
