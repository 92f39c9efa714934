"""The marks of a table are those of the page: held to a picture that the page has saved.

`visualisations/eksempel-aktorer.svg` is kept as the page's own scripts save it.
"""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.drawing.marks import BoxMark, CircleMark, LineMark, TextMark
from samordning_graph.drawing.municipality_table import guests_of
from samordning_graph.drawing.pairs_picture import strongest_pairs
from samordning_graph.drawing.placed_table import TableNames, TableSize
from samordning_graph.drawing.strokes import DOCUMENTED, STROKES
from samordning_graph.drawing.table_layout import lay_out
from samordning_graph.drawing.table_marks import DrawnNode, DrawnTie, TableScene, table_marks
from samordning_graph.drawing.table_order import TableGuests, order_table
from samordning_graph.drawing.table_picture import TableContent, table_picture
from samordning_graph.drawing.text_width import text_width
from samordning_graph.graph.build import build
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.input.read_model import read_model
from samordning_graph.report.formats.svg import svg_of

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
PAINT = ("fill", "stroke", "stroke-width", "stroke-dasharray", "r")
SHAPES = ("rect", "circle", "path")
LETTERS = ("fill", "text-anchor", "font-style", "font-weight")
PLAIN = {"text-anchor": "start", "font-weight": "normal"}


def looks(elements) -> set[tuple[str, ...]]:
    """Return how shapes, lines and names look, whatever their size and place."""
    found = set()
    for element in elements:
        tag = element.tag.removeprefix(SVG)
        if tag in SHAPES:
            found.add((tag, *(element.get(name, "") for name in PAINT)))
        elif tag == "text":
            found.add((tag, *(element.get(name, PLAIN.get(name, "")) for name in LETTERS)))
    return found


@pytest.fixture(scope="module")
def of_page() -> list[ElementTree.Element]:
    """The elements of the table that the page has drawn, and of its key."""
    return list(ElementTree.parse(ROOT / "visualisations" / "eksempel-aktorer.svg").iter())


@pytest.fixture(scope="module")
def of_python() -> list[ElementTree.Element]:
    graph = build(read_model(ROOT / "data" / "eksempel"), AnalysisOptions(as_of=date(2026, 11, 23)))
    content = TableContent(
        guests=guests_of(graph),
        pairs=strongest_pairs(graph),
        links={},
        most_height=1000,
        title="",
        description="",
        caption="",
    )
    with in_language("nb"):
        svg = svg_of(table_picture(graph, content), "a")
    return list(
        ElementTree.fromstring(svg.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1)).iter()
    )


def test_every_mark_looks_as_on_the_page(of_page, of_python):
    assert len(looks(of_python)) > 20
    assert looks(of_python) - looks(of_page) == set()


def test_the_lines_are_as_many_as_on_the_page(of_page, of_python):
    for elements in (of_page, of_python):
        strokes = Counter(
            element.get("stroke") for element in elements if element.tag == f"{SVG}path"
        )
        # Eleven pairs, each with its edge, and the three grounds of the key.
        assert strokes == {"#c23b00": 14, "#ffffff": 11}


# A table by hand: a in one sector, b and c in another, and an arena.

GUESTS = TableGuests(
    sectors={"s": ["a"], "t": ["b", "c"]}, arenas=["f"], seats=[("a", "f")], pairs=[("a", "b")]
)
NAMES = TableNames(
    nodes={"a": "Alfa", "b": "Beta", "c": "Ceta", "f": "Forum"},
    sectors={"s": "Sosial", "t": "Tannhelse"},
    strong=frozenset("ab"),
)


def scene(**nodes: DrawnNode) -> TableScene:
    layout = lay_out(order_table(GUESTS), NAMES, TableSize(900, 200), text_width)
    return TableScene(
        layout=layout, nodes=dict.fromkeys("abcf", DrawnNode()) | nodes, fills={}, ties=()
    )


def marks_of(scene: TableScene, kind: type) -> list:
    return [mark for mark in table_marks(scene) if isinstance(mark, kind)]


def text(scene: TableScene, words: str) -> TextMark:
    (found,) = (mark for mark in marks_of(scene, TextMark) if mark.text == words)
    return found


def test_who_is_in_a_pair_is_bold_and_everybody_in_a_focus_is_black():
    drawn = scene()

    assert text(drawn, "Alfa").is_bold
    assert not text(drawn, "Ceta").is_bold
    assert text(drawn, "Alfa").fill != text(drawn, "Ceta").fill
    assert text(replace(drawn, focus="b"), "Ceta").fill == text(drawn, "Alfa").fill
    (ring,) = (
        box for box in marks_of(replace(drawn, focus="b"), BoxMark) if box.border == DOCUMENTED
    )
    assert ring.top < drawn.layout.rows["b"].y < ring.top + ring.height


def test_an_external_actor_is_a_circle_and_who_was_not_asked_is_hollow():
    drawn = scene(a=DrawnNode(is_external=True), b=DrawnNode(was_asked=False))
    (circle,) = marks_of(drawn, CircleMark)
    squares = [box for box in marks_of(drawn, BoxMark) if box.width == box.height]

    assert (circle.x, circle.y) == (drawn.layout.rows["a"].x, drawn.layout.rows["a"].y)
    assert sorted(square.fill == "#ffffff" for square in squares) == [False, True]


def test_who_has_no_tie_has_a_dashed_frame_and_so_has_an_arena_that_does_not_count():
    def dashed(scene: TableScene) -> int:
        return sum(bool(box.dashes) for box in marks_of(scene, BoxMark))

    assert dashed(scene()) == 0
    assert dashed(scene(a=DrawnNode(is_without_ties=True))) == 1
    assert dashed(scene(f=DrawnNode(counts=False))) == 1


def test_an_arena_says_how_many_take_part():
    assert text(scene(f=DrawnNode(participants=9)), "9")


def test_a_pair_has_a_white_edge_and_its_number_above_everything():
    link, pair = (
        DrawnTie(start=(0, 0), segments=(((9, 9),),), stroke=STROKES["link"], number=number)
        for number in (None, 7)
    )
    drawn = replace(scene(), ties=(pair, link))
    first, edge, last = marks_of(drawn, LineMark)

    assert (first.colour, first.width) == (STROKES["link"].colour, STROKES["link"].width)
    assert (edge.colour, edge.width) == ("#ffffff", last.width + 4)
    assert list(table_marks(drawn))[-1] == text(drawn, "7")


def test_folded_rows_and_arenas_are_counted():
    drawn = scene()
    sector = replace(drawn.layout.sectors[0], folded=3)
    layout = replace(drawn.layout, sectors=(sector,), arenas_left_out=2)

    assert text(replace(drawn, layout=layout), "+ 3 more")
    assert text(replace(drawn, layout=layout), "+ 2 more arenas")
    empty = replace(drawn.layout, pills={}, gaps=())
    assert text(replace(drawn, layout=empty), "No arenas in the data")
    elsewhere = replace(drawn, layout=empty, has_other_arenas=True)
    assert all(mark.text != "No arenas in the data" for mark in marks_of(elsewhere, TextMark))
