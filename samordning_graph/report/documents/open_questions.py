"""What could not be assessed, and how much of it."""

from collections.abc import Iterator

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import first_few
from samordning_graph.graph.contact import possibly_isolated_actors
from samordning_graph.graph.deciding_cells import DecidingCells
from samordning_graph.graph.duties import duty_name, get_duty, is_checked
from samordning_graph.graph.graph import Graph
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.family import SubjectKind

FIRST_DUTIES_SHOWN = 3
"""Duties that a sentence names."""


def open_questions(report: Report) -> Iterator[str]:
    """Yield what could not be assessed, and how much of it."""
    graph, deciding = report.graph, report.deciding_cells
    unassessed = sum(not outcome.is_assessed for outcome in report.outcomes)
    how_much = " ".join(_how_much_is_open(graph, deciding))
    if how_much:
        yield how_much
    yield from _open_duties(report)
    if unassessed:
        yield _("{n} of the {all} rules could not be assessed.").format(
            n=unassessed, all=len(report.outcomes)
        )
    if not how_much and not unassessed:
        yield _("Every rule could be assessed, and every pair with a ground to coordinate.")


def _how_much_is_open(graph: Graph, deciding: DecidingCells) -> Iterator[str]:
    if deciding.pairs:
        yield ngettext(
            "{n} pair with a ground to coordinate cannot be assessed.",
            "{n} pairs with a ground to coordinate cannot be assessed.",
            deciding.pairs,
        ).format(n=deciding.pairs)
    open_actors = len(possibly_isolated_actors(graph))
    if open_actors:
        yield ngettext(
            "Whether {n} actor is isolated cannot be told: it was not asked about contact"
            " and arenas, and an incomplete participant list may lack it.",
            "Whether {n} actors are isolated cannot be told: they were not asked about contact"
            " and arenas, and incomplete participant lists may lack them.",
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
