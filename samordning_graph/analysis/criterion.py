"""What a clause of § 5 rests on: cases that can be counted."""

from dataclasses import dataclass

from samordning_graph.graph.sole_arena import SoleArena
from samordning_graph.rules.finding import Evidence
from samordning_graph.rules.rule import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class OneArena:
    """Of `whole` things, how many would still be covered without one arena."""

    arena: str
    left: int
    whole: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What a clause rests on: of `assessed` cases `met` hold, and `undetermined` cannot be decided.

    `step` says what would change it; empty when nothing needs to. `reason` says why nothing was
    assessed. `one_arena` is the arena without which more than half of what holds would not, and
    `hangs_on_it` says that a clause does not take that for the whole when nothing would be left.
    """

    met: int
    assessed: int
    undetermined: int
    evidence: tuple[Evidence, ...]
    step: str = ""
    reason: str = ""
    one_arena: OneArena | None = None
    hangs_on_it: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether everything was assessed and is there, and not through one arena alone."""
        return 0 < self.assessed == self.met and not self.undetermined and not self.hangs_on_it

    @property
    def is_open(self) -> bool:
        """Whether nothing is known to be there, and some of it cannot be decided."""
        return bool(self.undetermined) and not self.met


def counted(assessment: Assessment, evidence: tuple[Evidence, ...], step: str = "") -> Criterion:
    """Return a criterion that an assessment decides: what was found is what is missing."""
    return Criterion(
        met=assessment.examined - len(assessment.found),
        assessed=assessment.examined,
        undetermined=len(assessment.undetermined),
        evidence=evidence,
        step=step,
        reason=assessment.reason,
    )


def not_assessed(
    evidence: tuple[Evidence, ...], undetermined: int = 0, *, step: str = "", reason: str = ""
) -> Criterion:
    """Return a criterion of which nothing can be assessed."""
    return Criterion(
        met=0,
        assessed=0,
        undetermined=undetermined,
        evidence=evidence,
        step=step,
        reason=reason,
    )


def of_whole(sole: SoleArena | None, whole: int) -> OneArena | None:
    """Return a sole arena with the number of things that it is counted of."""
    if sole is None:
        return None
    return OneArena(arena=sole.arena, left=sole.left, whole=whole)
