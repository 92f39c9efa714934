"""The way of each line of the long table: through the free channels, never through a name.

Between the columns and the spine nothing stands but lines. A line across goes through a gap between
two arenas; one within a column bends out into its channel and back. The page does the same in
`map/page/script/table_routes.js`; both are held to `tests/drawing/long_tables.json`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samordning_graph.drawing.placed_table import MARK, PlacedRow, Point, TableLayout

Segment = tuple[Point, ...]
"""The points after the start: one for a straight line, three for a cubic Bézier curve."""

BETWEEN_PORTS = 4.5
BETWEEN_LINES = 9.0
"""The distance between lines that begin at a row, and that go through a gap, in pixels."""
ROOM_OF_A_LINE = 7.0
COST_OF_COMPANY, COST_OF_CROWDING = 6.0, 40.0
"""Of each line that is in a gap already, and of each pixel that a gap is too narrow, in pixels of detour."""
SHALLOWEST, FREE_OF_SPINE = 36.0, 4.0
"""How far a line within a column reaches out at least, and how near to the spine at most, in pixels."""
BADGE_RADIUS = 11.0
BADGE_SHARES = (0.62, 0.5, 0.38, 0.74, 0.26)
"""Where along its first or last curve a line may carry a number, the best place first."""


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line to be drawn between two rows."""

    id: str
    first: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRoute:
    """The way of a line: where it starts, its segments, and where a number may stand on it."""

    line: TableLine
    start: Point
    segments: tuple[Segment, ...]
    badge: Point


def route_lines(layout: TableLayout, lines: Sequence[TableLine]) -> tuple[TableRoute, ...]:
    """Return the ways of lines, in the given order; one whose ends are not both shown has none.

    Lines that come first choose their gap first.
    """
    drawn = [
        line
        for line in lines
        if line.first in layout.rows and line.second in layout.rows and line.first != line.second
    ]
    ports = _ports(layout, drawn)
    across = [line for line in drawn if _is_across(layout, line)]
    levels = _levels(layout, across, ports)
    depths = _depths(layout, [line for line in drawn if not _is_across(layout, line)])
    routes: list[TableRoute] = []
    for line in drawn:
        if line.id in levels:
            start, segments = _across(layout, line, ports, levels[line.id])
        else:
            start, segments = _beside(layout, line, ports, depths[line.id])
        badge = _badge(start, segments, [route.badge for route in routes])
        routes.append(TableRoute(line=line, start=start, segments=segments, badge=badge))
    return tuple(routes)


def membership(layout: TableLayout, row_key: str, arena: str) -> tuple[Point, Segment]:
    """Return the way from a row to the nearer side of an arena: its start and its curve."""
    row, pill = layout.rows[row_key], layout.pills[arena]
    outward = 1 if row.side == "left" else -1
    start = row.x + outward * MARK
    end = pill.x - outward * pill.width / 2
    half = (start + end) / 2
    return (start, row.y), ((half, row.y), (half, pill.y), (end, pill.y))


def _is_across(layout: TableLayout, line: TableLine) -> bool:
    return layout.rows[line.first].side != layout.rows[line.second].side


# Where lines begin


def _ports(layout: TableLayout, lines: Iterable[TableLine]) -> Mapping[tuple[str, str], float]:
    """Return the y at which a line begins, by (the row, the row at its other end).

    Of several at a row, those upwards within the column come first, then those across by where they
    lead, then those downwards: so they do not cross before they have begun.
    """
    partners: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        partners[line.first].add(line.second)
        partners[line.second].add(line.first)
    ports = {}
    for key, others in partners.items():
        row = layout.rows[key]
        turns = {other: _turn(row, layout.rows[other]) for other in others}
        ordered = sorted(others, key=lambda other, turns=turns: (turns[other], other))  # type: ignore[misc]
        step = min(BETWEEN_PORTS, layout.row_height * 0.7 / len(ordered))
        for i, other in enumerate(ordered):
            ports[key, other] = row.y + (i - (len(ordered) - 1) / 2) * step
    return ports


def _turn(row: PlacedRow, other: PlacedRow) -> tuple[int, float]:
    """Return the sort key of a line at a row. Within a column, the nearest is innermost."""
    if row.side != other.side:
        return 0, other.y
    return (-1 if other.y < row.y else 1), row.y - other.y


# Across


