"""The report as JSON, streamed: memory does not grow with the number of findings."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from samordning_graph.analysis.clauses import Clause
from samordning_graph.common.atomic_write import copy_text
from samordning_graph.common.locale import current_language
from samordning_graph.common.version import __version__
from samordning_graph.graph.duties import duty_register
from samordning_graph.graph.excluded_ties import ExcludedTie, excluded_ties
from samordning_graph.graph.graph import (
    options_of,
    rows_older_than_law,
    source_period,
    undated_rows,
)
from samordning_graph.graph.service_types import types_of_actors
from samordning_graph.report.data.changes_json import diff_json
from samordning_graph.report.data.figures_json import figures_json
from samordning_graph.report.data.follow_up_json import follow_up_json, iso_day
from samordning_graph.report.data.in_place_json import in_place_json
from samordning_graph.report.findings_report import Report, sectors_of
from samordning_graph.report.notes import notes
from samordning_graph.rules.finding import Evidence, Finding
from samordning_graph.rules.missing_pairs import MissingPair
from samordning_graph.rules.shared.pair_rule import cited
from samordning_graph.rules.sources import is_older_than_law
from samordning_graph.schema.duty_register import BUILT_IN_FILE, register_digest

Json = dict[str, Any]


def write(report: Report, stream: TextIO) -> None:
    """Write one report (format `samordning-report`, version 3; the schema is in the package)."""
    stream.writelines(_chunks(report))
    stream.write("\n")


def write_body(report: Report, stream: TextIO) -> None:
    """Write one report as one of many."""
    stream.writelines(_chunks(report))


def join(bodies: Iterable[Path], stream: TextIO) -> None:
    """Write many reports (format `samordning-reports`), from the files that hold their bodies."""
    stream.write('{"format": "samordning-reports", "version": 3, "reports": [')
    for number, body in enumerate(bodies):
        stream.write(",\n" if number else "\n")
        copy_text(body, stream)
    stream.write("\n]}\n")


def _chunks(report: Report) -> Iterator[str]:
    """Yield the text of a report: the head as a whole, findings and pairs singly."""
    head = json.dumps(_head(report), ensure_ascii=False, indent=2)
    yield head.removesuffix("\n}")
    yield from _array("findings", (_finding(finding) for finding in report.findings()))
    numbers = report.matters.number_of_each_pair()
    pairs = (_pair(report, pair, numbers) for pair in report.missing_pairs())
    yield from _array("missing_pairs", pairs)
    if report.changes is not None:
        yield f',\n  "changes": {json.dumps(diff_json(report.changes), ensure_ascii=False)}'
    notes_text = json.dumps(notes(report), ensure_ascii=False, indent=2).replace("\n", "\n  ")
    yield f',\n  "notes": {notes_text}\n}}'


def _array(name: str, items: Iterable[Json]) -> Iterator[str]:
    yield f',\n  "{name}": ['
    separator = "\n    "
    for item in items:
        yield separator + json.dumps(item, ensure_ascii=False)
        separator = ",\n    "
    yield "\n  ]" if separator.startswith(",") else "]"


def _head(report: Report) -> Json:
    options = options_of(report.graph)
    undated, rows = undated_rows(report.graph)
    dates, types = source_period(report.graph), types_of_actors(report.graph)
    return {
        "format": "samordning-report",
        "version": 3,
        "tool": {"name": "samordning_graph", "version": __version__},
        "duty_register": {
            "file": options.duties[0].place.file if options.duties else BUILT_IN_FILE,
            "digest": register_digest(duty_register(report.graph)),
        },
        "language": current_language(),
        "municipality": {
            "number": report.model.municipality.number,
            "name": report.model.municipality.name,
        },
        "data": {
            "path": report.model.path,
            "digest": report.model.digest,
            "newest_source_date": dates[1].isoformat() if dates else None,
            "oldest_source_date": dates[0].isoformat() if dates else None,
            "rows": rows,
            "undated_rows": undated,
            "rows_older_than_law": rows_older_than_law(report.graph),
            "comment": report.model.municipality.comment,
            "service_types": {"by_name": types.by_name, "unknown": list(types.unknown)},
        },
        "options": {
            "select": [rule.code for rule in report.rules] if report.is_limited else None,
            "as_of": options.as_of.isoformat(),
            "max_arena_size": options.max_arena_size,
            "min_meetings": options.min_meetings,
            "links": options.links,
            "duties": options.duties[0].place.file if options.duties else None,
            "anonymous": options.anonymous,
        },
        "counts": report.counts._asdict(),
        "pairs": report.pairs._asdict(),
        "congruence": [
            {"ground": ground, **figures_json(congruence)}
            for ground, congruence in report.congruence.items()
        ],
        "clauses": [_clause(clause) for clause in report.clauses],
        "in_place": in_place_json(report),
        "follow_up": follow_up_json(report),
        "rules": [
            {
                "code": outcome.rule.code,
                "version": outcome.rule.version,
                "slug": outcome.rule.slug,
                "title": outcome.rule.title,
                "examined": outcome.assessment.examined,
                "found": len(outcome.assessment.found),
                "accepted": outcome.accepted,
                "not_assessed": len(outcome.assessment.undetermined),
                "status": "assessed" if outcome.is_assessed else "not_assessed",
                "reason": outcome.assessment.reason or None,
            }
            for outcome in report.outcomes
        ],
    }


def _finding(finding: Finding) -> Json:
    accepted = finding.accepted
    return {
        "rule": finding.identity.rule,
        "subject": finding.identity.subject,
        "related": list(finding.identity.related),
        "basis": str(finding.basis),
        "confidence": str(finding.confidence),
        "coverage": str(finding.coverage) if finding.coverage else None,
        "grounds": [
            {"text": ground.text, "citation": ground.citation, "verified": ground.verified}
            for ground in finding.grounds
        ],
        "evidence": _evidence(finding.evidence),
        "older_than_law": is_older_than_law(finding.evidence),
        "excluded": _excluded(finding.excluded),
        "observation": finding.observation,
        "ground": finding.ground,
        "question": finding.question,
        "next_step": finding.next_step,
        "accepted": None
        if accepted is None
        else {
            "reason": accepted.reason,
            "owner": accepted.owner or None,
            "expires": accepted.expires or None,
        },
        "transitional_until": iso_day(finding.transitional_until),
    }


def _clause(clause: Clause) -> Json:
    return {
        "id": clause.id,
        "status": str(clause.status),
        "clause": clause.duty.clause,
        "citation": clause.duty.citation,
        "force": clause.duty.force,
        "evidence": _evidence(clause.evidence),
        "would_change": list(clause.steps),
        "one_arena": clause.one_arena and clause.one_arena._asdict(),
        "remarks": list(clause.remarks),
        "transitional_until": iso_day(clause.transitional_until),
    }


def _evidence(evidence: Sequence[Evidence]) -> list[Json]:
    return [
        {
            "file": row.place.file,
            "sheet": row.place.sheet or None,
            "row": row.place.row or None,
            **({"node": row.place.node} if row.place.node else {}),
            "text": row.text,
            "source": row.source or None,
            "source_date": iso_day(row.source_date),
            "comment": row.comment or None,
            "reported_by": row.reported_by or None,
        }
        for row in evidence
    ]


def _excluded(excluded: Iterable[ExcludedTie]) -> list[Json]:
    return [
        {
            "reason": str(tie.exclusion),
            "arena": tie.arena or None,
            "agreement": tie.agreement or None,
            "last_day": tie.last_day.isoformat() if tie.last_day else None,
            "actors": list(tie.actors),
            "loosely": list(tie.loosely),
        }
        for tie in excluded
    ]


def _pair(report: Report, pair: MissingPair, numbers: Mapping[tuple[str, str], int]) -> Json:
    """Return a pair; its number is null where it is accepted, and where it cannot be assessed."""
    grounds = []
    for why in pair.pair_grounds:
        reason = why.reason(report.graph, pair.first, pair.second)
        grounds.append(
            {
                "rule": why.rule,
                "via": list(reason.via),
                "text": reason.text,
                "citation": cited(reason),
            }
        )
    return {
        "number": numbers.get((pair.first, pair.second)),
        "accepted": report.matters.is_accepted(pair),
        "a": pair.first,
        "b": pair.second,
        "sectors": list(sectors_of(report.graph, pair)),
        "coverage": str(pair.coverage),
        "basis": str(pair.basis),
        "grounds": grounds,
        "excluded": _excluded(excluded_ties(report.graph, (pair.first,), (pair.second,))),
    }
