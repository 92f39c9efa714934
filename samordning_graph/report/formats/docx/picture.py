"""A picture as shapes of DrawingML, grouped in a line of the text: Word draws them itself.

No raster and no file beside: lines and letters are as sharp as the printer, names can be searched for
and copied, and a screen reader reads the description. Word reads such groups since 2010 (ECMA-376
part 1, 20.1 DrawingML, and [MS-ODRAWXML] 2.8 and 2.9 for the group and its shapes); LibreOffice does too.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from xml.etree.ElementTree import Element

from samordning_graph.common.text import tidy
from samordning_graph.drawing.marks import BoxMark, CircleMark, Drawing, LineMark, Mark, TextMark
from samordning_graph.drawing.placed_table import Point
from samordning_graph.drawing.text_width import text_width
from samordning_graph.report.formats.docx.element import element, hex_of, named
from samordning_graph.report.formats.docx.page import TEXT_WIDTH
from samordning_graph.report.formats.docx.paragraphs import run

EMU_OF_TWIP = 635
POINTS_OF_EMU = 12_700
FACE = "Arial"
"""Names were measured in it."""
LINE = 1.4
"""The height of a box around a line of text, as a share of the size: it is never cut."""
SPARE = 1.15
"""The width of such a box, as a share of that of the text: a printer's letters may be wider."""
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


