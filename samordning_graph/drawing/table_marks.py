"""The marks of a long table: sectors, rows, arenas, and the lines between them.

The page makes the same marks in `map/page/script/table_marks.js`; `tests/drawing/test_table_marks.py`
holds these to a picture that the page has saved.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samordning_graph.common.locale import _, ngettext
from samordning_graph.drawing.marks import Align, BoxMark, CircleMark, LineMark, Mark, TextMark
from samordning_graph.drawing.placed_table import (
    MARK,
    PORT,
    PlacedPill,
    PlacedRow,
    PlacedSector,
    Point,
    TableLayout,
)
from samordning_graph.drawing.strokes import DOCUMENTED, INK, MISSING, QUIET, WHITE, Stroke
from samordning_graph.drawing.table_letters import MARGIN
from samordning_graph.drawing.table_routes import BADGE_RADIUS, Segment

STRIPE_WIDTH, STRIPE_DISTANCE, STRIPE_INSET = 6.0, 6.0, 3.0
PILL_FILL, PILL_BORDER, PILL_RADIUS, PILL_INSET = "#f1f3f5", "#5a6570", 14.0, 12.0
BORDER_OF_EXCLUDED, DASHES_OF_EXCLUDED = "#8a8a8a", (4, 4)
BORDER_OF_ALONE, DASHES_OF_ALONE = "#444444", (4, 3)
STRONG_MARK, QUIET_MARK, QUIET_INK = 5.5, 4.0, "#6f6f6f"
LEADING_OF_NAME, LEADING_OF_ARENA, LEADING_OF_HEADING = 1.1, 1.18, 1.1
MORE_SIZE = 14.0
HALO_WIDTH = 4.0
RING_WIDTH = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnNode:
    """What the mark of a row or an arena shows of it; `participants` are those of an arena."""

    is_external: bool = False
    was_asked: bool = True
    is_without_ties: bool = False
    counts: bool = True
    participants: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnTie:
    """A line with its stroke; one with a `number` is a pair, and `badge` where its number stands."""

    start: Point
    segments: tuple[Segment, ...]
    stroke: Stroke
    number: int | None = None
    badge: Point = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableScene:
    """A long table as it is seen; `fills` are the colours of sectors.

    `focus` is a row that all others are around, if there is one: all names are in full ink then.
    `has_other_arenas` says that the data have arenas that are not at this table.
    """

    layout: TableLayout
    nodes: Mapping[str, DrawnNode]
    fills: Mapping[str, str]
    ties: tuple[DrawnTie, ...]
    focus: str = ""
    has_other_arenas: bool = False


def table_marks(scene: TableScene) -> Iterator[Mark]:
    """Yield the marks of a table in the order of painting; pairs lie above other lines."""
    for sector in scene.layout.sectors:
        yield from _sector_marks(scene, sector)
    yield from _spine_marks(scene.layout, has_others=scene.has_other_arenas)
    for tie in sorted(scene.ties, key=lambda tie: tie.number is not None):
        yield from _line_marks(tie)
    for key, row in scene.layout.rows.items():
        is_plain = row.is_bold or bool(scene.focus)
        yield from _row_marks(scene.layout, row, scene.nodes[key], is_plain=is_plain)
    for key, pill in scene.layout.pills.items():
        yield from _pill_marks(scene.layout, pill, scene.nodes[key])
    if scene.focus in scene.layout.rows:
        row = scene.layout.rows[scene.focus]
        yield _around(scene.layout, row, border=DOCUMENTED, border_width=RING_WIDTH)
    for tie in scene.ties:
        if tie.number is not None:
            yield from _number_marks(tie.number, tie.badge)


def _sector_marks(scene: TableScene, sector: PlacedSector) -> Iterator[Mark]:
    layout = scene.layout
    inner = MARGIN + layout.heading_width
    is_left = sector.side == "left"
    stripe = inner + STRIPE_DISTANCE
    align: Align = "end" if is_left else "start"
    yield BoxMark(
        left=stripe if is_left else layout.size.width - stripe - STRIPE_WIDTH,
        top=sector.top + STRIPE_INSET,
        width=STRIPE_WIDTH,
        height=sector.bottom - sector.top - 2 * STRIPE_INSET,
        fill=scene.fills.get(sector.sector, QUIET),
        border=QUIET,
        border_width=0.75,
    )
    for i, text in enumerate(sector.lines):
        yield TextMark(
            text=text,
            x=inner if is_left else layout.size.width - inner,
            y=sector.top
            + min(layout.row_height, 2 * layout.heading_font) / 2
            + i * layout.heading_font * LEADING_OF_HEADING,
            size=layout.heading_font,
            fill=INK,
            align=align,
            is_bold=True,
        )
    if sector.folded:
        yield TextMark(
            text=_("+ {n} more").format(n=sector.folded),
            x=layout.left - PORT if is_left else layout.right + PORT,
            y=sector.folded_at,
            size=max(MORE_SIZE, layout.font * 0.9),
            fill=QUIET,
            align=align,
            is_italic=True,
        )


def _spine_marks(layout: TableLayout, *, has_others: bool) -> Iterator[Mark]:
    text, y = "", layout.size.height - 12
    if layout.arenas_left_out:
        last = layout.gaps[-1]
        left_out = layout.arenas_left_out
        text = ngettext("+ {n} more arena", "+ {n} more arenas", left_out).format(n=left_out)
        y = min(y, last.y + last.height / 2 + 10)
    elif not layout.pills and layout.rows and not has_others:
        text = _("No arenas in the data")
    if text:
        yield TextMark(
            text=text,
            x=layout.size.width / 2,
            y=y,
            size=MORE_SIZE,
            fill=QUIET,
            align="middle",
            is_italic=True,
        )


def _row_marks(
    layout: TableLayout, row: PlacedRow, node: DrawnNode, *, is_plain: bool
) -> Iterator[Mark]:
    colour = INK if is_plain else QUIET_INK
    fill = colour if node.was_asked else WHITE
    reach = STRONG_MARK if row.is_bold else QUIET_MARK
    if node.is_without_ties:
        yield _around(layout, row, border=BORDER_OF_ALONE, border_width=1.5, dashes=DASHES_OF_ALONE)
    if node.is_external:
        yield CircleMark(x=row.x, y=row.y, radius=reach, fill=fill, border=colour, border_width=2)
    else:
        yield BoxMark(
            left=row.x - reach,
            top=row.y - reach,
            width=2 * reach,
            height=2 * reach,
            fill=fill,
            border=colour,
            border_width=2,
        )
    for i, text in enumerate(row.lines):
        yield TextMark(
            text=text,
            x=row.x - PORT if row.side == "left" else row.x + PORT,
            y=row.y + (i - (len(row.lines) - 1) / 2) * layout.font * LEADING_OF_NAME,
            size=layout.font,
            fill=INK if is_plain else QUIET,
            align="end" if row.side == "left" else "start",
            is_bold=row.is_bold,
        )


def _around(
    layout: TableLayout,
    row: PlacedRow,
    *,
    border: str,
    border_width: float,
    dashes: tuple[int, ...] = (),
) -> BoxMark:
    """Return a frame around a name with its mark."""
    inner, outer = MARK + 2, PORT + row.width + 6
    lines = 1.6 + LEADING_OF_NAME * (len(row.lines) - 1)
    height = min(layout.row_height - 2, layout.font * lines)
    before = outer if row.side == "left" else inner
    return BoxMark(
        left=row.x - before,
        top=row.y - height / 2,
        width=inner + outer,
        height=height,
        radius=5,
        border=border,
        border_width=border_width,
        dashes=dashes,
    )


def _pill_marks(layout: TableLayout, pill: PlacedPill, node: DrawnNode) -> Iterator[Mark]:
    left, size = pill.x - pill.width / 2, layout.arena_font
    yield BoxMark(
        left=left,
        top=pill.y - pill.height / 2,
        width=pill.width,
        height=pill.height,
        radius=min(PILL_RADIUS, pill.height / 2),
        fill=PILL_FILL if node.counts else WHITE,
        border=PILL_BORDER if node.counts else BORDER_OF_EXCLUDED,
        border_width=1 if node.counts else 1.5,
        dashes=() if node.counts else DASHES_OF_EXCLUDED,
    )
    for i, text in enumerate(pill.lines):
        yield TextMark(
            text=text,
            x=left + PILL_INSET,
            y=pill.y + (i - (len(pill.lines) - 1) / 2) * size * LEADING_OF_ARENA,
            size=size,
            fill=INK if node.counts else QUIET,
        )
    yield TextMark(
        text=str(node.participants),
        x=left + pill.width - PILL_INSET,
        y=pill.y,
        size=size,
        fill=QUIET,
        align="end",
    )


def _line_marks(tie: DrawnTie) -> Iterator[Mark]:
    """Yield a line; a pair has a white edge, so that it can be followed where it crosses others."""
    if tie.number is not None:
        halo = tie.stroke.width + HALO_WIDTH
        yield LineMark(start=tie.start, segments=tie.segments, colour=WHITE, width=halo)
    yield LineMark(
        start=tie.start,
        segments=tie.segments,
        colour=tie.stroke.colour,
        width=tie.stroke.width,
        dashes=tie.stroke.dashes,
    )


def _number_marks(number: int, badge: Point) -> Iterator[Mark]:
    x, y = badge
    yield CircleMark(x=x, y=y, radius=BADGE_RADIUS, fill=MISSING, border=WHITE, border_width=2)
    yield TextMark(
        text=str(number), x=x, y=y, size=MORE_SIZE, fill=WHITE, align="middle", is_bold=True
    )
