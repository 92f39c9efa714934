"""Puts the rows of a meeting into a copy of the workbook, each in the sheet of its table."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from samordning_graph.input.overlay import overlaid
from samordning_graph.input.read_source import read_source
from samordning_graph.input.record import Record
from samordning_graph.input.template_update import write_updated
from samordning_graph.input.validate import validate
from samordning_graph.schema.model import Model
from samordning_graph.schema.problem import ProblemsError
from samordning_graph.schema.tables import (
    TABLES,
    AgreedStep,
    Column,
    Municipality,
    Row,
    Takes,
    columns,
    node_tables,
)
from samordning_graph.schema.vocabulary import word_lists

_WHAT_A_STEP_IS_ABOUT = ("subject", "related")


@dataclass(frozen=True, slots=True)
class AddedRows:
    """How many rows were added to each sheet, and what a person should know of the copy.

    `changed` counts the rows with changed cells, `left` says what has no place in the workbook.
    """

    count: Mapping[str, int]
    to_know: tuple[str, ...]
    changed: int = 0
    left: tuple[str, ...] = ()


class RowsWithIdsError(Exception):
    """Rows of a table with ids: they may be meant to change what stands there, not to be added."""

    def __init__(self, sheet: str) -> None:
        super().__init__(sheet)
        self.sheet = sheet


def write_with_rows(old: Path, added: Path, new: Path, today: date) -> AddedRows:
    """Write a copy of a workbook, in the newest template, with the rows of a file added.

    A row that is there already is not added again.

    Raises
    ------
    ProblemsError
        If one of the two cannot be read, or the rows do not fit the workbook.
    RowsWithIdsError
        If the file has rows of a table with ids.
    """
    base, overlay = read_source(old), read_source(added)
    before = validate(base, today)
    together = overlaid(base, overlay)
    after = validate(together, today)
    if before is None or after is None or overlay.problems.any_errors:
        raise ProblemsError(
            (overlay if overlay.problems.any_errors else together).problems.in_order()
        )
    by_table = {table.table: table for table in TABLES}
    nodes = {table.table for table in node_tables()} - {Municipality.table}
    names = unique_names(after)
    already = {_content(by_table[record.table], record, names) for record in base.records}
    rows: dict[str, list[dict[str, str]]] = {}
    for record in overlay.records:
        table = by_table[record.table]
        if record.table in nodes:
            raise RowsWithIdsError(table.sheet)
        content = _content(table, record, names)
        if record.table != Municipality.table and content not in already:
            already.add(content)
            rows.setdefault(record.table, []).append(dict(content[1]))
    to_know = write_updated(old, new, rows)
    count = Counter({by_table[name].sheet: len(of_table) for name, of_table in rows.items()})
    return AddedRows(count, tuple(to_know))


def unique_names(model: Model) -> dict[str, str]:
    """Return what to write for each id: the name that the drop-downs have, if no other has it."""
    called = {
        node.id: node.name for table in node_tables() for node in model.all(table) if node.name
    }
    often = Counter(called.values())
    return {id_: name for id_, name in called.items() if often[name] == 1}


def _content(
    table: type[Row], record: Record, names: Mapping[str, str]
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the table and the cells of a row, as they are written in the workbook."""
    # Under a code an id may be that of a sector or a duty, and not the actor's.
    is_about_nodes = table is AgreedStep and not record.cells.get("code")
    cells = (
        (column.name, _as_written(column, record.cells[column.name], names, is_about_nodes))
        for column in columns(table)
        if column.name in record.cells
    )
    return table.table, tuple(cells)


def _as_written(
    column: Column, text: str, names: Mapping[str, str], is_about_nodes: bool = False
) -> str:
    if column.takes is Takes.REFERENCE and not column.many:
        return names.get(text, text)
    if is_about_nodes and column.name in _WHAT_A_STEP_IS_ABOUT:
        return "; ".join(names.get(part.strip(), part.strip()) for part in text.split(";"))
    if column.takes is Takes.WORD:
        word = word_lists()[column.words].get(text)
        return word.nb if word else text
    return text
