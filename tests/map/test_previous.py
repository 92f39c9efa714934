import json
from dataclasses import replace
from itertools import combinations

import pytest

from samordning_graph.api import read_model
from samordning_graph.graph import actors, build, nodes
from samordning_graph.map.geometry.frame import BOX_HEIGHT, BOX_WIDTH
from samordning_graph.map.geometry.free_cells import box_at, holds, touch
from samordning_graph.map.previous import NotAMapError, kept, read_previous
from samordning_graph.map.views.arenas import arenas_view
from samordning_graph.map.views.goals import goals_view
from samordning_graph.map.views.layout import layout
from samordning_graph.map.views.map_nodes import actor_node, arena_node
from samordning_graph.map.views.sectors import sectors_view
from samordning_graph.map.views.view import Region, View
from samordning_graph.schema import Arena, Participation, Unit


def actors_view(graph):
    """Return the actors and arenas as a view, without ties."""
    placed = layout(graph)
    return View(
        id="actors",
        name="",
        meaning="",
        nodes=(
            *(actor_node(graph, one) for one in actors(graph)),
            *(arena_node(graph, one) for one in nodes(graph, Arena)),
        ),
        positions=placed.positions,
        ties=(),
        regions=tuple(
            Region(name=one.sector or "", sector=one.sector, box=one.box) for one in placed.regions
        ),
        whole=placed.whole,
    )


VIEWS = (actors_view, arenas_view, sectors_view, goals_view)
MODEL = read_model("data/eksempel")
BEFORE = build(MODEL)


def with_units(*sectors):
    """Return the example with a unit more in each of these sectors, who meets in an arena."""
    units, seats = MODEL.rows[Unit], MODEL.rows[Participation]
    new = [
        replace(units[1], id=f"ny-{i}", name=f"Ny {i}", sector=sector, part_of=None)
        for i, sector in enumerate(sectors)
    ]
    more = [replace(seats[0], actor=one.id, arena="boligsosialt-forum") for one in new]
    return build(
        replace(MODEL, rows={**MODEL.rows, Unit: (*units, *new), Participation: (*seats, *more)})
    )


def overlapping(view):
    boxes = {key: box_at(at, (BOX_WIDTH, BOX_HEIGHT)) for key, at in view.positions.items()}
    return [pair for pair in combinations(boxes, 2) if touch(*(boxes[key] for key in pair))]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
class TestEveryView:
    def test_the_same_data_keep_the_same_picture(self, view):
        assert kept(view(BEFORE), view(BEFORE).positions) == view(BEFORE)

    def test_one_actor_more_moves_nobody(self, view):
        before = view(BEFORE).positions
        after = kept(view(with_units("bolig")), before)

        assert {key: after.positions[key] for key in before} == before
        assert not overlapping(after)
        for key, at in after.positions.items():
            assert holds(after.whole, box_at(at, (BOX_WIDTH, BOX_HEIGHT))), key

    def test_who_is_gone_leaves_a_hole(self, view):
        before = dict(view(BEFORE).positions)
        before["gone"] = (0.0, 0.0)
        after = kept(view(BEFORE), before).positions

        assert "gone" not in after
        assert after == view(BEFORE).positions

    def test_without_anybody_known_it_is_the_view_itself(self, view):
        assert kept(view(BEFORE), {"somebody": (0.0, 0.0)}) == view(BEFORE)


def test_many_new_actors_stand_in_the_region_of_their_sector_and_regions_stay_apart():
    before = actors_view(BEFORE)
    after = kept(
        actors_view(with_units(*["helse"] * 6, "bolig", "plan", "justis")), before.positions
    )
    boxes = {region.sector: region.box for region in after.regions}

    assert not overlapping(after)
    assert not any(touch(one, other) for one, other in combinations(boxes.values(), 2))
    for node in after.nodes:
        if node.key.startswith("ny-"):
            cell = box_at(after.positions[node.key], (BOX_WIDTH, BOX_HEIGHT))
            assert holds(boxes[node.attributes["sector"]], cell)


