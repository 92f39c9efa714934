"""Lists of words in a sentence, and sentences in a message."""

from collections.abc import Sequence

from samordning_graph.common.locale import _, mark

DECIDED_IN_MEETING = mark("Decided in a meeting {date}")
AGREED_IN_MEETING = mark("Agreed in a meeting {date}")
"""The sources of rows that tell what a meeting agreed on, and not what is so."""


def sentences(*parts: str) -> str:
    """Return a message of the sentences that there are; some may be empty.

    Examples
    --------
    >>> sentences("No rule has the code XX99.", "", "All: samordning rules")
    'No rule has the code XX99. All: samordning rules'
    """
    return " ".join(part for part in parts if part)


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: «a, b and c»."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def first_few(words: Sequence[str], limit: int) -> str:
    """Return the first words as a list, and how many more there are: «a, b and 3 more»."""
    left = len(words) - limit
    return listed([*words[:limit], _("{n} more").format(n=left)] if left > 0 else words)


def first_few_apart(texts: Sequence[str], limit: int) -> str:
    """Return texts that have commas of their own in a line, and how many more there are.

    Examples
    --------
    >>> first_few_apart(["a, b", "c"], 2)
    'a, b; c'
    """
    left = len(texts) - limit
    more = [_("and {n} more").format(n=left)] if left > 0 else []
    return "; ".join([*texts[:limit], *more])
