"""ISO03 one-contact-point: A unit that is tied through a single arena.

What it finds
    Services that take part as leader or member in exactly one working arena and are linked to nobody.
Why it matters
    If that arena stops meeting, or the unit loses its seat, the unit is isolated. The map looks
    the same until the day it happens.
How it is decided
    The unit's own participation and links count, and those of the units that are part of it. To be
    called in when needed is evidence, not participation. Leadership, staff, political bodies and
    «Annet» are no services, and are left out.
Known limits
    An actor that was not asked about contact and arenas is not assessed as long as some working
    arena has an incomplete participant list that does not name it, unless a link, or a second arena
    settles it. One good arena can be enough for a small service.
Source
    Own definition; the two-mode counterpart of a pendant (Wasserman and Faust 1994, section 4.2).
"""

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import listed
from samordning_graph.graph.contact import actor_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.excluded_ties import lapsed_agreements
from samordning_graph.graph.graph import (
    Graph,
    get_actor,
    get_arena,
    node_name,
    rows_of,
    ties_between,
)
from samordning_graph.graph.organisation import ancestor_units, descendant_units
from samordning_graph.graph.participation import MEMBER_ROLES, excluded_arenas
from samordning_graph.graph.service_types import service_units
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.coverage_text import (
    arenas_not_counted,
    excluded_rows,
    with_excluded,
)
from samordning_graph.rules.family import DataBasis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, open_lists, searched
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.rules.shared.isolation import assess_actors
from samordning_graph.schema.tables import Link, Tie


def assess(graph: Graph) -> Assessment:
    """Look at every unit that is a service."""

    def case_of(unit: str) -> Case | None:
        arenas = _working_arenas(graph, unit)
        return (
            Case(unit, (arenas[0],)) if len(arenas) == 1 and not _is_linked(graph, unit) else None
        )

    return assess_actors(
        graph,
        service_units(graph),
        case_of,
        is_settled=lambda unit: _is_linked(graph, unit) or len(_working_arenas(graph, unit)) > 1,
    )


def _is_linked(graph: Graph, unit: str) -> bool:
    """Return whether a unit, or one below it, is linked to somebody outside its own line."""
    engine = pair_engine(graph)
    position = engine.position[unit]
    return bool(engine.linked.row(position) & engine.pairs(position))


def _with_tied_above(graph: Graph, ground: str, unit: str) -> str:
    """Return a ground, with the nearest unit above that has ties beside those of this one."""
    for boss in ancestor_units(graph, unit):
        if _is_linked(graph, boss) or len(_working_arenas(graph, boss)) > 1:
            return f"{ground} " + _("{boss}, which it is part of, has other ties.").format(
                boss=node_name(graph, boss)
            )
    return ground


def _working_arenas(graph: Graph, unit: str) -> list[str]:
    """Return the working arenas of a unit, and of those below it, as leader or member."""
    excluded = excluded_arenas(graph)
    return [
        arena_id
        for arena_id, role in actor_ties(graph)[unit].arenas.items()
        if role in MEMBER_ROLES and arena_id not in excluded
    ]


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one unit with a single contact point."""
    unit, only = get_actor(graph, case.subject), get_arena(graph, case.related[0])
    also_listed_in = arenas_not_counted(graph, unit.id)
    # A link to one's own boss is a tie, but those in one line are no partners.
    text = (
        _(
            "In the data, {name} takes part in one working arena, «{arena}», and works directly only"
            " with its own line in the organisation."
        )
        if actor_ties(graph)[unit.id].linked
        else _(
            "In the data, {name} takes part in one working arena, «{arena}», and has no direct"
            " collaboration."
        )
    )
    observation = text.format(name=unit.name, arena=only.name)
    if also_listed_in:
        observation += " " + _("It is also listed in {arenas}, which does not count here.").format(
            arenas=listed(also_listed_in)
        )
    lapsed = lapsed_agreements(graph, unit.id)
    ties = [
        tie
        for unit_id in (unit.id, *sorted(descendant_units(graph, unit.id)))
        for tie in ties_between(graph, unit_id, only.id, Tie.PARTICIPATES_IN)
    ]
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, (unit.id,), (only.id,)),
        grounds=(FindingGround(_("One contact point is fragile")),),
        evidence=(
            *evidence(graph, (unit, *rows_of(ties), *excluded_rows(lapsed))),
            *searched(graph, Link),
            *open_lists(graph),
        ),
        excluded=lapsed,
        observation=with_excluded(graph, observation, lapsed),
        ground=_with_tied_above(
            graph,
            _(
                "If «{arena}» ends, {name} has neither a working arena nor direct collaboration in the"
                " data."
            ).format(arena=only.name, name=unit.name),
            unit.id,
        ),
        question=_("Who would {name} turn to if «{arena}» did not meet?").format(
            name=unit.name, arena=only.name
        ),
        next_step=_(
            "Agree on one more contact for {name}: a direct one, or a seat in another arena."
        ).format(name=unit.name),
    )


RULE = Rule(
    code="ISO03",
    slug="one-contact-point",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    rests_on=DataBasis.PARTICIPANT_LISTS,
    version=2,
)
