"""Letters such as ø that an older encoding has turned into two: «Ã¸», «√∏», «├©»."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

_LETTERS = "æøåÆØÅéÉöÖäÄ"
_FIRST_SIGNS = frozenset("Ã√├")
"""What they begin as, in all of the encodings: a text without them is done with."""
_READ_AS = ("cp1252", "latin-1", "mac_roman", "cp850", "cp865")
"""Windows, a Mac and DOS, by the program that opened UTF-8 as if it were its own."""


def _second_letters() -> dict[str, str]:
    """Return what may come second, by the letter that comes first: the two bytes of UTF-8."""
    seconds: dict[str, str] = {}
    for letter in _LETTERS:
        for encoding in _READ_AS:
            signs = letter.encode().decode(encoding, errors="replace")
            seconds[signs[0]] = seconds.get(signs[0], "") + signs[1]
    return seconds


@cache
def _made_twice() -> re.Pattern[str]:
    letters = _second_letters().items()
    return re.compile(
        "|".join(f"{re.escape(first)}[{re.escape(second)}]" for first, second in letters)
    )


def letter_made_twice(text: str) -> re.Match[str] | None:
    """Return the first place where two signs stand for one letter.

    UTF-8 was read as an older encoding there, and what came of it was saved as if it were right.

    Examples
    --------
    >>> [match and match[0] for match in map(letter_made_twice, ("BÃ¸", "B√∏", "B├©", "Bø", "São"))]
    ['Ã¸', '√∏', '├©', None, None]
    """
    return None if _FIRST_SIGNS.isdisjoint(text) else _made_twice().search(text)


def first_cell_made_twice(
    rows: Iterable[tuple[int, Sequence[str]]],
) -> tuple[int, int, str] | None:
    """Return row number, column index and the two signs of the first such cell of a table."""
    for number, cells in rows:
        if letter_made_twice("\n".join(cells)):
            for index, text in enumerate(cells):
                if match := letter_made_twice(text):
                    return number, index, match[0]
    return None
