"""From the text of a cell to a value: numbers, dates, yes and no, organisation numbers.

Every function takes tidy text that is not empty and raises `ValueError`, without a message, when
the text is not such a value.
"""

import re
from datetime import date, timedelta

_TIME = (  # the time of day after a date: it is read past
    r"(?:(?:[T ]|, ?)(?:kl\.? ?)?(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d(?:[.,]\d{1,9})?)?"
    r"(?:Z|[+-]\d\d:?\d\d)?)?$"
)
_DATE = re.compile(r"(?P<y>\d{4})(?P<mark>[-./])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})" + _TIME)
_DOTTED = re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})(?:\.\s?|-|\s)(?P<y>\d{4})" + _TIME)
_OTHER_DATES = (
    # 31/12-2026, 1/6 26: nobody else writes so
    r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?:\s?[-–]\s?|\s)(?P<y>\d{4}|\d\d)" + _TIME,
    r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)$",
)
_IN_EITHER_ORDER = r"(?P<d>\d{1,2})(?P<mark>[-/])(?P<m>\d{1,2})(?P=mark)(?P<y>\d{4})" + _TIME
"""The day first in Norway, the month first in an American export."""
_MONTHS_IN_A_YEAR = 12
_MONTHS = {
    spelling: number
    for number, spellings in enumerate(
        (
            *("januar january jan", "februar february feb", "mars march mar", "april apr"),
            *("mai may", "juni june jun", "juli july jul", "august aug"),
            *("september sept sep", "oktober october okt oct", "november nov"),
            *("desember december des dec",),
        ),
        start=1,
    )
    for spelling in spellings.split()
}
"""Bokmål, nynorsk and English, and as they are cut short."""
_MONTH_NAME = rf"(?P<m>{'|'.join(_MONTHS)})\.?"
_SPOKEN_YEAR = r",?[ -]?'?(?P<y>\d{4}|\d\d)" + _TIME
_WEEKDAY = r"(?:[a-zøå]{3,6}da[gy],? )?"
# What few cells are is a text: it is compiled by the first that may be.
_NAMED_MONTH = (
    rf"{_WEEKDAY}(?:den )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?[ -]?{_MONTH_NAME}{_SPOKEN_YEAR}"
)
_NAMED_MONTH_FIRST = (
    rf"{_WEEKDAY}{_MONTH_NAME} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?, ?(?P<y>\d{{4}})" + _TIME
)
_MONTH_OF_YEAR = (
    rf"{_MONTH_NAME},?[ -]?(?P<y>\d{{4}})$",
    r"(?P<y>\d{4})-(?P<m>\d{1,2})$",
    r"(?P<m>\d{1,2})[./] ?(?P<y>\d{4})$",
)
_DOTTED_SHORT = r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d\d)$"
_SERIAL = re.compile(r"\d{5}$")
_FIRST_SERIAL_DAY = date(1899, 12, 30)
_SERIAL_YEARS = range(1990, 2100)
_YEAR = re.compile(r"(1[89]|20|21)\d\d$")
_PERIOD = r"(?:19|20)\d\d ?[-–—] ?(?P<last>20\d\d)$"
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,17})?$")
_CALCULATED = r"=\s?(\d{1,9}(?:[.,]\d{1,9})?)\s?([*/+])\s?(\d{1,9}(?:[.,]\d{1,9})?)$"
_RANGE = r"(\d+(?:[.,]\d+)?)\s?[-–—]\s?(\d+(?:[.,]\d+)?)$"
YES = frozenset({"ja", "j", "yes", "y", "true", "sann", "1", "x", "✓", "✔", "√", "☑"})
NO = frozenset({"nei", "n", "no", "false", "usann", "0"})
"""An empty box (☐) is not among them: it may not have been answered."""
_UNKNOWN = frozenset({"ukjent", "unknown", "vet ikke", "?"})
_NO_END = frozenset({"løpende", "inntil videre", "løpande", "inntil vidare", "no end", "ongoing"})
_ORGNR = (3, 2, 7, 6, 5, 4, 3, 2, 1)


def says_unknown(text: str) -> bool:
    """Return whether a text says that nobody knows: «vet ikke», «ukjent», «?»."""
    return text.casefold().rstrip(".!") in _UNKNOWN


def parse_yes_no(text: str) -> bool | None:
    """Return whether `text` says yes; None for «ukjent»."""
    word = text.casefold().rstrip(".!")
    if says_unknown(text):
        return None
    if word in YES or word in NO:
        return word in YES
    raise ValueError


def parse_number(text: str) -> float:
    """Return a number of 0 or more; decimal comma or point; a range is its lower end.

    A formula of two numbers is worked out, to two decimals: a CSV file may hold the formula itself.

    Examples
    --------
    >>> parse_number("2,5"), parse_number("1-2"), parse_number("=52/12")
    (2.5, 1.0, 4.33)
    """
    if _NUMBER.match(text):
        return float(text.replace(",", "."))
    if calculated := re.match(_CALCULATED, text):
        return _worked_out(*calculated.groups())
    if (lower_end := re.match(_RANGE, text)) and _NUMBER.match(lower_end[1]):
        return float(lower_end[1].replace(",", "."))
    raise ValueError


