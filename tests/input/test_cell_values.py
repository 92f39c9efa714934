"""From text to values. Every function refuses what it does not know with `ValueError`."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordning_graph.input.cell_values import (
    organisation_number,
    parse_date,
    parse_integer,
    parse_last_valid_day,
    parse_month,
    parse_number,
    parse_survey_answer,
    parse_year,
    parse_yes_no,
    two_days,
)


def refuses(parse, text):
    with pytest.raises(ValueError):  # noqa: PT011 - it has no message
        parse(text)
    return True


@pytest.mark.parametrize("text", [*"1xXjJyY✓✔√☑", "ja", "JA", "Ja.", "yes", "true"])
def test_yes(text):
    assert parse_yes_no(text) is True


@pytest.mark.parametrize("text", ["nei", "No", "FALSE", "Nei!", "0", "n"])
def test_no(text):
    assert parse_yes_no(text) is False


@pytest.mark.parametrize("text", ["delvis", "2", "-", "☐", "jaha"])
def test_neither_yes_nor_no(text):
    assert refuses(parse_yes_no, text)


def test_unknown_is_neither():
    assert parse_yes_no("ukjent") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("4", 4), ("2,5", 2.5), ("2.5", 2.5), ("1-2", 1), ("10 – 12", 10), ("0,5-1", 0.5)],
)
def test_numbers(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("=52/12", 4.33), ("= 2,5*4", 10), ("=4+2", 6), ("4.333333333333333", 4.333333333333333)],
)
def test_calculated_numbers(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["=1/0", "=A1", "=1-2", "=2*2*2", "="])
def test_a_formula_that_is_not_two_numbers_is_no_number(text):
    assert refuses(parse_number, text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-04 13:37",
        "2026-05-04T13:37:00Z",
        "2026-05-04T13:37:00.123+02:00",
        "4.5.2026 kl. 13.37",
        "04.05.2026, 9:05",
    ],
)
def test_a_time_after_a_date_is_dropped(text):
    assert parse_date(text) == date(2026, 5, 4)


@pytest.mark.parametrize("text", ["2026-05-04 25:00", "2026-05-04 13", "2026-05-04 13:37 Oslo"])
def test_what_follows_a_date_must_be_a_time(text):
    assert refuses(parse_date, text)


@pytest.mark.parametrize("text", ["-1", "1e5", "månedlig", "1.2.3", "inf", "nan", "9" * 400, "1/2"])
def test_what_is_no_number(text):
    assert refuses(parse_number, text)


def test_whole_numbers_may_have_spaces():
    assert parse_integer("18 400") == 18400
    assert all(refuses(parse_integer, text) for text in ("1,5", "-1", "²", "1" * 13))


@pytest.mark.parametrize(
    "text", ["2026-03-01", "2026-3-1", "1.3.2026", "01. 03. 2026", "2026-03-01 00:00:00"]
)
def test_days(text):
    assert parse_date(text) == date(2026, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        *("31/12-2026", "31/12 2026", "31/12 - 2026", "31/12-26", "31/12/2026", "31-12-2026"),
        *("31-Dec-2026", "31-des-26"),
        *("2026/12/31", "2026.12.31", "20261231", "31.12 2026", "31.12-2026", "31.12.2026."),
    ],
)
def test_a_day_as_people_and_programs_write_it(text):
    assert parse_date(text) == parse_last_valid_day(text) == date(2026, 12, 31)


@pytest.mark.parametrize("text", ["04/05/2026", "4/5/2026", "4-5-2026", "04/05/2026 13:37"])
def test_what_may_be_two_days_is_refused_with_both(text):
    assert refuses(parse_date, text)
    assert two_days(text) == (date(2026, 5, 4), date(2026, 4, 5))


def test_the_same_number_twice_is_one_day():
    assert parse_date("5/5/2026") == date(2026, 5, 5)


@pytest.mark.parametrize(
    "text", ["52/12", "31/12", "13/31/2026", "0/0/2026", "31/2-2026", "20261331"]
)
def test_what_looks_like_a_day_and_is_none(text):
    assert refuses(parse_date, text)
    assert two_days(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("4. mai 2026", "4 mai 2026", "04. Mai 2026", "4.mai 2026", "4. mai. 26", "4. MAI 26"),
        *("mandag 4. mai 2026", "måndag den 4. mai 2026", "4. mai 2026 kl. 12.00"),
        *("4 May 2026", "4th May 2026", "May 4, 2026", "Monday, May 4th, 2026", "4. mai '26"),
    ],
)
def test_a_day_with_the_name_of_its_month(text):
    assert parse_date(text) == date(2026, 5, 4)


MONTHS = (
    *("jan januar january", "feb. februar february", "mar mars march", "apr april", "mai may"),
    *("jun juni june", "jul. juli july", "aug august", "sep sept. september"),
    *("okt oct oktober october", "nov. november", "des dec. desember december"),
)


@pytest.mark.parametrize(
    ("month", "name"),
    [(month, name) for month, names in enumerate(MONTHS, start=1) for name in names.split()],
)
def test_the_months_in_norwegian_and_english_and_cut_short(month, name):
    assert parse_date(f"2. {name} 2026") == date(2026, month, 2)
    assert parse_month(f"{name.title()} 2026") == (2026, month)


@pytest.mark.parametrize("text", ["mai 2026", "Mai, 2026", "2026-05", "05.2026", "5/2026"])
def test_a_month_is_its_last_day_where_something_ends_and_no_day_elsewhere(text):
    assert parse_month(text) == (2026, 5)
    assert parse_last_valid_day(text) == date(2026, 5, 31)
    assert refuses(parse_date, text)


@pytest.mark.parametrize("text", ["13.2026", "2026-00", "mars", "mai 26", "0000-05", "ma 2026"])
def test_what_is_no_month(text):
    assert refuses(parse_month, text)


@pytest.mark.parametrize("text", ["31. februar 2026", "4. mal 2026", "mai 4 2026", "0. mai 2026"])
def test_what_is_no_day_of_a_month(text):
    assert refuses(parse_date, text)


@pytest.mark.parametrize("text", ["2026-02-30", "mars 2026", "3/1/2026", "1526", "301"])
def test_what_is_no_day(text):
    assert refuses(parse_date, text)


def test_a_year_is_its_first_day_or_its_last():
    assert parse_date("2026") == date(2026, 1, 1)
    assert parse_last_valid_day("2026") == parse_last_valid_day("2026.") == date(2026, 12, 31)
    assert parse_last_valid_day("1.3.2026") == date(2026, 3, 1)


@pytest.mark.parametrize("text", ["2024-2027", "2024–2027", "2024 - 2027"])
def test_a_period_of_years_is_its_last_day_where_something_ends(text):
    assert parse_last_valid_day(text) == date(2027, 12, 31)
    assert refuses(parse_date, text)


@pytest.mark.parametrize("text", ["løpende", "Inntil videre"])
def test_no_end(text):
    assert parse_last_valid_day(text) is None


def test_asked_takes_a_day_or_a_word():
    assert (
        parse_survey_answer("ja"),
        parse_survey_answer("nei"),
        parse_survey_answer("2026-03-01"),
    ) == (True, False, date(2026, 3, 1))


def test_organisation_numbers_have_a_control_digit():
    for text in ("974 760 673", "974.760.673", "NO 974 760 673 MVA", "974760673mva"):
        assert organisation_number(text) == "974760673"
    wrong = ("974760674", "97476067", "9747606733", "97476067x", "٩٧٤٧٦٠٦٧٣")
    assert all(refuses(organisation_number, text) for text in wrong)


@given(st.text(max_size=30))
def test_no_text_raises_anything_but_value_error(text):
    for parse in (
        parse_yes_no,
        parse_number,
        parse_integer,
        parse_date,
        parse_last_valid_day,
        parse_month,
        parse_survey_answer,
        organisation_number,
        two_days,
    ):
        try:
            parse(text)
        except ValueError:
            continue


@pytest.mark.parametrize("text", ["04.05.26", "4.5.26", "04. 05. 26", "46146"])
def test_a_short_date_and_the_number_of_a_day_in_excel_are_dates(text):
    assert parse_date(text) == date(2026, 5, 4)


@pytest.mark.parametrize("text", ["12345", "99999", "31.02.26", "461460"])
def test_what_is_no_day_of_excel_is_refused(text):
    assert refuses(parse_date, text)


def test_a_date_in_a_cell_for_the_year_is_its_year():
    assert [parse_year(text) for text in ("2026", "2026-05-04", "46146", "3")] == [2026] * 3 + [3]
    assert all(refuses(parse_year, text) for text in ("i fjor", "31 12 2026", "0"))
