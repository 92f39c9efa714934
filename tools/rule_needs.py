"""Writes samordning_graph/rules/needs.csv by trying: `python -m tools.rule_needs`.

In data/eksempel every rule should be one that can be assessed. Each column that may be empty is emptied, and each table
is, one at a time: a rule that can then no longer be assessed needs what was taken away. Columns that
several tables have in common, such as the target groups of units and external actors, are emptied in
all of them, and tables that a reference may be to, such as goals and strategies, together.
"""

import csv
import io
import sys
from collections.abc import Collection, Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from samordning_graph.graph.build import build
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.input.read_model import read_model
from samordning_graph.rules.needs import FILE, Need
from samordning_graph.rules.register import RULES
from samordning_graph.rules.rule import Rule
from samordning_graph.schema.model import Model
from samordning_graph.schema.tables import (
    TABLES,
    Column,
    Municipality,
    Node,
    Row,
    Takes,
    Unit,
    columns,
)

EXAMPLE = Path(__file__).parent.parent / "data" / "eksempel"
AS_OF = date(2026, 11, 23)


def main() -> int:
    """Write the file."""
    FILE.write_text(needs_text(), encoding="utf-8", newline="")
    return 0


def needs_text() -> str:
    """Return the file as it should be."""
    model = read_model(EXAMPLE, AS_OF)
    whole = assessed(model)
    needs: dict[Rule, list[Need]] = {rule: [] for rule in RULES}
    for need in possible_needs():
        for rule in whole - assessed(without(model, need)):
            is_wider = any(
                other.column == need.column and set(other.tables) < set(need.tables)
                for other in needs[rule]
            )
            if not is_wider:
                needs[rule].append(need)
    rows = [
        (rule.code, " ".join(table.table for table in need.tables), need.column)
        for rule, of_rule in needs.items()
        for need in of_rule
    ]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("rule", "tables", "column"))
    writer.writerows(rows)
    return text.getvalue()


def assessed(model: Model) -> set[Rule]:
    """Return the rules that can be assessed in a model."""
    graph = build(model, AnalysisOptions(as_of=AS_OF))
    return {rule for rule in RULES if rule.assess(graph).examined}


def possible_needs() -> Iterator[Need]:
    """Yield every table, those that a reference may be to, and every column that may be empty."""
    for table in TABLES:
        if table not in (Municipality, Unit):
            yield Need((table,))
    targets = (column.refers_to for table in TABLES for column in columns(table))
    for labels in dict.fromkeys(targets):
        if len(labels) > 1 and Unit.label not in labels:
            yield Need(tuple(table for table in TABLES if table.label in labels))
    sharing: dict[Any, list[type[Row]]] = {}
    names: dict[Any, str] = {}
    common = {declared.name for declared in fields(Row)}
    for table in TABLES:
        required = {column.name for column in columns(table) if column.required}
        for declared in fields(table):
            name = declared.name.rstrip("_")
            is_always_there = declared.type is str  # where its cell is empty, it is worked out
            if declared.metadata and not is_always_there and name not in common | required | {"id"}:
                sharing.setdefault(id(declared.metadata), []).append(table)
                names[id(declared.metadata)] = name
    for key, tables in sharing.items():
        yield Need(tuple(tables), names[key])


def without(model: Model, need: Need) -> Model:
    """Return a model where what a rule may need is taken away."""
    if need.column:
        emptied = {
            table: tuple(_emptied(row, need.column) for row in model.all(table))
            for table in need.tables
            if table is not Municipality
        }
        municipality = model.municipality
        if Municipality in need.tables:
            municipality = replace(municipality, **{need.column: None})
        return replace(model, municipality=municipality, rows={**model.rows, **emptied})
    gone = {row.id for table in need.tables for row in model.all(table) if isinstance(row, Node)}
    kept = {
        table: () if table in need.tables else tuple(_without_references(rows, gone))
        for table, rows in model.rows.items()
    }
    return replace(model, rows=kept)


def _emptied(row: Row, name: str) -> Row:
    return replace(
        row,
        **{
            field: () if column.many else None
            for field, column in _declared(row)
            if column.name == name
        },
    )


def _without_references(rows: tuple[Row, ...], gone: Collection[str]) -> Iterator[Row]:
    """Yield rows that refer to nothing that is gone: the cell is emptied, or the row left out."""
    for row in rows:
        changed: dict[str, Any] = {}
        is_whole = True
        for field, column in _declared(row):
            value = getattr(row, field)
            if column.takes is Takes.REFERENCE and column.many:
                changed[field] = tuple(each for each in value if each not in gone)
            elif column.takes is Takes.REFERENCE and value in gone:
                changed[field] = None
                is_whole = is_whole and not column.required
        if is_whole:
            yield replace(row, **changed)


def _declared(row: Row) -> Iterator[tuple[str, Column]]:
    """Yield the field of each column of a row, and the column."""
    by_name = {column.name: column for column in columns(type(row))}
    for field in fields(row):
        if field.metadata:
            yield field.name, by_name[field.name.rstrip("_")]


if __name__ == "__main__":
    sys.exit(main())
