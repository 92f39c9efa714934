"""GOAL05 parallel-goals: Two goals of nearly the same text, held apart.

What it finds
    Pairs of goals whose name or text is nearly the same, with different holders and no working
    arena in common. They are candidates: only people can say whether they are one goal.
Why it matters
    Two units that write the same goal in two plans work side by side without knowing it.
How it is decided
    Both goals have a holder, nobody holds both, neither is above the other, no working arena
    follows up both, and no holder of one meets a holder of the other.
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

from collections.abc import Mapping
from itertools import combinations

from samordning_graph.common.locale import _
from samordning_graph.graph.bit_relation import mask_of
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.graph import Graph, cached_per_graph, nodes, row, rows_of, ties_to
from samordning_graph.graph.names import names
from samordning_graph.graph.organisation import ancestor_goals, goal_holders
from samordning_graph.graph.participation import working_arenas
from samordning_graph.rules.finding import Basis, Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import Goal, Tie

NEARLY_THE_SAME = 85.0


def assess(graph: Graph) -> Assessment:
    """Look at every pair of goals that both have a holder."""
    held = [goal for goal in nodes(graph, Goal) if goal_holders(graph).get(goal.id)]
    above = {goal.id: set(ancestor_goals(graph, goal.id)) for goal in held}
    pairs = [
        (one.id, other.id)
        for one, other in combinations(held, 2)
        if one.id not in above[other.id] and other.id not in above[one.id]
    ]
    if not pairs:
        return nothing_to_assess(_("There are no two goals with a holder to compare."))
    together = {
        pair for place in working_arenas(graph) for pair in combinations(sorted(place.goals), 2)
    }
    found = [
        Case(one, (other,))
        for one, other in pairs
        if (one, other) not in together
        and similarity(graph, one, other)
        and _apart(graph, one, other)
    ]
    return Assessment(examined=len(pairs), found=found)


def similarity(graph: Graph, one: str, other: str) -> float:
    """Return how alike two goals are, 85 to 100: their names, or their texts if both have one.

    0 below the threshold.
    """
    from rapidfuzz import fuzz

    wordings = _wordings(graph)
    return max(
        fuzz.ratio(first, second, score_cutoff=NEARLY_THE_SAME) if first and second else 0.0
        for first, second in zip(wordings[one], wordings[other], strict=True)
    )


@cached_per_graph
def _wordings(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Return the words of the name and of the text of each goal, in alphabetical order."""
    from rapidfuzz import utils

    return {
        goal.id: tuple(
            " ".join(sorted(utils.default_process(words).split()))
            for words in (goal.name, goal.text or "")
        )
        for goal in nodes(graph, Goal)
    }


def _apart(graph: Graph, one: str, other: str) -> bool:
    """Return whether nobody holds both goals, and nobody who holds one meets one of the other's."""
    by = [set(goal_holders(graph)[goal]) for goal in (one, other)]
    if by[0] & by[1]:
        return False
    engine = pair_engine(graph)
    others = mask_of(engine.position[actor] for actor in by[1])
    return not any(engine.meets.row(engine.position[actor]) & others for actor in by[0])


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one pair of goals that may be one."""
    one, other = row(graph, case.subject), row(graph, case.related[0])
    by = [sorted(goal_holders(graph)[goal.id]) for goal in (one, other)]
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, {*by[0], *by[1]}),
        grounds=(FindingGround(_("Parallel goals")),),
        evidence=evidence(
            graph,
            (
                one,
                other,
                *rows_of(
                    tie
                    for goal in (one, other)
                    for tie in ties_to(graph, goal.id, Tie.OWNS, Tie.CONTRIBUTES_TO)
                ),
            ),
        ),
        observation=_(
            "The goals «{one}» (by {one_holders}) and «{other}» (by {other_holders}) have nearly the"
            " same words: {similarity} of 100 alike, where {threshold} is the limit."
        ).format(
            one=one.name,
            other=other.name,
            one_holders=names(graph, by[0]),
            other_holders=names(graph, by[1]),
            similarity=round(similarity(graph, one.id, other.id)),
            threshold=round(NEARLY_THE_SAME),
        ),
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
)
