"""GOAL05 parallel-goals: Two goals of nearly the same text, held apart.

What it finds
    Pairs of goals whose name or text is nearly the same, with different holders and no working
    arena in common. They are candidates: only people can say whether they are one goal.
Why it matters
    Two units that write the same goal in two plans work side by side without knowing it.
How it is decided
    Both goals have a holder that is no political body, nobody holds both, neither is above the other, no working arena
    follows up both, and no holder of one meets a holder of the other. Arenas where two of them are
    listed that do not count are told with the finding.
Threshold
    Similarity of 85 of 100 or more, of the names or of the texts (the order of the words does not
    matter): a changed ending or a word more is let through, a different noun is not. The figure
    and the limit stand in the observation.
Known limits
    Compares letters, not meaning: two wordings of one goal are missed, and a year or a «not» that
    makes all the difference is not seen.
Not in Cypher
    Whether two texts are nearly the same is decided by a similarity of letters that portable Cypher
    does not have; an approximation would give other findings than this rule.
Source
    Normalised indel similarity of sorted words (Levenshtein 1966, as in the library rapidfuzz).
    The rule: own definition.
"""

from collections.abc import Callable, Mapping
from functools import cache
from itertools import combinations, product
from typing import TypeAlias

from samordning_graph.common.locale import _
from samordning_graph.graph.bit_relation import mask_of
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.excluded_ties import excluded_among
from samordning_graph.graph.graph import (
    Graph,
    cached_per_graph,
    listed_names,
    node_row,
    nodes,
)
from samordning_graph.graph.organisation import ancestor_goals, goal_holders, rows_of_holders
from samordning_graph.graph.participation import working_arenas
from samordning_graph.graph.political_bodies import administrative_holders
from samordning_graph.graph.survey import Topic
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.coverage_text import excluded_rows, with_excluded
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import Goal

MIN_SIMILARITY = 85.0

Wording: TypeAlias = tuple[str, str]
"""The words of the name and of the text of a goal, in alphabetical order."""


def assess(graph: Graph) -> Assessment:
    """Look at every pair of goals that both have a holder."""
    held = [goal.id for goal in nodes(graph, Goal) if administrative_holders(graph).get(goal.id)]
    in_line = {
        (min(goal, above), max(goal, above))
        for goal in held
        for above in ancestor_goals(graph, goal)
    }
    pairs = [pair for pair in combinations(held, 2) if pair not in in_line]
    if not pairs:
        return nothing_to_assess(_("There are no two goals with a holder to compare."))
    together = {
        pair for arena in working_arenas(graph) for pair in combinations(sorted(arena.goals), 2)
    }
    wordings = _wordings(graph)
    found = [
        Case(first, (second,))
        for first, second in pairs
        if (first, second) not in together
        and similarity(wordings[first], wordings[second])
        and _apart(graph, first, second)
    ]
    return Assessment(examined=len(pairs), found=found)


def similarity(wording: Wording, other: Wording) -> float:
    """Return how alike two goals are, 85 to 100: their names, or their texts if both have one.

    0 below the threshold.
    """
    ratio = _ratio()
    (name, text), (other_name, other_text) = wording, other
    alike = ratio(name, other_name, score_cutoff=MIN_SIMILARITY) if name and other_name else 0.0
    if text and other_text:
        alike = max(alike, ratio(text, other_text, score_cutoff=MIN_SIMILARITY))
    return alike


@cache
def _ratio() -> Callable[..., float]:
    from rapidfuzz.fuzz import ratio

    return ratio


@cached_per_graph
def _wordings(graph: Graph) -> Mapping[str, Wording]:
    """Return the words of the name and of the text of each goal, in alphabetical order."""
    return {
        goal.id: (_sorted_words(goal.name), _sorted_words(goal.text or ""))
        for goal in nodes(graph, Goal)
    }


def _sorted_words(text: str) -> str:
    from rapidfuzz import utils

    return " ".join(sorted(utils.default_process(text).split()))


def _apart(graph: Graph, first: str, second: str) -> bool:
    """Return whether nobody holds both goals, and nobody who holds one meets one of the other's."""
    first_holders, second_holders = (set(goal_holders(graph)[goal]) for goal in (first, second))
    if first_holders & second_holders:
        return False
    engine = pair_engine(graph)
    holders_of_second = mask_of(engine.position[actor] for actor in second_holders)
    return not any(
        engine.meets.row(engine.position[actor]) & holders_of_second for actor in first_holders
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one pair of goals that may be one."""
    first, second = node_row(graph, case.subject), node_row(graph, case.related[0])
    first_holders, second_holders = (
        sorted(administrative_holders(graph)[goal.id]) for goal in (first, second)
    )
    excluded = tuple(
        tie for tie in excluded_among(graph, product(first_holders, second_holders)) if tie.arena
    )
    observation = _(
        "The goals «{one}» (by {one_holders}) and «{other}» (by {other_holders}) have nearly the"
        " same words. Alike: {similarity} of 100, where {threshold} is the limit."
    ).format(
        one=first.name,
        other=second.name,
        one_holders=listed_names(graph, first_holders),
        other_holders=listed_names(graph, second_holders),
        similarity=round(similarity(_wordings(graph)[first.id], _wordings(graph)[second.id])),
        threshold=round(MIN_SIMILARITY),
    )
    if excluded:
        observation += " " + _("The data show no working arena where their holders meet.")
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, {*first_holders, *second_holders}, about=RULE.asked_about),
        grounds=(FindingGround(_("Parallel goals")),),
        evidence=evidence(
            graph,
            (
                first,
                second,
                *rows_of_holders(graph)[first.id],
                *rows_of_holders(graph)[second.id],
                *excluded_rows(excluded),
            ),
        ),
        excluded=excluded,
        observation=with_excluded(graph, observation, excluded),
        ground=_("The same goal in two places, without a common arena, is followed up twice."),
        question=_("Are these two goals the same?"),
        next_step=_("If they are, choose one wording and let the holders meet about it."),
    )


RULE = Rule(
    code="GOAL05",
    slug="parallel-goals",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    draws_tie=True,
    asked_about=(Topic.ARENAS, Topic.GOALS),
    version=2,
)
