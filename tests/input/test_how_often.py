"""How many times a year a text says that something takes place."""

import pytest

from samordning_graph.input.how_often import times_a_year


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("Månedlig", "12"), ("hver 14. dag", "26"), ("annenhver måned", "6")),
        *(("1 gang i måneden", "12"), ("2 ganger i mnd.", "24"), ("1 gang per uke", "52")),
        *(("2 g pr år", ""), ("2x i året", "2"), ("4 møter i året", "4"), ("4/år", "4")),
        *(("12 ganger", "12"), ("ca. 12", "12"), ("minst 2 ganger i halvåret", "4")),
        *(("hver 3. måned", "4"), ("hver 2. uke", "26"), ("once", ""), ("ofte", "")),
        *(("hver 0. uke", ""), ("2 " * 40, ""), ("12.jan", "")),
    ],
)
def test_what_people_write(text, number):
    assert times_a_year(text) == number
