"""The council period of a day: from the constitution of a municipal council to that of the next.

The days are those of `schema/vocabulary/council_periods.csv`; before the first and after the last
of them a period is four years from the nearest, and an election on the second Monday of September,
by our reckoning. The file has the latest first day of a council: between the election and that day
either council may sit.
"""

from datetime import date, timedelta
from typing import NamedTuple

from samordning_graph.schema.vocabulary import council_constitutions, election_days

YEARS = 4
"""The years of a council period (kommuneloven), and the age at which an overview is an older one."""


class CouncilPeriod(NamedTuple):
    """A council period: from the first day, and up to that of the next council."""

    first_day: date
    next_council: date

    @property
    def strategy_due(self) -> date:
        """The last day to adopt a planning strategy (plan- og bygningsloven § 10-1: one year)."""
        return years_later(self.first_day, 1)

    @property
    def election_day(self) -> date:
        """The day on which the council was elected."""
        return _election_day(self.first_day.year)

    @property
    def next_election_day(self) -> date:
        """The day on which the next council is elected."""
        return _election_day(self.next_council.year)

    def change_of_council(self, day: date) -> date | None:
        """Return by when the councils change, where a day is between an election and then.

        Such a day may be of this council or of another, though the period is said to hold it or not.
        """
        changes = (
            (self.election_day, self.first_day),
            (self.next_election_day, self.next_council),
        )
        return next((change for election, change in changes if election < day < change), None)

    def holds(self, day: date) -> bool:
        """Return whether a day is in the period."""
        return self.first_day <= day < self.next_council


def council_period(day: date) -> CouncilPeriod:
    """Return the council period of a day.

    >>> council_period(date(2026, 11, 23)).first_day.isoformat()
    '2023-10-31'
    """
    known = council_constitutions()
    first = max((start for start in known if start <= day), default=known[0])
    while day < first:
        first = years_later(first, -YEARS)
    while day >= (following := years_later(first, YEARS)):
        first = following
    return CouncilPeriod(first, following)


def _election_day(year: int) -> date:
    first_possible = date(year, 9, 8)
    second_monday = first_possible + timedelta(days=-first_possible.weekday() % 7)
    return election_days().get(year, second_monday)


def older_before(day: date) -> date:
    """Return the day before which an overview is an older one."""
    return years_later(day, -YEARS)


def years_later(day: date, years: int) -> date:
    """Return the same day some years later; of 29 February the 28th where there is none.

    >>> years_later(date(2024, 2, 29), -1).isoformat()
    '2023-02-28'
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
