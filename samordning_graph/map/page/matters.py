"""What a meeting talks about: each matter once, with all its findings, in the order of the agenda."""

from collections.abc import Sequence
from dataclasses import dataclass

from samordning_graph.analysis.first_findings import first_findings
from samordning_graph.graph.duties import get_duty
from samordning_graph.graph.graph import Graph
from samordning_graph.map.gaps import Gap, map_findings
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import FindingId
from samordning_graph.rules.register import rule_of

_PAIR, _DUTY, _OTHER = range(3)
"""The kinds of matters, in the order of those that are not among the first."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What can be decided at once.

    `key` is the same in every run. `findings` are places in `map_findings(graph).gaps`, strongest
    first. `is_proposed` says that the report begins with it.
    """

    key: str
    findings: tuple[int, ...]
    is_proposed: bool


def matters(graph: Graph) -> list[Matter]:
    """Return what is found or cannot be assessed, and is not accepted.

    Those that the report begins with come first, then pairs, duties and the rest; of these what is
    found before what cannot be assessed, and the strongest first.
    """
    gaps = map_findings(graph).gaps
    grouped: dict[str, list[int]] = {}
    for place, gap in enumerate(gaps):
        if gap.finding.accepted is None:
            grouped.setdefault(matter_key(graph, gap.finding.identity), []).append(place)
    first = [
        key
        for finding in first_findings(graph)
        if (key := matter_key(graph, finding.identity)) in grouped
    ]
    proposed = list(dict.fromkeys(first))
    others = sorted(
        grouped.keys() - set(proposed), key=lambda key: _order(graph, gaps, grouped[key])
    )
    return [Matter(key, tuple(grouped[key]), key in proposed) for key in (*proposed, *others)]


def matter_key(graph: Graph, identity: FindingId) -> str:
    """Return what a finding is about, in the same words for all findings on it.

    Two actors, also where a duty asks for the contact of these two alone; a duty; two sectors; or
    else the subject.
    """
    if pair := _pair(graph, identity):
        return "|".join(("pair", *sorted(pair)))
    match rule_of(identity.rule).subject:
        case SubjectKind.DUTY:
            return f"duty|{identity.subject}"
        case SubjectKind.SECTORS:
            return "|".join(("sectors", *sorted((identity.subject, *identity.related))))
        case _:
            return f"subject|{identity.subject}"


def _pair(graph: Graph, identity: FindingId) -> tuple[str, ...]:
    """Return the two actors that a finding is about; empty if it is about anything else."""
    rule = rule_of(identity.rule)
    if rule.is_about_pairs:
        return (identity.subject, *identity.related)
    if rule.subject is SubjectKind.DUTY:
        duty = get_duty(graph, identity.subject)
        if len(duty.a) == len(duty.b) == 1 and duty.a != duty.b:
            return (*duty.a, *duty.b)
    return ()


def _order(graph: Graph, gaps: Sequence[Gap], findings: Sequence[int]) -> tuple[bool, int, int]:
    gap = gaps[findings[0]]
    identity = gap.finding.identity
    if _pair(graph, identity):
        kind = _PAIR
    elif rule_of(identity.rule).subject is SubjectKind.DUTY:
        kind = _DUTY
    else:
        kind = _OTHER
    return gap.is_undetermined, kind, findings[0]
