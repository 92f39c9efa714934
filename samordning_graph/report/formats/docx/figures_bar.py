"""The bar of page one: drawn, since a pattern of a cell is plain grey in much that opens a document."""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from xml.etree.ElementTree import Element

from samordning_graph.common.locale import _
from samordning_graph.drawing.marks import BoxMark, Drawing, LineMark
from samordning_graph.drawing.strokes import DOCUMENTED, MISSING, UNKNOWN, WHITE
from samordning_graph.report.blocks import FiguresBar
from samordning_graph.report.formats.docx.paragraphs import figures
from samordning_graph.report.formats.docx.picture import picture

WIDTH, HEIGHT = 920.0, 26.0
BETWEEN_STRIPES = 8.0
"""In pixels of a picture across the page."""
_COLOURS = (DOCUMENTED, MISSING, UNKNOWN)


def figures_bar(block: FiguresBar, number: int) -> Iterator[Element]:
    """Yield a bar across the page in true proportion, and below it the figures in words.

    `number` is its own in the document.
    """
    if any(block.parts):
        bar = Drawing(
            width=WIDTH,
            height=HEIGHT,
            marks=tuple(_marks(block.parts)),
            title=_("Documented, not documented and not known"),
            description=" · ".join(block.texts),
            caption="",
        )
        yield picture(bar, number)
    yield figures(block.texts, _COLOURS)


def _marks(parts: tuple[int, int, int]) -> Iterator[BoxMark | LineMark]:
    """Yield a box for each part that is not empty; what is not known is hatched, as in html."""
    edges = [0.0, *(WIDTH * end / sum(parts) for end in accumulate(parts))]
    for colour, (left, right) in zip(_COLOURS, pairwise(edges), strict=True):
        if left == right:
            continue
        is_hatched = colour == UNKNOWN
        yield BoxMark(
            left=left,
            top=0,
            width=right - left,
            height=HEIGHT,
            fill=WHITE if is_hatched else colour,
            border=colour,
        )
        if is_hatched:
            yield from _stripes(left, right)


def _stripes(left: float, right: float) -> Iterator[LineMark]:
    """Yield lines at 45 degrees across a box of the height of the bar, cut at its sides."""
    x = left - HEIGHT + BETWEEN_STRIPES
    while x < right:
        start, end = max(x, left), min(x + HEIGHT, right)
        yield LineMark(
            start=(start, HEIGHT - (start - x)),
            segments=(((end, HEIGHT - (end - x)),),),
            colour=UNKNOWN,
            width=1.5,
        )
        x += BETWEEN_STRIPES
