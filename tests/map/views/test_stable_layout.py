from dataclasses import replace
from itertools import combinations

import pytest

from samordning_graph.graph.build import build
from samordning_graph.input.read_model import read_model
from samordning_graph.map.geometry.frame import (
    BOX_HEIGHT,
    BOX_WIDTH,
    CELL_HEIGHT,
    CELL_WIDTH,
    HEADING,
    PADDING,
    Box,
)
from samordning_graph.map.geometry.free_space import (
    bounding_box,
    centred_box,
    contains,
    overlap,
)
from samordning_graph.map.view import MapNode, Region, View
from samordning_graph.map.views.arenas import arenas_view
from samordning_graph.map.views.goals import goals_view
from samordning_graph.map.views.sectors import sectors_view
from samordning_graph.map.views.stable_layout import keep_positions
from samordning_graph.schema.tables import Participation, Unit

VIEWS = (arenas_view, sectors_view, goals_view)
MODEL = read_model("data/eksempel")
BEFORE = build(MODEL)


def with_units(*sectors):
    """Return the example with a unit more in each of these sectors, who meets in an arena."""
    units, participation = MODEL.rows[Unit], MODEL.rows[Participation]
    new = [
        replace(units[1], id=f"ny-{i}", name=f"Ny {i}", sector=sector, part_of=None)
        for i, sector in enumerate(sectors)
    ]
    more = [replace(participation[0], actor=unit.id, arena="boligsosialt-forum") for unit in new]
    return build(
        replace(
            MODEL, rows={**MODEL.rows, Unit: (*units, *new), Participation: (*participation, *more)}
        )
    )


def overlapping(view):
    boxes = {key: centred_box(at, (BOX_WIDTH, BOX_HEIGHT)) for key, at in view.positions.items()}
    return [pair for pair in combinations(boxes, 2) if overlap(*(boxes[key] for key in pair))]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
class TestEveryView:
    def test_the_same_data_keep_the_same_picture(self, view):
        assert keep_positions(view(BEFORE), view(BEFORE).positions) == view(BEFORE)

    def test_one_actor_more_moves_nobody(self, view):
        before = view(BEFORE).positions
        after = keep_positions(view(with_units("bolig")), before)

        assert {key: after.positions[key] for key in before} == before
        assert not overlapping(after)
        for key, at in after.positions.items():
            assert contains(after.whole, centred_box(at, (BOX_WIDTH, BOX_HEIGHT))), key

    def test_who_is_gone_leaves_a_hole(self, view):
        before = dict(view(BEFORE).positions)
        before["gone"] = (0.0, 0.0)
        after = keep_positions(view(BEFORE), before).positions

        assert "gone" not in after
        assert after == view(BEFORE).positions

    def test_without_anybody_known_it_is_the_view_itself(self, view):
        assert keep_positions(view(BEFORE), {"somebody": (0.0, 0.0)}) == view(BEFORE)


def view_of(**sectors):
    """Return a view with a region for each sector, its members in rows of three."""
    positions, regions = {}, []
    for number, (sector, members) in enumerate(sectors.items()):
        left = number * 700
        rows = 1 + (len(members) - 1) // 3
        for i, key in enumerate(members):
            positions[key] = (left + i % 3 * CELL_WIDTH, i // 3 * CELL_HEIGHT)
        corner = (left - CELL_WIDTH / 2 - PADDING, -CELL_HEIGHT / 2 - PADDING - HEADING)
        size = (3 * CELL_WIDTH + 2 * PADDING, rows * CELL_HEIGHT + 2 * PADDING + HEADING)
        regions.append(Region(name=sector, sector=sector, box=Box(*corner, *size)))
    nodes = [
        MapNode(key=key, kind="unit", name=key, label=key, facts=(), attributes={"sector": sector})
        for sector, members in sectors.items()
        for key in members
    ]
    return View(
        id="x",
        name="",
        meaning="",
        nodes=tuple(nodes),
        positions=positions,
        ties=(),
        regions=tuple(regions),
        whole=bounding_box([region.box for region in regions]),
    )


def test_many_new_ones_stand_in_the_region_of_their_sector_and_regions_stay_apart():
    before = view_of(a=["a1", "a2"], b=["b1", "b2", "b3"]).positions
    more = view_of(a=["a1", "a2", *(f"ny-{i}" for i in range(9))], b=["b1", "b2", "b3", "ny-b"])
    after = keep_positions(more, before)
    boxes = {region.sector: region.box for region in after.regions}

    assert not overlapping(after)
    assert not overlap(boxes["a"], boxes["b"])
    for node in after.nodes:
        cell = centred_box(after.positions[node.key], (BOX_WIDTH, BOX_HEIGHT))
        assert contains(boxes[node.attributes["sector"]], cell)


def test_a_new_one_fills_a_hole_in_its_region_first():
    view = view_of(a=["a1", "a2", "a3", "a4", "a5"])
    before = dict(view.positions)
    hole = before.pop("a2")

    assert keep_positions(view, before).positions["a2"] == pytest.approx(hole)


def test_one_of_another_sector_than_before_moves_there_alone():
    before = dict(view_of(a=["a1", "a2", "x", "a3", "y", "a4"], b=["b1", "b2"]).positions)
    del before["x"], before["y"]
    after = keep_positions(view_of(a=["a1", "a3", "a4"], b=["b1", "b2", "a2"]), before)
    moved = {key for key, at in before.items() if after.positions[key] != at}

    assert moved == {"a2"}


def test_two_that_lay_on_each_other_do_no_more():
    view = view_of(a=["a1", "a2", "a3"])
    before = {**view.positions, "a2": view.positions["a1"]}

    assert not overlapping(keep_positions(view, before))
