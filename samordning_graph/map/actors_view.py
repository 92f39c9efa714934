"""The view of actors round a table, with the arenas in the middle, and what may be missing.

A duty that several could meet is drawn among the arenas, with a line to everybody on its two sides:
one contact across is enough, so no single pair of them is missing.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from samordning_graph.finding import Coverage
from samordning_graph.graph import (
    TAKING_PART,
    Graph,
    actor_ties,
    actors,
    agreement_in_force,
    is_open,
    is_unit,
    name,
    nodes,
    options_of,
    participants,
    sector_name,
    set_aside,
    ties_by_kind,
    words_of,
)
from samordning_graph.locale import _, in_words
from samordning_graph.map.gaps import KINDS, Gap, gaps
from samordning_graph.map.layout import layout
from samordning_graph.map.view import MapNode, Region, View, ViewTie
from samordning_graph.map.wording import asked, kind_of_actor, label, sector_heading
from samordning_graph.rules.duty_rule import duty_name
from samordning_graph.rules.telling import set_aside_reason
from samordning_graph.rules.wording import ABOUT_DUTIES
from samordning_graph.schema import Actor, Arena, ExternalActor, Tie, Unit

ARENA_LINE = 22
"""Letters in a line under an arena: nothing holds its name in."""


def view(graph: Graph) -> View:
    """Return the actors and arenas of a municipality, their ties and their gaps."""
    duties = _duties(graph)
    placed = layout(graph, {key: gap.about[1:] for key, gap in duties.items()})
    return View(
        id="actors",
        name=_("Actors and arenas"),
        meaning=_(
            "Sectors sit round a table, arenas lie in the middle. Dashed lines are pairs with a"
            " ground to coordinate, but no common meeting place or direct collaboration in the data."
        ),
        nodes=(
            *(_actor(graph, one) for one in actors(graph)),
            *(arena_node(graph, one, ARENA_LINE) for one in nodes(graph, Arena)),
            *(_duty(graph, key, gap) for key, gap in duties.items()),
        ),
        positions=placed.positions,
        ties=(
            *_participation(graph),
            *_links(graph),
            *_referrals(graph),
            *gaps(graph).ties,
            *(line for key, gap in duties.items() for line in _sides(graph, key, gap)),
        ),
        regions=tuple(
            Region(name=sector_heading(graph, one.sector), sector=one.sector, box=one.box)
            for one in placed.regions
        ),
        whole=placed.whole,
    )


# Nodes


def _actor(graph: Graph, one: Actor) -> MapNode:
    attributes: dict[str, str | bool] = {
        "sector": one.sector,
        "tied": bool(actor_ties(graph)[one.id]),
    }
    if isinstance(one, ExternalActor):
        attributes["type"] = one.actor_type
    return MapNode(
        key=one.id,
        kind="unit" if isinstance(one, Unit) else "external",
        name=one.name,
        label=label(one.name),
        facts=tuple(_facts_of_actor(graph, one)),
        attributes=attributes,
    )


def _facts_of_actor(graph: Graph, one: Actor) -> Iterator[str]:
    yield kind_of_actor(graph, one)
    yield _("Sector: {sector}").format(sector=sector_name(graph, one.sector))
    if isinstance(one, Unit) and one.part_of:
        yield _("Part of: {unit}").format(unit=name(graph, one.part_of))
    yield asked(one)


def arena_node(graph: Graph, place: Arena, width: int) -> MapNode:
    """Return an arena as a node whose name is broken into lines of this width."""
    attributes: dict[str, str | bool] = {"working": place.id not in set_aside(graph)}
    if place.level:
        attributes["level"] = place.level
    if place.kind:
        attributes["arenaKind"] = place.kind
    return MapNode(
        key=place.id,
        kind="arena",
        name=place.name,
        label=label(place.name, width=width),
        facts=tuple(_facts_of_arena(graph, place)),
        attributes=attributes,
    )


def _facts_of_arena(graph: Graph, place: Arena) -> Iterator[str]:
    yield _("Coordination arena")
    if place.level:
        yield _("Level: {level}").format(level=words_of(graph, "level")[place.level].name)
    if place.meetings_per_year is not None:
        yield _("Meetings a year: {n}").format(n=f"{place.meetings_per_year:g}")
    reason = set_aside(graph).get(place.id)
    if reason:
        yield _("Not counted as a working arena: {reason}").format(reason=set_aside_reason(reason))
    if is_open(graph, place):
        yield _("The participant list is incomplete")


def _duties(graph: Graph) -> dict[str, Gap]:
    """Return the duties that may not be met, and those of which nobody can tell, by key."""
    return {
        gap.about[0]: gap
        for gap in gaps(graph).told
        if gap.finding.identity.rule in ABOUT_DUTIES and gap.finding.accepted is None
    }


def _duty(graph: Graph, key: str, gap: Gap) -> MapNode:
    called = duty_name(graph, gap.finding.identity.subject)
    return MapNode(
        key=key,
        kind="duty",
        name=called,
        label=label(called, width=ARENA_LINE),
        facts=(_("A duty to cooperate: one contact across its two sides is enough"),),
        attributes={},
    )


# Ties


def _participation(graph: Graph) -> Iterator[ViewTie]:
    words, meetings = words_of(graph, "role"), _meetings(graph)
    for arena, listed in participants(graph).items():
        for actor in sorted(listed):
            yield ViewTie(
                kind="takes_part" if listed[actor] in TAKING_PART else "loose",
                one=actor,
                other=arena,
                facts=(words[listed[actor]].name,),
                weight=meetings[arena],
            )


def _meetings(graph: Graph) -> Mapping[str, float | None]:
    return {place.id: place.meetings_per_year for place in nodes(graph, Arena)}


def _links(graph: Graph) -> Iterator[ViewTie]:
    found = []
    for one, other, data in ties_by_kind(graph)[Tie.COLLABORATES_WITH]:
        kind = "loose" if data["strength"] == "awareness" else "link"
        facts = tuple(_collaboration(graph, data))
        found.append(
            ViewTie(kind=kind, one=one, other=other, facts=facts, weight=data["per_year"])
        )
    for one, other, data in ties_by_kind(graph)[Tie.HAS_AGREEMENT_WITH]:
        if agreement_in_force(data, options_of(graph).as_of):
            facts = tuple(_agreement(data))
            found.append(ViewTie(kind="agreement", one=one, other=other, facts=facts))
    yield from sorted(found, key=lambda tie: (tie.one, tie.other, tie.kind, tie.facts))


def _collaboration(graph: Graph, data: Mapping[str, Any]) -> Iterator[str]:
    yield words_of(graph, "strength")[data["strength"]].name
    if data["per_year"] is not None:
        yield _("times a year: {n}").format(n=f"{data['per_year']:g}")


def _agreement(data: Mapping[str, Any]) -> Iterator[str]:
    yield data["agreement"]
    if data["valid_to"] is not None:
        yield _("in force until {date}").format(date=in_words(data["valid_to"]))


def _referrals(graph: Graph) -> Iterator[ViewTie]:
    groups = words_of(graph, "target_group")
    for one, other, data in sorted(
        ties_by_kind(graph)[Tie.REFERS_TO], key=lambda tie: (tie[0], tie[1], str(tie[2]))
    ):
        group = data.get("target_group")
        facts = (_("About: {group}").format(group=groups[group].name),) if group else ()
        yield ViewTie(kind="referral", one=one, other=other, facts=facts)


def _sides(graph: Graph, key: str, gap: Gap) -> Iterator[ViewTie]:
    kind = KINDS[Coverage.NOT_ASSESSED if gap.is_open else Coverage.NONE]
    for party in gap.about[1:]:
        facts = (gap.title, _("Municipal unit") if is_unit(graph, party) else _("External actor"))
        yield ViewTie(
            kind=kind, one=key, other=party, facts=facts, about=(gap.finding.identity,)
        )
