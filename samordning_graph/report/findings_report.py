"""The report: what every format shows, worked out once and in no language's layout."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice

from samordning_graph.analysis.clauses import Clause, clauses
from samordning_graph.analysis.diff import Diff
from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.graph.contact import any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import DUTIES, Coverage, Ground
from samordning_graph.graph.deciding_cells import DecidingCells, deciding_cells
from samordning_graph.graph.graph import Graph, actor, actors, model_of, name, options_of, words_of
from samordning_graph.graph.links import links
from samordning_graph.graph.pair_figures import Congruence, PairCounts
from samordning_graph.graph.participation import excluded_arenas, working_arenas
from samordning_graph.rules.accepted_gaps import Acceptances, acceptances
from samordning_graph.rules.finding import Basis, Finding
from samordning_graph.rules.finding_text import exclusion_reason
from samordning_graph.rules.labels import strength
from samordning_graph.rules.missing_pairs import (
    MissingPair,
    PairsOfGrounds,
    missing_pairs,
    pairs_by_grounds,
    ranked,
)
from samordning_graph.rules.register import RULES, assessment_of, rule_of
from samordning_graph.rules.rule import Assessment, PairGround, Rule
from samordning_graph.schema.model import Model
from samordning_graph.schema.problem import Problem
from samordning_graph.schema.problem_kinds import UNUSED_ACCEPTANCE
from samordning_graph.schema.tables import (
    Arena,
    Challenge,
    ExternalActor,
    Goal,
    Link,
    Participation,
    Plan,
    Referral,
    Unit,
)

ALONE_COVERS = 4
"""An arena that alone covers more than one in this many of the covered pairs is named."""
MOST_OF_A_RULE = 2
"""Of what matters most, at most so many findings are of one rule."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A rule, what it saw, and how many of its findings are accepted."""

    rule: Rule
    assessment: Assessment
    accepted: int

    @property
    def is_assessed(self) -> bool:
        """Whether anything could be assessed."""
        return self.assessment.examined > 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How much data there is (`participations`: actor–arena pairs; `links`: pairs of actors)."""

    units: int
    external_actors: int
    arenas: int
    working_arenas: int
    participations: int
    links: int
    agreements: int
    referrals: int
    goals: int
    plans: int
    challenges: int


class Report:
    """One municipality's report. `rules` is what was selected, `changes` those since a baseline."""

    def __init__(
        self, graph: Graph, rules: Sequence[Rule] = RULES, changes: Diff | None = None
    ) -> None:
        self.graph = graph
        self.changes = changes
        self.rules = tuple(rule for rule in RULES if rule in rules)
        self.narrowed = len(self.rules) < len(RULES)

    @property
    def model(self) -> Model:
        """The data of the report."""
        return model_of(self.graph)

    # Rules and findings

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The status of § 5, whatever rules were selected."""
        return clauses(self.graph)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What each rule saw, in the order of the register."""
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

    def findings(self, *rules: Rule) -> Iterator[Finding]:
        """Yield the findings of some rules (of all, without any), sorted by identity."""
        accepted = acceptances(self.graph)
        for outcome in sorted(self.outcomes, key=lambda one: one.rule.code):
            if rules and outcome.rule not in rules:
                continue
            for case in outcome.assessment.found:
                finding = outcome.rule.tell(self.graph, case)
                acceptance = accepted.of(outcome.rule.code, case)
                yield replace(finding, accepted=acceptance) if acceptance else finding

    def missing_pairs(self) -> Iterator[MissingPair]:
        """Yield the needed pairs that are not covered, by ids."""
        if any_ties(self.graph):
            yield from missing_pairs(self.graph, self.rules)

    def strongest_pairs(self, coverage: Coverage, most: int) -> tuple[list[MissingPair], int]:
        """Return the pairs with this coverage, strongest ground first, and how many there are.

        At most so many are returned. Pairs of which every finding is accepted are left out.
        """
        parts = self._parts(coverage)
        count = sum(
            len(part)
            if not all(
                self._acceptances.any_for(why.rule) for why in part.pair_grounds if why.each_pair
            )
            else sum(1 for _pair in self._not_accepted(part))
            for part in parts
        )
        return list(islice(ranked(self._not_accepted(part) for part in parts), most)), count

    def _parts(self, coverage: Coverage) -> tuple[PairsOfGrounds, ...]:
        return pairs_by_grounds(self.graph, self.rules, coverage) if any_ties(self.graph) else ()

    def _not_accepted(self, part: PairsOfGrounds) -> Iterator[MissingPair]:
        return (pair for pair in part if self.why_to_tell(pair) is not None)

    def why_to_tell(self, pair: MissingPair) -> PairGround | None:
        """Return the strongest ground on which the pair is a finding that is not accepted."""
        accepted = self._acceptances
        findings = (why for why in pair.pair_grounds if why.each_pair)
        return next((one for one in findings if not accepted.of(one.rule, pair.case)), None)

    def tell_pair(self, pair: MissingPair) -> Finding:
        """Put a pair into words, by the ground that `why_to_tell` gives."""
        why = self.why_to_tell(pair)
        assert why is not None
        return rule_of(why.rule).tell(self.graph, pair.case)

    @property
    def _acceptances(self) -> Acceptances:
        return acceptances(self.graph)

    @cached_property
    def singles(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings of each rule that is not about pairs, by its code; not the accepted ones."""
        rules = [outcome.rule for outcome in self.outcomes if not outcome.rule.is_about_pairs]
        return {
            rule.code: tuple(one for one in self.findings(rule) if one.accepted is None)
            for rule in rules
        }

    @cached_property
    def by_basis(self) -> Mapping[Basis, int]:
        """How many findings there are of each basis, strongest first; not the accepted ones.

        Pairs are counted and not told: each has the basis of the ground that its rule is about.
        """
        count = dict.fromkeys(sorted(Basis, reverse=True), 0)
        for outcome in self.outcomes:
            for why in outcome.rule.pair_grounds:
                if why.each_pair:
                    count[why.basis] += len(outcome.assessment.found) - outcome.accepted
        for told in self.singles.values():
            for finding in told:
                count[finding.basis] += 1
        return count

    def reaches(self, basis: Basis) -> bool:
        """Return whether a finding that is not accepted has at least this basis."""
        return any(count for one, count in self.by_basis.items() if one >= basis)

    @cached_property
    def accepted_findings(self) -> tuple[Finding, ...]:
        """The findings that are accepted."""
        rules = [outcome.rule for outcome in self.outcomes if outcome.accepted]
        return tuple(one for one in self.findings(*rules) if one.accepted) if rules else ()

    # Figures

    @cached_property
    def counts(self) -> Counts:
        """How much data there is."""
        model = self.model
        return Counts(
            units=len(model.all(Unit)),
            external_actors=len(model.all(ExternalActor)),
            arenas=len(model.all(Arena)),
            working_arenas=len(working_arenas(self.graph)),
            participations=len({(row.actor, row.arena) for row in model.all(Participation)}),
            links=len(
                {
                    frozenset((row.from_, row.to))
                    for row in model.all(Link)
                    if row.strength or not row.agreement
                }
                | {frozenset(pair) for pair in links(self.graph)}
            ),
            agreements=len(
                {frozenset((row.from_, row.to)) for row in model.all(Link) if row.agreement}
            ),
            referrals=len({(row.from_, row.to, row.target_group) for row in model.all(Referral)}),
            goals=len(model.all(Goal)),
            plans=len(model.all(Plan)),
            challenges=len(model.all(Challenge)),
        )

    @cached_property
    def pairs(self) -> PairCounts:
        """How many pairs there are and how they are covered."""
        return pair_engine(self.graph).counts()

    @cached_property
    def grounds(self) -> tuple[Ground, ...]:
        """The grounds that the selected rules are about."""
        return tuple(why.ground for rule in self.rules for why in rule.pair_grounds)

    @cached_property
    def congruence(self) -> dict[str, Congruence]:
        """Coordination needed and met, per ground, for all, and for all but target groups."""
        engine = pair_engine(self.graph)
        duties = [ground for ground in self.grounds if ground in DUTIES]
        named = [ground for ground in Ground if ground in self.grounds and ground not in DUTIES]
        figures = {str(ground): engine.congruence(ground) for ground in named}
        if duties:
            figures["duty"] = engine.congruence(*duties)
        figures["all"] = engine.congruence(*self.grounds)
        if Ground.TARGET_GROUP in self.grounds:
            others = [ground for ground in self.grounds if ground is not Ground.TARGET_GROUP]
            figures["all_but_target_group"] = engine.congruence(*others)
        return figures

    @cached_property
    def congruence_by_basis(self) -> dict[Basis, Congruence]:
        """The same by basis, strongest first; a pair counts under the strongest of its grounds.

        The pairs of a basis are those of it and all stronger ones, less those of the stronger.
        """
        pair_grounds = [why for rule in self.rules for why in rule.pair_grounds]
        engine, figures = pair_engine(self.graph), {}
        stronger = engine.congruence()
        for basis in sorted({why.basis for why in pair_grounds}, reverse=True):
            grounds = (why.ground for why in pair_grounds if why.basis >= basis)
            as_strong = engine.congruence(*grounds)
            figures[basis] = as_strong - stronger
            stronger = as_strong
        return figures

    @cached_property
    def undecided(self) -> DecidingCells:
        """What would decide the pairs that cannot be assessed."""
        pairs = (why.ground for rule in self.rules for why in rule.pair_grounds if why.each_pair)
        return deciding_cells(self.graph, *pairs)

    # Notes

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What was left out or stands out, and what it would change."""
        return (*self._about_arenas(), *self._about_grounds(), *self._about_selection())

    def _about_arenas(self) -> Iterator[str]:
        graph, arenas = self.graph, working_arenas(self.graph)
        for reason in sorted(set(excluded_arenas(graph).values())):
            left_out = [one for one, why in excluded_arenas(graph).items() if why == reason]
            yield _("Not counted as working arenas ({reason}): {arenas}.").format(
                reason=exclusion_reason(reason),
                arenas=listed([name(graph, one) for one in left_out]),
            )
        without_kind = [one.name for one in arenas if one.kind is None]
        if without_kind:
            yield ngettext(
                "{n} arena has no kind and counts as a working arena: {arenas}.",
                "{n} arenas have no kind and count as working arenas: {arenas}.",
                len(without_kind),
            ).format(n=len(without_kind), arenas=listed(without_kind))
        if options_of(graph).min_meetings is not None:
            unknown = [one.name for one in arenas if one.meetings_per_year is None]
            if unknown:
                yield _("How often these meet is not known, so they stay in: {arenas}.").format(
                    arenas=listed(unknown)
                )
        covered = self.pairs.direct + self.pairs.arena
        for arena_id, alone in sorted(pair_engine(graph).covered_only_by().items()):
            if alone * ALONE_COVERS > covered:
                yield _(
                    "Without {arena}, {part} of the {whole} covered pairs across sectors would have"
                    " no documented coordination."
                ).format(arena=name(graph, arena_id), part=alone, whole=covered)
        silent = [one for one in arenas if one.participants_complete is None]
        if silent:
            yield ngettext(
                "{n} working arena does not say whether its participant list is complete.",
                "{n} working arenas do not say whether their participant lists are complete.",
                len(silent),
            ).format(n=len(silent)) + self._decided_by(self.undecided.by_empty_cells)

    def _decided_by(self, pairs: int) -> str:
        if not pairs:
            return ""
        return " " + ngettext(
            "Filling that in would decide {n} of the pairs that cannot be assessed.",
            "Filling that in would decide {n} of the pairs that cannot be assessed.",
            pairs,
        ).format(n=pairs)

    def _about_grounds(self) -> Iterator[str]:
        everyone = actors(self.graph)
        groups = words_of(self.graph, "target_group")
        served = [group for one in everyone for group in one.target_groups]
        for group in sorted(set(served)):
            if served.count(group) * 2 > len(everyone):
                yield _(
                    "More than half of the actors ({n}) serve the target group {group}, so it makes"
                    " pairs of nearly everybody. See the figures without target groups."
                ).format(n=served.count(group), group=groups[group].name)

    def _about_selection(self) -> Iterator[str]:
        if self.narrowed:
            yield _("Only these rules were run: {rules}.").format(
                rules=", ".join(rule.code for rule in self.rules)
            )
        accepted = acceptances(self.graph)
        for outcome in self.outcomes:
            expired = accepted.expired(outcome.rule.code, outcome.assessment.found)
            for gap in sorted(expired, key=lambda one: one.place):
                if gap.expires:
                    yield _(
                        "The acceptance of {code} {subject} expired on {date}; the finding counts"
                        " again."
                    ).format(code=gap.code, subject=gap.subject, date=in_words(gap.expires))

    def unused_acceptances(self) -> Iterator[Problem]:
        """Yield a warning for each accepted gap that fits no finding of the selected rules."""
        accepted = acceptances(self.graph)
        used = {
            outcome.rule.code: accepted.used(outcome.rule.code, outcome.assessment.found)
            for outcome in self.outcomes
        }
        known = {rule.code for rule in RULES}
        for gap, _subject, _related in accepted.gaps:
            code = gap.code.upper()
            if code in known and code not in used:
                continue  # the rule was not selected
            if gap not in used.get(code, ()):
                yield Problem(
                    UNUSED_ACCEPTANCE,
                    gap.place,
                    _("the accepted gap {code} «{subject}» fits no finding.").format(
                        code=gap.code, subject=gap.subject
                    ),
                    value=gap.subject,
                )

    # The meeting

    def most_important(self, most: int = 5) -> list[Finding]:
        """Return the findings to begin with: strongest basis, best known, at most two of a rule.

        Of hints at most one of a rule. A pair is told once, by its strongest ground that is not
        accepted.
        """
        chosen: list[Finding] = []
        per_rule: dict[str, int] = {}
        for finding in self.ranked:
            rule = finding.identity.rule
            if per_rule.get(rule, 0) >= (1 if finding.basis is Basis.HINT else MOST_OF_A_RULE):
                continue
            per_rule[rule] = per_rule.get(rule, 0) + 1
            chosen.append(finding)
            if len(chosen) == most:
                break
        return chosen

    @cached_property
    def ranked(self) -> list[Finding]:
        """The findings to begin with and all that are not about pairs, strongest first.

        Accepted ones are left out; of each rule about pairs only the strongest few are told.
        """
        pairs = [
            self.tell_pair(pair)
            for strongest in self._strongest_of_each_rule().values()
            for pair in strongest
        ]
        return sorted(
            (*pairs, *chain.from_iterable(self.singles.values())),
            key=strength,
        )

    def _strongest_of_each_rule(self) -> dict[str, list[MissingPair]]:
        """Return the strongest pairs of each rule, under the first of its rules not accepted."""
        strongest: dict[str, list[MissingPair]] = {}
        # The strongest of a rule are among the first of each part, which rank alike but for ids.
        firsts = (
            islice(self._not_accepted(part), MOST_OF_A_RULE) for part in self._parts(Coverage.NONE)
        )
        for pair in ranked(firsts):
            why = self.why_to_tell(pair)
            if why is not None and len(strongest.setdefault(why.rule, [])) < MOST_OF_A_RULE:
                strongest[why.rule].append(pair)
        return strongest


def sectors_of(graph: Graph, pair: MissingPair) -> tuple[str, str]:
    """Return the sectors of a pair, in the order of its ids."""
    return actor(graph, pair.first).sector, actor(graph, pair.second).sector
