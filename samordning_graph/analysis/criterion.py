"""What a clause of § 5 rests on: cases that can be counted."""

from typing import NamedTuple

from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.graph.sole_arena import SoleArena
from samordning_graph.rules.finding import Evidence
from samordning_graph.rules.rule import Assessment


class Criterion(NamedTuple):
    """What a clause rests on: cases that hold, that do not, and that cannot be decided.

    `step` says what would change it; empty when nothing needs to. `reason` says why nothing was
    assessed. `one_arena` is the arena without which more than half of what holds would not, and
    `hangs_on_it` says that a clause does not take that for the whole when nothing would be left.
    """

    figures: ThreeFigures
    evidence: tuple[Evidence, ...]
    step: str = ""
    reason: str = ""
    one_arena: SoleArena | None = None
    hangs_on_it: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether everything was assessed and is there, and not through one arena alone."""
        return 0 < self.figures.documented == self.figures.total and not self.hangs_on_it

    @property
    def is_open(self) -> bool:
        """Whether nothing is known to be there, and some of it cannot be decided."""
        return bool(self.figures.not_known) and not self.figures.documented


def counted(assessment: Assessment, evidence: tuple[Evidence, ...], step: str = "") -> Criterion:
    """Return a criterion that an assessment decides: what was found is what is missing."""
    return Criterion(
        figures=assessment.figures,
        evidence=evidence,
        step=step,
        reason=assessment.reason,
    )


def not_assessed(
    evidence: tuple[Evidence, ...], not_known: int = 0, *, step: str = "", reason: str = ""
) -> Criterion:
    """Return a criterion of which nothing can be assessed."""
    return Criterion(
        figures=ThreeFigures(not_known=not_known),
        evidence=evidence,
        step=step,
        reason=reason,
    )
