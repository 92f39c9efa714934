"""LINK06 sectors-apart: Two sectors without any common arena or link.

What it finds
    Pairs of sectors that both have units, where no unit of one is linked to or meets a unit of the
    other.
Why it matters
    Where two sectors have no contact at all, every question between them goes by way of the top or
    the user. § 5 asks for cooperation across sectors.
How it is decided
    Every pair of units between the two sectors has coverage none. Leadership, staff, political
    bodies and «Annet» are no services, and are left out. Recommended when both sectors have a unit with a task (§ 1);
    otherwise a hint. The observation says at which levels the sectors have arenas.
    A service that another municipality runs, of a known type, joins its sector to those whose units
    it is linked to or meets, but is never missed: two sectors are apart by their units alone.
Known limits
    Not every two sectors need each other. A pair of sectors is not assessed when some pair of their
    units is not, nor when only a service of another municipality may join them, or one joins them
    whose type or sector is not known. Other external actors are not looked at here.
Source
    Sector mixing: Krackhardt and Stern (1988), «Informal networks and organizational crises». The
    limit (no tie at all): own definition.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, combinations
from typing import TypeAlias

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import listed
from samordning_graph.graph.bit_relation import bits
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import PairEngine, pair_engine
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.excluded_ties import ExcludedTie, Exclusion, excluded_ties
from samordning_graph.graph.graph import (
    Graph,
    cached_per_graph,
    get_actor,
    sector_name,
    words_of,
)
from samordning_graph.graph.links import said_to_be_apart
from samordning_graph.graph.participation import arena_members, working_arenas
from samordning_graph.graph.service_types import (
    counts_as_unit,
    hosted_services,
    service_units,
)
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.coverage_text import excluded_rows, with_excluded, with_no_contact
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Finding, FindingGround, Seat
from samordning_graph.rules.finding_text import confidence, evidence, nothing_filled_in
from samordning_graph.rules.next_step import (
    NextStep,
    Renewal,
    after_asking,
    both_ways,
    seat_of,
    step_sentence,
    step_towards,
)
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.pair_rule import absence_of_coverage
from samordning_graph.schema.tables import Unit
from samordning_graph.schema.vocabulary import OTHER_WORD

Pairs: TypeAlias = list[tuple[int, int]]
"""(position of an actor, those with whom it makes a pair)."""


def assess(graph: Graph) -> Assessment:
    """Look at every pair of sectors with units that can make pairs."""
    if not has_any_ties(graph):
        return nothing_to_assess(nothing_filled_in())
    coverages = {case: _coverage(graph, case) for case in pairs_between(graph)}
    undetermined = [
        case for case, coverage in coverages.items() if coverage is Coverage.NOT_ASSESSED
    ]
    examined = len(coverages) - len(undetermined)
    if not coverages:
        return nothing_to_assess(_("There are no two sectors with services in the data."))
    return Assessment(
        examined=examined,
        found=[case for case, coverage in coverages.items() if coverage is Coverage.NONE],
        undetermined=undetermined,
        reason="" if examined else _("No pair of sectors can be assessed."),
    )


@cached_per_graph
def _units_by_sector(graph: Graph) -> dict[str, list[Unit]]:
    units: dict[str, list[Unit]] = defaultdict(list)
    for unit in service_units(graph):
        units[unit.sector].append(unit)
    return units


@cached_per_graph
def pairs_between(graph: Graph) -> Mapping[Case, Pairs]:
    """Return the pairs of services between each two sectors that can make any.

    As (position of one of the first sector, those of the second with whom it makes a pair). Those
    of a service that another municipality runs are with them where they are linked or meet.
    """
    engine = pair_engine(graph)
    services, certain, possible = _services(graph)
    between: dict[Case, Pairs] = {}
    for first, second in combinations(sorted({*services, *certain, *possible} - {OTHER_WORD}), 2):
        sides = (first, second), (second, first)
        of_units = _pairs(engine, services[first], services[second])
        joined = [
            (i, row & engine.covered(i))
            for near, far in sides
            for i, row in _pairs(engine, services[near], certain[far])
            if row & engine.covered(i)
        ]
        may_join = any(
            row & engine.covered(i)
            for near, far in sides
            for i, row in _pairs(engine, services[near], possible[far])
        )
        if of_units or joined or may_join:
            between[Case(first, (second,))] = [*of_units, *joined]
    return between


def _pairs(engine: PairEngine, first: int, second: int) -> Pairs:
    return [(i, row) for i in bits(first) if (row := engine.pairs(i) & second)]


@cached_per_graph
def _services(graph: Graph) -> tuple[Mapping[str, int], Mapping[str, int], Mapping[str, int]]:
    """Return who serves, by sector: units, those who count as units, and those who may.

    Hosted services are of the latter two; who may and says no sector stands under «Annet».
    """
    position, words = pair_engine(graph).position, words_of(graph, "sector")
    masks: tuple[dict[str, int], ...] = (defaultdict(int), defaultdict(int), defaultdict(int))
    for unit in service_units(graph):
        masks[0][unit.sector] |= 1 << position[unit.id]
    for hosted in hosted_services(graph):
        is_certain = counts_as_unit(graph, hosted) and words[hosted.sector].service
        masks[1 if is_certain else 2][hosted.sector] |= 1 << position[hosted.id]
    units, certain, possible = masks
    return units, certain, possible


def _coverage(graph: Graph, case: Case) -> Coverage:
    """Return the best coverage of any of the pairs of two sectors."""
    engine, pairs = pair_engine(graph), pairs_between(graph)[case]
    if any(row & engine.covered(i) for i, row in pairs):
        return Coverage.ARENA
    services, certain, possible = _services(graph)
    first, (second,) = case
    hosted = [
        pair
        for near, far in ((first, second), (second, first))
        for pair in _pairs(
            engine, services[near], certain[far] | possible[far] | possible[OTHER_WORD]
        )
    ]
    if any(row & (engine.covered(i) | engine.unknown(i)) for i, row in hosted) or any(
        engine.not_assessed(i, row) for i, row in pairs
    ):
        return Coverage.NOT_ASSESSED
    return Coverage.NONE


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about two sectors apart."""
    sectors = (case.subject, case.related[0])
    units = [_units_by_sector(graph)[sector] for sector in sectors]
    first, second = (sector_name(graph, sector) for sector in sectors)
    both_have_tasks = all(any(unit.tasks for unit in of_sector) for of_sector in units)
    levels = [_levels_in_words(graph, sector) for sector in sectors]
    sides = [[unit.id for unit in of_sector] for of_sector in units]
    excluded, apart = excluded_ties(graph, *sides), said_to_be_apart(graph, *sides)
    observation = _(
        "In the data, no unit in the sector {one} meets or works with a unit in the sector {other}."
    ).format(one=first, other=second)
    observation = with_no_contact(graph, with_excluded(graph, observation, excluded), apart)
    nearer = _nearer_step(graph, case, excluded)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.RECOMMENDED if both_have_tasks else Basis.HINT,
        confidence=confidence(graph, chain(*sides)),
        coverage=Coverage.NONE,
        grounds=(FindingGround(_("Cooperation across sectors"), "boligsosialloven § 5"),),
        evidence=(
            *evidence(
                graph,
                (*chain(*units), *excluded_rows(excluded), *chain(*apart.values())),
            ),
            *absence_of_coverage(graph),
        ),
        excluded=excluded,
        observation=observation
        + " "
        + _("Arenas of {one}: {one_levels}. Arenas of {other}: {other_levels}.").format(
            one=first, other=second, one_levels=levels[0], other_levels=levels[1]
        ),
        ground=_("The municipality shall ensure cooperation across sectors (§ 5 first paragraph)."),
        question=_(
            "Where are questions that are about both {one} and {other} settled today?"
        ).format(one=first, other=second),
        next_step=step_sentence(graph, nearer, excluded)
        if nearer
        else after_asking(graph, excluded, _next_step(graph, sectors)),
        seat=seat_of(nearer),
    )


