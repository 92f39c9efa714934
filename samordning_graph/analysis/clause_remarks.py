"""What time makes of the clauses of § 5 about planning (P4 to P8), in sentences with dates."""

from collections.abc import Iterator

from samordning_graph.graph.graph import Graph, nodes
from samordning_graph.graph.plans import KOMMUNEPLAN, current_strategies, plans_of
from samordning_graph.rules.shared.plan_times import (
    made_too_late,
    no_current_strategy,
    time_of_plan,
    times_of_overviews,
)
from samordning_graph.schema.tables import Overview


def remarks(graph: Graph, clause: str) -> tuple[str, ...]:
    """Return what a reader must know of the age of the documents that a clause rests on."""
    about = {
        "P4": times_of_overviews,
        "P5": _basis_of_strategies,
        "P6": _strategies,
        "P7": _municipal_plans,
        "P8": _goals_and_overviews,
    }
    return tuple(about[clause](graph)) if clause in about else ()


def _strategies(graph: Graph) -> Iterator[str]:
    if not current_strategies(graph):
        yield no_current_strategy(graph)


def _basis_of_strategies(graph: Graph) -> Iterator[str]:
    yield from _strategies(graph)
    yield from times_of_overviews(graph)
    for strategy in current_strategies(graph):
        for overview in nodes(graph, Overview):
            if strategy.id in overview.plans and not overview.can_be_basis_for(strategy):
                yield made_too_late(overview, strategy)


def _goals_and_overviews(graph: Graph) -> Iterator[str]:
    yield from times_of_overviews(graph)
    yield from _municipal_plans(graph)


def _municipal_plans(graph: Graph) -> Iterator[str]:
    yield from filter(None, (time_of_plan(graph, plan) for plan in plans_of(graph, KOMMUNEPLAN)))
