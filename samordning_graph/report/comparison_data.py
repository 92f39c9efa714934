"""Municipalities side by side as CSV (one row each) and as JSON."""

import csv
import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any, TextIO

from samordning_graph.coverage import PairCounts
from samordning_graph.report.comparison import MunicipalityRow
from samordning_graph.report.csv_format import BYTE_ORDER_MARK, harmless
from samordning_graph.rules import RULES

PAIRS = tuple(one.name for one in fields(PairCounts))


def write_csv(rows: Sequence[MunicipalityRow], stream: TextIO) -> None:
    """Write one row a municipality; empty where nothing could be assessed. Headers are ids."""
    grounds = tuple(dict.fromkeys(ground for row in rows for ground in row.congruence))
    clauses = tuple(dict.fromkeys(one for row in rows for one in row.clauses))
    codes = tuple(rule.code for rule in RULES)
    stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [
            *("number", "name", "county", "size", "asked", "actors", "newest_source_date"),
            *(f"pairs_{one}" for one in PAIRS),
            *(f"{ground}_{one}" for ground in grounds for one in ("needed", "met", "not_assessed")),
            *clauses,
            *(f"{code}_{one}" for code in codes for one in ("found", "examined")),
        ]
    )
    for row in rows:
        writer.writerow(harmless(cell) for cell in _cells(row, grounds, clauses, codes))


def _cells(
    row: MunicipalityRow, grounds: Sequence[str], clauses: Sequence[str], codes: Sequence[str]
) -> list[str]:
    pairs = asdict(row.pairs) if row.pairs else {}
    figures = [row.congruence[ground] for ground in grounds]
    found = [row.found.get(code, (0, 0)) for code in codes]
    return [
        *(row.number, row.name, row.county, row.group),
        *(str(count) for count in row.asked),
        row.newest_source,
        *(str(pairs.get(one, "")) for one in PAIRS),
        *(str(n) for one in figures for n in (one.needed, one.met, one.not_assessed)),
        *(row.clauses[one] for one in clauses),
        *(text for n, of in found for text in ((str(n), str(of)) if of else ("", "0"))),
    ]


def write_json(rows: Sequence[MunicipalityRow], stream: TextIO) -> None:
    """Write `samordning-compare`, version 1: one object a municipality, by number."""
    document = {
        "format": "samordning-compare",
        "version": 1,
        "municipalities": [_as_json(row) for row in rows],
    }
    stream.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def _as_json(row: MunicipalityRow) -> dict[str, Any]:
    return {
        "municipality": {"number": row.number, "name": row.name},
        "county": row.county or None,
        "size": row.group or None,
        "asked": {"asked": row.asked[0], "actors": row.asked[1]},
        "newest_source_date": row.newest_source or None,
        "pairs": asdict(row.pairs) if row.pairs else None,
        "congruence": [
            {"ground": ground, **asdict(one), "share": one.share}
            for ground, one in row.congruence.items()
        ],
        "clauses": [{"id": id_, "status": status} for id_, status in row.clauses.items()],
        "rules": [
            {"code": code, "found": found if examined else None, "examined": examined}
            for code, (found, examined) in row.found.items()
        ],
        "findings_by_basis": {str(basis): count for basis, count in row.by_basis.items()},
        "sectors": asdict(row.sectors),
    }
