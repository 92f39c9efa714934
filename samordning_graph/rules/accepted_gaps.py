"""Accepted gaps: findings that the municipality has considered and chosen to live with.

An accepted gap stays among the findings, marked with its reason; it does not count for a failing
exit. After its last day it counts again. One about a duty is known by the duty alone, whichever of
the rules about duties it names (`duty_identity.py`). One without a code is about two, and accepts
whatever is found about just these, now or later: also a duty that only they are parties to.
"""

from collections.abc import Iterable
from datetime import date

from samordning_graph.graph.graph import Graph, cached_per_graph, model_of, options_of
from samordning_graph.rules.duty_identity import DUTY_RULES
from samordning_graph.rules.finding import Acceptance
from samordning_graph.rules.named_case import named_case
from samordning_graph.rules.rule import Case
from samordning_graph.schema.tables import AcceptedGap


class Acceptances:
    """The accepted gaps of one graph."""

    def __init__(self, graph: Graph) -> None:
        self.as_of: date = options_of(graph).as_of
        self.gaps = tuple(
            (gap, named_case(graph, gap.subject, gap.related))
            for gap in model_of(graph).all(AcceptedGap)
        )
        self._codes = {code for gap, _named in self.gaps for code in rules_of_acceptance(gap)}
        self._any_of_two = any(not gap.code for gap, _named in self.gaps)

    def any_for(self, code: str) -> bool:
        """Return whether any accepted gap has this code, so that cases need be matched at all."""
        return self._any_of_two or code in self._codes

    def fitting(self, code: str, case: Case) -> list[AcceptedGap]:
        """Return the accepted gaps that a case matches, expired or not; those in force first."""
        if not self.any_for(code):
            return []
        fitting = [
            gap
            for gap, named in self.gaps
            if (
                code in rules_of_acceptance(gap) and named.fits(code, case)
                if gap.code
                else named.fits_two(code, case)
            )
        ]
        return sorted(fitting, key=self.is_expired)

    def of(self, code: str, case: Case) -> Acceptance | None:
        """Return the acceptance in force of a case, or None."""
        gap = next(iter(self.fitting(code, case)), None)
        if gap is None or self.is_expired(gap):
            return None
        return Acceptance(
            gap.reason, gap.owner or "", gap.expires.isoformat() if gap.expires else ""
        )

    def is_expired(self, gap: AcceptedGap) -> bool:
        """Return whether the last day of an accepted gap has passed."""
        return gap.expires is not None and gap.expires < self.as_of

    def used(self, code: str, cases: Iterable[Case]) -> set[AcceptedGap]:
        """Return the accepted gaps with this code that match any of the cases."""
        if not self.any_for(code):
            return set()
        return {gap for case in cases for gap in self.fitting(code, case)}

    def expired(self, code: str, cases: Iterable[Case]) -> set[AcceptedGap]:
        """Return the expired gaps of those cases that none in force accepts any more."""
        if not self.any_for(code):
            return set()
        return {
            gap for case in cases if self.of(code, case) is None for gap in self.fitting(code, case)
        }


def rules_of_acceptance(gap: AcceptedGap) -> tuple[str, ...]:
    """Return the rules whose findings an accepted gap may be about; none where it names no code."""
    if not gap.code:
        return ()
    code = gap.code.upper()
    return DUTY_RULES if code in DUTY_RULES else (code,)


def name_of_acceptance(gap: AcceptedGap) -> str:
    """Return what a message calls an accepted gap: «LINK03 «Bolig»», or the two it is about."""
    if gap.code:
        return f"{gap.code} «{gap.subject}»"
    return " – ".join(f"«{name}»" for name in (gap.subject, *gap.related))


@cached_per_graph
def acceptances(graph: Graph) -> Acceptances:
    """Return the accepted gaps of a graph."""
    return Acceptances(graph)
