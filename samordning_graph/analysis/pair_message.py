"""What a picture of the pairs says, as a headline that the back of a room can read.

It stays true of pairs that share an arena for information, are on call, or had an agreement that has
lapsed: so it never says that there is no contact.
"""

from typing import NamedTuple

from samordning_graph.common.locale import _, ngettext
from samordning_graph.graph.pair_figures import ThreeFigures

ALL_UP_TO, MOST_LINES = 24, 20
"""Pairs up to which all are drawn, and how many are drawn of more: nobody can follow more lines."""


class PairMessage(NamedTuple):
    """A headline: `lead` is the number that stands out, empty where there is none to tell."""

    lead: str
    rest: str

    def __str__(self) -> str:
        """Return the headline as plain text."""
        return f"{self.lead} {self.rest}".strip()


def pair_message(figures: ThreeFigures, *, is_of_map: bool = True) -> PairMessage:
    """Return the headline for the pairs with a ground to coordinate.

    That of a map says how many are drawn, where there are too many for all.
    """
    missing = figures.not_documented
    if not figures.total:
        return PairMessage("", _("No pairs can be assessed yet"))
    if not figures.decided:
        unknown = ngettext("{n} pair", "{n} pairs", figures.not_known)
        return PairMessage(
            unknown.format(n=in_thousands(figures.not_known)),
            _("with a ground to coordinate, of which it is not known whether they have contact"),
        )
    if not missing:
        return PairMessage(
            "",
            ngettext(
                "The one pair that can be assessed has documented contact",
                "None of the {n} pairs that can be assessed lack documented contact",
                figures.decided,
            ).format(n=in_thousands(figures.decided)),
        )
    lead = ngettext("{n} pair", "{n} pairs", missing).format(n=in_thousands(missing))
    if is_of_map and missing > ALL_UP_TO:
        shown = _("without documented contact – the {n} strongest are shown")
        return PairMessage(lead, shown.format(n=MOST_LINES))
    return PairMessage(
        lead,
        _("with a ground to coordinate, no common meeting place or collaboration in the data"),
    )


def figure_texts(figures: ThreeFigures) -> tuple[str, str, str]:
    """Return each of the three figures with its word, those of nothing too."""
    return (
        _("{n} documented").format(n=in_thousands(figures.documented)),
        _("{n} not documented").format(n=in_thousands(figures.not_documented)),
        _("{n} not known").format(n=in_thousands(figures.not_known)),
    )


def what_is_lacking() -> str:
    """Return what to do where no pair has a ground that is filled in."""
    return _(
        "Fill in who has which goals, target groups and referrals, and the map shows who has a ground"
        " to coordinate."
    )


def in_thousands(number: int) -> str:
    r"""Return a number as people read it, with a space between thousands.

    Examples
    --------
    >>> in_thousands(12087)
    '12\xa0087'
    """
    return f"{number:,}".replace(",", "\u00a0")
