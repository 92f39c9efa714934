"""What has changed between two data sets, or between the data and a what-if.

How it is decided
    Findings are compared by identity (rule, subject, related): ids, so that a new name is no
    change; those about a duty by the duty alone. A finding is *closed* when it was found before and
    is not any more, *new* the other way round. A change is **in the network** when both data sets could decide it, and **only in the data**
    when one of them could not: the case was not assessed there (somebody had not been asked, a
    list was incomplete), its rule was not, or one that it is about was not in the data. It is **by
    other rules** when an earlier report was made by another version of the rule, or, of a duty,
    with another duty register: then it says nothing of the municipality.
Known limits
    A group with one more in it has another identity: it is closed and new.
    An earlier report as JSON does not say who was in the data, so that less can be decided.
Source
    Own definition.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from samordning_graph.analysis.clauses import ClauseStatus, clauses
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import DUTY_GROUNDS, Ground
from samordning_graph.graph.duties import (
    applicable_duties,
    duty_name,
    duty_register,
    replaced_duties,
)
from samordning_graph.graph.graph import Graph, model_of, node_name, nodes, sector_name, words_of
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.graph.self_assessment import answers_by_factor, factor_name
from samordning_graph.rules.duty_identity import comparable
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import FindingId
from samordning_graph.rules.register import RULES, assessment_of, rule_of
from samordning_graph.rules.rule import Rule
from samordning_graph.schema.duty_register import register_digest
from samordning_graph.schema.tables import Unit
from samordning_graph.schema.vocabulary import factors

_Kind = TypeVar("_Kind")
VERSIONS_READ = (1, 2, 3)
"""The versions of the report as JSON that can be a baseline."""


class UnknownVersionError(ValueError):
    """The report is of a version that is not known here."""

    def __init__(self, version: object) -> None:
        super().__init__(version)
        self.version = version


class Cause(StrEnum):
    """Whether a change is one of the network, only of what the data can tell, or of the rules."""

    NETWORK = "network"
    DATA = "data"
    RULES = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What one data set says: what was found, what could not be decided, and the figures.

    `number` is the municipality's. `rules` holds the version of each rule by its code, `register` the
    digest of the duty register: empty in a report of a time when it was not told. `ids` are all
    that findings can be about, or None where that is not known (an earlier report).
    `names` are of nodes and duties, `sectors` and `factors` of these: a unit may have the same id.
    `replaced` gives the duty that a former id stands for.
    `congruence` holds the figures of the pairs per ground, `clauses` a status per clause of § 5.
    """

    number: str
    found: frozenset[FindingId]
    undetermined: frozenset[FindingId]
    assessed: frozenset[str]
    rules: Mapping[str, int]
    register: str
    ids: frozenset[str] | None
    names: Mapping[str, str] = field(default_factory=dict)
    sectors: Mapping[str, str] = field(default_factory=dict)
    factors: Mapping[str, str] = field(default_factory=dict)
    congruence: Mapping[str, ThreeFigures] = field(default_factory=dict)
    clauses: Mapping[str, str] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)

    def what_could_be_told(self, replaced: Mapping[str, str]) -> Callable[[FindingId], bool]:
        """Return whether the data could say that a finding was, or was not, there: a function.

        It takes a finding as it is compared (`duty_identity.comparable`).
        """
        assessed = {comparable(FindingId(rule, ""), replaced).rule for rule in self.assessed}
        undetermined = {comparable(case, replaced) for case in self.undetermined}
        ids = None if self.ids is None else {replaced.get(id_, id_) for id_ in self.ids}

        def could_tell(known_by: FindingId) -> bool:
            return (
                known_by.rule in assessed
                and known_by not in undetermined
                and (ids is None or ids.issuperset((known_by.subject, *known_by.related)))
            )

        return could_tell


class Change(NamedTuple):
    """A finding that is closed or new, and why."""

    identity: FindingId
    cause: Cause


