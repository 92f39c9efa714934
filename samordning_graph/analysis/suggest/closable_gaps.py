"""Gaps that a step may close: pairs and duties with coverage none, and what each weighs.

Own definition. A *pair* is a gap when it is a finding by a ground of its own (a shared goal or
target group, a referral) and its coverage is none; what cannot be assessed is a question, not a gap.
An unmet *duty* is one gap however many pairs could meet it, closed when one of them does; one that
asks for an agreement is closed by no meeting, so it is left. What the municipality has accepted is
left out.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from samordning_graph.graph.bit_relation import PairSet, bits
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.duties import ApplicableDuty, get_duty
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.accepted_gaps import acceptances
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.missing_pairs import MissingPair
from samordning_graph.rules.register import RULES, assessment_of
from samordning_graph.rules.rule import Case, PairGround
from samordning_graph.schema.duty import Requires

WEIGHTS: Mapping[Basis, int] = {basis: 1 << (basis - 1) for basis in Basis}
"""What closing a gap counts: each basis twice the one below it, from 1 for a hint to 16 for the law.

So a step for a duty outweighs one for a few hints, but not one for very many.
"""

Rows = Mapping[int, int]
"""By the number of an actor, the mask of those with whom it makes a gap."""


@dataclass(frozen=True, slots=True)
class UnmetDuty:
    """A duty that is not documented. `partners`: who could meet it with whom, if a meeting could."""

    rule: str
    id: str
    basis: Basis
    partners: Rows = field(compare=False, repr=False)


class ClosableGaps:
    """Pairs by basis, and duties. Actors go by their number in the pair engine."""

    def __init__(
        self, ids: Sequence[str], pairs: Mapping[Basis, Rows], duties: Sequence[UnmetDuty]
    ) -> None:
        self._ids = ids
        self._pairs = {basis: pairs[basis] for basis in sorted(pairs, reverse=True)}
        self._weighted = [(WEIGHTS[basis], rows) for basis, rows in self._pairs.items()]
        self.duties = tuple(duties)
        self._duties_of: dict[int, list[UnmetDuty]] = defaultdict(list)
        for duty in self.duties:
            for position in duty.partners:
                self._duties_of[position].append(duty)

    def __bool__(self) -> bool:
        return bool(self.duties) or any(any(rows.values()) for rows in self._pairs.values())

    def pairs(self, *bases: Basis) -> PairSet:
        """Return the pairs with any of these bases; with any at all, without one."""
        chosen = [self._pairs[basis] for basis in bases or self._pairs if basis in self._pairs]

        def row(position: int) -> int:
            return _union(rows.get(position, 0) for rows in chosen)

        return PairSet(self._ids, sorted({position for rows in chosen for position in rows}), row)

    def contacts(self, duty: UnmetDuty | None = None) -> PairSet:
        """Return everyone who has a gap with whom; only for a duty, if one is given."""
        if duty is not None:
            return PairSet(self._ids, sorted(duty.partners), lambda i: duty.partners.get(i, 0))
        return PairSet(self._ids, list(self.positions()), self.near)

    @cached_property
    def weight(self) -> int:
        """What closing all of them counts."""
        return sum(len(self.pairs(basis)) * WEIGHTS[basis] for basis in self._pairs) + sum(
            WEIGHTS[duty.basis] for duty in self.duties
        )

    def near(self, position: int) -> int:
        """Return those with whom an actor has a gap."""
        duties = (duty.partners[position] for duty in self._duties_of.get(position, ()))
        return _union((*(rows.get(position, 0) for rows in self._pairs.values()), *duties))

    def positions(self) -> Iterator[int]:
        """Yield the numbers of those who have a gap with anyone."""
        everyone = {position for rows in self._pairs.values() for position in rows} | set(
            self._duties_of
        )
        return (position for position in sorted(everyone) if self.near(position))

    def weigh(self, actors: Sequence[int], partners: int) -> int:
        """Return the weight of the gaps between actors and a mask of partners, which do not overlap."""
        weight = 0
        for gap_weight, rows in self._weighted:
            for position in actors:
                if position in rows:
                    weight += gap_weight * (rows[position] & partners).bit_count()
        if self._duties_of:
            weight += sum(WEIGHTS[duty.basis] for duty in self._duties_met(actors, partners))
        return weight

    def weights(self, position: int) -> Iterator[tuple[int, int]]:
        """Yield (partner, weight) of each gap of an actor; a duty once for each who could meet it."""
        for weight, rows in self._weighted:
            for partner in bits(rows.get(position, 0)):
                yield partner, weight
        for duty in self._duties_of.get(position, ()):
            for partner in bits(duty.partners[position]):
                yield partner, WEIGHTS[duty.basis]

    def between(self, actors: Sequence[int], partners: int) -> "ClosableGaps":
        """Return the gaps between actors and a mask of partners, with the pairs that meet a duty."""
        return ClosableGaps(
            self._ids,
            {
                basis: _symmetric({actor: rows.get(actor, 0) & partners for actor in actors})
                for basis, rows in self._pairs.items()
            },
            [
                replace(
                    duty,
                    partners=_symmetric(
                        {actor: duty.partners.get(actor, 0) & partners for actor in actors}
                    ),
                )
                for duty in self._duties_met(actors, partners)
            ],
        )

    def among(self, group: int) -> "ClosableGaps":
        """Return the gaps with both ends in a group."""
        duties = (replace(duty, partners=_within(duty.partners, group)) for duty in self.duties)
        return ClosableGaps(
            self._ids,
            {basis: _within(rows, group) for basis, rows in self._pairs.items()},
            [duty for duty in duties if duty.partners],
        )

    def without(self, closed: "ClosableGaps") -> "ClosableGaps":
        """Return the gaps that are left when some are closed. A duty is closed by any pair."""
        left = {basis: dict(rows) for basis, rows in self._pairs.items()}
        for basis, rows in closed._pairs.items():
            for position, row in rows.items():
                left[basis][position] &= ~row
        return ClosableGaps(
            self._ids, left, [duty for duty in self.duties if duty not in closed.duties]
        )

    def _duties_met(self, actors: Sequence[int], partners: int) -> list[UnmetDuty]:
        return list(
            dict.fromkeys(
                duty
                for position in actors
                for duty in self._duties_of.get(position, ())
                if duty.partners[position] & partners
            )
        )


def _union(masks: "Iterator[int] | Sequence[int]") -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union


def _symmetric(rows: Rows) -> Rows:
    """Return rows seen from both ends; empty ones are left out."""
    symmetric: dict[int, int] = defaultdict(int)
    for position, row in rows.items():
        for partner in bits(row):
            symmetric[position] |= 1 << partner
            symmetric[partner] |= 1 << position
    return symmetric


def _within(rows: Rows, group: int) -> Rows:
    inside = {actor: rows[actor] & group for actor in bits(group) if actor in rows}
    return {actor: row for actor, row in inside.items() if row}


# From a graph


def gaps_of(graph: Graph) -> ClosableGaps:
    """Return the gaps of a municipality; none where no tie at all is filled in."""
    if not has_any_ties(graph):
        return ClosableGaps((), {}, ())
    engine = pair_engine(graph)
    pairs: dict[Basis, dict[int, int]] = {}
    taken: dict[int, int] = defaultdict(int)
    for pair_ground in pair_grounds():
        accepted = _accepted_pairs(graph, pair_ground)
        rows = pairs.setdefault(pair_ground.basis, {})
        for i in engine.related_by(pair_ground.ground):
            missing = engine.missing(i, engine.needed(i, pair_ground.ground))
            row = missing & ~taken[i] & ~accepted.get(i, 0)
            if row:
                rows[i] = rows.get(i, 0) | row
                taken[i] |= row
    return ClosableGaps(engine.ids, pairs, tuple(_unmet_duties(graph)))


def pair_grounds() -> list[PairGround]:
    """Return the grounds of which every pair is a finding, strongest basis first."""
    each = (
        pair_ground for rule in RULES for pair_ground in rule.pair_grounds if pair_ground.each_pair
    )
    return sorted(each, key=lambda pair_ground: (-pair_ground.basis, pair_ground.rule))


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
    for rule in RULES:
        if rule.pair_grounds and not rule.is_about_pairs:
            for case in assessment_of(graph, rule).found:
                if accepted.of(rule.code, case) is None:
                    partners = _partners(graph, get_duty(graph, case.subject))
                    basis = rule.tell(graph, case).basis
                    yield UnmetDuty(rule.code, case.subject, basis, partners)


def _partners(graph: Graph, duty: ApplicableDuty) -> Rows:
    if duty.requires is Requires.AGREEMENT:
        return {}
    return _symmetric(dict(pair_engine(graph).duty_pairs(duty)))


def as_missing_pairs(graph: Graph, gaps: ClosableGaps) -> list[MissingPair]:
    """Return the pairs of these gaps with the grounds on which they are findings, strongest first."""
    engine, accepted = pair_engine(graph), acceptances(graph)

    def grounds(first: str, second: str) -> tuple[PairGround, ...]:
        case = Case(first, (second,))
        i, j = engine.position[first], engine.position[second]
        return tuple(
            pair_ground
            for pair_ground in pair_grounds()
            if engine.needed(i, pair_ground.ground) >> j & 1
            and accepted.of(pair_ground.rule, case) is None
        )

    pairs = (MissingPair(*pair, Coverage.NONE, grounds(*pair)) for pair in gaps.pairs())
    return sorted(pairs, key=lambda pair: pair.rank)
