from itertools import combinations

import pytest

from samordning_graph.graph.build import build
from samordning_graph.graph.contact import actor_ties
from samordning_graph.graph.graph import Graph, actors, nodes
from samordning_graph.input.read_model import read_model
from samordning_graph.map.geometry.frame import CELL_HEIGHT, CELL_WIDTH, SLOT_HEIGHT, SLOT_WIDTH
from samordning_graph.map.views.actor_layout import layout
from samordning_graph.schema.tables import Arena
from tests.helpers.tiny import tiny

SECTORS = ("bolig", "helse", "integrering", "oppvekst", "sosial", "plan", "eiendom")


def municipality(actors: int, arenas: int, *, backwards: bool = False) -> Graph:
    """Return a municipality where every third unit meets in each arena; some units are untied."""
    units = [f"Enhet {i};{SECTORS[i % len(SECTORS)]}" for i in range(actors)]
    forums = [f"Forum {j}" for j in range(arenas)]
    memberships = [
        f"Enhet {i};Forum {j}" for j in range(arenas) for i in range(j, actors, 3 + j) if i % 10
    ]
    order = slice(None, None, -1 if backwards else 1)
    return tiny(
        units="\n".join(["name;sector", *units[order]]),
        arenas="\n".join(["name", *forums[order]]),
        participation="\n".join(["actor;arena", *memberships[order]]),
    )


EXAMPLE = build(read_model("data/eksempel"))
GRAPHS = {
    "example": EXAMPLE,
    "nobody": tiny(),
    "one": municipality(1, 0),
    "arena alone": municipality(0, 1),
    "sixty": municipality(60, 12),
    "five hundred": municipality(500, 60),
}


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
class TestEveryMap:
    def test_everybody_has_a_place(self, graph):
        expected = {node.id for node in (*actors(graph), *nodes(graph, Arena))}
        assert layout(graph).positions.keys() == expected

    def test_nothing_lies_on_something_else(self, graph):
        positions = layout(graph).positions
        size = {actor.id: (CELL_WIDTH, CELL_HEIGHT) for actor in actors(graph)}
        size |= {arena.id: (SLOT_WIDTH, SLOT_HEIGHT) for arena in nodes(graph, Arena)}
        for first, second in combinations(positions, 2):
            apart = [abs(a - b) for a, b in zip(positions[first], positions[second], strict=True)]
            needed = [(a + b) / 2 - 0.01 for a, b in zip(size[first], size[second], strict=True)]
            assert apart[0] >= needed[0] or apart[1] >= needed[1], (first, second)

    def test_regions_do_not_overlap(self, graph):
        for first, second in combinations([region.box for region in layout(graph).regions], 2):
            assert (
                first.left + first.width <= second.left
                or second.left + second.width <= first.left
                or first.top + first.height <= second.top
                or second.top + second.height <= first.top
            )

    def test_each_actor_is_in_the_region_of_its_sector(self, graph):
        placed = layout(graph)
        boxes = {region.sector: region.box for region in placed.regions}
        for actor in actors(graph):
            box = boxes[actor.sector if actor_ties(graph)[actor.id] else None]
            x, y = placed.positions[actor.id]
            assert box.left < x < box.left + box.width
            assert box.top < y < box.top + box.height

    def test_everything_is_in_view(self, graph):
        placed = layout(graph)
        for x, y in placed.positions.values():
            assert abs(x) <= placed.whole.width / 2
            assert abs(y) <= placed.whole.height / 2


def test_the_same_data_give_the_same_picture_in_whatever_order_they_come():
    assert layout(municipality(40, 9)) == layout(municipality(40, 9, backwards=True))


def test_the_example_fits_a_wide_screen():
    whole = layout(EXAMPLE).whole
    assert 1.8 < whole.width / whole.height < 2.6


def test_external_actors_lie_further_out():
    positions = layout(EXAMPLE).positions
    assert abs(positions["husbanken"][1]) > abs(positions["boligkontoret"][1])


def test_an_arena_lies_near_those_who_take_part():
    graph = tiny(
        units="name;sector\n" + "\n".join(f"E{i};{SECTORS[i % 6]}" for i in range(24)),
        arenas="name\nA\nB",
        participation="actor;arena\nE0;A\nE6;A\nE1;B\nE7;B\n"
        + "\n".join(f"E{i};A" for i in (12, 18))
        + "\n"
        + "\n".join(f"E{i};B" for i in (13, 19)),
    )
    at = layout(graph).positions

    def away(arena, actor):
        return (at[arena][0] - at[actor][0]) ** 2 + (at[arena][1] - at[actor][1]) ** 2

    assert away("a", "e0") + away("b", "e1") < away("b", "e0") + away("a", "e1")
