"""The key of a long table: what its lines and marks say, of those that occur.

The page has the same in `map/page/script/table_key.js`.
"""

from collections.abc import Iterator, Set
from typing import NamedTuple

from samordning_graph.common.locale import _
from samordning_graph.drawing.marks import BoxMark, LineMark, Mark, TextMark
from samordning_graph.drawing.strokes import BASIS_STROKES, INK, Stroke
from samordning_graph.drawing.table_marks import (
    BORDER_OF_ALONE,
    BORDER_OF_EXCLUDED,
    DASHES_OF_ALONE,
    DASHES_OF_EXCLUDED,
    TableScene,
)
from samordning_graph.drawing.text_width import text_width
from samordning_graph.rules.basis import Basis

LINE_HEIGHT, BETWEEN, BEFORE_TEXT = 22.0, 18.0, 8.0
SYMBOL_WIDTH = 42.0
SIZE = 14.0
_MIDDLE = 9.0
"""Of a symbol and its text, from the top of their line."""


class KeyFrame(NamedTuple):
    """A dashed frame: its width and the radius of its corners in pixels, and its paint."""

    width: float
    radius: float
    border: str
    dashes: tuple[int, ...]


FRAME_OF_ALONE = KeyFrame(18, 3, BORDER_OF_ALONE, DASHES_OF_ALONE)
FRAME_OF_EXCLUDED = KeyFrame(26, 6, BORDER_OF_EXCLUDED, DASHES_OF_EXCLUDED)
KeyEntry = tuple[Stroke | KeyFrame | None, str]
"""The symbol, a line by its stroke or a frame, and what it says."""


def key_marks(scene: TableScene, bases: Set[Basis], top: float) -> tuple[list[Mark], float]:
    """Return the key below a table, on as many lines as it needs, and where it ends."""
    marks: list[Mark] = []
    x, y, width = 0.0, top, scene.layout.size.width
    for symbol, text in _entries(scene, bases):
        before = _width_of(symbol) + BEFORE_TEXT if symbol is not None else 0
        long = before + text_width(text, SIZE)
        if x and x + long > width:
            x, y = 0, y + LINE_HEIGHT
        if symbol is not None:
            marks.append(_symbol_mark(symbol, x, y))
        marks.append(TextMark(text=text, x=x + before, y=y + _MIDDLE, size=SIZE, fill=INK))
        x += long + BETWEEN
    return marks, y + LINE_HEIGHT


def _width_of(symbol: Stroke | KeyFrame) -> float:
    return SYMBOL_WIDTH if isinstance(symbol, Stroke) else symbol.width


def _symbol_mark(symbol: Stroke | KeyFrame, x: float, y: float) -> Mark:
    if isinstance(symbol, Stroke):
        return LineMark(
            start=(x + 1, y + _MIDDLE),
            segments=(((x + SYMBOL_WIDTH - 1, y + _MIDDLE),),),
            colour=symbol.colour,
            width=symbol.width,
            dashes=symbol.dashes,
        )
    return BoxMark(
        left=x + 1,
        top=y + 3,
        width=symbol.width - 2,
        height=12,
        radius=symbol.radius,
        border=symbol.border,
        border_width=1.5,
        dashes=symbol.dashes,
    )


def _entries(scene: TableScene, bases: Set[Basis]) -> Iterator[KeyEntry]:
    grounds = list(_grounds(bases))
    if grounds:
        yield None, _("Ground:")
        yield from grounds
    rows = [scene.nodes[key] for key in scene.layout.rows]
    yield None, _("■ municipal ● external")
    if not all(node.was_asked for node in rows):
        yield None, _("□ ○ not asked")
    if scene.layout.pills:
        yield None, _("9 = how many take part")
    if not all(scene.nodes[key].counts for key in scene.layout.pills):
        yield FRAME_OF_EXCLUDED, _("does not count as a meeting place")
    if any(node.is_without_ties for node in rows):
        yield FRAME_OF_ALONE, _("no known ties")


def _grounds(used: Set[Basis]) -> Iterator[KeyEntry]:
    """Yield what is told together, with the stroke of the first that occurs."""
    for text, bases in (
        (_("own or legal requirement"), (Basis.REQUIRED, Basis.CONDITIONAL, Basis.LOCAL)),
        (_("common goal, referral"), (Basis.RECOMMENDED,)),
        (_("same target group"), (Basis.HINT,)),
    ):
        found = next((basis for basis in bases if basis in used), None)
        if found is not None:
            yield BASIS_STROKES[found], text
