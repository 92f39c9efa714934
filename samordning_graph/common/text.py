"""Plain text: white space, folding for comparison, and ids made from names."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from itertools import chain, count, groupby, islice

# Letters that NFKD does not decompose into a base letter and an accent.
_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss", "ð": "d", "þ": "th"}
)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_MAX_MARKS = 30
_MAY_COMPOSE = re.compile("[^\0-\u02ff]")
"""The letters below are composed as they are, among them æ, ø, å and the letters of Sámi."""
_NONE = frozenset({"", "nei", "ingen"})
"""«-» is empty when it is folded."""
_SEPARATORS = re.compile(r"[\s_\-‐‑–]+")


def tidy(text: str) -> str:
    r"""Return `text` in NFC, with every run of white space as one space and none at the ends.

    Invisible characters are dropped: a pasted soft hyphen would turn one name into two, and an
    escape character would control the terminal that shows it.

    Examples
    --------
    >>> tidy(" Bolig\u00adkontoret\n  i\u00a0Ås\x1b ")
    'Boligkontoret i Ås'
    """
    if text.isascii() and text.isalnum():
        return text
    if text.isprintable():  # then a space is the only white space in it
        text = composed(text)
        is_tidy = "  " not in text and not text.startswith(" ") and not text.endswith(" ")
        return text if is_tidy else " ".join(text.split())
    text = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    return " ".join(composed(text).split())


def composed(text: str) -> str:
    """Return `text` in NFC, with at most 30 combining marks on a letter.

    To put the marks of one letter in order takes time in the square of their number; no writing
    needs more than 30 (Unicode Standard Annex 15, Stream-Safe Text Format).
    """
    if not _MAY_COMPOSE.search(text):
        return text
    if len(text) > _MAX_MARKS:
        runs = groupby(text, key=lambda letter: unicodedata.combining(letter) > 0)
        text = "".join(
            letter
            for is_mark, run in runs
            for letter in (islice(run, _MAX_MARKS) if is_mark else run)
        )
    return unicodedata.normalize("NFC", text)


def slug(text: str) -> str:
    """Return the id made from a name: `[a-z0-9-]*`, empty when nothing is left.

    æ→ae, ø→o, å→a, other accents dropped; each run of other characters is one `-`.

    Examples
    --------
    >>> slug("Boligkontoret på Ås"), slug(" Sámi  đálu! "), slug("…")
    ('boligkontoret-pa-as', 'sami-dalu', '')
    """
    lowered = text.lower()
    if not lowered.isascii():
        lowered = composed(lowered).translate(_LETTERS)
    if not lowered.isascii():
        lowered = "".join(
            letter
            for letter in unicodedata.normalize("NFKD", lowered)
            if not unicodedata.combining(letter)
        )
    return _NOT_SLUG.sub("-", lowered).strip("-")


def unique_stem(stem: str, taken: Collection[str]) -> str:
    """Return `stem` if it is not taken, else with the first free number from 2 after it.

    Examples
    --------
    >>> unique_stem("forum", {"forum", "forum-2"})
    'forum-3'
    """
    numbered = (f"{stem}-{number}" for number in count(2))
    return next(candidate for candidate in chain([stem], numbered) if candidate not in taken)


@lru_cache(maxsize=10_000)  # the same headers and words occur in every file
def fold(text: str) -> str:
    """Return `text` in the form for comparison: case, `_`, `-` and spaces do not matter.

    Examples
    --------
    >>> fold(" Møter_per-år "), fold("ON_CALL") == fold("on call")
    ('møter per år', True)
    """
    return _SEPARATORS.sub(" ", composed(text)).strip().casefold()


def says_none(text: str) -> bool:
    """Return whether a filled-in cell says that there is none of what it asks for the name of.

    Examples
    --------
    >>> [says_none(text) for text in ("Nei", "ingen", "-", "Ingen grunn til uro")]
    [True, True, True, False]
    """
    return fold(text) in _NONE
