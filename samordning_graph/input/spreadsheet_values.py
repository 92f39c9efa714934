"""The values of spreadsheet cells as the text that a person reads: dates ISO, whole numbers as digits."""

import re
from datetime import datetime, time, timedelta

EXCEL_DAY_0 = datetime(1899, 12, 30)
MAC_DAY_0 = datetime(1904, 1, 1)
"""Day 0 of workbooks that count from 1904, as Excel for Mac did."""

_YEARS = range(1900, 2101)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_A_DATE_PART = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_DATE_LETTER = re.compile(r"[dmhysDMHYS]")
_BUILT_IN_DATES = frozenset(
    str(number) for number in (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))
)


def is_date_format(number: str, code: str | None) -> bool:
    """Return whether a number format of Excel shows dates or times."""
    if code is None:
        return number in _BUILT_IN_DATES
    return _DATE_LETTER.search(_NOT_A_DATE_PART.sub("", code.partition(";")[0])) is not None


def number_text(value: str) -> str:
    """Return a stored number as digits: `4614` for 4614.0.

    Raises
    ------
    ValueError
        If it is no number.
    """
    if value.isdecimal():
        return str(int(value))
    number = float(value)
    return str(int(number)) if number.is_integer() else str(number)


def day_text(value: str, day_0: datetime) -> str:
    """Return a stored number that is shown as a date.

    A year in such a cell is a day of 1905 to a spreadsheet; it is read as the year.

    Raises
    ------
    ValueError
        If it is no number.
    """
    number = float(value)
    if int(number) in _YEARS:
        return str(int(number))
    try:
        moment = day_0 + timedelta(seconds=round(number * 86_400))
    except (OverflowError, ValueError):
        return number_text(value)
    return moment.time().isoformat() if 0 <= number < 1 else moment_text(moment)


def moment_text(moment: datetime) -> str:
    """Return a day, with the time of day if it has one."""
    return moment.date().isoformat() if moment.time() == time() else moment.isoformat(" ")


def iso_text(value: str) -> str:
    """Return a date that is stored as ISO text, without a time of midnight; a year as the year."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    days = (moment.replace(tzinfo=None) - EXCEL_DAY_0).days
    return str(days) if days in _YEARS else moment_text(moment)


def unescaped(text: str) -> str:
    """Return a text of Excel with the characters that it writes as `_x000D_`."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
