"""What there is to talk about, numbered: one sequence for report, map, projector, meeting and sheets.

How it is decided
    Findings about the same are one matter: of a pair of actors all its grounds, with a duty that these
    two alone can meet; of another duty the duty; of two arenas, goals or sectors the two; else what the
    finding is about. The five to begin with get the first numbers: strongest basis first, then the
    best known, at most two of a rule, and of hints one, nor two about one arena, which ask nearly the same
    (rather the one about the arena than one about somebody in it). The other pairs without documented
    coordination follow, strongest ground first, and then the other matters, duties before the
    rest. What rests on law that was not checked comes last among its own, and last of all.
    What the municipality has accepted has no number.
Source
    Own definition.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, count, islice
from typing import NamedTuple, TypeAlias

from samordning_graph.analysis.to_begin_with import MOST_OF_RULE, to_begin_with
from samordning_graph.graph.bit_relation import bits
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.duties import get_duty
from samordning_graph.graph.graph import (
    Graph,
    cached_per_graph,
    cached_per_graph_and_language,
    node_row,
)
from samordning_graph.rules.accepted_gaps import acceptances
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Finding, FindingId
from samordning_graph.rules.labels import rests_on_unchecked_law, strength
from samordning_graph.rules.missing_pairs import (
    MissingPair,
    PairsOfGrounds,
    pairs_by_grounds,
    ranked,
)
from samordning_graph.rules.register import RULES, assessment_of, rule_of
from samordning_graph.rules.rule import Case, PairGround, Rule
from samordning_graph.schema.tables import Actor, Municipality

MOST_FIRST = 5
"""Matters that a meeting gets through."""

MatterKey: TypeAlias = tuple[str, ...]
"""What a matter is about: the two ids of a pair, smaller first, or the one id of anything else."""


class Matter(NamedTuple):
    """What is talked about as one, told by its strongest finding that is not accepted.

    `pair` is set where it is two actors without documented coordination.
    """

    number: int
    key: MatterKey
    finding: Finding
    pair: MissingPair | None = None


class Matters:
    """The matters of a graph, as some rules find them."""

    def __init__(self, graph: Graph, rules: Sequence[Rule] = RULES) -> None:
        self.graph = graph
        self.rules = tuple(rules)
        self._accepted = acceptances(graph)
        self._parts_by_coverage: dict[Coverage, tuple[PairsOfGrounds, ...]] = {}
        self._in_order: dict[tuple[Coverage, tuple[PairGround, ...]], list[MissingPair]] = {}

    # The sequence

    @cached_property
    def first(self) -> tuple[Matter, ...]:
        """The matters to begin with, at most `MOST_FIRST`."""
        chosen = to_begin_with(self.graph, self.ranked, MOST_FIRST, self._key)
        return tuple(
            Matter(number=number, key=key, finding=finding, pair=self._missing_pair(key))
            for number, finding in enumerate(chosen, start=1)
            for key in [self._key(finding)]
        )

    def _key(self, finding: Finding) -> MatterKey:
        return matter_key(self.graph, finding.identity)

    def pairs(self, most: int) -> list[Matter]:
        """Return the pairs without documented coordination by number, at most so many."""
        first = {matter.key: matter for matter in self.first}
        return [
            first.get((pair.first, pair.second))
            or Matter(
                number=number,
                key=(pair.first, pair.second),
                finding=self.tell_pair(pair),
                pair=pair,
            )
            for number, pair in islice(self.numbered_pairs(), most)
        ]

    def numbered_pairs(self) -> Iterator[tuple[int, MissingPair]]:
        """Yield the same with their numbers, all of them, without putting them into words.

        Those among the first come first, and then the others, strongest ground first.
        """
        yield from ((matter.number, matter.pair) for matter in self.first if matter.pair)
        first = {matter.key for matter in self.first}
        numbers = count(len(first) + 1)
        for pair in self._ranked(Coverage.NONE):
            if (pair.first, pair.second) not in first:
                yield next(numbers), pair

    def number_of_each_pair(self) -> dict[tuple[str, str], int]:
        """Return the number of each of these pairs, by its ids, smaller first."""
        return {(pair.first, pair.second): number for number, pair in self.numbered_pairs()}

    @cached_property
    def others(self) -> tuple[Matter, ...]:
        """The matters that are neither among the first nor pairs."""
        taken = {matter.key for matter in self.first}
        number = count(len(taken) + self.number_of_pairs - self._pairs_among_first + 1)
        found = []
        for finding in sorted(chain.from_iterable(self.singles.values()), key=_duties_first):
            key = self._key(finding)
            if key not in taken and self._missing_pair(key) is None:
                taken.add(key)
                found.append(Matter(number=next(number), key=key, finding=finding))
        return tuple(found)

    def numbers(self, most_pairs: int) -> dict[MatterKey, int]:
        """Return the number of each matter, of at most so many pairs."""
        numbered = chain(self.first, self.pairs(most_pairs), self.others)
        return {matter.key: matter.number for matter in numbered}

    @cached_property
    def number_of_pairs(self) -> int:
        """How many pairs are without documented coordination, and not accepted."""
        return self.strongest_pairs(Coverage.NONE, 0)[1]

    @property
    def _pairs_among_first(self) -> int:
        return sum(matter.pair is not None for matter in self.first)

    # Pairs

    def strongest_pairs(self, coverage: Coverage, most: int) -> tuple[list[MissingPair], int]:
        """Return the pairs with this coverage, strongest ground first, and how many there are.

        At most so many are returned. Pairs of which every finding is accepted are left out.
        """
        parts = self._parts(coverage)
        number = sum(
            len(part)
            if not self._may_be_accepted(part.pair_grounds)
            else sum(1 for _pair in self._not_accepted(part))
            for part in parts
        )
        return list(islice(self._ranked(coverage), most)), number

    def _parts(self, coverage: Coverage) -> tuple[PairsOfGrounds, ...]:
        if not has_any_ties(self.graph):
            return ()
        if coverage not in self._parts_by_coverage:
            parts = pairs_by_grounds(self.graph, self.rules, coverage, also_of_duties=True)
            self._parts_by_coverage[coverage] = parts
        return self._parts_by_coverage[coverage]

    def _ranked(self, coverage: Coverage) -> Iterator[MissingPair]:
        """Yield the pairs with this coverage of which a finding is not accepted, strongest first."""
        return ranked(map(self._not_accepted, self._parts(coverage)))

    def _not_accepted(self, part: PairsOfGrounds) -> Iterable[MissingPair]:
        """Return the pairs of a part, strongest first, each with the grounds that are not accepted."""
        if not any(self._accepted.any_for(of.rule) for of in part.pair_grounds):
            # All of a part rank alike but for their ids.
            return (pair for pair in part if self.ground_to_tell(pair) is not None)
        key = part.coverage, part.pair_grounds
        if key not in self._in_order:
            pairs = filter(None, map(self._without_accepted, part))
            self._in_order[key] = sorted(pairs, key=lambda pair: pair.rank)
        return self._in_order[key]

    def _without_accepted(self, pair: MissingPair) -> MissingPair | None:
        """Return a pair with the grounds that are not accepted; None where none of them can be told."""
        if self.ground_to_tell(pair) is None:
            return None
        left = tuple(of for of in pair.pair_grounds if not self._is_accepted_on(pair, of))
        return pair if len(left) == len(pair.pair_grounds) else pair._replace(pair_grounds=left)

    def _is_accepted_on(self, pair: MissingPair, pair_ground: PairGround) -> bool:
        """Return whether all that is found about a pair on a ground is accepted."""
        code = pair_ground.rule
        if not self._accepted.any_for(code):
            return False
        if pair_ground.each_pair:
            return self._accepted.of(code, pair.case) is not None
        duties = pair_ground.reason(self.graph, pair.first, pair.second).via
        assessment = assessment_of(self.graph, rule_of(code))
        of_duties = [
            case
            for case in chain(assessment.found, assessment.undetermined)
            if case.subject in duties
        ]
        return bool(of_duties) and all(self._accepted.of(code, case) for case in of_duties)

    def accepted_pairs(self) -> Iterator[MissingPair]:
        """Yield the pairs without documented coordination of which every finding is accepted."""
        for part in self._parts(Coverage.NONE):
            yield from filter(
                self.is_accepted, part if self._may_be_accepted(part.pair_grounds) else ()
            )

    def is_accepted(self, pair: MissingPair) -> bool:
        """Return whether every finding about a pair is accepted."""
        return all(self._is_accepted_on(pair, pair_ground) for pair_ground in pair.pair_grounds)

    def _may_be_accepted(self, pair_grounds: Iterable[PairGround]) -> bool:
        return all(self._accepted.any_for(pair_ground.rule) for pair_ground in pair_grounds)

    def _missing_pair(self, key: MatterKey) -> MissingPair | None:
        """Return the pair that a matter is about, if it has a ground and nothing documents it."""
        engine = pair_engine(self.graph)
        if len(key) != 2 or not engine.position.keys() >= {*key}:
            return None
        if engine.coverage(*key) is not Coverage.NONE:
            return None
        found = (part.with_pair(*key) for part in self._parts(Coverage.NONE))
        pair = next((pair for pair in found if pair is not None), None)
        return self._without_accepted(pair) if pair is not None else None

    def ground_to_tell(self, pair: MissingPair) -> PairGround | None:
        """Return the strongest ground on which the pair has a finding that is not accepted."""
        return max(
            (
                pair_ground
                for pair_ground in pair.pair_grounds
                if self._case_to_tell(pair, pair_ground) is not None
            ),
            key=lambda pair_ground: pair_ground.basis_of(self.graph, pair.first, pair.second),
            default=None,
        )

    def tell_pair(self, pair: MissingPair) -> Finding:
        """Put a pair into words, by the ground that `ground_to_tell` gives."""
        pair_ground = self.ground_to_tell(pair)
        case = self._case_to_tell(pair, pair_ground) if pair_ground is not None else None
        assert pair_ground is not None
        assert case is not None
        return rule_of(pair_ground.rule).tell(self.graph, case)

    def _case_to_tell(self, pair: MissingPair, pair_ground: PairGround) -> Case | None:
        """Return the pair as a case, or the first duty that only these two can meet."""
        code, cases = pair_ground.rule, [pair.case]
        if not pair_ground.each_pair:
            assessment = assessment_of(self.graph, rule_of(code))
            by_duty = _pairs_by_duty(self.graph)
            cases = [
                case
                for case in chain(assessment.found, assessment.undetermined)
                if by_duty.get(case.subject) == (pair.first, pair.second)
            ]
        return next((case for case in cases if not self._accepted.of(code, case)), None)

    # Findings, the strongest first

    @cached_property
    def singles(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings of each rule that is not about pairs, by its code; not the accepted ones."""
        return {
            rule.code: tuple(
                rule.tell(self.graph, case)
                for case in assessment_of(self.graph, rule).found
                if not self._accepted.of(rule.code, case)
            )
            for rule in self.rules
            if not rule.is_about_pairs
        }

    @cached_property
    def ranked(self) -> list[Finding]:
        """All findings that are not about pairs, and the strongest few of each rule that is.

        Strongest first; of two pairs that are as strong and as well known the one with most grounds.
        """
        pairs = list(chain.from_iterable(self._strongest_of_each_rule().values()))
        of_pairs = [self.tell_pair(pair) for pair in pairs]
        grounds = {
            finding.identity: len(pair.pair_grounds)
            for finding, pair in zip(of_pairs, pairs, strict=True)
        }

        def order(finding: Finding) -> tuple[tuple[int, ...], int, FindingId]:
            *strongest, identity = strength(finding)
            return tuple(strongest), -grounds.get(identity, 1), identity

        return sorted(chain(of_pairs, *self.singles.values()), key=order)

    def _strongest_of_each_rule(self) -> dict[str, list[MissingPair]]:
        """Return the strongest pairs of each rule, under the first of its rules not accepted."""
        strongest: dict[str, list[MissingPair]] = {}
        # The strongest of a rule are among the first of each part, which rank alike but for ids.
        firsts = (
            islice(self._not_accepted(part), MOST_OF_RULE) for part in self._parts(Coverage.NONE)
        )
        for pair in ranked(firsts):
            pair_ground = self.ground_to_tell(pair)
            # A duty is among the findings that are not about pairs.
            if pair_ground is not None and pair_ground.each_pair:
                of_rule = strongest.setdefault(pair_ground.rule, [])
                if len(of_rule) < MOST_OF_RULE:
                    of_rule.append(pair)
        return strongest


