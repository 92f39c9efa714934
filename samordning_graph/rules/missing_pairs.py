"""Who should coordinate, gathered per pair: those not covered, and those whose coordination is documented."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import combinations
from typing import TypeAlias

from samordning_graph.graph.bit_relation import PairSet, bits
from samordning_graph.graph.coverage import PairEngine, pair_engine
from samordning_graph.graph.coverage_kind import Coverage, Ground
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.rule import Case, PairGround, Rule


@dataclass(frozen=True, slots=True)
class MissingPair:
    """Two actors that should coordinate, on these grounds, and are not covered."""

    first: str
    second: str
    coverage: Coverage
    pair_grounds: tuple[PairGround, ...]

    @property
    def case(self) -> Case:
        """The pair as the case of each rule that is about pairs."""
        return Case(self.first, (self.second,))

    @property
    def basis(self) -> Basis:
        """The strongest basis of its grounds, whoever the two are: the parts are in this order."""
        return max(pair_ground.basis for pair_ground in self.pair_grounds)

    def basis_in(self, graph: Graph) -> Basis:
        """The strongest basis on which these two are asked."""
        return max(of.basis_of(graph, self.first, self.second) for of in self.pair_grounds)

    @property
    def rank(self) -> tuple[int, int, str, str]:
        """Sort key: strongest basis first, then most grounds, then ids."""
        return (-self.basis, -len(self.pair_grounds), self.first, self.second)


def missing_pairs(graph: Graph, rules: Sequence[Rule]) -> Iterator[MissingPair]:
    """Yield every needed pair with coverage none or not assessed, by ids, one at a time."""
    engine = pair_engine(graph)
    pair_grounds = _strongest_first(rules)
    grounds = [pair_ground.ground for pair_ground in pair_grounds]
    for i in engine.related_by(*grounds):
        needed = [engine.needed(i, ground) for ground in grounds]
        needed_by_any = 0
        for row in needed:
            needed_by_any |= row
        undetermined = engine.not_assessed(i, needed_by_any)
        uncovered = engine.missing(i, needed_by_any) | undetermined
        for step in bits(uncovered >> (i + 1)):
            j = i + 1 + step
            yield MissingPair(
                engine.ids[i],
                engine.ids[j],
                Coverage.NOT_ASSESSED if undetermined >> j & 1 else Coverage.NONE,
                tuple(
                    pair_ground
                    for pair_ground, row in zip(pair_grounds, needed, strict=True)
                    if row >> j & 1
                ),
            )


@dataclass(frozen=True, slots=True)
class PairsOfGrounds(Iterable[MissingPair]):
    """The pairs that have exactly these grounds; counted without being listed."""

    pair_grounds: tuple[PairGround, ...]
    coverage: Coverage
    pairs: PairSet

    def __len__(self) -> int:
        return len(self.pairs)

    def __iter__(self) -> Iterator[MissingPair]:
        return (MissingPair(*pair, self.coverage, self.pair_grounds) for pair in self.pairs)


def pairs_by_grounds(
    graph: Graph, rules: Sequence[Rule], coverage: Coverage
) -> tuple[PairsOfGrounds, ...]:
    """Return the pairs with this coverage that are findings, divided by the grounds that they have.

    A pair that only a duty asks for is none: the duty is the finding. Each part is in the order of
    its ids, and all of a part rank alike but for them, so that the strongest pairs can be taken
    without listing the others.
    """
    engine = pair_engine(graph)
    of_coverage = engine.missing if coverage is Coverage.NONE else engine.not_assessed
    return tuple(
        PairsOfGrounds(chosen, coverage, pairs)
        for chosen, pairs in _divided(engine, rules, of_coverage)
        if any(pair_ground.each_pair for pair_ground in chosen)
    )


def documented_pairs(
    graph: Graph, rules: Sequence[Rule]
) -> Iterator[tuple[str, str, tuple[PairGround, ...]]]:
    """Yield the pairs with a ground that are linked or meet: those with most grounds first.

    Of equally many the strongest basis first, then by ids. Taken as they are asked for.
    """
    engine = pair_engine(graph)
    parts = _divided(engine, rules, engine.documented)
    for chosen, pairs in sorted(parts, key=lambda part: _most_grounds_first(part[0])):
        for first, second in pairs:
            yield first, second, chosen


def _most_grounds_first(chosen: tuple[PairGround, ...]) -> tuple[int, int]:
    return -len(chosen), -max(pair_ground.basis for pair_ground in chosen)


def ranked(parts: Iterable[Iterable[MissingPair]]) -> Iterator[MissingPair]:
    """Yield the pairs of several parts, strongest first, as they are asked for."""
    return merge(*parts, key=lambda pair: pair.rank)


def _strongest_first(rules: Sequence[Rule]) -> list[PairGround]:
    """Return the grounds of these rules, strongest basis first."""
    pair_grounds = (pair_ground for rule in rules for pair_ground in rule.pair_grounds)
    return sorted(pair_grounds, key=lambda pair_ground: (-pair_ground.basis, pair_ground.rule))


_RowsOf: TypeAlias = "dict[Ground, dict[int, int]]"


def _divided(
    engine: PairEngine, rules: Sequence[Rule], of_coverage: Callable[[int, int], int]
) -> Iterator[tuple[tuple[PairGround, ...], PairSet]]:
    """Yield each choice of grounds with the pairs that have exactly these, and such a coverage."""
    pair_grounds = _strongest_first(rules)
    # Every part asks for the rows of every ground.
    needs = {
        pair_ground.ground: {
            i: engine.needed(i, pair_ground.ground) for i in engine.related_by(pair_ground.ground)
        }
        for pair_ground in pair_grounds
    }
    for size in range(1, len(pair_grounds) + 1):
        for chosen in combinations(pair_grounds, size):
            yield chosen, _exactly(engine, chosen, needs, of_coverage)


def _exactly(
    engine: PairEngine,
    chosen: tuple[PairGround, ...],
    needs: _RowsOf,
    of_coverage: Callable[[int, int], int],
) -> PairSet:
    """Return the pairs with the chosen grounds and none of the others."""
    wanted = [pair_ground.ground for pair_ground in chosen]
    candidates, *further = (needs[ground] for ground in wanted)
    unwanted = [rows for ground, rows in needs.items() if ground not in wanted]

    def row(position: int) -> int:
        found = candidates[position]
        for rows in further:
            found &= rows.get(position, 0)
        for rows in unwanted:
            found &= ~rows.get(position, 0)
        return of_coverage(position, found) if found else 0

    return PairSet(engine.ids, list(candidates), row)
