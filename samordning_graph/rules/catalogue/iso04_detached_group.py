"""ISO04 detached-group: A group that is tied together, but not to the rest.

What it finds
    Groups of two or more actors, at least one a service of the municipality, that meet or work
    together and have no tie to the largest group.
Why it matters
    Inside such a group everything looks coordinated. Nobody in it sees that the rest is missing,
    and the rest does not see the group.
How it is decided
    Components of the graph of actors and working arenas, with participation as leader or member
    and links as ties. Groups of leadership, staff, political bodies, «Annet» and external actors
    alone are left out: they are no services. Of the others the main group is the one with most
    actors (of equal ones the one with the smallest id). An information forum and the
    organisation chart join nothing here; a working arena does, however seldom it meets, unless
    --min-meetings says otherwise. What the group has with the rest that does not count is told with
    the finding.
Known limits
    A group with an actor that was not asked about contact and arenas is not assessed as long as
    some working arena has an incomplete participant list that does not name that actor. A group may be right to stand alone.
Source
    Components: Wasserman and Faust (1994), «Social Network Analysis», section 4.3. Which ties
    count: own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.contact import (
    actor_components,
    actors_with_incomplete_ties,
    has_any_ties,
)
from samordning_graph.graph.excluded_ties import excluded_ties
from samordning_graph.graph.graph import (
    Graph,
    cached_per_graph,
    listed_names,
    node_name,
    rows_of,
    ties_from,
)
from samordning_graph.graph.links import rows_of_links
from samordning_graph.graph.service_types import has_service
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.coverage_text import excluded_rows, with_excluded
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import (
    confidence,
    evidence,
    nothing_filled_in,
    open_lists,
    searched,
    with_lines_between,
)
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import Link, Participation, Tie


def assess(graph: Graph) -> Assessment:
    """Look at every component of two or more actors."""
    if not has_any_ties(graph):
        return nothing_to_assess(nothing_filled_in())
    groups = _groups(graph)
    if not groups:
        return nothing_to_assess(_("No service is tied to anybody in the data."))
    detached = groups[1:]
    open_groups = [group for group in detached if actors_with_incomplete_ties(graph) & set(group)]
    return Assessment(
        examined=len(groups) - len(open_groups),
        found=sorted(_case(group) for group in detached if group not in open_groups),
        undetermined=sorted(_case(group) for group in open_groups),
    )


@cached_per_graph
def _groups(graph: Graph) -> list[tuple[str, ...]]:
    """Return the groups of two or more with a service of the municipality, the main group first."""
    return [
        group for group in actor_components(graph) if len(group) > 1 and has_service(graph, group)
    ]


def _case(group: tuple[str, ...]) -> Case:
    return Case(group[0], group[1:])


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one detached group."""
    group = (case.subject, *case.related)
    main = _groups(graph)[0]
    excluded = excluded_ties(graph, group, main)
    observation = _(
        "In the data, {group} are tied to each other, but to none of the {n} in the group of {actor}."
    ).format(group=listed_names(graph, group), n=len(main), actor=node_name(graph, main[0]))
    observation = with_lines_between(graph, observation, (group, main))
    rows = [
        *rows_of(tie for actor in group for tie in ties_from(graph, actor, Tie.PARTICIPATES_IN)),
        *(row for actor in group for row in rows_of_links(graph)[actor]),
    ]
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, group),
        grounds=(FindingGround(_("Cooperation across sectors"), "boligsosialloven § 5"),),
        evidence=(
            *evidence(graph, (*rows, *excluded_rows(excluded))),
            *searched(graph, Participation, Link),
            *open_lists(graph),
        ),
        excluded=excluded,
        observation=with_excluded(graph, observation, excluded),
        ground=_("No working arena and no link joins the group to the rest."),
        question=_("Who in the rest should know {name} best?").format(
            name=node_name(graph, case.subject)
        ),
        next_step=_("Choose one of the group who can take a seat in an arena of the others."),
    )


RULE = Rule(
    code="ISO04", slug="detached-group", page=__doc__ or "", assess=assess, tell=tell, version=2
)
