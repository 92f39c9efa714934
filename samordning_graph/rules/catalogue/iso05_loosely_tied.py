"""ISO05 loosely-tied: A unit with loose ties only.

What it finds
    Units that are tied to somebody, but only through information arenas, being called in when
    needed, observing, or knowing of each other.
Why it matters
    Those who hear about each other once a year are on the map, and are still alone on the day
    that something has to be settled.
How it is decided
    The unit has some tie, but takes part as leader or member in no working arena, is linked to
    nobody, and neither sends nor receives referrals. The answer that there is no contact is no tie;
    a collaboration is a loose one where only confirmed ones count (`--links confirmed`). The ties of the units that are part of it
    count. Recommended when the unit has a task, a target group or a goal and no unit above it is
    tied; otherwise a hint. Of leadership, staff and political bodies it is a hint: they are no services.
Known limits
    An actor that was not asked about contact and arenas is not assessed as long as some working
    arena has an incomplete participant list that does not name it, unless a firmer tie settles it.
    What counts as a working arena follows the kind that is filled in.
Source
    Weak ties: Granovetter (1973), «The Strength of Weak Ties». The limit: own definition.
"""

from collections.abc import Iterator
from typing import Any

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import listed
from samordning_graph.graph.contact import actor_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.excluded_ties import lapsed_agreements
from samordning_graph.graph.graph import (
    Graph,
    get_actor,
    listed_names,
    nodes,
    options_of,
    rows_of,
    ties_from,
)
from samordning_graph.graph.links import is_contact
from samordning_graph.graph.organisation import ancestor_units, descendant_units
from samordning_graph.graph.participation import MEMBER_ROLES, excluded_arenas
from samordning_graph.rules.coverage_text import (
    arenas_not_counted,
    excluded_rows,
    with_excluded,
)
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, open_lists, searched
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.rules.shared.isolation import assess_actors, basis_of_isolation
from samordning_graph.schema.tables import Link, Participation, Referral, Tie, Unit


def assess(graph: Graph) -> Assessment:
    """Look at every unit."""
    all_ties = actor_ties(graph)
    return assess_actors(
        graph,
        nodes(graph, Unit),
        case_of=lambda unit: (
            Case(unit) if all_ties[unit] and not _is_firmly_tied(graph, unit) else None
        ),
        is_settled=lambda unit: _is_firmly_tied(graph, unit),
    )


def _is_firmly_tied(graph: Graph, unit: str) -> bool:
    ties = actor_ties(graph)[unit]
    engine = pair_engine(graph)
    position = engine.position[unit]
    excluded = excluded_arenas(graph)
    works = any(
        role in MEMBER_ROLES and arena not in excluded for arena, role in ties.arenas.items()
    )
    linked = engine.linked.row(position) & engine.pairs(position)
    return bool(works or linked or ties.referrals)


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one loosely tied unit."""
    unit = get_actor(graph, case.subject)
    ties = actor_ties(graph)[unit.id]
    lapsed = lapsed_agreements(graph, unit.id)
    line = frozenset({*ancestor_units(graph, unit.id), *descendant_units(graph, unit.id)})
    loose = arenas_not_counted(graph, unit.id)
    for actors, reason in (
        (ties.acquainted - line, _acquainted(graph)),
        ((ties.linked | ties.acquainted) & line, _("its own line in the organisation")),
    ):
        if actors:
            loose.append(f"{listed_names(graph, sorted(actors))} ({reason})")
    return Finding(
        identity=RULE.identity(case),
        basis=basis_of_isolation(graph, unit.id),
        confidence=confidence(graph, (unit.id,)),
        grounds=(FindingGround(_("Coordination of services"), "boligsosialloven § 5"),),
        evidence=(
            *evidence(
                graph,
                (*(rows_of(_loose_ties(graph, unit.id)) or (unit,)), *excluded_rows(lapsed)),
            ),
            *searched(graph, Participation, Link, Referral),
            *open_lists(graph),
        ),
        excluded=lapsed,
        observation=with_excluded(
            graph,
            _(
                "In the data, {name} has only loose ties, which do not count as coordination: {ties}."
            ).format(name=unit.name, ties=listed(loose)),
            lapsed,
        ),
        ground=_("The municipality's services shall be coordinated (§ 5 first paragraph)."),
        question=_("Is that enough for what {name} has to settle with others?").format(
            name=unit.name
        ),
        next_step=_("Consider a fixed seat for {name} in a working arena.").format(name=unit.name),
    )


def _acquainted(graph: Graph) -> str:
    if options_of(graph).links == "confirmed":
        return _("know of each other, or work together without both having reported it")
    return _("know of each other")


def _loose_ties(graph: Graph, unit: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from ties_from(graph, unit, Tie.PARTICIPATES_IN)
    for tie in ties_from(graph, unit, Tie.COLLABORATES_WITH):
        if is_contact(tie[-1]):
            yield tie


RULE = Rule(code="ISO05", slug="loosely-tied", page=__doc__ or "", assess=assess, tell=tell)
