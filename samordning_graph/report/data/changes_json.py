"""What has changed, as JSON."""

import json
from typing import Any, TextIO

from samordning_graph.analysis.diff import Change, Diff, Snapshot


def write(change: Diff, sources: tuple[str, str], stream: TextIO) -> None:
    """Write a comparison as a JSON document of its own."""
    document = {
        "format": "samordning-diff",
        "version": 1,
        "sources": {"before": sources[0], "after": sources[1]},
        **diff_json(change),
    }
    stream.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def diff_json(change: Diff) -> dict[str, Any]:
    """Return closed, new, unchanged and renamed, with the figures of both."""
    return {
        "closed": [_as_json(one) for one in change.closed],
        "new": [_as_json(one) for one in change.new],
        "unchanged": change.unchanged,
        "renamed": [
            {"id": id_, "before": before, "after": after} for id_, before, after in change.renamed
        ],
        "before": _snapshot_json(change.before),
        "after": _snapshot_json(change.after),
    }


def _as_json(change: Change) -> dict[str, Any]:
    return {
        "rule": change.identity.rule,
        "subject": change.identity.subject,
        "related": list(change.identity.related),
        "cause": str(change.cause),
    }


def _snapshot_json(one: Snapshot) -> dict[str, Any]:
    return {
        "findings": len(one.found),
        "congruence": [
            {"ground": ground, "met": met, "assessed": assessed}
            for ground, (met, assessed) in one.congruence.items()
        ],
        "clauses": dict(one.clauses),
    }
