"""What a rule finds about two nodes of a view, as ties: missing, or not to be assessed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from samordning_graph.graph import Graph
from samordning_graph.locale import ngettext
from samordning_graph.map.lines import MAX_PAIRS, Kind
from samordning_graph.map.view import ViewTie
from samordning_graph.rules.rule import Case, Rule


@dataclass(frozen=True, slots=True)
class PairGaps:
    """The gaps of some rules as ties, and how many more there are than a picture can show."""

    ties: tuple[ViewTie, ...]
    left_out: int

    def told(self, meaning: str) -> str:
        """Return how to read a view, with how many gaps it leaves out."""
        if not self.left_out:
            return meaning
        left_out = ngettext(
            "{n} more pair is not drawn.",
            "{n} more pairs are not drawn.",
            self.left_out,
        ).format(n=self.left_out)
        return f"{meaning} {left_out}"


def pair_gaps(graph: Graph, rules: Iterable[Rule], prefix: str = "") -> PairGaps:
    """Return the pairs that some rules find and cannot assess; `prefix` makes a key of an id."""
    ties: list[ViewTie] = []
    count = 0
    for rule in rules:
        seen = rule.assess(graph)
        for kind, cases in ((Kind.MISSING, seen.found), (Kind.NOT_ASSESSED, seen.open)):
            count += len(cases)
            ties.extend(_ties(rule, kind, islice(cases, MAX_PAIRS), prefix))
    return PairGaps(tuple(ties), count - len(ties))


def _ties(rule: Rule, kind: Kind, cases: Iterable[Case], prefix: str) -> Iterator[ViewTie]:
    for case in cases:
        (other,) = case.related
        yield ViewTie(
            kind=str(kind),
            one=prefix + case.subject,
            other=prefix + other,
            facts=(rule.title,),
            about=(rule.identity(case),),
        )
