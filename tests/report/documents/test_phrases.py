"""Dates and figures as a report writes them."""

from datetime import date

from samordning_graph.report.documents.phrases import source_day


def test_a_source_of_which_the_year_alone_is_known_has_no_day():
    assert source_day(date(2014, 1, 1)) == "2014"
    assert source_day(date(2014, 5, 1)) == "2014-05-01"
