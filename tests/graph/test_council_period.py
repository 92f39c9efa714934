"""The council period of a day."""

from datetime import date
from itertools import pairwise

import pytest

from samordning_graph.graph.council_period import council_period
from samordning_graph.schema.vocabulary import council_constitutions, transitional_time


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2023, 10, 30), date(2019, 10, 31)),
        (date(2023, 10, 31), date(2023, 10, 31)),
        (date(2026, 11, 29), date(2023, 10, 31)),
        (date(2027, 10, 31), date(2027, 10, 31)),
        (date(2004, 1, 1), date(2003, 10, 31)),  # before the first row
        (date(2041, 1, 1), date(2039, 10, 31)),  # after the last
    ],
)
def test_a_day_is_in_the_period_of_the_council_that_sits(day: date, first: date):
    period = council_period(day)

    assert period.first_day == first
    assert period.next_council == first.replace(year=first.year + 4)
    assert period.strategy_due == first.replace(year=first.year + 1)
    assert period.holds(day)


def test_the_rows_are_four_years_apart():
    days = council_constitutions()

    assert {after.year - before.year for before, after in pairwise(days)} == {4}


def test_the_transitional_time_is_about_strategy_and_municipal_plan():
    time = transitional_time()

    assert (time.until, time.clauses) == (date(2027, 7, 1), ("P5", "P7", "P8"))
    assert "statsforvalteren.no" in time.source
