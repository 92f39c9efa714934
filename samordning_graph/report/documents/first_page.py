"""The first page of a report, for the leader: one page that can stand alone.

It shows whose data it is, how old, and who was asked; what is in place; what matters; what could
not be assessed; § 5 clause by clause; what only people can answer; what to do when in the year; and
what to fill in next.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from samordning_graph.analysis.clauses import Clause, ClauseStatus
from samordning_graph.analysis.cooperation import (
    mandate_and_leader,
    pairs_through_one_arena,
    sectors_in_touch,
)
from samordning_graph.analysis.in_place import figures_of_results
from samordning_graph.common.locale import _, day_or_year, in_words, ngettext
from samordning_graph.common.phrases import first_few, listed
from samordning_graph.graph.graph import (
    Graph,
    get_actor,
    node_name,
    nodes,
    options_of,
    rows_older_than_law,
    source_period,
    undated_rows,
)
from samordning_graph.graph.organisation import goal_holders
from samordning_graph.graph.pair_figures import ThreeFigures, figures_in_words
from samordning_graph.graph.sole_arena import SoleArena
from samordning_graph.graph.survey import survey_count
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from samordning_graph.report.documents.in_place import (
    arena_and_leaders,
    duty_and_parties,
    factor_and_answers,
    pair_and_first_tie,
)
from samordning_graph.report.documents.next_cells import next_sentences
from samordning_graph.report.documents.open_questions import open_questions
from samordning_graph.report.documents.phrases import (
    out_of,
    report_disclaimer,
    status_name,
)
from samordning_graph.report.documents.self_assessment import self_assessment_in_short
from samordning_graph.report.documents.year_plan import year_ahead
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.labels import basis_of
from samordning_graph.rules.sources import is_older_than_law
from samordning_graph.schema.tables import Goal, Measure, Strategy
from samordning_graph.schema.vocabulary import law_in_force

FIRST_NAMES_SHOWN = 3
"""Names in a sentence of this page."""


def first_page(report: Report, *, alone: bool = False) -> Iterator[Block]:
    """Yield the page for the leader: what is in place, what matters, § 5, the year, the next cells.

    `alone` when nothing comes after it.
    """
    yield Heading(1, title(report))
    yield Paragraph(whose_data(report))
    yield from map(Paragraph, about_the_data(report))
    number, everyone = survey_count(report.graph)
    if everyone and not number:
        yield Paragraph(
            _(
                "None of the actors were asked themselves, so every gap below is a question to ask"
                " them, not an answer."
            )
        )
    yield Paragraph(report_disclaimer(), quiet=True)
    yield Heading(2, _("What you have succeeded with"))
    yield Bullets(_in_place(report))
    yield Heading(2, _("Where the challenges lie"))
    yield from _challenges(report)
    yield Heading(2, _("What could not be assessed"))
    yield Bullets(tuple(open_questions(report)))
    yield from _section_5(report)
    yield from _structure_and_culture(report)
    if answered := tuple(self_assessment_in_short(report.graph)):
        yield Bullets(answered)
    yield from year_ahead(report)
    if next_cells := next_sentences(report):
        yield Heading(2, _("What to fill in next"))
        yield Bullets(tuple(next_cells))
    yield Paragraph(_where_the_rest_is(alone), quiet=True)


def title(report: Report) -> str:
    """Return the title of a report."""
    municipality = report.model.municipality
    return _("Coordination of social-housing work in {name} ({number})").format(
        name=municipality.name, number=municipality.number
    )


def _challenges(report: Report) -> Iterator[Block]:
    important = report.most_important()
    if important:
        yield Bullets(
            tuple(
                f"{finding.observation} {finding.question} ({_tag(finding)})"
                for finding in important
            ),
            numbered=True,
        )
    elif report.accepted_findings:
        yield Paragraph(_("Nothing was found but what the municipality has accepted."))
    elif any(outcome.is_assessed for outcome in report.outcomes):
        yield Paragraph(" ".join(_nothing_found(report)))
    else:
        yield Paragraph(_("Nothing could be assessed; below it says why."))


def _nothing_found(report: Report) -> Iterator[str]:
    """Yield that nothing was found, and how much that says."""
    assessed = sum(outcome.is_assessed for outcome in report.outcomes)
    if assessed == len(report.outcomes):
        yield _("Nothing was found.")
    else:
        yield _(
            "Nothing was found by the {n} of {all} rules that could be assessed. It says nothing of"
            " the others."
        ).format(n=assessed, all=len(report.outcomes))
    not_known = sum(outcome.assessment.figures.not_known for outcome in report.outcomes)
    if not_known:
        yield ngettext(
            "In {n} case the data cannot tell.", "In {n} cases the data cannot tell.", not_known
        ).format(n=not_known)


def _tag(finding: Finding) -> str:
    """Return where a finding comes from, in brackets after its sentence."""
    tag = f"{finding.identity.rule}, {basis_of(finding)}"
    if is_older_than_law(finding.evidence):
        return _("{tag}; older than the law").format(tag=tag)
    return tag


def whose_data(report: Report) -> str:
    """Return the line about the data: whose, how old, and how many were asked."""
    number, everyone = survey_count(report.graph)
    return _(
        "Data: {path}, with {what}; {period}. {asked} of {everyone} actors were asked themselves."
        " Agreements and arenas are seen as of {as_of}."
    ).format(
        path=report.model.path,
        what=_what_is_filled_in(report),
        period=_period(report.graph),
        asked=number,
        everyone=everyone,
        as_of=in_words(options_of(report.graph).as_of),
    )


def about_the_data(report: Report) -> Iterator[str]:
    """Yield what the municipality remarks on its data, and how many rows are older than the law."""
    if remark := report.model.municipality.comment:
        yield _("Remark on the data: «{remark}»").format(remark=remark)
    older, (undated, rows) = rows_older_than_law(report.graph), undated_rows(report.graph)
    if older:
        age = _("From before boligsosialloven ({date}): {figure} rows.").format(
            figure=out_of(older, rows), date=in_words(law_in_force())
        )
        unknown = _("Without a source date: {n}.").format(n=undated) if undated else ""
        yield f"{age} {unknown}".rstrip()


def _what_is_filled_in(report: Report) -> str:
    counts = report.counts
    return listed(
        [
            ngettext("{n} unit", "{n} units", counts.units).format(n=counts.units),
            ngettext("{n} external actor", "{n} external actors", counts.external_actors).format(
                n=counts.external_actors
            ),
            ngettext("{n} working arena", "{n} working arenas", counts.working_arenas).format(
                n=counts.working_arenas
            ),
        ]
    )


def _period(graph: Graph) -> str:
    dates = source_period(graph)
    if not dates:
        return _("no dates of sources are given")
    oldest, newest = (day_or_year(day) for day in dates)
    if oldest == newest:
        return _("the sources with a date are from {day}").format(day=oldest)
    return _("the sources with a date are from {oldest} to {newest}").format(
        oldest=oldest, newest=newest
    )


# What is in place


def _in_place(report: Report) -> tuple[str, ...]:
    found = (
        *_pairs_in_place(report),
        *_sectors_in_place(report),
        *_duties_in_place(report),
        *_arenas_in_place(report),
        *_results_in_place(report),
        *_clauses_in_place(report),
    )
    return found or (_("The data hold too little to say. What would you point to yourselves?"),)


def _counted(
    text: str, figures: ThreeFigures, without: str = "", documented: Iterable[str] = ()
) -> Iterator[str]:
    """Yield three figures as a sentence, where the data decide any of it, and the first in place."""
    if figures.decided:
        sentence = text.format(figure=f"{figures_in_words(figures)} {without}".rstrip())
        yield f"{sentence} {_named(documented, figures.documented)}".rstrip()


def _named(documented: Iterable[str], count: int) -> str:
    names = list(islice(documented, FIRST_NAMES_SHOWN))
    if not names:
        return ""
    more = [_("{n} more").format(n=count - len(names))] if count > len(names) else []
    return _("In place: {names}.").format(names=listed([*names, *more]))


def _pairs_in_place(report: Report) -> Iterator[str]:
    graph = report.graph
    yield from _counted(
        _("Pairs with a ground to coordinate: {figure}."),
        report.congruence["all"],
        _without(graph, pairs_through_one_arena(graph)),
        (pair_and_first_tie(graph, pair) for pair in report.in_place.pairs),
    )


def _without(graph: Graph, alone: SoleArena | None) -> str:
    """Return what would be left of a figure without the one arena that most of it rests on."""
    if alone is None:
        return ""
    return _("(without «{arena}»: {figure})").format(
        arena=node_name(graph, alone.arena),
        figure=_("{n} documented").format(n=alone.left) if alone.left else _("none"),
    )


def _sectors_in_place(report: Report) -> Iterator[str]:
    yield from _counted(
        _("Pairs of sectors with at least one contact: {figure}."),
        report.figures_about(SubjectKind.SECTORS),
        _without(report.graph, sectors_in_touch(report.graph).one_arena),
    )


def _duties_in_place(report: Report) -> Iterator[str]:
    yield from _counted(
        _("Duties and own requirements: {figure}."),
        report.figures_about(SubjectKind.DUTY),
        documented=(duty_and_parties(report.graph, duty) for duty in report.in_place.duties),
    )


def _arenas_in_place(report: Report) -> Iterator[str]:
    yield from _counted(
        _("Working arenas with both mandate and leader: {figure}."),
        ThreeFigures.of(mandate_and_leader(report.graph).values()),
        documented=(arena_and_leaders(report.graph, arena) for arena in report.in_place.arenas),
    )


def _results_in_place(report: Report) -> Iterator[str]:
    graph, yes_answers, results = report.graph, report.in_place.yes_answers, report.in_place.results
    if yes_answers:
        names = [factor_and_answers(graph, factor) for factor in yes_answers]
        yield _("Yes in the self-assessment: {factors}.").format(
            factors=first_few(names, FIRST_NAMES_SHOWN)
        )
    if results:
        yield from _counted(
            _("Goals with results: {figure}."),
            figures_of_results(graph),
            documented=(f"«{node_name(graph, result.goal)}»" for result in results),
        )


def _clauses_in_place(report: Report) -> Iterator[str]:
    documented = [clause for clause in report.clauses if clause.status is ClauseStatus.DOCUMENTED]
    for sentence, clauses in (
        (
            _("Documented of § 5 (see the table): {clauses}."),
            [clause.id for clause in documented if not clause.remarks],
        ),
        (
            _("Documented, by documents with a remark on their age (see the table): {clauses}."),
            [clause.id for clause in documented if clause.remarks],
        ),
    ):
        if clauses:
            yield sentence.format(clauses=listed(clauses))


# § 5


def _section_5(report: Report) -> Iterator[Block]:
    yield Heading(2, _("Boligsosialloven § 5, point by point"))
    yield TableBlock(
        _(
            "What the data document. The eight points are our division; the law leaves the form to"
            " the municipality."
        ),
        (
            _("What the law asks for («skal» or «bør»)"),
            _("Status"),
            _("A next step, or what the data lack"),
        ),
        tuple(
            (
                f"{clause.id} {clause.duty.clause} ({clause.duty.force})",
                f"{_clause_status(clause)} {_without(report.graph, clause.one_arena)}".rstrip(),
                _what_changes_it(clause),
            )
            for clause in report.clauses
        ),
    )


def _clause_status(clause: Clause) -> str:
    """Return the status, and the transitional time of what is not documented in full."""
    status = status_name(clause.status)
    if clause.transitional_until is None or clause.status is ClauseStatus.DOCUMENTED:
        return status
    return _("{status} (transitional time until {date}, by our reckoning)").format(
        status=status, date=in_words(clause.transitional_until)
    )


def _what_changes_it(clause: Clause) -> str:
    """Return what time makes of the documents, and what would change the status."""
    step = next(iter(clause.steps), "")
    remarks = [remark for remark in clause.remarks if remark not in step]
    return " ".join([*remarks, step]).strip() or "–"


def _structure_and_culture(report: Report) -> Iterator[Block]:
    graph = report.graph
    holders = goal_holders(graph)
    aims = [aim.id for table in (Goal, Strategy, Measure) for aim in nodes(graph, table)]
    planning = [clause.in_full for clause in report.clauses if clause.id >= "P4"]
    yield Heading(2, _("Structure and culture"))
    yield TableBlock(
        _("Structure shows in the data. Culture must be asked about: the two carry each other."),
        (_("What the data can show"), _("What only people can answer")),
        tuple(
            (text.format(figure=figures_in_words(figures)), question)
            for text, figures, question in (
                (
                    _("Pairs with a ground to coordinate: {figure}"),
                    report.congruence["all"],
                    _("Do they solve anything together when they meet?"),
                ),
                (
                    _("Working arenas with both mandate and leader: {figure}"),
                    ThreeFigures.of(mandate_and_leader(graph).values()),
                    _("Is what is agreed there carried out?"),
                ),
                (
                    _("Goals, strategies and measures that join sectors: {figure}"),
                    ThreeFigures.of(_joins_sectors(graph, holders.get(aim, ())) for aim in aims),
                    _("Do the sectors mean the same by the goals?"),
                ),
                (
                    _("Points about overview and planning, in full: {figure}"),
                    ThreeFigures.of(planning),
                    _("Are the plans used when day-to-day cases are settled?"),
                ),
            )
        ),
    )


def _joins_sectors(graph: Graph, holders: Collection[str]) -> bool | None:
    """Return whether those who hold an aim are of several sectors; None where nobody is given."""
    return len({get_actor(graph, holder).sector for holder in holders}) > 1 if holders else None


def _where_the_rest_is(alone: bool) -> str:
    if alone:
        return _("Pairs, arenas and every finding: the report for the coordinator.")
    return _(
        "Below: pairs without documented coordination · what was not assessed · rule by rule ·"
        " accepted gaps · what was counted. `samordning explain CODE` tells how a rule decides."
    )
