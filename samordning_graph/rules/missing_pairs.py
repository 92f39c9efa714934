"""Who should coordinate, gathered per pair: those not covered, and those whose coordination is documented."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import combinations
from typing import NamedTuple, TypeAlias

from samordning_graph.graph.bit_relation import PairSet, Relation, bits
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import PairEngine, pair_engine
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import Graph
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.rule import Case, PairGround, Rule


class MissingPair(NamedTuple):
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
        """The strongest basis on which these two are asked."""
        return max(pair_ground.basis for pair_ground in self.pair_grounds)

    @property
    def rank(self) -> tuple[int, int, str, str]:
        """Sort key: strongest basis first, then most grounds, then ids."""
        return (-self.basis, -len(self.pair_grounds), self.first, self.second)


def missing_pairs(graph: Graph, rules: Sequence[Rule]) -> Iterator[MissingPair]:
    """Yield every needed pair with coverage none or not assessed, by ids, one at a time."""
    engine = pair_engine(graph)
    needs = needs_by_basis(graph, _grounds_of(rules))
    for i in engine.related_by(*(need.pair_ground.ground for need in needs)):
        needed = [need.row(i) for need in needs]
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
                    need.pair_ground
                    for need, row in zip(needs, needed, strict=True)
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

    def with_pair(self, first: str, second: str) -> MissingPair | None:
        """Return one pair, smaller id first, if it is among these."""
        if not self.pairs.has(first, second):
            return None
        return MissingPair(first, second, self.coverage, self.pair_grounds)


def pairs_by_grounds(
    graph: Graph, rules: Sequence[Rule], coverage: Coverage, *, also_of_duties: bool = False
) -> tuple[PairsOfGrounds, ...]:
    """Return the pairs with this coverage that are findings, divided by the grounds that they have.

    A pair that only a duty asks for is none, since the duty is the finding; it is among them with
    `also_of_duties`. Each part is in the order of
    its ids, and all of a part rank alike but for them, so that the strongest pairs can be taken
    without listing the others.
    """
    engine = pair_engine(graph)
    of_coverage = engine.missing if coverage is Coverage.NONE else engine.not_assessed
    return tuple(
        PairsOfGrounds(chosen, coverage, pairs)
        for chosen, pairs in _divided(graph, rules, of_coverage)
        if also_of_duties or any(pair_ground.each_pair for pair_ground in chosen)
    )


def documented_pairs(
    graph: Graph, rules: Sequence[Rule]
) -> Iterator[tuple[str, str, tuple[PairGround, ...]]]:
    """Yield the pairs with a ground that are linked or meet: those with most grounds first.

    Of equally many the strongest basis first, then by ids. Taken as they are asked for.
    """
    engine = pair_engine(graph)
    parts = _divided(graph, rules, engine.documented)
    for chosen, pairs in sorted(parts, key=lambda part: _most_grounds_first(part[0])):
        for first, second in pairs:
            yield first, second, chosen


def _most_grounds_first(chosen: tuple[PairGround, ...]) -> tuple[int, int]:
    return -len(chosen), -max(pair_ground.basis for pair_ground in chosen)


def ranked(parts: Iterable[Iterable[MissingPair]]) -> Iterator[MissingPair]:
    """Yield the pairs of several parts, strongest first, as they are asked for."""
    return merge(*parts, key=lambda pair: pair.rank)


def _grounds_of(rules: Sequence[Rule]) -> list[PairGround]:
    return [pair_ground for rule in rules for pair_ground in rule.pair_grounds]


# On which basis


class PairNeed(NamedTuple):
    """A ground, and whom each actor should coordinate with on it; `within` leaves out the others."""

    engine: PairEngine
    pair_ground: PairGround
    within: Callable[[int], int] | None = None

    def row(self, position: int) -> int:
        """Return those whom an actor should coordinate with."""
        needed = self.engine.needed(position, self.pair_ground.ground)
        return needed & self.within(position) if needed and self.within else needed


def needs_by_basis(graph: Graph, pair_grounds: Iterable[PairGround]) -> list[PairNeed]:
    """Return the needs of some grounds, strongest basis first.

    Of a ground that is a hint for some pairs (`PairGround.hints`) those are a need of their own.
    """
    needs = [need for pair_ground in pair_grounds for need in _needs_of(graph, pair_ground)]
    return sorted(needs, key=lambda need: (-need.pair_ground.basis, need.pair_ground.rule))


def _needs_of(graph: Graph, pair_ground: PairGround) -> Iterator[PairNeed]:
    engine = pair_engine(graph)
    hints = pair_ground.hints(graph) if pair_ground.hints is not None else ()
    if not hints:
        yield PairNeed(engine, pair_ground)
        return
    hinted = Relation(
        pairs=((engine.position[first], engine.position[second]) for first, second in hints)
    )
    yield PairNeed(engine, pair_ground, lambda position: ~hinted.row(position))
    yield PairNeed(engine, pair_ground._replace(basis=Basis.HINT, hints=None), hinted.row)


def congruence_by_basis(
    graph: Graph, pair_grounds: Sequence[PairGround]
) -> dict[Basis, ThreeFigures]:
    """Return coordination needed and met by basis, strongest first: each pair under its strongest.

    The pairs of a basis are those of it and all stronger ones, less those of the stronger. What is
    a hint for some pairs is moved after that: they are few.
    """
    engine, figures = pair_engine(graph), {}
    stronger = engine.congruence()
    for basis in sorted({pair_ground.basis for pair_ground in pair_grounds}, reverse=True):
        as_strong = engine.congruence(*(of.ground for of in pair_grounds if of.basis >= basis))
        figures[basis] = as_strong - stronger
        stronger = as_strong
    for first, second in _all_hints(graph, pair_grounds):
        i, j = engine.position[first], engine.position[second]
        on = [of for of in pair_grounds if engine.needed(i, of.ground) >> j & 1]
        strongest = max((of.basis for of in on), default=Basis.HINT)
        basis = max((of.basis_of(graph, first, second) for of in on), default=Basis.HINT)
        if basis is not strongest:
            moved = ThreeFigures.of([_is_documented(graph, first, second)])
            figures[strongest] -= moved
            figures[basis] = figures.get(basis, ThreeFigures()) + moved
    return {basis: figures[basis] for basis in sorted(figures, reverse=True)}


def _all_hints(graph: Graph, pair_grounds: Iterable[PairGround]) -> set[tuple[str, str]]:
    return {pair for of in pair_grounds if of.hints is not None for pair in of.hints(graph)}


def _is_documented(graph: Graph, first: str, second: str) -> bool | None:
    coverage = pair_engine(graph).coverage(first, second)
    if coverage is Coverage.NONE and has_any_ties(graph):
        return False
    return True if coverage in (Coverage.DIRECT, Coverage.ARENA) else None


_Rows: TypeAlias = "dict[int, int]"


def _divided(
    graph: Graph, rules: Sequence[Rule], of_coverage: Callable[[int, int], int]
) -> Iterator[tuple[tuple[PairGround, ...], PairSet]]:
    """Yield each choice of grounds with the pairs that have exactly these, and such a coverage."""
    engine, needs = pair_engine(graph), needs_by_basis(graph, _grounds_of(rules))
    # Every part asks for the rows of every ground.
    rows = [{i: need.row(i) for i in engine.related_by(need.pair_ground.ground)} for need in needs]
    for size in range(1, len(needs) + 1):
        for chosen in combinations(range(len(needs)), size):
            pair_grounds = tuple(needs[number].pair_ground for number in chosen)
            yield pair_grounds, _exactly(engine, chosen, rows, of_coverage)


def _exactly(
    engine: PairEngine,
    chosen: tuple[int, ...],
    needs: list[_Rows],
    of_coverage: Callable[[int, int], int],
) -> PairSet:
    """Return the pairs with the chosen needs, by their number, and none of the others."""
    candidates, *further = (needs[number] for number in chosen)
    unwanted = [rows for number, rows in enumerate(needs) if number not in chosen]

    def row(position: int) -> int:
        found = candidates[position]
        for rows in further:
            found &= rows.get(position, 0)
        for rows in unwanted:
            found &= ~rows.get(position, 0)
        return of_coverage(position, found) if found else 0

    return PairSet(engine.ids, list(candidates), row)
