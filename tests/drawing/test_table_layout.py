from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from samordning_graph.drawing.long_table import LongTable, SectorRows
from samordning_graph.drawing.placed_table import TableNames, TableSize, rectangles
from samordning_graph.drawing.table_layout import PAD, SMALLEST_ROW, lay_out
from samordning_graph.drawing.table_letters import SMALLEST_FONT
from samordning_graph.drawing.text_width import text_width
from tests.drawing.cases import CASES


def tables(case):
    """Yield the table in every way that it is shown, with whether its rows are few."""
    first = next(iter(case.guests.sectors), None)
    yield case.folded(), False
    yield case.folded(first), False
    yield case.of_pairs(), True


LAYOUTS = [
    (case, case.laid_out(table, are_few=are_few))
    for case in CASES
    for table, are_few in tables(case)
]


def overlap(one_box, other_box):
    left, top, right, bottom = one_box
    return (
        left < other_box[2] - 0.01
        and other_box[0] < right - 0.01
        and top < other_box[3] - 0.01
        and other_box[1] < bottom - 0.01
    )


@pytest.mark.parametrize(("case", "layout"), LAYOUTS)
class TestEveryTable:
    def test_nothing_is_written_upon_anything_else(self, case, layout):
        boxes = rectangles(layout)
        assert [(a, b) for (a, x), (b, y) in combinations(boxes.items(), 2) if overlap(x, y)] == []

    def test_all_is_within_the_picture(self, case, layout):
        for left, top, right, bottom in rectangles(layout).values():
            assert left >= 0
            assert right <= layout.size.width
            assert top >= 0
            assert bottom <= layout.size.height

    def test_every_letter_can_be_read(self, case, layout):
        assert min(layout.font, layout.heading_font, layout.arena_font) >= SMALLEST_FONT

    def test_a_name_fits_between_its_heading_and_its_mark(self, case, layout):
        for row in layout.rows.values():
            assert row.width <= layout.name_width + 0.01
        for pill in layout.pills.values():
            for line in pill.lines:
                assert text_width(line, layout.arena_font) <= pill.width - 40

    def test_the_same_again_is_the_same(self, case, layout):
        again = [case.laid_out(table, are_few=few) for table, few in tables(case)]
        assert layout in again


def table_of(*names, arenas=()):
    table = LongTable(
        left=(SectorRows(sector="s", rows=tuple(names)),), right=(), arenas=tuple(arenas)
    )
    nodes = {name: name for name in (*names, *arenas)}
    return table, TableNames(nodes=nodes, sectors={"s": "Helse"}, strong=frozenset())


def laid_out(*names, width=1280.0, height=622.0, **options):
    return lay_out(*table_of(*names, **options), TableSize(width, height), text_width)


def test_one_of_five_is_written_in_large_letters():
    assert laid_out(*"abcde").font == 28
    assert laid_out(*"abcde").row_height == 72


def test_a_row_of_many_is_as_high_as_there_is_room():
    layout = laid_out(*(str(i) for i in range(27)))
    assert layout.row_height == pytest.approx((622 - 2 * PAD) / 27)
    assert layout.row_height >= SMALLEST_ROW


def test_a_name_that_does_not_fit_loses_its_parenthesis_first():
    long = "Kommunalområde for helse og omsorg (oppdiktet for eksempelet)"
    (line,) = laid_out(long, *(str(i) for i in range(24))).rows[long].lines
    assert line == "Kommunalområde for helse og omsorg"


def test_a_parenthesis_that_tells_two_apart_stays():
    names = [f"Helse, omsorg og velferd ({of} for elva)" for of in ("øst", "vest")]
    rows = laid_out(*names, *(str(i) for i in range(24))).rows
    assert len({rows[name].lines for name in names}) == 2


def test_a_name_goes_on_two_lines_where_the_row_is_high():
    long = "Tverrfaglig koordineringstjeneste for bolig, rus, psykisk helse og økonomi i Fjordby"
    row = laid_out(long, *(str(i) for i in range(14)), width=1000).rows[long]
    assert len(row.lines) == 2


def test_arenas_that_matter_least_go_where_there_is_no_room():
    arenas = [f"Forum {i}" for i in range(20)]
    table, names = table_of("a", arenas=arenas)
    weights = {arena: i for i, arena in enumerate(arenas)}
    layout = lay_out(table, names, TableSize(1280, 400), text_width, weights=weights)
    assert layout.arenas_left_out > 0
    assert list(layout.pills) == arenas[layout.arenas_left_out :]
    assert all(gap.height >= 11 for gap in layout.gaps)


def test_a_gap_is_above_below_and_between_all_arenas():
    layout = laid_out("a", arenas=("Forum", "Råd", "Utvalg"))
    edges = [(pill.y - pill.height / 2, pill.y + pill.height / 2) for pill in layout.pills.values()]
    between = [(below + above) / 2 for (_, below), (above, _) in pairwise(edges)]
    assert [gap.y for gap in layout.gaps[1:-1]] == pytest.approx(between)
    assert len(layout.gaps) == 4


def test_nobody_at_all_is_laid_out_too():
    layout = laid_out()
    assert not layout.rows
    assert replace(layout, rows={}) == layout
