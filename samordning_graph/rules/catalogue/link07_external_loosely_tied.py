"""LINK07 external-loosely-tied: An external actor with an agreement but no meeting place, or with informal contact only.

What it finds
    External actors that have an agreement in force with a unit, but take part in no working arena
    together with any unit. And external actors whose every contact with units is an acquaintance,
    or is not settled in writing.
Why it matters
    An agreement that is followed up nowhere is found again when it has run out. A contact that
    rests on two people who know each other ends with one of them.
How it is decided
    Looked at is everyone outside the municipality with some tie to a unit: a collaboration, an
    agreement in force, a referral, or an arena where both are listed. Whoever takes part as leader
    or member in one working arena with a unit as leader or member has a meeting place, and is not
    found. Informal is a collaboration of strength kjennskap (awareness), and one of which
    every row says that it is not formal; a referral is neither, and the answer that there is no
    contact is no contact. Arenas where it and a unit are listed that do not count, and where all
    contact is informal, lapsed agreements, are told with the finding. Unlike most rules about links it does not ask that the sectors differ: a
    hospital and the municipality's own health service need a meeting place too.
Known limits
    An actor that would be found, but was not asked about contact and arenas while some working arena has an open participant
    list (said to be incomplete, or naming nobody) that does not name it, is not assessed. An
    agreement may say itself how it is followed up, for example in meetings of its own that have not
    been filled in as an arena.
Source
    Whether formal and informal contact coincide, as a question to a network: Husbanken,
    «Nettverksanalyse som verktøy i det boligsosiale arbeidet». The limits: own definition.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import listed
from samordning_graph.graph.contact import actor_ties, actors_with_incomplete_ties, has_any_ties
from samordning_graph.graph.excluded_ties import ExcludedTie, Exclusion, excluded_among
from samordning_graph.graph.graph import (
    Graph,
    get_actor,
    is_unit,
    listed_names,
    nodes,
    options_of,
    rows_of,
    ties_from,
    ties_to,
)
from samordning_graph.graph.links import agreement_in_force, is_contact
from samordning_graph.graph.participation import (
    MEMBER_ROLES,
    arena_members,
    excluded_arenas,
    roles_by_arena,
)
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.coverage_text import excluded_rows, with_excluded
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import (
    confidence,
    evidence,
    ground_for_contact,
    nothing_filled_in,
    open_lists,
    searched,
)
from samordning_graph.rules.next_step import partners_of, seat_of, step_sentence, step_towards
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import ExternalActor, Participation, Tie

Contacts: TypeAlias = list[tuple[str, dict[str, Any]]]
_CONTACT = (Tie.COLLABORATES_WITH, Tie.HAS_AGREEMENT_WITH, Tie.REFERS_TO)


def assess(graph: Graph) -> Assessment:
    """Look at every external actor with a tie to a unit."""
    if not has_any_ties(graph):
        return nothing_to_assess(nothing_filled_in())
    tied = [external.id for external in nodes(graph, ExternalActor) if _is_tied(graph, external.id)]
    if not tied:
        return nothing_to_assess(_("No external actor has a tie to a unit in the data."))
    loose = [external for external in tied if _is_loose(graph, external)]
    left_out = actors_with_incomplete_ties(graph)
    undetermined = [Case(external) for external in loose if external in left_out]
    examined = len(tied) - len(undetermined)
    return Assessment(
        examined=examined,
        found=[Case(external) for external in loose if external not in left_out],
        undetermined=undetermined,
        reason=""
        if examined
        else _(
            "No external actor was asked about contact and arenas, and participant lists that could"
            " have shown them are incomplete."
        ),
    )


def _is_tied(graph: Graph, external: str) -> bool:
    return bool(_contacts(graph, external)) or any(
        is_unit(graph, participant)
        for arena in actor_ties(graph)[external].arenas
        for participant in roles_by_arena(graph)[arena]
    )


def _is_loose(graph: Graph, external: str) -> bool:
    contacts = [tie for _unit, tie in _contacts(graph, external)]
    return (
        bool(contacts)
        and not _meets_a_unit(graph, external)
        and (
            any(tie["tie"] is Tie.HAS_AGREEMENT_WITH for tie in contacts)
            or all(_is_informal(tie) for tie in contacts)
        )
    )


def _contacts(graph: Graph, external: str) -> Contacts:
    """Return (unit, tie) of the collaborations, agreements in force and referrals with units."""
    as_of = options_of(graph).as_of
    return [
        (unit, tie)
        for unit, tie in (
            *ties_from(graph, external, *_CONTACT),
            *ties_to(graph, external, *_CONTACT),
        )
        if is_unit(graph, unit)
        and (tie["tie"] is not Tie.HAS_AGREEMENT_WITH or agreement_in_force(tie, as_of))
        and (tie["tie"] is not Tie.COLLABORATES_WITH or is_contact(tie))
    ]


def _is_informal(tie: Mapping[str, Any]) -> bool:
    return tie.get("strength") == "awareness" or tie.get("formal") is False


def _meets_a_unit(graph: Graph, external: str) -> bool:
    return any(
        role in MEMBER_ROLES
        and arena not in excluded_arenas(graph)
        and any(is_unit(graph, member) for member in arena_members(graph, arena))
        for arena, role in actor_ties(graph)[external].arenas.items()
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one external actor."""
    external = get_actor(graph, case.subject)
    assert isinstance(external, ExternalActor), external.id
    contacts = _contacts(graph, external.id)
    agreements = [contact for contact in contacts if contact[1]["tie"] is Tie.HAS_AGREEMENT_WITH]
    units = sorted({unit for unit, _tie in agreements or contacts})
    if agreements:
        observation = _(
            "{name} has an agreement in force with {units} ({agreements}). The data show no working"
            " arena where it takes part together with a unit."
        ).format(
            name=external.name,
            units=listed_names(graph, units),
            agreements=listed(sorted({f"«{tie['agreement']}»" for _unit, tie in agreements})),
        )
        question = _("Where do {name} and {unit} see how the agreement works?")
        step = step_towards(graph, partners_of(graph, external.id, units[0]), ())
        next_step = step_sentence(graph, step)
    else:
        step = None
        observation = _(
            "The data show only loose contact between {name} and {units}: {contacts}."
        ).format(name=external.name, units=listed_names(graph, units), contacts=_in_words(contacts))
        question = _("Does the contact between {name} and {unit} hold if one person leaves?")
        next_step = _("Write down who has the contact with {name}, and what it is about.").format(
            name=external.name
        )
    excluded = _excluded(graph, external.id, units, is_informal=not agreements)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.RECOMMENDED,
        confidence=confidence(graph, (external.id, *units)),
        grounds=(FindingGround(ground_for_contact(external), "boligsosialloven § 5"),),
        evidence=(
            *evidence(
                graph,
                (
                    *rows_of([*contacts, *ties_from(graph, external.id, Tie.PARTICIPATES_IN)]),
                    *excluded_rows(excluded),
                ),
            ),
            *searched(graph, Participation),
            *open_lists(graph),
        ),
        excluded=excluded,
        observation=with_excluded(graph, observation, excluded),
        ground=ground_for_contact(external),
        question=question.format(name=external.name, unit=listed_names(graph, units)),
        next_step=next_step,
        seat=seat_of(step),
    )


def _excluded(
    graph: Graph, external: str, units: Iterable[str], *, is_informal: bool
) -> tuple[ExcludedTie, ...]:
    """Return what an external actor has in common with units that is no meeting place.

    With any unit that is listed where it is; an agreement that has lapsed too, where there is none.
    """
    listed_with_it = {
        participant
        for arena in actor_ties(graph)[external].arenas
        for participant in roles_by_arena(graph)[arena]
        if is_unit(graph, participant)
    }
    partners = sorted({*units, *listed_with_it})
    return tuple(
        tie
        for tie in excluded_among(graph, [(external, unit) for unit in partners])
        if tie.arena or (is_informal and tie.exclusion is Exclusion.LAPSED)
    )


def _in_words(contacts: Contacts) -> str:
    """Return what kinds of loose contact there are."""
    aware = [tie["strength"] == "awareness" for _unit, tie in contacts]
    kinds = []
    if any(aware):
        kinds.append(_("they know of each other"))
    if not all(aware):
        kinds.append(_("they work together without anything in writing"))
    return listed(kinds)


RULE = Rule(
    code="LINK07",
    slug="external-loosely-tied",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    version=2,
)
