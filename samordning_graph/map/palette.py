"""Colours of sectors and lines, told apart by people who are colour-blind too.

Okabe and Ito (2008), «Color Universal Design», extended with colours of Tol (2021), «Colour
schemes». Their vermilion is kept for the possible missing links.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from samordning_graph.graph import Graph, words_of
from samordning_graph.map.lines import Kind

MISSING = "#c63d00"
INK = "#1a1a1a"
SECTORS = (
    "#0072b2",
    "#e69f00",
    "#009e73",
    "#cc79a7",
    "#f0e442",
    "#56b4e9",
    "#332288",
    "#b0b0b0",
    "#4d4d4d",
    "#882255",
    "#117733",
    "#e8e0d0",
    "#aa4499",
    "#999933",
    "#ddcc77",
    "#661100",
)
"""In the order of the word list, so that a sector has the same colour in every municipality."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn; `curve` is how far it bends."""

    colour: str
    width: float
    dashes: tuple[int, ...] = ()
    curve: float = 0.0


STROKES: Mapping[Kind, Stroke] = {
    Kind.TAKES_PART: Stroke("#767676", 1.4),
    Kind.LOOSE: Stroke("#767676", 1.2, (2, 5)),
    Kind.LINK: Stroke(INK, 3, curve=0.16),
    Kind.AGREEMENT: Stroke("#0b5fa5", 3, curve=0.28),
    Kind.MISSING: Stroke(MISSING, 3.2, (12, 8), curve=0.12),
    Kind.NOT_ASSESSED: Stroke("#595959", 2.6, (3, 7), curve=0.12),
}


def sector_colours(graph: Graph) -> dict[str, str]:
    """Return the colour of every sector of the word list; own sectors come after the built-in."""
    words = words_of(graph, "sector")
    return {sector: SECTORS[i % len(SECTORS)] for i, sector in enumerate(words)}


def text_on(colour: str) -> str:
    """Return black or white, whichever is easier to read on a colour.

    Examples
    --------
    >>> text_on("#0072b2"), text_on("#f0e442")
    ('#ffffff', '#000000')
    """
    return max(("#ffffff", "#000000"), key=lambda text: contrast(text, colour))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it: 1 to 21; AA asks for 4.5."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
