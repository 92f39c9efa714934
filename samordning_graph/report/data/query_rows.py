"""Rows under columns, as a query answers them: a table, CSV, JSON or Markdown.

A value is a text, a number, yes or no, nothing, a list or a map. CSV is for Excel in Norway as the
report's is, with a decimal comma in Norwegian; JSON is for programs.
"""

import csv
import json
import math
import sys
from collections.abc import Sequence
from typing import Any, TextIO

from samordning_graph.common.locale import current_language
from samordning_graph.report.blocks import Block, Paragraph, TableBlock
from samordning_graph.report.data.findings_csv import BYTE_ORDER_MARK, escape_formula
from samordning_graph.report.formats import markdown
from samordning_graph.report.formats import plain_text as text

SUFFIXES = {"table": ".txt", "csv": ".csv", "json": ".json", "md": ".md"}
Rows = Sequence[Sequence[Any]]


def write(columns: Sequence[str], rows: Rows, caption: str, form: str, stream: TextIO) -> None:
    """Write rows in a format of `SUFFIXES`. The caption stands over a table, and nowhere else."""
    if form == "json":
        _write_json(columns, rows, stream)
    elif form == "csv":
        _write_csv(columns, rows, stream)
    else:
        layout = markdown if form == "md" else text
        layout.write([_block(columns, rows, caption)], stream)


def show(columns: Sequence[str], rows: Rows, caption: str) -> None:
    """Write rows to stdout as a table: laid out by rich on a terminal, plain in a pipe."""
    if sys.stdout.isatty():
        from samordning_graph.report.formats import terminal

        terminal.show([_block(columns, rows, caption)])
    else:
        write(columns, rows, caption, "table", sys.stdout)


def _block(columns: Sequence[str], rows: Rows, caption: str) -> Block:
    if not columns:  # of a query that only writes
        return Paragraph(caption)
    return TableBlock(caption, tuple(columns), tuple(tuple(map(as_text, row)) for row in rows))


def _write_csv(columns: Sequence[str], rows: Rows, stream: TextIO) -> None:
    stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(escape_formula, columns))
    for row in rows:
        writer.writerow(map(_cell, row))


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever a query returns
    """Return a value for a spreadsheet: a number stays one, and no text becomes a formula."""
    if isinstance(value, float) and current_language() != "en":
        return as_text(value).replace(".", ",")
    return as_text(value) if isinstance(value, int | float) else escape_formula(as_text(value))


def _write_json(columns: Sequence[str], rows: Rows, stream: TextIO) -> None:
    stream.write(f'{{"columns": {_json(columns)}, "rows": [')
    for number, row in enumerate(rows):
        stream.write(("," if number else "") + "\n" + _json(row))
    stream.write("\n]}\n" if rows else "]}\n")


def _json(value: Any) -> str:  # noqa: ANN401 - whatever a query returns
    return json.dumps(_defined(value), ensure_ascii=False)


def _defined(value: Any) -> Any:  # noqa: ANN401 - whatever a query returns
    """Return a value without numbers that JSON does not have: undefined is null."""
    match value:
        case float() if not math.isfinite(value):
            return None
        case list() | tuple():
            return [_defined(one) for one in value]
        case dict():
            return {name: _defined(one) for name, one in value.items()}
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
        case {"labels": list(labels), "properties": dict(said)}:
            return f"({' '.join([*labels, _name(said)]).strip()})"
        case {"type": str(type_), "properties": dict()}:
            return f"[{type_}]"
        case {"nodes": [first, *others], "relationships": list(ties)}:
            steps = (f"{as_text(tie)}{as_text(one)}" for tie, one in zip(ties, others, strict=True))
            return as_text(first) + "".join(steps)
        case list() | tuple():
            return "; ".join(map(as_text, value))
        case dict():
            return ", ".join(f"{name}: {as_text(one)}" for name, one in value.items())
        case _:
            return str(value)


def _name(said: dict[str, Any]) -> str:
    return str(said.get("name") or said.get("id") or "")
