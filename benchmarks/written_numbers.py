"""Numbers of persons in each way of writing them, and other numbers that could be taken for them.

All numbers are invented: any date, any running number, and the control digits that fit.
"""

from collections.abc import Callable
from datetime import date, timedelta
from operator import mul
from random import Random

_FIRST, _SECOND = (3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")

Write = Callable[[Random], str]


def _identity_number(random: Random) -> str:
    """Return a fødselsnummer, and every fifth time a D-number."""
    while True:
        day = date(1930, 1, 1) + timedelta(random.randrange(34_000))
        of_day = day.day + (40 if random.random() < 0.2 else 0)
        digits = f"{of_day:02}{day:%m%y}{random.randrange(1000):03}"
        for weights in (_FIRST, _SECOND):
            digits += str(-sum(map(mul, map(int, digits), weights)) % 11)
        if len(digits) == 11:
            return digits


def _account(random: Random) -> str:
    while True:
        digits = f"{random.randrange(1000, 10_000)}{random.randrange(10**6):06}"
        digits += str(-sum(map(mul, map(int, digits), _SECOND)) % 11)
        if len(digits) == 11:
            return digits


def _account_with(mark: str, random: Random) -> str:
    digits = _account(random)
    return mark.join((digits[:4], digits[4:6], digits[6:]))


def _parts(number: str) -> tuple[str, str, str, str]:
    return number[:2], number[2:4], number[4:6], number[6:]


def _as(pattern: str) -> Write:
    """Return a writer of identity numbers: d, m, y, three and two digits in a pattern."""

    def write(random: Random) -> str:
        day, month, year, five = _parts(_identity_number(random))
        return pattern.format(d=day, m=month, y=year, n=five, n3=five[:3], n2=five[3:])

    return write


def _phone(pattern: str, first: str = "49") -> Write:
    """Return a writer of phone numbers, where each # of the pattern is a digit."""

    def write(random: Random) -> str:
        digits = random.choice(first) + "".join(random.choice("0123456789") for _ in range(7))
        left = iter(digits)
        return "".join(next(left) if sign == "#" else sign for sign in pattern)

    return write


IDENTITY: dict[str, Write] = {
    **{
        pattern.format(d="15", m="07", y="85", n="13702", n3="137", n2="02"): _as(pattern)
        for pattern in (
            "{d}{m}{y}{n}",
            "{d}{m}{y} {n}",
            "{d}{m}{y}-{n}",
            "{d}{m}{y} {n3} {n2}",
            "{d}.{m}.{y} {n}",
            "{d}.{m}.{y}-{n3}.{n2}",
            "{d}/{m}/{y} {n}",
            "{d} {m} {y} {n3} {n2}",
            "{d}-{m}-{y}-{n}",
            "født {d}.{m}.19{y}, {n}",
            "({d}{m}{y} – {n}).",
        )
    },
    "１５０７８５１３７０２": lambda random: _identity_number(random).translate(_FULL_WIDTH),
}
PHONES: dict[str, Write] = {
    "ring 90123456": _phone("ring ########"),
    "90123456": _phone("########"),
    "tlf. 22 12 34 56": _phone("tlf. ## ## ## ##", "2367"),
    "901 23 456": _phone("### ## ###"),
    "004790123456": _phone("0047########"),
    "+47 901 23 456": _phone("+47 ### ## ###"),
    "(+47) 90 12 34 56": _phone("(+47) ## ## ## ##"),
    "mobil: 901.23.456": _phone("mobil: ###.##.###"),
    "telefon 2212 3456": _phone("telefon #### ####", "2367"),
}
OTHER: dict[str, Write] = {
    "bank account 12345678903": _account,
    "bank account 1234.56.78903": lambda random: _account_with(".", random),
    "bank account 1234 56 78903": lambda random: _account_with(" ", random),
    "case 2026/12345": lambda random: f"2026/{random.randrange(10**5)}",
    "case 26/01234-5": lambda random: f"26/{random.randrange(10**5):05}-{random.randrange(100)}",
    "case 202601234": lambda random: f"2026{random.randrange(10**5):05}",
    "case 2026001234-12": lambda r: f"2026{r.randrange(10**6):06}-{r.randrange(100)}",
    "organisation 912 345 678": lambda r: f"9{r.randrange(100):02} {r.randrange(10**3):03} 678",
    "any eleven digits": lambda random: f"{random.randrange(10**11):011}",
}
