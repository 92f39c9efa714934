"""The council period of a day."""

from datetime import date
from itertools import pairwise

import pytest

from samordning_graph.graph.council_period import council_period
from samordning_graph.schema.vocabulary import (
    council_constitutions,
    election_days,
    transitional_time,
)


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


@pytest.mark.parametrize(
    ("day", "change"),
    [
        (date(2023, 9, 11), None),  # the election itself
        (date(2023, 9, 12), date(2023, 10, 31)),
        (date(2023, 10, 30), date(2023, 10, 31)),
        (date(2023, 10, 31), None),
        (date(2027, 9, 13), None),
        (date(2027, 9, 14), date(2027, 10, 31)),
        (date(2019, 10, 1), None),  # at another end than those of this period
    ],
)
def test_between_election_and_the_latest_first_day_either_council_may_sit(
    day: date, change: date | None
):
    assert council_period(date(2026, 11, 29)).change_of_council(day) == change


def test_the_elections_of_the_file_are_on_the_day_that_is_reckoned_outside_it():
    assert {day.isoweekday() for day in election_days().values()} == {1}
    assert all(8 <= day.day <= 14 and day.month == 9 for day in election_days().values())
    assert council_period(date(2036, 1, 1)).election_day == date(2035, 9, 10)


def test_the_rows_are_four_years_apart():
    days = council_constitutions()

    assert {after.year - before.year for before, after in pairwise(days)} == {4}


def test_the_transitional_time_is_about_strategy_and_municipal_plan():
    time = transitional_time()

    assert (time.until, time.clauses) == (date(2027, 7, 1), ("P5", "P7", "P8"))
    assert "statsforvalteren.no" in time.source