def _nearer_step(graph: Graph, case: Case, excluded: Iterable[ExcludedTie]) -> NextStep | None:
    """Return a lapsed agreement to renew, or a seat on call or as observer to make a member's.

    None where two units of the sectors have neither: what they have comes before an invitation.
    """
    if {tie.exclusion for tie in excluded}.isdisjoint({Exclusion.LAPSED, Exclusion.ROLE}):
        return None
    step = step_towards(graph, both_ways(pairs_between(graph)[case]), excluded)
    has_it = isinstance(step, Renewal) or (isinstance(step, Seat) and step.role is not None)
    return step if has_it else None


def _next_step(graph: Graph, sectors: Sequence[str]) -> str:
    """Return a seat in an arena of the sector that has one, the first of the two before the other."""
    by_arenas = sorted(sectors, key=lambda sector: not _levels(graph, sector))
    host, guest = (sector_name(graph, sector) for sector in by_arenas)
    if not _levels(graph, by_arenas[0]):
        return _("Consider one arena that both sectors can take part in.")
    return _("Consider whether one arena of {one} should have a member from {other}.").format(
        one=host, other=guest
    )


def _levels(graph: Graph, sector: str) -> Collection[str | None]:
    """Return at which levels a sector takes part in working arenas; None where it is not stated."""
    return {
        arena.level
        for arena in working_arenas(graph)
        for member in arena_members(graph, arena.id)
        if get_actor(graph, member).sector == sector
    }


def _levels_in_words(graph: Graph, sector: str) -> str:
    found, levels = _levels(graph, sector), words_of(graph, "level")
    known = [levels[level].name for level in levels if level in found]
    if None in found:
        known.append(_("level not stated"))
    return listed(known) or _("none that counts")


RULE = Rule(
    code="LINK06",
    slug="sectors-apart",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    subject=SubjectKind.SECTORS,
    draws_tie=True,
    version=4,
)
