"""PLAN05 kommuneplan-without-goals: Overall goals or strategies in the municipal plan are not documented.

What it finds
    That the data show no overall goal, or no overall strategy, in the municipal plan (kommuneplan).
Why it matters
    Goals that stand only in a theme plan are easily followed up only by those who made it. In the
    municipal plan they guide the budgets and the use of land of the whole municipality.
How it is decided
    At least one goal and at least one strategy stand (Plan) in a plan of the kind samfunnsdel or
    arealdel, and are not said to be no overall one (Overordnet = nei). A part of the municipal plan
    counts until it is replaced, also when its last day is past: until the data hold one of the same
    kind that was adopted later. One to be adopted after the day of the report does not count yet.
    Where two are of a kind and one has no date, neither is known to count: not assessed.

    That something is not there is found only where somebody has said so: all goals and strategies
    are filled in (Alle mål er ført = ja in Kommune) and each says in which plan it stands, or all
    plans are (Alle planer er ført = ja) and none is a municipal plan. An empty cell is no answer:
    not assessed, and asked about.

    In the transitional time, until 1 July 2027, the finding is a hint; after it, required by law.
Known limits
    The plan may be written without telling goals and strategies apart. A municipality may have
    several plans of the kind arealdel that count side by side. The transitional time rests on one
    source, which says four years; its last day is our reckoning.
Source
    Boligsosialloven § 5 second paragraph, fourth sentence («overordnede mål og strategier»); plan-
    og bygningsloven chapter 11. Transitional time: statsforvalteren.no (Agder, 29.8.2023).
"""

from collections.abc import Iterator

from samordning_graph.common.locale import _, ngettext
from samordning_graph.graph.graph import Graph, listed_names, nodes
from samordning_graph.graph.plans import (
    KOMMUNEPLAN,
    may_be_replaced,
    municipal_plans,
    plans_of,
    transitional_until,
    undated_municipal_plans,
)
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import confidence_in_documents, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.rules.shared.plan_times import time_of_plan, with_transitional_note
from samordning_graph.rules.shared.planning import (
    OpenQuestion,
    all_hold,
    assess_municipality,
    basis_in_time,
    goals_and_strategies,
    goals_not_listed,
    municipality_of,
    plans_not_listed,
    second_paragraph,
    stands_in,
    when_adopted,
)
from samordning_graph.schema.tables import Aim, Goal, Plan, Strategy

CLAUSE = "P7"


def assess(graph: Graph) -> Assessment:
    """Look at the municipality."""
    holds = all_hold(are_there(graph, table) for table in (Goal, Strategy))
    return assess_municipality(graph, holds, "" if holds is False else _open_question(graph).reason)


def are_there(graph: Graph, table: type[Aim]) -> bool | None:
    """Return whether an overall goal, or strategy, stands in the municipal plan; None if unknown."""
    aims = _overall(graph, table)
    if any(_is_sure(graph, aim) for aim in aims):
        return True
    if aims:
        return None
    municipality = municipality_of(graph)
    if municipality.all_goals_listed and not _without_plan(graph, table):
        return False
    if municipality.all_plans_listed and not municipal_plans(graph):
        return False
    return None


def _overall(graph: Graph, table: type[Aim]) -> list[Aim]:
    """Return the overall goals, or strategies, of what may be the municipal plan.

    What stands there is an overall one unless it is said not to be.
    """
    current = {plan.id for plan in municipal_plans(graph)}
    return [
        aim
        for aim in nodes(graph, table)
        if aim.overall is not False and not current.isdisjoint(aim.plan)
    ]


def _is_sure(graph: Graph, aim: Aim) -> bool:
    """Return whether it stands in a part of the municipal plan that is known to count."""
    return any(
        plan.id in aim.plan and not may_be_replaced(graph, plan) for plan in municipal_plans(graph)
    )


def _without_plan(graph: Graph, table: type[Aim]) -> list[str]:
    """Return the goals, or strategies, that may stand in the municipal plan: no plan is named."""
    return [aim.id for aim in nodes(graph, table) if aim.overall is not False and not aim.plan]


