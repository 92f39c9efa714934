"""Recognises a matrix, square or of actors by arenas, and turns it into nodes and ties."""

from collections import Counter
from collections.abc import Mapping, Sequence

from samordning_graph.common.locale import _
from samordning_graph.common.text import fold, tidy
from samordning_graph.input.foreign.raw_table import RawTable, raw_table
from samordning_graph.input.foreign.words import (
    ARENA_HEADERS,
    CELL,
    COLUMN,
    NO_TIE,
    NODE_HEADERS,
    ROW,
    is_known_header,
    is_mark,
    is_number,
    paired_ends,
)
from samordning_graph.schema.tables import Arena, Unit

_MIN_SIZE = 2
_SPARSE = 1 / 3
"""Share of cells without a tie from which numbers may be a matrix of actors by arenas (own choice)."""
_DISTINCT = 2
"""Rows of one name from which, on average, a table is a list (own choice)."""
_TOTALS = frozenset({"sum", "total", "totalt", "i alt"})


def tables_of_matrix(
    place: str, rows: Sequence[Sequence[str]], *, stated: bool = False
) -> list[RawTable]:
    """Return the nodes and ties of a matrix, or nothing when the rows are none.

    A matrix is square when its rows and columns are mostly the same names. Otherwise it is one of
    actors by arenas, if its cells are marks, or numbers of which many are 0: a list has numbers too,
    and few of them are. The first cell of a row is seldom that of another, as in a list of ties. Some
    marks may be unknown. With `stated`, somebody says that it is a matrix.
    """
    across = ["" if fold(name) in _TOTALS else tidy(name) for name in rows[0][1:]]
    body = [[tidy(text) for text in row] for row in rows[1:] if row and tidy(row[0])]
    body = [row for row in body if fold(row[0]) not in _TOTALS]
    down = [row[0] for row in body]
    if len(down) < _MIN_SIZE or len([name for name in across if name]) < _MIN_SIZE:
        return []
    if not stated and (paired_ends(rows[0]) or _DISTINCT * len(set(down)) < len(down)):
        return []  # a list of ties, whose ids are numbers as the cells of a matrix are
    shared = len(set(map(fold, across)) & set(map(fold, down)))
    square = 2 * shared >= max(len(across), len(down))
    counts = Counter(fold(text) for row in body for text in row[1 : len(across) + 1])
    empty = len(down) * len(across) - counts.total() + sum(counts[mark] for mark in NO_TIE)
    sparse = empty >= _SPARSE * len(down) * len(across)
    unknown = {
        cell
        for cell in counts
        if not is_mark(cell) and not ((square or sparse) and is_number(cell))
    }
    if unknown and (
        _is_list(rows[0]) or not (stated or _are_few(unknown, body, len(across), counts))
    ):
        return []
    ties = [
        {ROW: row[0], COLUMN: name, CELL: text}
        for row in body
        for name, text in zip(across, row[1:], strict=False)
        if name and fold(text) not in NO_TIE
    ]
    found = [raw_table(place, ties, holds_ties=True)]
    found[0].headers = [ROW, COLUMN, CELL]
    found[0].unknown_marks = frozenset(unknown)
    if square:
        found += _nodes(place, [*down, *filter(None, across)], "", "")
    else:
        found += _nodes(place, down, ROW, Unit.sheet)
        found += _nodes(place, [name for name in across if name], COLUMN, Arena.sheet)
        found[0].notes.append(
            _(
                "{place} is read as a matrix with actors down and arenas across. If the columns are"
                " actors, say «Type: kolonne = Enheter»; if the rows are persons, «Type: rad = person»."
            ).format(place=place)
        )
    return found


def _nodes(place: str, names: Sequence[str], kind: str, means: str) -> list[RawTable]:
    rows: list[Mapping[str, str]] = [{"navn": name, "type": kind} for name in dict.fromkeys(names)]
    table = raw_table(place, rows, holds_ties=False)
    table.means = {fold(kind): means} if kind else {}
    return [table]


def _is_list(headers: Sequence[str]) -> bool:
    """Return whether a header is that of a list; arenas may be called «Forum» and «Møte»."""
    if fold(headers[0]) in (*NODE_HEADERS["id"], "navn", "name", "label"):
        return True
    return any(is_known_header(text) and fold(text) not in ARENA_HEADERS for text in headers[1:])


def _are_few(
    unknown: set[str], body: Sequence[Sequence[str]], width: int, counts: Counter[str]
) -> bool:
    """Return whether the unknown cells are fewer than the marks, and no column is full of them."""
    marks = sum(count for cell, count in counts.items() if cell not in unknown | NO_TIE)
    in_columns = [
        sum(index < len(row) and fold(row[index]) in unknown for row in body)
        for index in range(1, width + 1)
    ]
    return sum(in_columns) <= marks and 2 * max(in_columns) <= len(body)
