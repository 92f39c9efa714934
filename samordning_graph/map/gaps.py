"""What may be missing, as the map shows it: findings, and cases that the data cannot determine.

The rules, words and order are those of a report. A map shows a limited number of each, since nobody
can read more lines; `MapFindings.left_out` says what is not on it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from samordning_graph.common.locale import _
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.duties import get_duty
from samordning_graph.graph.graph import Graph, cached_per_graph_and_language, node_row
from samordning_graph.map.view import ViewTie
from samordning_graph.rules.accepted_gaps import acceptances
from samordning_graph.rules.coverage_text import coverage_sentence
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Finding, FindingId
from samordning_graph.rules.labels import strength, what_it_is_about
from samordning_graph.rules.missing_pairs import MissingPair, pairs_by_grounds, ranked
from samordning_graph.rules.register import RULES, assessment_of, rule_of
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.schema.tables import Municipality

MAX_PAIRS = 200
"""Pairs shown of each coverage, those with the strongest ground first."""
MAX_FINDINGS = 100
"""Findings shown of each rule that is not about pairs."""
GAP_KINDS = {Coverage.NONE: "missing", Coverage.NOT_ASSESSED: "not_assessed"}
"""The kind of tie of a gap, by the coverage of its pair."""
ACCEPTED = "accepted"
"""The kind of tie of a gap that the municipality has accepted."""

Assessments = Mapping[Rule, Assessment]
"""By rule, for the rules that are not about pairs of actors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A finding as the map shows it.

    `about` are keys of the map. `is_undetermined` says that the data cannot determine it, so that it
    is a question and no finding.
    """

    finding: Finding
    title: str
    about: tuple[str, ...]
    is_undetermined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFindings:
    """Everything that may be missing, strongest first; what is undetermined comes last.

    `ties` are the pairs of actors as lines. `undrawn` says how many more pairs there are of each
    coverage, and `needed` how many pairs have a ground, covered or not. `undetermined_rules` are,
    by key, the rules that could not assess a node.
    """

    gaps: tuple[Gap, ...]
    ties: tuple[ViewTie, ...]
    undrawn: Mapping[Coverage, int]
    needed: int
    undetermined_rules: Mapping[str, tuple[str, ...]]
    left_out: tuple[str, ...]


@cached_per_graph_and_language
def map_findings(graph: Graph) -> MapFindings:
    """Return what the rules find and cannot determine, as the map shows it."""
    pairs, undrawn = _pairs(graph)
    gaps_of_pairs = {pair: tuple(_gaps_of_pair(graph, pair)) for pair in pairs}
    assessments = {rule: assessment_of(graph, rule) for rule in RULES if not rule.is_about_pairs}
    other_gaps, left_out = _gaps_of_rules(graph, assessments)
    about_pairs = (gap for gaps_of_pair in gaps_of_pairs.values() for gap in gaps_of_pair)
    grounds = [
        pair_ground.ground
        for rule in RULES
        for pair_ground in rule.pair_grounds
        if pair_ground.each_pair
    ]
    return MapFindings(
        gaps=tuple(sorted((*about_pairs, *other_gaps), key=_order)),
        ties=tuple(
            _pair_tie(graph, pair, gaps_of_pair) for pair, gaps_of_pair in gaps_of_pairs.items()
        ),
        undrawn=undrawn,
        needed=pair_engine(graph).congruence(*grounds).total if has_any_ties(graph) else 0,
        undetermined_rules=_undetermined_rules(graph, assessments),
        left_out=(*_left_out(undrawn), *left_out),
    )


def _order(gap: Gap) -> tuple[bool, bool, tuple[int, int, int, int, FindingId]]:
    """Return the sort key of gaps: first what to talk about, then the accepted, the undetermined."""
    return gap.is_undetermined, gap.finding.accepted is not None, strength(gap.finding)


def pair_ties(graph: Graph, among: Iterable[str]) -> tuple[ViewTie, ...]:
    """Return the gaps between two of some nodes as ties, from the rules that draw ties.

    `among` are the keys of the nodes.
    """
    keys_among = frozenset(among)
    return tuple(
        ViewTie(
            kind=_kind([gap]),
            source=gap.about[0],
            target=gap.about[1],
            facts=(gap.finding.observation,),
            about=(gap.finding.identity,),
        )
        for gap in map_findings(graph).gaps
        if rule_of(gap.finding.identity.rule).draws_tie and keys_among.issuperset(gap.about)
    )


def _kind(gaps_of_pair: Sequence[Gap]) -> str:
    """Return the kind of the tie that shows the gaps of a pair."""
    if all(gap.finding.accepted for gap in gaps_of_pair):
        return ACCEPTED
    return GAP_KINDS[Coverage.NOT_ASSESSED if gaps_of_pair[0].is_undetermined else Coverage.NONE]


# Pairs of actors


def _pairs(graph: Graph) -> tuple[list[MissingPair], dict[Coverage, int]]:
    """Return the strongest pairs of each coverage, and how many more there are of each."""
    found: list[MissingPair] = []
    undrawn = dict.fromkeys(GAP_KINDS, 0)
    if has_any_ties(graph):
        for coverage in GAP_KINDS:
            parts = pairs_by_grounds(graph, RULES, coverage)
            drawn = list(islice(ranked(parts), MAX_PAIRS))
            undrawn[coverage] = sum(map(len, parts)) - len(drawn)
            found += drawn
    return found, undrawn


def _gaps_of_pair(graph: Graph, pair: MissingPair) -> Iterator[Gap]:
    for pair_ground in pair.pair_grounds:
        if pair_ground.each_pair:
            yield _gap(graph, rule_of(pair_ground.rule), pair.case)


def _pair_tie(graph: Graph, pair: MissingPair, gaps_of_pair: Sequence[Gap]) -> ViewTie:
    """Return the tie between two who should coordinate; its facts are the grounds."""
    return ViewTie(
        kind=_kind(gaps_of_pair),
        source=pair.first,
        target=pair.second,
        facts=tuple(
            pair_ground.reason(graph, pair.first, pair.second).text
            for pair_ground in pair.pair_grounds
        ),
        about=tuple(gap.finding.identity for gap in gaps_of_pair),
    )


def _left_out(undrawn: Mapping[Coverage, int]) -> Iterator[str]:
    for coverage, text in (
        (Coverage.NONE, _("the {most} possible missing links with the strongest ground, of {all}")),
        (Coverage.NOT_ASSESSED, _("{most} of the {all} pairs that cannot be assessed")),
    ):
        if undrawn[coverage]:
            yield text.format(most=MAX_PAIRS, all=MAX_PAIRS + undrawn[coverage])


# Findings about anything else


def _gaps_of_rules(graph: Graph, assessments: Assessments) -> tuple[list[Gap], list[str]]:
    gaps_, left_out = [], []
    for rule, assessment in assessments.items():
        for case in islice(assessment.found, MAX_FINDINGS):
            gaps_.append(_gap(graph, rule, case))
        if len(assessment.found) > MAX_FINDINGS:
            left_out.append(
                _("{shown} of {all} findings of {rule}").format(
                    shown=MAX_FINDINGS, all=len(assessment.found), rule=rule.code
                )
            )
        if _is_drawn(rule):
            undetermined = (
                case for case in assessment.undetermined if _has_two_sides(graph, rule, case)
            )
            gaps_ += [
                _undetermined_gap(graph, rule, case) for case in islice(undetermined, MAX_FINDINGS)
            ]
    return gaps_, left_out


def _is_drawn(rule: Rule) -> bool:
    """Return whether its cases are between nodes: undetermined ones are drawn, and asked about."""
    return rule.draws_tie or rule.subject is SubjectKind.DUTY


def _has_two_sides(graph: Graph, rule: Rule, case: Case) -> bool:
    """Return whether there are actors at both ends; one side of a duty may be empty."""
    if rule.subject is not SubjectKind.DUTY:
        return True
    return any(pair_engine(graph).duty_pairs(get_duty(graph, case.subject)))


def _gap(graph: Graph, rule: Rule, case: Case) -> Gap:
    finding = rule.tell(graph, case)._replace(accepted=acceptances(graph).of(rule.code, case))
    return Gap(
        finding=finding,
        title=what_it_is_about(graph, finding.identity),
        about=keys(graph, finding.identity),
        is_undetermined=finding.coverage is Coverage.NOT_ASSESSED,
    )


def _undetermined_gap(graph: Graph, rule: Rule, case: Case) -> Gap:
    """Return a case that the data cannot determine, as a question instead of a finding."""
    gap = _gap(graph, rule, case)
    finding = gap.finding._replace(
        coverage=Coverage.NOT_ASSESSED,
        observation=coverage_sentence(graph, Coverage.NOT_ASSESSED, gap.finding.excluded),
        question=rule.question_when_undetermined(graph, case)
        if rule.question_when_undetermined
        else gap.finding.question,
    )
    return replace(gap, finding=finding, is_undetermined=True)


def keys(graph: Graph, identity: FindingId) -> tuple[str, ...]:
    """Return what a finding is about in keys of the map; the municipality itself is not drawn."""
    ids = (identity.subject, *identity.related)
    match rule_of(identity.rule).subject:
        case SubjectKind.SECTORS:
            return tuple(f"sector:{sector}" for sector in ids)
        case SubjectKind.DUTY:
            return (f"duty:{identity.subject}", *identity.related)
        case _:
            return tuple(
                node
                for node in ids
                if node in graph and not isinstance(node_row(graph, node), Municipality)
            )


def _undetermined_rules(graph: Graph, assessments: Assessments) -> dict[str, tuple[str, ...]]:
    """Return the rules that could not assess a node; undetermined cases that are drawn are none."""
    codes_of: dict[str, list[str]] = defaultdict(list)
    for rule, assessment in assessments.items():
        if _is_drawn(rule):
            continue
        for case in assessment.undetermined:
            if case.subject in graph:
                codes_of[case.subject].append(rule.code)
    return {key: tuple(codes) for key, codes in codes_of.items()}
