"""A picture in Word: shapes that Word draws itself, in the order of their schema, told in words."""

from xml.etree.ElementTree import Element

import docx
import pytest

from samordning_graph.common.text import tidy
from samordning_graph.drawing.marks import BoxMark, CircleMark, Drawing, LineMark, TextMark
from samordning_graph.report.blocks import FiguresBar, Heading, Picture
from samordning_graph.report.documents.first_page import first_page
from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats.docx.document import write
from samordning_graph.report.formats.docx.element import NAMESPACES_OF_PICTURES
from samordning_graph.report.formats.docx.figures_bar import figures_bar
from samordning_graph.report.formats.docx.page import TEXT_WIDTH
from samordning_graph.report.formats.docx.picture import picture
from tests.helpers.samples import HOSTILE, municipality

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {key.removeprefix("xmlns:"): value for key, value in NAMESPACES_OF_PICTURES.items()}
# ECMA-376 (5th edition) part 1, dml-main.xsd and dml-wordprocessingDrawing.xsd, and [MS-ODRAWXML] 2.8
# and 2.9: what an element holds, in order.
SEQUENCES = {
    "wp:inline": "wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic",
    "wpg:wgp": "wpg:cNvPr wpg:cNvGrpSpPr wpg:grpSpPr wps:wsp",
    "wpg:grpSpPr": "a:xfrm a:noFill a:solidFill",
    "wps:wsp": "wps:cNvPr wps:cNvSpPr wps:spPr wps:style wps:txbx wps:bodyPr",
    "wps:spPr": "a:xfrm a:custGeom a:prstGeom a:noFill a:solidFill a:ln",
    "a:xfrm": "a:off a:ext a:chOff a:chExt",
    "a:custGeom": "a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst",
    "a:path": "a:moveTo a:lnTo a:cubicBezTo",
    "a:ln": "a:noFill a:solidFill a:prstDash a:custDash",
}
MARKS = (
    LineMark(
        start=(10, 20),
        segments=(((30, 20), (30, 5), (50, 5)), ((60, 5),)),
        colour="#c23b00",
        width=2,
        dashes=(9, 6),
    ),
    BoxMark(left=5, top=6, width=40, height=20, radius=5, fill="#f1f3f5", border="#5a6570"),
    BoxMark(left=5, top=6, width=11, height=11, fill="#1a1a1a"),
    CircleMark(x=50, y=25, radius=11, fill="#c23b00", border="#ffffff", border_width=2),
    TextMark(text=HOSTILE, x=90, y=25, size=14, fill="#1a1a1a", align="end", is_bold=True),
)
DRAWING = Drawing(
    width=100, height=50, marks=MARKS, title="Tittel", description="Par: A – B", caption="Under"
)


@pytest.fixture
def drawn() -> Element:
    return picture(DRAWING, 3)


def children(of: Element) -> list[str]:
    return [child.tag for child in of]


@pytest.mark.parametrize("tag", SEQUENCES)
def test_children_stand_in_the_order_of_the_schema(drawn, tag: str):
    order = SEQUENCES[tag].split()
    found = [children(element) for element in drawn.iter(tag)]

    assert any(found)
    for names in found:
        if tag != "a:path":  # a line takes its segments as they come
            assert names == sorted(names, key=order.index)
        assert set(names) <= set(order)


def test_it_is_as_wide_as_the_text_and_as_high_as_it_is_drawn(drawn):
    extent = next(drawn.iter("wp:extent"))

    assert int(extent.get("cx")) == TEXT_WIDTH * 635
    assert int(extent.get("cy")) == pytest.approx(TEXT_WIDTH * 635 / 2, abs=1)


def test_no_two_shapes_have_one_number(drawn):
    ids = [e.get("id") for e in drawn.iter() if e.tag in ("wps:cNvPr", "wp:docPr")]
    others = [e.get("id") for e in picture(DRAWING, 4).iter() if e.get("id")]

    assert len({*ids, *others}) == len(ids) + len(others) == 2 * (len(MARKS) + 1)


