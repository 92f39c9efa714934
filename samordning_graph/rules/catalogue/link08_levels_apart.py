"""LINK08 levels-apart: A strategic arena that nothing joins to the operational ones.

What it finds
    Strategic working arenas that have no leader or member in common with any operational one, and
    are neither anchored in one nor have one anchored in them.
Why it matters
    What is decided at the top has to reach those who do the work, and what they see has to reach
    those who decide. Coordination between levels is where municipalities say that it stops.
How it is decided
    The level of the arenas. In common is who is leader or member of both, or has units below it
    that are. Anchored also counts through other arenas: an operational arena anchored in a tactical
    one that is anchored in the strategic one. Looked at only where there are both strategic and
    operational working arenas. A tactical arena that shares people with both is told with the
    finding, and so is who is on both lists, but only on call or observer in one of them, or in an
    operational arena that does not count.
Known limits
    A strategic arena without such a tie is not assessed when its own participant list, or that of
    an operational one, is open (said to be incomplete, or naming nobody): whoever is in both may be
    missing from it. Arenas without a level are not looked at. Two arenas that answer to the same
    plan are not joined by it. The line in the organisation may carry what the arenas do not.
Source
    Coordination between administrative levels as the bottleneck: Møreforsking (2014). The rule: own
    definition.
"""

from collections.abc import Iterable

from samordning_graph.common.locale import _
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.excluded_ties import ExcludedTie, excluded_seats
from samordning_graph.graph.graph import (
    Graph,
    get_arena,
    listed_names,
    node_row,
    nodes,
    rows_of,
    ties_to,
)
from samordning_graph.graph.participation import (
    has_incomplete_list,
    rolled_up_members,
    working_arenas,
)
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.coverage_text import excluded_rows, with_excluded
from samordning_graph.rules.family import DataBasis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, nothing_filled_in, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import Arena, Participation, Tie


def assess(graph: Graph) -> Assessment:
    """Look at every strategic working arena."""
    if not has_any_ties(graph):
        return nothing_to_assess(nothing_filled_in())
    strategic, operational = _at(graph, "strategic"), _at(graph, "operational")
    if not strategic or not operational:
        return nothing_to_assess(
            _("There are not both strategic and operational working arenas in the data.")
        )
    lists_open = any(has_incomplete_list(graph, arena) for arena in operational)
    apart = _apart(graph, strategic, operational)
    undetermined = [
        Case(arena.id) for arena in apart if lists_open or has_incomplete_list(graph, arena)
    ]
    examined = len(strategic) - len(undetermined)
    return Assessment(
        examined=examined,
        found=[]
        if lists_open
        else [Case(arena.id) for arena in apart if not has_incomplete_list(graph, arena)],
        undetermined=undetermined,
        reason=""
        if examined
        else _("Participant lists that could have shown who is at both levels are incomplete."),
    )


def _at(graph: Graph, level: str) -> list[Arena]:
    return [arena for arena in working_arenas(graph) if arena.level == level]


def _apart(graph: Graph, strategic: list[Arena], operational: list[Arena]) -> list[Arena]:
    """Return the strategic arenas that neither people nor anchoring join to an operational one."""
    ids = {arena.id for arena in operational}
    at_operational = _everyone_in(graph, operational)
    above_operational = _anchors(graph, ids)
    return [
        arena
        for arena in strategic
        if arena.id not in above_operational
        and at_operational.isdisjoint(rolled_up_members(graph)[arena.id])
        and ids.isdisjoint(_anchors(graph, [arena.id]))
    ]


def _everyone_in(graph: Graph, arenas: Iterable[Arena]) -> frozenset[str]:
    """Return the leaders and members of some arenas, with the units that they are part of."""
    return frozenset().union(*(rolled_up_members(graph)[arena.id] for arena in arenas))


def _anchors(graph: Graph, arenas: Iterable[str]) -> set[str]:
    """Return the arenas that some arenas are anchored in, directly or through others."""
    found: set[str] = set()
    reached = set(arenas)
    while reached:
        reached = {
            upper
            for lower in reached
            for upper in get_arena(graph, lower).anchored_in
            if isinstance(node_row(graph, upper), Arena) and upper not in found
        }
        found |= reached
    return found


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one strategic arena."""
    subject, operational = get_arena(graph, case.subject), _at(graph, "operational")
    observation = _(
        "In the data, «{arena}» has no leader or member in common with any of the operational arenas"
        " ({n}), and no line of anchoring joins them."
    ).format(arena=subject.name, n=len(operational))
    at_strategic, at_operational = (
        rolled_up_members(graph)[subject.id],
        _everyone_in(graph, operational),
    )
    between = [
        arena.id
        for arena in working_arenas(graph)
        if arena.level not in ("strategic", "operational")
        and not at_strategic.isdisjoint(rolled_up_members(graph)[arena.id])
        and not at_operational.isdisjoint(rolled_up_members(graph)[arena.id])
    ]
    if between:
        observation += " " + _("{arenas} have people from both.").format(
            arenas=listed_names(graph, between)
        )
    excluded = _excluded(graph, subject)
    ties = ties_to(graph, subject.id, Tie.PARTICIPATES_IN)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, (), (subject.id, *(arena.id for arena in operational))),
        grounds=(FindingGround(_("Coordination between levels")),),
        evidence=(
            *evidence(graph, (subject, *operational, *rows_of(ties), *excluded_rows(excluded))),
            *searched(graph, Participation),
        ),
        excluded=excluded,
        observation=with_excluded(graph, observation, excluded),
        ground=_(
            "What is decided has to reach those who do the work, and what they see has to reach"
            " those who decide."
        ),
        question=_(
            "How does what «{arena}» decides reach those who do the work, and what they see reach"
            " «{arena}»?"
        ).format(arena=subject.name),
        next_step=_(
            "Consider whether somebody from an operational arena should sit in «{arena}», or whether"
            " one of them should be anchored in it."
        ).format(arena=subject.name),
    )


def _excluded(graph: Graph, strategic: Arena) -> tuple[ExcludedTie, ...]:
    """Return the seats that a strategic arena shares with operational ones that do not count."""
    operational = [arena.id for arena in nodes(graph, Arena) if arena.level == "operational"]
    return excluded_seats(graph, strategic.id, operational)


RULE = Rule(
    code="LINK08",
    slug="levels-apart",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    rests_on=DataBasis.PARTICIPANT_LISTS,
)