def _worked_out(first: str, sign: str, second: str) -> float:
    left, right = (float(digits.replace(",", ".")) for digits in (first, second))
    if sign == "/":
        if not right:
            raise ValueError
        right = 1 / right
    return round(left + right if sign == "+" else left * right, 2)


def parse_integer(text: str) -> int:
    """Return a whole number of 0 or more; spaces between digits are dropped."""
    digits = text.replace(" ", "")
    if not digits.isdecimal() or len(digits) > 12:
        raise ValueError
    return int(digits)


def parse_date(text: str) -> date:
    """Return a date: ISO, d.m.yyyy, d/m-yyyy, with the name of the month, or a year alone (its first day).

    A time after it is dropped. Two digits are a year of this century, beside the name of a month and in
    04.05.26. A number of five digits is the day as Excel counts it, where the cell does not show it as one.
    What may be two days (04/05/2026) is refused: `two_days` gives both.

    Examples
    --------
    >>> parse_date("mandag 4. mai 26"), parse_date("May 4, 2026"), parse_date("4/5-2026")
    (datetime.date(2026, 5, 4), datetime.date(2026, 5, 4), datetime.date(2026, 5, 4))
    """
    text = text.removesuffix(".")
    if _YEAR.match(text):
        return date(int(text), 1, 1)
    if match := _DATE.match(text) or _DOTTED.match(text):
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    if _SERIAL.match(text):
        return _day_of_serial(int(text))
    spoken = text.casefold()
    match = (
        re.match(_DOTTED_SHORT, text)
        or re.match(_NAMED_MONTH, spoken)
        or re.match(_NAMED_MONTH_FIRST, spoken)
        or next(filter(None, (re.match(order, text) for order in _OTHER_DATES)), None)
    )
    if not match:
        return _day_that_is_first(text)
    year = int(match["y"])
    month = _MONTHS.get(match["m"]) or int(match["m"])
    return date(year if year > 99 else 2000 + year, month, int(match["d"]))


def _day_that_is_first(text: str) -> date:
    """Return the day of 31/12/2026, whose order only one day fits."""
    match = re.match(_IN_EITHER_ORDER, text)
    if not match or two_days(text):
        raise ValueError
    return date(int(match["y"]), int(match["m"]), int(match["d"]))


def two_days(text: str) -> tuple[date, date] | None:
    """Return both days that a text may be, if they are two.

    Examples
    --------
    >>> two_days("04/05/2026"), two_days("31/12/2026")
    ((datetime.date(2026, 5, 4), datetime.date(2026, 4, 5)), None)
    """
    match = re.match(_IN_EITHER_ORDER, text)
    if not match:
        return None
    first, second, year = int(match["d"]), int(match["m"]), int(match["y"])
    if first == second or max(first, second) > _MONTHS_IN_A_YEAR or not (first and second and year):
        return None
    return date(year, second, first), date(year, first, second)


def _day_of_serial(number: int) -> date:
    day = _FIRST_SERIAL_DAY + timedelta(days=number)
    if day.year not in _SERIAL_YEARS:
        raise ValueError
    return day


def parse_year(text: str) -> int:
    """Return a year; of a date that of the day, as where a cell of Excel holds a whole date.

    Examples
    --------
    >>> parse_year("2026"), parse_year("2026-05-04"), parse_year("46146")
    (2026, 2026, 2026)
    """
    try:
        return parse_date(text).year
    except ValueError:
        year = parse_integer(text)
        date(year, 1, 1)
        return year


def parse_month(text: str) -> tuple[int, int]:
    """Return year and month of a text that has no day: «mai 2026», 2026-05, 05.2026."""
    spoken = text.casefold()
    match = next(filter(None, (re.match(order, spoken) for order in _MONTH_OF_YEAR)), None)
    if not match:
        raise ValueError
    year, month = int(match["y"]), _MONTHS.get(match["m"]) or int(match["m"])
    return (first := date(year, month, 1)).year, first.month


def parse_last_valid_day(text: str) -> date | None:
    """Return the last valid day; that of a year, a period of years or a month alone; None for «løpende»."""
    if text.casefold() in _NO_END:
        return None
    text = text.removesuffix(".")
    if not _DATE.match(text) and (period := re.match(_PERIOD, text)):
        text = period["last"]
    if _YEAR.match(text):
        return date(int(text), 12, 31)
    try:
        return parse_date(text)
    except ValueError:
        from calendar import monthrange

        year, month = parse_month(text)
        return date(year, month, monthrange(year, month)[1])


def parse_survey_answer(text: str) -> date | bool | None:
    """Return when an actor was asked, or just whether."""
    try:
        return parse_yes_no(text)
    except ValueError:
        return parse_date(text)


def organisation_number(text: str) -> str:
    """Return nine digits with a valid control digit (modulus 11, weights 3 2 7 6 5 4 3 2).

    Spaces and dots between them, and NO and MVA around them, are dropped.
    """
    digits = text.upper().removeprefix("NO").removesuffix("MVA").replace(" ", "").replace(".", "")
    if len(digits) != 9 or not divisible_by_11(digits, _ORGNR):
        raise ValueError
    return digits


def divisible_by_11(digits: str, weights: tuple[int, ...]) -> bool:
    """Return whether the weighted sum of digits is a multiple of 11 (modulus 11)."""
    return (
        digits.isascii()
        and digits.isdecimal()
        and sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11
        == 0
    )
