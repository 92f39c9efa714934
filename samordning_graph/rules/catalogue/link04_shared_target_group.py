"""LINK04 shared-target-group: Two actors serve the same target group without meeting.

What it finds
    Pairs of actors in different sectors that serve the same target group, while the data show
    neither a common working arena nor direct collaboration.
Why it matters
    People who need help to get and keep a home often meet several services. They notice first
    when those services do not know of each other.
How it is decided
    Both have the target group in their row. At least one of the two is a municipal unit, and
    neither is part of the other. Political bodies are left out: they decide for the group, and serve
    nobody. Coverage is none: not linked, no common working arena, and no
    participant list that could have shown them, unless one of the two answers that
    they have no contact.
Known limits
    To serve the same group is a weak ground: a broad group makes nearly everybody a pair, so this
    is a hint. The report names a group that more than half of the actors serve.
Source
    Coordination requirements from shared tasks: Cataldo, Wagstrom, Herbsleb and Carley (2006),
    «Identification of coordination requirements». Applied to target groups: own definition.
"""

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import (
    Graph,
    get_actor,
    listed_names,
    node_row,
    words_of,
)
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding_text import one_and_other
from samordning_graph.rules.rule import PairGround, PairReason
from samordning_graph.rules.shared.pair_rule import pair_rule


def reason(graph: Graph, first: str, second: str) -> PairReason:
    """Return the target groups that two actors both serve."""
    shared = sorted(
        {*get_actor(graph, first).target_groups} & {*get_actor(graph, second).target_groups}
    )
    groups = listed([words_of(graph, "target_group")[group].name for group in shared])
    return PairReason(
        via=tuple(shared),
        text=ngettext(
            "Shared target group: {groups}", "Shared target groups: {groups}", len(shared)
        ).format(groups=groups),
        observation=ngettext(
            "{actors} serve the same target group: {groups}.",
            "{actors} serve the same target groups: {groups}.",
            len(shared),
        ).format(actors=listed_names(graph, (first, second)), groups=groups),
        question=_("How do {one} and {other} know of each other's work with the group?").format(
            **one_and_other(graph, first, second)
        ),
        rows=(node_row(graph, first), node_row(graph, second)),
    )


RULE = pair_rule(
    "shared-target-group",
    __doc__,
    PairGround(rule="LINK04", ground=Ground.TARGET_GROUP, basis=Basis.HINT, reason=reason),
    version=3,
)
