"""A picture as SVG in a page: text stays text, and the picture is as sharp as the paper."""

from collections.abc import Iterator
from html import escape

from samordning_graph.drawing.marks import BoxMark, CircleMark, Drawing, LineMark, Mark, TextMark
from samordning_graph.drawing.placed_table import Point

FACE = "Arial, 'Liberation Sans', Helvetica, sans-serif"
"""Names were measured in Arial or what has its metrics."""
TO_BASELINE = 0.35
"""From the middle of a line of text to its baseline, as a share of the size."""


def svg_of(drawing: Drawing, id_: str) -> str:
    """Return a picture as an element of a page; `id_` is used by nothing else in it.

    A screen reader reads the title and the description, and none of the names and numbers one by one.
    """
    width, height = _number(drawing.width), _number(drawing.height)
    named = f'role="img" aria-labelledby="{id_}-title {id_}-text"'
    head = f'<svg viewBox="0 0 {width} {height}" font-family="{FACE}" {named}>'
    words = (
        f'<title id="{id_}-title">{escape(drawing.title)}</title>'
        f'<desc id="{id_}-text">{escape(drawing.description)}</desc>'
    )
    return "\n".join((head, words, *map(_element, drawing.marks), "</svg>"))


def _element(mark: Mark) -> str:
    match mark:
        case LineMark():
            return f'<path d="{_path(mark)}" fill="none"{_stroke(mark.colour, mark.width, mark.dashes)}/>'
        case BoxMark():
            corners = f' rx="{_number(mark.radius)}"' if mark.radius else ""
            return (
                f'<rect x="{_number(mark.left)}" y="{_number(mark.top)}"'
                f' width="{_number(mark.width)}" height="{_number(mark.height)}"{corners}'
                f' fill="{mark.fill or "none"}"{_stroke(mark.border, mark.border_width, mark.dashes)}/>'
            )
        case CircleMark():
            return (
                f'<circle cx="{_number(mark.x)}" cy="{_number(mark.y)}" r="{_number(mark.radius)}"'
                f' fill="{mark.fill}"{_stroke(mark.border, mark.border_width)}/>'
            )
        case TextMark():
            look = "".join(_look_of_text(mark))
            y = _number(mark.y + TO_BASELINE * mark.size)
            place = f'x="{_number(mark.x)}" y="{y}" font-size="{_number(mark.size)}"'
            return f'<text {place}{look} fill="{mark.fill}">{escape(mark.text)}</text>'


def _look_of_text(mark: TextMark) -> Iterator[str]:
    if mark.align != "start":
        yield f' text-anchor="{mark.align}"'
    if mark.is_bold:
        yield ' font-weight="bold"'
    if mark.is_italic:
        yield ' font-style="italic"'


def _stroke(colour: str, width: float, dashes: tuple[int, ...] = ()) -> str:
    if not colour:
        return ""
    dashed = f' stroke-dasharray="{" ".join(map(str, dashes))}"' if dashes else ""
    return f' stroke="{colour}" stroke-width="{_number(width)}"{dashed}'


def _path(line: LineMark) -> str:
    parts = (
        ("L" if len(segment) == 1 else "C") + " ".join(map(_point, segment))
        for segment in line.segments
    )
    return f"M{_point(line.start)}" + "".join(parts)


def _point(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    """Return a length as it is written: a hundredth of a pixel is enough."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
