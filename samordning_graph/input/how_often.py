"""How many times a year something takes place, as people write it: «månedlig», «1 gang i måneden»."""

import re

_TIMES_A_YEAR = {
    "daglig": 230,
    "ukentlig": 52,
    "kvar veke": 52,
    "hver uke": 52,
    "annenhver uke": 26,
    "hver 14. dag": 26,
    "månedlig": 12,
    "hver måned": 12,
    "månadleg": 12,
    "annenhver måned": 6,
    "kvartalsvis": 4,
    "hvert kvartal": 4,
    "halvårlig": 2,
    "årlig": 1,
    "årleg": 1,
}
_IN_A_YEAR = {
    "uk": 52,
    "veke": 52,
    "week": 52,
    "måned": 12,
    "månad": 12,
    "mnd": 12,
    "month": 12,
    "kvartal": 4,
    "quarter": 4,
    "halvår": 2,
    "år": 1,
    "year": 1,
}
"""By how the word for a time begins."""
_TIME = rf"(?P<time>{'|'.join(_IN_A_YEAR)})\w{{0,3}}\.?$"
_ABOUT = r"(?:ca\.?|omtrent|om lag|rundt|minst|inntil|about|at least)?\s?"
_TIMES = re.compile(
    rf"{_ABOUT}(?P<count>\d{{1,3}}) ?(?:ganger|gang|gonger|gong|møter|møte|stk\.?|x|times|meetings)?"
    rf"(?: ?(?:/|(?:i|pr\.?|per|hver|hvert|kvar|kvart|a)\s) ?{_TIME}|$)"
)
_EVERY = re.compile(rf"(?:hver|hvert|kvar|kvart|every) (?P<interval>\d{{1,2}})\.? {_TIME}")
_LONGEST = 60
"""Letters in such a text."""


def times_a_year(text: str) -> str:
    """Return the number that a text for how often stands for, or an empty text.

    Examples
    --------
    >>> [times_a_year(text) for text in ("Månedlig", "2 ganger i mnd", "hver 3. måned", "ca. 12", "ofte")]
    ['12', '24', '4', '12', '']
    """
    spoken = text.casefold()
    if len(spoken) > _LONGEST:
        return ""
    if spoken in _TIMES_A_YEAR:
        return str(_TIMES_A_YEAR[spoken])
    if match := _TIMES.match(spoken):
        return str(int(match["count"]) * _IN_A_YEAR.get(match["time"], 1))
    if (match := _EVERY.match(spoken)) and int(match["interval"]):
        return f"{_IN_A_YEAR[match['time']] / int(match['interval']):.0f}"
    return ""
