import pytest

from samordning_graph.drawing.long_table import LongTable, SectorRows
from samordning_graph.drawing.table_folding import MOST_ARENAS, fold_table, only, rows_that_fit
from tests.drawing.cases import CASES


def table(**sizes):
    column = tuple(
        SectorRows(sector=name, rows=tuple(f"{name}{i}" for i in range(size)))
        for name, size in sizes.items()
    )
    return LongTable(left=column, right=(), arenas=())


def folded(whole, capacity, wanted=(), opened=None):
    return {
        sector.sector: (sector.rows, sector.folded)
        for sector in fold_table(whole, capacity, wanted, {}, opened).left
    }


@pytest.mark.parametrize("case", CASES)
def test_what_is_left_has_room(case):
    small = case.folded()
    for column in small.columns.values():
        height = sum(sector.height for sector in column) + 0.5 * max(0, len(column) - 1)
        assert height <= rows_that_fit(case.size.height)
    sizes = {
        sector.sector: len(sector.rows) + sector.folded for sector in (*small.left, *small.right)
    }
    assert sizes == {sector: len(rows) for sector, rows in case.guests.sectors.items()}
    assert len(small.arenas) <= MOST_ARENAS


@pytest.mark.parametrize("case", CASES)
def test_those_of_the_strongest_pairs_are_seen(case):
    small = set(case.folded().rows())
    drawn = [pair for pair in case.guests.pairs if small.issuperset(pair)]
    assert len(drawn) >= min(15, len(case.guests.pairs))


def test_a_column_with_room_is_left_as_it_is():
    assert folded(table(a=3, b=2), 5.5) == {"a": (("a0", "a1", "a2"), 0), "b": (("b0", "b1"), 0)}


def test_those_that_are_wanted_stay_in_their_order():
    assert folded(table(a=6), 4, ["a5", "a2"]) == {"a": (("a0", "a2", "a5"), 3)}


def test_a_single_row_is_shown_rather_than_counted():
    assert folded(table(a=1, b=5), 4.5)["a"] == (("a0",), 0)


def test_a_sector_that_is_opened_has_all_the_room():
    found = folded(table(a=6, b=6), 8.5, ["a0", "a1"], opened="b")
    assert found == {"a": ((), 6), "b": (tuple(f"b{i}" for i in range(6)), 0)}


def test_a_sector_that_is_opened_and_has_no_room_folds_inside_itself():
    rows, more = folded(table(a=20, b=2), 8.5, opened="a")["a"]
    assert (len(rows), more) == (6, 14)


def test_only_some_are_the_same_in_the_same_order():
    small = only(table(a=3, b=2), frozenset({"a2", "a0"}))
    assert [(sector.sector, sector.rows) for sector in small.left] == [("a", ("a0", "a2"))]