def _open_question(graph: Graph) -> OpenQuestion:
    """Return what is not known about goals and strategies in the municipal plan."""
    without_plan = [
        aim
        for table in (Goal, Strategy)
        if not _overall(graph, table)
        for aim in _without_plan(graph, table)
    ]
    if not municipal_plans(graph):
        ahead = [time_of_plan(graph, plan) for plan in plans_of(graph, KOMMUNEPLAN)]
        return OpenQuestion(
            " ".join((*(ahead or [_("No municipal plan is filled in.")]), plans_not_listed(graph))),
            _("Which municipal plan does the municipality have, and when was it adopted?"),
        )
    undated = undated_municipal_plans(graph)
    if undated:
        return OpenQuestion(
            " ".join(time_of_plan(graph, plan) for plan in undated), when_adopted(graph, undated)
        )
    if without_plan:
        return OpenQuestion(
            _("Not every goal and strategy says in which plan it stands («Plan»)."),
            _("In which plan do these stand: {aims}?").format(
                aims=listed_names(graph, without_plan)
            ),
        )
    return OpenQuestion(
        goals_not_listed(graph),
        _("Which overall goals and strategies does the municipal plan hold today?"),
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about a municipality without overall goals or strategies in the municipal plan."""
    plans = plans_of(graph, KOMMUNEPLAN)
    goals, strategies = _overall(graph, Goal), _overall(graph, Strategy)
    elsewhere = [
        aim
        for aim in goals_and_strategies(graph)
        if aim.overall and aim.plan and not stands_in(graph, aim, KOMMUNEPLAN)
    ]
    return Finding(
        identity=RULE.identity(case),
        basis=basis_in_time(graph, CLAUSE, Basis.REQUIRED),
        confidence=confidence_in_documents(),
        grounds=second_paragraph(),
        evidence=(
            *evidence(graph, (*plans, *goals, *strategies, *elsewhere)),
            *searched(graph, Plan, Goal, Strategy),
        ),
        observation=" ".join(
            [
                *_observation(graph),
                *filter(None, (time_of_plan(graph, plan) for plan in plans)),
                *_standing_elsewhere(graph, elsewhere),
            ]
        ),
        ground=with_transitional_note(
            graph,
            _(
                "In its work with the municipal plan, the municipality shall set overall goals and"
                " strategies for the social-housing work (§ 5 second paragraph; plan- og"
                " bygningsloven chapter 11)."
            ),
            CLAUSE,
        ),
        question=_question(graph),
        next_step=_next_step(graph),
        transitional_until=transitional_until(graph, CLAUSE),
    )


def _missing(graph: Graph) -> list[type[Aim]]:
    """Return what is not documented: goals, strategies or both."""
    tables: tuple[type[Aim], ...] = (Goal, Strategy)
    return [table for table in tables if are_there(graph, table) is False]


def _observation(graph: Graph) -> Iterator[str]:
    missing = _missing(graph)
    plan = listed_names(graph, [plan.id for plan in municipal_plans(graph)]) or _(
        "the municipal plan"
    )
    if len(missing) == 2:
        text = (
            _("Overall goals and strategies in {plan} are not documented in the data.")
            if plans_of(graph, KOMMUNEPLAN)
            else _(
                "Overall goals and strategies in the municipal plan are not documented in the data:"
                " no plan of that kind is filled in, and all plans are said to be there («Alle planer"
                " er ført» is ja)."
            )
            if municipality_of(graph).all_plans_listed
            else _(
                "Overall goals and strategies in the municipal plan are not documented in the data:"
                " no plan of that kind is filled in."
            )
        )
    elif missing == [Strategy]:
        text = (
            _(
                "{plan} has overall goals for the social-housing work, but overall strategies are"
                " not documented in the data."
            )
            if are_there(graph, Goal)
            else _(
                "Overall strategies in {plan} are not documented in the data. The plan is not stated"
                " for every goal («Plan»)."
            )
        )
    else:
        text = (
            _(
                "{plan} has overall strategies for the social-housing work, but overall goals are"
                " not documented in the data."
            )
            if are_there(graph, Strategy)
            else _(
                "Overall goals in {plan} are not documented in the data. The plan is not stated for"
                " every strategy («Plan»)."
            )
        )
    yield text.format(plan=plan)
    for table in missing:
        if not nodes(graph, table):
            yield _("The sheet «{sheet}» has no rows.").format(sheet=table.sheet)


def _question(graph: Graph) -> str:
    match _missing(graph):
        case [table] if table is Goal:
            return _("Which overall goals does the municipal plan hold today?")
        case [_strategies]:
            return _("Which overall strategies does the municipal plan hold today?")
        case _both:
            return _("Which overall goals and strategies does the municipal plan hold today?")


def _next_step(graph: Graph) -> str:
    match _missing(graph):
        case [table] if table is Goal:
            return _(
                "Fill in the overall goals of the municipal plan. If it has none, choose what should"
                " be lifted from the theme plans at its next revision."
            )
        case [_strategies]:
            return _(
                "Fill in the overall strategies of the municipal plan. If it has none, choose what"
                " should be lifted from the theme plans at its next revision."
            )
        case _both:
            return _(
                "Fill in the overall goals and strategies of the municipal plan. If it has none,"
                " choose what should be lifted from the theme plans at its next revision."
            )


def _standing_elsewhere(graph: Graph, elsewhere: list[Aim]) -> Iterator[str]:
    if elsewhere:
        yield ngettext(
            "{n} goal or strategy is marked as an overall one, but does not stand there: {aims}.",
            "{n} goals and strategies are marked as overall ones, but do not stand there: {aims}.",
            len(elsewhere),
        ).format(n=len(elsewhere), aims=listed_names(graph, (aim.id for aim in elsewhere)))


def ask_about_open_case(graph: Graph, _case: Case) -> str:
    """Return the question that decides it."""
    return _open_question(graph).question


RULE = Rule(
    code="PLAN05",
    slug="kommuneplan-without-goals",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    question_when_undetermined=ask_about_open_case,
    clause=CLAUSE,
    tables=(Goal, Strategy),
    version=3,
)
