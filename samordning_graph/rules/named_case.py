"""What a row written by hand says it is about: ids, names or sector words, in either order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from samordning_graph.common.text import fold, slug
from samordning_graph.graph.duties import replaced_duties
from samordning_graph.graph.graph import Graph, cached_per_graph, model_of, words_of
from samordning_graph.rules.duty_identity import DUTY_RULES, comparable
from samordning_graph.rules.finding import FindingId
from samordning_graph.rules.rule import Case
from samordning_graph.schema.tables import Node


class NamedCase(NamedTuple):
    """Every id that the subject, and each of the others, may mean; no others is any others.

    `replaced` gives the duty that a former id stands for.
    """

    subject: frozenset[str]
    related: tuple[frozenset[str], ...]
    replaced: Mapping[str, str]

    def fits(self, code: str, case: Case) -> bool:
        """Return whether a case of a rule is named; one about a duty is known by the duty alone."""
        if code not in DUTY_RULES:
            return self._fits(case)
        duty = comparable(FindingId(code, *case), self.replaced)
        return any(comparable(FindingId(code, id_), self.replaced) == duty for id_ in self.subject)

    def fits_two(self, code: str, case: Case) -> bool:
        """Return whether a case is about the two that are named and no others.

        Of a duty, whether they alone are its parties.
        """
        if code in DUTY_RULES:
            first, *others = case.related or ("",)
            case = Case(first, tuple(others))
        return len(self.related) == len(case.related) == 1 and self._fits(case)

    def _fits(self, case: Case) -> bool:
        if case.subject in self.subject and (not self.related or self._same(case.related)):
            return True
        # A pair may be written in either order.
        return (
            len(case.related) == 1
            and case.related[0] in self.subject
            and (not self.related or self._same((case.subject,)))
        )

    def _same(self, ids: Sequence[str]) -> bool:
        left = list(ids)
        for ids_meant in self.related:
            match = next((node for node in left if node in ids_meant), None)
            if match is None:
                return False
            left.remove(match)
        return not left


def named_case(graph: Graph, subject: str, related: Iterable[str]) -> NamedCase:
    """Return what a row of the municipality names."""
    others = tuple(ids_meant(graph, name) for name in related)
    return NamedCase(ids_meant(graph, subject), others, replaced_duties(graph))


def ids_meant(graph: Graph, text: str) -> frozenset[str]:
    """Return every id that an id, a name or a sector word may mean, whether it is in the data or not."""
    sector = words_of(graph, "sector").find(text)
    named = _ids_by_name(graph).get(fold(text), ())
    return frozenset({slug(text), *named} | ({sector} if sector else set()))


@cached_per_graph
def _ids_by_name(graph: Graph) -> Mapping[str, Sequence[str]]:
    ids_by_name: Mapping[str, list[str]] = defaultdict(list)
    for table, rows in model_of(graph).rows.items():
        if issubclass(table, Node):
            for row in rows:
                assert isinstance(row, Node)
                ids_by_name[fold(row.name)].append(row.id)
    return ids_by_name
