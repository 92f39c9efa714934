"""The findings to begin with: those of a report's first page, and of the agenda of a meeting."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from samordning_graph.analysis.to_begin_with import MOST_OF_RULE, to_begin_with
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import Graph, cached_per_graph_and_language
from samordning_graph.rules.accepted_gaps import acceptances
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.labels import strength
from samordning_graph.rules.missing_pairs import (
    MissingPair,
    PairsOfGrounds,
    pairs_by_grounds,
    ranked,
)
from samordning_graph.rules.register import RULES, assessment_of, rule_of
from samordning_graph.rules.rule import PairGround, Rule

MOST_FIRST = 5
"""Findings to begin with."""


@cached_per_graph_and_language
def first_findings(graph: Graph) -> tuple[Finding, ...]:
    """Return the findings to begin with, of all rules."""
    singles = chain.from_iterable(
        told_without_accepted(graph, rule) for rule in RULES if not rule.is_about_pairs
    )
    return tuple(to_begin_with(graph, ranked_findings(graph, RULES, singles), MOST_FIRST))


def told_without_accepted(graph: Graph, rule: Rule) -> Iterator[Finding]:
    """Yield the findings of a rule that are not accepted."""
    accepted = acceptances(graph)
    for case in assessment_of(graph, rule).found:
        if accepted.of(rule.code, case) is None:
            yield rule.tell(graph, case)


def ranked_findings(
    graph: Graph, rules: Sequence[Rule], singles: Iterable[Finding]
) -> list[Finding]:
    """Return the findings to begin with and all that are not about pairs, strongest first.

    Accepted ones are left out; of each rule about pairs only the strongest few are told.

    Parameters
    ----------
    graph
        The municipality.
    rules
        The rules to tell pairs of.
    singles
        The findings that are not about pairs.
    """
    pairs = [
        tell_pair(graph, pair)
        for strongest in _strongest_of_each_rule(graph, rules).values()
        for pair in strongest
    ]
    return sorted((*pairs, *singles), key=strength)


def _strongest_of_each_rule(graph: Graph, rules: Sequence[Rule]) -> dict[str, list[MissingPair]]:
    """Return the strongest pairs of each rule, under the first of its rules not accepted."""
    strongest: dict[str, list[MissingPair]] = {}
    # The strongest of a rule are among the first of each part, which rank alike but for ids.
    firsts = (
        islice(not_accepted(graph, part), MOST_OF_RULE)
        for part in parts_of_pairs(graph, rules, Coverage.NONE)
    )
    for pair in ranked(firsts):
        pair_ground = ground_to_tell(graph, pair)
        if pair_ground is None:
            continue
        of_rule = strongest.setdefault(pair_ground.rule, [])
        if len(of_rule) < MOST_OF_RULE:
            of_rule.append(pair)
    return strongest


def parts_of_pairs(
    graph: Graph, rules: Sequence[Rule], coverage: Coverage
) -> tuple[PairsOfGrounds, ...]:
    """Return the pairs with this coverage by their grounds; none where no tie is known."""
    return pairs_by_grounds(graph, rules, coverage) if has_any_ties(graph) else ()


def not_accepted(graph: Graph, part: PairsOfGrounds) -> Iterator[MissingPair]:
    """Return the pairs of which a finding is not accepted."""
    return (pair for pair in part if ground_to_tell(graph, pair) is not None)


def ground_to_tell(graph: Graph, pair: MissingPair) -> PairGround | None:
    """Return the strongest ground on which the pair is a finding that is not accepted."""
    accepted = acceptances(graph)
    return max(
        (
            pair_ground
            for pair_ground in pair.pair_grounds
            if pair_ground.each_pair and not accepted.of(pair_ground.rule, pair.case)
        ),
        key=lambda pair_ground: pair_ground.basis_of(graph, pair.first, pair.second),
        default=None,
    )


def tell_pair(graph: Graph, pair: MissingPair) -> Finding:
    """Put a pair into words, by the ground that `ground_to_tell` gives."""
    pair_ground = ground_to_tell(graph, pair)
    assert pair_ground is not None
    return rule_of(pair_ground.rule).tell(graph, pair.case)
