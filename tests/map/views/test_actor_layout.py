from itertools import combinations

import pytest

from samordning_graph.drawing.municipality_table import table_of
from samordning_graph.drawing.table_places import PILL_HEIGHT, PILL_WIDTH, ROW_HEIGHT, ROW_WIDTH
from samordning_graph.graph.build import build
from samordning_graph.graph.graph import Graph, actors, nodes
from samordning_graph.input.read_model import read_model
from samordning_graph.map.geometry.free_space import centred_box, contains, overlap
from samordning_graph.map.views.actor_layout import layout
from samordning_graph.schema.tables import Arena
from tests.helpers.tiny import tiny

SECTORS = ("bolig", "helse", "integrering", "oppvekst", "sosial", "plan", "eiendom")
DUTIES = ("duty:a", "duty:b")


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


GRAPHS = {
    "example": build(read_model("data/eksempel")),
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
        assert layout(table_of(graph), DUTIES).positions.keys() == {*expected, *DUTIES}

    def test_nothing_lies_on_something_else(self, graph):
        rows = {actor.id for actor in actors(graph)}
        boxes = [
            centred_box(at, (ROW_WIDTH, ROW_HEIGHT) if key in rows else (PILL_WIDTH, PILL_HEIGHT))
            for key, at in layout(table_of(graph), DUTIES).positions.items()
        ]
        assert not any(overlap(first, second) for first, second in combinations(boxes, 2))

    def test_regions_do_not_overlap_and_all_is_in_view(self, graph):
        placed = layout(table_of(graph), DUTIES)
        boxes = [region.box for region in placed.regions]
        assert not any(overlap(first, second) for first, second in combinations(boxes, 2))
        assert all(contains(placed.whole, box) for box in boxes)

    def test_each_actor_is_in_the_region_of_its_sector(self, graph):
        placed = layout(table_of(graph), DUTIES)
        boxes = {region.sector: region.box for region in placed.regions}
        for actor in actors(graph):
            row = centred_box(placed.positions[actor.id], (ROW_WIDTH, ROW_HEIGHT))
            assert contains(boxes[actor.sector], row)


def test_the_same_data_give_the_same_picture_in_whatever_order_they_come():
    first, second = (table_of(municipality(40, 9, backwards=back)) for back in (False, True))
    assert layout(first, ()) == layout(second, ())
