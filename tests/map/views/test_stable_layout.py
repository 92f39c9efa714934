from dataclasses import replace
from itertools import combinations

import pytest

from samordning_graph.graph.build import build
from samordning_graph.input.read_model import read_model
from samordning_graph.map.geometry.frame import BOX_HEIGHT, BOX_WIDTH
from samordning_graph.map.geometry.free_space import centred_box, contains, overlap
from samordning_graph.map.views.actors import actors_view
from samordning_graph.map.views.arenas import arenas_view
from samordning_graph.map.views.goals import goals_view
from samordning_graph.map.views.sectors import sectors_view
from samordning_graph.map.views.stable_layout import keep_positions
from samordning_graph.schema.tables import Participation, Unit

VIEWS = (actors_view, arenas_view, sectors_view, goals_view)
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


def test_many_new_actors_stand_in_the_region_of_their_sector_and_regions_stay_apart():
    before = actors_view(BEFORE)
    after = keep_positions(
        actors_view(with_units(*["helse"] * 6, "bolig", "plan", "justis")), before.positions
    )
    boxes = {region.sector: region.box for region in after.regions}

    assert not overlapping(after)
    assert not any(overlap(first, second) for first, second in combinations(boxes.values(), 2))
    for node in after.nodes:
        if node.key.startswith("ny-"):
            cell = centred_box(after.positions[node.key], (BOX_WIDTH, BOX_HEIGHT))
            assert contains(boxes[node.attributes["sector"]], cell)


def test_a_new_actor_fills_a_hole_in_its_sector_first():
    before = dict(actors_view(BEFORE).positions)
    hole = before.pop("tildelingskontoret")
    after = keep_positions(actors_view(BEFORE), before)

    assert after.positions["tildelingskontoret"] == pytest.approx(hole)


def test_an_actor_of_another_sector_than_before_moves_there_alone():
    before = actors_view(BEFORE)
    units = [
        replace(unit, sector="plan") if unit.id == "tildelingskontoret" else unit
        for unit in MODEL.rows[Unit]
    ]
    after = keep_positions(
        actors_view(build(replace(MODEL, rows={**MODEL.rows, Unit: tuple(units)}))),
        before.positions,
    )
    moved = {key for key, at in before.positions.items() if after.positions[key] != at}

    assert moved == {"tildelingskontoret"}


def test_two_that_lay_on_each_other_do_no_more():
    before = dict(actors_view(BEFORE).positions)
    before["husbanken"] = before["boligkontoret"]

    assert not overlapping(keep_positions(actors_view(BEFORE), before))
