"""Plans and overviews in their time, in words: for rules, clauses and the map."""

from collections.abc import Iterator
from datetime import date

from samordning_graph.common.locale import _, day_or_year, in_words
from samordning_graph.graph.council_period import council_period
from samordning_graph.graph.graph import Graph, nodes, options_of
from samordning_graph.graph.plans import (
    PLANSTRATEGI,
    council_of,
    is_ahead,
    is_older,
    is_past_last_day,
    is_strategy_due,
    may_be_replaced,
    other_strategies,
    replacement,
    transitional_until,
    unplaced_strategies,
)
from samordning_graph.schema.tables import Overview, Plan


def time_of_plan(graph: Graph, plan: Plan) -> str:
    """Return what time makes of a planning strategy or a municipal plan; else an empty text."""
    if plan.adopted is not None and is_ahead(graph, plan):
        return _("«{plan}» is not adopted yet ({date}).").format(
            plan=plan.name, date=day_or_year(plan.adopted)
        )
    if plan.kind == PLANSTRATEGI:
        return _time_of_strategy(graph, plan)
    newer = replacement(graph, plan)
    if newer is not None and newer.adopted is not None:
        return _("«{plan}» is replaced by «{newer}» (adopted {date}).").format(
            plan=plan.name, newer=newer.name, date=day_or_year(newer.adopted)
        )
    if plan.adopted is None and may_be_replaced(graph, plan):
        return _undated(plan)
    if plan.valid_to is not None and is_past_last_day(graph, plan):
        return until_replaced(plan)
    return ""


def _time_of_strategy(graph: Graph, plan: Plan) -> str:
    if plan.adopted is None:
        return _undated(plan)
    now, then = council_of(graph), council_period(plan.adopted)
    if plan in unplaced_strategies(graph):
        return _by_either(plan.name, plan.adopted, now.change_of_council(plan.adopted))
    if now == then:
        text = _("«{plan}» (adopted {date}) is from this council period.")
    elif then.next_council == now.first_day:
        text = _("«{plan}» (adopted {date}) is from the previous council period.")
    else:
        text = _("«{plan}» (adopted {date}) is from an earlier council period.")
    return text.format(plan=plan.name, date=day_or_year(plan.adopted))


def _by_either(name: str, adopted: date, change: date | None) -> str:
    """Return that a strategy may be of either council: of the year, or before they changed."""
    if change is None:
        return _(
            "«{plan}» was adopted in {year}, an election year: by which council is not filled in."
        ).format(plan=name, year=adopted.year)
    return _(
        "«{plan}» was adopted {date}, between the election and {change}: by which council is not"
        " filled in."
    ).format(plan=name, date=in_words(adopted), change=in_words(change))


def _undated(plan: Plan) -> str:
    return _("The adoption date of «{plan}» is not filled in.").format(plan=plan.name)


def until_replaced(plan: Plan) -> str:
    """Return that a municipal plan whose last day is past still counts."""
    assert plan.valid_to is not None, plan.id
    return _("«{plan}» counts until it is replaced; its last day was {date}.").format(
        plan=plan.name, date=in_words(plan.valid_to)
    )


def time_of_overview(graph: Graph, overview: Overview) -> str:
    """Return what time makes of an overview; an empty text where it is of the last four years."""
    if overview.date is None:
        return _("The date of «{overview}» is not filled in.").format(overview=overview.name)
    if is_ahead(graph, overview):
        return _("«{overview}» is not made yet ({date}).").format(
            overview=overview.name, date=day_or_year(overview.date)
        )
    if is_older(graph, overview):
        return _(
            "Older overview: «{overview}» is from {date}, more than four years before {day}."
        ).format(
            overview=overview.name,
            date=day_or_year(overview.date),
            day=in_words(options_of(graph).as_of),
        )
    return ""


def made_too_late(overview: Overview, plan: Plan) -> str:
    """Return that an overview was made after a plan of which it is said to be a basis."""
    assert overview.date is not None, overview.id
    assert plan.adopted is not None, plan.id
    return _("«{overview}» is from {date}, after «{plan}» was adopted ({adopted}).").format(
        overview=overview.name,
        date=day_or_year(overview.date),
        plan=plan.name,
        adopted=day_or_year(plan.adopted),
    )


def no_current_strategy(graph: Graph) -> str:
    """Return why no planning strategy is known to be of this council period."""
    period = council_of(graph)
    unplaced = unplaced_strategies(graph)
    if unplaced:
        return " ".join(time_of_plan(graph, plan) for plan in unplaced)
    if is_strategy_due(graph):
        text = _(
            "No planning strategy of this council period (from {date} at the latest) is filled in."
        )
        day = period.first_day
    else:
        text = _("No planning strategy of this council period is filled in; it is due {date}.")
        day = period.strategy_due
    return " ".join([text.format(date=in_words(day)), *of_other_strategies(graph)])


def of_other_strategies(graph: Graph) -> Iterator[str]:
    """Yield a sentence about each strategy of an earlier council, and each not adopted yet."""
    for plan in other_strategies(graph):
        yield time_of_plan(graph, plan)


def overviews_ahead(graph: Graph) -> Iterator[str]:
    """Yield a sentence about each overview that is not made yet."""
    for overview in nodes(graph, Overview):
        if is_ahead(graph, overview):
            yield time_of_overview(graph, overview)


def times_of_overviews(graph: Graph) -> Iterator[str]:
    """Yield a sentence about each overview that is an older one, has no date or is not made yet."""
    yield from filter(None, (time_of_overview(graph, row) for row in nodes(graph, Overview)))


def transitional_note(graph: Graph, clause: str) -> str:
    """Return the sentences about the transitional time of a clause («P5»); empty after it."""
    until = transitional_until(graph, clause)
    if until is None:
        return ""
    return _(
        "Transitional time until {date}: by one source (statsforvalteren.no, 29.8.2023) the"
        " municipalities got four years for this requirement. The date is our reckoning."
    ).format(date=in_words(until))


def with_transitional_note(graph: Graph, text: str, clause: str) -> str:
    """Return a text, and after it the sentences about the transitional time while it lasts."""
    return f"{text} {transitional_note(graph, clause)}".rstrip()
