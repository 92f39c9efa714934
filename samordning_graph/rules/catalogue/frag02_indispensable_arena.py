"""FRAG02 indispensable-arena: An arena without which the network falls into parts.

What it finds
    Working arenas that alone hold a part of the network: without them, at least two actors are cut
    off from the largest part that is left.
Why it matters
    When such an arena is put on hold, those who meet only there have no other meeting place in the
    data. It may be the best arena of the municipality; then it is worth knowing what rests on it.
How it is decided
    Cut points of the graph of actors and working arenas, with participation as leader or member and
    links as ties. The parts are counted in actors: an arena without actors is no part. Examined are
    the working arenas with a leader or member.
Known limits
    Contact that is not filled in, an incomplete participant list among it, may hold the parts
    together. An information forum and the organisation chart hold nothing together here; a working
    arena does, however seldom it meets, unless --min-meetings says otherwise.
Not in Cypher
    Cut points need a search of the whole network, which portable Cypher does not have.
Source
    Cut points: Wasserman and Faust (1994), «Social Network Analysis», chapter 4. That two must be
    cut off, and which ties count: own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.contact import component_graph
from samordning_graph.graph.graph import Graph, node_name, rows_of, ties_to
from samordning_graph.graph.participation import MEMBER_ROLES, working_arenas
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.family import DataBasis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import (
    confidence,
    evidence,
    open_lists,
    searched,
    with_lines_between,
)
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.rules.shared.fragility import (
    assess_splits,
    cut_off,
    parts_named,
    splits,
    with_open_lists,
)
from samordning_graph.schema.tables import Link, Participation, Tie


def assess(graph: Graph) -> Assessment:
    """Look at every working arena with a leader or member."""
    tied = component_graph(graph)
    return assess_splits(
        graph,
        ((arena.id,) for arena in working_arenas(graph) if arena.id in tied),
        _("No working arena has a leader or member in the data."),
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one arena and the parts that it holds together."""
    parts = splits(graph)[case.subject,]
    arena = node_name(graph, case.subject)
    ties = [
        tie
        for tie in ties_to(graph, case.subject, Tie.PARTICIPATES_IN)
        if tie[1]["role"] in MEMBER_ROLES
    ]
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, cut_off(parts), (case.subject,)),
        grounds=(FindingGround(_("Coordination that rests on one is fragile")),),
        evidence=(
            *evidence(graph, rows_of(ties)),
            *searched(graph, Participation, Link),
            *open_lists(graph),
        ),
        observation=with_open_lists(
            graph,
            with_lines_between(
                graph,
                _(
                    "Without «{arena}», these parts do not hang together in the data: {parts}. No other"
                    " working arena and no direct collaboration joins them."
                ).format(arena=arena, parts=parts_named(graph, parts)),
                parts,
            ),
        ),
        ground=_("What rests on one arena stops when the arena does."),
        question=_(
            "How would those who meet in «{arena}» hear from each other if it did not meet?"
        ).format(arena=arena),
        next_step=_(
            "Agree on one more meeting place or contact between those that «{arena}» ties together."
        ).format(arena=arena),
    )


RULE = Rule(
    code="FRAG02",
    slug="indispensable-arena",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    rests_on=DataBasis.PARTICIPANT_LISTS,
)
