"""The answer of the rules that were selected: first what they found, and only what was asked."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import Graph, model_of, options_of
from samordning_graph.graph.survey import survey_count
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.documents.changes import diff_blocks
from samordning_graph.report.documents.findings import (
    about_seats,
    accepted_gaps,
    figures,
    finding_block,
)
from samordning_graph.report.documents.not_assessed import (
    MAX_LISTED,
    case_names,
    more,
    pairs_to_ask_about,
    questions_about,
)
from samordning_graph.report.documents.pair_blocks import pair_block
from samordning_graph.report.findings_report import Outcome, Report
from samordning_graph.report.notes import expired_acceptances, notes
from samordning_graph.report.readers import Reader
from samordning_graph.rules.accepted_gaps import acceptances
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import only_confirmed_links
from samordning_graph.rules.labels import what_it_is_about
from samordning_graph.rules.register import RULES
from samordning_graph.rules.rule import Case, Rule

MAX_NAMES = 6
"""Cases that an answer names; the rest is counted there, and told below."""


def selected_document(report: Report, reader: str = Reader.COORDINATOR) -> Iterator[Block]:
    """Yield the answer of the selected rules, what it rests on, and what was left out.

    The leader gets a line for each finding, the researcher the figures too.
    """
    yield Heading(1, headline(report))
    yield Paragraph(data_line(report))
    if options_of(report.graph).links == "confirmed":
        yield Paragraph(only_confirmed_links())
    several = len(report.outcomes) > 1
    if several:
        yield Bullets(tuple(answers(report)))
    for outcome in report.outcomes:
        details = list(_details(Report(report.graph, [outcome.rule]), outcome, reader))
        if details or not several:
            yield Heading(2, f"{outcome.rule.code} {outcome.rule.title}")
        if not several:
            yield Paragraph(_answer(report.graph, outcome))
        yield from details
    if report.changes is not None:
        yield Heading(2, _("Changed since the baseline"))
        yield from diff_blocks(report.changes, section_5=False)
    yield from accepted_gaps(report)
    if reader == Reader.RESEARCHER:
        yield from _every_figure(report)
    elif expired := tuple(expired_acceptances(report)):
        yield Bullets(expired)
    yield Paragraph(report_disclaimer(), quiet=True)
    yield Paragraph(left_out(report), quiet=True)


# The answer


def headline(report: Report) -> str:
    """Return how much was found, assessed and not known, and in which municipality."""
    outcomes = report.outcomes
    count = _count(
        sum(len(outcome.assessment.found) for outcome in outcomes),
        sum(outcome.assessment.examined for outcome in outcomes),
        sum(len(outcome.assessment.undetermined) for outcome in outcomes),
        sum(outcome.accepted for outcome in outcomes),
        outcomes[0].rule if len(outcomes) == 1 else None,
    )
    municipality = report.model.municipality
    return f"{count} – {municipality.name} ({municipality.number})"


def data_line(report: Report) -> str:
    """Return which data, as of when, and how many were asked."""
    asked, everyone = survey_count(report.graph)
    return _(
        "Data: {path}, as of {as_of}. {asked} of {everyone} actors were asked themselves."
    ).format(
        path=report.model.path,
        as_of=in_words(options_of(report.graph).as_of),
        asked=asked,
        everyone=everyone,
    )


def answers(report: Report) -> Iterator[str]:
    """Yield the answer of each rule, after its title."""
    for outcome in report.outcomes:
        title = f"{outcome.rule.code} {outcome.rule.title}"
        yield f"{title}: {_answer(report.graph, outcome)}"


def left_out(report: Report) -> str:
    """Return what a report of all rules has beside the selected ones, and how to get it."""
    left = len(RULES) - len(report.rules)
    return ngettext(
        "Left out: {n} other rule, § 5 point by point, and the steps of the year. Without --select"
        " you get everything.",
        "Left out: {n} other rules, § 5 point by point, and the steps of the year. Without --select"
        " you get everything.",
        left,
    ).format(n=left)


def _answer(graph: Graph, outcome: Outcome) -> str:
    """Return how much a rule found, examined and could not assess, and the first names."""
    rule, assessment = outcome.rule, outcome.assessment
    sentences = [
        _count(
            len(assessment.found),
            assessment.examined,
            len(assessment.undetermined),
            outcome.accepted,
            rule,
        )
        + "."
    ]
    if assessment.reason:
        sentences.append(assessment.reason)
    accepted = acceptances(graph)
    remaining = (case for case in assessment.found if accepted.of(rule.code, case) is None)
    for name, cases, number in (
        (_("Found"), remaining, len(assessment.found) - outcome.accepted),
        (_("Not known"), iter(assessment.undetermined), len(assessment.undetermined)),
    ):
        if number:
            sentences += _named(graph, name, rule, cases, number)
    return " ".join(sentences)


def _named(
    graph: Graph, what: str, rule: Rule, cases: Iterator[Case], number: int
) -> Iterator[str]:
    """Yield the names of the first cases; none where the one case is the municipality itself."""
    identities = [rule.identity(case) for case in islice(cases, MAX_NAMES)]
    if [identity.subject for identity in identities] == [model_of(graph).municipality.number]:
        return
    names = "; ".join(what_it_is_about(graph, identity) for identity in identities)
    left = number - len(identities)
    more_names = " " + _("and {n} more").format(n=left) if left else ""
    yield f"{what}: {names}{more_names}."


def _count(found: int, examined: int, undetermined: int, accepted: int, rule: Rule | None) -> str:
    """Return the three figures in a sentence: found, assessed, not known."""
    if not examined:
        count = _("Nothing could be assessed")
        if not undetermined:
            return count
    elif found:
        count = ngettext("{n} finding", "{n} findings", found).format(n=found)
        if accepted:
            count += " " + _("({n} accepted)").format(n=accepted)
        count = _("{found} in {cases}").format(found=count, cases=_cases(examined, rule))
    else:
        count = _("No findings in {cases}").format(cases=_cases(examined, rule))
    return _("{count}; {n} not known").format(count=count, n=undetermined)


def _cases(examined: int, rule: Rule | None) -> str:
    """Return how many were assessed, and of what; of several rules they are cases."""
    if rule is not None and rule.is_about_pairs:
        text = ngettext("{n} assessed pair", "{n} assessed pairs", examined)
    elif rule is not None and rule.subject is SubjectKind.SECTORS:
        text = ngettext("{n} assessed pair of sectors", "{n} assessed pairs of sectors", examined)
    elif rule is not None and rule.subject is SubjectKind.DUTY:
        text = ngettext("{n} assessed duty", "{n} assessed duties", examined)
    else:
        text = ngettext("{n} assessed case", "{n} assessed cases", examined)
    return text.format(n=examined)


# What the answer rests on


def _details(alone: Report, outcome: Outcome, reader: str) -> Iterator[Block]:
    """Yield the findings of the one rule of a report, and what it could not assess."""
    if outcome.rule.is_about_pairs:
        yield from _pairs(alone, reader)
    else:
        findings = alone.singles[outcome.rule.code]
        if reader == Reader.LEADER:
            yield from _in_short(findings[:MAX_LISTED])
        else:
            yield from about_seats(findings[:MAX_LISTED])
            yield from (finding_block(alone.graph, finding) for finding in findings[:MAX_LISTED])
        yield from more(len(findings) - MAX_LISTED)
    unknown = list(_not_known(alone, outcome)) if reader != Reader.LEADER else []
    if unknown:
        yield Heading(3, _("Not assessed – ask about"))
        yield from unknown


def _pairs(alone: Report, reader: str) -> Iterator[Block]:
    pairs, count = alone.matters.strongest_pairs(Coverage.NONE, MAX_LISTED)
    if reader == Reader.LEADER:
        yield from _in_short([alone.matters.tell_pair(pair) for pair in pairs])
    else:
        findings = [alone.matters.tell_pair(pair) for pair in pairs]
        yield from about_seats(findings)
        yield from map(partial(pair_block, alone), pairs, findings)
    yield from more(count - len(pairs))


def _in_short(findings: Sequence[Finding]) -> Iterator[Block]:
    if findings:
        yield Bullets(tuple(f"{finding.observation} {finding.question}" for finding in findings))


def _not_known(alone: Report, outcome: Outcome) -> Iterator[Block]:
    """Yield what to ask about what could not be assessed, or all of it where it has no question."""
    if outcome.rule.is_about_pairs:
        yield from pairs_to_ask_about(alone)
    elif outcome.rule.question_when_undetermined is not None:
        yield from questions_about(alone.graph, outcome)
    elif len(outcome.assessment.undetermined) > MAX_NAMES:
        yield Paragraph(case_names(alone.graph, outcome) + ".")


def _every_figure(report: Report) -> Iterator[Block]:
    if report.pair_grounds:
        yield from figures(report)
    counted = notes(report)
    if counted:
        yield Heading(2, _("What was counted, and what was left out"))
        yield Bullets(counted)
