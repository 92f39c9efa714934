"""The findings of the rules about pairs, gathered per pair: strongest ground first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samordning_graph.coverage import pair_engine
from samordning_graph.finding import Basis, Coverage
from samordning_graph.graph import Graph
from samordning_graph.relation import bits
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
    about_pairs = sorted(
        (rule for rule in rules if rule.why),
        key=lambda rule: (-rule.why.basis if rule.why else 0, rule.code),
    )
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
