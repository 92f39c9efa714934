"""The report of one municipality: what every format shows, computed once and laid out nowhere."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from samordning_graph.analysis.matters import Matters, matters
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import DUTY_GROUNDS, Ground
from samordning_graph.graph.deciding_cells import DecidingCells, deciding_cells
from samordning_graph.graph.graph import Graph, get_actor, model_of
from samordning_graph.graph.pair_figures import PairCounts, ThreeFigures
from samordning_graph.report.data_counts import DataCounts, data_counts
from samordning_graph.rules.accepted_gaps import acceptances
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.missing_pairs import (
    MissingPair,
    congruence_by_basis,
    missing_pairs,
)
from samordning_graph.rules.register import RULES, assessment_of
from samordning_graph.rules.rule import Assessment, Case, PairGround, Rule
from samordning_graph.schema.model import Model

if TYPE_CHECKING:
    from samordning_graph.analysis.clauses import Clause
    from samordning_graph.analysis.diff import Diff
    from samordning_graph.analysis.in_place import InPlace


class Outcome(NamedTuple):
    """A rule, its assessment, and how many of its findings are accepted."""

    rule: Rule
    assessment: Assessment
    accepted: int

    @property
    def is_assessed(self) -> bool:
        """Whether anything could be assessed."""
        return self.assessment.examined > 0


class Report:
    """One municipality's report: of the selected rules, and with the changes since a baseline."""

    def __init__(
        self, graph: Graph, rules: Sequence[Rule] = RULES, changes: "Diff | None" = None
    ) -> None:
        self.graph = graph
        self.changes = changes
        self.rules = tuple(rule for rule in RULES if rule in rules)

    @property
    def is_limited(self) -> bool:
        """Whether only some rules were selected."""
        return len(self.rules) < len(RULES)

    @property
    def model(self) -> Model:
        """The data of the report."""
        return model_of(self.graph)

    # Rules and findings

    @cached_property
    def clauses(self) -> "tuple[Clause, ...]":
        """The status of § 5, whatever rules were selected."""
        # A report as CSV begins sooner without them.
        from samordning_graph.analysis.clauses import clauses

        return clauses(self.graph)

    @cached_property
    def in_place(self) -> "InPlace":
        """What is in place, with who and where."""
        from samordning_graph.analysis.in_place import in_place

        return in_place(self.graph, self.rules)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcome of each rule, in the order of the register."""
        accepted = acceptances(self.graph)
        outcomes = []
        for rule in self.rules:
            assessment = assessment_of(self.graph, rule)
            count = (
                sum(accepted.of(rule.code, case) is not None for case in assessment.found)
                if accepted.any_for(rule.code)
                else 0
            )
            outcomes.append(Outcome(rule, assessment, count))
        return tuple(outcomes)

    def assessments_about(self, subject: SubjectKind) -> list[Assessment]:
        """Return the assessments of the rules whose findings are about such a subject."""
        return [outcome.assessment for outcome in self.outcomes if outcome.rule.subject is subject]

    def figures_about(self, subject: SubjectKind) -> ThreeFigures:
        """Return the figures of these rules together."""
        figures = (assessment.figures for assessment in self.assessments_about(subject))
        return sum(figures, ThreeFigures())

    def findings(self, *rules: Rule) -> Iterator[Finding]:
        """Yield the findings of some rules (of all, without any), sorted by identity."""
        accepted = acceptances(self.graph)
        for outcome in sorted(self.outcomes, key=lambda outcome: outcome.rule.code):
            if rules and outcome.rule not in rules:
                continue
            for case in outcome.assessment.found:
                finding = outcome.rule.tell(self.graph, case)
                acceptance = accepted.of(outcome.rule.code, case)
                yield finding._replace(accepted=acceptance) if acceptance else finding

    def missing_pairs(self) -> Iterator[MissingPair]:
        """Yield the needed pairs that are not covered, by ids."""
        if has_any_ties(self.graph):
            yield from missing_pairs(self.graph, self.rules)

    @cached_property
    def matters(self) -> Matters:
        """What there is to talk about, numbered."""
        return matters(self.graph) if not self.is_limited else Matters(self.graph, self.rules)

    @property
    def singles(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings of each rule that is not about pairs, by its code; not the accepted ones."""
        return self.matters.singles

    @cached_property
    def _by_basis_and_rule(self) -> Mapping[tuple[Basis, str], int]:
        """How many findings there are of each basis and rule; not the accepted ones.

        Pairs are counted without being told: each has the basis of the ground of its rule, or is
        among the few for which the ground is a hint.
        """
        count: Counter[tuple[Basis, str]] = Counter()
        for outcome in self.outcomes:
            for pair_ground in outcome.rule.pair_grounds:
                if pair_ground.each_pair:
                    hints, code = self._hints(pair_ground), outcome.rule.code
                    count[Basis.HINT, code] += hints
                    count[pair_ground.basis, code] += (
                        len(outcome.assessment.found) - outcome.accepted - hints
                    )
        for code, findings in self.singles.items():
            count.update((finding.basis, code) for finding in findings)
        return count

    def _hints(self, pair_ground: PairGround) -> int:
        """Return how many findings on a ground, not accepted, are hints though it is stronger."""
        if pair_ground.hints is None or not has_any_ties(self.graph):
            return 0
        engine, accepted = pair_engine(self.graph), acceptances(self.graph)
        return sum(
            engine.missing(i, engine.needed(i, pair_ground.ground)) >> engine.position[second] & 1
            and not accepted.of(pair_ground.rule, Case(first, (second,)))
            for first, second in pair_ground.hints(self.graph)
            for i in [engine.position[first]]
        )

    @cached_property
    def by_basis(self) -> Mapping[Basis, int]:
        """How many findings there are of each basis, strongest first; not the accepted ones."""
        count = dict.fromkeys(sorted(Basis, reverse=True), 0)
        for (basis, _code), n in self._by_basis_and_rule.items():
            count[basis] += n
        return count

    def counted(self, basis: Basis) -> "Counter[tuple[Basis, str]]":
        """Return how many findings have at least this basis, by basis and rule; not the accepted."""
        return Counter(
            {key: n for key, n in self._by_basis_and_rule.items() if n and key[0] >= basis}
        )

    def counted_new(self, basis: Basis) -> "Counter[tuple[Basis, str]]":
        """Return how many of those are new since the baseline.

        One that only other rules or another duty register found does not count.
        """
        from samordning_graph.analysis.diff import Cause

        new = {
            change.identity
            for change in (self.changes.new if self.changes else ())
            if change.cause is not Cause.RULES
        }
        with_new = {identity.rule for identity in new}
        if not new:
            return Counter()
        return Counter(
            (finding.basis, finding.identity.rule)
            for finding in self.findings(*(rule for rule in self.rules if rule.code in with_new))
            if finding.basis >= basis and finding.accepted is None and finding.identity in new
        )

    @cached_property
    def accepted_findings(self) -> tuple[Finding, ...]:
        """The findings that are accepted."""
        rules = [outcome.rule for outcome in self.outcomes if outcome.accepted]
        return (
            tuple(finding for finding in self.findings(*rules) if finding.accepted) if rules else ()
        )

    # Figures

    @cached_property
    def counts(self) -> DataCounts:
        """How much data there is."""
        return data_counts(self.graph)

    @cached_property
    def pairs(self) -> PairCounts:
        """How many pairs there are and how they are covered."""
        return pair_engine(self.graph).counts()

    @cached_property
    def pair_grounds(self) -> tuple[PairGround, ...]:
        """The grounds on which the selected rules ask two to coordinate."""
        return tuple(pair_ground for rule in self.rules for pair_ground in rule.pair_grounds)

    @cached_property
    def grounds(self) -> tuple[Ground, ...]:
        """The same as kinds of ground."""
        return tuple(pair_ground.ground for pair_ground in self.pair_grounds)

    @cached_property
    def congruence(self) -> dict[str, ThreeFigures]:
        """Coordination needed and met, per ground, for all, and for all but target groups."""
        engine = pair_engine(self.graph)
        duties = [ground for ground in self.grounds if ground in DUTY_GROUNDS]
        named = [
            ground for ground in Ground if ground in self.grounds and ground not in DUTY_GROUNDS
        ]
        figures = {str(ground): engine.congruence(ground) for ground in named}
        if duties:
            figures["duty"] = engine.congruence(*duties)
        figures["all"] = engine.congruence(*self.grounds)
        if Ground.TARGET_GROUP in self.grounds:
            remaining = [ground for ground in self.grounds if ground is not Ground.TARGET_GROUP]
            figures["all_but_target_group"] = engine.congruence(*remaining)
        return figures

    @cached_property
    def number_of_accepted_pairs(self) -> int:
        """How many pairs without documented coordination the municipality has accepted."""
        return sum(1 for _pair in self.matters.accepted_pairs())

    @cached_property
    def congruence_by_basis(self) -> dict[Basis, ThreeFigures]:
        """The same by basis, strongest first; a pair counts under the strongest of its grounds."""
        return congruence_by_basis(self.graph, self.pair_grounds)

    @cached_property
    def deciding_cells(self) -> DecidingCells:
        """What would decide the pairs that cannot be assessed."""
        of_pairs = (
            pair_ground.ground for pair_ground in self.pair_grounds if pair_ground.each_pair
        )
        return deciding_cells(self.graph, *of_pairs)


def sectors_of(graph: Graph, pair: MissingPair) -> tuple[str, str]:
    """Return the sectors of a pair, in the order of its ids."""
    return get_actor(graph, pair.first).sector, get_actor(graph, pair.second).sector