@cached_per_graph_and_language
def matters(graph: Graph) -> Matters:
    """Return the matters of a graph, as all rules find them."""
    return Matters(graph)


# What a finding is about


def matter_key(graph: Graph, identity: FindingId) -> MatterKey:
    """Return what the matter of a finding is about."""
    rule, ids = rule_of(identity.rule), (identity.subject, *identity.related)
    match rule.subject:
        case SubjectKind.DUTY:
            return _pairs_by_duty(graph).get(identity.subject, (identity.subject,))
        case SubjectKind.NODE if not isinstance(node_row(graph, identity.subject), Municipality):
            return tuple(sorted(ids)) if _are_two_of_a_kind(graph, ids) else (identity.subject,)
        case SubjectKind.NODE:  # the municipality as such: each rule asks about something else
            return (rule.code, identity.subject)
        case _:  # a sector or a factor may have the id of an actor
            return (rule.subject.name.lower(), *ids)


def _are_two_of_a_kind(graph: Graph, ids: Sequence[str]) -> bool:
    """Return whether these are two actors, two arenas or the like: of a unit and its arena one is told of."""
    rows = [node_row(graph, id_) for id_ in ids]
    return len(rows) == 2 and (
        type(rows[0]) is type(rows[1]) or all(isinstance(row, Actor) for row in rows)
    )


