"""Accepted gaps: findings that the municipality has considered and chosen to live with.

An accepted gap stays among the findings, marked with its reason; it does not count for a failing
exit. After its last day it counts again. One about a duty is known by the duty alone, whichever of
the rules about duties it names (`duty_identity.py`).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from samordning_graph.common.text import fold, slug
from samordning_graph.graph.duties import replaced_duties
from samordning_graph.graph.graph import Graph, cached_per_graph, model_of, options_of, words_of
from samordning_graph.rules.duty_identity import DUTY_RULES, comparable
from samordning_graph.rules.finding import Acceptance, FindingId
from samordning_graph.rules.rule import Case
from samordning_graph.schema.tables import AcceptedGap, Node


class Acceptances:
    """The accepted gaps of one graph."""

    def __init__(self, graph: Graph) -> None:
        model = model_of(graph)
        self.as_of: date = options_of(graph).as_of
        ids_by_name: Mapping[str, list[str]] = defaultdict(list)
        for table, rows in model.rows.items():
            if issubclass(table, Node):
                for row in rows:
                    assert isinstance(row, Node)
                    ids_by_name[fold(row.name)].append(row.id)
        sectors = words_of(graph, "sector")
        self._replaced = replaced_duties(graph)

        def meant(text: str) -> frozenset[str]:
            """Return every id that an id, a name or a sector word may mean."""
            word = sectors.find(text)
            return frozenset({slug(text), *ids_by_name.get(fold(text), ())} | {word or ""})

        self.gaps = tuple(
            (gap, meant(gap.subject), tuple(meant(name) for name in gap.related))
            for gap in model.all(AcceptedGap)
        )
        self._codes = {
            code
            for gap, _subject, _related in self.gaps
            for code in rules_of_acceptance(gap.code.upper())
        }

    def any_for(self, code: str) -> bool:
        """Return whether any accepted gap has this code, so that cases need be matched at all."""
        return code in self._codes

    def fitting(self, code: str, case: Case) -> list[AcceptedGap]:
        """Return the accepted gaps that a case matches, expired or not; those in force first."""
        if not self.any_for(code):
            return []
        fitting = [
            gap
            for gap, subject, related in self.gaps
            if code in rules_of_acceptance(gap.code.upper())
            and self._fits(code, case, subject, related)
        ]
        return sorted(fitting, key=self.is_expired)

    def _fits(
        self, code: str, case: Case, subject: frozenset[str], related: tuple[frozenset[str], ...]
    ) -> bool:
        if code not in DUTY_RULES:
            return _fits(case, subject, related)
        duty = comparable(FindingId(code, *case), self._replaced)
        return any(comparable(FindingId(code, meant), self._replaced) == duty for meant in subject)

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


def rules_of_acceptance(code: str) -> tuple[str, ...]:
    """Return the rules whose findings an acceptance with this code may be about."""
    return DUTY_RULES if code in DUTY_RULES else (code,)


def _fits(case: Case, subject: frozenset[str], related: tuple[frozenset[str], ...]) -> bool:
    def same(ids: tuple[str, ...]) -> bool:
        left = list(ids)
        for ids_meant in related:
            match = next((node for node in left if node in ids_meant), None)
            if match is None:
                return False
            left.remove(match)
        return not left

    if case.subject in subject and (not related or same(case.related)):
        return True
    # A pair may be written in either order.
    return (
        len(case.related) == 1
        and case.related[0] in subject
        and (not related or same((case.subject,)))
    )


@cached_per_graph
def acceptances(graph: Graph) -> Acceptances:
    """Return the accepted gaps of a graph."""
    return Acceptances(graph)
