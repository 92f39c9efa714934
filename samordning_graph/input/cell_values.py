"""From the text of a cell to a value: numbers, dates, yes and no, and official numbers.

Every function takes tidy text that is not empty and raises `ValueError`, without a message, when
the text is not such a value.
"""

import re
from datetime import date

_DATE = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ]00:00(?::00)?)?$")
_DOTTED = re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})$")
_YEAR = re.compile(r"(1[89]|20|21)\d\d$")
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?$")
_RANGE = re.compile(r"(\d+(?:[.,]\d+)?)\s?[-–—]\s?(\d+(?:[.,]\d+)?)$")
_YES = frozenset({"ja", "yes", "true", "sann", "1", "x", "✓"})
_NO = frozenset({"nei", "no", "false", "usann", "0"})
_UNKNOWN = frozenset({"ukjent", "unknown", "vet ikke", "?"})
_NO_END = frozenset({"løpende", "inntil videre", "løpande", "inntil vidare", "no end", "ongoing"})
_ELEVEN = re.compile(r"(?<!\d)(\d{6})[ \u00a0]?(\d{5})(?!\d)|(?<!\d)(\d{10})(?!\d)")
_K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_ORGNR = (3, 2, 7, 6, 5, 4, 3, 2, 1)


def parse_yes_no(text: str) -> bool | None:
    """Return whether `text` says yes; None for «ukjent»."""
    word = text.casefold()
    if word in _UNKNOWN:
        return None
    if word in _YES or word in _NO:
        return word in _YES
    raise ValueError


def parse_number(text: str) -> float:
    """Return a number of 0 or more; decimal comma or point; a range is its lower end."""
    lower_end = _RANGE.match(text)
    digits = lower_end[1] if lower_end else text
    if not _NUMBER.match(digits):
        raise ValueError
    return float(digits.replace(",", "."))


def parse_integer(text: str) -> int:
    """Return a whole number of 0 or more; spaces between digits are dropped."""
    digits = text.replace(" ", "")
    if not digits.isdecimal() or len(digits) > 12:
        raise ValueError
    return int(digits)


def parse_date(text: str) -> date:
    """Return a date: ISO, d.m.yyyy, or a year alone (its first day)."""
    if _YEAR.match(text):
        return date(int(text), 1, 1)
    match = _DATE.match(text) or _DOTTED.match(text)
    if not match:
        raise ValueError
    return date(int(match["y"]), int(match["m"]), int(match["d"]))


def parse_last_valid_day(text: str) -> date | None:
    """Return the last valid day; a year alone is its 31.12; None for «løpende»."""
    if text.casefold() in _NO_END:
        return None
    return date(int(text), 12, 31) if _YEAR.match(text) else parse_date(text)


def parse_survey_answer(text: str) -> date | bool | None:
    """Return when an actor was asked, or just whether."""
    try:
        return parse_yes_no(text)
    except ValueError:
        return parse_date(text)


def organisation_number(text: str) -> str:
    """Return nine digits with a valid control digit (modulus 11, weights 3 2 7 6 5 4 3 2)."""
    digits = text.replace(" ", "")
    if len(digits) != 9 or not _divides_by_11(digits, _ORGNR):
        raise ValueError
    return digits


def holds_national_identity_number(text: str) -> bool:
    """Return whether a fødselsnummer, D-number or H-number stands anywhere in `text`.

    Eleven digits, also written 6 + 5, whose date part and both control digits are valid
    (Skatteetaten: D-number = day + 40, H-number = month + 40; modulus 11 with two weight rows).
    Ten digits count too, since a spreadsheet drops the first zero of a number.
    """
    if len(text) < 10:
        return False
    return any(
        _divides_by_11(digits, _K1) and _divides_by_11(digits, _K2) and _is_birth_date(digits)
        for digits in (
            "0" + match[3] if match[3] else match[1] + match[2] for match in _ELEVEN.finditer(text)
        )
    )


def _divides_by_11(digits: str, weights: tuple[int, ...]) -> bool:
    return (
        digits.isascii()
        and digits.isdecimal()
        and sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11
        == 0
    )


def _is_birth_date(digits: str) -> bool:
    day_part, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day_part -= 40 if day_part > 40 else 0
    month -= 40 if month > 40 else 0
    # The century is not in the date part: 2000 is the one with a leap day for every year that
    # has one in any century.
    try:
        date(2000 + year, month, day_part)
    except ValueError:
        return False
    return True
