"""FRAG01 indispensable-actor: An actor without whom the network falls into parts.

What it finds
    Actors who alone hold a part of the network: without them, at least two others are cut off from
    the largest part that is left.
Why it matters
    What such an actor knows and passes on stops when it is reorganised, understaffed or without the
    one person who knew everybody. That it is in the middle is a strength; that it is alone is not.
How it is decided
    Cut points of the graph of actors and working arenas, with participation as leader or member and
    links as ties. The parts are counted in actors: an arena without actors is no part. Examined are
    the actors with such a tie.
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
from samordning_graph.graph.graph import Graph, actors, node_name
from samordning_graph.rules.basis import Basis
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
    rows_of_ties,
    splits,
    with_open_lists,
)
from samordning_graph.schema.tables import Link, Participation


def assess(graph: Graph) -> Assessment:
    """Look at every actor with a tie."""
    tied = component_graph(graph)
    return assess_splits(
        graph,
        ((actor.id,) for actor in actors(graph) if tied.degree(actor.id)),
        _("Nobody takes part in a working arena or works with anyone directly in the data."),
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one actor and the parts that it holds together."""
    parts = splits(graph)[case.subject,]
    actor = node_name(graph, case.subject)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, (case.subject, *cut_off(parts))),
        grounds=(FindingGround(_("Coordination that rests on one is fragile")),),
        evidence=(
            *evidence(graph, rows_of_ties(graph, case.subject)),
            *searched(graph, Participation, Link),
            *open_lists(graph),
        ),
        observation=with_open_lists(
            graph,
            with_lines_between(
                graph,
                _(
                    "Without {name}, these parts do not hang together in the data: {parts}. No working arena"
                    " and no direct collaboration joins them."
                ).format(name=actor, parts=parts_named(graph, parts)),
                parts,
            ),
        ),
        ground=_(
            "What rests on one actor stops when that actor is reorganised or short of people."
        ),
        question=_(
            "How would those that {name} ties together hear from each other if it had no time?"
        ).format(name=actor),
        next_step=_(
            "Agree on one more meeting place or contact between those that {name} ties together."
        ).format(name=actor),
    )


RULE = Rule(code="FRAG01", slug="indispensable-actor", page=__doc__ or "", assess=assess, tell=tell)
