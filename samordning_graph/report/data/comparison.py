"""Municipalities side by side as CSV (one row each) and as JSON."""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import combinations_with_replacement
from typing import Any, TextIO

from samordning_graph.graph.pair_figures import PairCounts, ThreeFigures
from samordning_graph.report.data.figures_json import figures_json
from samordning_graph.report.formats.csv_dialect import (
    BYTE_ORDER_MARK,
    NorwegianCsv,
    escape_formula,
)
from samordning_graph.report.municipality_row import MunicipalityRow, meeting_of, sectors_of_all
from samordning_graph.rules.register import RULES

PAIRS = PairCounts._fields


def write_csv(rows: Sequence[MunicipalityRow], stream: TextIO) -> None:
    """Write one row a municipality; empty where nothing could be assessed. Headers are ids.

    Each two sectors that any of the municipalities has a pair of have two columns: a table that is
    one row a municipality can be joined to other figures, and sectors that do not occur cost nothing.
    """
    sectors = [
        pair
        for pair in combinations_with_replacement(sectors_of_all(rows), 2)
        if any(meeting_of(row, *pair).possible for row in rows)
    ]
    stream.write(BYTE_ORDER_MARK)
    table = [dict(_cells(row, sectors)) for row in rows]
    writer = csv.DictWriter(stream, table[0], dialect=NorwegianCsv)
    writer.writeheader()
    for cells in table:
        writer.writerow({column: escape_formula(cell) for column, cell in cells.items()})


def _cells(row: MunicipalityRow, sectors: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield (column, cell) of a municipality: the same columns of each."""
    yield from (
        ("number", row.number),
        ("name", row.name),
        ("county", row.county),
        ("size", row.group),
        ("asked", str(row.asked[0])),
        ("actors", str(row.asked[1])),
        ("newest_source_date", row.newest_source),
    )
    pairs = row.pairs._asdict() if row.pairs else {}
    yield from ((f"pairs_{name}", str(pairs.get(name, ""))) for name in PAIRS)
    for ground, figure in row.congruence.items():
        yield from _figures(ground, figure)
    for basis, figure in row.congruence_by_basis.items():
        yield from _figures(f"basis_{basis}", figure)
    yield from row.clauses.items()
    for code in (rule.code for rule in RULES):
        figures = row.found.get(code, ThreeFigures())
        yield f"{code}_found", str(figures.not_documented) if figures.decided else ""
        yield f"{code}_examined", str(figures.decided)
        yield f"{code}_not_assessed", str(figures.not_known)
    for first, second in sectors:
        meeting = meeting_of(row, first, second)
        yield (
            f"sectors_{first}_{second}_meeting",
            "" if meeting.meeting is None else str(meeting.meeting),
        )
        yield f"sectors_{first}_{second}_possible", str(meeting.possible)


def _figures(name: str, figure: ThreeFigures) -> Iterator[tuple[str, str]]:
    for figure_name, count in asdict(figure).items():
        yield f"{name}_{figure_name}", str(count)


def write_json(rows: Sequence[MunicipalityRow], stream: TextIO) -> None:
    """Write `samordning-compare`, version 2: one object a municipality, by number."""
    document = {
        "format": "samordning-compare",
        "version": 2,
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
        "pairs": row.pairs._asdict() if row.pairs else None,
        "congruence": [
            {"ground": ground, **figures_json(congruence)}
            for ground, congruence in row.congruence.items()
        ],
        "congruence_by_basis": [
            {"basis": str(basis), **figures_json(congruence)}
            for basis, congruence in row.congruence_by_basis.items()
        ],
        "clauses": [{"id": id_, "status": status} for id_, status in row.clauses.items()],
        "rules": [
            {
                "code": code,
                "found": figures.not_documented if figures.decided else None,
                "examined": figures.decided,
                "not_assessed": figures.not_known,
            }
            for code, figures in row.found.items()
        ],
        "findings_by_basis": {str(basis): count for basis, count in row.by_basis.items()},
        "sectors": asdict(row.sectors),
    }
