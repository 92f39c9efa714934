"""The first page of a report: one that a leader hangs on the wall, and hands out as it is.

Its message, the figures behind it, who it is about, and what to talk about first: in few words, without
codes, and on one sheet of A4 in every format that has pages.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from samordning_graph.analysis.agreed_steps import documented_by_decisions_alone
from samordning_graph.analysis.pair_message import figure_texts, pair_message, what_is_lacking
from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import first_few, sentences
from samordning_graph.graph.graph import Graph, names_in_text
from samordning_graph.graph.survey import survey_count
from samordning_graph.report.blocks import (
    Block,
    Bullets,
    FiguresBar,
    Heading,
    Message,
    Paragraph,
    Picture,
)
from samordning_graph.report.documents.challenges import nothing_found
from samordning_graph.report.documents.data_basis import about_the_data, title, whose_data
from samordning_graph.report.documents.next_cells import fill_in_next, is_little_known
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Finding, FindingId
from samordning_graph.rules.labels import basis_of, subject_names, what_it_is_about
from samordning_graph.rules.register import rule_of

if TYPE_CHECKING:
    from samordning_graph.drawing.marks import Drawing

MOST_NAMES = 2
"""Names before a question that does not name what it is about."""


def first_page(report: Report) -> Iterator[Block]:
    """Yield the page, the same for every reader."""
    yield Heading(1, title(report))
    yield Paragraph(whose_data(report))
    yield from map(Paragraph, about_the_data(report))
    yield Paragraph(
        sentences(_nobody_was_asked(report), _("What is not documented may still exist.")),
        quiet=True,
    )
    yield from _message(report)
    yield Picture(partial(_pairs_picture, report.graph))
    yield Heading(2, _("Talk about this first"))
    yield from _first_questions(report)
    if is_little_known(report):
        yield from fill_in_next(report)


def _message(report: Report) -> Iterator[Block]:
    """Yield what the data say of the pairs, and the figures; of none what to fill in."""
    figures = report.congruence["all"]
    message = pair_message(figures, is_of_map=False)
    yield Message(message.lead, message.rest)
    if figures.total:
        parts = (figures.documented, figures.not_documented, figures.not_known)
        yield FiguresBar(parts, figure_texts(figures))
        yield from map(Paragraph, _agreed_or_accepted(report))
    else:
        yield Paragraph(what_is_lacking())


def _agreed_or_accepted(report: Report) -> Iterator[str]:
    """Yield how many documented pairs a meeting decided alone, and how many others are accepted."""
    if n := documented_by_decisions_alone(report.graph, report.grounds):
        yield ngettext(
            "{n} of the documented pairs is only agreed in a meeting, and not yet done.",
            "{n} of the documented pairs are only agreed in a meeting, and not yet done.",
            n,
        ).format(n=n)
    if n := report.number_of_accepted_pairs:
        yield ngettext(
            "{n} of the pairs that are not documented is accepted by the municipality.",
            "{n} of the pairs that are not documented are accepted by the municipality.",
            n,
        ).format(n=n)


def _pairs_picture(graph: Graph) -> "Drawing | None":
    # Formats without pictures need not load what draws them.
    from samordning_graph.drawing.pairs_picture import pairs_picture

    return pairs_picture(graph)


def _nobody_was_asked(report: Report) -> str:
    number, everyone = survey_count(report.graph)
    return _("Nobody was asked, so every gap is a question.") if everyone and not number else ""


def _first_questions(report: Report) -> Iterator[Block]:
    matters = report.matters.first
    if matters:
        yield Bullets(tuple(_asked(report, matter.finding) for matter in matters), numbered=True)
    else:
        yield Paragraph(nothing_found(report))


def _asked(report: Report, finding: Finding) -> str:
    """Return the question, after what it is about where it does not say so itself, and its basis.

    That it is about the municipality stands above.
    """
    graph, identity = report.graph, finding.identity
    says_it = identity.subject == report.model.municipality.number or any(
        name in finding.question for name in subject_names(graph, identity)
    )
    about = "" if says_it else f"{_about(graph, identity)}: "
    return f"{about}{finding.question} ({basis_of(finding)})"


def _about(graph: Graph, identity: FindingId) -> str:
    """Return what a finding is about as it stands in a sentence; of a duty the duty alone."""
    if rule_of(identity.rule).subject is not SubjectKind.NODE:
        return what_it_is_about(graph, identity)
    ids = (identity.subject, *identity.related)
    return first_few(names_in_text(graph, ids), MOST_NAMES)
