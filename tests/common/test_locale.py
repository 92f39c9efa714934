"""Dates as people write them."""

from datetime import date

from samordning_graph.common.locale import day_or_year, in_language, in_words


def test_a_date_is_written_as_in_the_language():
    assert in_words(date(2026, 3, 1)) == "01.03.2026"
    with in_language("en"):
        assert in_words(date(2026, 3, 1)) == "2026-03-01"


def test_a_year_is_read_as_its_first_day_and_written_as_a_year():
    assert day_or_year(date(2014, 1, 1)) == "2014"
    assert day_or_year(date(2014, 5, 1)) == "01.05.2014"
