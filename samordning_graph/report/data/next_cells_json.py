"""What to fill in next, as JSON: for `samordning check`."""

from typing import Any

from samordning_graph.report.documents.next_cells import (
    column_name,
    fill_sentence,
    question_sentence,
    to_ask,
    to_fill,
)
from samordning_graph.report.findings_report import Report


def next_cells(report: Report) -> list[dict[str, Any]]:
    """Return all that people are shown the first of: what to fill in, then whom to ask."""
    return [
        *(
            {
                "message": fill_sentence(cells),
                "cells": [
                    {
                        "sheets": [table.sheet for table in need.tables],
                        "column": column_name(need) if need.column else None,
                        "empty_rows": sum(rows.values()),
                    }
                    for need, rows in cells.empty.items()
                ],
                "rules": [rule.code for rule in cells.rules],
            }
            for cells in to_fill(report)
        ),
        *(
            {
                "message": question_sentence(report.graph, asked),
                "node": asked.node_id,
                "pairs": asked.pairs,
                "actors": asked.actors,
            }
            for asked in to_ask(report)
        ),
    ]