def _duties_first(finding: Finding) -> tuple[bool, bool, tuple[int, int, int, int, FindingId]]:
    is_duty = rule_of(finding.identity.rule).subject is SubjectKind.DUTY
    return rests_on_unchecked_law(finding), not is_duty, strength(finding)


@cached_per_graph
def _pairs_by_duty(graph: Graph) -> Mapping[str, tuple[str, str]]:
    """Return the two who alone can meet a duty, by the id of the duty."""
    return dict(_duties_with_pairs(graph, RULES))


def _duties_with_pairs(
    graph: Graph, rules: Iterable[Rule]
) -> Iterator[tuple[str, tuple[str, str]]]:
    engine = pair_engine(graph)
    for pair_ground in chain.from_iterable(rule.pair_grounds for rule in rules):
        if pair_ground.each_pair:
            continue
        for i in engine.related_by(pair_ground.ground):
            for step in bits(engine.needed(i, pair_ground.ground) >> (i + 1)):
                pair = engine.ids[i], engine.ids[i + 1 + step]
                for duty in pair_ground.reason(graph, *pair).via:
                    if _is_met_by_one_pair(graph, duty):
                        yield duty, pair


def _is_met_by_one_pair(graph: Graph, duty: str) -> bool:
    rows = pair_engine(graph).duty_pairs(get_duty(graph, duty), possible=True)
    return sum(partners.bit_count() for _position, partners in rows) == 1
