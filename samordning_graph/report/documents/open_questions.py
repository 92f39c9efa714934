"""What the first page says could not be assessed, and whom to ask."""

from collections.abc import Iterator

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import first_few, listed
from samordning_graph.graph.contact import actors_with_incomplete_ties
from samordning_graph.graph.deciding_cells import DecidingCells, actors_decided_by
from samordning_graph.graph.duties import duty_name, get_duty, is_checked
from samordning_graph.graph.graph import Graph, node_name, node_row
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding_text import citation
from samordning_graph.schema.tables import Actor, Arena

FIRST_DUTIES_SHOWN = 3
"""Duties that a sentence names."""


def open_questions(report: Report) -> Iterator[str]:
    """Yield what could not be assessed: how much, and the cells that would decide most of it."""
    graph, deciding = report.graph, report.deciding_cells
    unassessed = sum(not outcome.is_assessed for outcome in report.outcomes)
    how_much = " ".join(_how_much_is_open(graph, deciding))
    if how_much:
        yield how_much
    yield from _deciding_cells(graph, deciding)
    yield from _open_duties(report)
    if unassessed:
        yield _("{n} of the {all} rules could not be assessed.").format(
            n=unassessed, all=len(report.outcomes)
        )
    if not how_much and not unassessed:
        yield _("Every rule could be assessed, and every pair with a ground.")


def _how_much_is_open(graph: Graph, deciding: DecidingCells) -> Iterator[str]:
    if deciding.pairs:
        yield ngettext(
            "{n} pair that should coordinate cannot be assessed.",
            "{n} pairs that should coordinate cannot be assessed.",
            deciding.pairs,
        ).format(n=deciding.pairs)
    open_actors = len(actors_with_incomplete_ties(graph))
    if open_actors:
        yield ngettext(
            "Whether {n} actor is isolated cannot be told: it was not asked, and an incomplete"
            " participant list may lack it.",
            "Whether {n} actors are isolated cannot be told: they were not asked, and incomplete"
            " participant lists may lack them.",
            open_actors,
        ).format(n=open_actors)


def _open_duties(report: Report) -> Iterator[str]:
    """Yield the duties that cannot be assessed, those first that were checked against the law."""
    cases = [
        case
        for assessment in report.assessments_about(SubjectKind.DUTY)
        for case in assessment.undetermined
    ]
    cases.sort(key=lambda case: not is_checked(get_duty(report.graph, case.subject)))
    duties = [duty_name(report.graph, case.subject) for case in cases]
    if duties:
        yield ngettext(
            "{n} duty cannot be assessed: {duties}.",
            "{n} duties cannot be assessed: {duties}.",
            len(duties),
        ).format(n=len(duties), duties=first_few(duties, FIRST_DUTIES_SHOWN))


def _deciding_cells(graph: Graph, deciding: DecidingCells) -> Iterator[str]:
    """Yield the two cells that would decide most pairs and actors."""
    by_arena = actors_decided_by(graph)
    open_actors = actors_with_incomplete_ties(graph)
    cells = [
        (deciding.by_arena.get(arena_id, 0), by_arena.get(arena_id, 0), arena_id)
        for arena_id in {*deciding.by_arena, *by_arena}
    ]
    cells += [
        (count, int(actor_id in open_actors), actor_id)
        for actor_id, count in deciding.by_actor.items()
    ]
    for pairs, actors, node_id in sorted(cells, key=lambda cell: (-cell[0] - cell[1], cell[2]))[:2]:
        decides = listed(
            [
                *([ngettext("{n} pair", "{n} pairs", pairs).format(n=pairs)] if pairs else []),
                *([ngettext("{n} actor", "{n} actors", actors).format(n=actors)] if actors else []),
            ]
        )
        yield _question(graph, node_id).format(
            name=node_name(graph, node_id),
            where=citation([node_row(graph, node_id).place]),
            what=decides,
        )


def _question(graph: Graph, node_id: str) -> str:
    """Return what to ask about an actor, or about the participant list of an arena."""
    asked = node_row(graph, node_id)
    if isinstance(asked, Actor):
        return _("Ask {name} what it takes part in («Spurt», {where}): decides {what}.")
    if isinstance(asked, Arena) and asked.participants_complete is False:
        return _(
            "Fill in the rest of those who take part in {name} (the list is said to be incomplete,"
            " {where}): decides {what}."
        )
    return _(
        "Ask whether the participant list of {name} is complete («Fullstendig deltakerliste»,"
        " {where}): decides {what}."
    )
