"""What can only be checked in a complete model: cycles, contradictions, and mere warnings."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from samordning_graph.common.locale import _, day_or_year, in_words
from samordning_graph.common.phrases import listed
from samordning_graph.common.text import fold
from samordning_graph.input.node_index import NodeIndex
from samordning_graph.input.personal_data import report_name_of_person
from samordning_graph.input.role_names import seems_to_name_person, words_of_names
from samordning_graph.input.similar_names import warn_similar_names
from samordning_graph.schema.model import Model
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.problem_kinds import CONTRADICTION, EMPTY_CELL, LOOP
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import (
    AcceptedGap,
    AgreedStep,
    Arena,
    Goal,
    GoalHolder,
    Link,
    LocalRequirement,
    Node,
    Overview,
    Participation,
    Plan,
    Referral,
    Row,
    Unit,
    column_named,
    columns,
)
from samordning_graph.schema.vocabulary import municipalities
from samordning_graph.schema.warning_kinds import (
    AHEAD,
    EMPTY_ARENA,
    NAME_OF_ANOTHER,
    NOT_ASKED,
    NOT_MENTIONED,
    OLD_DATA,
    OVERVIEW_TOO_LATE,
    SAID_OTHERWISE,
    UNKNOWN_MUNICIPALITY,
)

INVENTED_NUMBER = "0000"
"""The number of a municipality that does not exist."""
MAX_SOURCE_AGE = timedelta(days=2 * 365 + 1)
"""Age of the newest source of a table above which a warning is given."""
_AGREEMENTS_TOLD = 3
"""Agreements of the same two that are held against a row which says that they have no contact."""


def report_cycles(model: Model, index: NodeIndex, problems: Problems) -> None:
    """Report whatever is tied to itself, directly or in a cycle."""
    pairs: tuple[tuple[Row, str, str], ...] = (
        *((row, row.from_, row.to) for row in model.all(Link)),
        *((row, row.from_, row.to) for row in model.all(Referral)),
        *((row, row.actor_a, row.actor_b) for row in model.all(LocalRequirement)),
    )
    for row, first, second in pairs:
        if first == second:
            problems.add(
                LOOP,
                row.place,
                _("{name} is tied to itself. Correct one of the two.").format(
                    name=index.called(first)
                ),
                value=first,
            )
    above: tuple[tuple[type[Node], Callable[[Any], Iterable[str]]], ...] = (
        (Unit, lambda unit: [unit.part_of] if unit.part_of else []),
        (Goal, lambda goal: [goal.parent] if goal.parent else []),
        (Plan, lambda plan: plan.builds_on),
        (Arena, lambda arena: arena.anchored_in),
    )
    for table, parents in above:
        nodes = {node.id: (node, list(parents(node))) for node in model.all(table)}
        _check_cycles(nodes, index, problems)


def _check_cycles(
    nodes: dict[str, tuple[Node, list[str]]], index: NodeIndex, problems: Problems
) -> None:
    for cycle in _cycles({node_id: parents for node_id, (_node, parents) in nodes.items()}):
        rows = ", ".join(
            _with_row(index.called(node_id), nodes[node_id][0].place) for node_id in cycle
        )
        problems.add(
            LOOP,
            nodes[cycle[0]][0].place,
            _("each of these is above itself: {rows}. Correct one of the rows.").format(rows=rows),
        )


def _cycles(parents: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Yield cycles that have no node in common, each from its first node upwards.

    A node is entered once, whether it is in a cycle or not, so that many cycles take no longer.
    """
    entered: set[str] = set()
    for start in parents:
        way = [start] if start not in entered else []
        on_way, above = set(way), {start: iter(parents[start])}
        while way:
            entered.add(way[-1])
            parent = next(above[way[-1]], None)
            if parent is None:
                on_way.remove(way.pop())
            elif parent in on_way:
                cycle = [way.pop()]
                while cycle[-1] != parent:
                    cycle.append(way.pop())
                on_way.difference_update(cycle)
                yield cycle[::-1]
            elif parent in parents and parent not in entered:
                way.append(parent)
                on_way.add(parent)
                above[parent] = iter(parents[parent])