def picture(drawing: Drawing, number: int) -> Element:
    """Return a paragraph with a picture as wide as the text; `number` is its own in the document."""
    scale = TEXT_WIDTH * EMU_OF_TWIP / drawing.width
    width, height = TEXT_WIDTH * EMU_OF_TWIP, round(drawing.height * scale)
    ids = count(1000 * number + 1)
    shapes = [_shape(mark, scale, next(ids)) for mark in drawing.marks]
    frame = named("a:xfrm", *_place("a", 0, 0, width, height), *_place("a:ch", 0, 0, width, height))
    group = named("wpg:wgp", named("wpg:cNvGrpSpPr"), named("wpg:grpSpPr", frame), *shapes)
    graphic = named("a:graphic", named("a:graphicData", group, uri=_GROUP))
    inline = named(
        "wp:inline",
        named("wp:extent", cx=width, cy=height),
        named("wp:effectExtent", l=0, t=0, r=0, b=0),
        named(
            "wp:docPr", id=1000 * number, name=tidy(drawing.title), descr=tidy(drawing.description)
        ),
        named("wp:cNvGraphicFramePr"),
        graphic,
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    # Who cannot read a group must know that it need not: Word 2007 then shows nothing in its place.
    choice = named("mc:Choice", element("drawing", inline), Requires="wpg")
    content = element("r", named("mc:AlternateContent", choice))
    return element("p", element("pPr", element("pStyle", val="Picture")), content)


def _shape(mark: Mark, scale: float, id_: int) -> Element:
    match mark:
        case LineMark():
            return _line(mark, scale, id_)
        case BoxMark():
            place = (mark.left, mark.top, mark.width, mark.height)
            shape = _preset(mark.radius, min(mark.width, mark.height))
            line = _stroke(mark.border, mark.border_width, mark.dashes, scale)
            return _placed(id_, place, scale, shape, _fill(mark.fill), line)
        case CircleMark():
            reach = 2 * mark.radius
            place = (mark.x - mark.radius, mark.y - mark.radius, reach, reach)
            line = _stroke(mark.border, mark.border_width, (), scale)
            ellipse = named("a:prstGeom", named("a:avLst"), prst="ellipse")
            return _placed(id_, place, scale, ellipse, _fill(mark.fill), line)
        case TextMark():
            return _text(mark, scale, id_)


def _placed(
    id_: int,
    place: tuple[float, float, float, float],
    scale: float,
    *look: Element,
    text: Element | None = None,
) -> Element:
    """Return a shape at (left, top, width, height) in pixels, with its outline, fill and line."""
    left, top, width, height = (round(length * scale) for length in place)
    properties = named("wps:spPr", named("a:xfrm", *_place("a", left, top, width, height)), *look)
    body = named(
        "wps:bodyPr",
        wrap="none" if text is not None else "square",
        lIns=0,
        tIns=0,
        rIns=0,
        bIns=0,
        anchor="ctr",
    )
    box = [named("wps:txbx", named("w:txbxContent", text))] if text is not None else []
    # A name is not needed, but LibreOffice would give each shape one.
    about = named("wps:cNvPr", id=id_, name=f"{id_}")
    kind = named("wps:cNvSpPr", **({"txBox": 1} if text is not None else {}))
    return named("wps:wsp", about, kind, properties, *box, body)


def _place(prefix: str, left: int, top: int, width: int, height: int) -> Iterator[Element]:
    off, ext = ("a:off", "a:ext") if prefix == "a" else ("a:chOff", "a:chExt")
    yield named(off, x=left, y=top)
    yield named(ext, cx=width, cy=height)


def _preset(radius: float, shortest: float) -> Element:
    """Return a rectangle; the radius of its corners is a share of its shortest side."""
    if not radius or not shortest:
        return named("a:prstGeom", named("a:avLst"), prst="rect")
    share = min(50_000, round(100_000 * radius / shortest))
    round_by = named("a:avLst", named("a:gd", name="adj", fmla=f"val {share}"))
    return named("a:prstGeom", round_by, prst="roundRect")


def _fill(colour: str) -> Element:
    if not colour:
        return named("a:noFill")
    return named("a:solidFill", named("a:srgbClr", val=hex_of(colour)))


def _stroke(colour: str, width: float, dashes: Sequence[int], scale: float) -> Element:
    """Return an outline; its dashes and spaces are in thousandths of a percent of its width."""
    if not colour:
        return named("a:ln", named("a:noFill"))
    stops = zip(dashes[::2], dashes[1::2], strict=True)
    dashed = [
        named("a:ds", d=round(100_000 * dash / width), sp=round(100_000 * space / width))
        for dash, space in stops
    ]
    return named(
        "a:ln",
        _fill(colour),
        *([named("a:custDash", *dashed)] if dashed else ()),
        w=round(width * scale),
        cap="flat",
    )


def _line(mark: LineMark, scale: float, id_: int) -> Element:
    """Return a line as a shape of its own outline, in the box around all its points."""
    points = [mark.start, *(point for segment in mark.segments for point in segment)]
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    width, height = (
        max(point[axis] for point in points) - low for axis, low in ((0, left), (1, top))
    )

    def at(point: Point) -> Element:
        return named("a:pt", x=round((point[0] - left) * scale), y=round((point[1] - top) * scale))

    path = named(
        "a:path",
        named("a:moveTo", at(mark.start)),
        *(
            named("a:lnTo" if len(segment) == 1 else "a:cubicBezTo", *map(at, segment))
            for segment in mark.segments
        ),
        w=round(width * scale),
        h=round(height * scale),
        fill="none",
    )
    empty = [named(f"a:{part}") for part in ("avLst", "gdLst", "ahLst", "cxnLst")]
    around = named("a:rect", l="0", t="0", r="r", b="b")
    outline = named("a:custGeom", *empty, around, named("a:pathLst", path))
    line = _stroke(mark.colour, mark.width, mark.dashes, scale)
    return _placed(id_, (left, top, width, height), scale, outline, named("a:noFill"), line)


def _text(mark: TextMark, scale: float, id_: int) -> Element:
    """Return a line of text in a box without a border, its middle where the mark has it."""
    width = text_width(mark.text, mark.size, mark.is_bold) * SPARE + mark.size / 2
    before = {"start": 0.0, "middle": width / 2, "end": width}[mark.align]
    place = (mark.x - before, mark.y - mark.size * LINE / 2, width, mark.size * LINE)
    half_points = max(2, round(2 * mark.size * scale / POINTS_OF_EMU))
    fonts = element("rFonts", ascii=FACE, hAnsi=FACE, cs=FACE)
    look = [
        fonts,
        *([element("b")] if mark.is_bold else ()),
        *([element("i")] if mark.is_italic else ()),
        element("color", val=hex_of(mark.fill)),
        element("sz", val=half_points),
        element("szCs", val=half_points),
    ]
    aligned = element("jc", val={"start": "left", "middle": "center", "end": "right"}[mark.align])
    style = element("pPr", element("pStyle", val="PictureText"), aligned)
    line = element("p", style, run(tidy(mark.text), *look))
    outline = named("a:prstGeom", named("a:avLst"), prst="rect")
    return _placed(
        id_, place, scale, outline, named("a:noFill"), named("a:ln", named("a:noFill")), text=line
    )
