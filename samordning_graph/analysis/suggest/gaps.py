"""Gaps that a step may close: pairs and duties with coverage none, and what each weighs.

Own definition. A *pair* is a gap when it is a finding by a ground of its own (a shared goal or
target group, a referral) and its coverage is none; what cannot be assessed is a question, not a gap.
An unmet *duty* is one gap however many pairs could meet it, closed when one of them does; one that
was not checked against the law drives no step, and is none. What the municipality has accepted is
left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from samordning_graph.graph.bit_relation import PairSet, bits
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.duties import get_duty, is_checked
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.accepted_gaps import acceptances
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.missing_pairs import MissingPair, needs_by_basis
from samordning_graph.rules.register import RULES, assessment_of
from samordning_graph.rules.rule import Case, PairGround, Rule
from samordning_graph.rules.shared.duty_rule import duty_partners
from samordning_graph.schema.duty import Requires

WEIGHTS: Mapping[Basis, int] = {basis: 1 << (basis - 1) for basis in Basis}
"""What closing a gap counts: each basis twice the one below it, from 1 for a hint to 16 for the law.

So a step for a duty outweighs one for a few hints, but not one for very many.
"""

Rows = Mapping[int, int]
"""By the number of an actor, the mask of those with whom it makes a gap."""


@dataclass(frozen=True, slots=True)
class UnmetDuty:
    """A duty that is not documented. `partners`: who could meet it with whom, if a meeting can."""

    rule: str
    id: str
    basis: Basis
    partners: Rows = field(compare=False, repr=False)


class Gaps:
    """Pairs by basis, and duties. Actors go by their number in the pair engine."""

    def __init__(
        self,
        ids: Sequence[str],
        pairs: Mapping[Basis, Rows],
        duties: Iterable[UnmetDuty] = (),
    ) -> None:
        self._ids = ids
        self._pairs = {basis: pairs[basis] for basis in sorted(pairs, reverse=True)}
        self.duties = tuple(duties)

    def __bool__(self) -> bool:
        return bool(self.duties) or any(any(rows.values()) for rows in self._pairs.values())

    @cached_property
    def rows(self) -> Rows:
        """The pairs of every basis, seen from both ends."""
        rows: dict[int, int] = defaultdict(int)
        for of_basis in self._pairs.values():
            for number, row in of_basis.items():
                rows[number] |= row
        return rows

    def pairs(self, *bases: Basis) -> PairSet:
        """Return the pairs with any of these bases; with any at all, without one."""
        chosen = [self._pairs[basis] for basis in bases or self._pairs if basis in self._pairs]

        def row(number: int) -> int:
            union = 0
            for rows in chosen:
                union |= rows.get(number, 0)
            return union

        return PairSet(self._ids, sorted({number for rows in chosen for number in rows}), row)

    @cached_property
    def weight(self) -> int:
        """What closing all of them counts."""
        return sum(len(self.pairs(basis)) * WEIGHTS[basis] for basis in self._pairs) + sum(
            WEIGHTS[duty.basis] for duty in self.duties
        )

    def weight_of_pairs(self, number: int, partners: int) -> int:
        """Return what the pairs of an actor with some partners count."""
        return sum(
            WEIGHTS[basis] * (rows.get(number, 0) & partners).bit_count()
            for basis, rows in self._pairs.items()
        )

    def between(self, rows: Rows, duties: Iterable[UnmetDuty] = ()) -> "Gaps":
        """Return the pairs that these rows name, from one end at least, and some duties."""
        both_ends = _symmetric(rows)
        pairs = {
            basis: {number: of_basis.get(number, 0) & row for number, row in both_ends.items()}
            for basis, of_basis in self._pairs.items()
        }
        return Gaps(self._ids, pairs, duties)

    def among(self, group: int) -> "Gaps":
        """Return the gaps that those in a group could close between them."""
        pairs = {
            basis: {number: rows[number] & group for number in bits(group) if number in rows}
            for basis, rows in self._pairs.items()
        }
        return Gaps(
            self._ids,
            pairs,
            [
                duty
                for duty in self.duties
                if any(duty.partners.get(number, 0) & group for number in bits(group))
            ],
        )

    def without(self, *closed: "Gaps") -> "Gaps":
        """Return the gaps that are left when some are closed."""
        left = {basis: dict(rows) for basis, rows in self._pairs.items()}
        for gaps in closed:
            for basis, rows in gaps._pairs.items():
                for number, row in rows.items():
                    if row and number in left[basis]:
                        left[basis][number] &= ~row
        duties = {duty for gaps in closed for duty in gaps.duties}
        return Gaps(self._ids, left, (duty for duty in self.duties if duty not in duties))

    def plus(self, others: "Gaps") -> "Gaps":
        """Return these gaps and others of the same municipality."""
        pairs = {
            basis: {
                number: self._pairs.get(basis, {}).get(number, 0)
                | others._pairs[basis].get(number, 0)
                for number in {*self._pairs.get(basis, {}), *others._pairs[basis]}
            }
            for basis in others._pairs
        }
        return Gaps(self._ids, pairs, dict.fromkeys((*self.duties, *others.duties)))


def _symmetric(rows: Rows) -> Rows:
    """Return rows seen from both ends."""
    symmetric: dict[int, int] = defaultdict(int)
    for number, row in rows.items():
        symmetric[number] |= row
        for partner in bits(row):
            symmetric[partner] |= 1 << number
    return symmetric


# From a graph


def gaps_of(graph: Graph) -> Gaps:
    """Return the gaps of a municipality; none where no tie at all is filled in."""
    if not has_any_ties(graph):
        return Gaps((), {})
    engine = pair_engine(graph)
    pairs: dict[Basis, dict[int, int]] = {}
    taken: dict[int, int] = defaultdict(int)
    for need in needs_by_basis(graph, pair_grounds()):
        pair_ground = need.pair_ground
        accepted = _accepted_pairs(graph, pair_ground)
        rows = pairs.setdefault(pair_ground.basis, {})
        for i in engine.related_by(pair_ground.ground):
            missing = engine.missing(i, need.row(i))
            row = missing & ~taken[i] & ~accepted.get(i, 0)
            if row:
                rows[i] = rows.get(i, 0) | row
                taken[i] |= row
    return Gaps(engine.ids, pairs, _unmet_duties(graph))


def accepted_gaps(graph: Graph, gaps: Gaps) -> tuple[int, int]:
    """Return how many pairs and duties are none of the gaps because the municipality accepted them."""
    if not has_any_ties(graph):
        return 0, 0
    missing = pair_engine(graph).missing_pairs(*(ground.ground for ground in pair_grounds()))
    unmet = sum(_may_be_gap(graph, case) for _rule, case in _duties_not_met(graph))
    return len(missing) - len(gaps.pairs()), unmet - len(gaps.duties)


def pair_grounds() -> list[PairGround]:
    """Return the grounds of which every pair is a finding."""
    return [
        pair_ground for rule in RULES for pair_ground in rule.pair_grounds if pair_ground.each_pair
    ]


def _accepted_pairs(graph: Graph, pair_ground: PairGround) -> Rows:
    accepted = acceptances(graph)
    if not accepted.any_for(pair_ground.rule):
        return {}
    engine = pair_engine(graph)
    rows: dict[int, int] = defaultdict(int)
    for first, second in engine.missing_pairs(pair_ground.ground):
        if accepted.of(pair_ground.rule, Case(first, (second,))):
            i, j = engine.position[first], engine.position[second]
            rows[i] |= 1 << j
            rows[j] |= 1 << i
    return rows


def _unmet_duties(graph: Graph) -> Iterator[UnmetDuty]:
    accepted = acceptances(graph)
    for rule, case in _duties_not_met(graph):
        if _may_be_gap(graph, case) and accepted.of(rule.code, case) is None:
            duty = get_duty(graph, case.subject)
            basis = rule.tell(graph, case).basis
            by_meeting = duty.requires is not Requires.AGREEMENT
            partners = duty_partners(graph, duty) if by_meeting else {}
            yield UnmetDuty(rule.code, duty.id, basis, partners)


def _duties_not_met(graph: Graph) -> Iterator[tuple[Rule, Case]]:
    for rule in RULES:
        if rule.pair_grounds and not rule.is_about_pairs:
            yield from ((rule, case) for case in assessment_of(graph, rule).found)


def _may_be_gap(graph: Graph, case: Case) -> bool:
    return is_checked(get_duty(graph, case.subject))


def as_missing_pairs(graph: Graph, gaps: Gaps) -> list[MissingPair]:
    """Return the pairs of these gaps with the grounds on which they are findings, strongest first."""
    engine, accepted = pair_engine(graph), acceptances(graph)
    needs = needs_by_basis(graph, pair_grounds())

    def grounds(first: str, second: str) -> tuple[PairGround, ...]:
        case = Case(first, (second,))
        i, j = engine.position[first], engine.position[second]
        return tuple(
            need.pair_ground
            for need in needs
            if need.row(i) >> j & 1 and accepted.of(need.pair_ground.rule, case) is None
        )

    pairs = (MissingPair(*pair, Coverage.NONE, grounds(*pair)) for pair in gaps.pairs())
    return sorted(pairs, key=lambda pair: pair.rank)
