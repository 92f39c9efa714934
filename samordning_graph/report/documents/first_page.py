"""The first page of a report: one that a coordinator hands out without deleting anything.

It says whose data it is, what is in place, what to talk about first, what nobody can tell from the
data, and what to fill in next: in some 250 words, without codes, and with three figures wherever
there is one. What each rests on comes after it.
"""

from collections.abc import Iterable, Iterator

from samordning_graph.analysis.clauses import Clause, ClauseStatus
from samordning_graph.analysis.cooperation import (
    mandate_and_leader,
    pairs_through_one_arena,
    sectors_in_touch,
)
from samordning_graph.analysis.in_place import figures_of_results
from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.common.phrases import listed, sentences
from samordning_graph.graph.graph import listed_names, node_name
from samordning_graph.graph.pair_figures import ThreeFigures, figures_in_words
from samordning_graph.graph.survey import survey_count
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph
from samordning_graph.report.documents.challenges import nothing_found
from samordning_graph.report.documents.data_basis import about_the_data, title, whose_data
from samordning_graph.report.documents.in_place import pair_and_first_tie
from samordning_graph.report.documents.next_cells import next_in_short
from samordning_graph.report.documents.phrases import status_name, without_arena
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.labels import basis_of, what_it_is_about

MOST_QUESTIONS = 3
"""Questions that one meeting has time for."""


def first_page(report: Report) -> Iterator[Block]:
    """Yield the page, the same for every reader."""
    yield Heading(1, title(report))
    yield Paragraph(whose_data(report))
    yield from map(Paragraph, about_the_data(report))
    yield Paragraph(
        sentences(_nobody_was_asked(report), _("What is not documented may still exist.")),
        quiet=True,
    )
    yield Heading(2, _("What you have in place"))
    yield Bullets(tuple(_in_place(report)) or (_("The data hold too little to say."),))
    yield Heading(2, _("Talk about this first"))
    yield from _first_questions(report)
    yield Heading(2, _("Boligsosialloven § 5"))
    yield Bullets(tuple(_section_5_in_short(report.clauses)))
    if next_cells := next_in_short(report):
        yield Heading(2, _("Fill this in next"))
        yield Bullets(tuple(next_cells))


def _nobody_was_asked(report: Report) -> str:
    number, everyone = survey_count(report.graph)
    return _("Nobody was asked, so every gap is a question.") if everyone and not number else ""


# What is in place


def _in_place(report: Report) -> Iterator[str]:
    graph, in_place = report.graph, report.in_place
    undisputed = [pair for pair in in_place.pairs if not pair.denied_by]
    yield from _counted(
        _("Pairs with a ground to coordinate: {figure}."),
        report.congruence["all"],
        without=without_arena(graph, pairs_through_one_arena(graph)),
        examples=[pair_and_first_tie(graph, pair) for pair in undisputed[:1]],
    )
    yield from _counted(
        _("Pairs of sectors with a contact: {figure}."),
        report.figures_about(SubjectKind.SECTORS),
        without=without_arena(graph, sectors_in_touch(graph).one_arena),
    )
    yield from _counted(
        _("Duties and own requirements: {figure}."), report.figures_about(SubjectKind.DUTY)
    )
    yield from _counted(
        _("Arenas with mandate and leader: {figure}."),
        ThreeFigures.of(mandate_and_leader(graph).values()),
    )
    if in_place.results:
        yield from _counted(
            _("Goals with results: {figure}."),
            figures_of_results(graph),
            examples=[f"«{node_name(graph, result.goal)}»" for result in in_place.results[:1]],
        )


def _counted(
    text: str, figures: ThreeFigures, without: str = "", examples: Iterable[str] = ()
) -> Iterator[str]:
    """Yield three figures as a sentence, if there is anything to count, and what stands for them."""
    if figures.total:
        figure = f"{figures_in_words(figures)} {without}".rstrip()
        such_as = (_("Such as {example}.").format(example=example) for example in examples)
        yield sentences(text.format(figure=figure), *such_as)


# What to talk about


def _first_questions(report: Report) -> Iterator[Block]:
    findings = report.most_important(MOST_QUESTIONS)
    if findings:
        yield Bullets(tuple(_asked(report, finding) for finding in findings), numbered=True)
    else:
        yield Paragraph(nothing_found(report))


def _asked(report: Report, finding: Finding) -> str:
    """Return the question, after what it is about where it does not say so itself, and its basis."""
    graph, subject = report.graph, finding.identity.subject
    about = what_it_is_about(graph, finding.identity)
    names_it = any(name in finding.question for name in about.split(" – "))
    if subject in graph and about == node_name(graph, subject):
        about = listed_names(graph, [subject])
    question = finding.question if names_it else f"{about}: {finding.question}"
    return f"{question} ({basis_of(finding)})"


# § 5


def _section_5_in_short(clauses: Iterable[Clause]) -> Iterator[str]:
    """Yield which points of § 5 have each status, and how many could not be assessed."""
    by_status: dict[ClauseStatus, list[str]] = {}
    for clause in clauses:
        by_status.setdefault(clause.status, []).append(_named(clause))
    for status in ClauseStatus:
        names = by_status.get(status, [])
        of_status = listed(names)
        if status is ClauseStatus.NOT_ASSESSED:
            of_status = ngettext("{n} point", "{n} points", len(names)).format(n=len(names))
        if names:
            yield _("{status}: {clauses}.").format(
                status=status_name(status).capitalize(), clauses=of_status
            )


def _named(clause: Clause) -> str:
    """Return what a clause is about; of what is not documented the time left, or that it need not be."""
    if clause.status is not ClauseStatus.NOT_DOCUMENTED:
        return clause.name
    if clause.transitional_until is not None:
        return _("{clause} (transitional time until {date})").format(
            clause=clause.name, date=in_words(clause.transitional_until)
        )
    if clause.duty.force == "bør":
        return _("{clause} (the law says «bør»)").format(clause=clause.name)
    return clause.name
