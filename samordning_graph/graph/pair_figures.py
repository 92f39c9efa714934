"""Three figures: how much the data document, how much they do not, and how much is not known.

A share of what could be assessed would look like success where nobody was asked. So nothing is
counted as a share of a part: the three always stand together, and of all there is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from samordning_graph.common.locale import _


@dataclass(frozen=True, slots=True)
class ThreeFigures:
    """Of some cases, those that the data document, those they do not, and those they cannot decide.

    Of pairs with a ground it is coordination needed (`total`) and met (`documented`): Cataldo et al.
    2006, 2008, TA·TD·TAᵀ against actual ties.
    """

    documented: int = 0
    not_documented: int = 0
    not_known: int = 0

    @classmethod
    def of(cls, answers: Iterable[bool | None]) -> "ThreeFigures":
        """Count answers: yes, no, and None where nobody knows.

        Examples
        --------
        >>> ThreeFigures.of([True, None, True])
        ThreeFigures(documented=2, not_documented=0, not_known=1)
        """
        counted = list(answers)
        yes, no = counted.count(True), counted.count(False)
        return cls(yes, no, len(counted) - yes - no)

    @property
    def total(self) -> int:
        """How many cases there are."""
        return self.documented + self.not_documented + self.not_known

    @property
    def decided(self) -> int:
        """How many of them the data decide: no denominator, but whether there is anything to say."""
        return self.documented + self.not_documented

    @property
    def share_at_least(self) -> float | None:
        """The documented share of all, as if nothing of what is not known were there."""
        return self.documented / self.total if self.total else None

    @property
    def share_at_most(self) -> float | None:
        """The same, as if all of what is not known were there."""
        return (self.documented + self.not_known) / self.total if self.total else None

    def __add__(self, other: "ThreeFigures") -> "ThreeFigures":
        """Return the figures of both together."""
        return ThreeFigures(
            self.documented + other.documented,
            self.not_documented + other.not_documented,
            self.not_known + other.not_known,
        )

    def __sub__(self, subset: "ThreeFigures") -> "ThreeFigures":
        """Return the figures of what is not in a subset."""
        return ThreeFigures(
            self.documented - subset.documented,
            self.not_documented - subset.not_documented,
            self.not_known - subset.not_known,
        )


def figures_in_words(figures: ThreeFigures) -> str:
    """Return the three figures as a sentence has them; parts that are none are left out."""
    parts = (
        (_("{n} documented"), _("all {n} documented"), figures.documented),
        (_("{n} not documented"), _("all {n} not documented"), figures.not_documented),
        (_("{n} not known"), _("{n} not known"), figures.not_known),
    )
    for _text, of_all, n in parts:
        if n == figures.total > 1:
            return of_all.format(n=n)
    counted = [text.format(n=n) for text, _of_all, n in parts if n]
    return " · ".join(counted) or _("nothing to count")


def share_in_words(figures: ThreeFigures) -> str:
    """Return the documented share of all, between its bounds where something is not known."""
    low, high = figures.share_at_least, figures.share_at_most
    if low is None or high is None:
        return "–"
    least, most = _percent(low), _percent(high)
    if least == most:
        return _("{percent} %").format(percent=least)
    return _("between {least} and {most} %").format(least=least, most=most)


def _percent(share: float) -> int:
    """Return a share in hundredths; 0 and 100 are kept for none and all."""
    return round(100 * share) if share in (0, 1) else min(max(round(100 * share), 1), 99)


class PairCounts(NamedTuple):
    """How many pairs there are; the last four split `cross_sector`."""

    all: int
    cross_sector: int
    direct: int
    arena: int
    none: int
    not_assessed: int
