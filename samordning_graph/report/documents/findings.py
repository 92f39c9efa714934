"""The report as a document of headings, paragraphs, lists and tables, in reading order.

Text, Markdown and HTML lay out the same document. The leader reads its first page; the coordinator
also the pairs, the questions, the findings rule by rule; the researcher also every figure.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from itertools import chain

from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import Graph, node_name, sector_name, words_of
from samordning_graph.graph.pair_figures import figures_in_words
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, Sentences, TableBlock
from samordning_graph.report.documents.challenges import challenges
from samordning_graph.report.documents.changes import diff_blocks
from samordning_graph.report.documents.first_page import first_page
from samordning_graph.report.documents.in_place import in_place_section
from samordning_graph.report.documents.next_cells import next_sentences
from samordning_graph.report.documents.not_assessed import MAX_LISTED, more, not_assessed_section
from samordning_graph.report.documents.open_questions import open_questions
from samordning_graph.report.documents.phrases import figures_table, found_cells, found_in_words
from samordning_graph.report.documents.purpose import tasks_of_purpose
from samordning_graph.report.documents.section_5 import section_5
from samordning_graph.report.documents.self_assessment import self_assessment
from samordning_graph.report.documents.structure_and_culture import structure_and_culture
from samordning_graph.report.documents.year_plan import year_ahead
from samordning_graph.report.findings_report import Outcome, Report, sectors_of
from samordning_graph.report.notes import notes
from samordning_graph.report.readers import Reader
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Evidence, Finding
from samordning_graph.rules.finding_text import citation, evidence
from samordning_graph.rules.labels import (
    basis_name,
    basis_of,
    data_basis,
    what_it_is_about,
)
from samordning_graph.rules.missing_pairs import MissingPair
from samordning_graph.rules.next_step import confidentiality
from samordning_graph.rules.shared.pair_rule import cited
from samordning_graph.rules.sources import remark_line, source_line


def findings_document(report: Report, reader: str = Reader.COORDINATOR) -> Iterator[Block]:
    """Yield the blocks of a report in reading order, for one of the readers."""
    yield from first_page(report)
    yield from challenges(report)
    yield Heading(2, _("What could not be assessed"))
    yield Bullets(tuple(open_questions(report)))
    yield from section_5(report)
    yield from structure_and_culture(report)
    yield from year_ahead(report)
    if next_cells := next_sentences(report):
        yield Heading(2, _("What to fill in next"))
        yield Bullets(tuple(next_cells))
    if report.changes is not None:
        yield Heading(2, _("Changed since the baseline"))
        yield from diff_blocks(report.changes)
    if reader == Reader.LEADER:
        return
    yield from in_place_section(report)
    yield from _pairs(report)
    yield from not_assessed_section(report)
    yield from tasks_of_purpose(report.graph)
    yield from _rules(report, reader)
    if reader == Reader.RESEARCHER:
        yield from figures(report)
    yield from self_assessment(report.graph, words_of(report.graph, "answer"), reader)
    yield from accepted_gaps(report)
    left_out = notes(report)
    if left_out:
        yield Heading(2, _("What was counted, and what was left out"))
        yield Bullets(left_out)
    yield Paragraph(_("`samordning explain CODE` tells how a rule decides."), quiet=True)


# Pairs


def _pairs(report: Report) -> Iterator[Block]:
    about_pairs = [outcome for outcome in report.outcomes if outcome.rule.is_about_pairs]
    if not about_pairs:
        return
    yield Heading(2, _("Pairs without documented coordination, strongest ground first"))
    pairs, count = report.matters.strongest_pairs(Coverage.NONE, MAX_LISTED)
    findings = [report.matters.tell_pair(pair) for pair in pairs]
    yield from about_seats(chain(findings, *report.singles.values()))
    if not any(outcome.is_assessed for outcome in about_pairs):
        yield Paragraph(_("No pair could be assessed; below it says why."))
    elif not pairs:
        figure = figures_in_words(report.congruence["all"])
        yield Paragraph(
            _("None. Pairs with a ground to coordinate: {figure}.").format(figure=figure)
        )
    for pair, finding in zip(pairs, findings, strict=True):
        yield pair_block(report, pair, finding)
    yield from more(count - len(pairs))
    if any(
        outcome.rule.subject is SubjectKind.DUTY and outcome.assessment.found
        for outcome in report.outcomes
    ):
        yield Paragraph(
            _("What only a duty or an own requirement asks for stands under LINK01 and LINK02."),
            quiet=True,
        )


def about_seats(findings: Iterable[Finding]) -> Iterator[Block]:
    """Yield what to know of confidentiality, where the next step of any finding offers a seat."""
    if any(finding.seat for finding in findings):
        yield Paragraph(confidentiality())


def pair_block(report: Report, pair: MissingPair, finding: Finding) -> Sentences:
    """Return a pair in sentences: what the data show, and every ground on which the two should."""
    graph = report.graph
    first_sector, second_sector = (sector_name(graph, sector) for sector in sectors_of(graph, pair))
    grounds, rests_on = [], dict.fromkeys(finding.evidence)
    for why in pair.pair_grounds:
        reason = why.reason(graph, pair.first, pair.second)
        grounds.append((_("Ground"), f"{reason.text} ({why.rule}; {cited(reason)})."))
        rests_on |= dict.fromkeys(evidence(graph, reason.rows))
    return Sentences(
        f"{node_name(graph, pair.first)} ({first_sector}) – {node_name(graph, pair.second)} ({second_sector})",
        (
            (_("Observation"), finding.observation),
            *grounds,
            (_("Question"), finding.question),
            (_("Possible next step"), finding.next_step),
            (_("Basis"), basis_name(pair.basis)),
            (_("Data basis"), data_basis(finding)),
            *_known_from(rests_on),
        ),
    )


def _known_from(evidence: Iterable[Evidence]) -> Iterator[tuple[str, str]]:
    """Yield what rows are known from, and their remarks, as lines of a block."""
    rows = tuple(evidence)
    for label, line in ((_("Source"), source_line(rows)), (_("Remark"), remark_line(rows))):
        if line:
            yield label, line


# Rule by rule


def _rules(report: Report, reader: str) -> Iterator[Block]:
    yield Heading(2, _("Rule by rule"))
    if not any(outcome.rule.is_about_pairs for outcome in report.outcomes):
        yield from about_seats(chain(*report.singles.values()))
    if reader != Reader.RESEARCHER:
        yield Paragraph(
            _("Hints are told in short; --reader researcher tells them whole."), quiet=True
        )
    yield TableBlock(
        _("What each rule looked at and found"),
        (_("Rule"), _("Title"), _("Found"), _("Not found"), _("Not known"), _("Accepted")),
        tuple(
            (
                outcome.rule.code,
                outcome.rule.title,
                *found_cells(outcome.assessment.figures),
                str(outcome.accepted),
            )
            for outcome in report.outcomes
        ),
    )
    for outcome in report.outcomes:
        # The findings about pairs are above, gathered by pair.
        if not outcome.rule.is_about_pairs and outcome.assessment.found:
            yield from _findings(report, outcome, in_short=reader != Reader.RESEARCHER)


def _findings(report: Report, outcome: Outcome, *, in_short: bool) -> Iterator[Block]:
    """Yield the findings of a rule; hints in short are one line each."""
    found = len(outcome.assessment.found)
    if found == outcome.accepted:
        return
    yield Heading(3, f"{outcome.rule.code} {outcome.rule.title}")
    accepted = " " + _("({n} accepted)").format(n=outcome.accepted) if outcome.accepted else ""
    yield Paragraph(found_in_words(outcome.assessment.figures) + accepted)
    shown = report.singles[outcome.rule.code][:MAX_LISTED]
    hints = [finding for finding in shown if in_short and finding.basis is Basis.HINT]
    for finding in shown:
        if finding not in hints:
            yield finding_block(report.graph, finding)
    if hints:
        yield Bullets(tuple(f"{hint.observation} {hint.question}" for hint in hints))
    yield from more(found - outcome.accepted - MAX_LISTED)


def finding_block(graph: Graph, finding: Finding) -> Sentences:
    """Return a finding in sentences, with the rows that it rests on."""
    rows = citation(row.place for row in finding.evidence if not row.of_absence)
    absence = (row.text.rstrip(".") for row in finding.evidence if row.of_absence)
    return Sentences(
        what_it_is_about(graph, finding.identity),
        (
            (_("Observation"), finding.observation),
            (_("Ground"), finding.ground),
            (_("Question"), finding.question),
            (_("Possible next step"), finding.next_step),
            (_("Basis"), basis_of(finding)),
            (_("Data basis"), data_basis(finding)),
            (_("Evidence"), ". ".join(part for part in (rows, *absence) if part) + "."),
            *_known_from(finding.evidence),
        ),
    )


# Accepted gaps


def accepted_gaps(report: Report) -> Iterator[Block]:
    """Yield the findings that the municipality has accepted, with reason and until when."""
    accepted = report.accepted_findings
    if not accepted:
        return
    yield Heading(2, _("Accepted gaps"))
    rows = []
    for finding in accepted:
        identity, acceptance = finding.identity, finding.accepted
        if acceptance is not None:
            until = in_words(date.fromisoformat(acceptance.expires)) if acceptance.expires else "–"
            rows.append(
                (
                    identity.rule,
                    what_it_is_about(report.graph, identity),
                    acceptance.reason,
                    acceptance.owner or "–",
                    until,
                )
            )
    yield TableBlock(
        _("Found, and accepted by the municipality"),
        (_("Rule"), _("What"), _("Reason"), _("Responsible"), _("Until")),
        tuple(rows),
    )


# Figures


def figures(report: Report) -> Iterator[Block]:
    """Yield every figure of the pairs."""
    yield Heading(2, _("Figures"))
    pairs = report.pairs
    yield TableBlock(
        _("Pairs of actors"),
        (_("All"), _("Across sectors"), _("Linked"), _("Meet"), _("Neither"), _("Not assessed")),
        (tuple(str(getattr(pairs, field.name)) for field in fields(pairs)),),
    )
    counts = report.counts
    if counts.linked:
        yield Paragraph(
            ngettext(
                "{n} pair of actors is linked in the data, and {confirmed} of these by what both ends"
                " say or by an agreement in force.",
                "{n} pairs of actors are linked in the data, and {confirmed} of these by what both"
                " ends say or by an agreement in force.",
                counts.linked,
            ).format(n=counts.linked, confirmed=counts.linked_confirmed)
        )
    yield figures_table(
        _("Coordination needed and met, by ground (Cataldo et al. 2006, 2008)"), report.congruence
    )
