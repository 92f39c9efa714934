"""The findings of the rules about pairs, gathered per pair: strongest ground first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import combinations

from samordning_graph.coverage import PairEngine, pair_engine
from samordning_graph.finding import Basis, Coverage
from samordning_graph.graph import Graph
from samordning_graph.relation import PairSet, bits
from samordning_graph.rules.rule import Case, Rule


@dataclass(frozen=True, slots=True)
class MissingPair:
    """Two actors that should coordinate, on the grounds of these rules, and are not covered."""

    one: str
    other: str
    coverage: Coverage
    rules: tuple[Rule, ...]

    @property
    def case(self) -> Case:
        """The pair as the case of each of its rules."""
        return Case(self.one, (self.other,))

    @property
    def basis(self) -> Basis:
        """The strongest basis of its grounds."""
        return max(rule.why.basis for rule in self.rules if rule.why)

    @property
    def rank(self) -> tuple[int, int, str, str]:
        """Sort key: strongest basis first, then most grounds, then ids."""
        return (-self.basis, -len(self.rules), self.one, self.other)


def missing_pairs(graph: Graph, rules: Sequence[Rule]) -> Iterator[MissingPair]:
    """Yield every needed pair with coverage none or not assessed, by ids, one at a time."""
    engine = pair_engine(graph)
    about_pairs = _about_pairs(rules)
    grounds = [rule.why.ground for rule in about_pairs if rule.why]
    for i in engine.related_by(*grounds):
        needed = [engine.needed(i, ground) for ground in grounds]
        every = 0
        for row in needed:
            every |= row
        open_ = engine.not_assessed(i, every)
        either = engine.missing(i, every) | open_
        for step in bits(either >> (i + 1)):
            j = i + 1 + step
            yield MissingPair(
                engine.ids[i],
                engine.ids[j],
                Coverage.NOT_ASSESSED if open_ >> j & 1 else Coverage.NONE,
                tuple(rule for rule, row in zip(about_pairs, needed, strict=True) if row >> j & 1),
            )


@dataclass(frozen=True, slots=True)
class PairsOfRules(Iterable[MissingPair]):
    """The pairs that have the grounds of exactly these rules; counted without being listed."""

    rules: tuple[Rule, ...]
    coverage: Coverage
    pairs: PairSet

    def __len__(self) -> int:
        return len(self.pairs)

    def __iter__(self) -> Iterator[MissingPair]:
        return (MissingPair(*pair, self.coverage, self.rules) for pair in self.pairs)


def pairs_by_rules(
    graph: Graph, rules: Sequence[Rule], coverage: Coverage
) -> tuple[PairsOfRules, ...]:
    """Return the pairs with this coverage, parted by which rules they have the grounds of.

    Each part is in the order of its ids, and all of a part rank alike but for them, so that the
    strongest pairs can be taken without listing the others.
    """
    engine = pair_engine(graph)
    about_pairs = _about_pairs(rules)
    return tuple(
        PairsOfRules(chosen, coverage, _exactly(engine, chosen, about_pairs, coverage))
        for size in range(1, len(about_pairs) + 1)
        for chosen in combinations(about_pairs, size)
    )


def ranked(parts: Iterable[Iterable[MissingPair]]) -> Iterator[MissingPair]:
    """Yield the pairs of several parts, strongest first, as they are asked for."""
    return merge(*parts, key=lambda pair: pair.rank)


def _about_pairs(rules: Sequence[Rule]) -> list[Rule]:
    """Return the rules about pairs, strongest basis first."""
    return sorted(
        (rule for rule in rules if rule.why),
        key=lambda rule: (-rule.why.basis if rule.why else 0, rule.code),
    )


def _exactly(
    engine: PairEngine, chosen: tuple[Rule, ...], every: list[Rule], coverage: Coverage
) -> PairSet:
    """Return the pairs with the grounds of the chosen rules and of none of the others."""
    wanted = [rule.why.ground for rule in chosen if rule.why]
    unwanted = [rule.why.ground for rule in every if rule.why and rule not in chosen]
    of_coverage = engine.missing if coverage is Coverage.NONE else engine.not_assessed

    def row(position: int) -> int:
        found = engine.needed(position, wanted[0])
        for ground in wanted[1:]:
            found &= engine.needed(position, ground)
        return of_coverage(position, found & ~engine.needed(position, *unwanted)) if found else 0

    return PairSet(engine.ids, engine.related_by(wanted[0]), row)
