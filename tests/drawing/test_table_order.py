from random import Random

import pytest

from samordning_graph.drawing.table_order import TableGuests, keep_order, order_table
from tests.drawing.cases import CASES


def guests(**changes):
    return TableGuests(
        **{
            "sectors": {"bolig": ["b1", "b2"], "helse": ["h1", "h2", "h3"]},
            "arenas": ["forum", "utvalg"],
            "seats": [("b1", "forum"), ("h1", "forum")],
            "pairs": [("b2", "h2")],
            **changes,
        }
    )


def positions(table):
    """Where a map has them: columns left and right of the middle, in the order of the table."""
    found = {arena: (0.0, float(i)) for i, arena in enumerate(table.arenas)}
    for x, column in ((-1.0, table.left), (1.0, table.right)):
        keys = [key for sector in column for key in sector.rows]
        found.update({key: (x, float(i)) for i, key in enumerate(keys)})
    return found


@pytest.mark.parametrize("case", CASES)
class TestEveryTable:
    def test_everybody_has_one_place(self, case):
        table = case.whole
        rows = [key for keys in case.guests.sectors.values() for key in keys]
        assert sorted(table.rows()) == sorted(rows)
        assert sorted(table.arenas) == sorted(case.guests.arenas)
        for sector in (*table.left, *table.right):
            assert sorted(sector.rows) == sorted(case.guests.sectors[sector.sector])

    def test_the_same_data_give_the_same_order(self, case):
        shuffled = Random(3)

        def mixed(items):
            return shuffled.sample(items, len(items))

        again = TableGuests(
            sectors={key: mixed(rows) for key, rows in case.guests.sectors.items()},
            arenas=mixed(case.guests.arenas),
            seats=case.guests.seats,
            pairs=case.guests.pairs,
        )
        assert order_table(again) == case.whole

    def test_an_order_that_is_kept_is_kept(self, case):
        table = case.whole
        assert keep_order(case.guests, positions(table)) == (table if case.guests.sectors else None)


def test_the_two_of_a_pair_sit_at_the_same_height():
    table = order_table(guests())
    heights = {
        key: i
        for column in (table.left, table.right)
        for i, key in enumerate(key for sector in column for key in sector.rows)
    }
    assert abs(heights["b2"] - heights["h2"]) <= 1
    assert len(table.left) == len(table.right) == 1


def test_of_an_earlier_map_each_sector_keeps_its_column():
    earlier = {"b1": (300.0, 5.0), "b2": (280.0, -5.0), "h1": (-100.0, 0.0)}
    table = keep_order(guests(), earlier)
    assert [sector.sector for sector in table.left] == ["helse"]
    assert [sector.rows for sector in table.right] == [("b2", "b1")]


def test_who_is_new_sits_at_the_height_of_what_it_is_tied_to():
    earlier = {"h1": (-1.0, 0.0), "h3": (-1.0, 9.0), "b1": (1.0, 1.0), "b2": (1.0, 2.0)}
    table = keep_order(guests(), earlier)
    assert table.left[0].rows == ("h1", "h2", "h3")


def test_a_new_sector_sits_in_the_shorter_column():
    table = keep_order(guests(), {"h1": (-1.0, 0.0)})
    assert [sector.sector for sector in table.right] == ["bolig"]


def test_a_map_of_nobody_known_says_nothing():
    assert keep_order(guests(), {"x": (0.0, 0.0)}) is None
