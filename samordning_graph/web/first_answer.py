"""What a page says first of a municipality: page one of the report, what is in place, what has changed."""

from typing import Any

from samordning_graph.analysis.diff import Diff
from samordning_graph.common.locale import _
from samordning_graph.report.documents.changes import diff_blocks
from samordning_graph.report.documents.first_page import first_page
from samordning_graph.report.documents.in_short import in_short
from samordning_graph.report.findings_report import Report
from samordning_graph.web.files_to_keep import FILES
from samordning_graph.web.reading import Reading
from samordning_graph.web.shown_blocks import shown_blocks


def first_answer(reading: Reading, changes: Diff | None) -> dict[str, Any]:
    """Return title, blocks and files as JSON. It is of all rules, whichever the report is of."""
    whole = Report(reading.graph)
    heading, *page_one = shown_blocks(first_page(whole))
    return {
        "title": heading["text"],
        "answer": [*page_one, *shown_blocks(in_short(whole))],
        "changes": [*shown_blocks(diff_blocks(changes))] if changes else [],
        "files": [
            {"id": id_, "name": file.name(reading), "purpose": _(file.purpose)}
            for id_, file in FILES.items()
        ],
    }
