"""Goals, strategies and measures that stand only in plans that do not count, in words."""

from collections.abc import Iterable, Iterator

from samordning_graph.common.locale import day_or_year, in_words, ngettext
from samordning_graph.graph.graph import Graph, listed_names, nodes
from samordning_graph.graph.plans import counts, is_ahead, replacement, stands_only_in_ended
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.shared.planning import goals_and_strategies
from samordning_graph.schema.tables import Aim, Measure, Plan


def left_out(graph: Graph) -> list[Aim]:
    """Return the goals and strategies that do not count today, by id."""
    return [aim for aim in goals_and_strategies(graph) if counts(graph, aim) is False]


def plans_of_aims(graph: Graph, aims: Iterable[Aim | Measure]) -> list[Plan]:
    """Return the plans that some goals, strategies and measures stand in, by id."""
    named = {plan for aim in aims for plan in aim.plan}
    return [plan for plan in nodes(graph, Plan) if plan.id in named]


def where_they_stand(graph: Graph, aims: Iterable[Aim | Measure]) -> Iterator[str]:
    """Yield a sentence about each plan, none of which counts, with those that stand in it."""
    rows = list(aims)
    for plan in plans_of_aims(graph, rows):
        names = [aim.id for aim in rows if plan.id in aim.plan]
        yield _time_of(graph, plan, len(names)).format(
            aims=listed_names(graph, names), **_words(graph, plan)
        )


def _time_of(graph: Graph, plan: Plan, n: int) -> str:
    if is_ahead(graph, plan):
        return ngettext(
            "{aims} stands in «{plan}», which is not adopted yet ({date}).",
            "{aims} stand in «{plan}», which is not adopted yet ({date}).",
            n,
        )
    if replacement(graph, plan) is not None:
        return ngettext(
            "{aims} stands in «{plan}», which is replaced by «{newer}» (adopted {date}).",
            "{aims} stand in «{plan}», which is replaced by «{newer}» (adopted {date}).",
            n,
        )
    return ngettext(
        "{aims} stands in «{plan}», which applied until {date}.",
        "{aims} stand in «{plan}», which applied until {date}.",
        n,
    )


def _words(graph: Graph, plan: Plan) -> dict[str, str]:
    """Return the plan, the day that decides, and the plan that replaced it."""
    newer = replacement(graph, plan)
    if newer is not None and newer.adopted is not None:
        return {"plan": plan.name, "newer": newer.name, "date": day_or_year(newer.adopted)}
    if plan.adopted is not None and is_ahead(graph, plan):
        return {"plan": plan.name, "date": day_or_year(plan.adopted)}
    assert plan.valid_to is not None, plan.id
    return {"plan": plan.name, "date": in_words(plan.valid_to)}


def basis_of_aims(graph: Graph, aims: Iterable[Aim | Measure], basis: Basis) -> Basis:
    """Return a basis, or a hint where all that it rests on stands only in plans that have ended."""
    return Basis.HINT if all(stands_only_in_ended(graph, aim) for aim in aims) else basis


def with_where_they_stand(graph: Graph, observation: str, aims: Iterable[Aim | Measure]) -> str:
    """Return an observation, and after it where those stand that stand only in ended plans."""
    ended = [aim for aim in aims if stands_only_in_ended(graph, aim)]
    return " ".join([observation, *where_they_stand(graph, ended)])


def with_still_valid(graph: Graph, question: str, aims: Iterable[Aim | Measure]) -> str:
    """Return a question, and before it whether those of ended plans still apply."""
    ended = [aim.id for aim in aims if stands_only_in_ended(graph, aim)]
    if not ended:
        return question
    still = ngettext("Does {aims} still apply?", "Do {aims} still apply?", len(ended))
    return f"{still.format(aims=listed_names(graph, ended))} {question}"
