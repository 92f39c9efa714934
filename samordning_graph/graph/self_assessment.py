"""What the municipality says of itself: answers by factor and by sector, never an average of all.

An answer counts from 0 (nei, 1 of 5) to 1 (ja, 5 of 5); delvis and 3 are a half. A factor that is
not among ours is the municipality's own, and known by its words.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from samordning_graph.common.text import slug
from samordning_graph.graph.graph import Graph, actor, cached_per_graph, model_of
from samordning_graph.schema.tables import SelfAssessment
from samordning_graph.schema.vocabulary import factor_words, factors

_VALUES = {"ja": 1.0, "delvis": 0.5, "nei": 0.0}
NEI = 0.25
"""An answer up to this says nei: «nei», 1 and 2 of 5."""
YES = 0.75
"""An answer from this on says ja: «ja», 4 and 5 of 5."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers about one factor, with what they count, and by sector of those who answered."""

    factor: str
    rows: tuple[SelfAssessment, ...]
    by_sector: Mapping[str, tuple[float, ...]]

    @property
    def values(self) -> tuple[float, ...]:
        """What the answers count, in the order of the rows."""
        return tuple(value_of(row.answer) for row in self.rows)


def value_of(answer: str) -> float:
    """Return what an answer counts, from 0 to 1.

    Examples
    --------
    >>> value_of("delvis"), value_of("4"), value_of("nei")
    (0.5, 0.75, 0.0)
    """
    return _VALUES[answer] if answer in _VALUES else (int(answer) - 1) / 4


def factor_id(text: str) -> str:
    """Return the id of a factor however it is written; of one's own factor, its slug."""
    return factor_words().find(text) or slug(text)


def factor_name(graph: Graph, factor: str) -> str:
    """Return what people call a factor: our word, or the municipality's own."""
    if factor in factors():
        return factors()[factor].name
    return answers(graph)[factor].rows[0].factor


@cached_per_graph
def answers(graph: Graph) -> Mapping[str, Answers]:
    """Return the answers by factor: ours in their order, then the municipality's own."""
    rows: dict[str, list[SelfAssessment]] = defaultdict(list)
    for row in model_of(graph).all(SelfAssessment):
        rows[factor_id(row.factor)].append(row)
    own = sorted(rows.keys() - factors().keys())
    ordered = [*(one for one in factors() if one in rows), *own]
    return {one: Answers(one, tuple(rows[one]), _by_sector(graph, rows[one])) for one in ordered}


def _by_sector(graph: Graph, rows: list[SelfAssessment]) -> Mapping[str, tuple[float, ...]]:
    found: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        if row.respondent is not None:
            found[actor(graph, row.respondent).sector].append(value_of(row.answer))
    return {sector: tuple(found[sector]) for sector in sorted(found)}


def unanswered(graph: Graph) -> tuple[str, ...]:
    """Return the factors without an answer, of the groups that somebody has begun on."""
    begun = {factors()[one].group for one in answers(graph) if one in factors()}
    return tuple(
        one.id for one in factors().values() if one.group in begun and one.id not in answers(graph)
    )