def test_a_new_actor_fills_a_hole_in_its_sector_first():
    before = dict(actors_view(BEFORE).positions)
    hole = before.pop("tildelingskontoret")
    after = kept(actors_view(BEFORE), before)

    assert after.positions["tildelingskontoret"] == pytest.approx(hole)


def test_an_actor_of_another_sector_than_before_moves_there_alone():
    before = actors_view(BEFORE)
    units = [
        replace(unit, sector="plan") if unit.id == "tildelingskontoret" else unit
        for unit in MODEL.rows[Unit]
    ]
    after = kept(
        actors_view(build(replace(MODEL, rows={**MODEL.rows, Unit: tuple(units)}))),
        before.positions,
    )
    moved = {key for key, at in before.positions.items() if after.positions[key] != at}

    assert moved == {"tildelingskontoret"}


def test_two_that_lay_on_each_other_do_no_more():
    before = dict(actors_view(BEFORE).positions)
    before["husbanken"] = before["boligkontoret"]

    assert not overlapping(kept(actors_view(BEFORE), before))


# Reading

DATA = {
    "format": "samordning-map",
    "views": [{"id": "actors", "nodes": {"a": [1, 2.5], "b": [3, 4]}}],
}
PAGE = (
    '<!doctype html><script type="application/json" id="map-data">{data}</script>'
    '<script id="map-state" type="application/json">{state}</script><script>let a = "</b>";</script>'
)


def page(path, data=DATA, state=""):
    text = PAGE.format(data=json.dumps(data), state=json.dumps(state) if state else "")
    path.write_text(text, encoding="utf-8")
    return path


def test_the_places_of_a_page_and_of_what_was_moved_in_it(tmp_path):
    state = {"moved": {"actors": {"b": [-7, 8]}}}

    assert read_previous(page(tmp_path / "kart.html")) == {"actors": {"a": (1, 2.5), "b": (3, 4)}}
    assert read_previous(page(tmp_path / "kart.html", state=state)) == {
        "actors": {"a": (1, 2.5), "b": (-7, 8)}
    }


def test_the_places_of_a_json_file(tmp_path):
    file = tmp_path / "kart.json"
    file.write_text(json.dumps({**DATA, "moved": {"actors": {"a": [0, 0]}}}), encoding="utf-8")

    assert read_previous(file) == {"actors": {"a": (0, 0), "b": (3, 4)}}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hei",
        "{}",
        "[]",
        "{" * 100_000,
        '{"a":' * 100_000,
        "<html><body>En annen side</body></html>",
        '<script id="map-data">{"format": "noe annet", "views": []}</script>',
        '<script id="map-data">{"format": "samordning-map"}</script>',
        '{"format": "samordning-map", "views": [{"id": "actors", "nodes": {"a": [NaN, 1]}}]}',
        '{"format": "samordning-map", "views": [{"id": "actors", "nodes": {"a": [1e300, 1]}}]}',
        '{"format": "samordning-map", "views": [{"id": "actors", "nodes": {"a": ["x", 1]}}]}',
        '{"format": "samordning-map", "views": [{"id": "actors", "nodes": {"a": [1, 2, 3]}}]}',
        '{"format": "samordning-map", "views": [{"id": "actors", "nodes": [1, 2]}]}',
        '{"format": "samordning-map", "views": 7}',
        '{"format": "samordning-map", "views": [{"id": "a", "nodes": {}}], "moved": 7}',
        '{"format": "samordning-map", "views": [{"id": [], "nodes": {}}], "moved": {"a": 1}}',
    ],
    ids=lambda text: text[:40],
)
def test_what_is_no_map_is_one_line(tmp_path, text):
    file = tmp_path / "kart.html"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(NotAMapError, match=r"kart\.html") as raised:
        read_previous(file)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there_or_holds_no_text_is_one_line(tmp_path):
    (tmp_path / "bilde.html").write_bytes(b"\x89PNG\xff\xfe\x00")
    for name in ("bilde.html", "borte.html", "."):
        with pytest.raises(NotAMapError):
            read_previous(tmp_path / name)
