"""What to fill in next, and what it would decide: empty cells of rules, questions about pairs.

Worked out from the rules that could not be assessed and what they need (`rules/needs.py`), and from
the pairs and actors that the data cannot decide (`graph/deciding_cells.py`).

What decides most comes first; of what decides as much, what is least work. Own definition of the
work: the empty cells of a column; for a table without rows, the cells that a row must have. There is
one row for each that the table is about (who owns goals is asked of every actor, a self-assessment
of every factor), and a handful of rows of what is new, such as goals.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from samordning_graph.graph.contact import possibly_isolated_actors
from samordning_graph.graph.deciding_cells import DecidingCells, actors_decided_by
from samordning_graph.graph.graph import Graph, model_of
from samordning_graph.rules.needs import Need, needs_of
from samordning_graph.rules.rule import Rule
from samordning_graph.schema.model import Model
from samordning_graph.schema.tables import TABLES, Column, Municipality, Row, columns
from samordning_graph.schema.vocabulary import factors

HANDFUL = 5
"""Rows that a table of something new is taken to need."""


class CellsToFill(NamedTuple):
    """Tables and columns to fill in together, and the rules that can then be assessed.

    `empty` has, for each need, the rows per table in which the cell is empty; none for a table that
    has no rows. `cells` is how many cells that is at least.
    """

    empty: Mapping[Need, Mapping[type[Row], int]]
    rules: tuple[Rule, ...]
    cells: int


class DecidingQuestion(NamedTuple):
    """An actor to ask, or an arena whose list to complete, with the pairs and actors it decides."""

    node_id: str
    pairs: int
    actors: int


def cells_to_fill(graph: Graph, not_assessed: Iterable[Rule]) -> list[CellsToFill]:
    """Return what to fill in for rules that could not be assessed, most rules first.

    Each number is for that change alone: a rule counts wherever all that it lacks is filled in.
    """
    model = model_of(graph)
    lacked = {rule: _lacked(model, needs_of(rule.code)) for rule in not_assessed}
    together = dict.fromkeys(needs for needs in lacked.values() if needs)
    found = [
        CellsToFill(
            {need: _empty_rows(model, need) for need in sorted(needs, key=_order)},
            tuple(
                rule
                for rule, lacks in lacked.items()
                if lacks and all(_is_met(need, needs) for need in lacks)
            ),
            sum(_cells(model, need) for need in needs),
        )
        for needs in together
    ]
    return sorted(found, key=lambda step: (-len(step.rules), step.cells))


def _is_met(need: Need, needs: Iterable[Need]) -> bool:
    return any(
        given.column == need.column and set(given.tables) <= set(need.tables) for given in needs
    )


def _order(need: Need) -> tuple[int, bool, str]:
    return TABLES.index(need.tables[0]), bool(need.column), need.column


def _lacked(model: Model, needs: Sequence[Need]) -> frozenset[Need]:
    """Return the needs that nothing meets; if all are met in part, those with cells to fill."""
    lacking = {
        need for need in needs if not any(_is_filled(row, need) for row in _rows(model, need))
    }
    tables = {table for need in lacking if not need.column for table in need.tables}
    # Whoever is asked for a table is not asked for the columns of it too.
    lacking -= {
        need
        for need in lacking
        if need.column and not _rows(model, need) and not tables.isdisjoint(need.tables)
    }
    in_part = {need for need in needs if need.column and any(_empty_rows(model, need).values())}
    return frozenset(lacking or in_part)


def _rows(model: Model, need: Need) -> tuple[Row, ...]:
    rows = (row for table in need.tables for row in model.all(table))
    return (model.municipality,) if need.tables == (Municipality,) else tuple(rows)


def _is_filled(row: Row, need: Need) -> bool:
    return not need.column or getattr(row, need.column) not in (None, ())


def _empty_rows(model: Model, need: Need) -> dict[type[Row], int]:
    empty = dict.fromkeys(need.tables, 0)
    for row in _rows(model, need):
        empty[type(row)] += not _is_filled(row, need)
    return {table: count for table, count in empty.items() if count}


def _cells(model: Model, need: Need) -> int:
    """Return how many cells there are to fill in at least, in the easiest of the tables."""
    if empty := _empty_rows(model, need):
        return sum(empty.values())
    return min(_cells_of_table(model, table) for table in need.tables) + bool(need.column)


def _cells_of_table(model: Model, table: type[Row]) -> int:
    """Return the cells of a table without rows: a row for each that it is about, or a handful."""
    required = [column for column in columns(table) if column.required]
    rows = max((_things(model, column) for column in required), default=0)
    return max(1, len(required)) * (rows or HANDFUL)


def _things(model: Model, column: Column) -> int:
    """Return how many a column may name: nodes of the municipality, or words of our list."""
    if column.refers_to:
        return sum(len(model.all(table)) for table in TABLES if table.label in column.refers_to)
    return len(factors()) if column.suggests else 0  # no other list is suggested


def deciding_questions(graph: Graph, deciding: DecidingCells) -> list[DecidingQuestion]:
    """Return the questions that would decide pairs or actors, most first."""
    by_arena = actors_decided_by(graph)
    possibly_isolated = possibly_isolated_actors(graph)
    questions = [
        DecidingQuestion(arena, deciding.by_arena.get(arena, 0), by_arena.get(arena, 0))
        for arena in {*deciding.by_arena, *by_arena}
    ]
    questions += [
        DecidingQuestion(actor, pairs, int(actor in possibly_isolated))
        for actor, pairs in deciding.by_actor.items()
    ]
    return sorted(questions, key=lambda asked: (-asked.pairs - asked.actors, asked.node_id))
