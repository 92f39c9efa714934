"""The colours and strokes of every picture: of the map, its SVG and the picture of the report.

Colour says whether something is documented, not documented or not known, and never says it alone:
what may be missing is dashed, what is not known dotted, and the basis of a gap is its dashes and its
width. `tests/map/test_appearance.py` computes that the three can be told apart with every kind of
colour vision, and in grey by their textures.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from samordning_graph.rules.basis import Basis

DOCUMENTED, MISSING, UNKNOWN = "#14496f", "#c23b00", "#6b6b6b"
BLUE = "#0b5fa5"
GREEN = "#117733"
INK = "#1a1a1a"
CHARCOAL = "#3a3a3a"
GREY = "#767676"
QUIET = "#595959"
WHITE = "#ffffff"
PALETTE: Mapping[str, str] = {
    "documented": DOCUMENTED,
    "missing": MISSING,
    "unknown": UNKNOWN,
    "ink": INK,
    "quiet": QUIET,
}
"""What the long table is drawn in; a stripe has the colour of its sector."""


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
    "link": Stroke(DOCUMENTED, 3, curve=0.16),
    "agreement": Stroke(DOCUMENTED, 4, curve=0.28),
    "referral": Stroke(DOCUMENTED, 2, (8, 3), curve=0.2, arrow=True),
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
    "missing": Stroke(MISSING, 3, (9, 6), curve=0.12),
    "not_assessed": Stroke(UNKNOWN, 2.4, (2, 6), curve=0.12),
    "accepted": Stroke(UNKNOWN, 1.8, (14, 4, 2, 4), curve=0.12),
}
"""Every kind of line of the map, in the order of the legend; a gap is drawn in the stroke of its basis."""

BASIS_STROKES: Mapping[Basis, Stroke] = {
    Basis.REQUIRED: Stroke(MISSING, 4.6, (18, 4), curve=0.12),
    Basis.CONDITIONAL: Stroke(MISSING, 4.2, (16, 4, 4, 4), curve=0.12),
    Basis.LOCAL: Stroke(MISSING, 4, (14, 5), curve=0.12),
    Basis.RECOMMENDED: Stroke(MISSING, 3, (9, 6), curve=0.12),
    Basis.HINT: Stroke(MISSING, 1.8, (3, 5), curve=0.12),
}
"""A possible missing link by its strongest basis, which dashes and width show too."""
