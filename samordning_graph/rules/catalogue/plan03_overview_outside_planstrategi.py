"""PLAN03 overview-outside-planstrategi: No overview is documented as a basis for the planning strategy.

What it finds
    That the data show that no overview of housing needs is a basis for the municipal planning
    strategy (planstrategi) of this council period.
Why it matters
    The planning strategy decides which plans the new council will make. A need that is not seen
    there easily gets no plan, and then no goal and no money.
How it is decided
    One overview that names a planning strategy of this council period among its plans (Planer) is
    enough, unless the overview was made after the strategy was adopted: then it cannot have been
    its basis. Without a date it is not assessed. A planning strategy counts in the council period in
    which it was adopted (Vedtatt); its last day is not looked at. What is dated after the day of the
    report is not adopted or made yet, and not counted. One without a date is not assessed, nor one
    of which only the year is known, when that is a year of election, nor one adopted between the
    election and the end of October, when either council may have sat.

    That there is no planning strategy of this period, or no overview, is found only where somebody
    has said so: all plans are filled in (Alle planer er ført = ja in Kommune), or there is no
    overview (Har oversikt = nei). An empty Planer is no answer. A council that has sat for less
    than one year has not had to adopt a strategy yet, and is not assessed before.

    In the transitional time, until 1 July 2027, the finding is a hint; after it, required by law.
Known limits
    The overview may have been used without being named. A council sits from the end of October
    after the election at the latest, by our reckoning; its constituting meeting is not in the data. The transitional time rests on one source, which says four
    years; its last day is our reckoning.
Source
    Boligsosialloven § 5 second paragraph, second sentence; plan- og bygningsloven § 10-1 (once each
    council period, within a year of constitution). Transitional time: statsforvalteren.no (Agder,
    29.8.2023).
"""

from collections.abc import Iterator
from itertools import product

from samordning_graph.common.locale import _, in_words
from samordning_graph.graph.graph import Graph, listed_names
from samordning_graph.graph.plans import (
    council_of,
    current_strategies,
    is_ahead,
    is_known_to_the_day,
    is_strategy_due,
    other_strategies,
    overviews_made,
    transitional_until,
    unplaced_strategies,
)
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import confidence_in_documents, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.plan_times import (
    made_too_late,
    no_current_strategy,
    of_other_strategies,
    overviews_ahead,
    time_of_overview,
    with_transitional_note,
)
from samordning_graph.rules.shared.planning import (
    OpenQuestion,
    assess_municipality,
    basis_in_time,
    municipality_of,
    plans_not_listed,
    second_paragraph,
)
from samordning_graph.schema.tables import Overview, Plan, Row

CLAUSE = "P5"


def assess(graph: Graph) -> Assessment:
    """Look at the municipality."""
    strategies = current_strategies(graph)
    if not strategies and not unplaced_strategies(graph) and not is_strategy_due(graph):
        return nothing_to_assess(no_current_strategy(graph))
    overviews = overviews_made(graph)
    if any(_is_basis(*pair) for pair in product(overviews, strategies)):
        return assess_municipality(graph, True, "")
    open_question = _open_question(graph)
    return assess_municipality(
        graph, None if open_question else False, open_question.reason if open_question else ""
    )


def _is_basis(overview: Overview, strategy: Plan) -> bool:
    return (
        overview.date is not None
        and strategy.id in overview.plans
        and overview.can_be_basis_for(strategy)
    )


def _has_none(graph: Graph) -> bool:
    """Return whether there is no overview, and somebody has said so."""
    return not overviews_made(graph) and municipality_of(graph).has_overview is False


def _open_question(graph: Graph) -> OpenQuestion | None:
    """Return what is not known, where no overview is known to be a basis; None if all is known."""
    if _has_none(graph):
        return None
    unplaced, strategies = unplaced_strategies(graph), current_strategies(graph)
    if unplaced:
        names = listed_names(graph, (plan.id for plan in unplaced))
        question = (
            _("Which council adopted {strategy}?")
            if all(is_known_to_the_day(plan) for plan in unplaced)
            else _("When was {strategy} adopted?")
        )
        return OpenQuestion(no_current_strategy(graph), question.format(strategy=names))
    if not strategies:
        return None if municipality_of(graph).all_plans_listed else _open_strategy(graph)
    if not overviews_made(graph):
        return OpenQuestion(
            " ".join(overviews_ahead(graph))
            or _("No overview of the need for housing is filled in."),
            _("Does {strategy} rest on an overview of the need for housing?").format(
                strategy=listed_names(graph, (plan.id for plan in strategies))
            ),
        )
    return _open_basis(graph, strategies)


def _open_strategy(graph: Graph) -> OpenQuestion:
    return OpenQuestion(
        f"{no_current_strategy(graph)} {plans_not_listed(graph)}",
        _(
            "Has the council adopted a planning strategy since it took office ({date} at the latest)?"
        ).format(date=in_words(council_of(graph).first_day)),
    )


