"""How nodes and ties are drawn: the page, its SVG and the pyvis network read it here.

Colour never stands alone: kinds of nodes have their own shapes, and gaps their own dashes, so that
people who are colour-blind distinguish them too. The colours are those of Okabe and Ito (2008),
«Color Universal Design», extended with colours of Tol (2021), «Colour schemes». Their vermilion is
kept for the possible missing links.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from samordning_graph.map.geometry.frame import BOX_HEIGHT, BOX_WIDTH
from samordning_graph.rules.basis import Basis

MISSING = "#c63d00"
BLUE = "#0b5fa5"
GREEN = "#117733"
RED = "#a80032"
INK = "#1a1a1a"
CHARCOAL = "#3a3a3a"
GREY = "#767676"
QUIET = "#595959"
WHITE = "#ffffff"
MARK_SIZE = 26
"""Width and height of a node that has its name below it, in pixels."""


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
_MARK = NodeStyle(shape="diamond", width=MARK_SIZE, height=MARK_SIZE)

NODE_STYLES: Mapping[str, NodeStyle] = {
    "unit": _UNIT,
    "external": replace(_UNIT, border_width=2.5, radius=BOX_HEIGHT / 2),
    "sector": _UNIT,
    "arena": NodeStyle(fill=CHARCOAL, ink=WHITE),
    "arena_mark": replace(_MARK, fill=CHARCOAL),
    "excluded_arena": NodeStyle(ink=QUIET, border=GREY, dashes=(4, 3)),
    "excluded_arena_mark": replace(_MARK, ink=QUIET, border=GREY, dashes=(4, 3)),
    "duty": replace(_MARK, shape="hexagon", border=RED, border_width=2.5, dashes=(4, 3)),
    "overview": NodeStyle(fill="#e6f0e8", border=GREEN, border_width=2),
    "challenge": NodeStyle(fill="#fdeee4", border="#8a3b00", radius=14),
    "goal": NodeStyle(border_width=2.5, radius=4),
    "strategy": NodeStyle(radius=22),
    "measure": NodeStyle(fill="#eef1f6", border="#33507a", radius=4),
    "plan": NodeStyle(fill="#f4f4f4", border=GREEN),
}
"""Every kind of node, with a kind of its own for arenas that do not count as working arenas, and a
`…_mark` of both for the views where arenas are drawn as marks."""


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


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: `curve` is how far it bends, `arrow` whether its direction is shown.

    `counts` says that the weight of such a tie is a count, which its width always shows.
    """

    colour: str
    width: float
    dashes: tuple[int, ...] = ()
    curve: float = 0.0
    arrow: bool = False
    counts: bool = False


STROKES: Mapping[str, Stroke] = {
    "takes_part": Stroke(GREY, 1.4),
    "link": Stroke(INK, 3, curve=0.16),
    "agreement": Stroke(BLUE, 3, curve=0.28),
    "referral": Stroke("#7a3d8f", 2, (8, 3), curve=0.2, arrow=True),
    "loose": Stroke(GREY, 1.2, (2, 5)),
    "shared": Stroke("#5a5a5a", 2, counts=True),
    "meeting": Stroke("#5a5a5a", 3, counts=True),
    "linked": Stroke(INK, 3, curve=0.12, counts=True),
    "identified_in": Stroke(GREY, 1.2, arrow=True),
    "answers": Stroke(GREY, 1.8, arrow=True),
    "realises": Stroke(GREY, 2.4, arrow=True),
    "part_of": Stroke(GREY, 1.6, (6, 2), arrow=True),
    "owns": Stroke(INK, 2.4),
    "contributes": Stroke(GREY, 1.4),
    "follows_up": Stroke(BLUE, 2),
    "anchored_in": Stroke(GREEN, 1.6, (10, 3), curve=0.2, arrow=True),
    "informs": Stroke(GREEN, 1.6, arrow=True),
    "builds_on": Stroke(GREEN, 1.6, (4, 3), arrow=True),
    "missing": Stroke(MISSING, 3.2, (12, 8), curve=0.12),
    "not_assessed": Stroke(QUIET, 2.6, (3, 7), curve=0.12),
    "accepted": Stroke("#8a6d3b", 1.8, (14, 4, 2, 4), curve=0.12),
}
"""Every kind of line, in the order of the legend; a gap is drawn in the stroke of its basis."""

BASIS_STROKES: Mapping[Basis, Stroke] = {
    Basis.REQUIRED: Stroke(RED, 4.2, (16, 6), curve=0.12),
    Basis.CONDITIONAL: Stroke(RED, 3.4, (16, 5, 3, 5), curve=0.12),
    Basis.LOCAL: Stroke("#6a3d00", 3.4, (10, 4, 3, 4, 3, 4), curve=0.12),
    Basis.RECOMMENDED: Stroke(MISSING, 3, (11, 8), curve=0.12),
    Basis.HINT: Stroke(MISSING, 2, (4, 6), curve=0.12),
}
"""A possible missing link by its strongest basis, which dashes and width show too."""
