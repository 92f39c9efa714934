"""Plans and overviews in their time: which of them count on the day of the report.

A planning strategy (planstrategi) counts in the council period in which it was adopted; between an
election and the latest first day of the new council it may be of either. The municipal plan (kommuneplan) counts until a newer one of its kind is adopted, also past its last
day; any other plan until its last day. An overview counts whatever its age, and is an older one after
four years; it can be a basis only of what was adopted after it. A plan that is adopted, or an overview
that is made, after the day of the report does not count yet. A goal counts as long as a plan that it
stands in does.
"""

from collections.abc import Collection
from datetime import date

from samordning_graph.common.locale import is_year_alone
from samordning_graph.graph.council_period import CouncilPeriod, council_period, older_before
from samordning_graph.graph.graph import Graph, cached_per_graph, node_row, nodes, options_of
from samordning_graph.schema.tables import Aim, Measure, Overview, Plan
from samordning_graph.schema.vocabulary import transitional_time

PLANSTRATEGI = "planstrategi"
KOMMUNEPLAN = frozenset({"samfunnsdel", "arealdel"})
"""The law says kommuneplan (plan- og bygningsloven chapter 11), which is both parts."""


@cached_per_graph
def council_of(graph: Graph) -> CouncilPeriod:
    """Return the council period of the day of the report."""
    return council_period(options_of(graph).as_of)


def plans_of(graph: Graph, kinds: Collection[str]) -> list[Plan]:
    """Return the plans of these kinds, by id, whether or not they count."""
    return [plan for plan in nodes(graph, Plan) if plan.kind in kinds]


def is_ahead(graph: Graph, row: Plan | Overview) -> bool:
    """Return whether a plan is not adopted yet, or an overview not made yet."""
    day = row.adopted if isinstance(row, Plan) else row.date
    return day is not None and day > options_of(graph).as_of


def overviews_made(graph: Graph) -> list[Overview]:
    """Return the overviews, by id, without those that are not made yet."""
    return [overview for overview in nodes(graph, Overview) if not is_ahead(graph, overview)]


def current_strategies(graph: Graph) -> list[Plan]:
    """Return the planning strategies of this council period that are adopted, by id."""
    return [plan for plan in _placed_strategies(graph) if _is_current(graph, plan)]


def _is_current(graph: Graph, plan: Plan) -> bool:
    assert plan.adopted is not None, plan.id
    return council_of(graph).holds(plan.adopted) and not is_ahead(graph, plan)


def unplaced_strategies(graph: Graph) -> list[Plan]:
    """Return the planning strategies that may be of this council period or of another, by id.

    One without a date, or of which only the year is known, and that is a year of election, or one
    that was adopted between an election and the latest first day of the new council.
    """
    return [plan for plan in plans_of(graph, {PLANSTRATEGI}) if not _is_placed(graph, plan)]


def _is_placed(graph: Graph, plan: Plan) -> bool:
    if plan.adopted is None:
        return False
    return is_ahead(graph, plan) or not _may_be_of_either(council_of(graph), plan.adopted)


def _may_be_of_either(period: CouncilPeriod, day: date) -> bool:
    if is_year_alone(day):
        return day.year in (period.first_day.year, period.next_council.year)
    return period.change_of_council(day) is not None


def is_known_to_the_day(plan: Plan) -> bool:
    """Return whether the day on which a plan was adopted is known, and not its year alone."""
    return plan.adopted is not None and not is_year_alone(plan.adopted)


def _placed_strategies(graph: Graph) -> list[Plan]:
    return [plan for plan in plans_of(graph, {PLANSTRATEGI}) if _is_placed(graph, plan)]


def other_strategies(graph: Graph) -> list[Plan]:
    """Return the planning strategies of earlier councils, and those not adopted yet, by id."""
    return [plan for plan in _placed_strategies(graph) if not _is_current(graph, plan)]


def is_strategy_due(graph: Graph) -> bool:
    """Return whether the council has sat for more than the year that the law gives it."""
    return options_of(graph).as_of > council_of(graph).strategy_due


def replacement(graph: Graph, plan: Plan) -> Plan | None:
    """Return the newest municipal plan of the kind, adopted after this one; None if it counts."""
    if plan.adopted is None:
        return None
    as_of = options_of(graph).as_of
    later = [
        (other.adopted, other.id, other)
        for other in plans_of(graph, {plan.kind} & KOMMUNEPLAN)
        if other.adopted and plan.adopted < other.adopted <= as_of
    ]
    return max(later)[-1] if later else None


@cached_per_graph
def municipal_plans(graph: Graph) -> list[Plan]:
    """Return the parts of the municipal plan that are not known to be replaced, by id."""
    return [
        plan
        for plan in plans_of(graph, KOMMUNEPLAN)
        if replacement(graph, plan) is None and not is_ahead(graph, plan)
    ]


def may_be_replaced(graph: Graph, plan: Plan) -> bool:
    """Return whether a part of the municipal plan may be replaced by another of its kind.

    Of two, one without a day may be the older or the newer one.
    """
    same = [other for other in municipal_plans(graph) if other.kind == plan.kind]
    return len(same) > 1 and any(other.adopted is None for other in same)


def is_past_last_day(graph: Graph, plan: Plan) -> bool:
    """Return whether the last day of a plan is past."""
    return plan.valid_to is not None and plan.valid_to < options_of(graph).as_of


def undated_municipal_plans(graph: Graph) -> list[Plan]:
    """Return the parts of the municipal plan without a day, beside others of their kind, by id."""
    return [
        plan
        for plan in municipal_plans(graph)
        if plan.adopted is None and may_be_replaced(graph, plan)
    ]


def has_ended(graph: Graph, plan: Plan) -> bool:
    """Return whether a plan no longer counts: replaced, or past its last day.

    The municipal plan counts until it is replaced, also past its last day.
    """
    if plan.kind in KOMMUNEPLAN:
        return replacement(graph, plan) is not None
    return is_past_last_day(graph, plan)


def counts(graph: Graph, aim: Aim | Measure) -> bool | None:
    """Return whether a goal or strategy stands in a plan that counts, or in no plan at all.

    None where the only such plan is a part of the municipal plan that may be replaced.
    """
    plans = [node_row(graph, plan) for plan in aim.plan]
    current = [plan for plan in plans if not is_ahead(graph, plan) and not has_ended(graph, plan)]
    if plans and not current:
        return False
    return None if current and all(may_be_replaced(graph, plan) for plan in current) else True


def stands_only_in_ended(graph: Graph, aim: Aim | Measure) -> bool:
    """Return whether a goal, strategy or measure stands in plans, all of which have ended."""
    plans = [node_row(graph, plan) for plan in aim.plan]
    return bool(plans) and all(has_ended(graph, plan) for plan in plans)


def is_older(graph: Graph, overview: Overview) -> bool:
    """Return whether an overview is more than four years old: our own definition."""
    day, limit = overview.date, older_before(options_of(graph).as_of)
    if day is None:
        return False
    return day.year < limit.year if is_year_alone(day) else day < limit


def is_recent(graph: Graph, overview: Overview) -> bool:
    """Return whether an overview is known to be of the last four years."""
    is_made = overview.date is not None and not is_ahead(graph, overview)
    return is_made and not is_older(graph, overview)


def transitional_until(graph: Graph, clause: str) -> date | None:
    """Return until when a clause of § 5 («P5») need not be met yet; None where that time is past."""
    time = transitional_time()
    return time.until if clause in time.clauses and options_of(graph).as_of < time.until else None
