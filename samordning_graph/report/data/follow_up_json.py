"""What was agreed, as JSON: every step, and whether the data show it."""

from datetime import date
from typing import Any

from samordning_graph.analysis.agreed_steps import agreed_steps
from samordning_graph.report.documents.follow_up import in_data
from samordning_graph.report.findings_report import Report


def follow_up_json(report: Report) -> list[dict[str, Any]]:
    """Return every step, open ones first; what it is about is as it was written."""
    return [
        {
            "step": each.step.step,
            "subject": each.step.subject,
            "related": list(each.step.related),
            "rule": each.step.code,
            "owner": each.step.owner,
            "deadline": iso_day(each.step.deadline),
            "status": each.step.status or "agreed",
            "decided": iso_day(each.step.decided),
            "overdue": each.is_overdue,
            "ids": list(each.about),
            "in_data": str(each.shown),
            "why_not": str(each.why_not) if each.why_not else None,
            "told": in_data(report.graph, each),
        }
        for each in agreed_steps(report.graph)
    ]


def iso_day(day: date | None) -> str | None:
    """Return a day as in ISO 8601, or None."""
    return day.isoformat() if day else None
