"""FRAG04 bottleneck: An actor through whom most of the shortest paths go.

What it finds
    Actors through whom more than half of the shortest paths between the others in their group go.
Why it matters
    Where most goes through one, the others wait when that one is busy, even if they could reach
    each other another way.
How it is decided
    The group is a component of the graph of actors and working arenas, with participation as leader
    or member and links as ties: a link is one step, a common arena two. For each pair of other
    actors, the share of their shortest paths that go through the actor; then the mean over all
    pairs. Examined are the actors in groups of at least five. Not assessed when a group has more
    than 500 actors: the work of counting grows with the square of their number.
Threshold
    More than half. The figure stands in the observation.
Known limits
    A coordinator is meant to be in the middle, so this is a question and not a fault. People need
    not use the shortest path. Contact that is not filled in may give others a way round.
Not in Cypher
    Counting all shortest paths of the whole network is not possible in portable Cypher.
Source
    Betweenness: Freeman (1977), «A set of measures of centrality based on betweenness», Sociometry
    40; here between actors in a network with arenas. Bottlenecks (flaskehalser) are among what
    Husbanken expects a network map to show. The threshold: own definition.
"""

from collections.abc import Mapping

import networkx as nx

from samordning_graph.common.locale import _
from samordning_graph.graph.contact import actor_components, component_graph, has_any_ties
from samordning_graph.graph.graph import Graph, cached_per_graph, node_name
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import (
    confidence,
    evidence,
    nothing_filled_in,
    open_lists,
    with_lines_between,
)
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.fragility import rows_of_ties, with_open_lists

BOTTLENECK_SHARE = 0.5
SMALLEST_GROUP = 5
"""In a smaller group somebody is nearly always in the middle."""
LARGEST_GROUP = 500
"""Counting costs actors times ties: 0.3 s for 440 actors, 1.2 s for 730, 5 s for 2 000."""


def assess(graph: Graph) -> Assessment:
    """Look at every actor in a group of at least five."""
    if not has_any_ties(graph):
        return nothing_to_assess(nothing_filled_in())
    groups = _groups(graph)
    if not groups:
        return nothing_to_assess(
            _("No group of at least {n} actors is tied together in the data.").format(
                n=SMALLEST_GROUP
            )
        )
    if len(groups[0]) > LARGEST_GROUP:
        return nothing_to_assess(
            _("More than {n} actors are tied together: the paths are too many to count.").format(
                n=LARGEST_GROUP
            )
        )
    found = [Case(actor) for actor in sorted(_bottlenecks(graph))]
    return Assessment(examined=sum(len(group) for group in groups), found=found)


def _groups(graph: Graph) -> list[tuple[str, ...]]:
    """Return the groups that are large enough, the main group first."""
    return [group for group in actor_components(graph) if len(group) >= SMALLEST_GROUP]


@cached_per_graph
def _bottlenecks(graph: Graph) -> Mapping[str, float]:
    """Return the actors with more than half of the shortest paths, and their share of them."""
    tied = component_graph(graph)
    found: dict[str, float] = {}
    for group in _groups(graph):
        around = tied.subgraph(nx.node_connected_component(tied, group[0])).copy()
        # Between actors: an arena is on a path, but no path begins or ends in one.
        through = nx.betweenness_centrality_subset(around, group, group)
        pairs = (len(group) - 1) * (len(group) - 2) / 2
        # Rounded, so that the last digit of a sum does not make more than half of a half.
        shares = {actor: round(through[actor] / pairs, 9) for actor in group}
        found |= {actor: share for actor, share in shares.items() if share > BOTTLENECK_SHARE}
    return found


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one actor through whom most paths go."""
    actor = node_name(graph, case.subject)
    (group,) = (group for group in _groups(graph) if case.subject in group)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, (case.subject,)),
        grounds=(FindingGround(_("Coordination that rests on one is fragile")),),
        evidence=(*evidence(graph, rows_of_ties(graph, case.subject)), *open_lists(graph)),
        observation=with_open_lists(
            graph,
            with_lines_between(
                graph,
                _(
                    "In the data, more than half of the shortest paths between the {n} others in its"
                    " group go through {name} (about {share} of 100)."
                ).format(
                    n=len(group) - 1,
                    name=actor,
                    share=round(_bottlenecks(graph)[case.subject] * 100),
                ),
                (group,),
                also_within=True,
            ),
        ),
        ground=_("Where most paths go through one, the others wait when that one is busy."),
        question=_(
            "What has to go through {name}, and what could the others settle directly?"
        ).format(name=actor),
        next_step=_("Choose one matter that two of the others can settle without {name}.").format(
            name=actor
        ),
    )


RULE = Rule(code="FRAG04", slug="bottleneck", page=__doc__ or "", assess=assess, tell=tell)
