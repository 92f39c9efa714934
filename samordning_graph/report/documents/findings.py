"""The report as a document of headings, paragraphs, lists and tables, in reading order.

Text, Markdown and HTML lay out the same document. The leader reads its first page; the coordinator
also the pairs, the questions, the findings rule by rule; the researcher also every figure.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from samordning_graph.analysis.matters import Matter
from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.graph.graph import Graph, words_of
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, Sentences, TableBlock
from samordning_graph.report.documents.challenges import challenges
from samordning_graph.report.documents.first_page import first_page
from samordning_graph.report.documents.follow_up import follow_up_section
from samordning_graph.report.documents.in_place import in_place_section
from samordning_graph.report.documents.in_short import in_short
from samordning_graph.report.documents.next_cells import next_sentences
from samordning_graph.report.documents.not_assessed import MAX_LISTED, more, not_assessed_section
from samordning_graph.report.documents.open_questions import open_questions
from samordning_graph.report.documents.pair_blocks import known_from, pairs_by_number
from samordning_graph.report.documents.pairs import pairs_section, pairs_to_tell
from samordning_graph.report.documents.phrases import figures_table, found_cells, found_in_words
from samordning_graph.report.documents.purpose import tasks_of_purpose
from samordning_graph.report.documents.section_5 import section_5
from samordning_graph.report.documents.self_assessment import self_assessment
from samordning_graph.report.documents.structure_and_culture import structure_and_culture
from samordning_graph.report.documents.year_plan import year_ahead
from samordning_graph.report.findings_report import Outcome, Report
from samordning_graph.report.notes import notes
from samordning_graph.report.readers import Reader
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import citation
from samordning_graph.rules.labels import (
    basis_of,
    data_basis,
    what_it_is_about,
)
from samordning_graph.rules.next_step import confidentiality


def findings_document(report: Report, reader: str = Reader.COORDINATOR) -> Iterator[Block]:
    """Yield the blocks of a report in reading order, for one of the readers."""
    yield from first_page(report)
    yield from in_short(report)
    yield from challenges(report)
    yield from follow_up_section(report)
    yield Heading(2, _("What could not be assessed"))
    yield Bullets(tuple(open_questions(report)))
    yield from section_5(report)
    yield from structure_and_culture(report)
    yield from year_ahead(report)
    if next_cells := next_sentences(report):
        yield Heading(2, _("What to fill in next"))
        yield Bullets(tuple(next_cells))
    if report.changes is not None:
        from samordning_graph.report.documents.changes import diff_blocks

        yield Heading(2, _("Changed since the baseline"))
        yield from diff_blocks(report.changes)
    if reader == Reader.LEADER:
        return
    yield from in_place_section(report)
    pairs = pairs_to_tell(report)
    yield from pairs_section(report, pairs)
    yield from not_assessed_section(report)
    yield from tasks_of_purpose(report.graph)
    yield from _rules(report, reader, pairs)
    yield from pairs_by_number(report, pairs)
    if reader == Reader.RESEARCHER:
        yield from figures(report)
    yield from self_assessment(report.graph, words_of(report.graph, "answer"), reader)
    yield from accepted_gaps(report)
    left_out = notes(report)
    if left_out:
        yield Heading(2, _("What was counted, and what was left out"))
        yield Bullets(left_out)
    yield Paragraph(_("`samordning explain CODE` tells how a rule decides."), quiet=True)


def about_seats(findings: Iterable[Finding]) -> Iterator[Block]:
    """Yield what to know of confidentiality, where the next step of any finding offers a seat."""
    if any(finding.seat for finding in findings):
        yield Paragraph(confidentiality())


# Rule by rule


def _rules(report: Report, reader: str, pairs: Sequence[Matter]) -> Iterator[Block]:
    yield Heading(2, _("Rule by rule"))
    findings_of_pairs = (matter.finding for matter in pairs)
    yield from about_seats(chain(findings_of_pairs, *report.singles.values()))
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
        # The findings about pairs are gathered by pair.
        if not outcome.rule.is_about_pairs and outcome.assessment.found:
            yield from _findings(report, outcome, pairs, in_short=reader != Reader.RESEARCHER)


def _findings(
    report: Report, outcome: Outcome, pairs: Sequence[Matter], *, in_short: bool
) -> Iterator[Block]:
    """Yield the findings of a rule; hints in short are one line each.

    A duty that two alone can meet is told with the pair.
    """
    found = len(outcome.assessment.found)
    if found == outcome.accepted:
        return
    yield Heading(3, f"{outcome.rule.code} {outcome.rule.title}")
    accepted = " " + _("({n} accepted)").format(n=outcome.accepted) if outcome.accepted else ""
    yield Paragraph(found_in_words(outcome.assessment.figures) + accepted)
    by_pair = {matter.finding.identity: matter.number for matter in pairs}
    remaining = []
    for finding in report.singles[outcome.rule.code]:
        if finding.identity in by_pair:
            yield Paragraph(
                _("{what}: told with the pair, as number {number}.").format(
                    what=what_it_is_about(report.graph, finding.identity),
                    number=by_pair[finding.identity],
                ),
                quiet=True,
            )
        else:
            remaining.append(finding)
    shown = remaining[:MAX_LISTED]
    hints = [finding for finding in shown if in_short and finding.basis is Basis.HINT]
    for finding in shown:
        if finding not in hints:
            yield finding_block(report.graph, finding)
    if hints:
        yield Bullets(tuple(f"{hint.observation} {hint.question}" for hint in hints))
    yield from more(len(remaining) - MAX_LISTED)


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
            *known_from(finding.evidence),
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
        (tuple(map(str, pairs)),),
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
