"""How the municipality assesses itself: answers by factor and by sector, never an average of all.

An answer counts from 0 (nei, 1 of 5) to 1 (ja, 5 of 5); delvis and 3 are a half. A factor that is
not built in is the municipality's own, and is known by its words.

Few answers are kept back as in official statistics: cells below a threshold frequency (primary
suppression), and then further ones until what is told, taken from the total that is told as well,
no longer gives those away (secondary, or complementary, suppression). Hundepool, Domingo-Ferrer,
Franconi, Giessing, Nordholt, Spicer and de Wolf (2012), «Statistical Disclosure Control».
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from samordning_graph.common.text import slug
from samordning_graph.graph.graph import (
    Graph,
    cached_per_graph,
    get_actor,
    model_of,
)
from samordning_graph.schema.tables import SelfAssessment
from samordning_graph.schema.vocabulary import factor_words, factors

_VALUES = {"ja": 1.0, "delvis": 0.5, "nei": 0.0}
NO_SHARE = 0.25
"""An answer that counts this much or less means no: «nei», 1 and 2 of 5."""
YES_SHARE = 0.75
"""An answer that counts this much or more means yes: «ja», 4 and 5 of 5."""
MIN_ANSWERS = 3
"""The fewest answers of which anything is said: of a factor, and of a sector about a factor."""


class FactorAnswers(NamedTuple):
    """The answers about one factor, with what they count, and by sector of those who answered."""

    factor: str
    rows: tuple[SelfAssessment, ...]
    by_sector: Mapping[str, tuple[float, ...]]

    @property
    def values(self) -> tuple[float, ...]:
        """What each answer counts, in the order of the rows."""
        return tuple(answer_value(row.answer) for row in self.rows)

    @property
    def has_enough(self) -> bool:
        """Whether there are so many answers that something can be said of them."""
        return len(self.rows) >= MIN_ANSWERS

    @property
    def by_told_sector(self) -> Mapping[str, tuple[float, ...]]:
        """The answers of the sectors that something can be said of; all reports tell these alone.

        A sector with fewer answers than the threshold is kept back. Where what is kept back, with
        the answers that belong to no sector, is less than the threshold, the smallest of the other
        sectors is kept back too: it could be worked out from the total.
        """
        smallest_first = sorted(self.by_sector, key=lambda sector: len(self.by_sector[sector]))
        shown = [sector for sector in smallest_first if len(self.by_sector[sector]) >= MIN_ANSWERS]
        left = len(self.rows) - sum(len(self.by_sector[sector]) for sector in shown)
        if 0 < left < MIN_ANSWERS:
            shown = shown[1:]
        return {sector: self.by_sector[sector] for sector in sorted(shown)}

    @property
    def told_means(self) -> Mapping[str, float]:
        """The mean, 0 to 1, of each sector that something can be said of."""
        return {
            sector: sum(answers) / len(answers) for sector, answers in self.by_told_sector.items()
        }

    @property
    def count_no(self) -> int:
        """How many of the answers mean no."""
        return sum(value <= NO_SHARE for value in self.values)

    @property
    def count_yes(self) -> int:
        """How many of the answers mean yes."""
        return sum(value >= YES_SHARE for value in self.values)


def answer_value(answer: str) -> float:
    """Return what an answer counts, from 0 to 1.

    Examples
    --------
    >>> answer_value("delvis"), answer_value("4"), answer_value("nei")
    (0.5, 0.75, 0.0)
    """
    return _VALUES[answer] if answer in _VALUES else (int(answer) - 1) / 4


def factor_id(text: str) -> str:
    """Return the id of a factor however it is written; of an own factor, its slug."""
    return factor_words().find(text) or slug(text)


def factor_name(graph: Graph, factor: str) -> str:
    """Return what people call a factor: the built-in name, or the municipality's own words."""
    if factor in factors():
        return factors()[factor].name
    return answers_by_factor(graph)[factor].rows[0].factor


@cached_per_graph
def answers_by_factor(graph: Graph) -> Mapping[str, FactorAnswers]:
    """Return the answers by factor: the built-in factors in their order, then own ones."""
    rows: dict[str, list[SelfAssessment]] = defaultdict(list)
    for row in model_of(graph).all(SelfAssessment):
        rows[factor_id(row.factor)].append(row)
    own = sorted(rows.keys() - factors().keys())
    ordered = [*(factor for factor in factors() if factor in rows), *own]
    return {
        factor: FactorAnswers(factor, tuple(rows[factor]), _by_sector(graph, rows[factor]))
        for factor in ordered
    }


def _by_sector(graph: Graph, rows: list[SelfAssessment]) -> Mapping[str, tuple[float, ...]]:
    values: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        if row.respondent is not None:
            values[get_actor(graph, row.respondent).sector].append(answer_value(row.answer))
    return {sector: tuple(values[sector]) for sector in sorted(values)}


def unanswered_factors(graph: Graph) -> tuple[str, ...]:
    """Return the factors without an answer, of the groups in which some factor has one."""
    answered = answers_by_factor(graph)
    begun = {factors()[factor].group for factor in answered if factor in factors()}
    return tuple(
        factor.id
        for factor in factors().values()
        if factor.group in begun and factor.id not in answered
    )


def respondents(graph: Graph) -> frozenset[str] | None:
    """Return who has answered, or None when it is not written of every answer."""
    named = {row.respondent for row in model_of(graph).all(SelfAssessment)}
    return None if None in named else frozenset(actor for actor in named if actor)
