"""Figures about pairs of actors: how many there are, and how many of those needed are met."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Congruence:
    """Coordination needed and met (Cataldo et al. 2006, 2008: TA·TD·TAᵀ against actual ties).

    `needed` counts the cross-sector pairs with the ground (for duties, those in one sector too);
    `met` those that are linked or meet; `not_assessed` those that the data cannot decide.
    """

    needed: int
    met: int
    not_assessed: int

    @property
    def share(self) -> float | None:
        """Met / (needed - not_assessed), or None when nothing could be assessed."""
        assessed = self.needed - self.not_assessed
        return self.met / assessed if assessed else None

    def __sub__(self, subset: "Congruence") -> "Congruence":
        """Return the figures of the pairs that are not in a subset of them."""
        return Congruence(
            self.needed - subset.needed,
            self.met - subset.met,
            self.not_assessed - subset.not_assessed,
        )


@dataclass(frozen=True, slots=True)
class PairCounts:
    """How many pairs there are; the last four split `cross_sector`."""

    all: int
    cross_sector: int
    direct: int
    arena: int
    none: int
    not_assessed: int
