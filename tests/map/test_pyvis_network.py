import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from samordning_graph import pyvis_network
from samordning_graph.drawing.strokes import BASIS_STROKES, STROKES
from samordning_graph.map.appearance import NODE_STYLES
from samordning_graph.map.page.page_data import page_data
from samordning_graph.map.views.registry import VIEWS, build_view
from tests.helpers.samples import municipality
from tests.helpers.tiny import tiny
from tests.map.page.test_html_page import HOSTILE, hostile_graph

EXAMPLE = municipality("eksempel")
IMAGE = "<img src=x onerror=alert(1)>"


def nodes(network):
    return {node["id"]: node for node in network.nodes}


def edges(network):
    return {edge["id"]: edge for edge in network.edges}


@pytest.mark.parametrize("view_id", VIEWS)
class TestEveryView:
    def test_its_nodes_are_those_of_the_view_in_their_positions(self, view_id):
        view, network = build_view(EXAMPLE, view_id), pyvis_network(EXAMPLE, view_id)

        assert network.get_nodes() == [node.key for node in view.nodes]
        assert {key: (node["x"], node["y"]) for key, node in nodes(network).items()} == {
            key: (round(x, 1), round(y, 1)) for key, (x, y) in view.positions.items()
        }
        for node in view.nodes:
            drawn = network.get_node(node.key)
            if view_id == "actors":
                label = drawn["label"].replace("\u00a0", " ")
                assert node.name.startswith(label.strip("■□●○ …"))
            else:
                assert drawn["label"] == node.label
            assert drawn["title"].splitlines() == [node.name, *node.facts]

    def test_its_edges_are_the_ties_of_the_view(self, view_id):
        view, network = build_view(EXAMPLE, view_id), pyvis_network(EXAMPLE, view_id)

        assert [(edge["id"], edge["from"], edge["to"]) for edge in network.edges] == [
            (tie.id, tie.source, tie.target) for tie in view.ties
        ]
        for tie in view.ties:
            drawn = edges(network)[tie.id]
            assert drawn["title"].endswith("\n".join(tie.facts))
            assert drawn["arrows"]["to"]["enabled"] == STROKES[tie.kind].arrow

    def test_a_node_keeps_its_colour_under_the_pointer_and_selected(self, view_id):
        for node in pyvis_network(EXAMPLE, view_id).nodes:
            colour = node["color"]
            assert colour["hover"]["background"] == colour["background"]
            assert colour["highlight"]["background"] == colour["background"]

    def test_the_page_is_ascii_and_asks_for_nothing(self, view_id):
        html = pyvis_network(EXAMPLE, view_id).generate_html()

        assert html.isascii()
        for word in (" src=", "<link", "@import", "cdn", "innerHTML ="):
            assert word not in html.partition("<script>")[0]
            assert word not in html.rpartition("<script>")[2]


def test_an_unknown_view_is_an_error():
    with pytest.raises(KeyError, match="sektorer"):
        pyvis_network(EXAMPLE, "sektorer")


def test_at_the_table_a_row_has_its_mark_towards_the_middle():
    drawn = nodes(pyvis_network(EXAMPLE))
    marks = {
        "boligkontoret": "■",
        "fjordby-dps": "●",
        "voksenopplaeringen": "□",
        "husbanken": "○",
    }
    for key, mark in marks.items():
        label = drawn[key]["label"]
        assert (label[-1] if drawn[key]["x"] < 0 else label[0]) == mark
        assert "\n" not in label
    assert {node["shape"] for node in drawn.values()} == {"box", "hexagon"}


def test_duties_and_arenas_that_do_not_count_are_white_with_a_dashed_border():
    view = build_view(EXAMPLE, "actors")
    drawn = nodes(pyvis_network(EXAMPLE))
    dashed = {
        key
        for key, node in drawn.items()
        if node["shapeProperties"]["borderDashes"] and node["color"]["background"] == "#ffffff"
    }

    assert dashed == {
        node.key
        for node in view.nodes
        if node.kind == "duty" or node.attributes.get("working") is False
    }
    assert len(dashed) > 2


def test_at_the_table_a_sector_is_a_place_and_no_colour():
    network = pyvis_network(EXAMPLE)

    assert nodes(network)["boligkontoret"]["color"]["background"] == "#ffffff"
    assert '"fill": "#0072b2"' in network.generate_html()


def test_every_kind_of_node_and_tie_has_a_look():
    views = [build_view(EXAMPLE, view) for view in VIEWS]

    assert {node.kind for view in views for node in view.nodes} <= NODE_STYLES.keys()
    assert {tie.kind for view in views for tie in view.ties} <= STROKES.keys()


