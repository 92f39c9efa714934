"""What may be missing, told for the map: findings, and what the data cannot tell.

The same rules, words and order as in a report. A map shows at most so many of each, since more
lines nobody can read; `Gaps.left_out` says what is not on it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from samordning_graph.common.locale import _
from samordning_graph.graph.contact import any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.duties import duty_of
from samordning_graph.graph.graph import Graph, cached_per_graph_and_language, row
from samordning_graph.map.view import ViewTie
from samordning_graph.rules.accepted_gaps import acceptances
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Finding, FindingId
from samordning_graph.rules.finding_text import InvitationOption, best_invitation
from samordning_graph.rules.labels import strength, what_it_is_about
from samordning_graph.rules.missing_pairs import MissingPair, pairs_by_grounds, ranked
from samordning_graph.rules.register import RULES, assessment_of, rule_of
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.rules.shared.duty_rule import nearest_pair
from samordning_graph.rules.shared.pair_rule import coverage_sentence
from samordning_graph.schema.tables import Municipality

MOST_PAIRS = 200
"""Pairs of each coverage, strongest ground first."""
MOST_OF_A_RULE = 100
"""Findings of each rule that is not about pairs."""
KINDS = {Coverage.NONE: "missing", Coverage.NOT_ASSESSED: "not_assessed"}
ACCEPTED = "accepted"
"""The kind of line of a gap that the municipality has chosen to live with."""

Assessed = Mapping[Rule, Assessment]
"""What each rule that is not about pairs of actors saw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A finding as the map shows it.

    `about` are keys of the map. `seat` is the invitation that its next step proposes. `is_open`
    says that the data cannot tell, so that it is a question and no finding.
    """

    finding: Finding
    title: str
    about: tuple[str, ...]
    seat: InvitationOption | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFindings:
    """Everything that the map tells, strongest first; what is open comes last.

    `ties` are the pairs of actors as lines. `undrawn` says how many more pairs there are of each
    coverage, and `needed` how many pairs have a ground, covered or not. `open_cases` are, by key,
    the rules that could not assess a node.
    """

    told: tuple[Gap, ...]
    ties: tuple[ViewTie, ...]
    undrawn: Mapping[Coverage, int]
    needed: int
    open_cases: Mapping[str, tuple[str, ...]]
    left_out: tuple[str, ...]


@cached_per_graph_and_language
def gaps(graph: Graph) -> MapFindings:
    """Return what the rules find and cannot tell, as the map shows it."""
    pairs, undrawn = _pairs(graph)
    of_pairs = {pair: tuple(_of_pair(graph, pair)) for pair in pairs}
    assessed = {rule: assessment_of(graph, rule) for rule in RULES if not rule.is_about_pairs}
    others, more = _others(graph, assessed)
    about_pairs = (gap for some in of_pairs.values() for gap in some)
    grounds = [why.ground for rule in RULES for why in rule.pair_grounds if why.each_pair]
    return MapFindings(
        told=tuple(sorted((*about_pairs, *others), key=_order)),
        ties=tuple(_tie(graph, pair, some) for pair, some in of_pairs.items()),
        undrawn=undrawn,
        needed=pair_engine(graph).congruence(*grounds).needed if any_ties(graph) else 0,
        open_cases=_open_cases(graph, assessed),
        left_out=(*_left_out(undrawn), *more),
    )


def _order(gap: Gap) -> tuple[bool, bool, tuple[int, int, int, FindingId]]:
    """Return the sort key of what is told: to be talked about first, accepted and open last."""
    return gap.is_open, gap.finding.accepted is not None, strength(gap.finding)


def pair_ties(graph: Graph, keys: Iterable[str]) -> tuple[ViewTie, ...]:
    """Return as lines what rules about two of a kind find, and cannot tell, of some of that kind."""
    among = frozenset(keys)
    return tuple(
        ViewTie(
            kind=_kind([gap]),
            one=gap.about[0],
            other=gap.about[1],
            facts=(gap.finding.observation,),
            about=(gap.finding.identity,),
        )
        for gap in gaps(graph).told
        if rule_of(gap.finding.identity.rule).draws_tie and among.issuperset(gap.about)
    )


def _kind(some: Sequence[Gap]) -> str:
    """Return the kind of line that stands for some gaps of one pair."""
    if all(gap.finding.accepted for gap in some):
        return ACCEPTED
    return KINDS[Coverage.NOT_ASSESSED if some[0].is_open else Coverage.NONE]


# Pairs of actors


def _pairs(graph: Graph) -> tuple[list[MissingPair], dict[Coverage, int]]:
    """Return the strongest pairs of each coverage, and how many more there are of each."""
    found: list[MissingPair] = []
    undrawn = dict.fromkeys(KINDS, 0)
    if any_ties(graph):
        for coverage in KINDS:
            parts = pairs_by_grounds(graph, RULES, coverage)
            drawn = list(islice(ranked(parts), MOST_PAIRS))
            undrawn[coverage] = sum(map(len, parts)) - len(drawn)
            found += drawn
    return found, undrawn


def _of_pair(graph: Graph, pair: MissingPair) -> Iterator[Gap]:
    seat = best_invitation(graph, pair.first, pair.second)
    for why in pair.pair_grounds:
        if why.each_pair:
            yield _told(graph, rule_of(why.rule), pair.case, seat)


def _tie(graph: Graph, pair: MissingPair, some: Sequence[Gap]) -> ViewTie:
    """Return the line between two who should coordinate; its facts are the grounds."""
    return ViewTie(
        kind=_kind(some),
        one=pair.first,
        other=pair.second,
        facts=tuple(why.reason(graph, pair.first, pair.second).text for why in pair.pair_grounds),
        about=tuple(gap.finding.identity for gap in some),
    )


def _left_out(undrawn: Mapping[Coverage, int]) -> Iterator[str]:
    for coverage, text in (
        (Coverage.NONE, _("the {most} possible missing links with the strongest ground, of {all}")),
        (Coverage.NOT_ASSESSED, _("{most} of the {all} pairs that cannot be assessed")),
    ):
        if undrawn[coverage]:
            yield text.format(most=MOST_PAIRS, all=MOST_PAIRS + undrawn[coverage])


# Findings about anything else


def _others(graph: Graph, assessed: Assessed) -> tuple[list[Gap], list[str]]:
    told, left_out = [], []
    for rule, seen in assessed.items():
        for case in islice(seen.found, MOST_OF_A_RULE):
            told.append(_told(graph, rule, case, _seat(graph, rule, case)))
        if len(seen.found) > MOST_OF_A_RULE:
            left_out.append(
                _("{shown} of {all} findings of {rule}").format(
                    shown=MOST_OF_A_RULE, all=len(seen.found), rule=rule.code
                )
            )
        if _is_drawn(rule):
            undetermined = (case for case in seen.undetermined if _has_two_sides(graph, rule, case))
            told += [_open(graph, rule, case) for case in islice(undetermined, MOST_OF_A_RULE)]
    return told, left_out


def _is_drawn(rule: Rule) -> bool:
    """Return whether a case lies between nodes, so that what cannot be told is drawn and asked."""
    return rule.draws_tie or rule.subject is SubjectKind.DUTY


def _seat(graph: Graph, rule: Rule, case: Case) -> InvitationOption | None:
    """Return the invitation that the next step of a duty proposes."""
    if rule.subject is not SubjectKind.DUTY:
        return None
    return best_invitation(graph, *nearest_pair(graph, duty_of(graph, case.subject)))


def _has_two_sides(graph: Graph, rule: Rule, case: Case) -> bool:
    """Return whether there is anybody to draw at both ends; of a duty a side may be empty."""
    if rule.subject is not SubjectKind.DUTY:
        return True
    return pair_engine(graph).duty_coverage(duty_of(graph, case.subject)) is not None


def _told(graph: Graph, rule: Rule, case: Case, seat: InvitationOption | None = None) -> Gap:
    finding = replace(rule.tell(graph, case), accepted=acceptances(graph).of(rule.code, case))
    return Gap(
        finding=finding,
        title=what_it_is_about(graph, finding.identity),
        about=keys(graph, finding.identity),
        seat=seat,
        is_open=finding.coverage is Coverage.NOT_ASSESSED,
    )


def _open(graph: Graph, rule: Rule, case: Case) -> Gap:
    """Return a case that the data cannot tell, asked about instead of found."""
    gap = _told(graph, rule, case, _seat(graph, rule, case))
    finding = replace(
        gap.finding,
        coverage=Coverage.NOT_ASSESSED,
        observation=coverage_sentence(Coverage.NOT_ASSESSED),
        question=rule.question_when_undetermined(graph, case)
        if rule.question_when_undetermined
        else gap.finding.question,
    )
    return replace(gap, finding=finding, is_open=True)


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
                if node in graph and not isinstance(row(graph, node), Municipality)
            )


def _open_cases(graph: Graph, assessed: Assessed) -> dict[str, tuple[str, ...]]:
    """Return the rules that could not assess a node; what is told as a question is left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for rule, seen in assessed.items():
        if _is_drawn(rule):
            continue
        for case in seen.undetermined:
            if case.subject in graph:
                found[case.subject].append(rule.code)
    return {key: tuple(codes) for key, codes in found.items()}
