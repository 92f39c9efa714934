"""The rows of the answer to a query: as a block of a document, as CSV and as JSON.

A value is a text, a number, yes or no, nothing, a list or a map. CSV is for Excel in Norway as the
report's is, with a decimal comma in Norwegian; JSON is for programs.
"""

import csv
import json
import math
from collections.abc import Sequence
from typing import Any, TextIO

from samordning_graph.common.locale import current_language
from samordning_graph.report.blocks import Block, Paragraph, TableBlock
from samordning_graph.report.formats.csv_dialect import (
    BYTE_ORDER_MARK,
    NorwegianCsv,
    escape_formula,
)

Rows = Sequence[Sequence[Any]]


def answer_block(columns: Sequence[str], rows: Rows, caption: str) -> Block:
    """Return rows as a table under a caption; a query that only writes has no columns."""
    if not columns:
        return Paragraph(caption)
    return TableBlock(caption, tuple(columns), tuple(tuple(map(as_text, row)) for row in rows))


def write_csv(columns: Sequence[str], rows: Rows, stream: TextIO) -> None:
    """Write rows as CSV: no text becomes a formula."""
    stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream, NorwegianCsv)
    writer.writerow(map(escape_formula, columns))
    for row in rows:
        writer.writerow(map(_cell, row))


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever a query returns
    """Return a value for a spreadsheet: a number stays a number, and no text becomes a formula."""
    if isinstance(value, float) and current_language() != "en":
        return as_text(value).replace(".", ",")
    return as_text(value) if isinstance(value, int | float) else escape_formula(as_text(value))


def write_json(columns: Sequence[str], rows: Rows, stream: TextIO) -> None:
    """Write rows as JSON, one a line."""
    stream.write(f'{{"columns": {_json(columns)}, "rows": [')
    for number, row in enumerate(rows):
        stream.write(("," if number else "") + "\n" + _json(row))
    stream.write("\n]}\n" if rows else "]}\n")


def _json(value: Any) -> str:  # noqa: ANN401 - whatever a query returns
    return json.dumps(_defined(value), ensure_ascii=False)


def _defined(value: Any) -> Any:  # noqa: ANN401 - whatever a query returns
    """Return a value without the numbers that JSON lacks: they become null."""
    match value:
        case float() if not math.isfinite(value):
            return None
        case list() | tuple():
            return [_defined(item) for item in value]
        case dict():
            return {name: _defined(item) for name, item in value.items()}
        case _:
            return value


def as_text(value: Any) -> str:  # noqa: ANN401 - whatever a query returns
    """Return a value as a short text.

    >>> as_text([1, None, "a"]), as_text({"labels": ["Unit"], "properties": {"name": "Rus"}})
    ('1; ; a', '(Unit Rus)')
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case {"labels": list(labels), "properties": dict(properties)}:
            return f"({' '.join([*labels, _name(properties)]).strip()})"
        case {"type": str(type_), "properties": dict()}:
            return f"[{type_}]"
        case {"nodes": [first, *further], "relationships": list(ties)}:
            steps = (
                f"{as_text(tie)}{as_text(node)}" for tie, node in zip(ties, further, strict=True)
            )
            return as_text(first) + "".join(steps)
        case list() | tuple():
            return "; ".join(map(as_text, value))
        case dict():
            return ", ".join(f"{name}: {as_text(item)}" for name, item in value.items())
        case _:
            return str(value)


def _name(properties: dict[str, Any]) -> str:
    return str(properties.get("name") or properties.get("id") or "")
