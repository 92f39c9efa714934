"""What P1 to P3 rest on: sectors, services and public actors that meet or work together.

Only a tie that counts does: a link, or a seat as leader or member in one working arena (an information
forum, a referral or an acquaintance does not). Own definition.
"""

from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from samordning_graph.analysis.criterion import (
    Criterion,
    counted,
    not_assessed,
)
from samordning_graph.common.locale import _
from samordning_graph.common.phrases import first_few
from samordning_graph.graph.bit_relation import mask_of
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import (
    Graph,
    cached_per_graph,
    cached_per_graph_and_language,
    get_arena,
    names_in_text,
    node_name,
    nodes,
    rows_of,
    sector_name,
    ties_to,
)
from samordning_graph.graph.organisation import has_something_to_coordinate
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.graph.participation import has_leader, has_mandate
from samordning_graph.graph.political_bodies import administrative_arenas, political_units
from samordning_graph.graph.service_types import counts_as_unit, hosted_services, service_units
from samordning_graph.graph.sole_arena import (
    SoleArena,
    groups_only_by,
    heaviest,
    pairs_only_by,
)
from samordning_graph.rules.catalogue import link06_sectors_apart
from samordning_graph.rules.finding_text import evidence, nothing_filled_in, searched
from samordning_graph.rules.register import assessment_of
from samordning_graph.schema.tables import (
    Actor,
    Arena,
    ExternalActor,
    Link,
    Participation,
    Tie,
    Unit,
)

NAMES_SHOWN = 3
"""Names in a sentence; the rest are in the findings."""


def pairs_through_one_arena(graph: Graph) -> SoleArena | None:
    """Return the arena without which most of the pairs that should coordinate would not."""
    engine = pair_engine(graph)
    only_by = pairs_only_by(graph, lambda i: engine.needed(i, *Ground))
    return heaviest(only_by, engine.congruence(*Ground).documented)


# P1


@cached_per_graph_and_language
def sectors_in_touch(graph: Graph) -> Criterion:
    """P1: pairs of sectors whose services meet or work together."""
    assessment = assessment_of(graph, link06_sectors_apart.RULE)
    pairs = [
        " – ".join(sector_name(graph, sector) for sector in (case.subject, *case.related))
        for case in (*assessment.found, *assessment.undetermined)
    ]
    step = ""
    if pairs:
        step = _("Look for a documented contact between the sectors {pairs}.").format(
            pairs=first_few(pairs, NAMES_SHOWN)
        )
    criterion = counted(assessment, searched(graph, Participation, Link), step)
    only_by = groups_only_by(graph, link06_sectors_apart.pairs_between(graph).values())
    beside = _(
        "Look for a documented contact beside «{arena}»: without it, nothing of this point would be."
    )
    arena = heaviest(only_by, criterion.figures.documented)
    return _through_one_arena(graph, criterion, arena, beside)


def _through_one_arena(
    graph: Graph, criterion: Criterion, arena: SoleArena | None, beside: str
) -> Criterion:
    """Return a criterion that is no whole one where nothing would be left without one arena.

    `beside` is then the step, with a place for the {arena}.
    """
    if arena is None or arena.left:
        return criterion._replace(one_arena=arena)
    step = beside.format(arena=node_name(graph, arena.arena))
    return criterion._replace(
        one_arena=arena, hangs_on_it=True, step=f"{criterion.step} {step}".strip()
    )


# P2 and P3


class _Contact(NamedTuple):
    """Those with a tie that counts, those without, and those of whom the data cannot tell."""

    tied: list[Actor]
    apart: list[Actor]
    unknown: list[Actor]
    one_arena: SoleArena | None


def _contact(graph: Graph, actors: Iterable[Actor], not_with: Set[str] = frozenset()) -> _Contact:
    """Return who is in touch with a unit of the municipality, or with what counts as one.

    The units of `not_with` are passed over.
    Whoever nobody in the data could be in touch with is not known to be alone.
    """
    engine = pair_engine(graph)
    units = mask_of(
        engine.position[unit.id] for unit in nodes(graph, Unit) if unit.id not in not_with
    )
    hosted, possible = _hosted(graph)
    contact = _Contact([], [], [], None)
    groups = []
    for actor in actors:
        i = engine.position[actor.id]
        pairs = (engine.pairs(i) & units | hosted) & ~(1 << i)
        may_count = possible & ~(pairs | 1 << i)
        groups.append([(i, pairs)])
        if pairs & engine.covered(i):
            contact.tied.append(actor)
        elif (
            not pairs
            or pairs & engine.unknown(i)
            or may_count & (engine.covered(i) | engine.unknown(i))
        ):
            contact.unknown.append(actor)
        else:
            contact.apart.append(actor)
    one_arena = heaviest(groups_only_by(graph, groups), len(contact.tied))
    return contact._replace(one_arena=one_arena)


