"""Which findings a meeting begins with: a few, not all of one kind, and no arena asked about twice."""

from collections import Counter
from collections.abc import Iterable

from samordning_graph.graph.graph import Graph, node_row
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.labels import strength
from samordning_graph.schema.tables import Arena

MOST_OF_RULE = 2
"""Findings of one rule among those to begin with; of hints one."""


def to_begin_with(graph: Graph, ranked: Iterable[Finding], most: int) -> list[Finding]:
    """Return at most `most` of the findings, which are ranked strongest first.

    Of each rule at most `MOST_OF_RULE`, and of hints one. Hints about one arena ask nearly the same:
    only one is chosen, rather the one about the arena than one about somebody who takes part in it.
    """
    chosen: list[Finding] = []
    of_rule: Counter[str] = Counter()
    asked_about: set[str] = set()
    for finding in _arenas_before_those_in_them(graph, ranked):
        rule, is_hint = finding.identity.rule, finding.basis is Basis.HINT
        arenas = _arenas_of(graph, finding) if is_hint else set()
        if of_rule[rule] < (1 if is_hint else MOST_OF_RULE) and asked_about.isdisjoint(arenas):
            of_rule[rule] += 1
            asked_about |= arenas
            chosen.append(finding)
        if len(chosen) == most:
            break
    return chosen


def _arenas_before_those_in_them(graph: Graph, ranked: Iterable[Finding]) -> list[Finding]:
    """Return the findings with hints about somebody in an arena last of those as certain."""

    def key(finding: Finding) -> tuple[int, int, bool]:
        basis, certainty, *_rest = strength(finding)
        is_hint = finding.basis is Basis.HINT
        arenas = _arenas_of(graph, finding) if is_hint else set()
        return basis, certainty, bool(arenas) and finding.identity.subject not in arenas

    return sorted(ranked, key=key)


def _arenas_of(graph: Graph, finding: Finding) -> set[str]:
    about = (finding.identity.subject, *finding.identity.related)
    return {node for node in about if node in graph and isinstance(node_row(graph, node), Arena)}
