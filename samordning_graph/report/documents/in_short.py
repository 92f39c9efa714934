"""Where a municipality stands, in short: what is in place, what the data do not show, § 5, what to fill in.

With three figures wherever there is one, and without codes. What each rests on comes after it.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from samordning_graph.analysis.clauses import Clause, ClauseStatus
from samordning_graph.analysis.cooperation import (
    mandate_and_leader,
    pairs_through_one_arena,
    sectors_in_touch,
)
from samordning_graph.analysis.in_place import figures_of_results
from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.common.phrases import first_few, listed, sentences
from samordning_graph.graph.duties import get_duty, is_checked
from samordning_graph.graph.graph import node_name
from samordning_graph.graph.pair_figures import ThreeFigures, figures_in_words
from samordning_graph.report.blocks import Block, Bullets, Heading
from samordning_graph.report.documents.in_place import (
    duty_and_parties,
    pair_and_first_tie,
    yes_of_answers,
)
from samordning_graph.report.documents.next_cells import fill_in_next, is_little_known
from samordning_graph.report.documents.phrases import status_name, without_arena
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.family import SubjectKind


def in_short(report: Report) -> Iterator[Block]:
    """Yield the page after the first, the same for every reader."""
    counted = tuple(_counted(report))
    documented = (line for line in counted if line.figures.documented)
    yield Heading(2, _("What you have in place"), opens_page=True)
    yield Bullets(
        (*(line.text for line in documented), *_yes_answers(report))
        or (_nothing_in_place(line.figures for line in counted),)
    )
    if not_shown := tuple(line.text for line in counted if not line.figures.documented):
        yield Heading(2, _("What the data do not show"))
        yield Bullets(not_shown)
    yield Heading(2, _("Boligsosialloven § 5"))
    yield Bullets(tuple(_section_5_in_short(report.clauses)))
    if not is_little_known(report):
        yield from fill_in_next(report)


# What is in place


class _CountedLine(NamedTuple):
    """A sentence of the three figures of a kind of thing, and the figures."""

    text: str
    figures: ThreeFigures


def _counted(report: Report) -> Iterator[_CountedLine]:
    """Yield each kind that there is anything to count of; the first that can has an example."""
    graph, in_place = report.graph, report.in_place
    undisputed = [pair for pair in in_place.pairs if not pair.denied_by]
    pair_examples = [pair_and_first_tie(graph, pair) for pair in undisputed[:1]]
    duty_examples = [
        duty_and_parties(graph, duty)
        for duty in in_place.duties[:1]
        if is_checked(get_duty(graph, duty.duty))
    ]
    kinds: tuple[tuple[str, ThreeFigures, str, list[str]], ...] = (
        (
            _("Pairs with a ground to coordinate: {figure}."),
            report.congruence["all"],
            without_arena(graph, pairs_through_one_arena(graph)),
            pair_examples,
        ),
        (
            _("Pairs of sectors with a contact: {figure}."),
            report.figures_about(SubjectKind.SECTORS),
            without_arena(graph, sectors_in_touch(graph).one_arena),
            [],
        ),
        (
            _("Duties and own requirements: {figure}."),
            report.figures_about(SubjectKind.DUTY),
            _unchecked(report),
            [] if pair_examples else duty_examples,
        ),
        (
            _("Arenas with mandate and leader: {figure}."),
            ThreeFigures.of(mandate_and_leader(graph).values()),
            "",
            [],
        ),
        (
            _("Goals with results: {figure}."),
            figures_of_results(graph) if in_place.results else ThreeFigures(),
            "",
            [f"«{node_name(graph, result.goal)}»" for result in in_place.results[:1]],
        ),
    )
    for text, figures, without, examples in kinds:
        if figures.total:
            figure = f"{figures_in_words(figures)} {without}".rstrip()
            such_as = (_("Such as {example}.").format(example=example) for example in examples)
            yield _CountedLine(sentences(text.format(figure=figure), *such_as), figures)


def _unchecked(report: Report) -> str:
    """Return how many of the duties that are documented nobody has checked against the law."""
    met = {duty.duty for duty in report.in_place.duties}
    n = sum(not is_checked(get_duty(report.graph, duty)) for duty in met)
    return (
        ngettext(
            "({n} of those documented is not checked against the law)",
            "({n} of those documented are not checked against the law)",
            n,
        ).format(n=n)
        if n
        else ""
    )


def _nothing_in_place(counted: Iterable[ThreeFigures]) -> str:
    """Return that nothing is documented, or that the data cannot tell of anything."""
    if any(figures.not_documented for figures in counted):
        return _("Nothing of what is counted here is documented.")
    return _("The data hold too little to say.")


def _yes_answers(report: Report) -> Iterator[str]:
    """Yield the factor that most of those who answered say yes to, and how many more there are."""
    if factors := [yes_of_answers(report.graph, factor) for factor in report.in_place.yes_answers]:
        yield _("The self-assessment: yes to {factors}.").format(factors=first_few(factors, 1))


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
