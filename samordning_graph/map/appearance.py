"""How nodes are drawn: the page, its SVG and the pyvis network read it here.

What colours mean, and every line, is in `drawing/strokes.py`. Sectors have colours of their own on
the views that draw them as boxes, from Okabe and Ito (2008), «Color Universal Design», and Tol
(2021), «Colour schemes»; at the long table a sector is a place and a heading, and its colour no more
than a stripe.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from samordning_graph.drawing.strokes import CHARCOAL, GREEN, GREY, INK, MISSING, QUIET, WHITE
from samordning_graph.drawing.table_places import (
    PILL_HEIGHT,
    PILL_WIDTH,
    ROW_HEIGHT,
    ROW_WIDTH,
)
from samordning_graph.map.geometry.frame import BOX_HEIGHT, BOX_WIDTH

DUTY_SIZE = 26
"""Width and height of a duty, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeStyle:
    """How a node is drawn; widths and sizes are in pixels.

    `shape` is box, diamond or hexagon: the name stands in a box and below the others, in the colour
    `ink`. The colour of a sector takes the place of `fill` and `ink`. `radius` is that of the
    corners of a box.
    """

    shape: str = "box"
    width: float = BOX_WIDTH
    height: float = BOX_HEIGHT
    radius: float = 0
    fill: str = WHITE
    ink: str = INK
    border: str = INK
    border_width: float = 1.5
    dashes: tuple[int, ...] = ()
    font_size: int = 13


_UNIT = NodeStyle(fill="#d9d9d9", border_width=1, radius=3)

NODE_STYLES: Mapping[str, NodeStyle] = {
    "unit": _UNIT,
    "external": replace(_UNIT, border_width=2.5, radius=BOX_HEIGHT / 2),
    "sector": _UNIT,
    "arena": NodeStyle(fill=CHARCOAL, ink=WHITE),
    "excluded_arena": NodeStyle(ink=QUIET, border=GREY, dashes=(4, 3)),
    "duty": NodeStyle(
        shape="hexagon",
        width=DUTY_SIZE,
        height=DUTY_SIZE,
        border=MISSING,
        border_width=2.5,
        dashes=(4, 3),
    ),
    "overview": NodeStyle(fill="#e6f0e8", border=GREEN, border_width=2),
    "challenge": NodeStyle(fill="#fdeee4", border="#8a3b00", radius=14),
    "goal": NodeStyle(border_width=2.5, radius=4),
    "strategy": NodeStyle(radius=22),
    "measure": NodeStyle(fill="#eef1f6", border="#33507a", radius=4),
    "plan": NodeStyle(fill="#f4f4f4", border=GREEN),
}
"""Every kind of node, with a kind of its own for arenas that do not count as working arenas."""


_ROW = NodeStyle(
    width=ROW_WIDTH - 8, height=ROW_HEIGHT - 4, radius=3, border=WHITE, border_width=0, font_size=14
)
_PILL = NodeStyle(
    width=PILL_WIDTH - 16,
    height=PILL_HEIGHT - 10,
    radius=14,
    fill="#f1f3f5",
    border="#5a6570",
    border_width=1,
    font_size=14,
)
TABLE_STYLES: Mapping[str, NodeStyle] = {
    "unit": _ROW,
    "external": _ROW,
    "arena": _PILL,
    "excluded_arena": replace(_PILL, fill=WHITE, ink=QUIET, border=GREY, dashes=(4, 4)),
}
"""What looks different at the long table, where a sector is a place and not a colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionStyle:
    """How the ground of a region is drawn; sizes and distances are in pixels.

    The colour of a sector takes the place of `fill`; the frame is that of a region without ground.
    `left` and `top` are where the heading begins, from the corner of the region.
    """

    radius: float
    fill: str
    opacity: float
    border: str
    border_width: float
    dashes: tuple[int, ...]
    font_size: int
    left: float
    top: float


REGION_STYLE = RegionStyle(
    radius=10,
    fill="#7a8a99",
    opacity=0.13,
    border=QUIET,
    border_width=1.5,
    dashes=(6, 5),
    font_size=14,
    left=12,
    top=7,
)
