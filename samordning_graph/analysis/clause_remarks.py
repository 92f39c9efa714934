"""What time makes of the clauses of § 5 about planning (P4 to P8), in sentences with dates."""

from collections.abc import Callable, Iterable, Iterator

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, nodes
from samordning_graph.graph.plans import (
    KOMMUNEPLAN,
    current_strategies,
    is_recent,
    overviews_made,
    plans_of,
    unplaced_strategies,
)
from samordning_graph.rules.shared.aims_in_time import (
    left_out,
    plans_of_aims,
    where_they_stand,
)
from samordning_graph.rules.shared.plan_times import (
    made_too_late,
    no_current_strategy,
    overviews_ahead,
    time_of_plan,
    times_of_overviews,
)
from samordning_graph.rules.shared.planning import municipality_of
from samordning_graph.schema.tables import Challenge, Overview


def remarks(graph: Graph, clause: str) -> tuple[str, ...]:
    """Return what a reader must know of the age of the documents that a clause rests on."""
    about = {
        "P4": _overviews,
        "P5": _basis_of_strategies,
        "P6": _strategies,
        "P7": _municipal_plans,
        "P8": _goals_and_overviews,
    }
    return tuple(about[clause](graph)) if clause in about else ()


def _strategies(graph: Graph) -> Iterator[str]:
    if not current_strategies(graph):
        yield no_current_strategy(graph)
        return
    for plan in unplaced_strategies(graph):
        yield time_of_plan(graph, plan)


def _ages(graph: Graph, are_recent_enough: Callable[[Graph], bool]) -> Iterator[str]:
    """Yield what is older, undated or ahead; of the age nothing where recent ones are enough."""
    yield from (overviews_ahead if are_recent_enough(graph) else times_of_overviews)(graph)


def _overviews(graph: Graph) -> Iterator[str]:
    if municipality_of(graph).has_overview is False and overviews_made(graph):
        yield _(
            "Kommune says that it has no overview («Har oversikt»), but the sheet Oversikt has one."
        )
    yield from _ages(graph, _recent_ones_cover_both)


def _recent_ones_cover_both(graph: Graph) -> bool:
    recent = _recent(graph)
    return any(row.ordinary_housing for row in recent) and any(
        row.adapted_housing for row in recent
    )


def _recent(graph: Graph) -> list[Overview]:
    return [overview for overview in overviews_made(graph) if is_recent(graph, overview)]


def _basis_of_strategies(graph: Graph) -> Iterator[str]:
    if not _is_basis(graph, overviews_made(graph)):
        yield from _strategies(graph)
    yield from _ages(graph, lambda graph: _is_basis(graph, _recent(graph)))
    for strategy in current_strategies(graph):
        for overview in overviews_made(graph):
            if strategy.id in overview.plans and not overview.can_be_basis_for(strategy):
                yield made_too_late(overview, strategy)


def _is_basis(graph: Graph, overviews: Iterable[Overview]) -> bool:
    """Return whether one of some overviews is a basis for a planning strategy of this period."""
    return any(
        overview.date and strategy.id in overview.plans and overview.can_be_basis_for(strategy)
        for overview in overviews
        for strategy in current_strategies(graph)
    )


def _goals_and_overviews(graph: Graph) -> Iterator[str]:
    yield from _ages(graph, _challenges_stand_in_recent_ones)
    outside = left_out(graph)
    named = plans_of_aims(graph, outside)
    for plan in plans_of(graph, KOMMUNEPLAN):
        if plan not in named and (sentence := time_of_plan(graph, plan)):
            yield sentence
    yield from where_they_stand(graph, outside)


def _challenges_stand_in_recent_ones(graph: Graph) -> bool:
    """Return whether each challenge stands in a recent overview, or in none that is named."""
    recent = {overview.id for overview in _recent(graph)}
    return bool(recent) and all(
        not challenge.overview or not recent.isdisjoint(challenge.overview)
        for challenge in nodes(graph, Challenge)
    )


def _municipal_plans(graph: Graph) -> Iterator[str]:
    yield from filter(None, (time_of_plan(graph, plan) for plan in plans_of(graph, KOMMUNEPLAN)))
