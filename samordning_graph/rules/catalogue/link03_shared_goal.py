"""LINK03 shared-goal: Two actors share a goal without meeting or working together.

What it finds
    Pairs of actors in different sectors that own or contribute to the same goal, strategy or
    measure, while the data show neither a common working arena nor direct collaboration.
Why it matters
    Two who answer for the same goal depend on what the other does. Where they have no place to
    settle it, the work is done twice, or not at all.
How it is decided
    The pairs come from goal responsibility (Målansvar). At least one of the two is a municipal
    unit, and neither is part of the other. Political bodies are left out: what they hold a goal for
    is to decide. Coverage is none: not linked, no common working arena,
    and no participant list that could have shown them, unless one of the two answers that
    they have no contact. Recommended; a hint where all that the two share stands only in plans that
    are replaced or past their last day: it is then asked whether it still applies.
Known limits
    Looks at registered participation, not attendance. A meeting place outside the data is reported
    as a gap until somebody fills it in. A goal that everybody contributes to gives many pairs.
Source
    Coordination requirements from shared tasks: Cataldo, Wagstrom, Herbsleb and Carley (2006),
    «Identification of coordination requirements». Applied to goals: own definition.
"""

from collections.abc import Sequence
from itertools import combinations

from samordning_graph.common.locale import _, ngettext
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import (
    Graph,
    cached_per_graph,
    listed_names,
    node_row,
    rows_of,
    ties_between,
)
from samordning_graph.graph.organisation import goal_holders, goals_held
from samordning_graph.graph.plans import stands_only_in_ended
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding_text import one_and_other
from samordning_graph.rules.rule import PairGround, PairReason
from samordning_graph.rules.shared.aims_in_time import with_still_valid, with_where_they_stand
from samordning_graph.rules.shared.pair_rule import pair_rule
from samordning_graph.schema.tables import Measure, Row, Tie


def reason(graph: Graph, first: str, second: str) -> PairReason:
    """Return the goals, strategies and measures that two actors both hold."""
    shared = sorted(goals_held(graph)[first] & goals_held(graph)[second])
    ties = [
        tie
        for aim in shared
        for actor in (first, second)
        for tie in ties_between(graph, actor, aim, Tie.OWNS, Tie.CONTRIBUTES_TO)
    ]
    goals, aims = listed_names(graph, shared), [node_row(graph, aim) for aim in shared]
    return PairReason(
        via=tuple(shared),
        text=_heading(aims).format(goals=goals),
        observation=with_where_they_stand(
            graph,
            ngettext(
                "{actors} work towards the same goal, {goals}.",
                "{actors} work towards the same goals, {goals}.",
                len(shared),
            ).format(actors=listed_names(graph, (first, second)), goals=goals),
            aims,
        ),
        question=with_still_valid(
            graph,
            _("Where do {one} and {other} settle who does what?").format(
                **one_and_other(graph, first, second)
            ),
            aims,
        ),
        rows=(*aims, *rows_of(ties)),
    )


def _heading(aims: Sequence[Row]) -> str:
    if all(isinstance(aim, Measure) for aim in aims):
        return ngettext("Shared measure: {goals}", "Shared measures: {goals}", len(aims))
    return ngettext("Shared goal: {goals}", "Shared goals: {goals}", len(aims))


@cached_per_graph
def _share_only_what_has_ended(graph: Graph) -> frozenset[tuple[str, str]]:
    """Return the pairs that share goals, strategies or measures of plans that have ended alone."""
    ended = {
        aim: sorted(holders)
        for aim, holders in goal_holders(graph).items()
        if stands_only_in_ended(graph, node_row(graph, aim))
    }
    held = goals_held(graph)
    return frozenset(
        pair
        for holders in ended.values()
        for pair in combinations(holders, 2)
        if held[pair[0]] & held[pair[1]] <= ended.keys()
    )


RULE = pair_rule(
    "shared-goal",
    __doc__,
    PairGround(
        rule="LINK03",
        ground=Ground.GOAL,
        basis=Basis.RECOMMENDED,
        reason=reason,
        hints=_share_only_what_has_ended,
    ),
    version=3,
)
