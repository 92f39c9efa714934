"""A picture as SVG: read by an XML parser, named for a screen reader, and nothing in it runs."""

from xml.etree import ElementTree

from samordning_graph.drawing.marks import BoxMark, CircleMark, Drawing, LineMark, TextMark
from samordning_graph.report.formats.svg import svg_of
from tests.helpers.samples import HOSTILE

MARKS = (
    LineMark(
        start=(1, 2),
        segments=(((3, 4), (5, 6), (7, 8.123)), ((9, 8.5),)),
        colour="#c23b00",
        width=3,
        dashes=(9, 6),
    ),
    BoxMark(left=0, top=0, width=10, height=5, radius=2, fill="#ffffff", border="#111111"),
    BoxMark(left=0, top=0, width=10, height=5),
    CircleMark(x=1, y=2, radius=3, fill="#000000", border="#ffffff", border_width=2),
    TextMark(text=HOSTILE, x=4, y=10, size=20, fill="#1a1a1a", align="end", is_bold=True),
)


def parsed(**words: str) -> ElementTree.Element:
    given = {"title": "Tittel", "description": "Ord", "caption": ""} | words
    return ElementTree.fromstring(svg_of(Drawing(width=100, height=50, marks=MARKS, **given), "a"))


def test_a_line_has_its_curves_its_colour_and_its_dashes():
    line = parsed().find("path")

    assert line.get("d") == "M1 2C3 4 5 6 7 8.12L9 8.5"
    assert line.get("fill") == "none"
    assert (line.get("stroke"), line.get("stroke-width")) == ("#c23b00", "3")
    assert line.get("stroke-dasharray") == "9 6"


def test_a_shape_without_fill_or_border_has_none():
    full, empty = parsed().findall("rect")

    assert (full.get("fill"), full.get("stroke"), full.get("rx")) == ("#ffffff", "#111111", "2")
    assert (empty.get("fill"), empty.get("stroke"), empty.get("rx")) == ("none", None, None)


def test_a_text_stands_around_its_middle_and_is_never_markup():
    text = parsed().find("text")

    assert text.text == HOSTILE
    assert (text.get("x"), text.get("y")) == ("4", "17")
    assert (text.get("text-anchor"), text.get("font-weight")) == ("end", "bold")


def test_a_screen_reader_reads_the_title_and_the_description():
    svg = parsed(title=HOSTILE, description="Par: 1: A – B")

    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "a-title a-text"
    assert (svg.find("title").get("id"), svg.find("title").text) == ("a-title", HOSTILE)
    assert (svg.find("desc").get("id"), svg.find("desc").text) == ("a-text", "Par: 1: A – B")
