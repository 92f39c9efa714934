"""Colours of sectors that people who are colour-blind can distinguish too."""

from samordning_graph.graph.graph import Graph, words_of

SECTOR_PALETTE = (
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


def sector_colours(graph: Graph) -> dict[str, str]:
    """Return the colour of every sector of the word list; own sectors follow the built-in."""
    words = words_of(graph, "sector")
    return {sector: SECTOR_PALETTE[i % len(SECTOR_PALETTE)] for i, sector in enumerate(words)}


def text_colour_on(colour: str) -> str:
    """Return black or white, whichever is easier to read on a colour.

    Examples
    --------
    >>> text_colour_on("#0072b2"), text_colour_on("#f0e442")
    ('#ffffff', '#000000')
    """
    return max(("#ffffff", "#000000"), key=lambda text: contrast_ratio(text, colour))


def contrast_ratio(first: str, second: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it: 1 to 21; AA asks for 4.5."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