def _with_row(name: str, place: SourceLocation) -> str:
    if not place.row:  # in a database the id is the location
        return name
    return _("{name} in row {row}").format(name=name, row=place.row)


def report_contradictions(model: Model, index: NodeIndex, problems: Problems, today: date) -> None:
    """Report the answers that two have no contact, where an agreement between them is in force."""
    agreements: dict[frozenset[str], list[Link]] = defaultdict(list)
    for row in model.all(Link):
        if row.has_agreement and (row.valid_to is None or row.valid_to >= today):
            agreements[frozenset((row.from_, row.to))].append(row)
    for row in model.all(Link):
        if row.strength == "none":
            for agreement in agreements[frozenset((row.from_, row.to))][:_AGREEMENTS_TOLD]:
                problems.add(
                    CONTRADICTION,
                    row.place.at(column_named(Link, "strength").nb),
                    _(
                        "{one} and {other} are said to have no contact, and the agreement"
                        " «{agreement}» between them is in force ({place}). Correct one of the two."
                    ).format(
                        one=index.called(row.from_),
                        other=index.called(row.to),
                        agreement=agreement.agreement,
                        place=agreement.place,
                    ),
                    value=row.strength,
                )


def report_acceptances_of_nothing(model: Model, problems: Problems) -> None:
    """Report accepted gaps that say neither by which rule nor of which two."""
    for gap in model.all(AcceptedGap):
        if not gap.code and len(gap.related) != 1:
            problems.add(
                EMPTY_CELL,
                gap.place.at(column_named(AcceptedGap, "code").nb),
                _(
                    "a row without a code accepts everything found about two: write both of them, one"
                    " in «{subject}» and the other in «{related}», or fill in the code."
                ).format(
                    subject=column_named(AcceptedGap, "subject").nb,
                    related=column_named(AcceptedGap, "related").nb,
                ),
            )


def add_warnings_of_rows(model: Model, problems: Problems, today: date) -> None:
    """Add the warnings that hold whatever is wrong elsewhere; `today` decides what is ahead, and over."""
    _warn_not_asked(model, problems)
    _warn_names_of_persons(model, problems)
    warn_similar_names(model, problems, today)
    _warn_ahead(model, problems, today)


def add_warnings(model: Model, problems: Problems, today: date) -> None:
    """Add the warnings that a row with a problem could be the cause of; `today` decides which data are old."""
    for table, rows in model.rows.items():
        _warn_old(table, rows, model, problems, today)
    _warn_not_mentioned(model, problems)
    _warn_arenas(model, problems)
    _warn_overviews(model, problems)
    place, number = model.municipality.place, model.municipality.number
    if number != INVENTED_NUMBER and number not in municipalities():
        problems.add(
            UNKNOWN_MUNICIPALITY,
            place,
            _("no municipality had the number {number} in 2024.").format(number=number),
            value=number,
        )
    _warn_name_of_another(model, problems)


def _warn_name_of_another(model: Model, problems: Problems) -> None:
    """Warn of a number whose municipality has another name, if that name is one of the list too."""
    number, name = model.municipality.number, fold(model.municipality.name or "")
    name = name.removesuffix(" kommune")
    others = [other for other, called in municipalities().items() if fold(called) == name]
    if number in municipalities() and others and number not in others:
        problems.add(
            NAME_OF_ANOTHER,
            model.municipality.place,
            _(
                "{number} is {name}, and {other} has the number {others}. Correct one of the two."
            ).format(
                number=number,
                name=municipalities()[number],
                other=model.municipality.name,
                others=listed(others),
            ),
            value=number,
        )


def _warn_old(
    table: type[Row], rows: tuple[Row, ...], model: Model, problems: Problems, today: date
) -> None:
    dates = [row.source_date for row in rows if row.source_date]
    if dates and today - max(dates) > MAX_SOURCE_AGE:
        problems.add(
            OLD_DATA,
            model.place_of(table),
            _("the newest source in «{sheet}» is from {date}, more than two years ago.").format(
                sheet=table.sheet, date=in_words(max(dates))
            ),
        )