def _open_basis(graph: Graph, strategies: list[Plan]) -> OpenQuestion | None:
    """Return the question about overviews without a date, and those that name no plan."""
    ids = {plan.id for plan in strategies}
    undated = [
        overview
        for overview in overviews_made(graph)
        if overview.date is None and not ids.isdisjoint(overview.plans)
    ]
    if undated:
        return OpenQuestion(
            " ".join(time_of_overview(graph, overview) for overview in undated),
            _("When was {overview} made?").format(
                overview=listed_names(graph, (overview.id for overview in undated))
            ),
        )
    silent = [
        overview.id
        for overview in overviews_made(graph)
        if not overview.plans and any(map(overview.can_be_basis_for, strategies))
    ]
    if not silent:
        return None
    overview = listed_names(graph, silent)
    return OpenQuestion(
        _("Which plans {overview} is a basis for is not filled in («Planer»).").format(
            overview=overview
        ),
        _("Is {overview} a basis for {strategy}?").format(
            overview=overview, strategy=listed_names(graph, (plan.id for plan in strategies))
        ),
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about a municipality whose planning strategy rests on no overview in the data."""
    overviews = overviews_made(graph)
    strategies = current_strategies(graph)
    return Finding(
        identity=RULE.identity(case),
        basis=basis_in_time(graph, CLAUSE, Basis.REQUIRED),
        confidence=confidence_in_documents(),
        grounds=second_paragraph(),
        evidence=(
            *evidence(
                graph, (*_who_says_so(graph), *overviews, *(strategies or other_strategies(graph)))
            ),
            *searched(graph, Overview, Plan),
        ),
        observation=" ".join(_observation(graph, overviews, strategies)),
        ground=with_transitional_note(
            graph,
            _(
                "The overview shall be a basis for the work with the municipal planning strategy"
                " (§ 5 second paragraph; plan- og bygningsloven § 10-1)."
            ),
            CLAUSE,
        ),
        question=_("How is the need for housing brought into the work with the planning strategy?"),
        next_step=_next_step(graph),
        transitional_until=transitional_until(graph, CLAUSE),
    )


def _who_says_so(graph: Graph) -> Iterator[Row]:
    """Yield the row of the municipality where an absence rests on what it says."""
    if _has_none(graph) or not current_strategies(graph):
        yield municipality_of(graph)


def _next_step(graph: Graph) -> str:
    if _has_none(graph):
        return _(
            "Agree on who makes an overview, so that it is ready for the work with the next planning"
            " strategy."
        )
    is_on_its_way = any(is_ahead(graph, plan) for plan in other_strategies(graph))
    if not current_strategies(graph) and not is_on_its_way:
        return _(
            "Fill in the planning strategy of this council period. If it is not adopted, agree on how"
            " the need for housing is brought into the work with it."
        )
    if _given_too_late(overviews_made(graph), current_strategies(graph)):
        return _(
            "Agree on who brings the overview into the next planning strategy, or fill in the earlier"
            " overview that this one rests on."
        )
    return _(
        "Agree on who brings the overview into the next planning strategy, or fill in where it was"
        " used."
    )


def _given_too_late(
    overviews: list[Overview], strategies: list[Plan]
) -> list[tuple[Overview, Plan]]:
    """Return the overviews that are given as a basis for a strategy adopted before they were made."""
    return [
        (row, strategy)
        for row, strategy in product(overviews, strategies)
        if strategy.id in row.plans and not row.can_be_basis_for(strategy)
    ]


def _observation(graph: Graph, overviews: list[Overview], strategies: list[Plan]) -> Iterator[str]:
    if _has_none(graph):
        yield _(
            "It is not documented in the data that the planning strategy rests on an overview of"
            " the need for housing: the municipality is said to have no overview («Har oversikt» is"
            " nei)."
        )
        if not strategies:
            yield no_current_strategy(graph)
        return
    if not strategies:
        yield _(
            "A planning strategy of this council period (from {date} at the latest) is not documented in"
            " the data, and so no overview as a basis for one. All plans are said to be filled in"
            " («Alle planer er ført» is ja)."
        ).format(date=in_words(council_of(graph).first_day))
        yield from of_other_strategies(graph)
        yield from _basis_for_others(graph, overviews, strategies)
        return
    given = _given_too_late(overviews, strategies)
    if not given:
        yield _("It is not documented in the data that {strategy} rests on {overview}.").format(
            strategy=listed_names(graph, (plan.id for plan in strategies)),
            overview=listed_names(graph, (row.id for row in overviews)),
        )
    for row, strategy in product(overviews, strategies):
        if (row, strategy) in given:
            yield _(
                "In the data, «{overview}» is given as a basis for «{strategy}», but does not count as one."
            ).format(overview=row.name, strategy=strategy.name)
        if not row.can_be_basis_for(strategy):
            yield made_too_late(row, strategy)
    yield from _basis_for_others(graph, overviews, strategies)


def _basis_for_others(
    graph: Graph, overviews: list[Overview], strategies: list[Plan]
) -> Iterator[str]:
    """Yield which other plans the overviews are a basis for: that is not nothing."""
    plans = {plan for row in overviews for plan in row.plans} - {plan.id for plan in strategies}
    if plans:
        yield _("In the data, {overview} is given as a basis for {plans}.").format(
            overview=listed_names(graph, (row.id for row in overviews)),
            plans=listed_names(graph, sorted(plans)),
        )


def ask_about_open_case(graph: Graph, _case: Case) -> str:
    """Return the question that decides it."""
    open_question = _open_question(graph)
    return open_question.question if open_question else ""


RULE = Rule(
    code="PLAN03",
    slug="overview-outside-planstrategi",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    question_when_undetermined=ask_about_open_case,
    clause=CLAUSE,
    tables=(Overview, Plan),
    version=4,
)
