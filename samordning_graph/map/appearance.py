"""Colours of sectors and lines, told apart by people who are colour-blind too.

Okabe and Ito (2008), «Color Universal Design», extended with colours of Tol (2021), «Colour
schemes». Their vermilion is kept for the possible missing links.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from samordning_graph.rules.finding import Basis

MISSING = "#c63d00"
BLUE = "#0b5fa5"
INK = "#1a1a1a"


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: `curve` is how far it bends, `arrow` whether its direction is shown."""

    colour: str
    width: float
    dashes: tuple[int, ...] = ()
    curve: float = 0.0
    arrow: bool = False


STROKES: Mapping[str, Stroke] = {
    "takes_part": Stroke("#767676", 1.4),
    "link": Stroke(INK, 3, curve=0.16),
    "agreement": Stroke(BLUE, 3, curve=0.28),
    "referral": Stroke("#7a3d8f", 2, (8, 3), curve=0.2, arrow=True),
    "loose": Stroke("#767676", 1.2, (2, 5)),
    "shared": Stroke("#5a5a5a", 2),
    "meeting": Stroke("#5a5a5a", 3),
    "linked": Stroke(INK, 3, curve=0.12),
    "identified_in": Stroke("#767676", 1.2, arrow=True),
    "answers": Stroke("#767676", 1.8, arrow=True),
    "realises": Stroke("#767676", 2.4, arrow=True),
    "part_of": Stroke("#767676", 1.6, (6, 2), arrow=True),
    "owns": Stroke(INK, 2.4),
    "contributes": Stroke("#767676", 1.4),
    "follows_up": Stroke(BLUE, 2),
    "anchored_in": Stroke("#117733", 1.6, (10, 3), curve=0.2, arrow=True),
    "informs": Stroke("#117733", 1.6, arrow=True),
    "builds_on": Stroke("#117733", 1.6, (4, 3), arrow=True),
    "missing": Stroke(MISSING, 3.2, (12, 8), curve=0.12),
    "not_assessed": Stroke("#595959", 2.6, (3, 7), curve=0.12),
    "accepted": Stroke("#8a6d3b", 1.8, (14, 4, 2, 4), curve=0.12),
}
"""Every kind of line, in the order of the legend; a gap is drawn in the stroke of its basis."""

BASIS_STROKES: Mapping[Basis, Stroke] = {
    Basis.REQUIRED: Stroke("#a80032", 4.2, (16, 6), curve=0.12),
    Basis.CONDITIONAL: Stroke("#a80032", 3.4, (16, 5, 3, 5), curve=0.12),
    Basis.LOCAL: Stroke("#6a3d00", 3.4, (10, 4, 3, 4, 3, 4), curve=0.12),
    Basis.RECOMMENDED: Stroke(MISSING, 3, (11, 8), curve=0.12),
    Basis.HINT: Stroke(MISSING, 2, (4, 6), curve=0.12),
}
"""A possible missing link by its strongest basis: told apart by pattern and width too."""