def _warn_not_mentioned(model: Model, problems: Problems) -> None:
    mentioned = {
        *(row.actor for row in model.all(Participation)),
        *(end for row in model.all(Link) for end in (row.from_, row.to)),
        *(end for row in model.all(Referral) for end in (row.from_, row.to)),
        *(row.actor for row in model.all(GoalHolder)),
        *(owner for row in model.all(Overview) for owner in row.owner),
        *(end for row in model.all(LocalRequirement) for end in (row.actor_a, row.actor_b)),
        *(unit.part_of for unit in model.all(Unit)),
    }
    for actor in model.actors():
        if actor.id not in mentioned:
            problems.add(
                NOT_MENTIONED,
                actor.place,
                _("«{name}» is not mentioned in any other table.").format(name=actor.name),
                value=actor.id,
            )


def _warn_not_asked(model: Model, problems: Problems) -> None:
    for actor in model.actors():
        if actor.surveyed_about and not actor.surveyed:
            problems.add(
                NOT_ASKED,
                actor.place.at(column_named(Unit, "surveyed_about").nb),
                _("it says what «{name}» was asked about, but not that it was asked.").format(
                    name=actor.name
                ),
                value=";".join(actor.surveyed_about),
            )


def _warn_arenas(model: Model, problems: Problems) -> None:
    filled = {row.arena for row in model.all(Participation)}
    for arena in model.all(Arena):
        if arena.id not in filled:
            problems.add(
                EMPTY_ARENA,
                arena.place,
                _("«{name}» has no participants.").format(name=arena.name),
                value=arena.id,
            )


def _warn_overviews(model: Model, problems: Problems) -> None:
    """Warn of an overview made after what it is a basis for, or where there is said to be none."""
    plans = {plan.id: plan for plan in model.all(Plan)}
    for overview in model.all(Overview):
        for plan in map(plans.__getitem__, overview.plans):
            if overview.date and plan.adopted and not overview.can_be_basis_for(plan):
                problems.add(
                    OVERVIEW_TOO_LATE,
                    overview.place,
                    _(
                        "«{overview}» is from {date}, and «{plan}» was adopted {adopted}. Was an"
                        " earlier overview its basis?"
                    ).format(
                        overview=overview.name,
                        date=day_or_year(overview.date),
                        plan=plan.name,
                        adopted=day_or_year(plan.adopted),
                    ),
                    value=plan.id,
                )
        if model.municipality.has_overview is False:
            problems.add(
                SAID_OTHERWISE,
                overview.place,
                _("«{name}» is an overview, but «Har oversikt» in Kommune is nei.").format(
                    name=overview.name
                ),
                value=overview.id,
            )


def _warn_names_of_persons(model: Model, problems: Problems) -> None:
    known_words = words_of_names(model)
    for table, rows in model.rows.items():
        for of_roles in (each for each in columns(table) if each.of_roles):
            for row in rows:
                if seems_to_name_person(getattr(row, of_roles.name) or "", known_words):
                    report_name_of_person(problems, row.place.at(of_roles.nb))


def _warn_ahead(model: Model, problems: Problems, today: date) -> None:
    """Ask about plans, overviews and agreements that are dated after today."""
    dated = (
        *((plan, plan.name, "adopted", plan.adopted) for plan in model.all(Plan)),
        *((row, row.name, "date", row.date) for row in model.all(Overview)),
        *((step, step.step, "decided", step.decided) for step in model.all(AgreedStep)),
    )
    for row, name, column, day in dated:
        if day is not None and day > today:
            problems.add(
                AHEAD,
                row.place.at(column_named(type(row), column).nb),
                _("«{name}» has the date {date}, which is after today. Is that right?").format(
                    name=name, date=day_or_year(day)
                ),
                value=row.id if isinstance(row, Node) else name,
            )