def test_a_line_goes_where_it_is_drawn_with_dashes_by_its_width(drawn):
    line = next(shape for shape in drawn.iter("wps:wsp") if next(shape.iter("a:path"), None))
    scale = int(next(drawn.iter("wp:extent")).get("cx")) / 100
    points = [
        (round(int(point.get("x")) / scale + 10), round(int(point.get("y")) / scale + 5))
        for point in line.iter("a:pt")
    ]

    assert points == [(10, 20), (30, 20), (30, 5), (50, 5), (60, 5)]
    assert [(dash.get("d"), dash.get("sp")) for dash in line.iter("a:ds")] == [("450000", "300000")]
    assert next(line.iter("a:ln")).get("w") == str(round(2 * scale))


def test_a_text_ends_where_it_is_drawn(drawn):
    (shape,) = (shape for shape in drawn.iter("wps:wsp") if next(shape.iter("wps:txbx"), None))
    offset, extent = next(shape.iter("a:off")), next(shape.iter("a:ext"))
    scale = int(next(drawn.iter("wp:extent")).get("cx")) / 100

    assert (int(offset.get("x")) + int(extent.get("cx"))) / scale == pytest.approx(90, abs=0.01)
    assert next(shape.iter("w:jc")).get("w:val") == "right"
    assert "".join(text.text for text in shape.iter("w:t")) == tidy(HOSTILE)


def test_python_docx_opens_it_with_its_words_in_alternative_text(tmp_path):
    path = tmp_path / "rapport.docx"
    write([Heading(1, "Tittel"), Picture(lambda: DRAWING)], path)
    word = docx.Document(str(path))
    (properties,) = word.element.body.iterfind(".//wp:docPr", NAMES)

    assert (properties.get("name"), properties.get("descr")) == ("Tittel", "Par: A – B")
    assert [paragraph.text for paragraph in word.paragraphs] == ["Tittel", "", "Under"]
    assert len(list(word.element.body.iterfind(".//wps:wsp", NAMES))) == len(MARKS)


@pytest.mark.parametrize("drawing", [None, Drawing(caption="Ingenting")])
def test_nothing_to_draw_is_no_picture(tmp_path, drawing: Drawing | None):
    path = tmp_path / "rapport.docx"
    write([Picture(lambda: drawing)], path)
    word = docx.Document(str(path))

    assert list(word.element.body.iterfind(".//wp:inline", NAMES)) == []
    assert [paragraph.text for paragraph in word.paragraphs] == (["Ingenting"] if drawing else [])


def test_the_names_of_page_one_stand_in_its_picture_as_text(tmp_path):
    path = tmp_path / "rapport.docx"
    write(first_page(Report(municipality("eksempel"))), path)
    body = docx.Document(str(path)).element.body
    boxes = body.iterfind(".//wps:txbx", NAMES)
    texts = {line.text for box in boxes for line in box.iter(f"{W}p")}

    assert {"Boligkontoret", "Barneverntjenesten", "2", "11"} <= texts


def test_what_is_not_known_is_hatched_in_the_bar_and_the_bar_is_told_in_words():
    texts = ("2 documented", "1 not documented", "1 not known")
    drawn, words = figures_bar(FiguresBar((2, 1, 1), texts), 7)
    without, _words = figures_bar(FiguresBar((2, 1, 0), texts), 7)

    def shapes(bar: Element, kind: str) -> int:
        return sum(1 for _shape in bar.iter(kind))

    assert shapes(drawn, "a:prstGeom") == 3
    assert shapes(drawn, "a:custGeom") > 10
    assert (shapes(without, "a:prstGeom"), shapes(without, "a:custGeom")) == (2, 0)
    (about,) = drawn.iter("wp:docPr")
    assert about.get("descr") == " · ".join(texts)
    assert "1 not known" in "".join(words.itertext())


def test_a_bar_of_nothing_is_only_words():
    assert len(list(figures_bar(FiguresBar((0, 0, 0), ("0", "0", "0")), 7))) == 1
