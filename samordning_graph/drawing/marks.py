"""What a picture consists of, as marks in the order of painting: each format draws them in its own way.

Lengths are in pixels of the picture; `y` of a text is its middle. The same as the marks of
`map/page/script/table_marks.js`.
"""

from dataclasses import dataclass
from typing import Literal

from samordning_graph.drawing.placed_table import Point
from samordning_graph.drawing.table_routes import Segment

Align = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMark:
    """A line from its start over straight and curved segments."""

    start: Point
    segments: tuple[Segment, ...]
    colour: str
    width: float
    dashes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxMark:
    """A rectangle; an empty `fill` or `border` is none."""

    left: float
    top: float
    width: float
    height: float
    radius: float = 0
    fill: str = ""
    border: str = ""
    border_width: float = 1
    dashes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleMark:
    """A circle around its middle."""

    x: float
    y: float
    radius: float
    fill: str
    border: str
    border_width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMark:
    """A line of text that begins, ends or has its middle at `x`."""

    text: str
    x: float
    y: float
    size: float
    fill: str
    align: Align = "start"
    is_bold: bool = False
    is_italic: bool = False


Mark = LineMark | BoxMark | CircleMark | TextMark


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture: its size, and what is painted on it, which may be nothing.

    `title` and `description` say what it shows, for whoever cannot see it; `caption` stands below it.
    """

    width: float = 0
    height: float = 0
    marks: tuple[Mark, ...] = ()
    title: str = ""
    description: str = ""
    caption: str