def _levels(
    layout: TableLayout, lines: Sequence[TableLine], ports: Mapping[tuple[str, str], float]
) -> dict[str, float]:
    """Return the y at which each line goes under the spine."""
    in_gap: list[list[tuple[float, int, str]]] = [[] for _gap in layout.gaps]
    for rank, line in enumerate(lines):
        ends = ports[line.first, line.second], ports[line.second, line.first]
        costs = [
            abs(ends[0] - gap.y)
            + abs(ends[1] - gap.y)
            + COST_OF_CROWDING * max(0.0, (len(inside) + 1) * ROOM_OF_A_LINE - gap.height)
            + COST_OF_COMPANY * len(inside)
            for gap, inside in zip(layout.gaps, in_gap, strict=True)
        ]
        best = min(range(len(costs)), key=costs.__getitem__)
        in_gap[best].append((ends[0] + ends[1], rank, line.id))
    levels = {}
    for gap, inside in zip(layout.gaps, in_gap, strict=True):
        step = min(BETWEEN_LINES, gap.height / (len(inside) + 0.5))
        for i, (_sum, _rank, line_id) in enumerate(sorted(inside)):
            levels[line_id] = gap.y + (i - (len(inside) - 1) / 2) * step
    return levels


def _across(
    layout: TableLayout,
    line: TableLine,
    ports: Mapping[tuple[str, str], float],
    level: float,
) -> tuple[Point, tuple[Segment, ...]]:
    keys = (line.first, line.second)
    if layout.rows[line.first].side == "right":
        keys = (line.second, line.first)
    left_y, right_y = ports[keys], ports[keys[1], keys[0]]
    left, right = layout.left + MARK, layout.right - MARK
    half_left, half_right = (left + layout.spine_left) / 2, (layout.spine_right + right) / 2
    return (left, left_y), (
        ((half_left, left_y), (half_left, level), (layout.spine_left, level)),
        ((layout.spine_right, level),),
        ((half_right, level), (half_right, right_y), (right, right_y)),
    )


# Within a column


def _depths(layout: TableLayout, lines: Sequence[TableLine]) -> dict[str, float]:
    """Return how far each line reaches out, so that short ones nest in long ones."""
    deepest = layout.spine_left - layout.left - FREE_OF_SPINE
    shallowest = min(SHALLOWEST, deepest)
    depths = {}
    for side in ("left", "right"):
        nested = sorted(
            (abs(layout.rows[line.first].y - layout.rows[line.second].y), rank, line.id)
            for rank, line in enumerate(lines)
            if layout.rows[line.first].side == side
        )
        for i, (_span, _rank, line_id) in enumerate(nested):
            share = i / (len(nested) - 1) if len(nested) > 1 else 0.35
            depths[line_id] = shallowest + share * (deepest - shallowest)
    return depths


def _beside(
    layout: TableLayout,
    line: TableLine,
    ports: Mapping[tuple[str, str], float],
    depth: float,
) -> tuple[Point, tuple[Segment, ...]]:
    first, second = ports[line.first, line.second], ports[line.second, line.first]
    top, bottom = min(first, second), max(first, second)
    row = layout.rows[line.first]
    outward = 1 if row.side == "left" else -1
    x = row.x + outward * MARK
    # A cubic curve reaches three quarters of the way to its control points.
    reach = x + outward * (depth - MARK) * 4 / 3
    return (x, top), (((reach, top), (reach, bottom), (x, bottom)),)


# Numbers, and points along the way


def _badge(start: Point, segments: Sequence[Segment], taken: Sequence[Point]) -> Point:
    """Return where a number stands: on the steepest curve, free of the numbers before it."""
    curves = [(start, segments[0])]
    if len(segments) > 1:
        before_last = segments[-2][-1]
        curves.append((before_last, segments[-1]))
        steepness = [abs(segment[-1][1] - begin[1]) for begin, segment in curves]
        curve = curves[1] if steepness[1] > steepness[0] else curves[0]
        # Measured from the row, whichever end of the curve it is at.
        shares = [1 - share for share in BADGE_SHARES] if curve is curves[1] else BADGE_SHARES
    else:
        curve, shares = curves[0], (0.5, 0.4, 0.6, 0.3, 0.7)
    places = [bezier(curve[0], curve[1], share) for share in shares]
    free = (
        place
        for place in places
        if all(
            abs(place[0] - other[0]) >= 2 * BADGE_RADIUS + 2
            or abs(place[1] - other[1]) >= 2 * BADGE_RADIUS + 2
            for other in taken
        )
    )
    return next(free, places[0])


def bezier(start: Point, curve: Segment, share: float) -> Point:
    """Return the point at a share, 0 to 1, of a cubic curve, or of a straight line."""
    if len(curve) == 1:
        (end,) = curve
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
    towards, from_there, end = curve
    x, y = (
        (1 - share) ** 3 * start[axis]
        + 3 * (1 - share) ** 2 * share * towards[axis]
        + 3 * (1 - share) * share**2 * from_there[axis]
        + share**3 * end[axis]
        for axis in (0, 1)
    )
    return x, y
