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
    they have no contact.
Known limits
    Looks at registered participation, not attendance. A meeting place outside the data is reported
    as a gap until somebody fills it in. A goal that everybody contributes to gives many pairs.
Source
    Coordination requirements from shared tasks: Cataldo, Wagstrom, Herbsleb and Carley (2006),
    «Identification of coordination requirements». Applied to goals: own definition.
"""

from samordning_graph.common.locale import _, ngettext
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import Graph, listed_names, rows_of, ties_between
from samordning_graph.graph.organisation import goals_held
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.rule import PairGround, PairReason
from samordning_graph.rules.shared.pair_rule import pair_rule
from samordning_graph.schema.tables import Tie


def reason(graph: Graph, first: str, second: str) -> PairReason:
    """Return the goals, strategies and measures that two actors both hold."""
    shared = sorted(goals_held(graph)[first] & goals_held(graph)[second])
    ties = [
        tie
        for aim in shared
        for actor in (first, second)
        for tie in ties_between(graph, actor, aim, Tie.OWNS, Tie.CONTRIBUTES_TO)
    ]
    goals = listed_names(graph, shared)
    return PairReason(
        via=tuple(shared),
        text=ngettext("Shared goal: {goals}", "Shared goals: {goals}", len(shared)).format(
            goals=goals
        ),
        observation=ngettext(
            "{actors} work towards the same goal, {goals}.",
            "{actors} work towards the same goals, {goals}.",
            len(shared),
        ).format(actors=listed_names(graph, (first, second)), goals=goals),
        question=_("Where do {one} and {other} settle who does what?"),
        rows=(*(graph.nodes[aim]["row"] for aim in shared), *rows_of(ties)),
    )


RULE = pair_rule(
    "shared-goal",
    __doc__,
    PairGround(rule="LINK03", ground=Ground.GOAL, basis=Basis.RECOMMENDED, reason=reason),
    version=3,
)
