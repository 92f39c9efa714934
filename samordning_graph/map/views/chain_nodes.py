"""Overviews, challenges, goals, strategies, measures and plans as nodes of the map."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from samordning_graph.common.locale import _, in_words
from samordning_graph.common.phrases import listed
from samordning_graph.graph.graph import Graph, name, words_of
from samordning_graph.graph.organisation import goal_holders
from samordning_graph.map.node_labels import label
from samordning_graph.map.view import MapNode
from samordning_graph.schema.tables import Challenge, Goal, Measure, Overview, Plan, Strategy, Tie

ChainRow: TypeAlias = Overview | Challenge | Goal | Strategy | Measure | Plan


def chain_node(graph: Graph, one: ChainRow) -> MapNode:
    """Return a row of the chain as a node of the map."""
    return MapNode(
        key=one.id,
        kind=one.label.lower(),
        name=one.name,
        label=label(one.name),
        facts=tuple(_facts(graph, one)),
        attributes={},
    )


def _facts(graph: Graph, one: ChainRow) -> Iterator[str]:
    if isinstance(one, Overview):
        yield _("Overview of housing needs")
        yield from _overview(one)
    elif isinstance(one, Plan):
        yield words_of(graph, "plan_kind")[one.kind].name
        yield from _plan(one)
    elif isinstance(one, Challenge):
        yield _("Challenge")
        yield from _text(one.text)
        if one.housing_type:
            yield words_of(graph, "housing_type")[one.housing_type].name
    else:
        yield {Goal: _("Goal"), Strategy: _("Strategy"), Measure: _("Measure")}[type(one)]
        yield from _text(one.text)
        yield from _aim(graph, one)
        yield from _held(graph, one.id)


def _text(text: str | None) -> Iterable[str]:
    return (text,) if text else ()


def _overview(one: Overview) -> Iterator[str]:
    if one.date:
        yield _("Made {date}").format(date=in_words(one.date))
    for covered, is_there, is_not in (
        (one.ordinary_housing, _("Covers ordinary housing"), _("Does not cover ordinary housing")),
        (one.adapted_housing, _("Covers adapted housing"), _("Does not cover adapted housing")),
    ):
        if covered is not None:
            yield is_there if covered else is_not


def _plan(one: Plan) -> Iterator[str]:
    if one.adopted:
        yield _("Adopted {date}").format(date=in_words(one.adopted))
    if one.valid_to:
        yield _("In force until {date}").format(date=in_words(one.valid_to))
    if one.discusses_social_housing is not None:
        yield (
            _("Discusses the social-housing work")
            if one.discusses_social_housing
            else _("Does not discuss the social-housing work, by the data")
        )


def _aim(graph: Graph, one: Goal | Strategy | Measure) -> Iterator[str]:
    if isinstance(one, Measure):
        if one.budgeted is not None:
            yield _("In the budget") if one.budgeted else _("Not in the budget")
    elif one.status:
        yield _("Status: {status}").format(status=words_of(graph, "status")[one.status].name)


def _held(graph: Graph, aim: str) -> Iterator[str]:
    by = goal_holders(graph).get(aim, {})
    for tie, sentence in (
        (Tie.OWNS, _("Owner: {names}")),
        (Tie.CONTRIBUTES_TO, _("Contributes: {names}")),
    ):
        actors = [name(graph, actor) for actor in sorted(by) if by[actor] is tie]
        if actors:
            yield sentence.format(names=listed(actors))
