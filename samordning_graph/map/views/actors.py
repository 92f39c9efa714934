"""The view of actors at a long table, with the arenas between them, and what may be missing.

A duty that several pairs could meet is a node, with a tie to each party on its two sides: one contact
across is enough, so no single pair of them is missing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import itemgetter
from typing import Any

from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.drawing.municipality_table import guests_of, table_of
from samordning_graph.drawing.table_order import keep_order
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage, Ground
from samordning_graph.graph.duties import duty_name, get_duty
from samordning_graph.graph.graph import (
    Graph,
    actors,
    node_name,
    nodes,
    options_of,
    sector_name,
    ties_by_kind,
    words_of,
)
from samordning_graph.graph.links import agreement_in_force, is_contact, makes_linked
from samordning_graph.graph.pair_figures import figures_in_words
from samordning_graph.graph.participation import MEMBER_ROLES, roles_by_arena
from samordning_graph.map.gaps import GAP_KINDS, Gap, map_findings
from samordning_graph.map.geometry.frame import Point
from samordning_graph.map.node_labels import label
from samordning_graph.map.view import Counted, MapNode, Region, View, ViewFlag, ViewTie
from samordning_graph.map.views.actor_layout import Layout, layout
from samordning_graph.map.views.actor_nodes import actor_node, arena_node
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.register import rule_of
from samordning_graph.schema.tables import Arena, Tie

DUTY_OF_ONE_PAIR = 3
"""Keys of a gap: a duty and its two parties. Only one pair can meet it, so it needs no mark."""


def actors_view(graph: Graph) -> View:
    """Return the actors and arenas of a municipality, their ties and their gaps."""
    duties = {key: gap for key, gap in _duties(graph).items() if _has_a_mark(gap)}
    placed = layout(table_of(graph), duties)
    return View(
        id="actors",
        name=_("Actors and arenas"),
        meaning=_(
            "Sectors sit on both sides of a table, a service a row, with the arenas between them."
            " Dashed lines are pairs with a ground to coordinate, but no common meeting place or"
            " direct collaboration in the data."
        ),
        nodes=(
            *(actor_node(graph, actor) for actor in actors(graph)),
            *(arena_node(graph, arena) for arena in nodes(graph, Arena)),
            *(_duty(graph, key, gap) for key, gap in duties.items()),
        ),
        positions=placed.positions,
        ties=(
            *_participation(graph),
            *_links(graph),
            *_referrals(graph),
            *gap_ties(graph),
        ),
        regions=tuple(_regions(graph, placed)),
        whole=placed.whole,
        flags=frozenset(ViewFlag),
        counted=_counted(graph),
    )


def with_earlier_seats(graph: Graph, view: View, earlier: Mapping[str, Point]) -> View:
    """Return the view in the order of an earlier map, of which the positions are given.

    Sectors keep their column and their place in it, and rows and arenas their order; who is new
    stands at the height of what it is tied to.
    """
    table = keep_order(guests_of(graph), earlier)
    if table is None:
        return view
    placed = layout(table, [node.key for node in view.nodes if node.kind == "duty"])
    return replace(
        view,
        positions=placed.positions,
        regions=tuple(_regions(graph, placed)),
        whole=placed.whole,
    )


def _regions(graph: Graph, placed: Layout) -> Iterator[Region]:
    for region in placed.regions:
        name = sector_name(graph, region.sector)
        yield Region(name=name, sector=region.sector, box=region.box)


def _counted(graph: Graph) -> Counted:
    """Return the figures of the pairs with a ground, as the report has them."""
    figures = pair_engine(graph).congruence(*Ground)
    sentence = _("Pairs with a ground to coordinate: {figure}.")
    return Counted(figures, sentence.format(figure=figures_in_words(figures)))


# Nodes


def _duties(graph: Graph) -> dict[str, Gap]:
    """Return, by key, the duties of which the data show no contact that meets them."""
    return {
        gap.about[0]: gap
        for gap in map_findings(graph).gaps
        if rule_of(gap.finding.identity.rule).subject is SubjectKind.DUTY
        and gap.finding.accepted is None
    }


def _has_a_mark(gap: Gap) -> bool:
    """Return whether a duty is drawn as a node, or as a line between the only two it is about."""
    return len(gap.about) != DUTY_OF_ONE_PAIR


def _duty(graph: Graph, key: str, gap: Gap) -> MapNode:
    duty = duty_name(graph, gap.finding.identity.subject)
    lone, others = _lone_side(graph, gap)
    sides = ngettext(
        "{lone} on one side, {n} on the other.", "{lone} on one side, {n} on the other.", others
    ).format(lone=node_name(graph, lone) if lone else "", n=others)
    return MapNode(
        key=key,
        kind="duty",
        name=duty,
        label=label(duty),
        facts=(
            _("A duty to cooperate: one contact or agreement across its two sides is enough"),
            *([sides] if lone else []),
        ),
        attributes={"lone": lone} if lone else {},
    )


def _lone_side(graph: Graph, gap: Gap) -> tuple[str, int]:
    """Return who is alone on a side of a duty, empty without any, and how many are on the other."""
    engine = pair_engine(graph)
    duty = get_duty(graph, gap.finding.identity.subject)
    first = second = 0
    for position, row in engine.duty_pairs(duty, possible=True):
        first |= 1 << position
        second |= row
    for side, other in ((first, second), (second, first)):
        if side.bit_count() == 1 < other.bit_count():
            return engine.ids[side.bit_length() - 1], other.bit_count()
    return "", 0


# Ties


def _participation(graph: Graph) -> Iterator[ViewTie]:
    words, meetings = words_of(graph, "role"), _meetings(graph)
    for arena, roles in roles_by_arena(graph).items():
        for actor in sorted(roles):
            yield ViewTie(
                kind="takes_part" if roles[actor] in MEMBER_ROLES else "loose",
                source=actor,
                target=arena,
                facts=(words[roles[actor]].name,),
                weight=meetings[arena],
            )


def _meetings(graph: Graph) -> Mapping[str, float | None]:
    return {arena.id: arena.meetings_per_year for arena in nodes(graph, Arena)}


def _links(graph: Graph) -> Iterator[ViewTie]:
    options = options_of(graph)
    for first, second, properties in _in_order(graph, Tie.COLLABORATES_WITH):
        if not is_contact(properties):
            continue
        kind = "link" if makes_linked(properties, options) else "loose"
        facts = tuple(_collaboration(graph, properties))
        yield ViewTie(
            kind=kind, source=first, target=second, facts=facts, weight=properties["per_year"]
        )
    facts_of: dict[tuple[str, str], list[str]] = defaultdict(list)
    for first, second, properties in _in_order(graph, Tie.HAS_AGREEMENT_WITH):
        if agreement_in_force(properties, options.as_of):
            facts_of[first, second] += _agreement(properties)
    for (first, second), agreements in facts_of.items():
        yield ViewTie(kind="agreement", source=first, target=second, facts=tuple(agreements))


def _in_order(graph: Graph, tie: Tie) -> list[tuple[str, str, dict[str, Any]]]:
    return sorted(ties_by_kind(graph)[tie], key=itemgetter(0, 1))


def _collaboration(graph: Graph, properties: Mapping[str, Any]) -> Iterator[str]:
    yield words_of(graph, "strength")[properties["strength"]].name
    if properties["per_year"] is not None:
        yield _("times a year: {n}").format(n=f"{properties['per_year']:g}")


def _agreement(properties: Mapping[str, Any]) -> Iterator[str]:
    yield properties["agreement"]
    if properties["valid_to"] is not None:
        yield _("in force until {date}").format(date=in_words(properties["valid_to"]))


def _referrals(graph: Graph) -> Iterator[ViewTie]:
    words = words_of(graph, "target_group")
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for source, target, properties in _in_order(graph, Tie.REFERS_TO):
        group = properties.get("target_group")
        groups[source, target] += (
            [_("About: {group}").format(group=words[group].name)] if group else []
        )
    for (source, target), facts in groups.items():
        yield ViewTie(kind="referral", source=source, target=target, facts=tuple(facts))


def _sides(gap: Gap) -> Iterator[ViewTie]:
    """Yield a tie from a duty to each of its parties, or between them where there are only two."""
    kind = GAP_KINDS[Coverage.NOT_ASSESSED if gap.is_undetermined else Coverage.NONE]
    duty, *parties = gap.about
    pairs = [(duty, party) for party in parties] if _has_a_mark(gap) else [tuple(parties)]
    for first, second in pairs:
        yield ViewTie(
            kind=kind,
            source=first,
            target=second,
            facts=(gap.title, gap.finding.observation),
            about=(gap.finding.identity,),
        )


def gap_ties(graph: Graph) -> tuple[ViewTie, ...]:
    """Return the gaps between two actors, or between a duty and an actor, as ties."""
    sides = (line for gap in _duties(graph).values() for line in _sides(gap))
    return tuple(_merged((*map_findings(graph).ties, *sides)))


def _merged(ties: Iterable[ViewTie]) -> Iterator[ViewTie]:
    """Yield each tie once: a goal and a duty may both be a ground for the same pair."""
    by_id: dict[str, ViewTie] = {}
    for tie in ties:
        earlier = by_id.get(tie.id)
        by_id[tie.id] = (
            replace(earlier, facts=earlier.facts + tie.facts, about=earlier.about + tie.about)
            if earlier
            else tie
        )
    yield from by_id.values()