def test_a_gap_is_drawn_in_the_stroke_of_its_strongest_basis():
    strokes = {str(basis): stroke for basis, stroke in BASIS_STROKES.items()}
    data = page_data(EXAMPLE, [build_view(EXAMPLE, "actors")])
    drawn = edges(pyvis_network(EXAMPLE))
    used = set()
    for tie in data["views"][0]["ties"]:
        if tie["kind"] == "missing":
            basis = data["findings"][min(tie["findings"])]["basis"]  # the strongest comes first
            stroke, of_duty = strokes[basis], tie["from"].startswith("duty:")
            look = (drawn[tie["id"]][key] for key in ("color", "dashes", "width"))
            width = stroke.width / 2 if of_duty else stroke.width
            assert tuple(look) == (stroke.colour, list(stroke.dashes), width)
            assert drawn[tie["id"]]["smooth"]["enabled"] != of_duty
            used.add((basis, of_duty))

    assert len(used) > 2


def test_the_width_of_a_count_shows_how_many():
    view, drawn = build_view(EXAMPLE, "arenas"), edges(pyvis_network(EXAMPLE, "arenas"))
    widths = {tie.weight: drawn[tie.id]["width"] for tie in view.ties if tie.kind == "shared"}

    assert len(widths) > 1
    assert sorted(widths) == sorted(widths, key=widths.get)
    assert max(widths.values()) == 8


def test_curves_bend_both_ways():
    types = {edge["smooth"]["type"] for edge in pyvis_network(EXAMPLE).edges if edge["smooth"]}

    assert types == {"curvedCW", "curvedCCW"}


def test_it_is_an_ordinary_network():
    network = pyvis_network(EXAMPLE)
    network.add_node("new", "Boligtorg", shape="diamond", x=0, y=0)
    network.add_edge("new", "boligkontoret", title="planned")
    network.toggle_physics(True)

    assert network.num_nodes() == len(build_view(EXAMPLE, "actors").nodes) + 1
    assert json.loads(network.get_network_data()[5])["physics"]["enabled"] is True
    assert "Boligtorg" in network.generate_html()
    # Where nodes leave their positions there are no regions around them.
    assert "const regions = [];" in network.generate_html()


def test_it_is_shown_in_a_notebook(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    frame = pyvis_network(EXAMPLE).show("kart.html", notebook=True)

    assert (frame.src, frame.width, frame.height) == ("kart.html", "100%", "720px")
    assert [file.name for file in tmp_path.iterdir()] == ["kart.html"]
    assert "vis.Network" in Path("kart.html").read_text(encoding="ascii")
    assert capsys.readouterr().out == "kart.html\n"


def test_a_machine_without_unicode_writes_it(tmp_path):
    code = (
        "from samordning_graph import build, pyvis_network, read_model\n"
        "network = pyvis_network(build(read_model('data/eksempel')))\n"
        "network.add_node('h', 'B\\u00f8kerhuset \\U0001f3e0', title='\\u00e6')\n"
        f"network.write_html({str(tmp_path / 'kart.html')!r})"
    )
    subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", code],
        env={**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
        check=True,
    )

    html = (tmp_path / "kart.html").read_bytes().decode("ascii")
    assert "B\\u00f8kerhuset \\ud83c\\udfe0" in html


def test_nothing_hostile_leaves_the_json():
    network = pyvis_network(hostile_graph())
    for text in HOSTILE:
        network.add_node(text, text, title=text)
    network.heading = HOSTILE[0]
    network.options.nodes["title"] = HOSTILE[0]
    html = network.generate_html()

    assert html.count("</script>") == 2
    for text in (HOSTILE[0], HOSTILE[1], HOSTILE[4]):
        assert text not in html


@pytest.mark.browser
class TestInBrowser:
    def test_whatever_a_name_says_stays_text(self, visit):
        graph = tiny(units=f"id;name;sector\na;{IMAGE};bolig", arenas="name\nForum")
        network = pyvis_network(graph)
        network.add_node("b", IMAGE, title=f'<a href="javascript:alert(1)">{IMAGE}</a>', x=0, y=200)
        network.heading = IMAGE
        page = visit(network.generate_html()).page

        page.wait_for_function("() => network.getScale() !== 1")
        for key, first_line in (("a", IMAGE), ("b", network.get_node("b")["title"])):
            at = page.evaluate(
                "(key) => { const [at] = Object.values(network.getPositions([key]));"
                " return network.canvasToDOM(at); }",
                key,
            )
            box = page.locator("#network canvas").bounding_box()
            page.mouse.move(box["x"] + at["x"], box["y"] + at["y"], steps=3)
            page.wait_for_function(
                "(text) => document.querySelector('div.vis-tooltip')?.textContent.startsWith(text)",
                arg=first_line,
            )
        assert page.locator("h1").text_content() == page.title() == IMAGE
        assert page.locator("img, a").count() == 0
        # `visit` has counted what was fetched, said and asked.

    @pytest.mark.parametrize("view_id", VIEWS)
    def test_every_node_and_tie_is_drawn(self, visit, view_id):
        view = build_view(EXAMPLE, view_id)
        page = visit(pyvis_network(EXAMPLE, view_id).generate_html()).page

        positions = page.evaluate("() => network.getPositions()")
        assert positions.keys() == view.positions.keys()
        for key, (x, y) in view.positions.items():
            assert (positions[key]["x"], positions[key]["y"]) == pytest.approx((x, y), abs=1)
        assert page.evaluate("() => network.body.data.edges.length") == len(view.ties)
        assert page.locator("h1").text_content() == view.name
