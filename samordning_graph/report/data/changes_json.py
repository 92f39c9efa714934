"""What has changed, as JSON."""

import json
from typing import Any, TextIO

from samordning_graph.analysis.diff import Change, Diff, Snapshot
from samordning_graph.report.data.figures_json import figures_json


def write(changes: Diff, sources: tuple[str, str], stream: TextIO) -> None:
    """Write a comparison as a JSON document of its own."""
    document = {
        "format": "samordning-diff",
        "version": 3,
        "sources": {"before": sources[0], "after": sources[1]},
        **diff_json(changes),
    }
    stream.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def diff_json(changes: Diff) -> dict[str, Any]:
    """Return closed, new, unchanged and renamed, with the figures of both."""
    return {
        "closed": [_change(change) for change in changes.closed],
        "new": [_change(change) for change in changes.new],
        "unchanged": changes.unchanged,
        "renamed": [
            {"id": id_, "before": before, "after": after} for id_, before, after in changes.renamed
        ],
        "before": _snapshot_json(changes.before),
        "after": _snapshot_json(changes.after),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "rule": change.identity.rule,
        "subject": change.identity.subject,
        "related": list(change.identity.related),
        "cause": str(change.cause),
    }


def _snapshot_json(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "findings": len(snapshot.found),
        "congruence": [
            {"ground": ground, **figures_json(figures)}
            for ground, figures in snapshot.congruence.items()
        ],
        "clauses": dict(snapshot.clauses),
    }
