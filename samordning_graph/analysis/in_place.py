"""What is in place, with who and where: it is told as fully as what is missing.

Pairs with a ground that are linked or meet, duties that are met, arenas with mandate and leader,
factors that most of those who answered say yes to, and results that somebody wrote down. Own
definition.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from samordning_graph.analysis.cooperation import mandate_and_leader
from samordning_graph.common.text import says_none
from samordning_graph.graph.coverage_kind import GROUND_OF_TIER
from samordning_graph.graph.documented_ties import DocumentedTie, documented_ties, who_deny_a_tie
from samordning_graph.graph.duties import ApplicableDuty, applicable_duties, is_checked
from samordning_graph.graph.duty_coverage import duty_coverage
from samordning_graph.graph.graph import Graph, nodes
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.graph.participation import roles_by_arena
from samordning_graph.graph.self_assessment import YES_SHARE, answers_by_factor
from samordning_graph.rules.missing_pairs import documented_pairs
from samordning_graph.rules.rule import PairGround, Rule
from samordning_graph.schema.duty import Requires
from samordning_graph.schema.tables import Goal

MAX_PAIRS = 50
"""Pairs that are told; the rest is counted."""


class DocumentedPair(NamedTuple):
    """Two actors with a ground to coordinate, and where the data show that they do.

    `denied_by` are those of the two who answer that they have no contact all the same.
    """

    first: str
    second: str
    pair_grounds: tuple[PairGround, ...]
    ties: tuple[DocumentedTie, ...]
    denied_by: tuple[str, ...]


class MetDuty(NamedTuple):
    """A duty or own requirement that is documented: by whom, and through what.

    Those that were checked against the law come first. One actor that has the task itself needs no tie.
    `denied_by` are those whose tie it is who answer that they have no contact all the same.
    """

    duty: str
    met_by: tuple[str, ...]
    ties: tuple[DocumentedTie, ...]
    denied_by: tuple[str, ...]


class SettledArena(NamedTuple):
    """A working arena that has both a mandate and a leader."""

    arena: str
    leaders: tuple[str, ...]


class YesAnswers(NamedTuple):
    """A factor of the self-assessment that most of those who answered say yes to."""

    factor: str
    yes: int
    answers: int


class GoalResult(NamedTuple):
    """What somebody wrote down has come of a goal."""

    goal: str
    text: str


class InPlace(NamedTuple):
    """What is in place; of the pairs at most `MAX_PAIRS`, those with most grounds first."""

    pairs: tuple[DocumentedPair, ...]
    duties: tuple[MetDuty, ...]
    arenas: tuple[SettledArena, ...]
    yes_answers: tuple[YesAnswers, ...]
    results: tuple[GoalResult, ...]


def in_place(graph: Graph, rules: Sequence[Rule]) -> InPlace:
    """Return what is in place, of the grounds and duties that these rules ask about."""
    return InPlace(
        pairs=tuple(_pairs(graph, rules)),
        duties=tuple(_duties(graph, rules)),
        arenas=tuple(_arenas(graph)),
        yes_answers=tuple(_yes_answers(graph)),
        results=tuple(_results(graph)),
    )


def _pairs(graph: Graph, rules: Sequence[Rule]) -> Iterator[DocumentedPair]:
    for first, second, pair_grounds in islice(documented_pairs(graph, rules), MAX_PAIRS):
        ties = documented_ties(graph, first, second)
        denied_by = who_deny_a_tie(graph, (first, second), ties)
        yield DocumentedPair(first, second, pair_grounds, ties, denied_by)


def _duties(graph: Graph, rules: Sequence[Rule]) -> Iterator[MetDuty]:
    grounds = {pair_ground.ground for rule in rules for pair_ground in rule.pair_grounds}
    for applicable in sorted(applicable_duties(graph), key=lambda duty: not is_checked(duty)):
        if GROUND_OF_TIER[applicable.tier] in grounds and (met := met_duty(graph, applicable)):
            yield met


def met_duty(graph: Graph, applicable: ApplicableDuty) -> MetDuty | None:
    """Return by whom a duty is met, and through what; None where the data do not document it."""
    covered = duty_coverage(graph, applicable)
    if not covered.documented:
        return None
    loosely = applicable.requires is Requires.CONTACT
    ties = (
        documented_ties(graph, *covered.met_by, loosely=loosely) if len(covered.met_by) == 2 else ()
    )
    denied_by = who_deny_a_tie(graph, covered.met_by, ties)
    return MetDuty(applicable.id, covered.met_by, ties, denied_by)


def _arenas(graph: Graph) -> Iterator[SettledArena]:
    for arena, settled in mandate_and_leader(graph).items():
        if settled:
            roles = roles_by_arena(graph)[arena]
            yield SettledArena(
                arena, tuple(sorted(actor for actor in roles if roles[actor] == "leader"))
            )


def _yes_answers(graph: Graph) -> list[YesAnswers]:
    counted = (
        YesAnswers(factor, sum(value >= YES_SHARE for value in answers.values), len(answers.rows))
        for factor, answers in answers_by_factor(graph).items()
        if answers.has_enough
    )
    mostly_yes = [factor for factor in counted if factor.yes * 2 > factor.answers]
    return sorted(mostly_yes, key=lambda factor: -factor.yes)


def _results(graph: Graph) -> Iterator[GoalResult]:
    for goal in nodes(graph, Goal):
        if _has_results(goal):
            yield GoalResult(goal.id, goal.results or "")


def _has_results(goal: Goal) -> bool | None:
    return None if goal.results is None else not says_none(goal.results)


def figures_of_results(graph: Graph) -> ThreeFigures:
    """Return of how many goals results are written down, said to be none, and not said."""
    return ThreeFigures.of(map(_has_results, nodes(graph, Goal)))
