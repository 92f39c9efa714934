"""Overviews, challenges, goals, strategies, measures and plans as nodes of the map."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from samordning_graph.common.locale import _, day_or_year, in_words
from samordning_graph.common.phrases import listed
from samordning_graph.graph.graph import Graph, node_name, words_of
from samordning_graph.graph.organisation import goal_holders
from samordning_graph.map.node_labels import label
from samordning_graph.map.view import MapNode
from samordning_graph.rules.shared.plan_times import time_of_overview, time_of_plan
from samordning_graph.schema.tables import Challenge, Goal, Measure, Overview, Plan, Strategy, Tie

ChainRow: TypeAlias = Overview | Challenge | Goal | Strategy | Measure | Plan


def chain_node(graph: Graph, row: ChainRow) -> MapNode:
    """Return a row of the chain as a node of the map."""
    return MapNode(
        key=row.id,
        kind=row.label.lower(),
        name=row.name,
        label=label(row.name),
        facts=tuple(_facts(graph, row)),
        attributes={},
    )


def _facts(graph: Graph, row: ChainRow) -> Iterator[str]:
    if isinstance(row, Overview):
        yield _("Overview of housing needs")
        yield from _overview(graph, row)
    elif isinstance(row, Plan):
        yield words_of(graph, "plan_kind")[row.kind].name
        yield from _plan(graph, row)
    elif isinstance(row, Challenge):
        yield _("Challenge")
        yield from _text(row.text)
        if row.housing_type:
            yield words_of(graph, "housing_type")[row.housing_type].name
    else:
        yield {Goal: _("Goal"), Strategy: _("Strategy"), Measure: _("Measure")}[type(row)]
        yield from _text(row.text)
        yield from _aim(graph, row)
        yield from _held(graph, row.id)


def _text(text: str | None) -> Iterable[str]:
    return (text,) if text else ()


def _overview(graph: Graph, overview: Overview) -> Iterator[str]:
    if overview.date:
        yield _("Made {date}").format(date=day_or_year(overview.date))
    yield from filter(None, [time_of_overview(graph, overview)])
    for covered, is_there, is_not in (
        (
            overview.ordinary_housing,
            _("Covers ordinary housing"),
            _("Does not cover ordinary housing"),
        ),
        (
            overview.adapted_housing,
            _("Covers adapted housing"),
            _("Does not cover adapted housing"),
        ),
    ):
        if covered is not None:
            yield is_there if covered else is_not


def _plan(graph: Graph, plan: Plan) -> Iterator[str]:
    if plan.adopted:
        yield _("Adopted {date}").format(date=day_or_year(plan.adopted))
    if plan.valid_to:
        yield _("Last day {date}").format(date=in_words(plan.valid_to))
    yield from filter(None, [time_of_plan(graph, plan)])
    if plan.discusses_social_housing is not None:
        yield (
            _("Discusses the social-housing work")
            if plan.discusses_social_housing
            else _("Does not discuss the social-housing work, by the data")
        )


def _aim(graph: Graph, aim: Goal | Strategy | Measure) -> Iterator[str]:
    if isinstance(aim, Measure):
        if aim.budgeted is not None:
            yield _("In the budget") if aim.budgeted else _("Not in the budget")
    elif aim.status:
        yield _("Status: {status}").format(status=words_of(graph, "status")[aim.status].name)
    if isinstance(aim, Goal) and aim.results:
        yield _("Results: {results}").format(results=aim.results)


def _held(graph: Graph, aim: str) -> Iterator[str]:
    holders = goal_holders(graph).get(aim, {})
    for tie, sentence in (
        (Tie.OWNS, _("Owner: {names}")),
        (Tie.CONTRIBUTES_TO, _("Contributes: {names}")),
    ):
        actors = [node_name(graph, actor) for actor in sorted(holders) if holders[actor] is tie]
        if actors:
            yield sentence.format(names=listed(actors))