def _hosted(graph: Graph) -> tuple[int, int]:
    """Return the services of other municipalities that count as units of this one, and may count.

    A service of an unknown type may be one of this municipality.
    """
    position = pair_engine(graph).position
    of_known_type, of_unknown_type = (
        mask_of(
            position[actor.id]
            for actor in hosted_services(graph)
            if counts_as_unit(graph, actor) is certain
        )
        for certain in (True, None)
    )
    return of_known_type, of_unknown_type


def services_tied(graph: Graph) -> Criterion:
    """P2: services in touch with another unit, and those with something to coordinate that are not.

    Whoever is in touch counts, also where no task is filled in: a blank cell takes nothing away.
    With another unit: the law asks that the municipality coordinates its own services, and a tie to
    Husbanken coordinates none of them. Nor does a seat with a political body: it decides.
    """
    services = service_units(graph)
    with_work = {unit.id for unit in services if has_something_to_coordinate(graph, unit)}
    if not has_any_ties(graph):
        return not_assessed(searched(graph, Unit), reason=nothing_filled_in())
    if not with_work:
        return not_assessed(
            searched(graph, Unit),
            len(services),
            step=_(
                "Fill in which tasks, target groups and goals the units have («Oppgaver»,"
                " «Målgrupper», «Målansvar»)."
            ),
        )
    contact = _contact(graph, services, not_with=political_units(graph))
    apart, unknown = (
        [actor for actor in actors if actor.id in with_work]
        for actors in (contact.apart, contact.unknown)
    )
    lacking = apart or unknown
    criterion = Criterion(
        figures=ThreeFigures(len(contact.tied), len(apart), len(unknown)),
        evidence=searched(graph, Unit, Participation, Link),
        step=_("Look for a documented contact with another unit for {units}.").format(
            units=_named(graph, lacking)
        )
        if lacking
        else "",
    )
    beside = _(
        "Look for a documented contact beside «{arena}»: without it, no service would be in touch"
        " with another unit."
    )
    return _through_one_arena(graph, criterion, contact.one_arena, beside)


def public_actors_tied(graph: Graph) -> Criterion:
    """P3: public external actors that a unit, or a hosted service, is linked to or meets.

    A service that another municipality runs is asked for as well: no other clause asks for it.
    """
    actors = [actor for actor in nodes(graph, ExternalActor) if actor.public]
    if not actors or not has_any_ties(graph):
        reason = _("No public external actor is registered.") if not actors else nothing_filled_in()
        return not_assessed(searched(graph, ExternalActor), reason=reason)
    contact = _contact(graph, actors)
    lacking = [*contact.apart, *contact.unknown]
    return Criterion(
        figures=ThreeFigures(len(contact.tied), len(contact.apart), len(contact.unknown)),
        evidence=(
            *evidence(graph, contact.tied[:NAMES_SHOWN]),
            *searched(graph, Participation, Link),
        ),
        step=_("Look for a documented link or meeting place with {actors}.").format(
            actors=_named(graph, lacking)
        )
        if lacking
        else "",
        one_arena=contact.one_arena,
    )


def _named(graph: Graph, actors: Iterable[Actor]) -> str:
    return first_few(names_in_text(graph, [actor.id for actor in actors]), NAMES_SHOWN)


# The arena of P2


@cached_per_graph
def mandate_and_leader(graph: Graph) -> Mapping[str, bool | None]:
    """Return whether each working arena has both a mandate and a leader; None when nobody has said.

    Political bodies are left out. That nobody leads is said where the participant list is complete
    and gives everybody's role, none of them the leader's, while some other arena has a leader.
    """
    return {
        arena.id: _both(has_mandate(arena), is_led(graph, arena))
        for arena in administrative_arenas(graph)
    }


def _both(first: bool | None, second: bool | None) -> bool | None:
    if False in (first, second):
        return False
    return None if None in (first, second) else True


def is_led(graph: Graph, arena: Arena) -> bool | None:
    """Return whether an arena has a leader; None when nobody has said."""
    if has_leader(graph, arena.id):
        return True
    if not any(has_leader(graph, other.id) for other in nodes(graph, Arena)):
        return None  # the role has not been used
    rows = rows_of(ties_to(graph, arena.id, Tie.PARTICIPATES_IN))
    roles_given = all(isinstance(row, Participation) and row.role is not None for row in rows)
    return False if arena.participants_complete and roles_given else None


def arena_with_mandate(graph: Graph) -> Criterion:
    """P2: a working arena that has both a mandate and a leader.

    What an arena of no known kind lacks is not held against it: it may be for information only.
    """
    states = {
        arena_id: state or (None if get_arena(graph, arena_id).kind is None else state)
        for arena_id, state in mandate_and_leader(graph).items()
    }
    settled = [get_arena(graph, arena_id) for arena_id, state in states.items() if state]
    step = _("Look for a working arena with both a mandate and a leader.")
    if settled:
        return Criterion(
            figures=ThreeFigures(documented=1), evidence=evidence(graph, settled[:NAMES_SHOWN])
        )
    if None in states.values() or not states:
        not_known = sum(state is None for state in states.values())
        return not_assessed(searched(graph, Arena), not_known, step=step)
    return Criterion(
        figures=ThreeFigures(not_documented=1), evidence=searched(graph, Arena), step=step
    )
