"""FRAG03 indispensable-link: A collaboration that is the only tie between two parts.

What it finds
    Direct collaborations and agreements between two actors without which at least two actors are
    cut off from the largest part that is left.
Why it matters
    Such a link is often one agreement, or two people who know each other. It carries all that the
    two parts know of each other.
How it is decided
    Bridges of the graph of actors and working arenas, with participation as leader or member and
    links as ties: the two have no working arena in common and there is no other way between them.
    Of the two parts, the smaller one has at least two actors. Examined are all links.
Known limits
    Contact that is not filled in, an incomplete participant list among it, may hold the parts
    together. An information forum and the organisation chart hold nothing together here; a working
    arena does, however seldom it meets, unless --min-meetings says otherwise.
Not in Cypher
    Bridges need a search of the whole network, which portable Cypher does not have.
Source
    Bridges: Wasserman and Faust (1994), «Social Network Analysis», chapter 4. That two must be
    cut off, and which ties count: own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, node_name
from samordning_graph.graph.links import linked_pairs
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
    splits,
    with_open_lists,
)
from samordning_graph.schema.tables import Link, Participation


def assess(graph: Graph) -> Assessment:
    """Look at every link."""
    return assess_splits(
        graph, linked_pairs(graph), _("No two actors work together directly in the data.")
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one link and the two parts that it holds together."""
    pair = (case.subject, case.related[0])
    parts = splits(graph)[pair]
    first, second = (node_name(graph, end) for end in pair)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, {*pair, *cut_off(parts)}),
        grounds=(FindingGround(_("Coordination that rests on one is fragile")),),
        evidence=(
            *evidence(graph, linked_pairs(graph)[pair]),
            *searched(graph, Participation, Link),
            *open_lists(graph),
        ),
        observation=with_open_lists(
            graph,
            with_lines_between(
                graph,
                _(
                    "Without the collaboration between {one} and {other}, these parts do not hang together"
                    " in the data: {parts}. No working arena and no other collaboration joins them."
                ).format(one=first, other=second, parts=parts_named(graph, parts)),
                parts,
            ),
        ),
        ground=_("What rests on one collaboration stops when it does."),
        question=_(
            "Does the collaboration between {one} and {other} outlive those who carry it today?"
        ).format(one=first, other=second),
        next_step=_("Agree on one more contact beside that between {one} and {other}.").format(
            one=first, other=second
        ),
    )


RULE = Rule(code="FRAG03", slug="indispensable-link", page=__doc__ or "", assess=assess, tell=tell)
