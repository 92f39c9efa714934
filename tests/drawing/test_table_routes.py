import pytest

from samordning_graph.drawing.long_table import LongTable, SectorRows
from samordning_graph.drawing.placed_table import TableNames, TableSize, rectangles
from samordning_graph.drawing.table_layout import lay_out
from samordning_graph.drawing.table_routes import (
    BADGE_RADIUS,
    TableLine,
    bezier,
    membership,
    route_lines,
)
from samordning_graph.drawing.text_width import text_width
from tests.drawing.test_table_layout import LAYOUTS

SAMPLES = 40


def points(start, segments):
    for segment in segments:
        yield from (bezier(start, segment, i / SAMPLES) for i in range(SAMPLES + 1))
        start = segment[-1]


def inside(point, box, margin=0.0):
    left, top, right, bottom = box
    return left + margin < point[0] < right - margin and top + margin < point[1] < bottom - margin


@pytest.mark.parametrize(("case", "layout"), LAYOUTS)
class TestEveryTable:
    def test_no_line_runs_through_a_name(self, case, layout):
        boxes = rectangles(layout)
        for route in case.routes(layout):
            for point in points(route.start, route.segments):
                assert [key for key, box in boxes.items() if inside(point, box)] == []

    def test_every_line_has_its_way_from_end_to_end(self, case, layout):
        routes = case.routes(layout)
        shown = [line for line in case.lines if {line.first, line.second} <= set(layout.rows)]
        assert [route.line for route in routes] == shown
        for route in routes:
            ends = {route.start, route.segments[-1][-1]}
            rows = [layout.rows[route.line.first], layout.rows[route.line.second]]
            for row in rows:
                assert any(
                    abs(abs(x - row.x) - 7) < 0.01 and abs(y - row.y) <= layout.row_height / 2
                    for x, y in ends
                )

    def test_no_two_lines_begin_at_the_same_point(self, case, layout):
        ends = [
            end for route in case.routes(layout) for end in (route.start, route.segments[-1][-1])
        ]
        assert len(set(ends)) == len(ends)

    def test_no_number_stands_on_a_name(self, case, layout):
        boxes = rectangles(layout)
        for route in case.routes(layout):
            x, y = route.badge
            around = [(x - BADGE_RADIUS, y), (x + BADGE_RADIUS, y), (x, y)]
            assert not any(inside(point, box) for point in around for box in boxes.values())

    def test_a_membership_ends_at_its_arena_and_meets_no_row(self, case, layout):
        rows = {key: box for key, box in rectangles(layout).items() if key in layout.rows}
        for key, arena in case.guests.seats:
            if key not in layout.rows or arena not in layout.pills:
                continue
            start, curve = membership(layout, key, arena)
            pill = layout.pills[arena]
            assert abs(curve[-1][0] - pill.x) == pytest.approx(pill.width / 2)
            for point in points(start, [curve]):
                assert not any(inside(point, box) for box in rows.values())


def small(left, right, arenas=("Forum",)):
    keys = (*left, *right, *arenas)
    table = LongTable(
        left=(SectorRows(sector="l", rows=tuple(left)),),
        right=(SectorRows(sector="r", rows=tuple(right)),),
        arenas=tuple(arenas),
    )
    names = TableNames(
        nodes={key: key for key in keys}, sectors={"l": "L", "r": "R"}, strong=frozenset()
    )
    return lay_out(table, names, TableSize(1280, 622), text_width)


def lines(*pairs):
    return [TableLine(pair, *pair) for pair in pairs]


def test_a_line_across_takes_the_gap_on_its_way():
    layout = small("abc", "xyz")
    top, bottom = route_lines(layout, lines("ax", "cz"))
    assert top.segments[1][0][1] == layout.gaps[0].y
    assert bottom.segments[1][0][1] == layout.gaps[1].y


def test_lines_that_would_crowd_a_gap_take_another():
    layout = small("a", "xyzuvw", arenas=("Forum", "Råd"))
    routes = route_lines(layout, lines("ax", "ay", "az", "au", "av", "aw"))
    levels = [route.segments[1][0][1] for route in routes]
    assert len(set(levels)) == 6
    assert {min(layout.gaps, key=lambda gap: abs(gap.y - y)).y for y in levels} != {levels[0]}


def test_lines_to_the_same_row_begin_in_the_order_they_lead():
    layout = small("abc", "xyz")
    routes = {route.line.id: route for route in route_lines(layout, lines("bz", "bx", "ba", "bc"))}
    begins = {
        key: min(
            (route.start, route.segments[-1][-1]),
            key=lambda end: (abs(end[1] - layout.rows["b"].y), end),
        )[1]
        for key, route in routes.items()
    }
    assert sorted(begins, key=begins.__getitem__) == ["ba", "bx", "bz", "bc"]


def test_a_short_line_within_a_column_nests_in_a_long_one():
    layout = small("abcd", "x")
    long, short = route_lines(layout, lines("ad", "bc"))
    assert abs(long.segments[0][0][0]) > abs(short.segments[0][0][0])


def test_a_line_to_somebody_who_is_not_shown_has_no_way():
    assert route_lines(small("a", "x"), lines("aq", "aa")) == ()
