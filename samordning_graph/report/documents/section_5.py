"""Boligsosialloven § 5, point by point: what the data document, and what would change it."""

from collections.abc import Iterator

from samordning_graph.analysis.clauses import Clause, ClauseStatus
from samordning_graph.common.locale import _, in_words
from samordning_graph.report.blocks import Block, Heading, TableBlock
from samordning_graph.report.documents.phrases import status_name, without_arena
from samordning_graph.report.findings_report import Report


def section_5(report: Report) -> Iterator[Block]:
    """Yield the table of the eight points."""
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
                f"{_clause_status(clause)} {without_arena(report.graph, clause.one_arena)}".rstrip(),
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