class Diff(NamedTuple):
    """What is closed, what is new, how much is unchanged, and what was renamed (id, before, after)."""

    before: Snapshot
    after: Snapshot
    closed: tuple[Change, ...]
    new: tuple[Change, ...]
    unchanged: int
    renamed: tuple[tuple[str, str, str], ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is closed or new."""
        return not self.closed and not self.new


def diff(before: Snapshot, after: Snapshot) -> Diff:
    """Return what changed, by identity; rules that only one of the two has are left out."""
    replaced = {**before.replaced, **after.replaced}
    rules = before.rules.keys() & after.rules.keys()
    other_rules = rules_that_differ(before, after)
    found_before, found_after = (
        {
            comparable(identity, replaced): identity
            for identity in side.found
            if identity.rule in rules
        }
        for side in (before, after)
    )

    def changes(
        found: Mapping[FindingId, FindingId], other: Mapping[FindingId, FindingId], data: Snapshot
    ) -> tuple[Change, ...]:
        could_tell = data.what_could_be_told(replaced)

        def cause(known_by: FindingId) -> Cause:
            if found[known_by].rule in other_rules:
                return Cause.RULES
            return Cause.NETWORK if could_tell(known_by) else Cause.DATA

        return tuple(
            Change(found[known_by], cause(known_by))
            for known_by in sorted(found.keys() - other.keys(), key=found.__getitem__)
        )

    return Diff(
        before=before,
        after=after,
        closed=changes(found_before, found_after, after),
        new=changes(found_after, found_before, before),
        unchanged=len(found_before.keys() & found_after.keys()),
        renamed=tuple(
            (id_, before.names[id_], after.names[id_])
            for id_ in sorted(before.names.keys() & after.names.keys())
            if before.names[id_] != after.names[id_]
        ),
    )


def rules_that_differ(before: Snapshot, after: Snapshot) -> set[str]:
    """Return the rules of both that are of different versions, or rest on different registers."""
    return {
        code
        for code in before.rules.keys() & after.rules.keys()
        if before.rules[code] != after.rules[code]
        or (before.register != after.register and rule_of(code).subject is SubjectKind.DUTY)
    }


def snapshot(graph: Graph, rules: Sequence[Rule] = RULES) -> Snapshot:
    """Return what a graph says."""
    assessments = {rule: assessment_of(graph, rule) for rule in rules}
    duties = applicable_duties(graph)
    names = {node: node_name(graph, node) for node in graph.nodes}
    sectors = {unit.sector: sector_name(graph, unit.sector) for unit in nodes(graph, Unit)}
    assessed = {
        factor: factor_name(graph, factor) for factor in {*factors(), *answers_by_factor(graph)}
    }
    return Snapshot(
        number=model_of(graph).municipality.number,
        found=frozenset(
            rule.identity(case)
            for rule, assessment in assessments.items()
            for case in assessment.found
        ),
        undetermined=frozenset(
            rule.identity(case)
            for rule, assessment in assessments.items()
            for case in assessment.undetermined
        ),
        assessed=frozenset(
            rule.code for rule, assessment in assessments.items() if assessment.examined
        ),
        rules={rule.code: rule.version for rule in rules},
        register=register_digest(duty_register(graph)),
        ids=frozenset(
            {*names, *sectors, *assessed, *words_of(graph, "target_group")}
            | {duty.id for duty in duties}
        ),
        names=names | {duty.id: duty_name(graph, duty.id) for duty in duties},
        sectors=sectors,
        factors=assessed,
        congruence=_figures(graph),
        clauses={clause.id: str(clause.status) for clause in clauses(graph)},
        replaced=replaced_duties(graph),
    )


def _figures(graph: Graph) -> dict[str, ThreeFigures]:
    engine = pair_engine(graph)
    single = {
        str(ground): engine.congruence(ground) for ground in Ground if ground not in DUTY_GROUNDS
    }
    return single | {
        "duty": engine.congruence(*DUTY_GROUNDS),
        "all": engine.congruence(*Ground),
    }


def snapshot_of_report(report: Mapping[str, Any]) -> Snapshot:
    """Return what an earlier report says (the JSON of `report --format json`).

    Earlier versions of the format are read too: 1 told neither the versions of rules nor the
    register, and both told how many pairs were met of those needed and assessed.

    Raises
    ------
    UnknownVersionError
        If it is of a version that is not known here.
    AttributeError, KeyError, TypeError, ValueError
        If it is no such report.
    """
    if report["format"] != "samordning-report":
        raise ValueError(report["format"])
    if report["version"] not in VERSIONS_READ:
        raise UnknownVersionError(report["version"])
    findings = [
        FindingId(
            _as(str, finding["rule"]),
            _as(str, finding["subject"]),
            tuple(_as(str, id_) for id_ in _as(list, finding["related"])),
        )
        for finding in _as(list, report["findings"])
    ]
    in_doubt = [
        FindingId(_as(str, ground["rule"]), _as(str, pair["a"]), (_as(str, pair["b"]),))
        for pair in _as(list, report["missing_pairs"])
        if pair["coverage"] == "not_assessed"
        for ground in _as(list, pair["grounds"])
    ]
    rules = _as(list, report["rules"])
    return Snapshot(
        number=_as(str, report["municipality"]["number"]),
        found=frozenset(findings),
        undetermined=frozenset(in_doubt),
        assessed=frozenset(_as(str, rule["code"]) for rule in rules if _as(int, rule["examined"])),
        rules={_as(str, rule["code"]): _as(int, rule.get("version", 1)) for rule in rules},
        register=_as(str, report.get("duty_register", {}).get("digest", "")),
        ids=None,
        congruence={
            _as(str, row["ground"]): _figures_of_report(row)
            for row in _as(list, report["congruence"])
        },
        clauses={
            _as(str, clause["id"]): ClauseStatus(clause["status"])
            for clause in _as(list, report["clauses"])
        },
    )


def _as(kind: type[_Kind], value: object) -> _Kind:
    """Return a value of a report that is of the kind it should be."""
    if not isinstance(value, kind):
        raise TypeError(value)
    return value


def _figures_of_report(row: Mapping[str, Any]) -> ThreeFigures:
    """Return the three figures of a ground, also as versions 1 and 2 told them."""
    if "needed" not in row:
        return ThreeFigures(*(_count(row[figure.name]) for figure in fields(ThreeFigures)))
    needed, met, not_known = (_count(row[name]) for name in ("needed", "met", "not_assessed"))
    return ThreeFigures(met, _count(needed - met - not_known), not_known)


def _count(value: object) -> int:
    if _as(int, value) < 0:
        raise ValueError(value)
    return _as(int, value)
